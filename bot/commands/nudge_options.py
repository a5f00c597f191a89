"""The options of the nudge commands, and how hours, quiet hours and days are read."""

import re
from datetime import date, timedelta
from typing import Any

from pydantic import field_validator

from bot.advice.nudging import Every, Heard, Weekday
from bot.advice.words import N_
from bot.commands.command import REQUIRED, Completes, Context, Options, Refused, option
from bot.commands.form import day

_CLOCK = re.compile(r"(\d{1,2})(?:[:.h]00)?\s*(am|pm|a\.m\.|p\.m\.|h|o'?clock|uhr)?", re.IGNORECASE)
_QUIET = re.compile(r"(.{1,12}?)\s*(?:-|–|to|until)\s*(.{1,12})", re.IGNORECASE)
_SPAN = re.compile(r"(?:for |in )?(\d{1,3}|an?|one) (day|week|month)s?", re.IGNORECASE)
_DAYS = {"day": 1, "week": 7, "month": 30}
_EVERY = {
    "day": Every.DAILY,
    "week": Every.WEEKLY,
    "2_weeks": Every.FORTNIGHTLY,
    "two_weeks": Every.FORTNIGHTLY,
    "second_week": Every.FORTNIGHTLY,
    "biweekly": Every.FORTNIGHTLY,
    "bi_weekly": Every.FORTNIGHTLY,
    "fortnight": Every.FORTNIGHTLY,
    "month": Every.MONTHLY,
}
_NONE = {"none", "no", "off", "never"}
_AHEAD = {"tomorrow": 1, "next week": 7, "next month": 30}
_LONGEST = timedelta(days=730)


def hour(text: str) -> int | None:
    """An hour from 0 to 23 as people write it: 9, 09:00, 9am, 6 pm, 18h; None for anything else."""
    found = _CLOCK.fullmatch(text.strip())
    if not found:
        return None
    number, half = int(found.group(1)), (found.group(2) or "").lower().replace(".", "")
    if half in ("am", "pm"):
        return number % 12 + (12 if half == "pm" else 0) if 1 <= number <= 12 else None
    return number % 24 if number <= 24 else None


class PlanOptions(Options):
    """How nudges are to be set; what is left out stays as it is."""

    every: Every | None = option(N_("How often"), default=None, max_length=None)
    weekday: Weekday | None = option(
        N_("On which day, for weekly and fortnightly ones"), default=None, max_length=None
    )
    hour: int | None = option(
        N_("At which hour of your day, from 0 to 23"), default=None, max_length=None, ge=0, le=23
    )
    zone: str = option(
        N_("Where your clock is: a city, a country or a time zone"),
        completes=Completes.ZONE,
        max_length=60,
    )
    quiet: str = option(N_("Hours without a word, such as 21-8, or none"), max_length=30)
    day: int | None = option(
        N_("On which day of the month, for monthly ones"),
        default=None,
        max_length=None,
        ge=1,
        le=31,
    )

    @field_validator("every", mode="before")
    @classmethod
    def _every_as_written(cls, value: Any) -> Any:
        return (
            _EVERY.get(value.strip().lower().replace(" ", "_").replace("-", "_"), value)
            if isinstance(value, str)
            else value
        )

    @field_validator("weekday", mode="before")
    @classmethod
    def _weekday_as_written(cls, value: Any) -> Any:
        short = value.strip().lower() if isinstance(value, str) else ""
        found = [w for w in Weekday if len(short) > 1 and w.value.startswith(short.rstrip("s."))]
        return found[0] if len(found) == 1 else value

    @field_validator("hour", mode="before")
    @classmethod
    def _as_written(cls, value: Any) -> Any:
        found = hour(value) if isinstance(value, str) else None
        return value if found is None else found


class SnoozeOptions(Options):
    """Until when."""

    until: str = option(
        N_("Until which day, such as 2026-03-31 or 2 weeks; a week if left out"), max_length=40
    )


class AnswerOptions(Options):
    """What was pressed on which nudge."""

    what: Heard = option(N_("What was pressed"), default=REQUIRED, max_length=None)
    rule: str = option(N_("The rule that sent it"), default=REQUIRED, max_length=20)
    about: str = option(N_("What it was about"), max_length=80)
    at: int = option(
        N_("When it was sent"), default=REQUIRED, max_length=None, ge=0, le=253_000_000_000
    )


def quiet_hours(text: str, context: Context) -> tuple[int, int]:
    """Two hours, the same twice for none. Raises Refused."""
    if text.strip().lower() in _NONE:
        return 0, 0
    found = _QUIET.fullmatch(text.strip())
    begin, end = (hour(found.group(1)), hour(found.group(2))) if found else (None, None)
    if begin is None or end is None:
        raise Refused(
            context.words(N_("Write quiet hours as two hours, such as quiet:21-8, or quiet:none."))
        )
    return begin, end


def until(text: str, today: date, context: Context) -> date:
    """The day on which nudges begin again. Raises Refused."""
    say, words = context.words, text.strip()
    span = _SPAN.fullmatch(words)
    if not words:
        found = today + timedelta(days=7)
    elif words.lower() in _AHEAD:
        found = today + timedelta(days=_AHEAD[words.lower()])
    elif span:
        count = int(span.group(1)) if span.group(1).isdigit() else 1
        found = today + timedelta(days=count * _DAYS[span.group(2).lower()])
    else:
        read = day(words, "until", say)
        assert read is not None  # noqa: S101 - the text is not empty
        found = read
    if not today < found <= today + _LONGEST:
        raise Refused(
            say(N_("until must be a day to come, within two years; such as until:2026-03-31."))
        )
    return found

"""The options of the nudge commands, and how hours, quiet hours and days are read."""

import re
from datetime import date, timedelta
from typing import Annotated

from bot.advice.nudging import Every, Heard, Weekday
from bot.advice.words import N_
from bot.commands.command import Completes, Context, Options, Refused, option
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


def _every(text: str) -> str:
    """How often, as people write it."""
    return _EVERY.get(text.lower().replace(" ", "_").replace("-", "_"), text)


def _weekday(text: str) -> str:
    """A weekday, from its beginning."""
    short = text.lower().rstrip("s.")
    found = [w for w in Weekday if len(text) > 1 and w.value.startswith(short)]
    return found[0] if len(found) == 1 else text


def _hour(text: str) -> str:
    """An hour's number, from how people write it."""
    found = hour(text)
    return text if found is None else str(found)


_AtHour = Annotated[
    int,
    option(
        N_("At which hour of your day, from 0 to 23"), max_length=None, means=_hour, ge=0, le=23
    ),
]
_OnDay = Annotated[
    int, option(N_("On which day of the month, for monthly ones"), max_length=None, ge=1, le=31)
]


class PlanOptions(Options, frozen=True, kw_only=True):
    """How nudges are to be set; what is left out stays as it is."""

    every: Annotated[Every | None, option(N_("How often"), max_length=None, means=_every)] = None
    weekday: Annotated[
        Weekday | None,
        option(
            N_("On which day, for weekly and fortnightly ones"), max_length=None, means=_weekday
        ),
    ] = None
    hour: _AtHour | None = None
    zone: Annotated[
        str,
        option(
            N_("Where your clock is: a city, a country or a time zone"),
            completes=Completes.ZONE,
            max_length=60,
        ),
    ] = ""
    quiet: Annotated[
        str, option(N_("Hours without a word, such as 21-8, or none"), max_length=30)
    ] = ""
    day: _OnDay | None = None


class SnoozeOptions(Options, frozen=True, kw_only=True):
    """Until when."""

    until: Annotated[
        str,
        option(
            N_("Until which day, such as 2026-03-31 or 2 weeks; a week if left out"), max_length=40
        ),
    ] = ""


class AnswerOptions(Options, frozen=True, kw_only=True):
    """What was pressed on which nudge."""

    what: Annotated[Heard, option(N_("What was pressed"), max_length=None)]
    rule: Annotated[str, option(N_("The rule that sent it"), max_length=20)]
    about: Annotated[str, option(N_("What it was about"), max_length=80)] = ""
    at: Annotated[int, option(N_("When it was sent"), max_length=None, ge=0, le=253_000_000_000)]


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

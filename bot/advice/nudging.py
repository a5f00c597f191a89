"""What is remembered of a person's learning nudges: how they are set, and what became of them."""

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct


class Every(StrEnum):
    """How often, from the densest to the rarest."""

    DAILY = "daily"
    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"


class Weekday(StrEnum):
    """A day of the week, Monday first."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


class Heard(StrEnum):
    """What the person pressed on a nudge."""

    DONE = "done"
    SNOOZE = "snooze"
    SMALLER = "smaller"
    GO_ON = "go_on"
    DROP = "drop"
    NOT_MY_GOAL = "not_my_goal"


class Sent(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One nudge that went out. ``about`` is the id of an own entry, with details behind a colon."""

    at: datetime
    rule: str
    about: str = ""
    heard: Heard | None = None


class Again(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One nudge that was put off to another moment."""

    at: datetime
    rule: str
    about: str = ""


class Nudging(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Hours are of the local clock in ``zone``; quiet hours may run over midnight."""

    on: bool = False
    consent_at: datetime | None = None  # when the person asked for nudges
    every: Every = Every.WEEKLY
    weekday: Weekday = Weekday.MONDAY
    day: int = 1  # of the month; clamped to its end
    hour: int = 9
    minute: int = 0
    zone: str = "UTC"
    quiet_from: int = 21
    quiet_to: int = 8
    since: date | None = None  # fortnights are counted from this day's week
    paused_until: date | None = None
    again: Again | None = None
    sent: tuple[Sent, ...] = ()  # the latest, oldest first
    paced_at: datetime | None = None  # when it slowed down by itself, last
    locale: str = ""  # the language the person was spoken to in
    lost: str = ""  # why they were switched off without being asked; told at the next contact

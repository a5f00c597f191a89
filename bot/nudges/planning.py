"""When the next nudge is due, and what becomes of one that is: pure.

It is delivered, put off over the night, or left out.
"""

import zlib
from datetime import datetime, timedelta

from msgspec.structs import replace

from bot.advice.learner import Learner
from bot.advice.nudging import Nudging
from bot.nudges.schedule import PERIODS, is_quiet, newest_due, next_due, quiet_ends
from bot.nudges.zones import VERSION
from bot.person import Person
from bot.store.outbox import Due, Planned

GRACE = timedelta(hours=6)  # what is later than this is left out: the next one comes
SPREAD = 30  # minutes
LATE = timedelta(minutes=30)  # from here on a nudge says that it is late


def due_of(plan: Nudging | None, after: datetime) -> Due:
    """When the next is due after a moment, with what that was computed from."""
    period = PERIODS[plan.every] if plan else PERIODS[Nudging().every]
    return Due(next_due(plan, after), period, VERSION)


def new_due(before: Nudging | None, after: Nudging | None, now: datetime) -> Due | None:
    """What has to be written where a change moves the next nudge; None where it does not."""
    if after is None or (before and replace(before, sent=()) == replace(after, sent=())):
        return None
    return due_of(after, now)


def minute_of(person: Person) -> int:
    """The minute past the hour at which a person is written to: spread, and always the same.

    Everybody chooses nine o'clock; the platforms take only so many messages a second. At the
    terminal nobody else is waiting.
    """
    if person.platform == "console":
        return 0
    return zlib.crc32(f"{person.platform}/{person.tenant}/{person.user}".encode()) % SPREAD


def planned(learner: Learner, slot: datetime, now: datetime) -> Planned:
    """One delivery at most, of the newest slot that is due, unless it is too late for it."""
    plan = learner.nudging
    if plan is None or not plan.on:
        return Planned(Due(None, zones=VERSION))
    newest = newest_due(plan, slot, now)
    following = due_of(plan, max(newest, now))
    ready = quiet_ends(plan, now) if is_quiet(plan, now) else newest
    if max(ready, now) - newest > GRACE:
        return Planned(following)
    return Planned(following, newest, ready)

"""When a nudge is due: the person's own clock, turned into moments. Pure."""

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.advice.nudging import Every, Nudging, Weekday
from bot.nudges.zones import zone

DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)
PERIODS = {
    Every.DAILY: DAY,
    Every.WEEKLY: WEEK,
    Every.FORTNIGHTLY: 2 * WEEK,
    Every.MONTHLY: timedelta(days=31),
}
_WEEKDAYS = tuple(Weekday)
_ANY_MONDAY = date(2024, 1, 1)


def clock(plan: Nudging) -> ZoneInfo:
    """The plan's zone; UTC where a later version of the zones has dropped it."""
    try:
        return zone(plan.zone)
    except KeyError:
        return zone("UTC")


def moment(plan: Nudging, day: date) -> datetime:
    """When a day's nudge is due, in UTC. A time that a clock skips is taken as so much later."""
    local = datetime.combine(day, time(plan.hour, plan.minute), clock(plan))
    return local.astimezone(UTC)


def _clamped(plan: Nudging, year: int, month: int) -> date:
    return date(year, month, min(plan.day, monthrange(year, month)[1]))


def _step(plan: Nudging) -> int:
    """The days from one to the next, where that is always the same."""
    return PERIODS[plan.every].days


def _anchor(plan: Nudging) -> date:
    """Some day on which a nudge is due, from which the others are counted in steps."""
    start = plan.since or _ANY_MONDAY
    monday = start - timedelta(days=start.weekday())
    if plan.every is Every.DAILY:
        return monday
    return monday + timedelta(days=_WEEKDAYS.index(plan.weekday))


def on_or_after(plan: Nudging, day: date) -> date:
    """The first day from ``day`` on that has a nudge."""
    if plan.every is not Every.MONTHLY:
        return day + timedelta(days=(_anchor(plan) - day).days % _step(plan))
    found = _clamped(plan, day.year, day.month)
    if found < day:
        found = _clamped(plan, day.year + day.month // 12, day.month % 12 + 1)
    return found


def on_or_before(plan: Nudging, day: date) -> date:
    """The last day up to ``day`` that has a nudge."""
    if plan.every is not Every.MONTHLY:
        return day - timedelta(days=(day - _anchor(plan)).days % _step(plan))
    found = _clamped(plan, day.year, day.month)
    if found > day:
        before = day.replace(day=1) - DAY
        found = _clamped(plan, before.year, before.month)
    return found


def next_slot(plan: Nudging, after: datetime) -> datetime:
    """The first moment of the series later than ``after``, in UTC."""
    day = after.astimezone(clock(plan)).date() - DAY
    if plan.paused_until:
        day = max(day, plan.paused_until)
    while True:
        day = on_or_after(plan, day)
        found = moment(plan, day)
        if found > after:
            return found
        day += DAY


def last_slot(plan: Nudging, at: datetime) -> datetime:
    """The last moment of the series up to ``at``, in UTC."""
    day = at.astimezone(clock(plan)).date() + DAY
    while True:
        day = on_or_before(plan, day)
        found = moment(plan, day)
        if found <= at:
            return found
        day -= DAY


def next_due(plan: Nudging | None, after: datetime) -> datetime | None:
    """When the next nudge is due, put-off ones counted too; None when they are off."""
    if plan is None or not plan.on:
        return None
    found = next_slot(plan, after)
    return min(found, plan.again.at) if plan.again and plan.again.at > after else found


def newest_due(plan: Nudging, slot: datetime, now: datetime) -> datetime:
    """The latest moment from ``slot`` to ``now`` at which one was due: the one to catch up on."""
    found = max(slot, last_slot(plan, now))
    if plan.again and found < plan.again.at <= now:
        return plan.again.at
    return found


def missed(plan: Nudging | None, now: datetime) -> bool:
    """Whether one has come due since the last was said, or since they were switched on."""
    if plan is None or not plan.on or plan.consent_at is None:
        return False
    if plan.paused_until and now.astimezone(clock(plan)).date() < plan.paused_until:
        return False
    said = max([plan.consent_at, *(s.at for s in plan.sent)])
    return newest_due(plan, last_slot(plan, now), now) > said


def upcoming(plan: Nudging, now: datetime, count: int = 3) -> tuple[datetime, ...]:
    """The next moments, in UTC."""
    found: list[datetime] = []
    at = now
    for _ in range(count):
        due = next_due(plan, at)
        if due is None:
            break
        found.append(due)
        at = due
    return tuple(found)


def is_quiet(plan: Nudging, at: datetime) -> bool:
    """Whether a moment lies in the person's quiet hours."""
    hour = at.astimezone(clock(plan)).hour
    begin, end = plan.quiet_from, plan.quiet_to
    return begin <= hour < end if begin <= end else hour >= begin or hour < end


def quiet_ends(plan: Nudging, at: datetime) -> datetime:
    """The moment from ``at`` on at which it is no longer quiet, in UTC."""
    local = at.astimezone(clock(plan))
    for days in range(3):
        day = local.date() + timedelta(days=days)
        end = datetime.combine(day, time(plan.quiet_to), local.tzinfo).astimezone(UTC)
        if end > at:
            return end
    raise AssertionError("every day has an end of the quiet hours")  # pragma: no cover

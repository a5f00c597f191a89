"""When nudges are due, against dateutil's rules, in every zone and on both nights of the clocks."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from dateutil import rrule
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from bot.advice.nudging import Again, Every, Nudging, Weekday
from bot.nudges import schedule, zones
from bot.nudges.planning import GRACE, planned
from tests.sizes import size

ZONES = sorted(zones.names())
WEEKDAYS = tuple(Weekday)

moments = st.integers(1_577_836_800, 2_082_758_399).map(lambda at: datetime.fromtimestamp(at, UTC))
plans = st.builds(
    Nudging,
    on=st.just(True),
    every=st.sampled_from(list(Every)),
    weekday=st.sampled_from(WEEKDAYS),
    day=st.integers(1, 31),
    hour=st.integers(0, 23),
    minute=st.integers(0, 59),
    zone=st.sampled_from(ZONES),
    since=st.dates(date(2019, 1, 1), date(2019, 12, 31)),
)


def by_rule(plan: Nudging, after: datetime) -> datetime:
    """The next moment as dateutil finds it: rules make local days, the zone makes moments."""
    local = after.astimezone(zones.zone(plan.zone)).replace(tzinfo=None)
    begin = local - timedelta(days=70)
    common = {"byhour": plan.hour, "byminute": plan.minute, "bysecond": 0}
    if plan.every is Every.DAILY:
        rule = rrule.rrule(rrule.DAILY, dtstart=begin, **common)
    elif plan.every is Every.MONTHLY:
        # The last of the month's days up to the chosen one: 31 means the 30th in June.
        days = range(1, plan.day + 1)
        rule = rrule.rrule(rrule.MONTHLY, dtstart=begin, bymonthday=days, bysetpos=-1, **common)
    else:
        assert plan.since
        monday = plan.since - timedelta(days=plan.since.weekday())
        start = datetime.combine(monday, time())
        weeks = 1 if plan.every is Every.WEEKLY else 2
        day = WEEKDAYS.index(plan.weekday)
        rule = rrule.rrule(
            rrule.WEEKLY, dtstart=start, interval=weeks, byweekday=day, wkst=rrule.MO, **common
        )
    at = local - timedelta(days=2)
    while True:
        at = rule.after(at)
        found = at.replace(tzinfo=zones.zone(plan.zone)).astimezone(UTC)
        if found > after:
            return found


@settings(max_examples=size(300, 3_000), deadline=None)
@given(plans, moments)
@example(Nudging(on=True, zone="Europe/Berlin", weekday=Weekday.SUNDAY, hour=2, minute=30,
                 since=date(2019, 5, 1)), datetime(2026, 3, 28, 12, tzinfo=UTC))  # fmt: skip
@example(Nudging(on=True, zone="America/New_York", weekday=Weekday.SUNDAY, hour=1, minute=30,
                 since=date(2019, 5, 1)), datetime(2026, 11, 1, 5, 45, tzinfo=UTC))  # fmt: skip
@example(Nudging(on=True, every=Every.MONTHLY, day=31, since=date(2019, 5, 1)),
         datetime(2027, 2, 1, tzinfo=UTC))  # fmt: skip
def test_the_next_moment_is_the_one_of_the_rule(plan: Nudging, after: datetime) -> None:
    """The next moment equals dateutil's, and the one before it is the last up to any later one."""
    found = schedule.next_slot(plan, after)
    assert found == by_rule(plan, after)
    assert found > after
    assert schedule.last_slot(plan, found) == found
    assert schedule.last_slot(plan, found - timedelta(seconds=1)) <= after


def test_every_zone_has_a_next_moment() -> None:
    """In each zone that can be chosen, the next twelve weeks have twelve moments at nine."""
    now = datetime(2026, 2, 1, tzinfo=UTC)
    for name in ZONES:
        plan = Nudging(on=True, zone=name, since=date(2026, 1, 1))
        found = schedule.upcoming(plan, now, 12)
        assert len(found) == 12, name
        local = [at.astimezone(zones.zone(name)) for at in found]
        assert {(at.hour, at.weekday()) for at in local} == {(9, 0)}, name


def test_a_skipped_hour_is_made_up_and_a_doubled_one_comes_once() -> None:
    """On the night that clocks go forward it is an hour later, on the other night once."""
    plan = Nudging(on=True, every=Every.DAILY, zone="Europe/Berlin", hour=2, minute=30)
    spring = schedule.upcoming(plan, datetime(2026, 3, 28, 12, tzinfo=UTC), 2)
    assert [f"{at.astimezone(zones.zone(plan.zone)):%d %H:%M}" for at in spring] == [
        "29 03:30", "30 02:30",
    ]  # fmt: skip
    autumn = schedule.upcoming(plan, datetime(2026, 10, 24, 12, tzinfo=UTC), 2)
    assert [at.day for at in autumn] == [25, 26]
    assert autumn[1] - autumn[0] == timedelta(hours=25)


@settings(max_examples=size(200, 1_000), deadline=None)
@given(plans, moments, st.integers(0, 40), st.integers(0, 23), st.integers(0, 23))
def test_one_delivery_at_most_and_never_in_the_night(
    plan: Nudging, slot: datetime, days: int, begin: int, end: int
) -> None:
    """After any downtime: at most the newest slot, within the grace, outside the quiet hours."""
    from bot.advice.learner import Learner  # noqa: PLC0415 - beside its use

    quiet = replace(plan, quiet_from=begin, quiet_to=end)
    slot = schedule.next_slot(quiet, slot)
    now = slot + timedelta(days=days, minutes=days)
    found = planned(Learner(nudging=quiet), slot, now)
    assert found.next.at is not None
    assert found.next.at > now
    if found.slot is not None:
        assert found.ready is not None
        assert found.slot == schedule.last_slot(quiet, now)
        assert max(found.ready, now) - found.slot <= GRACE
        assert not schedule.is_quiet(quiet, max(found.ready, now))


def test_what_is_put_off_comes_beside_the_series() -> None:
    """Snoozing one moves that one alone: the series keeps its day."""
    now = datetime(2026, 11, 25, 10, tzinfo=UTC)
    tomorrow = datetime(2026, 11, 26, 9, tzinfo=UTC)
    plan = Nudging(on=True, again=Again(at=tomorrow, rule="apply", about="c1"))
    first, second, third = schedule.upcoming(plan, now)
    assert first == tomorrow
    assert (second, third - second) == (datetime(2026, 11, 30, 9, tzinfo=UTC), timedelta(weeks=1))


def test_a_pause_ends_on_its_day() -> None:
    """Nothing is due before the day named; on that day the series goes on."""
    plan = Nudging(on=True, every=Every.DAILY, paused_until=date(2026, 12, 24))
    found = schedule.next_due(plan, datetime(2026, 11, 25, 10, tzinfo=UTC))
    assert found == datetime(2026, 12, 24, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    "name",
    ["localtime", "posixrules", "Factory", "../../etc/passwd", "", "Etc/GMT+5", "\0"],
)
def test_only_places_are_zones(name: str) -> None:
    """A machine's own zone, a path or a trick is no zone."""
    assert name not in zones.names()
    assert zones.certain(name) == ""
    with pytest.raises(KeyError):
        zones.zone(name)


@pytest.mark.parametrize(
    ("said", "zone"),
    [
        ("berlin", "Europe/Berlin"),
        ("NEW YORK", "America/New_York"),
        ("Asia/Kolkata", "Asia/Kolkata"),
        ("asia/calcutta", "Asia/Calcutta"),
        ("india", "Asia/Kolkata"),
        ("mumbai", "Asia/Kolkata"),
        ("são paulo", "America/Sao_Paulo"),
        ("uk", "Europe/London"),
        ("germany", "Europe/Berlin"),
        ("Nigeria", "Africa/Lagos"),
        ("utc", "UTC"),
        ("usa", ""),
        ("est", ""),
        ("atlantis", ""),
    ],
)
def test_places_are_found_by_what_people_type(said: str, zone: str) -> None:
    """Cities, countries and the zones' own names; what could be several is asked about."""
    assert zones.certain(said) == zone

"""The nudge commands: consent, the person's own clock, pausing, stopping, and what is pressed."""

from datetime import UTC, date, datetime, timedelta

import pytest
from msgspec.structs import replace

from bot.advice.nudging import Every, Heard, Nudging, Weekday
from bot.reply import Moments, plain
from bot.store import Store
from tests.commands.talk import NOW, YOU, Row, Talk, refusal, row, wrong

HELD = "/credential add google data analytics status:earned earned_on:2026-10"


GOAL = "/goal set data analyst"
ON = "/nudge on zone:Berlin"

ROWS = [
    row("/nudge on", "By which clock? Choose one"),
    row(ON, "Nudges are on, every week.", "Monday 30 November 2026, 09:00", "You have no goal yet"),
    row("/nudge on every:monthly day:31 zone:UTC", "Nudges are on, once a month.",
        "Monday 30 November 2026, 09:00", "Thursday 31 December 2026, 09:00", before=GOAL,
        not_=("no goal",)),
    row("/nudge on every:weekly weekday:fri hour:18 quiet:22-6 zone:New York",
        "Friday 27 November 2026, 18:00"),
    row("/nudge set every:fortnightly weekday:friday hour:16", "Nudges come every two weeks now.",
        "Friday 27 November 2026, 16:00", "Friday 11 December 2026, 16:00", before=ON),
    row("/nudge set zone:Kolkata quiet:none day:5", "Saturday 5 December 2026, 09:00", before=ON),
    row("/nudge snooze", "Not a word before December 1, 2026.", "Monday 7 December 2026",
        before=ON),
    row("/nudge snooze until:2026-12-24", "Not a word before December 24, 2026.", before=ON),
    row("/nudge show", "Nudges are off", "/nudge on brings one small step a week"),
    row("/nudge show", "How often; Now: every week on Monday", "At; Now: 9:00, Europe/Berlin",
        "Quiet hours; Now: 21–8", "There is nothing to say now", before=ON),
    row("/nudge show", "What I would say now:", "Put Google Data Analytics", "First small step",
        "Why this, and why now: A certificate with a project beside it", before=(GOAL, ON, HELD)),
    row("/nudge show", "Paused until; Now: December 1, 2026", before=(ON, "/nudge snooze")),
    row("/nudge off", "Nudges are off. I do not write to you first.", before=ON),
    row("/nudge off", "Nudges are off. I do not write to you first.", id="off although never on"),
    row("/nudge due", "Nothing is due.", before=(GOAL, ON, HELD)),
    row("/nudge answer what:smaller rule:apply about:c1 at:1795510000", "Ten minutes",
        before=(GOAL, ON, HELD)),
]  # fmt: skip

REFUSED = [
    row("/nudge on zone:Atlantis", "I know no time zone for “Atlantis”: name a large city near "
        "you, such as zone:Berlin or zone:Asia/Kolkata."),
    row("/nudge on hour:25", "hour must be a number from 0 to 23."),
    row("/nudge on day:32", "day must be a number from 1 to 31."),
    row("/nudge on hour:23 zone:Berlin", "23:00 lies in your quiet hours, 21 to 8: choose another "
        "hour, or other quiet hours."),
    row("/nudge on quiet:always", "Write quiet hours as two hours, such as quiet:21-8, or "
        "quiet:none."),
    row("/nudge on weekday:someday", "weekday must be monday, tuesday, wednesday, thursday, "
        "friday, saturday, or sunday."),
    row("/nudge set every:weekly", "Nudges are off; /nudge on takes the same options."),
    row("/nudge snooze", "Nudges are off already; /nudge on switches them on."),
    row("/nudge snooze until:yesterday", "I cannot read until “yesterday”; write it as 2026-03-31 "
        "or 2026-03.", before=ON),
    row(ON, "Nudges are switched off for everybody here; ask an admin why.",
        before="/settings nudges:off"),
    row("/nudge answer what:done rule:magic at:1", "That button is too old; /nudge show says what "
        "is next.", before=ON),
]  # fmt: skip


@pytest.mark.parametrize("given", ROWS)
async def test_command_answers(talk: Talk, given: Row) -> None:
    """A command does what it says, and says what it did."""
    assert not await wrong(talk, given)


@pytest.mark.parametrize("given", REFUSED)
async def test_command_refuses(talk: Talk, given: Row) -> None:
    """What cannot be done is one sentence, and nothing has changed."""
    assert await refusal(talk, given) == given.expects[0]


async def plan(talk: Talk) -> Nudging:
    """How nudges are set."""
    found = (await talk.learner()).nudging
    assert found
    return found


async def test_nudges_are_off_until_asked_for(talk: Talk) -> None:
    """Nobody is written to before they ask; asking is noted with its moment."""
    await talk.well("/goal set data analyst", HELD)
    assert (await talk.learner()).nudging is None
    assert "off" in await talk.text("/nudge show")
    await talk.well("/nudge on zone:Berlin")
    found = await plan(talk)
    assert (found.on, found.consent_at) == (True, NOW)


async def test_the_next_three_are_shown_by_the_persons_clock(talk: Talk) -> None:
    """Dates are in local time, and are moments that a platform can show by its own clock."""
    reply = await talk.say("/nudge on zone:Berlin weekday:thursday hour:18")
    (part,) = [p for p in reply.parts if isinstance(p, Moments)]
    first = datetime(2026, 11, 26, 17, tzinfo=UTC)
    assert [m.at for m in part.moments] == [first + timedelta(weeks=n) for n in range(3)]
    assert "Thursday 26 November 2026, 18:00" in plain(reply)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("every:daily", {"every": Every.DAILY}),
        ("every:biweekly", {"every": Every.FORTNIGHTLY}),
        ('every:"2 weeks"', {"every": Every.FORTNIGHTLY}),
        ("every:month day:31", {"every": Every.MONTHLY, "day": 31}),
        ("day:15", {"every": Every.MONTHLY, "day": 15}),
        ("weekday:fri", {"weekday": Weekday.FRIDAY}),
        ("weekday:Tuesdays", {"weekday": Weekday.TUESDAY}),
        ("hour:9am", {"hour": 9}),
        ('hour:"6 pm"', {"hour": 18}),
        ("hour:18:00", {"hour": 18}),
        ("hour:12am quiet:none", {"hour": 0, "quiet_from": 0, "quiet_to": 0}),
        ("quiet:22-7", {"quiet_from": 22, "quiet_to": 7}),
        ('quiet:"10pm to 7am"', {"quiet_from": 22, "quiet_to": 7}),
        ("zone:mumbai", {"zone": "Asia/Kolkata"}),
    ],
)
async def test_options_are_read_as_people_write_them(
    talk: Talk, said: str, expected: dict[str, object]
) -> None:
    """Hours, days and places in everyday words; ``on`` and ``set`` take the same."""
    await talk.well("/nudge on zone:Berlin", f"/nudge set {said}")
    found = await plan(talk)
    assert {name: getattr(found, name) for name in expected} == expected


async def test_without_a_known_clock_it_is_asked_for(talk: Talk) -> None:
    """One question with places to choose from, keeping what was said; the choice switches on."""
    reply = await talk.say("/nudge on every:daily hour:7 quiet:22-6")
    assert "By which clock?" in plain(reply)
    assert len(reply.actions) > 8
    assert (await talk.learner()).nudging is None
    choice = next(a for a in reply.actions if a.label == "Kolkata")
    await talk.well(choice.line)
    found = await plan(talk)
    assert (found.zone, found.every, found.hour) == ("Asia/Kolkata", Every.DAILY, 7)


async def test_a_place_in_several_zones_is_asked_about(talk: Talk) -> None:
    """What could be several zones becomes a choice between them."""
    reply = await talk.say("/nudge on zone:usa")
    assert "New York" in [a.label for a in reply.actions]


async def test_the_platforms_clock_is_the_default(talk: Talk) -> None:
    """Where the platform knows the person's zone, nothing is asked; what they said comes first."""
    await talk.say("/nudge on", zone="America/Bogota")
    assert (await plan(talk)).zone == "America/Bogota"
    await talk.say("/nudge on zone:Berlin", zone="America/Bogota")
    await talk.say("/nudge on", zone="America/Bogota")
    assert (await plan(talk)).zone == "Europe/Berlin"


async def test_stopping_works_at_once_and_comes_back(talk: Talk, store: Store) -> None:
    """After off nothing is due any more; on brings the same settings back, with a new consent."""
    await talk.well("/nudge on zone:Berlin weekday:friday")
    assert (await store.export(YOU))["next_nudge_at"]
    await talk.well("/nudge off")
    assert (await store.export(YOU))["next_nudge_at"] is None
    assert not (await plan(talk)).on
    await talk.well("/nudge on")
    assert (await plan(talk)).weekday is Weekday.FRIDAY


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("", date(2026, 12, 1)),
        ("until:2026-12-24", date(2026, 12, 24)),
        ("until:2 weeks", date(2026, 12, 8)),
        ("until:tomorrow", date(2026, 11, 25)),
        ('until:"Next week"', date(2026, 12, 1)),
        ("until:a month", date(2026, 12, 24)),
    ],
)
async def test_a_pause_ends_by_itself(talk: Talk, said: str, day: date) -> None:
    """Nothing comes before the day named; a week if none is."""
    await talk.well("/nudge on zone:Berlin every:daily", f"/nudge snooze {said}")
    found = await plan(talk)
    assert (found.on, found.paused_until) == (True, day)
    assert f"{day:%B} {day.day}, {day.year}" in plain(talk.replies[-1])


@pytest.mark.parametrize(
    "said", ["yesterday", "2026-11-24", "2020-01-01", "2031-01-01", "99999 days"]
)
async def test_a_pause_has_an_end_to_come(talk: Talk, said: str) -> None:
    """The past, today, and what lies years ahead are refused in a sentence."""
    await talk.well("/nudge on zone:Berlin")
    assert not (await talk.say(f'/nudge snooze until:"{said}"')).ok


async def test_admins_can_forbid_nudges(talk: Talk) -> None:
    """Where an admin has switched them off, they cannot be switched on."""
    await talk.well("/settings nudges:off")
    assert "switched off for everybody" in await talk.text("/nudge on zone:Berlin")


async def ready(talk: Talk, *lines: str) -> None:
    """A person with a goal and nudges, and what else the lines say."""
    await talk.well("/goal set data analyst", "/nudge on zone:Berlin", *lines)


async def press(talk: Talk, label: str) -> str:
    """Presses a button of the nudge that ``show`` shows."""
    shown = await talk.say("/nudge show")
    line = next(a.line for a in shown.actions if a.label == label)
    return await talk.text(line)


async def test_done_is_remembered(talk: Talk) -> None:
    """Done on work under way moves it on; the nudge's entry says what was heard."""
    await ready(talk, "/credential add AZ-900 status:in_progress", "/goal set cloud engineer")
    assert "one step further" in await press(talk, "Done")
    learner = await talk.learner()
    assert learner.credentials[0].moved_on == NOW.date()
    assert [(s.rule, s.heard) for s in (await plan(talk)).sent] == [("module", Heard.DONE)]


async def test_a_smaller_step_is_given_at_once(talk: Talk) -> None:
    """Smaller step answers with one that takes minutes."""
    await ready(talk, HELD)
    assert "Ten minutes" in await press(talk, "Smaller step")
    assert (await plan(talk)).sent[-1].heard is Heard.SMALLER


async def test_snooze_puts_one_off_by_a_day(talk: Talk) -> None:
    """That one comes again tomorrow at the person's hour; the series stays."""
    await ready(talk, HELD)
    await press(talk, "Snooze")
    again = (await plan(talk)).again
    assert again
    assert (again.at, again.rule) == (datetime(2026, 11, 25, 8, tzinfo=UTC), "apply")
    shown = plain(await talk.say("/nudge show"))
    assert "Wednesday 25 November 2026, 09:00" in shown
    assert "Monday 30 November 2026, 09:00" in shown


async def test_a_goal_can_be_given_up_and_taken_back(talk: Talk) -> None:
    """Not my goal any more forgets the goal, nothing else; one button brings it back."""
    await ready(talk, HELD)
    await press(talk, "Not my goal any more")
    learner = await talk.learner()
    assert learner.goal is None
    assert learner.credentials
    back = talk.replies[-1].actions[0]
    await talk.well(back.line)
    goal = (await talk.learner()).goal
    assert goal
    assert goal.role == "data-analyst"


async def test_a_stalled_one_is_dropped_without_shame_and_can_come_back(talk: Talk) -> None:
    """Drop it sets it to dropped; Put it back undoes that."""
    await ready(talk, "/goal set cloud engineer", "/credential add AZ-900 status:in_progress")
    talk.now = NOW + timedelta(days=40)
    await press(talk, "Drop it")
    assert (await talk.learner()).credentials[0].status.value == "dropped"
    await talk.well(talk.replies[-1].actions[0].line)
    assert (await talk.learner()).credentials[0].status.value == "in_progress"


async def test_a_goal_that_still_holds_is_asked_about_six_months_later(talk: Talk) -> None:
    """Still my goal starts the six months anew."""
    await ready(talk)
    talk.now = NOW + timedelta(days=200)
    assert "we go on towards data analyst" in await press(talk, "Still my goal")
    goal = (await talk.learner()).goal
    assert goal
    assert goal.checked_on == talk.now.date()


async def test_a_planned_one_is_begun_by_a_press(talk: Talk) -> None:
    """I have begun sets it to in progress."""
    await ready(talk, "/credential add google data analytics")
    await press(talk, "I have begun")
    assert (await talk.learner()).credentials[0].status.value == "in_progress"


async def test_a_press_counts_although_the_sending_is_not_recorded_yet(talk: Talk) -> None:
    """A press that is faster than the record of the sending is kept with its rule."""
    await ready(talk, HELD)
    await talk.well('/nudge answer what:smaller rule:apply about:"c1" at:1795510000')
    (sent,) = (await plan(talk)).sent
    assert (sent.rule, sent.about, sent.heard) == ("apply", "c1", Heard.SMALLER)


@pytest.mark.parametrize("what", [h.value for h in Heard])
@pytest.mark.parametrize(
    "rule", ["apply", "module", "evidence", "expiring", "goal-review", "start"]
)
async def test_a_press_about_what_is_gone_is_kind(talk: Talk, what: str, rule: str) -> None:
    """A button about an entry that was removed meanwhile answers with a sentence, no error."""
    await ready(talk)
    reply = await talk.say(f'/nudge answer what:{what} rule:{rule} about:"c9" at:1795510000')
    assert reply.ok
    assert plain(reply)


async def test_who_could_not_be_reached_is_told_once(talk: Talk, store: Store) -> None:
    """After closed messages the next answer says that nudges are off, and only that one."""
    await ready(talk)
    loaded = await store.load(YOU)
    assert loaded.learner.nudging
    lost = replace(loaded.learner.nudging, on=False, lost="unreachable")
    await store.save(YOU, replace(loaded.learner, nudging=lost), loaded.version, NOW)
    first = await talk.say("/goal show")
    assert "could not reach you" in plain(first)
    assert first.actions[-1].line == "/nudge on"
    assert "could not reach you" not in await talk.text("/goal show")


async def test_deleting_takes_the_nudges_along(talk: Talk, store: Store) -> None:
    """After delete my data there is nothing to be due."""
    await ready(talk, HELD)
    await talk.well("/privacy delete")
    later = NOW + timedelta(days=30)
    planned = await store.outbox.plan("console", later, 10, lambda *_: pytest.fail("still there"))
    assert planned == 0

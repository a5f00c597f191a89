"""Which nudge is due: a table of plans and what each is told, and how ignoring slows it down."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from bot.advice.learner import Credential, Goal, Learner, Project, Status
from bot.advice.nudging import Again, Every, Heard, Nudging, Sent
from bot.advice.wording import Wording
from bot.advice.words import words_for
from bot.nudges.due import DueNudge, due
from bot.nudges.message import message
from bot.nudges.rules import COOL, RULES
from bot.nudges.sentences import SENTENCES
from bot.reply import plain
from tests.advice.world import WORLD, holds, made

NOW = datetime(2026, 6, 15, 9, tzinfo=UTC)
TODAY = NOW.date()
ON = Nudging(on=True, consent_at=NOW - timedelta(days=300))
GOAL = Goal(text="analyst", role="analyst", set_on=TODAY - timedelta(days=10))
FRESH = {"added_on": TODAY - timedelta(days=3)}


def learner(*facts: Credential | Project, plan: Nudging = ON, goal: Goal | None = GOAL) -> Learner:
    """A person of the made-up world with a goal and nudges switched on."""
    return Learner(
        goal=goal,
        credentials=tuple(f for f in facts if isinstance(f, Credential)),
        projects=tuple(f for f in facts if isinstance(f, Project)),
        nudging=plan,
    )


def told(
    who: Learner, rule: str, about: str = "", days: int = 7, heard: Heard | None = None
) -> Learner:
    """The same person after a nudge so many days ago."""
    assert who.nudging
    entry = Sent(at=NOW - timedelta(days=days), rule=rule, about=about, heard=heard)
    return replace(who, nudging=replace(who.nudging, sent=(*who.nudging.sent, entry)))


def said(who: Learner, now: datetime = NOW) -> tuple[str, str]:
    """The rule and its subject of the nudge that is due; empty where there is none."""
    found = due(who, WORLD, now)
    return (found.nudge.rule, found.nudge.about) if found else ("", "")


def doing(title: str, **more: Any) -> Credential:
    """A credential under way."""
    return holds(title, Status.IN_PROGRESS, **{**FRESH, **more})


def planning(title: str) -> Credential:
    """A credential that is planned."""
    return holds(title, Status.PLANNED, **FRESH)


def in_days(days: int) -> date:
    """A day to come."""
    return TODAY + timedelta(days=days)


@dataclass(frozen=True)
class Row:
    """A person, and what they are told."""

    name: str
    who: Learner
    rule: str
    about: str = ""


SHOWN = made("sql", credential="sql-short")
LINKED = replace(SHOWN, link="https://example.org/work")
ROWS = [
    Row("nothing is open", learner(goal=replace(GOAL, text="x", role="")), ""),
    Row("no goal, no nudge", learner(holds("sql-short"), goal=None), ""),
    Row("a goal and nothing else", learner(), "suggest", "analyst-badge"),
    Row("planned and fitting", learner(planning("sql-short")), "start", "sql-short"),
    Row("planned and off the goal", learner(planning("baking-basics")), ""),
    Row("under way", learner(doing("sql-short")), "module", "sql-short"),
    Row("under way before planned", learner(planning("charts-first"), doing("sql-short")),
        "module", "sql-short"),
    Row("under way and off the goal", learner(doing("baking-basics")), ""),
    Row("still for four weeks", learner(doing("sql-short", added_on=in_days(-28))),
        "stalled", "sql-short"),
    Row("moved since", learner(doing("sql-short", added_on=in_days(-60), moved_on=in_days(-5))),
        "module", "sql-short"),
    Row("earned and unused", learner(holds("sql-short")), "apply", "sql-short"),
    Row("earned, a project open", learner(holds("sql-short"), replace(SHOWN, done=False)),
        "apply-open", "p1"),
    Row("used, nothing shows it", learner(holds("sql-short"), SHOWN), "evidence", "p1"),
    Row("used and shown", learner(holds("sql-short"), LINKED), "cv", "sql-short:analyst"),
    Row("three unused", learner(holds("sql-short"), holds("baking-basics"), holds("concrete-one")),
        "pile", "sql-short"),
    Row("three unused, none on the goal",
        learner(holds("leading-teams"), holds("baking-basics"), holds("concrete-one")),
        "suggest", "analyst-badge"),
    Row("runs out in 91 days", learner(holds("sql-short", expires_on=in_days(91))),
        "apply", "sql-short"),
    Row("runs out in 90 days", learner(holds("sql-short", expires_on=in_days(90))),
        "expiring", f"sql-short:90:{in_days(90)}"),
    Row("runs out in 30 days", learner(holds("sql-short", expires_on=in_days(30))),
        "expiring", f"sql-short:30:{in_days(30)}"),
    Row("runs out in 7 days", learner(holds("sql-short", expires_on=in_days(7))),
        "expiring", f"sql-short:7:{in_days(7)}"),
    Row("ran out yesterday", learner(holds("sql-short", expires_on=in_days(-1))),
        "apply", "sql-short"),
    Row("planned ones do not run out",
        learner(replace(planning("sql-short"), expires_on=in_days(7))), "start", "sql-short"),
    Row("goal of 181 days", learner(goal=replace(GOAL, set_on=in_days(-181))), "suggest",
        "analyst-badge"),
    Row("goal of 182 days", learner(goal=replace(GOAL, set_on=in_days(-182))), "goal-review"),
    Row("goal looked at since",
        learner(goal=replace(GOAL, set_on=in_days(-400), checked_on=in_days(-5))), "suggest",
        "analyst-badge"),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_the_most_important_step_is_due(row: Row) -> None:
    """Each plan is told the one step that moves it on, or nothing."""
    assert said(row.who) == (row.rule, row.about)


COOLING = [
    (learner(holds("sql-short")), "apply", "sql-short", 13),
    (learner(doing("sql-short", added_on=in_days(-40))), "stalled", "sql-short", 27),
    (learner(holds("sql-short"), SHOWN), "evidence", "p1", 27),
    (learner(planning("sql-short")), "start", "sql-short", 13),
    (learner(goal=replace(GOAL, set_on=in_days(-200))), "goal-review", "", 60),
]


@pytest.mark.parametrize(("who", "rule", "about", "days"), COOLING, ids=lambda v: str(v)[:12])
def test_the_same_is_not_said_again_for_a_while(
    who: Learner, rule: str, about: str, days: int
) -> None:
    """What was said lately is passed over, and comes back once its time is up."""
    assert said(told(who, rule, about, days - 1)) != (rule, about)
    assert said(told(who, rule, about, days)) == (rule, about)


def test_each_threshold_of_an_expiry_is_said_once() -> None:
    """What was said at 90 days is said again at 30 and at 7, and no more."""
    who = learner(holds("sql-short", expires_on=in_days(80)))
    who = told(who, "expiring", f"sql-short:90:{in_days(80)}", 1)
    assert said(who) == ("apply", "sql-short")
    later = NOW + timedelta(days=50)
    assert said(who, later) == ("expiring", f"sql-short:30:{in_days(80)}")


def test_a_line_for_the_cv_is_said_once_for_each_goal() -> None:
    """A new goal puts an earned credential into other words; the same goal does not again."""
    who = told(learner(holds("sql-short"), LINKED), "cv", "sql-short:analyst", 300)
    assert said(who)[0] != "cv"
    other = replace(who, goal=replace(GOAL, role="researcher", text="researcher"))
    assert said(other) == ("cv", "sql-short:researcher")


def test_what_is_put_off_comes_first_once_its_hour_has_come() -> None:
    """A snoozed nudge is said again at its moment, before anything more important."""
    who = learner(doing("sql-short"), holds("charts-first", id_="c9"))
    again = Again(at=NOW, rule="module", about="sql-short")
    who = replace(who, nudging=replace(ON, again=again))
    assert said(who, NOW - timedelta(seconds=1)) == ("apply", "c9")
    assert said(who) == ("module", "sql-short")
    found = due(who, WORLD, NOW)
    assert found
    assert found.plan.again is None


def test_a_put_off_nudge_that_no_longer_holds_gives_way() -> None:
    """When what was snoozed is done meanwhile, the next step is said instead."""
    again = Again(at=NOW, rule="module", about="sql-short")
    who = learner(holds("sql-short"), plan=replace(ON, again=again))
    assert said(who) == ("apply", "sql-short")


def test_who_asked_for_less_gets_the_smaller_step() -> None:
    """After "smaller step" the next nudge about it is the smaller one."""
    who = learner(holds("sql-short"))
    assert not found_of(who).smaller
    assert found_of(told(who, "apply", "sql-short", 7, Heard.SMALLER)).smaller


def found_of(who: Learner, now: datetime = NOW) -> DueNudge:
    """The nudge that is due, with the plan after it."""
    found = due(who, WORLD, now)
    assert found
    return found


def ignoring(*weeks: int, plan: Nudging = ON, heard: Heard | None = None) -> Learner:
    """Somebody with a credential under way, nudged so many weeks ago each."""
    who = learner(doing("sql-short"), plan=plan)
    for week in weeks:
        who = told(who, "module", "sql-short", 7 * week, heard)
    return who


def test_three_ignored_in_a_row_slow_it_down() -> None:
    """Two ignored change nothing; three slow the plan by one step, and the nudge says so."""
    assert not found_of(ignoring(2, 1)).slower
    found = found_of(ignoring(3, 2, 1))
    assert found.slower
    assert found.plan.every is Every.FORTNIGHTLY
    assert "every two weeks" in shown(found)


def test_it_slows_down_by_one_step_at_a_time() -> None:
    """The three that slowed it down do not slow it down again."""
    found = found_of(ignoring(3, 2, 1))
    next_time = replace(ignoring(), nudging=found.plan)
    assert not found_of(next_time, NOW + timedelta(weeks=2)).slower


def test_the_slowest_plan_ends_when_it_is_ignored_too() -> None:
    """A monthly plan that is ignored three times ends, and the last nudge says so."""
    monthly = replace(ON, every=Every.MONTHLY)
    found = found_of(ignoring(12, 8, 4, plan=monthly))
    assert found.last
    assert not found.plan.on
    assert "the last one" in shown(found)


@pytest.mark.parametrize("heard", list(Heard))
def test_who_answers_is_not_slowed_down(heard: Heard) -> None:
    """Anything that is pressed counts as an answer."""
    assert not found_of(ignoring(3, 2, 1, heard=heard)).slower


def test_who_acts_without_pressing_is_not_slowed_down() -> None:
    """A nudge whose step was taken is no ignored one, button or not."""
    who = learner(holds("sql-short"))
    for week in (3, 2, 1):
        who = told(who, "start", "sql-short", 7 * week)
    assert not found_of(who).slower


def shown(found: DueNudge, *, late: bool = False) -> str:
    """The whole message as text."""
    return plain(message(found, Wording(words_for("en"), WORLD), late=late))


@pytest.mark.parametrize("row", [r for r in ROWS if r.rule], ids=lambda row: row.name)
def test_every_nudge_says_what_why_and_how_to_stop(row: Row) -> None:
    """Headline, one step, the reason by its rule; Snooze, Not my goal any more and Stop."""
    found = found_of(row.who)
    reply = message(found, Wording(words_for("en"), WORLD))
    text = plain(reply)
    sentences = SENTENCES.get(row.rule)
    assert sentences
    assert words_for("en")(sentences.why) in text
    assert "{" not in text
    assert len(reply.parts) == 3
    lines = [a.line for a in reply.actions]
    assert lines[-1] == "/nudge off"
    for what in ("snooze", "not_my_goal"):
        assert any(f"what:{what} " in line for line in lines)


def test_a_late_one_apologises() -> None:
    """What comes clearly after its hour says so; what is on time does not."""
    found = found_of(learner(doing("sql-short")))
    assert "later than you asked" in shown(found, late=True)
    assert "later than you asked" not in shown(found)


def test_every_rule_has_its_words_and_its_rest() -> None:
    """No rule is without sentences, nor without a time for which it keeps quiet."""
    sends = {*RULES, "apply-open"}
    assert sends == set(COOL)
    assert sends == {key.split("+")[0] for key in SENTENCES}


def test_the_same_facts_give_the_same_nudge() -> None:
    """Twice the same person at the same moment: twice the same nudge."""
    for row in ROWS:
        assert due(row.who, WORLD, NOW) == due(row.who, WORLD, NOW)

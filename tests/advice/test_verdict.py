"""The decision list: every line, what it needs, and that the first one that holds decides."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from msgspec.structs import replace

from bot.advice.advise import advise, first_of
from bot.advice.case import Case
from bot.advice.learner import Situation, Status
from bot.advice.reading.facts import Hope, Promise, Stage
from bot.advice.recognition import LocalWord
from bot.advice.verdict import LINES, Verdict, decide
from bot.advice.wording import VERDICT_NAMES, Wording
from bot.advice.words import words_for
from bot.commands import verdict_words
from bot.commands.entry import entry
from tests.advice.rule_row import LONG_ANALYST, hoping, within
from tests.advice.world import (
    DEGREE,
    LICENCE,
    SLIP,
    SUSPECT,
    TEACHES_NOTHING_KNOWN,
    THREE_BADGES,
    TODAY,
    UNKNOWN,
    UNSAID,
    WORLD,
    case,
    holds,
    made,
    named,
    worked,
)

SQL = made(credential="SQL Short")
JOB = {"promises": frozenset({Promise.JOB})}
LICENSED = {"promises": frozenset({Promise.LICENCE})}
BY_KIM = {"decided_by": "Kim", "decided_on": TODAY, "reason": "our own school"}
TRUSTED = LocalWord(name=UNKNOWN.read, **BY_KIM)
DISTRUSTED = LocalWord(name="Data Guild", trusted=False, **BY_KIM)
RUN_OUT = holds("sql-short", expires_on=TODAY - timedelta(days=1))
SHOWN_BEFORE = (holds("sql-short"), *THREE_BADGES[1:])


@dataclass(frozen=True)
class Row:
    """A case and the line that decides it."""

    line: str
    when: str
    case: Case


ROWS = (
    Row("unreadable", "nothing was named", case(None, None)),
    Row("unreadable", "only a goal was said", case(None)),
    Row("suspect-issuer", "a look-alike name", case("sql-short", "analyst", SQL, issuer=SUSPECT)),
    Row("promises-a-job", "everything else is fine", case("sql-short", "analyst", SQL, **JOB)),
    Row("promises-an-income", "everything else is fine",
        case("sql-short", "analyst", SQL, promises=frozenset({Promise.INCOME}))),
    Row("promises-a-licence", "for a nurse", case("nursing-refresher", "nurse", **LICENSED)),
    Row("instead-of-a-licence", "where one is required",
        case("nursing-refresher", "nurse", **hoping(Hope.NO_LICENCE))),
    Row("conditions", "the licence itself is no way round it",
        case("nursing-licence", "nurse", **hoping(Hope.NO_LICENCE))),
    Row("conditions", "who holds the licence wants nothing in its place",
        case("nursing-refresher", "nurse", LICENCE, **hoping(Hope.NO_LICENCE))),
    Row("conditions", "no licence is required", case(**hoping(Hope.NO_LICENCE))),
    Row("no-longer-issued", "everything else is fine", case("sql-retired", "analyst", SQL)),
    Row("already-earned", "and no longer issued",
        case("sql-retired", "analyst", holds("sql-retired"))),
    Row("all-clear", "a permit needs no piece of work", case("knife-pass", "baker")),
    Row("conditions", "proof of the language that a regulator asks for",
        case("norse-test", "nurse", places=frozenset({"NO"}))),
    Row("no-connection", "proof of a language that it does not ask for",
        case("norse-test", "nurse", places=frozenset({"DE"}))),
    Row("conditions", "a step up from what is held",
        case("map-mastery", "analyst", holds("map-making"))),
    Row("adds-nothing", "a step down from what is held",
        case("map-making", "analyst", holds("map-mastery"))),
    Row("all-clear", "made for those who know it already",
        case("sql-for-masters", "analyst", LONG_ANALYST)),
    Row("no-goal", "none said, none kept", case("sql-short", None)),
    Row("no-connection", "another field", case("baking-basics", "analyst", SQL)),
    Row("no-connection", "another field, the grandest issuer",
        case("baking-basics", issuer=named("everywhere"))),
    Row("no-connection", "only a general skill", case("office-skills")),
    Row("no-connection", "not in ads", case(TEACHES_NOTHING_KNOWN, named_in_ads=False)),
    Row("unknown-connection", "unknown content", case(TEACHES_NOTHING_KNOWN)),
    Row("unknown-connection", "unknown job", case("sql-short", "zorber")),
    Row("already-earned", "on the list", case("sql-short", "analyst", holds("sql-short"))),
    Row("already-earned", "just finished", case(stage=Stage.FINISHED)),
    Row("already-earned", "valid until tonight",
        case("sql-short", "analyst", holds("sql-short", expires_on=TODAY))),
    Row("conditions", "held once, and run out", case("sql-short", "analyst", RUN_OUT)),
    Row("conditions", "only under way",
        case("sql-short", "analyst", holds("sql-short", Status.IN_PROGRESS))),
    Row("adds-nothing", "two years of work show it", case("sql-stale", "analyst", LONG_ANALYST)),
    Row("adds-nothing", "another credential shows it",
        case("sql-stale", "analyst", holds("sql-short"))),
    Row("adds-nothing", "a project of its own shows it",
        case("sql-stale", "analyst", made("sql"))),
    Row("adds-nothing", "initiative alone does not count",
        case("sql-stale", "analyst", LONG_ANALYST, **within(Situation.STAYING_CURRENT))),
    Row("all-clear", "renewed content helps who knows the rest",
        case("sql-renewed", "analyst", LONG_ANALYST)),
    Row("all-clear", "returning helps who knows it",
        case("sql-stale", "analyst", LONG_ANALYST, **within(Situation.RETURNING))),
    Row("pile-of-badges", "three idle, one of them connected",
        case("charts-first", "analyst", *THREE_BADGES)),
    Row("conditions", "three idle, none connected",
        case("sql-short", "analyst", *THREE_BADGES[1:], holds("nursing-refresher"))),
    Row("experience-first", "leading without having led", case("leading-teams", "team-lead")),
    Row("conditions", "writing without anything to show", case("writing-well", "editor")),
    Row("all-clear", "leading after having led",
        case("leading-teams", "team-lead", worked("leading"))),
    Row("unknown-issuer", "a name I do not know",
        case("sql-short", "analyst", SQL, issuer=UNKNOWN)),
    Row("unknown-issuer", "one letter off a known name",
        case("sql-short", "analyst", SQL, issuer=SLIP)),
    Row("unknown-issuer", "an admin distrusts it",
        case("sql-short", "analyst", SQL, local=(DISTRUSTED,))),
    Row("all-clear", "an admin trusts it",
        case("sql-short", "analyst", SQL, issuer=UNKNOWN,
             local=(TRUSTED,))),
    Row("conditions", "not applied", case()),
    Row("conditions", "only a supporting skill", case("statistics-one", "analyst",
                                                      made(credential="Statistics One"))),
    Row("conditions", "seen in ads, that is all", case(TEACHES_NOTHING_KNOWN, named_in_ads=True,
                                                       issuer=named("everywhere"))),
    Row("conditions", "issuer not said", case("sql-short", "analyst", SQL, issuer=UNSAID)),
    Row("conditions", "issuer known elsewhere",
        case("sql-short", "analyst", SQL, issuer=named("kitchen-guild"))),
    Row("conditions", "required degree missing",
        case("concrete-one", "engineer", made(credential="Concrete One"))),
    Row("conditions", "licence missing",
        case("nursing-refresher", "nurse", made(credential="Nursing Refresher"))),
    Row("all-clear", "required degree held",
        case("concrete-one", "engineer", made(credential="Concrete One"), DEGREE)),
    Row("all-clear", "licence held",
        case("nursing-refresher", "nurse", made(credential="Nursing Refresher"), LICENCE)),
    Row("all-clear", "a usual degree is no condition",
        case("statistics-one", "researcher", made(credential="Statistics One"))),
    Row("all-clear", "leads there, counts, applied", case("sql-short", "analyst", SQL)),
)  # fmt: skip

VERDICTS = {
    "unreadable": (1, Verdict.TELL_ME),
    "suspect-issuer": (2, Verdict.SKIP),
    "promises-a-job": (2, Verdict.SKIP),
    "promises-an-income": (2, Verdict.SKIP),
    "promises-a-licence": (2, Verdict.SKIP),
    "instead-of-a-licence": (2, Verdict.SKIP),
    "no-longer-issued": (2, Verdict.SKIP),
    "no-goal": (3, Verdict.TELL_ME),
    "no-connection": (4, Verdict.SKIP),
    "unknown-connection": (4, Verdict.TELL_ME),
    "already-earned": (5, Verdict.SKIP),
    "adds-nothing": (5, Verdict.SKIP),
    "pile-of-badges": (6, Verdict.WAIT),
    "experience-first": (7, Verdict.WAIT),
    "unknown-issuer": (8, Verdict.WAIT),
    "conditions": (9, Verdict.DO_IF),
    "all-clear": (10, Verdict.DO),
}

BOTH_HOLD = (
    ("suspect-issuer", "promises-a-job", case(issuer=SUSPECT, **JOB)),
    ("suspect-issuer", "no-goal", case("sql-short", None, issuer=SUSPECT)),
    ("promises-a-job", "no-goal", case("sql-short", None, **JOB)),
    ("instead-of-a-licence", "no-longer-issued",
     case("nursing-retired", "nurse", **hoping(Hope.NO_LICENCE))),
    ("no-longer-issued", "no-goal", case("sql-retired", None)),
    ("no-longer-issued", "no-connection", case("sql-retired", "baker")),
    ("promises-a-licence", "no-connection", case("baking-basics", "nurse", **LICENSED)),
    ("instead-of-a-licence", "no-connection",
     case("baking-basics", "nurse", **hoping(Hope.NO_LICENCE))),
    ("no-goal", "already-earned", case("sql-short", None, holds("sql-short"))),
    ("no-goal", "unknown-connection", case("sql-short", None)),
    ("no-connection", "already-earned",
     case("baking-basics", "analyst", holds("baking-basics"))),
    ("no-connection", "unknown-issuer", case("baking-basics", issuer=UNKNOWN)),
    ("unknown-connection", "already-earned", case(TEACHES_NOTHING_KNOWN, stage=Stage.FINISHED)),
    ("already-earned", "pile-of-badges", case("sql-short", "analyst", *THREE_BADGES)),
    ("adds-nothing", "pile-of-badges", case("sql-stale", "analyst", *SHOWN_BEFORE)),
    ("adds-nothing", "unknown-issuer", case("sql-stale", "analyst", LONG_ANALYST, issuer=UNKNOWN)),
    ("pile-of-badges", "experience-first", case("leading-teams", "team-lead", *THREE_BADGES)),
    ("pile-of-badges", "unknown-issuer",
     case("charts-first", "analyst", *THREE_BADGES, issuer=UNKNOWN)),
    ("experience-first", "unknown-issuer", case("leading-teams", "team-lead", issuer=UNKNOWN)),
    ("unknown-issuer", "conditions", case(issuer=UNKNOWN)),
    ("conditions", "all-clear", case()),
)  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.line}: {row.when}")
def test_line_decides(row: Row) -> None:
    """This line decides the case, and the answer names it with its number and verdict."""
    told = entry(advise(row.case), Wording(words_for("en"), WORLD))
    number, verdict = VERDICTS[row.line]
    assert (told["decided_by"], told["line"], told["verdict"]) == (row.line, number, verdict.value)


@pytest.mark.parametrize(
    ("first", "later", "of"),
    BOTH_HOLD,
    ids=[f"{first} over {later}" for first, later, _ in BOTH_HOLD],
)
def test_first_line_that_holds_decides(first: str, later: str, of: Case) -> None:
    """Where two lines hold, the one that stands first decides."""
    holding = {line.name for line in LINES if line.holds(of)}
    assert {first, later} <= holding
    assert decide(of).name == first


def test_list_is_complete() -> None:
    """Every line has a row, a verdict, a sentence and its place; every verdict has a name."""
    assert {row.line for row in ROWS} == set(VERDICTS) == {line.name for line in LINES}
    assert list(VERDICTS) == [line.name for line in LINES]
    assert set(verdict_words.LINES) == set(VERDICTS)
    assert {v.value for v in Verdict} == set(VERDICT_NAMES)
    assert set(verdict_words.TONES) == set(Verdict)


SPENT = [
    *({"stage": stage} for stage in (Stage.PAID, Stage.ENROLLED, Stage.STALLED, Stage.DROPPED)),
    within(Situation.EMPLOYER_SENT),
    *(hoping(hope) for hope in Hope if hope is not Hope.NO_LICENCE),
    {"costly": True},
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.line}: {row.when}")
def test_money_spent_and_hopes_change_no_verdict(row: Row) -> None:
    """Paid, enrolled, sent by the boss, dear, or hoped much of: the verdict stays the same."""
    for more in SPENT:
        if row.case.stage is Stage.CONSIDERING:
            situations = row.case.situations | more.get("situations", frozenset())
            hopes = row.case.hopes | more.get("hopes", frozenset())
            other = replace(row.case, **{**more, "situations": situations, "hopes": hopes})
            assert decide(other).name == row.line, more


REACHED = (holds("map-making"), made("maps"))
FIRST = (
    ("the verdict counts first", [case(), case("sql-short", "analyst", SQL)], [1]),
    ("then the connection", [case("statistics-one"), case("charts-first")], [1]),
    ("then the issuer",
     [case(issuer=UNSAID), case(issuer=named("kitchen-guild")), case()], [2]),
    ("then how many core skills", [case("sql-short"), case("data-diploma")], [1]),
    ("before how many core skills, what a beginner can reach",
     [case("sql-mastery"), case("sql-short")], [1]),
    ("who works there may reach far",
     [case("sql-mastery", "analyst", worked("charts")),
      case("sql-short", "analyst", worked("charts"))], [0, 1]),
    ("else it is a tie", [case("sql-short"), case("charts-first")], [0, 1]),
    ("of one ladder the lower step", [case("map-mastery"), case("map-making")], [1]),
    ("over a step between", [case("map-wizardry"), case("map-making")], [1]),
    ("the step after one that is held",
     [case("map-making", "analyst", *REACHED),
      case("map-wizardry", "analyst", *REACHED)], [1]),
)  # fmt: skip


@pytest.mark.parametrize(("when", "of", "best"), FIRST, ids=[row[0] for row in FIRST])
def test_which_of_several_comes_first(when: str, of: list[Case], best: list[int]) -> None:
    """The best verdict comes first, then connection, issuer and core skills; else it is a tie."""
    several = [advise(one) for one in of]
    assert first_of(several) == tuple(several[i] for i in best)

"""What would change a verdict: the smallest sets of facts that lead to a yes, or none."""

from dataclasses import dataclass

import pytest

from bot.advice import changes
from bot.advice.case import Case
from bot.advice.learner import Status
from bot.advice.reading.facts import Hope, Promise, Stage
from bot.advice.verdict import Verdict, decide
from bot.advice.wording import SENTENCES
from tests.advice.realising import realised
from tests.advice.rule_row import LONG_ANALYST
from tests.advice.world import (
    DEGREE,
    LICENCE,
    SLIP,
    SUSPECT,
    TEACHES_NOTHING_KNOWN,
    THREE_BADGES,
    UNKNOWN,
    UNSAID,
    WORLD,
    case,
    holds,
    made,
    named,
)

JOB = {"promises": frozenset({Promise.JOB})}
SQL = made(credential="SQL Short")


@dataclass(frozen=True)
class Row:
    """A case and the sets of changes, each written as its sentences' keys."""

    when: str
    case: Case
    ways: tuple[str, ...] = ()


ROWS = (
    Row("not applied", case(), ("project",)),
    Row("issuer not said", case("sql-short", "analyst", SQL, issuer=UNSAID), ("issuer",)),
    Row("issuer from elsewhere", case("sql-short", "analyst", SQL, issuer=named("kitchen-guild")),
        ("issuer",)),
    Row("issuer unknown", case("sql-short", "analyst", SQL, issuer=UNKNOWN), ("issuer",)),
    Row("issuer one letter off", case("sql-short", "analyst", SQL, issuer=SLIP), ("issuer",)),
    Row("look-alike issuer", case("sql-short", "analyst", SQL, issuer=SUSPECT), ("issuer",)),
    Row("promises a job", case("sql-short", "analyst", SQL, **JOB), ("promise",)),
    Row("two facts", case(issuer=UNKNOWN), ("project issuer",)),
    Row("three facts", case(issuer=UNKNOWN, **JOB), ("project issuer promise",)),
    Row("four facts are too many", case("concrete-one", "engineer", issuer=UNKNOWN, **JOB)),
    Row("degree missing", case("concrete-one", "engineer"), ("project degree",)),
    Row("degree held", case("concrete-one", "engineer", DEGREE), ("project",)),
    Row("licence missing", case("nursing-refresher", "nurse"), ("project licence",)),
    Row("licence held", case("nursing-refresher", "nurse", LICENCE), ("project",)),
    Row("wanted in place of a licence",
        case("nursing-refresher", "nurse", hopes=frozenset({Hope.NO_LICENCE})),
        ("project licence",)),
    Row("a usual degree is no condition", case("statistics-one", "researcher"), ("project",)),
    Row("practice or a project", case("leading-teams", "team-lead"), ("project", "practice")),
    Row("practice or a project, and the issuer",
        case("leading-teams", "team-lead", issuer=UNSAID), ("project issuer", "practice issuer")),
    Row("a pile", case("charts-first", "analyst", *THREE_BADGES), ("project apply-held",)),
    Row("ran half way", case("sql-short", "analyst", holds("sql-short", Status.IN_PROGRESS)),
        ("project",)),
    Row("yes already", case("sql-short", "analyst", SQL)),
    Row("only a supporting skill", case("statistics-one")),
    Row("seen in ads", case(TEACHES_NOTHING_KNOWN, named_in_ads=True)),
    Row("off the goal", case("baking-basics")),
    Row("off the goal, and a look-alike", case("baking-basics", issuer=SUSPECT)),
    Row("earned already", case("sql-short", "analyst", holds("sql-short"))),
    Row("finished already", case(stage=Stage.FINISHED)),
    Row("adds nothing", case("sql-stale", "analyst", LONG_ANALYST)),
    Row("no goal", case("sql-short", None)),
    Row("unknown job", case("sql-short", "zorber")),
    Row("unknown content", case(TEACHES_NOTHING_KNOWN)),
    Row("no credential", case(None)),
)  # fmt: skip


def keys(way: changes.Way) -> str:
    """A set of changes by the names of its sentences."""
    return " ".join(said.key.removeprefix("change.") for said in way.changes)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.when)
def test_what_would_change_it(row: Row) -> None:
    """Exactly these smallest sets of facts would lead to a yes."""
    assert tuple(keys(way) for way in changes.ways(row.case)) == row.ways


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.when)
def test_each_way_leads_where_it_says(row: Row) -> None:
    """With the named facts made true by hand, the verdict is the one that was named."""
    for way in changes.ways(row.case):
        assert way.verdict is Verdict.DO
        assert decide(realised(row.case, way.changes)).verdict is way.verdict


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.when)
def test_no_smaller_set_would_do(row: Row) -> None:
    """With any one of the named facts left out, it is no yes yet."""
    for way in changes.ways(row.case):
        for left_out in way.changes:
            rest = [said for said in way.changes if said is not left_out]
            assert decide(realised(row.case, rest)).verdict is not Verdict.DO


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.when)
def test_the_goal_is_never_bent(row: Row) -> None:
    """No change touches the goal, or the credential that was asked about."""
    for change in changes.possible(row.case):
        other = change.made(row.case)
        assert other.goal is row.case.goal
        assert other.asked is row.case.asked


def test_every_change_has_a_row() -> None:
    """Each change that there is a sentence for is part of some row."""
    named_ = {f"change.{key}" for row in ROWS for way in row.ways for key in way.split()}
    assert named_ == {key for key in SENTENCES if key.startswith("change.")}


def test_at_most_three_ways_of_at_most_three_facts() -> None:
    """However much is missing, three ways of three facts are the most that is shown."""
    for title in WORLD.credentials:
        for role in WORLD.roles:
            for issuer in (UNSAID, UNKNOWN, SUSPECT, None):
                found = changes.ways(case(title, role, *THREE_BADGES, issuer=issuer, **JOB))
                assert len(found) <= 3
                assert all(1 <= len(way.changes) <= 3 for way in found)

"""Every rule beyond the article: when it speaks, when it is silent, and that it names a source."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest

from bot.advice import article, beyond
from bot.advice.case import Case
from bot.advice.learner import Status
from bot.advice.reading.facts import Stage
from bot.advice.wording import SENTENCES
from tests.advice.world import (
    LICENCE,
    TEACHES_NOTHING_KNOWN,
    TODAY,
    UNKNOWN,
    case,
    holds,
    named,
    worked,
)


@dataclass(frozen=True)
class Row:
    """A case, and the sentence that a rule says of it; an empty one is silence."""

    rule: str
    when: str
    case: Case
    key: str = ""
    facts: dict[str, Any] = field(default_factory=dict)


def own(title: str, days: int | None = None, status: Status = Status.EARNED) -> Case:
    """One's own copy of a credential, which runs out so many days from today."""
    expires = None if days is None else TODAY + timedelta(days=days)
    return case(title, "analyst", holds(title, status, expires_on=expires))


ROWS = (
    Row("regulated", "no licence yet", case("nursing-refresher", "nurse"), "regulated",
        {"role": "nurse", "note": "the nursing board"}),
    Row("regulated", "licence held", case("nursing-refresher", "nurse", LICENCE)),
    Row("regulated", "it is the licence", case("nursing-licence", "nurse")),
    Row("regulated", "a degree is asked for, no licence", case("concrete-one", "engineer")),
    Row("attendance-only", "nothing is tested", case("sql-by-sitting"), "attendance-only"),
    Row("attendance-only", "not known how it is tested", case("sql-short")),
    Row("attendance-only", "unknown credential", case(TEACHES_NOTHING_KNOWN)),
    Row("expiry", "ran out yesterday", own("sql-short", -1), "expired",
        {"day": TODAY - timedelta(days=1)}),
    Row("expiry", "runs out today", own("sql-short", 0), "expires-soon", {"day": TODAY}),
    Row("expiry", "runs out in ninety days", own("sql-short", 90), "expires-soon"),
    Row("expiry", "runs out in ninety-one days", own("sql-short", 91)),
    Row("expiry", "valid for a year, not held", case("sql-lasting-a-year"), "expiry",
        {"months": 12}),
    Row("expiry", "valid for a year, long to go", own("sql-lasting-a-year", 91), "expiry"),
    Row("expiry", "does not run out", own("sql-short")),
    Row("retired", "with a successor", case("sql-replaced"), "replaced", {"other": "SQL Short"}),
    Row("retired", "without one", case("sql-retired"), "retired"),
    Row("retired", "still issued", case("sql-short")),
    Row("retired", "its successor is gone too", case("sql-replaced-twice"), "replaced",
        {"other": "SQL Short"}),
    Row("permit", "asked for in the job", case("knife-pass", "baker"), "permit",
        {"title": "Knife Pass"}),
    Row("permit", "for another job", case("knife-pass", "nurse")),
    Row("permit", "a course", case("sql-short")),
    Row("ladder", "the step below is held", case("map-wizardry", "analyst", holds("map-making")),
        "next-rung", {"other": "Map Making"}),
    Row("ladder", "the step below is not held", case("map-wizardry"), "rung-below",
        {"other": "Map Mastery"}),
    Row("ladder", "who works there may be past it",
        case("map-wizardry", "analyst", worked("charts"))),
    Row("ladder", "the lowest step", case("map-making")),
    Row("ladder", "a ladder to somewhere else", case("map-wizardry", "baker")),
    Row("entry-conditions", "asks for years", case("sql-for-masters"), "entry-conditions",
        {"requires": "three years of queries"}),
    Row("entry-conditions", "asks for years, and is held", own("sql-for-masters")),
    Row("entry-conditions", "asks for nothing", case("sql-short")),
    Row("marketplace", "anybody may teach there", case(issuer=named("bazaar")), "marketplace",
        {"issuer": "Bazaar"}),
    Row("marketplace", "a college", case(issuer=named("everywhere"))),
    Row("marketplace", "an unknown name", case(issuer=UNKNOWN)),
    Row("exact-name", "held", own("sql-short"), "exact-name", {"title": "SQL Short"}),
    Row("exact-name", "just finished", case(stage=Stage.FINISHED), "exact-name"),
    Row("exact-name", "held once, and run out", own("sql-short", -1)),
    Row("exact-name", "under way", own("sql-short", status=Status.IN_PROGRESS)),
    *(Row("not-yet-earned", stage, case(stage=stage), "not-yet-earned")
      for stage in (Stage.PAID, Stage.ENROLLED, Stage.STALLED)),
    Row("not-yet-earned", "in progress, by the list",
        own("sql-short", status=Status.IN_PROGRESS), "not-yet-earned"),
    Row("not-yet-earned", "held", own("sql-short")),
    Row("not-yet-earned", "only thinking of it", case("sql-short")),
)  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.rule}: {row.when}")
def test_rule_says_what_its_row_says(row: Row) -> None:
    """A rule beyond the article says this sentence with these facts, or is silent."""
    said = {aside.rule: aside.said for aside in beyond.asides(row.case)}.get(row.rule)
    assert (said.key if said else "") == (f"beyond.{row.key}" if row.key else "")
    assert said is None or {k: said.facts[k] for k in row.facts} == row.facts


@pytest.mark.parametrize("rule", [row.id for row in article.BEYOND])
def test_every_rule_has_rows_for_speaking_and_for_silence(rule: str) -> None:
    """No rule beyond the article is without a row in which it speaks and one in which not."""
    assert {bool(row.key) for row in ROWS if row.rule == rule} == {True, False}


def test_every_sentence_beyond_the_article_has_a_row() -> None:
    """Each sentence beyond the article is said in some row."""
    said = {f"beyond.{row.key}" for row in ROWS if row.key}
    assert said == {key for key in SENTENCES if key.startswith("beyond.")}


def test_every_aside_names_its_source() -> None:
    """What is not in the article comes with where it is from, and never under an article's rule."""
    for row in ROWS:
        for aside in beyond.asides(row.case):
            assert aside.source == article.BEYOND_BY_ID[aside.rule].source != ""
    assert set(article.BEYOND_BY_ID).isdisjoint(article.BY_ID)


def test_without_a_credential_there_is_nothing_to_add() -> None:
    """Nothing beyond the article is said before a credential is known."""
    assert beyond.asides(case(None, "nurse")) == ()

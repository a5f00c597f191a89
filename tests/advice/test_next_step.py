"""The one thing to do next, for each line of the decision list and for money already spent."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from bot.advice.advise import advise
from bot.advice.case import Case
from bot.advice.learner import Situation
from bot.advice.reading.facts import Hope, Promise, Stage
from bot.advice.verdict import LINES, Verdict, decide
from bot.advice.wording import SENTENCES
from tests.advice.rule_row import ANALYST, LONG_ANALYST, hoping, within
from tests.advice.world import (
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

SENT = within(Situation.EMPLOYER_SENT)
JOB = {"promises": frozenset({Promise.JOB})}
LICENSED = {"promises": frozenset({Promise.LICENCE})}
IN_ADS = {"named_in_ads": True, "issuer": named("everywhere")}
RAN_OUT = holds("sql-short", expires_on=TODAY - timedelta(days=1))
NORWAY = frozenset({"NO"})
SQL = made(credential="SQL Short")
SHOWN = ("sql-stale", "analyst", LONG_ANALYST)


@dataclass(frozen=True)
class Row:
    """A case, the line that decides it, and the next step with its facts."""

    line: str
    when: str
    case: Case
    key: str
    facts: dict[str, Any] = field(default_factory=dict)


ROWS = (
    Row("suspect-issuer", "the real one is known", case(issuer=SUSPECT), "real-issuer",
        {"real": "Data Guild"}),
    Row("promises-a-job", "others teach it", case(issuer=named("everywhere"), **JOB), "promise",
        {"issuers": ("Data Guild",)}),
    Row("promises-a-job", "who promises is not named in its own place", case(**JOB), "promise",
        {"issuers": ()}),
    Row("no-longer-issued", "another took its place", case("sql-replaced"), "successor",
        {"other": "SQL Short"}),
    Row("no-longer-issued", "so it is without a goal", case("sql-replaced-twice", None),
        "successor", {"other": "SQL Short"}),
    Row("no-longer-issued", "nothing took its place, and others teach it", case("sql-retired"),
        "no-successor", {"titles": ("Almost A Diploma", "Data Diploma")}),
    Row("no-longer-issued", "nothing took its place, and there is no goal",
        case("sql-retired", None), "no-successor", {"titles": ()}),
    Row("conditions", "proof of the language", case("norse-test", "nurse", places=NORWAY),
        "language", {"role": "nurse"}),
    Row("no-connection", "proof of another language", case("norse-test", "nurse",
        places=frozenset({"DE"})), "language-elsewhere", {"places": ("DE",)}),
    Row("conditions", "the licence itself", case("nursing-licence", "nurse"), "licence-step"),
    Row("conditions", "a maker's own tool", case("abacus-official", "counter", issuer=UNSAID),
        "choose-issuer", {"issuers": ("Abacus Works",)}),
    Row("all-clear", "a permit", case("oven-pass", "baker"), "permit", {"title": "Oven Pass"}),
    Row("all-clear", "a permit of a day", case("knife-pass", "baker", stage=Stage.PAID),
        "permit-short"),
    Row("already-earned", "a permit", case("knife-pass", "baker", holds("knife-pass")),
        "show-permit"),
    Row("all-clear", "begin with a course of a week", case("statistics-in-a-day", "researcher",
        made(credential="Statistics In A Day")), "start-short"),
    Row("promises-a-job", "nobody else is known", case(TEACHES_NOTHING_KNOWN, **JOB), "promise",
        {"issuers": ()}),
    Row("promises-an-income", "others teach it", case(issuer=named("everywhere"),
        promises=frozenset({Promise.INCOME})), "promise", {"issuers": ("Data Guild",)}),
    Row("promises-a-licence", "where one is required", case("nursing-refresher", "nurse",
        **LICENSED), "licence", {"role": "nurse", "note": "the nursing board"}),
    Row("promises-a-licence", "where none is required", case(**LICENSED), "licence-body"),
    Row("promises-a-licence", "without a goal", case("sql-short", None, **LICENSED),
        "licence-body"),
    Row("instead-of-a-licence", "where one is required", case("nursing-refresher", "nurse",
        **hoping(Hope.NO_LICENCE)), "licence", {"role": "nurse"}),
    Row("no-connection", "something else leads there", case("baking-basics"), "other",
        {"role": "analyst", "skill": "sql", "titles": ("Almost A Diploma", "Data Diploma")}),
    Row("no-connection", "the first skill is shown already",
        case("baking-basics", "analyst", holds("sql-short")), "other", {"skill": "charts"}),
    Row("no-connection", "nothing that I know of leads there", case("baking-basics", "clerk",
        worked("charts", years=3)), "other", {"skill": "spreadsheets"}),
    Row("no-connection", "every core skill is shown", case("baking-basics", "analyst",
        LONG_ANALYST), "show-work", {"skills": ("sql", "charts")}),
    Row("already-earned", "nothing made with it", case("sql-short", "analyst",
        holds("sql-short")), "project", {"skill": "sql", "role": "analyst"}),
    Row("already-earned", "and applied", case("sql-short", "analyst", holds("sql-short"), SQL),
        "show", {"title": "SQL Short"}),
    Row("already-earned", "in ads, nothing else known", case(TEACHES_NOTHING_KNOWN,
        stage=Stage.FINISHED, **IN_ADS), "show"),
    Row("adds-nothing", "another core skill is missing",
        case("sql-stale", "analyst", holds("sql-short")), "other", {"skill": "charts"}),
    Row("adds-nothing", "nothing is missing", case(*SHOWN), "show-work", {"skills": ("sql",)}),
    Row("pile-of-badges", "the connected one", case("charts-first", "analyst", *THREE_BADGES),
        "apply-held", {"title": "SQL Short", "skill": "sql"}),
    Row("experience-first", "the smallest practice", case("leading-teams", "team-lead"),
        "practice", {"skill": "leading"}),
    Row("unknown-issuer", "others teach it", case(issuer=UNKNOWN), "check-issuer",
        {"issuers": ("Data Guild",)}),
    Row("unknown-issuer", "nobody else is known", case(TEACHES_NOTHING_KNOWN, named_in_ads=True,
        issuer=UNKNOWN), "check-issuer", {"issuers": ()}),
    Row("conditions", "licence first", case("nursing-refresher", "nurse", issuer=UNSAID),
        "gate-licence", {"note": "the nursing board"}),
    Row("conditions", "degree first", case("concrete-one", "engineer", issuer=UNSAID),
        "gate-degree", {"note": "the chamber of engineers"}),
    Row("conditions", "then the issuer", case(issuer=UNSAID), "choose-issuer",
        {"issuers": ("Data Guild",)}),
    Row("conditions", "an issuer from elsewhere", case(issuer=named("kitchen-guild")),
        "choose-issuer"),
    Row("conditions", "an issuer from elsewhere, and nobody else teaches it",
        case("map-making", issuer=named("kitchen-guild")), "choose-issuer"),
    Row("conditions", "an issuer from elsewhere, the only one there is",
        case("abacus-for-all", "counter"), "choose-issuer", {"issuers": ("Abacus Works",)}),
    Row("all-clear", "proof of the language, for one who has the job",
        case("norse-test", "nurse", worked(role="nurse"), places=NORWAY), "language"),
    Row("conditions", "an issuer, and nobody is known", case(TEACHES_NOTHING_KNOWN,
        named_in_ads=True), "choose-issuer", {"issuers": ()}),
    Row("conditions", "then a project", case(), "project", {"skill": "sql", "role": "analyst"}),
    Row("conditions", "a project, and nothing is known of it", case(TEACHES_NOTHING_KNOWN,
        **IN_ADS), "ask-teacher"),
    Row("conditions", "then the core", case("statistics-one", "analyst",
        made(credential="Statistics One")), "core", {"skill": "sql"}),
    Row("all-clear", "begin", case("sql-short", "analyst", SQL), "start", {"title": "SQL Short"}),
    Row("all-clear", "one's own copy ran out", case("sql-short", "analyst", SQL, RAN_OUT),
        "renew"),
    Row("no-connection", "paid for", case("baking-basics", stage=Stage.PAID),
        "make-the-best-off", {"title": "Baking Basics"}),
    Row("no-connection", "sent by the boss", case("baking-basics", **SENT), "sent-off"),
    Row("conditions", "paid for", case(issuer=UNSAID, stage=Stage.PAID), "make-the-best",
        {"skill": "sql", "role": "analyst"}),
    Row("conditions", "sent by the boss", case(issuer=UNSAID, **SENT), "make-the-best"),
    Row("conditions", "paid for, and nothing is known of it", case(TEACHES_NOTHING_KNOWN,
        stage=Stage.ENROLLED, **IN_ADS), "make-the-best-off"),
    Row("unknown-issuer", "paid for", case(issuer=UNKNOWN, stage=Stage.PAID), "make-the-best"),
    Row("adds-nothing", "under way", case(*SHOWN, stage=Stage.STALLED), "make-the-best-off"),
    Row("adds-nothing", "sent by the boss", case(*SHOWN, **SENT), "sent-off"),
    Row("all-clear", "sent by the boss to what one does already",
        case("sql-short", "analyst", ANALYST, **SENT), "make-the-best-known"),
    Row("all-clear", "under way", case("sql-short", "analyst", SQL, stage=Stage.ENROLLED),
        "make-the-best"),
    Row("experience-first", "paid for, practice is still first", case("leading-teams",
        "team-lead", stage=Stage.PAID), "practice"),
    Row("suspect-issuer", "sent by the boss to a look-alike", case(issuer=SUSPECT, **SENT),
        "real-issuer"),
)  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.line}: {row.when}")
def test_next_step(row: Row) -> None:
    """Decided by this line, the next step is this one, with these facts."""
    found = advise(row.case)
    assert found.line.name == row.line
    assert found.next_step is not None
    assert found.next_step.key == f"next.{row.key}"
    assert {k: found.next_step.facts[k] for k in row.facts} == row.facts


def test_every_step_has_a_row() -> None:
    """Each next step that there is a sentence for is the next step of some row."""
    steps = {key.partition("+")[0] for key in SENTENCES if key.startswith("next.")}
    assert {f"next.{row.key}" for row in ROWS} == steps


def test_every_line_but_a_question_has_a_step() -> None:
    """Each verdict other than "tell me first" comes with a next step."""
    silent = {line.name for line in LINES if line.verdict is Verdict.TELL_ME}
    assert {row.line for row in ROWS} == {line.name for line in LINES} - silent


@pytest.mark.parametrize("role", WORLD.roles)
def test_what_is_named_teaches_what_is_said(role: str) -> None:
    """Credentials named in a next step teach the core skill that it speaks of."""
    taught = {t.name: t.skills for t in WORLD.credentials.values()}
    steps = [advise(case(title, role)).next_step for title in WORLD.credentials]
    others = [step for step in steps if step is not None and step.key == "next.other"]
    assert others
    for step in others:
        assert step.facts["skill"] in WORLD.roles[role].core
        assert all(step.facts["skill"] in taught[name] for name in step.facts["titles"])
        assert len(step.facts["titles"]) <= 2


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.line}: {row.when}")
def test_spent_money_changes_the_step_alone(row: Row) -> None:
    """Paid, enrolled or sent: the next step may be another one, the verdict is the same."""
    if row.case.stage is Stage.CONSIDERING:
        for more in ({"stage": Stage.PAID}, {"stage": Stage.ENROLLED}, SENT):
            assert decide(replace(row.case, **more)).name == row.line

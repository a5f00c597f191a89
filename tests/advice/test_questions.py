"""The one question that a case may need: what it asks, about which words, with which choices."""

from dataclasses import dataclass

import pytest
from msgspec.structs import replace

from bot.advice.advise import advise
from bot.advice.case import Case
from bot.advice.learner import Credential, Experience
from bot.advice.questions import NONE, About, Question, question
from bot.advice.reading.facts import GoalRead
from bot.advice.verdict import Verdict
from bot.advice.wording import SENTENCES
from tests.advice.test_verdict import ROWS as VERDICT_ROWS
from tests.advice.test_verdict import Row as VerdictRow
from tests.advice.world import (
    SLIP,
    SUSPECT,
    TEACHES_NOTHING_KNOWN,
    THREE_BADGES,
    UNKNOWN,
    case,
    made,
)


def guessing(*guesses: str) -> Case:
    """A goal in words that name no role, with the roles that come closest."""
    return replace(case(), goal=GoalRead(read="zorber", guesses=guesses))


@dataclass(frozen=True)
class Row:
    """A case and its question; told: what it teaches was asked before."""

    when: str
    case: Case
    about: About
    key: str
    asked: str
    choices: tuple[str, ...]
    told: bool = False


ROWS = (
    Row("no credential", case(None), About.CREDENTIAL, "credential", "", ()),
    Row("no credential and no goal", case(None, None), About.CREDENTIAL, "credential", "", ()),
    Row("no goal: closest jobs first", case("sql-short", None), About.GOAL, "goal", "",
        ("analyst", "researcher")),
    Row("no goal: the one supposed first", replace(case("sql-short", None), supposed="baker"),
        About.GOAL, "goal", "", ("baker", "analyst", "researcher")),
    Row("no goal: made for it first", case("kitchen-analyst", None), About.GOAL, "goal", "",
        ("analyst", "baker")),
    Row("no goal: jobs that it supports, where it is core to none", case("napkins", None),
        About.GOAL, "goal", "", ("baker",)),
    Row("no goal and unknown content", case(TEACHES_NOTHING_KNOWN, None), About.GOAL, "goal", "",
        ()),
    Row("unknown job, with guesses", guessing("analyst", "baker"), About.ROLE, "role", "zorber",
        ("analyst", "baker", NONE)),
    Row("unknown job, many guesses", guessing(*"analyst baker clerk nurse editor engineer".split()),
        About.ROLE, "role", "zorber", ("analyst", "baker", "clerk", "nurse", "editor", NONE)),
    Row("unknown job, no guess", case("sql-short", "zorber"), About.ROLE, "role-freely", "zorber",
        ()),
    Row("unknown content", case(TEACHES_NOTHING_KNOWN), About.SKILLS, "skills",
        "zorbing certificate", ("sql", "charts", "statistics", "spreadsheets", NONE)),
    Row("unknown content, asked before", case(TEACHES_NOTHING_KNOWN), About.ADS, "ads",
        "zorbing certificate", ("yes", "no"), told=True),
    Row("issuer one letter off", case("sql-short", "analyst", made(credential="SQL Short"),
        issuer=SLIP), About.ISSUER, "issuer", "data guilt", ("data-guild", NONE)),
)  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.when)
def test_question(row: Row) -> None:
    """The case needs exactly this question, about these words, with these choices."""
    found = advise(row.case, told_skills=row.told).question
    assert isinstance(found, Question)
    assert (found.about, found.said.key, found.asked) == (row.about, f"ask.{row.key}", row.asked)
    assert tuple(choice.value for choice in found.choices) == row.choices


@pytest.mark.parametrize("row", VERDICT_ROWS, ids=lambda row: f"{row.line}: {row.when}")
def test_a_question_goes_with_tell_me_first(row: VerdictRow) -> None:
    """It asks when it says "tell me first" or the issuer is one letter off, else never."""
    found = advise(row.case)
    slip = found.line.name == "unknown-issuer" and row.case.issuer.slip
    assert (found.question is not None) is (found.verdict is Verdict.TELL_ME or slip)


@pytest.mark.parametrize(
    "of",
    [
        case(issuer=UNKNOWN),
        case(issuer=SUSPECT),
        case("baking-basics", issuer=SLIP),
        case("charts-first", "analyst", *THREE_BADGES, issuer=SLIP),
        case(TEACHES_NOTHING_KNOWN, named_in_ads=True, issuer=UNKNOWN),
    ],
    ids=["unknown issuer", "suspect issuer", "off the goal", "pile", "answered"],
)
def test_nothing_is_asked_that_would_change_nothing(of: Case) -> None:
    """No question where no answer to it could change the verdict, or where it was answered."""
    assert advise(of).question is None


def test_every_question_has_a_row() -> None:
    """Each question that there is a sentence for, and each thing to ask about, is in some row."""
    asked = {key for key in SENTENCES if key.startswith("ask.")}
    assert {f"ask.{row.key}" for row in ROWS} == asked
    assert {row.about for row in ROWS} == set(About)


def test_one_question_at_a_time() -> None:
    """Where goal, content and issuer are all doubtful, only the goal is asked for."""
    of = case(TEACHES_NOTHING_KNOWN, None, issuer=SLIP)
    found = question(of, told_skills=False)
    assert found is not None
    assert found.about is About.GOAL


def test_facts_of_the_person_are_no_choices() -> None:
    """What one has makes no difference to what is asked about the goal."""
    plain = question(case("sql-short", None), told_skills=False)
    rich = case(
        "sql-short", None,
        Credential(id="c1", title="Baking Basics"), Experience(id="e1", area="bakery"),
    )  # fmt: skip
    assert question(rich, told_skills=False) == plain

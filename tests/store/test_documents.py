"""Profiles as text: older ones are read, newer ones are refused whole."""

import json
import re
from pathlib import Path

import pytest

from bot.advice.learner import Experience, Goal, Learner
from bot.store import StoreProblem
from bot.store.documents import learner_text, read_learner, read_workspace, workspace_text
from tests.store.people import FULL

BEFORE = Path(__file__).with_name("written_before.jsonl")


def test_there_and_back() -> None:
    """A profile reads back equal, type for type."""
    again = read_learner(learner_text(FULL))
    assert again == FULL
    assert repr(again) == repr(FULL)


def test_what_an_older_version_left_out_has_its_default() -> None:
    """A profile written before a field existed is read as if the field were empty."""
    assert read_learner("{}") == Learner()
    assert read_learner('{"goal": {"text": "x"}}') == Learner(goal=Goal(text="x"))


def test_what_was_written_before_is_written_the_same() -> None:
    """Documents with a value in every key, kept from an earlier version, come back to the byte."""
    learner, workspace = BEFORE.read_text(encoding="utf-8").split("\n")[:2]
    assert learner_text(read_learner(learner)) == learner
    assert workspace_text(read_workspace(workspace)) == workspace
    assert json.loads(learner).keys() == set(Learner.__struct_fields__)


def test_a_whole_number_of_years_is_written_as_before() -> None:
    """Years are written with a decimal point, whoever counted them."""
    counted = Learner(experience=(Experience(id="e1", area="guiding", years=5),))
    assert '"years":5.0' in learner_text(counted)


def test_a_word_of_a_newer_version_is_refused() -> None:
    """A word that no list of this version has was written by a newer one."""
    with pytest.raises(StoreProblem, match="newer Badgewise: update this one"):
        read_learner('{"goal": {"text": "x", "situation": "retiring"}}')


LEARNER_PLACES: list[tuple[str | int, ...]] = [
    (), ("goal",), ("credentials", 0), ("experience", 0), ("education", 0), ("projects", 0),
    ("answers",), ("nudging",), ("nudging", "again"), ("nudging", "sent", 0),
]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "place"),
    [*((0, place) for place in LEARNER_PLACES), (1, ()), (1, ("trusted", 0))],
)
def test_what_a_newer_version_added_is_refused(line: int, place: tuple[str | int, ...]) -> None:
    """An unknown key anywhere refuses the document: saving it would drop what it means."""
    document = json.loads(BEFORE.read_text(encoding="utf-8").split("\n")[line])
    inner = document
    for step in place:
        inner = inner[step]
    inner["mood"] = "curious"
    with pytest.raises(StoreProblem, match="newer Badgewise: update this one") as problem:
        (read_learner, read_workspace)[line](json.dumps(document))
    assert "curious" not in repr(problem.value.__context__)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"goal": 7}', '{"goal": {}}', "null"])
def test_what_is_no_profile_is_a_sentence(text: str) -> None:
    """Anything else in place of a profile is a sentence that says what to do."""
    for read in (read_learner, read_workspace):
        if text != '{"goal": {}}' or read is read_learner:
            with pytest.raises(StoreProblem, match=re.compile("restore|newer")):
                read(text)

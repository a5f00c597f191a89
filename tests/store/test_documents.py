"""Profiles as text: older ones are read, newer ones are refused whole."""

import json
import re

import pytest

from bot.advice.learner import Goal, Learner
from bot.store import StoreProblem
from bot.store.documents import learner_text, read_learner, read_workspace
from tests.store.people import FULL


def test_there_and_back() -> None:
    """A profile reads back equal, type for type."""
    again = read_learner(learner_text(FULL))
    assert again == FULL
    assert repr(again) == repr(FULL)


def test_what_an_older_version_left_out_has_its_default() -> None:
    """A profile written before a field existed is read as if the field were empty."""
    assert read_learner("{}") == Learner()
    assert read_learner('{"goal": {"text": "x"}}') == Learner(goal=Goal(text="x"))


@pytest.mark.parametrize("place", [(), ("goal",), ("credentials", 0), ("answers",)])
def test_what_a_newer_version_added_is_refused(place: tuple[str | int, ...]) -> None:
    """An unknown key anywhere refuses the profile: saving it would drop what it means."""
    document = json.loads(learner_text(FULL))
    inner = document
    for step in place:
        inner = inner[step]
    inner["mood"] = "curious"
    with pytest.raises(StoreProblem, match="newer Badgewise: update this one") as problem:
        read_learner(json.dumps(document))
    assert "curious" not in repr(problem.value.__context__)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"goal": 7}', '{"goal": {}}', "null"])
def test_what_is_no_profile_is_a_sentence(text: str) -> None:
    """Anything else in place of a profile is a sentence that says what to do."""
    for read in (read_learner, read_workspace):
        if text != '{"goal": {}}' or read is read_learner:
            with pytest.raises(StoreProblem, match=re.compile("restore|newer")):
                read(text)

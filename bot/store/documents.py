"""Documents: a learner or a workspace as JSON text and back.

Keys that an older version did not write get their defaults. Keys that this version does not know
were written by a newer one: the document is refused, so that saving never drops them.
"""

from functools import cache, lru_cache
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError

from bot.advice.learner import Learner
from bot.store.problems import NO_TEXT, StoreProblem, Unreadable
from bot.workspace import Workspace

NEWER = "unexpected_keyword_argument"


@cache
def _adapter(kind: type) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _read(kind: type, text: str) -> Any:
    try:
        return _adapter(kind).validate_json(text, extra="forbid")
    except ValidationError as error:
        kinds = {problem["type"] for problem in error.errors(include_input=False)}
    if NEWER in kinds:
        raise Unreadable("A stored profile was written by a newer Badgewise: update this one.")
    raise Unreadable("A stored profile cannot be read: restore a backup, or delete the profile.")


def _write(kind: type, value: Any) -> str:
    """What cannot be read back is never written (half a character, a number that is none)."""
    try:
        text = _adapter(kind).dump_json(value, warnings="error").decode()
        if _read(kind, text) == value:
            return text
    except (PydanticSerializationError, StoreProblem):
        pass
    raise StoreProblem(NO_TEXT)


def learner_text(learner: Learner) -> str:
    """Returns a learner as JSON text; raises StoreProblem when it would not read back."""
    return _write(Learner, learner)


def read_learner(text: str) -> Learner:
    """Returns the learner in a JSON text; raises StoreProblem when it is not one of ours."""
    learner: Learner = _read(Learner, text)
    return learner


def workspace_text(workspace: Workspace) -> str:
    """Returns a workspace as JSON text; raises StoreProblem when it would not read back."""
    return _write(Workspace, workspace)


@lru_cache(maxsize=256)
def read_workspace(text: str) -> Workspace:
    """Returns the workspace in a JSON text; raises StoreProblem when it is not one of ours.

    Read on every command and rarely changed, hence remembered: the result is shared.
    """
    workspace: Workspace = _read(Workspace, text)
    return workspace

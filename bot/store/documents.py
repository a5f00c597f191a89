"""Documents: a learner or a workspace as JSON text and back.

Keys that an older version did not write get their defaults. Keys, and words of a list, that this
version does not know were written by a newer one: the document is refused, so that saving never
drops them.
"""

from functools import lru_cache
from typing import TypeVar

from msgspec import DecodeError, Struct, json

from bot.advice.learner import Learner
from bot.checking import Matter, slip
from bot.store.problems import NO_TEXT, StoreProblem, Unreadable
from bot.workspace import Workspace

_NEWER = (Matter.UNKNOWN, Matter.WORD)
T = TypeVar("T", bound=Struct)


def _read(kind: type[T], text: str | bytes) -> T:
    try:
        return json.decode(text, type=kind)
    except DecodeError as error:
        newer = slip(error).matter in _NEWER
    if newer:
        raise Unreadable("A stored profile was written by a newer Badgewise: update this one.")
    raise Unreadable("A stored profile cannot be read: restore a backup, or delete the profile.")


def _write(value: Struct) -> str:
    """What cannot be read back is never written (half a character, a number that is none)."""
    try:
        again = _read(type(value), json.encode(value))
        if again == value:
            return json.encode(again).decode()  # 5 years are 5.0 by now, as they always were
    except (TypeError, ValueError, OverflowError, StoreProblem):
        pass
    raise StoreProblem(NO_TEXT)


def learner_text(learner: Learner) -> str:
    """Returns a learner as JSON text; raises StoreProblem when it would not read back."""
    return _write(learner)


def read_learner(text: str) -> Learner:
    """Returns the learner in a JSON text; raises StoreProblem when it is not one of ours."""
    return _read(Learner, text)


def workspace_text(workspace: Workspace) -> str:
    """Returns a workspace as JSON text; raises StoreProblem when it would not read back."""
    return _write(workspace)


@lru_cache(maxsize=256)
def read_workspace(text: str) -> Workspace:
    """Returns the workspace in a JSON text; raises StoreProblem when it is not one of ours.

    Read on every command and rarely changed, hence remembered: the result is shared.
    """
    return _read(Workspace, text)

"""What is wrong with something that was read: the key, and the matter with it, never the value.

The library's own sentence may hold the value, which may be a secret; it does not leave this file.
"""

import re
from enum import StrEnum
from typing import NamedTuple

from msgspec import DecodeError, ValidationError


class Matter(StrEnum):
    """What can be the matter, as words that go after the name of the key."""

    UNKNOWN = "there is no such key"
    MISSING = "is missing"
    WORD = "is not one of the allowed words"
    SHORT = "is too short"
    LONG = "is too long"
    SMALL = "is too small"
    LARGE = "is too large"
    FORM = "is not written as it must be"
    WHOLE = "must be a whole number"
    NUMBER = "must be a number"
    TEXT = "must be text"
    SWITCH = "must be true or false"
    LIST = "must be a list"
    TABLE = "must be a table of its own"
    OTHER = "cannot be read"


class Slip(NamedTuple):
    """The first thing that is wrong; ``path`` leads to it, and is empty for the whole."""

    path: tuple[str, ...]
    matter: Matter


_PLACE = re.compile(r"(.*) - at `\$(.*)`", re.DOTALL)
_STEP = re.compile(r"\w+")
_KEY = re.compile(r".* field `(.*)`", re.DOTALL)
_SAID = {
    "Object contains unknown field": Matter.UNKNOWN,
    "Object missing required field": Matter.MISSING,
    "Invalid enum value": Matter.WORD,
    r"Expected `\w+` of length >=": Matter.SHORT,
    r"Expected `\w+` of length <=": Matter.LONG,
    r"Expected `\w+` >": Matter.SMALL,
    r"Expected `\w+` <": Matter.LARGE,
    r"Expected `\w+` matching": Matter.FORM,
    r"Expected `int\b": Matter.WHOLE,
    r"Expected `float\b": Matter.NUMBER,
    r"Expected `str\b": Matter.TEXT,
    r"Expected `bool\b": Matter.SWITCH,
    r"Expected `array\b": Matter.LIST,
    r"Expected `object\b": Matter.TABLE,
}  # in this order; made once for the few that are ever read


def slip(error: DecodeError | ValidationError) -> Slip:
    """What the library found, in our words."""
    said, steps = str(error), ""
    if placed := _PLACE.fullmatch(said):
        said, steps = placed.groups()
    matter = next((m for start, m in _SAID.items() if re.match(start, said)), Matter.OTHER)
    path = tuple(_STEP.findall(steps))
    if matter in (Matter.UNKNOWN, Matter.MISSING) and (key := _KEY.fullmatch(said)):
        path = (*path, key[1])
    return Slip(path, matter)

"""What is wrong with something read is told in our words."""

from enum import StrEnum
from typing import Annotated

import msgspec
import pytest
from msgspec import Meta, Struct

from bot.checking import Matter, slip


class Colour(StrEnum):
    """A word out of a list."""

    RED = "red"


class Inner(Struct, forbid_unknown_fields=True):
    """A table within the table."""

    deep: int = 0


class Table(Struct, forbid_unknown_fields=True):
    """One key for everything that can be wrong."""

    needed: int
    colour: Colour = Colour.RED
    text: Annotated[str, Meta(min_length=2, max_length=4, pattern="^[a-z]+$")] = "abc"
    size: Annotated[int, Meta(ge=1, le=9)] = 1
    share: float = 0.5
    on: bool = True
    many: tuple[int, ...] = ()
    few: Annotated[list[int], Meta(min_length=1, max_length=2)] = msgspec.field(
        default_factory=lambda: [1]
    )
    inner: Inner = msgspec.field(default_factory=Inner)
    other: None = None


ROWS = [
    ({"nedeed": 1}, ("nedeed",), Matter.UNKNOWN),
    ({"inner": {"depe": 1}}, ("inner", "depe"), Matter.UNKNOWN),
    ({"colour": "blue"}, ("colour",), Matter.WORD),
    ({"text": "a"}, ("text",), Matter.SHORT),
    ({"text": "abcde"}, ("text",), Matter.LONG),
    ({"text": "AB"}, ("text",), Matter.FORM),
    ({"few": []}, ("few",), Matter.SHORT),
    ({"few": [1, 2, 3]}, ("few",), Matter.LONG),
    ({"size": 0}, ("size",), Matter.SMALL),
    ({"size": 10}, ("size",), Matter.LARGE),
    ({"size": "many"}, ("size",), Matter.WHOLE),
    ({"share": "half"}, ("share",), Matter.NUMBER),
    ({"text": 1}, ("text",), Matter.TEXT),
    ({"on": "perhaps"}, ("on",), Matter.SWITCH),
    ({"many": 1}, ("many",), Matter.LIST),
    ({"many": [1, "two"]}, ("many",), Matter.WHOLE),
    ({"inner": 1}, ("inner",), Matter.TABLE),
    ({"other": 1}, ("other",), Matter.OTHER),
]


@pytest.mark.parametrize(("said", "path", "matter"), ROWS)
def test_each_slip_is_told(said: dict, path: tuple[str, ...], matter: Matter) -> None:
    """The library's own words are understood, whatever version of it is there."""
    with pytest.raises(msgspec.ValidationError) as caught:
        msgspec.convert({"needed": 1, **said}, Table)
    found = slip(caught.value)
    assert (found.path[: len(path)], found.matter) == (path, matter)


def test_a_missing_key_is_told() -> None:
    """It is named, though nothing stands there."""
    with pytest.raises(msgspec.ValidationError) as caught:
        msgspec.convert({}, Table)
    assert slip(caught.value) == (("needed",), Matter.MISSING)


def test_what_cannot_be_read_at_all() -> None:
    """No path, and no word of what was there."""
    with pytest.raises(msgspec.DecodeError) as caught:
        msgspec.json.decode(b"{ secret")
    assert slip(caught.value) == ((), Matter.OTHER)


def test_every_matter_has_its_row() -> None:
    """None of them is there for nothing."""
    shown = {matter for *_, matter in ROWS} | {Matter.MISSING}
    assert shown == set(Matter)

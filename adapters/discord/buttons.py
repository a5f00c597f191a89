"""What a button carries: whose it is, and the line it says, packed or kept where it is long."""

import re
from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from adapters.discord.limits import CUSTOM_ID, OPTION_VALUE, size
from adapters.discord.packing import packed, unpacked
from bot.person import Person
from bot.reply import Action
from bot.store import Store, StoreProblem

_CARRIED = re.compile(r"(\d{1,3})([lpk])([OPU]*)([0-9a-z]{1,13}) (.+)", re.DOTALL)
_CHOSEN = re.compile(r"(\d{1,3})([lpk]) (.+)", re.DOTALL)
_SELECT = re.compile(r"s([OPU]*)([0-9a-z]{1,13})")
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_BASE = 36
LEAST_PACKED = 8  # nothing that people write gets shorter than an eighth


class Kind(StrEnum):
    """How a button holds its line."""

    LINE = "l"  # as it stands
    PACKED = "p"
    KEPT = "k"  # by the key of what the store keeps


class Pressed(Struct, frozen=True):
    """A press, as read: ``owner`` may use it; ``text`` is a line, or the key of one kept."""

    owner: str
    text: str
    kept: bool
    of_others: bool
    in_place: bool
    posts: bool


class Held(Struct, frozen=True):
    """An action with the text that it carries."""

    action: Action
    text: str
    kind: Kind


def short(user: str) -> str:
    """A user's number in fewer characters."""
    number, found = int(user), ""
    while number:
        number, digit = divmod(number, _BASE)
        found = _DIGITS[digit] + found
    return found or "0"


def _flags(action: Action, *, of_others: bool) -> str:
    """``O``: words of somebody else's; ``P``: posts; ``U``: the answer replaces the question."""
    flags = {"O": of_others, "P": action.public, "U": action.choice}
    return "".join(flag for flag, holds in flags.items() if holds)


def custom_id(number: int, held: Held, owner: str, *, of_others: bool) -> str:
    """Unique within a message, at most 100 characters."""
    flags = _flags(held.action, of_others=of_others)
    return f"{number}{held.kind}{flags}{short(owner)} {held.text}"


def select_id(first: Held, owner: str, *, of_others: bool) -> str:
    """The custom id of a menu; its values carry the lines."""
    return f"s{_flags(first.action, of_others=of_others)}{short(owner)}"


def select_value(number: int, held: Held) -> str:
    """The value of one entry of a menu."""
    return f"{number}{held.kind} {held.text}"


def read(custom: str, value: str = "") -> Pressed | None:
    """A press from its custom id and chosen value; None when it is none of ours."""
    if found := _CARRIED.fullmatch(custom):
        _, kind, flags, owner, text = found.groups()
    elif (menu := _SELECT.fullmatch(custom)) and (found := _CHOSEN.fullmatch(value)):
        (flags, owner), (_, kind, text) = menu.groups(), found.groups()
    else:
        return None
    try:
        text = unpacked(text) if kind == Kind.PACKED else text
    except ValueError:
        return None
    return Pressed(
        owner=str(int(owner, _BASE)),
        text=text,
        kept=kind == Kind.KEPT,
        of_others="O" in flags,
        in_place="U" in flags,
        posts="P" in flags,
    )


def _held(action: Action, room: int) -> Held | None:
    """The action with its whole line, where that fits into so many characters."""
    line = action.line
    if line == line.strip() and size(line) <= room:
        return Held(action, line, Kind.LINE)
    if size(line) > room * LEAST_PACKED:
        return None
    text = packed(line)
    return Held(action, text, Kind.PACKED) if size(text) <= room else None


async def hold(
    actions: Iterable[Action], person: Person, store: Store, now: datetime
) -> tuple[Held, ...]:
    """The actions with what they carry. Where a line cannot be kept, its button is left out."""
    room = min(CUSTOM_ID, OPTION_VALUE) - len("99kOPU ") - len(short(person.user))
    every = [(action, _held(action, room)) for action in actions]
    long = [action.line for action, held in every if held is None]
    try:
        keys = await store.keep_lines(person, long, now) if long else []
    except StoreProblem:
        keys = []
    kept = dict(zip(long, keys, strict=bool(keys)))
    found = (
        held or (Held(action, kept[action.line], Kind.KEPT) if action.line in kept else None)
        for action, held in every
    )
    return tuple(held for held in found if held)

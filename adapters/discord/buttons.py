"""What a button carries: whose it is, and the line it says, or the key of a line kept for it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from adapters.discord.limits import CUSTOM_ID, OPTION_VALUE, size
from bot.person import Person
from bot.reply import Action
from bot.store import Store, StoreProblem

_CARRIED = re.compile(r"(\d{1,3})([lk])([OPU]*)([0-9a-z]{1,13}) (.+)", re.DOTALL)
_CHOSEN = re.compile(r"(\d{1,3})([lk]) (.+)", re.DOTALL)
_SELECT = re.compile(r"s([OPU]*)([0-9a-z]{1,13})")
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_BASE = 36


@dataclass(frozen=True, slots=True)
class Pressed:
    """A press, as read: ``owner`` may use it; ``text`` is a line, or the key of one."""

    owner: str
    text: str
    kept: bool
    of_others: bool
    in_place: bool
    posts: bool


@dataclass(frozen=True, slots=True)
class Held:
    """An action with the text that it carries."""

    action: Action
    text: str
    kept: bool


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
    kind = "k" if held.kept else "l"
    flags = _flags(held.action, of_others=of_others)
    return f"{number}{kind}{flags}{short(owner)} {held.text}"


def select_id(first: Held, owner: str, *, of_others: bool) -> str:
    """The custom id of a menu; its values carry the lines."""
    return f"s{_flags(first.action, of_others=of_others)}{short(owner)}"


def select_value(number: int, held: Held) -> str:
    """The value of one entry of a menu."""
    return f"{number}{'k' if held.kept else 'l'} {held.text}"


def read(custom: str, value: str = "") -> Pressed | None:
    """A press from its custom id and chosen value; None when it is none of ours."""
    if found := _CARRIED.fullmatch(custom):
        _, kind, flags, owner, text = found.groups()
    elif (menu := _SELECT.fullmatch(custom)) and (found := _CHOSEN.fullmatch(value)):
        (flags, owner), (_, kind, text) = menu.groups(), found.groups()
    else:
        return None
    return Pressed(
        owner=str(int(owner, _BASE)),
        text=text,
        kept=kind == "k",
        of_others="O" in flags,
        in_place="U" in flags,
        posts="P" in flags,
    )


def _fits(line: str, owner: str) -> bool:
    head = len("99kOPU ") + len(short(owner))
    return size(line) + head <= min(CUSTOM_ID, OPTION_VALUE) and line == line.strip()


async def hold(
    actions: Iterable[Action], person: Person, store: Store, now: datetime
) -> tuple[Held, ...]:
    """The actions with what they carry. Where a line cannot be kept, its button is left out."""
    every = tuple(actions)
    long = [action.line for action in every if not _fits(action.line, person.user)]
    try:
        keys = await store.keep_lines(person, long, now) if long else []
    except StoreProblem:
        keys = []
    kept = dict(zip(long, keys, strict=bool(keys)))
    return tuple(
        Held(action, kept.get(action.line, action.line), kept=action.line in kept)
        for action in every
        if action.line in kept or action.line not in long
    )

"""Helpers for commands: checked dates and links, picking one of one's own, small replies."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol, TypeVar
from urllib.parse import urlsplit

from bot.advice.reading.text import clean, stems
from bot.advice.words import N_, Words
from bot.commands.command import Refused
from bot.reply import Action, Banner, Reply, Text, Tone

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_YEARS = range(1950, 2101)


class Entry(Protocol):
    """Anything with an id of its own."""

    @property
    def id(self) -> str:
        """The short id, such as ``c3``."""


T = TypeVar("T", bound=Entry)


def day(text: str, name: str, words: Words) -> date | None:
    """A date written as year, year-month or year-month-day; None when empty. Raises Refused."""
    if not text.strip():
        return None
    found = _DAY.fullmatch(text.strip().replace("/", "-").replace(".", "-"))
    try:
        if found and int(found.group(1)) in _YEARS:
            return date(int(found.group(1)), int(found.group(2) or 1), int(found.group(3) or 1))
    except ValueError:
        pass
    raise Refused(
        words(
            N_("I cannot read {name} “{text}”; write it as 2026-03-31 or 2026-03."),
            name=name,
            text=clean(text)[:40],
        )
    )


def link(text: str, words: Words) -> str:
    """An https link without tricks; empty when empty. Raises Refused."""
    text = text.strip()
    if not text:
        return ""
    bad = Refused(
        words(
            N_("I keep only plain https:// links; copy the address from the browser's address bar.")
        )
    )
    if any(c.isspace() or not c.isprintable() or c in '\\<>"`' for c in text):
        raise bad
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        raise bad from None
    if (
        parts.scheme != "https"
        or "@" in parts.netloc
        or "." not in host
        or "xn--" in host
        or not host.isascii()
    ):
        raise bad
    return text


def next_id(prefix: str, entries: Iterable[Entry]) -> str:
    """A short id that no entry has."""
    taken = [int(e.id[len(prefix) :]) for e in entries if e.id[len(prefix) :].isdigit()]
    return f"{prefix}{max(taken, default=0) + 1}"


def pick(entries: Sequence[T], titles: Sequence[str], wanted: str, what: str, words: Words) -> T:
    """The one entry that an id or a name means. Raises Refused, naming what there is."""
    key = stems(wanted)
    exact = [
        e for e, t in zip(entries, titles, strict=True) if wanted.lower() == e.id or stems(t) == key
    ]
    part = [e for e, t in zip(entries, titles, strict=True) if key and set(key) <= set(stems(t))]
    for found in (exact, part):
        if len(found) == 1:
            return found[0]
    if not entries:
        raise Refused(words(N_("You have no {what} yet."), what=what))
    known = words.listed(f"{e.id} ({t})" for e, t in list(zip(entries, titles, strict=True))[:8])
    raise Refused(words(N_("Which {what} do you mean? You have {known}."), what=what, known=known))


def done(title: str, text: str, *more: Text, actions: Sequence[Action] = ()) -> Reply:
    """A short confirmation."""
    return Reply(title, (Banner(text, Tone.GOOD), *more), tuple(actions))


def limit(entries: Sequence[object], most: int, what: str, words: Words) -> None:
    """Refuses when a list is full."""
    if len(entries) >= most:
        raise Refused(
            words(
                N_("You have reached the limit of {most} {what}; remove one first."),
                most=most,
                what=what,
            )
        )

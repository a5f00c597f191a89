"""Patterns that are tried only where they can begin.

A message is looked through for some two hundred turns of phrase. Trying each at every letter is
what reading would mostly cost, so each pattern's possible beginnings are worked out once, and it is
matched at those words alone, and only in lines with a word that it cannot do without; see
:mod:`footholds`. What is found is what :mod:`re` finds.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Generic, NamedTuple, TypeVar

from bot.advice.kept import kept
from bot.advice.reading.footholds import LETTERS, footholds, starts, without_lead_in
from bot.advice.reading.patterns import Pattern
from bot.advice.remembered import Remembered

_WORD = Pattern(r"\w+")
_NONE: frozenset[int] = frozenset()

T = TypeVar("T")


class _Places(NamedTuple):
    """Where words begin in a line."""

    apart: Sequence[int]  # behind a space or at the beginning of the line
    by_letters: Mapping[str, Sequence[int]]  # everywhere, by the words' first letters


@lru_cache(maxsize=8)
def _places(line: str) -> _Places:
    apart: list[int] = []
    shelves: dict[str, list[int]] = {}
    at = 0
    for word in line.split(" "):
        inner = (0,) if word.isalnum() else [found.start() for found in _WORD.finditer(word)]
        for start in inner:
            shelves.setdefault(line[at + start : at + start + LETTERS], []).append(at + start)
        if inner and inner[0] == 0:
            apart.append(at)
        at += len(word) + 1
    return _Places(apart, shelves)


def _all(pattern: Pattern, line: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
    """Every match that begins at one of these and does not overlap one before it."""
    end = 0
    for at in places:
        found = pattern.match(line, at) if at >= end else None
        if found:
            end = max(found.end(), at + 1)
            yield found


_Heads = Collection[str] | None  # beginnings; None where any would do
_Worked = tuple[str, _Heads, Collection[_Heads]]  # a pattern as it is tried, and what it needs

# By pattern. Working them out takes a second, so they are kept with the knowledge.
_BEGINNINGS: dict[str, _Worked] = {}


def beginnings(*tables: "Clues[Any]") -> dict[str, _Worked]:
    """What was worked out of every pattern of some tables, to be kept and handed to `know`."""
    every = [clue for table in tables for _, clue in table.clues]
    return {clue.key: (clue.whole.text, *clue.worked_out[1:]) for clue in every}


def know(kept: Mapping[str, _Worked]) -> None:
    """Takes beginnings as worked out before."""
    _BEGINNINGS.update(kept)


class Clue:
    """One pattern; it must begin at the beginning of a word.

    Args:
        bare: what it leads in with does not matter, see :func:`without_lead_in`.
    """

    def __init__(self, pattern: str, *, bare: bool = False) -> None:
        self.pattern, self._bare = pattern, bare

    @property
    def key(self) -> str:
        """Under which its beginnings are kept."""
        return f"{'bare' if self._bare else 'whole'} {self.pattern}"

    @kept
    def worked_out(self) -> _Worked:
        """The pattern as it is tried, its :func:`starts`, and its :func:`footholds` if any."""
        if self.key not in _BEGINNINGS:
            text = without_lead_in(self.pattern) if self._bare else self.pattern
            heads, needs = starts(text), footholds(text)
            _BEGINNINGS[self.key] = rf"\b(?:{text})", heads, needs or (None,)
        return _BEGINNINGS[self.key]

    @kept
    def whole(self) -> Pattern:
        """The pattern as it is tried at the beginning of a word."""
        return Pattern(self.worked_out[0])

    def matches(self, line: str, places: Iterable[int]) -> bool:
        """Whether it begins at any of these."""
        match = self.whole.match
        for at in places:  # noqa: SIM110 - a third faster than any()
            if match(line, at):
                return True
        return False


class _Shelves:
    """Which of some clues have, of several beginnings each, one that a word begins with."""

    def __init__(self, every: Iterable[_Heads]) -> None:
        self._filed: dict[str, set[int]] = {}
        for number, heads in enumerate(every):
            for head in heads if heads is not None else ("",):
                self._filed.setdefault(head, set()).add(number)
        self.under: Mapping[str, frozenset[int]] = Remembered(self._under)

    def _under(self, word: str) -> frozenset[int]:
        """The clues by their numbers; ``word`` is one's first letters."""
        filed = (self._filed.get(word[:n]) for n in range(len(word) + 1))
        found = [numbers for numbers in filed if numbers]
        return frozenset().union(*found) if found else _NONE


class Clues(Generic[T]):
    """Many patterns, each standing for something; a line is gone through once for all of them.

    Args:
        bare: one asks only what is ``found``, not where: lead-ins that may be missing are left out.
    """

    def __init__(self, table: Mapping[T, Iterable[str]], *, bare: bool = False) -> None:
        self.clues = tuple(
            (key, Clue(p, bare=bare)) for key, patterns in table.items() for p in patterns
        )

    @kept
    def _beginning(self) -> Mapping[str, frozenset[int]]:
        """The patterns that may begin with a word."""
        return _Shelves(clue.worked_out[1] for _, clue in self.clues).under

    @kept
    def _standing_on(self) -> Sequence[Mapping[str, frozenset[int]]]:
        """The patterns by a word that each needs, and by the other where it needs two."""
        every = [tuple(clue.worked_out[2]) for _, clue in self.clues]
        return [_Shelves(needs[side] for needs in every).under for side in (0, -1)]

    def found(self, line: str) -> frozenset[T]:
        """What the line's words stand for."""
        told: set[T] = set()
        for number, places in self._worth_a_try(line):
            key, clue = self.clues[number]
            if key not in told and clue.matches(line, places):
                told.add(key)
        return frozenset(told)

    def hits(self, line: str) -> dict[T, list[re.Match[str]]]:
        """Every match by what it stands for: by pattern, then from the left."""
        starting: dict[int, list[int]] = {}
        for number, places in self._worth_a_try(line):
            starting.setdefault(number, []).extend(places)
        found: dict[T, list[re.Match[str]]] = {}
        for number in sorted(starting):
            key, clue = self.clues[number]
            found.setdefault(key, []).extend(_all(clue.whole, line, sorted(starting[number])))
        return found

    def _worth_a_try(self, line: str) -> Iterator[tuple[int, Sequence[int]]]:
        """Patterns that may be in the line, by their numbers, and places where they may begin."""
        words = _places(line).by_letters
        first, second = (_NONE.union(*map(on.__getitem__, words)) for on in self._standing_on)
        hopeful, beginning = first & second, self._beginning
        for start, places in words.items() if hopeful else ():
            for number in beginning[start] & hopeful:
                yield number, places


def before(pattern: Pattern, line: str, ends: Iterable[int], most: int) -> Iterator[re.Match[str]]:
    """Every match of a pattern that begins at most so many words before one of these places."""
    places: set[int] = set()
    for end in ends:
        begin = _places(line).apart
        last = bisect_left(begin, end)
        places.update(begin[max(0, last - most) : last])
    return _all(pattern, line, sorted(places))

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
from typing import Any, Generic, TypeVar

from bot.advice.kept import kept
from bot.advice.reading.footholds import LETTERS, footholds, starts, without_lead_in
from bot.advice.reading.patterns import Pattern
from bot.advice.remembered import Remembered

_WORD = Pattern(r"\w+")
_NONE: frozenset[int] = frozenset()

T = TypeVar("T")


@lru_cache(maxsize=8)
def _cut(line: str) -> tuple[list[str], frozenset[str]]:
    """What stands between a line's spaces, and the same each once."""
    words = line.split(" ")
    return words, frozenset(words)


@lru_cache(maxsize=8)
def _begun(line: str) -> tuple[list[int], list[str]]:
    """Where words begin in a line, and the first letters there."""
    begin: list[int] = []
    at = 0
    for said in _cut(line)[0]:
        if said.isalnum():
            begin.append(at)
        else:
            begin += [at + word.start() for word in _WORD.finditer(said)]
        at += len(said) + 1
    return begin, [line[at : at + LETTERS] for at in begin]


def _apart(line: str) -> list[int]:
    """Where words begin behind a space, or the line does."""
    return [at for at in _begun(line)[0] if at == 0 or line[at - 1] == " "]


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


class _Shelves:
    """Which of some clues have, of several beginnings each, one that a word begins with."""

    def __init__(self, every: Iterable[_Heads]) -> None:
        self._filed: dict[str, set[int]] = {}
        for number, heads in enumerate(every):
            for head in heads if heads is not None else ("",):
                self._filed.setdefault(head, set()).add(number)
        self.under: Mapping[str, frozenset[int]] = Remembered(self._under)

    def _under(self, said: str) -> frozenset[int]:
        """The clues by their numbers, for each word in what stands between spaces, or begins so."""
        begun = [f"{said} "[word.start() :] for word in _WORD.finditer(said)]
        heads = {word[:letters] for word in begun for letters in range(LETTERS + 1)}
        found = [self._filed[head] for head in heads if head in self._filed]
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
        for number, at in self._worth_a_try(line):
            key, clue = self.clues[number]
            if key not in told and clue.whole.match(line, at):
                told.add(key)
        return frozenset(told)

    def hits(self, line: str) -> dict[T, list[re.Match[str]]]:
        """Every match by what it stands for: by pattern, then from the left."""
        places: dict[int, list[int]] = {}
        for number, at in self._worth_a_try(line):
            places.setdefault(number, []).append(at)
        found: dict[T, list[re.Match[str]]] = {}
        for number in sorted(places):
            key, clue = self.clues[number]
            found.setdefault(key, []).extend(_all(clue.whole, line, places[number]))
        return found

    def _worth_a_try(self, line: str) -> Iterator[tuple[int, int]]:
        """Patterns that may be in the line, by their numbers, and where each may begin."""
        _, every = _cut(line)
        first, second = (_NONE.union(*map(on.__getitem__, every)) for on in self._standing_on)
        hopeful, beginning = first & second, self._beginning
        begun = zip(*_begun(line), strict=True) if hopeful else ()
        for at, word in begun:
            for number in beginning[word] & hopeful:
                yield number, at


def before(pattern: Pattern, line: str, ends: Iterable[int], most: int) -> Iterator[re.Match[str]]:
    """Every match of a pattern that begins at most so many words before one of these places."""
    places: set[int] = set()
    ends = list(ends)
    begin = _apart(line) if ends else []
    for end in ends:
        last = bisect_left(begin, end)
        places.update(begin[max(0, last - most) : last])
    return _all(pattern, line, sorted(places))

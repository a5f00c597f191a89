"""Patterns that are tried only where they can begin.

A message is looked through for some two hundred turns of phrase. Trying each at every letter is
what reading would mostly cost, so each pattern's possible beginnings are worked out once, and it is
matched at those words alone, and only in lines with a word that it cannot do without; see
:mod:`footholds`. What is found is what :mod:`re` finds.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Generic, TypeVar

from bot.advice.kept import kept
from bot.advice.reading.footholds import LETTERS, footholds, starts, without_lead_in
from bot.advice.reading.patterns import Pattern
from bot.advice.remembered import Remembered

_WORD = Pattern(r"\w+")
_NONE: frozenset[int] = frozenset()
_LINES = 8  # kept as they were looked through

T = TypeVar("T")


def _words(text: str) -> list[int]:
    """Where words begin in a text."""
    return [word.start() for word in _WORD.finditer(text)]


_begun = lru_cache(maxsize=_LINES)(_words)


def _apart(line: str) -> list[int]:
    """Where words begin behind a space, or the line does."""
    return [at for at in _begun(line) if at == 0 or line[at - 1] == " "]


def _all(pattern: Pattern, line: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
    """Every match that begins at one of these and does not overlap one before it."""
    end = 0
    for at in places:
        found = pattern.match(line, at) if at >= end else None
        if found:
            end = max(found.end(), at + 1)
            yield found


_Heads = Collection[str] | None  # beginnings; None where any would do
# A pattern as it is tried, and what it needs: beginnings are kept as one text, a line for each.
_Worked = tuple[str, str | None, tuple[str | None, ...]]

# By pattern. Working them out takes a second, so they are kept with the knowledge.
_BEGINNINGS: dict[str, _Worked] = {}


def beginnings(*tables: "Clues[Any]") -> dict[str, _Worked]:
    """What was worked out of every pattern of some tables, to be kept and handed to `know`."""
    every = [clue for table in tables for _, clue in table.clues]
    return {clue.key: (clue.whole.text, *clue.worked_out[1:]) for clue in every}


def know(kept: Mapping[str, _Worked]) -> None:
    """Takes beginnings as worked out before."""
    _BEGINNINGS.update(kept)


def _as_lines(heads: _Heads) -> str | None:
    return None if heads is None else "\n".join(sorted(heads))


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
            listed = tuple(map(_as_lines, needs)) or (None,)
            _BEGINNINGS[self.key] = rf"\b(?:{text})", _as_lines(heads), listed
        return _BEGINNINGS[self.key]

    @kept
    def whole(self) -> Pattern:
        """The pattern as it is tried at the beginning of a word."""
        return Pattern(self.worked_out[0])


def _filed(every: Iterable[str | None]) -> Callable[[str], frozenset[int]]:
    """What tells which of several lists of beginnings have one that a text begins with."""
    filed: dict[str, list[int]] = defaultdict(list)
    for number, heads in enumerate(every):
        for head in (heads or "").split("\n"):
            filed[head].append(number)
    shelves = {head: tuple(numbers) for head, numbers in filed.items()}  # a set takes four times it
    lengths = sorted({len(head) for head in shelves})

    def under(text: str) -> frozenset[int]:
        heads = [text[:length] for length in lengths]
        found = [shelves[head] for head in heads if head in shelves]
        return _NONE.union(*found) if found else _NONE

    return under


class Index:
    """The clues of one or more tables: a line is gone through once for all of them."""

    def __init__(self) -> None:
        self._tables: list[Clues[Any]] = []
        self._clues: list[tuple[int, int, Clue]] = []  # with the numbers of their table, and there
        self.tries = lru_cache(maxsize=_LINES)(self._tries)

    def enter(self, table: "Clues[Any]") -> int:
        """Takes one more table, before any line is looked through; its number."""
        self._clues += [(len(self._tables), at, clue) for at, (_, clue) in enumerate(table.clues)]
        self._tables.append(table)
        return len(self._tables) - 1

    @kept
    def _beginning(self) -> Mapping[str, frozenset[int]]:
        """The clues that may begin with the first letters of a word."""
        return Remembered(_filed(clue.worked_out[1] for _, _, clue in self._clues))

    @kept
    def _standing_on(self) -> Mapping[str, Sequence[frozenset[int]]]:
        """The clues by a word that each needs, and by the other where it needs two."""
        needs = [tuple(clue.worked_out[2]) for _, _, clue in self._clues]
        sides = [_filed(need[side] for need in needs) for side in (0, -1)]
        return Remembered(
            lambda said: [
                _NONE.union(*(on(f"{said} "[at : at + LETTERS]) for at in _words(said)))
                for on in sides
            ]
        )

    def _tries(self, line: str) -> Sequence[Sequence[tuple[int, int]]]:
        """Of every table, the clues that may be in the line, and where each may begin."""
        needed = map(self._standing_on.__getitem__, frozenset(line.split(" ")))
        first, second = (_NONE.union(*side) for side in zip(*needed, strict=True))
        hopeful, beginning = first & second, self._beginning
        found: list[list[tuple[int, int]]] = [[] for _ in self._tables]
        for at in _begun(line) if hopeful else ():
            for clue in beginning[line[at : at + LETTERS]] & hopeful:
                table, number, _ = self._clues[clue]
                found[table].append((number, at))
        return found


class Clues(Generic[T]):
    """Many patterns, each standing for something; a line is gone through once for all of them.

    Args:
        bare: one asks only what is ``found``, not where: lead-ins that may be missing are left out.
        index: with the other tables that the same lines are looked through for.
    """

    def __init__(
        self, table: Mapping[T, Iterable[str]], index: Index | None = None, *, bare: bool = False
    ) -> None:
        self.clues = tuple(
            (key, Clue(p, bare=bare)) for key, patterns in table.items() for p in patterns
        )
        self._index = index or Index()
        self._number = self._index.enter(self)

    def _worth_a_try(self, line: str) -> Sequence[tuple[int, int]]:
        """Patterns that may be in the line, by their numbers, and where each may begin."""
        return self._index.tries(line)[self._number]

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


MESSAGES = Index()  # of what messages are looked through for


def before(pattern: Pattern, line: str, ends: Iterable[int], most: int) -> Iterator[re.Match[str]]:
    """Every match of a pattern that begins at most so many words before one of these places."""
    places: set[int] = set()
    ends = list(ends)
    begin = _apart(line) if ends else []
    for end in ends:
        last = bisect_left(begin, end)
        places.update(begin[max(0, last - most) : last])
    return _all(pattern, line, sorted(places))

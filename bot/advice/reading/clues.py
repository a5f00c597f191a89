"""Patterns that are tried only where they can begin.

A message is looked through for some two hundred turns of phrase. Trying each at every letter is
what reading would mostly cost, so each pattern's possible beginnings are worked out once, and it is
matched at those words alone. What is found is what :mod:`re` finds.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import lru_cache
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, Generic, TypeVar

from bot.advice.kept import kept
from bot.advice.reading.patterns import Pattern
from bot.advice.remembered import Remembered

_LETTERS = 5  # of a beginning; more would save little
_MOST = 150  # beginnings of one pattern
_WORD = Pattern(r"\w+")
_ZERO_WIDTH = (parser.AT, parser.ASSERT, parser.ASSERT_NOT)
_REPEATS = (parser.MAX_REPEAT, parser.MIN_REPEAT, parser.POSSESSIVE_REPEAT)
_DIGITS = "0123456789"
_OPTION = Pattern(r"\)(?:\?|\{0,\d+\})")

_NOTHING: tuple[Any, Any] = (None, None)

T = TypeVar("T")
_Starts = frozenset[tuple[str, bool]]  # a beginning, and whether more of the pattern can follow
_EMPTY: _Starts = frozenset({("", True)})
_ANYTHING: _Starts = frozenset({("", False)})


def starts(pattern: str) -> frozenset[str] | None:
    """What a match may begin with, up to five letters each; None when it may be anything."""
    found = {text for text, _ in _of_sequence(parser.parse(pattern))}
    return None if "" in found else frozenset(found)


def _of_sequence(items: Iterable[tuple[Any, Any]]) -> _Starts:
    found = _EMPTY
    for kind, value in items:
        if not any(more for _, more in found):
            break
        found = _joined(found, _of_item(kind, value))
    return found


def _joined(heads: _Starts, tails: _Starts) -> _Starts:
    joined = {head for head in heads if not head[1]}
    for text, _ in (head for head in heads if head[1]):
        for tail, more in tails:
            whole = text + tail
            joined.add((whole[:_LETTERS], more and len(whole) < _LETTERS))
    return _shortened(frozenset(joined))


def _shortened(found: _Starts) -> _Starts:
    """The same with fewer letters each, when there are too many."""
    for length in range(_LETTERS - 1, -1, -1):
        if len(found) <= _MOST:
            break
        found = frozenset((text[:length], more and len(text) < length) for text, more in found)
    return found


def _of_item(kind: Any, value: Any) -> _Starts:
    if kind is parser.LITERAL:
        return frozenset({(chr(value), True)})
    if kind is parser.IN:
        return _of_set(value)
    if kind is parser.BRANCH:
        return _shortened(frozenset().union(*map(_of_sequence, value[1])))
    if kind is parser.SUBPATTERN:
        return _of_sequence(value[-1])
    if kind in _REPEATS:
        least, most, inside = value
        once = _of_sequence(inside)
        found = once if least else once | _EMPTY
        for _ in range(min(int(most), _LETTERS) - 1):
            found = found | _joined(found, once)
        return _shortened(found)
    return _EMPTY if kind in _ZERO_WIDTH else _ANYTHING


def _of_set(members: Iterable[tuple[Any, Any]]) -> _Starts:
    found: set[tuple[str, bool]] = set()
    for kind, value in members:
        if kind is parser.LITERAL:
            found.add((chr(value), True))
        elif kind is parser.RANGE:
            found.update((chr(code), False) for code in range(value[0], value[1] + 1))
        elif kind is parser.CATEGORY and value is parser.CATEGORY_DIGIT:
            found.update((digit, False) for digit in _DIGITS)
        else:
            return _ANYTHING
    return frozenset(found)


def without_lead_in(pattern: str) -> str:
    """A pattern without words at its beginning that may be missing.

    Whether it is found does not depend on them: "(?:my |the )?boss pays" is found where "boss pays"
    is, and there are fewer places to try that.
    """
    end = _end_of_lead_in(pattern)
    return without_lead_in(pattern[end:]) if end else pattern


def _end_of_lead_in(pattern: str) -> int:
    """Where a lead-in ends that may be missing and is whole words; 0 where there is none."""
    items = list(parser.parse(pattern))
    kind, value = items[0] if len(items) > 1 else _NOTHING
    if kind is not parser.MAX_REPEAT or value[0] or not _ends_in_space(value[2]):
        return 0
    for group in _OPTION.finditer(pattern):
        with suppress(re.error):  # it ended within another group
            if repr(parser.parse(pattern[group.end() :])) == repr(items[1:]):
                heads = starts(pattern[group.end() :])
                return group.end() if heads and all(h[0].isalnum() for h in heads) else 0
    return 0


def _ends_in_space(items: Any) -> bool:
    kind, value = items[-1] if len(items) else _NOTHING
    if kind is parser.SUBPATTERN:
        return _ends_in_space(value[-1])
    if kind is parser.BRANCH:
        return all(map(_ends_in_space, value[1]))
    return kind is parser.LITERAL and chr(value) == " "


@lru_cache(maxsize=8)
def _places(line: str) -> tuple[tuple[int, ...], dict[str, list[int]]]:
    """Where words begin in a line, and the same by each word's first letters."""
    every = tuple([found.start() for found in _WORD.finditer(line)])
    shelves: dict[str, list[int]] = {}
    for at in every:
        shelves.setdefault(line[at : at + _LETTERS], []).append(at)
    return every, shelves


def _all(pattern: Pattern, line: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
    """Every match that begins at one of these and does not overlap one before it."""
    end = 0
    for at in places:
        found = pattern.match(line, at) if at >= end else None
        if found:
            end = max(found.end(), at + 1)
            yield found


_Worked = tuple[str, Collection[str] | None]  # a pattern as it is tried, and its beginnings

# By pattern. Working them out takes a tenth of a second, so they are kept with the knowledge.
_BEGINNINGS: dict[str, _Worked] = {}


def beginnings(*tables: "Clues[Any]") -> dict[str, tuple[str, tuple[str, ...] | None]]:
    """What was worked out of every pattern of some tables, to be kept and handed to `know`."""
    every = [clue for table in tables for _, clue in table.clues]
    worked = [(clue.key, clue.whole.text, clue.starts) for clue in every]
    return {key: (text, None if heads is None else tuple(heads)) for key, text, heads in worked}


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
    def _worked_out(self) -> _Worked:
        if self.key not in _BEGINNINGS:
            text = without_lead_in(self.pattern) if self._bare else self.pattern
            _BEGINNINGS[self.key] = rf"\b(?:{text})", starts(text)
        return _BEGINNINGS[self.key]

    @kept
    def whole(self) -> Pattern:
        """The pattern as it is tried at the beginning of a word."""
        return Pattern(self._worked_out[0])

    @property
    def starts(self) -> Collection[str] | None:
        """See :func:`starts`."""
        return self._worked_out[1]

    def matches(self, line: str, places: Iterable[int]) -> bool:
        """Whether it begins at any of these."""
        match = self.whole.match
        for at in places:  # noqa: SIM110 - a third faster than any()
            if match(line, at):
                return True
        return False


class Clues(Generic[T]):
    """Many patterns, each standing for something; a line is gone through once for all of them.

    Args:
        bare: one asks only what is ``found``, not where: lead-ins that may be missing are left out.
    """

    def __init__(self, table: Mapping[T, Iterable[str]], *, bare: bool = False) -> None:
        self.clues = tuple(
            (key, Clue(p, bare=bare)) for key, patterns in table.items() for p in patterns
        )
        self._beginning: Mapping[str, tuple[tuple[T, Clue], ...]] = Remembered(self._begin)

    @kept
    def _shelves(self) -> dict[str, list[tuple[T, Clue]]]:
        shelves: dict[str, list[tuple[T, Clue]]] = {}
        for key, clue in self.clues:
            for start in clue.starts if clue.starts is not None else ("",):
                shelves.setdefault(start, []).append((key, clue))
        return shelves

    def found(self, line: str) -> frozenset[T]:
        """What the line's words stand for."""
        told: set[T] = set()
        beginning = self._beginning
        for start, places in _places(line)[1].items():
            for key, clue in beginning[start]:
                if key not in told and clue.matches(line, places):
                    told.add(key)
        return frozenset(told)

    def hits(self, line: str) -> dict[T, list[re.Match[str]]]:
        """Every match by what it stands for: by pattern, then from the left."""
        places: dict[Clue, set[int]] = {}
        beginning = self._beginning
        for start, starting in _places(line)[1].items():
            for _, clue in beginning[start]:
                places.setdefault(clue, set()).update(starting)
        found: dict[T, list[re.Match[str]]] = {}
        for key, clue in self.clues:
            if clue in places:
                found.setdefault(key, []).extend(_all(clue.whole, line, sorted(places[clue])))
        return found

    def _begin(self, start: str) -> tuple[tuple[T, Clue], ...]:
        """The patterns that may begin like this."""
        shelves = (self._shelves.get(start[:n], ()) for n in range(len(start) + 1))
        return tuple(clue for shelf in shelves for clue in shelf)


def before(pattern: Pattern, line: str, ends: Iterable[int], most: int) -> Iterator[re.Match[str]]:
    """Every match of a pattern that begins at most so many words before one of these places."""
    begin = [at for at in _places(line)[0] if at == 0 or line[at - 1] == " "]
    places: set[int] = set()
    for end in ends:
        last = bisect_left(begin, end)
        places.update(begin[max(0, last - most) : last])
    return _all(pattern, line, sorted(places))

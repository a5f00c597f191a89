"""Finds the knowledge's names in texts, longest match first."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from bot.advice.knowledge import Knowledge
from bot.advice.reading import slips
from bot.advice.reading.compiled import (
    ENGLISH,
    NOISE,
    VOCABULARY,
    Kind,
    bag,
    compile_names,
    without_noise,
)
from bot.advice.reading.names import Column, Texts
from bot.advice.reading.spelling import Speller
from bot.advice.reading.text import Word, stems_of
from bot.advice.remembered import Remembered

__all__ = ["NOISE", "Kind", "Lexicon", "Match", "bag", "without_noise"]
_KINDS = tuple(kind.value for kind in Kind)
_MIN_JOINED = 6
_MIN_NEAR = 5
_TWO_SLIPS = 11
_SHELVES = 40  # of names by their length, a quarter of all; one takes a millisecond to load
_TEXTS = 16  # each is scanned for several kinds


class Match(NamedTuple):
    """A name found in a text: which entry, and the words from ``start`` up to ``end``."""

    id: str
    start: int
    end: int

    @property
    def length(self) -> int:
        """How many words were matched."""
        return self.end - self.start


class Lexicon:
    """The knowledge as a reader needs it."""

    def __init__(self, knowledge: Knowledge, compiled: Mapping[str, Any] | None = None) -> None:
        self.knowledge = knowledge
        self.tables: Mapping[str, Any] = compiled or compile_names(knowledge)
        self._texts = Texts(self.tables["texts"])
        vocabulary, english = (Column(self._texts, name) for name in (VOCABULARY, ENGLISH))
        self.speller = Speller(vocabulary, english, self.tables)
        self._ids: Mapping[str, Sequence[str]] = self.tables["ids"]
        self._names = {kind: Column(self._texts, kind) for kind in Kind}
        self._beginning: Mapping[tuple[str, str], tuple[str, ...]]
        self._beginning = Remembered(self._begins)
        self._together: Mapping[str, Mapping[str, str]]  # see compiled: by kind and length
        self._together = Remembered(lambda shelf: self.tables["together"].get(shelf, {}), _SHELVES)
        self._begun = lru_cache(maxsize=_TEXTS)(
            self._begins_in
        )  # one text is scanned for all kinds

    def whole(self, kind: Kind, parts: Iterable[str]) -> str | None:
        """The entry that these words name exactly, or None."""
        number = self._names[kind][" ".join(parts)]
        return self._ids[kind][number - 1] if number else None

    def near(self, kind: Kind, parts: Iterable[str]) -> str | None:
        """The one entry whose whole name is a slip away (two in long names), or None."""
        typed = "".join(parts)
        if len(typed) < _MIN_NEAR:
            return None
        limit = 2 if len(typed) >= _TWO_SLIPS else 1
        best: dict[int, set[str]] = defaultdict(set)
        for length in range(len(typed) - limit, len(typed) + limit + 1):
            names = self._together[f"{kind} {length}"]
            for name, count in slips.near(typed, names.keys(), limit):
                best[count].add(names[name])
        closest = best[min(best)] if best else set()
        return closest.pop() if len(closest) == 1 else None

    def scan(self, kind: Kind, text: Sequence[Word], taken: Iterable[int] = ()) -> list[Match]:
        """Every name of one kind in the text, longest first from the left, none overlapping."""
        whole = stems_of(text)
        parts = list(whole)
        for position in taken:
            parts[position] = ""
        found: list[Match] = []
        end = 0
        for at in self._begun(whole).get(kind.value, ()):
            hit = self._hit(kind, parts, at) if at >= end else None
            if hit is not None:
                found.append(hit)
                end = hit.end
        return found

    def _begins_in(self, parts: tuple[str, ...]) -> dict[str, list[int]]:
        """Where names of each kind may begin in a text, by its stems."""
        begins = map(self._beginning.__getitem__, zip(parts, (*parts[1:], ""), strict=False))
        found: dict[str, list[int]] = {}
        for at, kinds in enumerate(begins):
            for kind in kinds:
                found.setdefault(kind, []).append(at)
        return found

    def _begins(self, pair: tuple[str, str]) -> tuple[str, ...]:
        """Of what kinds names may begin with these two words, or with the first alone."""
        apart = " ".join(pair)
        texts = (pair[0], apart, f"{apart} ", "".join(pair))
        return tuple([_KINDS[column] for column in self._texts.within(texts, len(_KINDS))])

    def first(self, kind: Kind, text: Sequence[Word]) -> Match | None:
        """The name that a text begins with, or None."""
        parts = [word.stem for word in text]
        return self._hit(kind, parts, 0) if parts else None

    def _hit(self, kind: Kind, parts: Sequence[str], at: int) -> Match | None:
        """The longest name that begins there, or one word typed as two."""
        hit = self._at(kind, parts, at)
        if (hit is None or hit.length == 1) and parts[at] not in self.speller.ordinary:
            return self._typed_apart(kind, parts, at) or hit
        return hit

    def _at(self, kind: Kind, parts: Sequence[str], start: int) -> Match | None:
        """The longest name that begins at ``start``."""
        most = self._names[kind][" ".join((*parts[start : start + 2], ""))] or 2
        last = min(len(parts), start + most)
        if "" in parts[start:last]:  # a word that is taken; a text that ends in a space is no name
            last = parts.index("", start)
        for end in range(last, start, -1):
            id_ = self.whole(kind, parts[start:end])
            if id_ is not None:
                return Match(id_, start, end)
        return None

    def _typed_apart(self, kind: Kind, parts: Sequence[str], start: int) -> Match | None:
        """A name of one word that was typed as two ("java script")."""
        if not parts[start] or start + 1 == len(parts) or not parts[start + 1]:
            return None
        joined = parts[start] + parts[start + 1]
        named = len(joined) >= _MIN_JOINED and parts[start].isalpha()
        id_ = self.whole(kind, [joined]) if named else None
        return Match(id_, start, start + 2) if id_ is not None else None

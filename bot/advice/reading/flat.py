"""A message as one line of plain words in which names stand as marks (``c0``, ``r1``, ``p0``).

Patterns then speak of "a role after *become*" and need not know any role. Letter case and spacing
are gone, so that they cannot matter.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise
from operator import attrgetter

from bot.advice.kept import kept
from bot.advice.reading.text import Word

_RAW: Callable[[Word], str] = attrgetter("raw")
_PLAIN: Callable[[Word], str] = attrgetter("plain")
_AFTER_CLAUSE = (" .", " ;", " !", " ?")
_BEFORE_CLAUSE = (" . ", " ; ", " ! ", " ? ")
_STOPS = {"->": ">", "=>": ">", "&": "and", "+": "and", "-": ","}


class Flat:
    """The line, and the way back from a stretch of it to the words it came from."""

    def __init__(self, words: Sequence[Word], source: str) -> None:
        self.words = words
        self._source = source
        self._texts: list[str] = list(map(_STOPS.get, map(_RAW, words), map(_PLAIN, words)))
        self._spans = list(pairwise(range(len(words) + 1)))

    @kept
    def text(self) -> str:
        """The line; made anew after marks were put in."""
        return " ".join(self._texts)

    @kept
    def _starts(self) -> list[int]:
        """Where each word of the line begins."""
        ends = list(accumulate([len(text) + 1 for text in self._texts]))
        return [0, *ends[:-1]] if ends else []

    def unmarked(self) -> "Flat":
        """The same words without marks."""
        return Flat(self.words, self._source)

    def mark(self, start: int, end: int, tag: str) -> None:
        """Puts ``tag`` in the place of the words from ``start`` up to ``end``."""
        spans = self._spans
        first = last = bisect_left(spans, (start,))
        while last < len(spans) and spans[last][1] <= end:
            last += 1
        if last > first:
            spans[first:last] = [(start, end)]
            self._texts[first:last] = [tag]
            self.__dict__.pop("text", None)
            self.__dict__.pop("_starts", None)

    def part(self, stretch: str) -> "Flat":
        """A stretch of this line as a line of its own, with the same marks."""
        start = self.text.find(stretch)
        first = max(0, bisect_right(self._starts, start) - 1)
        last = bisect_right(self._starts, start + len(stretch))
        other = Flat((), self._source)
        other.words = self.words
        other._texts, other._spans = self._texts[first:last], self._spans[first:last]
        return other

    def place(self, tag: str) -> tuple[int, int] | None:
        """Where a mark stands in the line; None when it has none."""
        if tag not in self._texts:
            return None
        start = self._starts[self._texts.index(tag)]
        return start, start + len(tag)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The word positions behind the characters from ``start`` up to ``end``."""
        first = max(0, bisect_right(self._starts, start) - 1)
        last = max(first, bisect_right(self._starts, max(start, end - 1)) - 1)
        return self._spans[first][0], self._spans[last][1]

    def clause(self, position: int) -> tuple[str, str]:
        """What stands before and after a character position within its clause."""
        before, after = self.text[:position], self.text[position:]
        cut = max([before.rfind(end) for end in _BEFORE_CLAUSE])
        ends = [at for at in [after.find(end) for end in _AFTER_CLAUSE] if at >= 0]
        return before[cut + 3 if cut >= 0 else 0 :], after[: min(ends)] if ends else after

    def raw(self, start: int, end: int) -> str:
        """The words from ``start`` up to ``end`` as they were typed."""
        return self._source[self.words[start].start : self.words[end - 1].end]

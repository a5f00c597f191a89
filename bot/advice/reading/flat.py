"""A message as one line of plain words in which names stand as marks (``c0``, ``r1``, ``p0``).

Patterns then speak of "a role after *become*" and need not know any role. Letter case and spacing
are gone, so that they cannot matter.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from operator import itemgetter

from bot.advice.kept import kept
from bot.advice.reading.text import Word

_START = itemgetter(1)
_STOPS = {"->": ">", "=>": ">", "&": "and", "+": "and", "-": ","}


class Flat:
    """The line, and the way back from a stretch of it to the words it came from."""

    def __init__(self, words: Sequence[Word], source: str) -> None:
        self.words = words
        self._source = source
        self._slots: list[tuple[str, int, int]] = [
            (_STOPS.get(word.raw, word.plain), i, i + 1) for i, word in enumerate(words)
        ]

    @property
    def text(self) -> str:
        """The line."""
        return self._laid_out[0]

    @property
    def _starts(self) -> list[int]:
        return self._laid_out[1]

    @kept
    def _laid_out(self) -> tuple[str, list[int]]:
        """The line and where each of its words begins; made anew after marks were put in."""
        texts = [slot[0] for slot in self._slots]
        ends = list(accumulate([len(text) + 1 for text in texts]))
        return " ".join(texts), [0, *ends[:-1]] if ends else []

    def unmarked(self) -> "Flat":
        """The same words without marks."""
        return Flat(self.words, self._source)

    def mark(self, start: int, end: int, tag: str) -> None:
        """Puts ``tag`` in the place of the words from ``start`` up to ``end``."""
        slots = self._slots
        first = last = bisect_left(slots, start, key=_START)
        while last < len(slots) and slots[last][2] <= end:
            last += 1
        if last > first:
            slots[first:last] = [(tag, start, end)]
            self.__dict__.pop("_laid_out", None)

    def part(self, stretch: str) -> "Flat":
        """A stretch of this line as a line of its own, with the same marks."""
        start = self.text.find(stretch)
        first = max(0, bisect_right(self._starts, start) - 1)
        last = bisect_right(self._starts, start + len(stretch))
        other = Flat((), self._source)
        other.words, other._slots = self.words, self._slots[first:last]
        return other

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The word positions behind the characters from ``start`` up to ``end``."""
        first = max(0, bisect_right(self._starts, start) - 1)
        last = max(first, bisect_right(self._starts, max(start, end - 1)) - 1)
        return self._slots[first][1], self._slots[last][2]

    def clause(self, position: int) -> tuple[str, str]:
        """What stands before and after a character position within its clause."""
        before, after = self.text[:position], self.text[position:]
        cut = max(before.rfind(f" {stop} ") for stop in ".;!?")
        ends = [at for at in (after.find(f" {stop}") for stop in ".;!?") if at >= 0]
        return before[cut + 3 if cut >= 0 else 0 :], after[: min(ends)] if ends else after

    def raw(self, start: int, end: int) -> str:
        """The words from ``start`` up to ``end`` as they were typed."""
        return self._source[self.words[start].start : self.words[end - 1].end]

"""Known titles said loosely: with a filler word within, or in another order.

"spectator safety L2" is the Level 2 Spectator Safety; the tables of :mod:`compiled` have every
title without its noise, in order and in any order. Here each stretch of a message is looked up.
"""

from collections.abc import Container, Iterator, Mapping, Sequence

from bot.advice.reading.compiled import NOISE, bag
from bot.advice.reading.lexicon import Kind, Lexicon, Match
from bot.advice.reading.text import Word, stems, stems_of
from bot.advice.remembered import Remembered

_SAID = 5_000  # stretches whose meaning is kept
_MOST = 5  # words of a title said loosely
_MIXED = 3  # words from which their order no longer matters
_WITHIN = frozenset(stems("the of in and certificate certification cert certified course"))


class LooseTitles:
    """Finds them among the words that nothing else took."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._stripped: Mapping[str, str] = lexicon.tables["stripped"]
        self._bags: Mapping[str, str] = lexicon.tables["bags"]
        self._words: Container[str] = lexicon.tables["title_words"]
        self._meant: Mapping[tuple[str, ...], str] = Remembered(self._title, _SAID)

    def find(self, text: Sequence[Word], taken: Container[int]) -> Iterator[Match]:
        """Each stretch that is a title but for fillers and order, the longest first."""
        for run in self._runs(text, taken):
            at = 0
            while at < len(run) - 1:
                length = self._longest(text, run, at)
                if length:
                    yield self._match(text, run[at : at + length])
                at += length or 1

    def _runs(self, text: Sequence[Word], taken: Container[int]) -> Iterator[list[int]]:
        """Stretches of words of titles, over fillers but not over stops or words that are taken."""
        run: list[int] = []
        for at, stem in enumerate(stems_of(text)):
            if stem in _WITHIN and at not in taken:
                continue
            if stem in self._words and not (at in taken or stem in NOISE):
                run.append(at)
            elif run:
                if len(run) > 1:
                    yield run
                run = []
        if len(run) > 1:
            yield run

    def _longest(self, text: Sequence[Word], run: Sequence[int], at: int) -> int:
        for length in range(min(_MOST, len(run) - at), 1, -1):
            if self._meant[tuple([text[i].stem for i in run[at : at + length]])]:
                return length
        return 0

    def _match(self, text: Sequence[Word], places: Sequence[int]) -> Match:
        id_ = self._meant[tuple([text[i].stem for i in places])]
        return Match(id_, places[0], places[-1] + 1)

    def _title(self, parts: tuple[str, ...]) -> str:
        """The title that these words make, or nothing; a job or a skill is none."""
        mixed = len(parts) >= _MIXED
        if not mixed and not any(part.isdigit() for part in parts):
            return ""
        found = self._stripped.get(" ".join(parts), "")
        if mixed and not found:
            found = self._bags.get(bag(parts), "")
        named = found and (
            self._lexicon.whole(Kind.ROLE, parts) or self._lexicon.whole(Kind.SKILL, parts)
        )
        return "" if named else found

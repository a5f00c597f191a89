"""Repairs slips of the finger against the words that the knowledge uses.

One slip for words of five letters, two for nine; never in words with digits, never in ordinary
English words, never in a name that begins with a capital (Durban is not *urban*). A word is
compared with the known words of its first letters and about its length.
"""

import string
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bot.advice.reading import slips
from bot.advice.reading.english import COMMON, RARE
from bot.advice.reading.names import Column
from bot.advice.reading.text import Word, fold, spellable
from bot.advice.remembered import Remembered

_ONE_SLIP = 5
_TWO_SLIPS = 9
_PLAIN_ENDINGS = ("d", "ed", "ly")
_ENDINGS = ("ing", "ed", "er", "ers", "ly", "est", "ful", "less", "able", "ment", "d")


class Speller:
    """Knows the vocabulary; hands back the word that was probably meant."""

    def __init__(self, vocabulary: Column, english: Column, tables: Mapping[str, Any]) -> None:
        self._weight, self._english = vocabulary, english
        self._shelves: Mapping[str, Sequence[str]]  # its words by first letter and length
        self._shelves = Remembered(lambda key: tables["spelling"].get(key, ()))
        self.ordinary: frozenset[str] = tables["ordinary"]
        self._plain: frozenset[str] = tables["plain"]  # no slips either: chat, other languages
        self.mended: Mapping[tuple[str, str, bool], str | None]  # see meant: raw, stem, thorough
        self.mended = Remembered(lambda asked: self._meant(*asked))

    def knows(self, word: str) -> bool:
        """Whether the word needs no repair."""
        return (
            word in self._weight
            or word in self._plain
            or self._english[word] >= COMMON
            or self.is_ordinary(word)
            or self._told_of_known(word)
        )

    def is_english(self, raw: str) -> bool:
        """Whether it is said often as it is typed, or is a name that begins with a capital."""
        return self._english[fold(raw)] >= (RARE if raw.istitle() else COMMON)

    def _told_of_known(self, word: str) -> bool:
        """Whether a known word stands here with a plain ending ("nursed", "released")."""
        for ending in _PLAIN_ENDINGS:
            base = word.removesuffix(ending)
            if base != word and len(base) >= _ONE_SLIP - 1 and f"{base}e" in self._weight:
                return True
        return False

    def names(self, word: str) -> bool:
        """Whether a word stands in a name that is known."""
        return word in self._weight

    def is_ordinary(self, word: str) -> bool:
        """Whether it is an everyday word, with or without an ending."""
        return word in self.ordinary or self._inflected(word)

    def _inflected(self, word: str) -> bool:
        """Whether an ordinary word stands here with an ending ("sending", "stopped")."""
        for ending in _ENDINGS:
            if word.endswith(ending):
                base = word.removesuffix(ending)
                bare = base[:-1] if base[-2:-1] == base[-1:] else base
                if {base, f"{base}e", bare, f"{base}y"} & self.ordinary:
                    return True
        return False

    def meant(self, word: Word, *, thorough: bool = False) -> str | None:
        """The known word that this one is a slip of, or None when it is fine or a riddle.

        Args:
            thorough: for a field that must name something: four letters are enough, and the
                first letter may be the wrong one.
        """
        return self.mended[word.raw, word.stem, thorough]

    def _meant(self, raw: str, stem_: str, thorough: bool) -> str | None:
        typed = fold(raw)
        shortest = _ONE_SLIP - 1 if thorough else _ONE_SLIP
        if len(typed) < shortest or not spellable(typed) or self.knows(stem_):
            return None
        if self.is_english(raw):
            return None
        tried = dict.fromkeys(word for word in (typed, stem_) if len(word) >= shortest)
        found = (self._search(word, dict.fromkeys(word[:2])) for word in tried)
        near = next((word for word in found if word), None)
        if near or not thorough:
            return near
        found = (self._search(word, dict.fromkeys(string.ascii_lowercase)) for word in tried)
        return next((word for word in found if word), None)

    def _search(self, word: str, firsts: Iterable[str]) -> str | None:
        limit = 2 if len(word) >= _TWO_SLIPS else 1
        best: tuple[int, bool, int, str] | None = None
        for first in firsts:
            for length in range(len(word) - limit, len(word) + limit + 1):
                shelf = self._shelves[f"{first}{length}"]
                for known, count in slips.near(word, shelf, limit):
                    swapped = sorted(known) == sorted(word)  # the same letters, out of order
                    key = (count, not swapped, -self._weight[known], known)
                    best = key if best is None else min(best, key)
        return best[3] if best else None

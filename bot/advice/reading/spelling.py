"""Repairs slips of the finger against the words that the knowledge uses.

A deletes-index: every word is filed under itself with one letter missing, so that a misspelt word
meets it there. One slip for words of five letters, two for nine; never in words with digits,
never in ordinary English words.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from bot.advice.reading.text import stem

_ORDINARY_FILE = Path(__file__).parent / "ordinary_words.txt"
_ONE_SLIP = 5
_TWO_SLIPS = 9


def _ordinary() -> frozenset[str]:
    listed = _ORDINARY_FILE.read_text(encoding="utf-8").split()
    return frozenset(listed) | frozenset(map(stem, listed))


def _deletes(word: str) -> Iterator[str]:
    for i in range(len(word)):
        if i == 0 or word[i] != word[i - 1]:
            yield word[:i] + word[i + 1 :]


def within(a: str, b: str, limit: int) -> int | None:
    """The number of slips between two words (a swap of neighbours is one), or None past ``limit``."""
    if abs(len(a) - len(b)) > limit:
        return None
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        older, before, row = before, row, [i]
        for j, y in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return None
    return row[-1] if row[-1] <= limit else None


class Speller:
    """Knows the vocabulary; hands back the word that was probably meant."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self._weight = vocabulary
        self.ordinary = _ordinary()
        self._memory: dict[str, str | None] = {}

    @cached_property
    def _index(self) -> dict[str, tuple[str, ...]]:
        index: dict[str, list[str]] = defaultdict(list)
        for word in self._weight:
            if len(word) >= _ONE_SLIP - 1 and word.isalpha():
                for shorter in _deletes(word):
                    index[shorter].append(word)
        return {key: tuple(found) for key, found in index.items()}

    def knows(self, word: str) -> bool:
        """Whether the word needs no repair."""
        return word in self._weight or word in self.ordinary

    def meant(self, word: str) -> str | None:
        """The known word that this one is a slip of, or None when it is fine or a riddle."""
        if len(word) < _ONE_SLIP or not word.isalpha() or self.knows(word):
            return None
        if word not in self._memory:
            if len(self._memory) > 20_000:  # noqa: PLR2004 - a cache that cannot grow for ever
                self._memory.clear()
            self._memory[word] = self._search(word)
        return self._memory[word]

    def _search(self, word: str) -> str | None:
        limit = 2 if len(word) >= _TWO_SLIPS else 1
        candidates = set(self._index.get(word, ()))
        for shorter in _deletes(word):
            if shorter in self._weight:
                candidates.add(shorter)
            candidates.update(self._index.get(shorter, ()))
            if limit > 1:
                for shortest in _deletes(shorter):
                    candidates.update(self._index.get(shortest, ()))
        scored = []
        for candidate in candidates:
            slips = within(word, candidate, limit)
            if slips is not None and candidate[0] in word[:2]:
                scored.append((slips, -self._weight[candidate], candidate))
        return min(scored)[2] if scored else None

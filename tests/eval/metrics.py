"""Shares and percentiles."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many."""

    hits: int
    of: int

    @property
    def value(self) -> float:
        """As a fraction; of nothing, it is nought."""
        return self.hits / self.of if self.of else 0.0

    def __str__(self) -> str:
        return f"{100 * self.value:5.1f}% of {self.of}"


def share(tests: Iterable[bool]) -> Share:
    """The share of those that are true."""
    found = list(tests)
    return Share(sum(found), len(found))


def percentile(values: Sequence[float], percent: float) -> float:
    """The smallest value that so many percent do not exceed."""
    ranked = sorted(values)
    return ranked[max(0, ceil(len(ranked) * percent / 100) - 1)]


def auc(high: Sequence[float], low: Sequence[float]) -> float:
    """How often a score that should be high is above one that should be low; ties count half."""
    ranked = sorted(low)
    wins = sum((bisect_left(ranked, h) + bisect_right(ranked, h)) / 2 for h in high)
    return wins / (len(high) * len(low))

"""How many slips of the finger lie between words; a swap of neighbours is one."""

from collections.abc import Collection
from functools import cache
from types import ModuleType
from typing import Any


@cache
def _rapidfuzz() -> tuple[ModuleType, Any]:
    """Half a hundred modules, which a message without slips does not need."""
    from rapidfuzz import process  # noqa: PLC0415
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    return process, OSA.distance


def within(a: str, b: str, limit: int) -> int | None:
    """The slips between two words, or None past ``limit``."""
    slips: int = _rapidfuzz()[1](a, b, score_cutoff=limit)
    return slips if slips <= limit else None


def near(word: str, known: Collection[str], limit: int) -> list[tuple[str, int]]:
    """Up to five known words with their slips, fewest first, none past ``limit``."""
    if not known:
        return []
    process, distance = _rapidfuzz()
    found = process.extract(word, known, scorer=distance, score_cutoff=limit, limit=5)
    return [(name, slips) for name, slips, _ in found]


def nearest(word: str, known: Collection[str], limit: int) -> str | None:
    """The known word with the fewest slips, or None past ``limit``."""
    if not known:
        return None
    process, distance = _rapidfuzz()
    found = process.extractOne(word, known, scorer=distance, score_cutoff=limit)
    return str(found[0]) if found else None

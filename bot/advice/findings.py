"""What rules say: data. The sentence for a finding is made in ``wording.py`` and nowhere else."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from msgspec import Struct, field


class Effect(StrEnum):
    """What a finding speaks for."""

    FOR = "for"
    AGAINST = "against"
    CAUTION = "caution"
    CONDITION = "condition"


class Said(Struct, frozen=True):
    """A sentence to be: its key in the table of wording and the facts it speaks of."""

    key: str
    facts: Mapping[str, Any] = field(default_factory=dict)


class Finding(Struct, frozen=True):
    """One rule that fired. ``rule`` is a row of the article's table."""

    rule: str
    effect: Effect
    said: Said


def finding(rule: str, effect: Effect, how: str = "", **facts: Any) -> Finding:
    """A finding whose sentence is kept under the rule's name and, where it has several, ``how``."""
    return Finding(rule, effect, Said(f"{rule}.{how}" if how else rule, facts))


class Aside(Struct, frozen=True):
    """One rule beyond the article that fired."""

    rule: str
    said: Said
    source: str

"""A row of a table of rules: a case, and what one rule says of it."""

from dataclasses import dataclass, field
from typing import Any

from bot.advice.case import Case
from bot.advice.findings import Effect
from bot.advice.learner import Situation
from bot.advice.reading.facts import Hope
from tests.advice.world import worked

FOR, AGAINST = Effect.FOR, Effect.AGAINST
CAUTION, CONDITION = Effect.CAUTION, Effect.CONDITION
ANALYST = worked(role="analyst")
LONG_ANALYST = worked(role="analyst", years=2)


@dataclass(frozen=True, kw_only=True)
class Row:
    """A case, and what a rule says of it: effect, sentence and facts; silent without an effect."""

    rule: str
    when: str
    case: Case
    effect: Effect | None = None
    key: str = ""
    facts: dict[str, Any] = field(default_factory=dict)


def fires(rule: str, when: str, of: Case, effect: Effect, how: str = "", **facts: Any) -> Row:
    """The rule speaks, with these facts among others."""
    key = f"{rule}.{how}" if how else rule
    return Row(rule=rule, when=when, case=of, effect=effect, key=key, facts=facts)


def silent(rule: str, when: str, of: Case) -> Row:
    """The rule has nothing to say."""
    return Row(rule=rule, when=when, case=of)


def within(*situations: Situation) -> dict[str, Any]:
    """A person in these situations."""
    return {"situations": frozenset(situations)}


def hoping(*hopes: Hope) -> dict[str, Any]:
    """A person with these hopes."""
    return {"hopes": frozenset(hopes)}

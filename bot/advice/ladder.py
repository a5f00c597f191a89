"""Credentials that stand in a row: the steps of a ladder, and what took a retired one's place."""

from bot.advice.knowledge import Knowledge
from bot.advice.taxonomy import Title


def steps_below(title: Title, knowledge: Knowledge) -> tuple[Title, ...]:
    """The steps of the same ladder below a credential, the nearest first."""
    found: dict[str, Title] = {}
    at = title
    while at.builds_on and at.builds_on not in found and at.builds_on != title.id:
        at = knowledge.credentials[at.builds_on]
        found[at.id] = at
    return tuple(found.values())


def is_below(lower: Title, upper: Title, knowledge: Knowledge) -> bool:
    """Whether one is a step of the same ladder below the other."""
    return lower in steps_below(upper, knowledge)


def successor_of(title: Title, knowledge: Knowledge) -> Title | None:
    """What took a retired credential's place and can still be earned; None where nothing did."""
    seen: set[str] = set()
    found: Title | None = title
    while found and found.retired and found.id not in seen:
        seen.add(found.id)
        found = knowledge.credentials.get(found.replaced_by)
    return found if found and not found.retired else None

"""The article's rule on the goal: how the credential leads there, and for whom it is made."""

from typing import Any

from bot.advice.case import Case
from bot.advice.findings import Effect, Finding, finding
from bot.advice.relevance import Connection, Link

MOST_ROLES = 3


def goal_link(case: Case) -> Finding | None:
    """Always: strong, partial, none or unknown, with the shared skills."""
    if case.asked is None:
        return None
    found = case.connection
    facts: dict[str, Any] = {"title": case.name}
    if case.role is None:
        return _without_role(case)
    facts["role"] = case.role.id
    return _by_language(case, facts) if found.tongue else _by_skills(found, facts)


def _by_skills(found: Connection, facts: dict[str, Any]) -> Finding:
    """What the credential teaches, beside what the role asks for."""
    match found.link:
        case Link.STRONG if found.core:
            return finding("goal-link", Effect.FOR, "strong", skills=found.core, **facts)
        case Link.STRONG:
            return finding("goal-link", Effect.FOR, "made-for", **facts)
        case Link.PARTIAL if found.supporting:
            return finding(
                "goal-link", Effect.CONDITION, "partial", skills=found.supporting, **facts
            )
        case Link.PARTIAL if found.related:
            near, core = found.related[0]
            return finding(
                "goal-link", Effect.CONDITION, "related", skills=(near,), core=(core,), **facts
            )
        case Link.PARTIAL:
            return finding("goal-link", Effect.CONDITION, "ads", **facts)
        case Link.NONE if found.general:
            return finding("goal-link", Effect.AGAINST, "general", skills=found.general, **facts)
        case Link.NONE:
            return finding("goal-link", Effect.AGAINST, "none", **facts)
    return finding("goal-link", Effect.CAUTION, "unknown", **facts)


def _without_role(case: Case) -> Finding:
    """No goal, or none that is known: for whom the credential is made, where that is plain."""
    if case.goal:
        return finding("goal-link", Effect.CAUTION, "no-role", goal=case.goal.read)
    roles = made_for(case)
    if not roles:
        return finding("goal-link", Effect.CAUTION, "no-goal")
    needed = case.title is not None and (case.title.permit or case.title.licence)
    how = "needed-by" if needed else "for-whom"
    return finding("goal-link", Effect.CONDITION, how, roles=roles)


def made_for(case: Case) -> tuple[str, ...]:
    """The few roles that the credential is plainly made for; none where they are many."""
    named = case.asked.title.roles if case.asked else ()
    roles = tuple(r for r in named if r in case.knowledge.roles)
    return roles if len(roles) <= MOST_ROLES else ()


def _by_language(case: Case, facts: dict[str, Any]) -> Finding:
    """Whether the work is done in the language that the credential tests."""
    found = case.connection
    effects = {Link.STRONG: Effect.FOR, Link.PARTIAL: Effect.CONDITION}
    effect = effects.get(found.link, Effect.AGAINST)
    places = tuple(sorted(case.places))
    how = str(found.tongue)
    return finding("goal-link", effect, how, skills=found.spoken, places=places, **facts)

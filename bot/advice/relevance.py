"""Credential and goal: how closely they are connected, and by which skills."""

from enum import StrEnum

from msgspec import Struct

from bot.advice.knowledge import Knowledge
from bot.advice.taxonomy import Role


class Link(StrEnum):
    """How a credential connects to a role."""

    STRONG = "strong"
    PARTIAL = "partial"
    NONE = "none"
    UNKNOWN = "unknown"


class Tongue(StrEnum):
    """What a language has to do with the work aimed at."""

    REGISTERED = "registered"  # spoken there, and whoever registers people asks for proof
    THERE = "there"  # spoken there
    ASKED = "asked"  # a regulated job, and nobody said where
    ELSEWHERE = "elsewhere"  # a regulated job, in a country that works in another language


class Connection(Struct, frozen=True, kw_only=True):
    """The link and its reasons: skill ids, in the credential's order."""

    link: Link
    core: tuple[str, ...] = ()
    supporting: tuple[str, ...] = ()
    related: tuple[tuple[str, str], ...] = ()  # (skill of the credential, core skill of the role)
    general: tuple[str, ...] = ()  # shared, but useful everywhere: connects nothing
    made_for: bool = False
    named_in_ads: bool = False
    tongue: Tongue | None = None
    spoken: tuple[str, ...] = ()  # the languages that this is about

    @property
    def shared(self) -> tuple[str, ...]:
        """Every specific skill that both sides name, or the language that the work is done in."""
        spoken = self.spoken if self.link in (Link.STRONG, Link.PARTIAL) else ()
        return tuple(dict.fromkeys((*self.core, *self.supporting, *spoken)))


def connect(
    skills: tuple[str, ...],
    made_for: tuple[str, ...],
    role: Role | None,
    knowledge: Knowledge,
    named_in_ads: bool | None = None,
) -> Connection:
    """Judges one credential, by its skills and the roles it is made for, against one role.

    Args:
        named_in_ads: what the person found in job ads, where the skills are unknown.
    """
    if role is None:
        return Connection(link=Link.UNKNOWN)
    core = tuple(s for s in skills if s in role.core)
    also = tuple(s for s in skills if s in role.supporting)
    general = tuple(s for s in also if _transferable(s, knowledge))
    supporting = tuple(s for s in also if s not in general)
    if role.id in made_for or core:
        return Connection(
            link=Link.STRONG, core=core, supporting=supporting, made_for=role.id in made_for
        )
    related = _related(skills, role, knowledge)
    if supporting or related:
        return Connection(
            link=Link.PARTIAL, supporting=supporting, related=related, general=general
        )
    if not skills:
        return _by_ads(named_in_ads)
    return Connection(link=Link.NONE, general=general)


def _by_ads(named_in_ads: bool | None) -> Connection:
    if named_in_ads is None:
        return Connection(link=Link.UNKNOWN)
    return Connection(link=Link.PARTIAL if named_in_ads else Link.NONE, named_in_ads=named_in_ads)


def _transferable(skill: str, knowledge: Knowledge) -> bool:
    return knowledge.skills[skill].transferable


def _related(
    skills: tuple[str, ...], role: Role, knowledge: Knowledge
) -> tuple[tuple[str, str], ...]:
    """Pairs of a taught skill and a core skill of the role that lie close to each other."""
    known = knowledge.skills
    specific = [(core, known[core]) for core in role.core]
    cores = [(core, entry.related) for core, entry in specific if not entry.transferable]
    pairs: list[tuple[str, str]] = []
    for skill in skills:
        entry = known[skill]
        if not entry.transferable:
            near = entry.related
            pairs += [(skill, core) for core, others in cores if core in near or skill in others]
    return tuple(pairs)

"""The shapes of the knowledge files: roles, skills, credentials and providers.

Each class is one table in a TOML file of ``knowledge/<industry>/``; each field is one key.
``knowledge/README.md`` explains every key to the people who write those files.
"""

from enum import StrEnum
from typing import Annotated, Protocol

from msgspec import Meta, Struct

Name = Annotated[str, Meta(min_length=1)]
OneOrMore = Annotated[tuple[str, ...], Meta(min_length=1)]
Month = Annotated[str, Meta(pattern=r"^(\d{4}-(0[1-9]|1[0-2]))?\Z")]


class Named(Protocol):
    """What every entry has."""

    @property
    def id(self) -> str:
        """The heading of its table."""

    @property
    def name(self) -> str:
        """What to call it."""

    @property
    def aliases(self) -> tuple[str, ...]:
        """What people type for it."""


class Gate(StrEnum):
    """What stands between a person and a role, whatever certificates they hold."""

    NONE = "none"
    USUAL_DEGREE = "usual_degree"
    REQUIRED_DEGREE = "required_degree"
    LICENCE = "licence"


class Proof(StrEnum):
    """What a skill needs beside a certificate before anybody believes it."""

    NONE = "none"
    PRACTICE = "practice"
    SHOW_WORK = "show_work"


class Level(StrEnum):
    """How far a credential goes."""

    FOUNDATION = "foundation"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"
    EXPERT = "expert"


class Assessed(StrEnum):
    """How a holder was assessed."""

    EXAM = "exam"
    PROJECT = "project"
    PRACTICAL = "practical"
    PORTFOLIO = "portfolio"
    COURSEWORK = "coursework"
    ATTENDANCE = "attendance"
    UNKNOWN = "unknown"


class ProviderKind(StrEnum):
    """What sort of body issues the credential."""

    VENDOR = "vendor"
    PLATFORM = "platform"
    MARKETPLACE = "marketplace"
    UNIVERSITY = "university"
    COLLEGE = "college"
    PROFESSIONAL_BODY = "professional_body"
    AWARDING_BODY = "awarding_body"
    GOVERNMENT = "government"
    TRAINING_PROVIDER = "training_provider"
    NONPROFIT = "nonprofit"
    EMPLOYER = "employer"


HOSTS = frozenset({ProviderKind.PLATFORM, ProviderKind.MARKETPLACE})  # of others' courses


class Industry(Struct, frozen=True, kw_only=True):
    """One walk of life; its id is the name of its folder."""

    id: str
    name: Name
    aliases: tuple[str, ...] = ()


class Skill(Struct, frozen=True, kw_only=True):
    """Something one can be good at.

    ``makers``: the issuers that make it, or one of its kind. ``spoken_in``, of a language: codes of
    the countries where work is done in it.
    """

    id: str
    name: Name
    industry: str
    practice: Name
    projects: OneOrMore
    aliases: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    proof: Proof = Proof.NONE
    tool: bool = False
    makers: tuple[str, ...] = ()
    transferable: bool = False
    spoken_in: tuple[str, ...] = ()


class Role(Struct, frozen=True, kw_only=True):
    """A job or trade that people aim for; ``does``: what they say who aim for it, verb first."""

    id: str
    name: Name
    industry: str
    core: OneOrMore
    supporting: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    does: tuple[str, ...] = ()
    gate: Gate = Gate.NONE
    gate_note: str = ""


class Title(Struct, frozen=True, kw_only=True):
    """A well-known credential, as its issuer names it.

    ``valid_months`` 0 is for life. ``licence``: it is the licence that its ``roles`` need, or a
    step of the official way to it. ``permit``: a card or ticket that law, a site or an employer
    asks for before one may begin; it is shown, not applied. ``builds_on``: the step below it.
    """

    id: str
    name: Name
    issuer: str
    skills: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    level: Level = Level.FOUNDATION
    assessed: Assessed = Assessed.UNKNOWN
    valid_months: int | None = None
    weeks: int | None = None
    updated: Month = ""
    requires: str = ""
    retired: bool = False
    replaced_by: str = ""
    licence: bool = False
    permit: bool = False
    builds_on: str = ""


class Provider(Struct, frozen=True, kw_only=True):
    """A body that issues credentials. ``industries`` holds industry ids, or ``*`` for all."""

    id: str
    name: Name
    kind: ProviderKind
    industries: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    country: str = ""

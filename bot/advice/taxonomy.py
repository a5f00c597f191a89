"""The shapes of the knowledge files: roles, skills, credentials and providers.

Each class is one table in a TOML file of ``knowledge/<industry>/``; each field is one key.
``knowledge/README.md`` explains every key to the people who write those files.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Industry:
    """One walk of life; its id is the name of its folder."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """Something one can be good at."""

    id: str
    name: str
    industry: str
    practice: str
    projects: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    proof: Proof = Proof.NONE
    tool: bool = False
    transferable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A job or trade that people aim for."""

    id: str
    name: str
    industry: str
    core: tuple[str, ...]
    supporting: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    gate: Gate = Gate.NONE
    gate_note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A well-known credential, as its issuer names it.

    ``valid_months`` 0 is for life. ``licence``: it is the licence that its ``roles`` need, or a
    step of the official way to it.
    """

    id: str
    name: str
    issuer: str
    skills: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    level: Level = Level.FOUNDATION
    assessed: Assessed = Assessed.UNKNOWN
    valid_months: int | None = None
    weeks: int | None = None
    updated: str = ""
    requires: str = ""
    retired: bool = False
    replaced_by: str = ""
    licence: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """A body that issues credentials. ``industries`` holds industry ids, or ``*`` for all."""

    id: str
    name: str
    kind: ProviderKind
    industries: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    country: str = ""

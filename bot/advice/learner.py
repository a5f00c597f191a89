"""What Badgewise remembers of a person: one frozen document, changed by making a new one."""

from datetime import date
from enum import StrEnum

from msgspec import Struct, field

from bot.advice.nudging import Nudging


class Situation(StrEnum):
    """Where the person stands."""

    STAYING_CURRENT = "staying_current"
    SWITCHING = "switching"
    FIRST_JOB = "first_job"
    RETURNING = "returning"
    FREELANCING = "freelancing"
    EMPLOYER_SENT = "employer_sent"


class Status(StrEnum):
    """How far the person is with a credential."""

    PLANNED = "planned"
    IN_PROGRESS = "in_progress"
    EARNED = "earned"
    DROPPED = "dropped"


class EducationKind(StrEnum):
    """What kind of gate an education opens."""

    DEGREE = "degree"
    LICENCE = "licence"


class Goal(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The long-term goal. ``role`` is a role id, or empty when the words name no known role."""

    text: str
    role: str = ""
    industry: str = ""
    situation: Situation | None = None
    horizon: str = ""
    set_on: date | None = None
    checked_on: date | None = None  # when the person last said that it still holds


class Credential(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One credential of the person. ``known`` is a credential id; ``skills`` are skill ids."""

    id: str
    title: str
    provider: str = ""
    known: str = ""
    skills: tuple[str, ...] = ()
    status: Status = Status.PLANNED
    earned_on: date | None = None
    expires_on: date | None = None
    link: str = ""
    added_on: date | None = None
    moved_on: date | None = None  # when its status changed, or work on it was reported


class Experience(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Work the person has done: an area in their words, with the skills and role read from it."""

    id: str
    area: str
    years: float = 0.0
    skills: tuple[str, ...] = ()
    role: str = ""


class Education(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A degree or a licence to practise."""

    id: str
    title: str
    kind: EducationKind = EducationKind.DEGREE


class Project(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something made. ``credential`` is the id of one of the person's credentials, or empty."""

    id: str
    title: str
    credential: str = ""
    skills: tuple[str, ...] = ()
    done: bool = False
    result: str = ""
    link: str = ""


class Answers(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the person told the bot when it asked: words (normalised) and what they mean."""

    roles: dict[str, str] = field(default_factory=dict)
    skills: dict[str, tuple[str, ...]] = field(default_factory=dict)
    named_in_ads: dict[str, bool] = field(default_factory=dict)
    issuers: dict[str, str] = field(default_factory=dict)


class Learner(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One person."""

    goal: Goal | None = None
    credentials: tuple[Credential, ...] = ()
    experience: tuple[Experience, ...] = ()
    education: tuple[Education, ...] = ()
    projects: tuple[Project, ...] = ()
    answers: Answers = field(default_factory=Answers)
    nudging: Nudging | None = None

"""What a message says, as typed facts; nothing here is kept unless the person presses Remember."""

from enum import StrEnum

from msgspec import Struct

from bot.advice.learner import Credential, Education, Experience, Project, Situation


class Standing(StrEnum):
    """How an issuer's name compares with the names that are known."""

    NAMED = "named"
    SLIP = "slip"  # one letter off a known name: asked, never assumed
    SUSPECT = "suspect"  # looks like a known name and is not it
    UNKNOWN = "unknown"
    UNSAID = "unsaid"


class Hope(StrEnum):
    """What the person expects a certificate to do that it cannot do alone."""

    FAST_JOB = "fast_job"
    SALARY = "salary"
    NO_DEGREE = "no_degree"
    NO_EXPERIENCE = "no_experience"
    NO_LICENCE = "no_licence"


class Promise(StrEnum):
    """What the issuer is said to promise."""

    JOB = "job"
    INCOME = "income"
    LICENCE = "licence"


class Stage(StrEnum):
    """How far the person already is with the credential asked about."""

    CONSIDERING = "considering"
    PAID = "paid"
    ENROLLED = "enrolled"
    STALLED = "stalled"
    DROPPED = "dropped"
    FINISHED = "finished"


class TitleRead(Struct, frozen=True, kw_only=True):
    """A credential as read. ``known`` is its id, or empty; then ``skills`` come from its words."""

    read: str
    name: str
    known: str = ""
    skills: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    issuer_in_title: str = ""
    repaired: bool = False


class ProviderRead(Struct, frozen=True, kw_only=True):
    """An issuer as read. ``id`` is set when named, ``resembles`` when a look-alike or a slip."""

    read: str = ""
    standing: Standing = Standing.UNSAID
    id: str = ""
    resembles: str = ""
    inferred: bool = False


class GoalRead(Struct, frozen=True, kw_only=True):
    """A goal as read. Without a ``role``, ``guesses`` are the role ids that come closest."""

    read: str
    role: str = ""
    guesses: tuple[str, ...] = ()
    repaired: bool = False
    assumed: bool = False  # taken from the person's present job or the title, not said as a goal
    field: tuple[str, ...] = ()  # skills of what one would teach in it
    of_title: bool = False  # supposed from what the credential is for: asked, never judged by


class Asked(Struct, frozen=True, kw_only=True):
    """One credential that the person asks about."""

    title: TitleRead
    provider: ProviderRead = ProviderRead()


class Reading(Struct, frozen=True, kw_only=True):
    """Everything read from one message or one row."""

    asked: tuple[Asked, ...] = ()
    goal: GoalRead | None = None
    situations: frozenset[Situation] = frozenset()
    experience: tuple[Experience, ...] = ()
    held: tuple[Credential, ...] = ()
    education: tuple[Education, ...] = ()
    projects: tuple[Project, ...] = ()
    hopes: frozenset[Hope] = frozenset()
    promises: frozenset[Promise] = frozenset()
    stage: Stage = Stage.CONSIDERING
    costly: bool = False
    no_experience: bool = False
    places: frozenset[str] = frozenset()  # codes of the countries where the work is to be
    for_team: bool = False  # whoever asks would have others take it
    repairs: tuple[tuple[str, str], ...] = ()

"""A small made-up world for tests of rules and verdicts, so that edits of the knowledge break none.

Everything is named after what it is there to show; nothing in it is real.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.advice.case import Case
from bot.advice.knowledge import Knowledge
from bot.advice.learner import (
    Credential,
    Education,
    EducationKind,
    Experience,
    Project,
    Status,
)
from bot.advice.profile import Profile
from bot.advice.reading.facts import Asked, GoalRead, ProviderRead, Standing, TitleRead
from bot.advice.taxonomy import (
    Assessed,
    Gate,
    Industry,
    Level,
    Proof,
    Provider,
    ProviderKind,
    Role,
    Skill,
    Title,
)

TODAY = date(2026, 6, 15)
TEACHES_NOTHING_KNOWN = "Zorbing Certificate"


def _by_id(*entries: Any) -> Mapping[str, Any]:
    return {entry.id: entry for entry in entries}


def _skill(id_: str, industry: str, **more: Any) -> Skill:
    name = more.pop("name", id_)
    return Skill(
        id=id_, name=name, industry=industry, practice=f"try {name} for an hour",
        projects=(f"make something with {name} that a {{role}} would use", f"show {name} at work"),
        **more,
    )  # fmt: skip


def _role(id_: str, industry: str, core: str, supporting: str = "", **more: Any) -> Role:
    return Role(
        id=id_, name=more.pop("name", id_), industry=industry,
        core=tuple(core.split()), supporting=tuple(supporting.split()), **more,
    )  # fmt: skip


def _title(id_: str, issuer: str, skills: str, **more: Any) -> Title:
    name = more.pop("name", id_.replace("-", " ").title())
    return Title(id=id_, name=name, issuer=issuer, skills=tuple(skills.split()), **more)


def _provider(id_: str, name: str, *industries: str, **more: Any) -> Provider:
    kind = more.pop("kind", ProviderKind.PROFESSIONAL_BODY)
    return Provider(id=id_, name=name, kind=kind, industries=industries, **more)


WORLD = Knowledge(
    industries=_by_id(
        Industry(id="common", name="every trade"), Industry(id="data", name="data"),
        Industry(id="people", name="people work"), Industry(id="kitchen", name="kitchens"),
        Industry(id="health", name="health"), Industry(id="building", name="building"),
    ),
    skills=_by_id(
        _skill("sql", "data", name="SQL", aliases=("structured query language",), tool=True),
        _skill("charts", "data", aliases=("graphs",)),
        _skill("statistics", "data"),
        _skill("maps", "data", related=("charts",)),
        _skill("spreadsheets", "common", transferable=True),
        _skill("leading", "people", proof=Proof.PRACTICE),
        _skill("coaching", "people", proof=Proof.PRACTICE),
        _skill("writing", "people", proof=Proof.SHOW_WORK),
        _skill("baking", "kitchen"),
        _skill("knives", "kitchen"),
        _skill("folding", "kitchen"),
        _skill("nursing-care", "health"),
        _skill("dosing", "health"),
        _skill("norse", "people", name="Norse", spoken_in=("NO", "IS")),
        _skill("abacus", "common", tool=True, makers=("abacus-works",)),
        _skill("concrete", "building"),
        _skill("loads", "building"),
    ),
    roles=_by_id(
        _role("analyst", "data", "sql charts", "statistics spreadsheets", terms=("SQL", "graphs")),
        _role("researcher", "data", "statistics sql", gate=Gate.USUAL_DEGREE),
        _role("team-lead", "people", "leading coaching", "sql", name="team lead"),
        _role("editor", "people", "writing leading"),
        _role("baker", "kitchen", "baking knives", "folding"),
        _role("clerk", "common", "spreadsheets"),
        _role("counter", "people", "abacus coaching"),
        _role("skald", "people", "norse writing"),
        _role("pie-chartist", "kitchen", "baking charts", name="pie chartist"),
        _role("nurse", "health", "nursing-care dosing", "charts",
              gate=Gate.LICENCE, gate_note="the nursing board"),
        _role("engineer", "building", "concrete loads",
              gate=Gate.REQUIRED_DEGREE, gate_note="the chamber of engineers"),
    ),
    credentials=_by_id(
        _title("sql-short", "data-guild", "sql", name="SQL Short", weeks=4),
        _title("sql-renewed", "data-guild", "sql", name="SQL Renewed", updated="2024-07"),
        _title("sql-stale", "data-guild", "sql", name="SQL Stale", updated="2024-06"),
        _title("sql-lasting-a-year", "data-guild", "sql", valid_months=12),
        _title("sql-by-sitting", "data-guild", "sql", assessed=Assessed.ATTENDANCE),
        _title("sql-replaced", "data-guild", "sql", retired=True, replaced_by="sql-short"),
        _title("sql-retired", "data-guild", "sql", retired=True),
        _title("sql-for-masters", "data-guild", "sql", requires="three years of queries"),
        _title("data-diploma", "data-guild", "sql charts", weeks=40),
        _title("almost-a-diploma", "data-guild", "sql charts", weeks=39),
        _title("charts-first", "data-guild", "charts", name="Charts First"),
        _title("statistics-one", "data-guild", "statistics"),
        _title("map-making", "data-guild", "maps"),
        _title("office-skills", "data-guild", "spreadsheets"),
        _title("analyst-badge", "data-guild", "knives", roles=("analyst",)),
        _title("kitchen-analyst", "kitchen-guild", "knives", roles=("analyst",)),
        _title("baking-basics", "kitchen-guild", "baking"),
        _title("napkins", "kitchen-guild", "folding"),
        _title("leading-teams", "people-guild", "leading coaching"),
        _title("leading-in-writing", "people-guild", "leading writing"),
        _title("leading-by-numbers", "people-guild", "leading sql"),
        _title("writing-well", "people-guild", "writing"),
        _title("nursing-licence", "nursing-board", "nursing-care", roles=("nurse", "baker"),
               licence=True),
        _title("nursing-refresher", "nursing-board", "nursing-care"),
        _title("concrete-one", "builders", "concrete"),
        _title("sql-replaced-twice", "data-guild", "sql", retired=True, replaced_by="sql-replaced"),
        _title("nursing-retired", "nursing-board", "nursing-care", retired=True),
        _title("sql-mastery", "data-guild", "sql", level=Level.EXPERT),
        _title("statistics-in-a-day", "data-guild", "statistics", weeks=1),
        _title("map-mastery", "data-guild", "maps", builds_on="map-making"),
        _title("map-wizardry", "data-guild", "maps", builds_on="map-mastery"),
        _title("oven-pass", "kitchen-guild", "folding", roles=("baker",), permit=True),
        _title("knife-pass", "kitchen-guild", "knives", permit=True, weeks=1),
        _title("leading-pass", "people-guild", "leading", permit=True),
        _title("norse-test", "everywhere", "norse"),
        _title("abacus-official", "abacus-works", "abacus"),
        _title("abacus-for-all", "builders", "abacus"),
        _title("sql-by-abacus-works", "abacus-works", "sql"),
    ),
    providers=_by_id(
        _provider("data-guild", "Data Guild", "data"),
        _provider("people-guild", "People Guild", "people"),
        _provider("kitchen-guild", "Kitchen Guild", "kitchen"),
        _provider("nursing-board", "Nursing Board", "health"),
        _provider("builders", "Builders' Chamber", "building"),
        _provider("abacus-works", "Abacus Works", "building", kind=ProviderKind.VENDOR),
        _provider("everywhere", "Everywhere College", "*", kind=ProviderKind.UNIVERSITY),
        _provider("bazaar", "Bazaar", "data", kind=ProviderKind.MARKETPLACE),
    ),
)  # fmt: skip

UNSAID = ProviderRead()
UNKNOWN = ProviderRead(read="Nobody's College", standing=Standing.UNKNOWN)
SUSPECT = ProviderRead(read="Dαta Guild", standing=Standing.SUSPECT, resembles="data-guild")
SLIP = ProviderRead(read="Data Guilt", standing=Standing.SLIP, resembles="data-guild")


def named(provider: str) -> ProviderRead:
    """An issuer said by its exact name."""
    return ProviderRead(read=WORLD.providers[provider].name, standing=Standing.NAMED, id=provider)


def asked(title: str, issuer: ProviderRead | None = None) -> Asked:
    """A credential of the world with its own issuer; any other words name an unknown one."""
    known = WORLD.credentials.get(title)
    if known is None:
        return Asked(title=TitleRead(read=title, name=title), provider=issuer or UNSAID)
    read = TitleRead(
        read=known.name, name=known.name, known=title, skills=known.skills, roles=known.roles
    )
    return Asked(title=read, provider=issuer or named(known.issuer))


def goal(role: str) -> GoalRead:
    """A goal that names a role of the world; other words name none."""
    return GoalRead(read=role, role=role if role in WORLD.roles else "")


def worked(*skills: str, role: str = "", years: float = 0) -> Experience:
    """A piece of work."""
    return Experience(id="e1", area="work", years=years, skills=skills, role=role)


def made(*skills: str, credential: str = "", done: bool = True) -> Project:
    """A project, finished unless said."""
    return Project(id="p1", title="something", credential=credential, skills=skills, done=done)


def holds(title: str, status: Status = Status.EARNED, **more: Any) -> Credential:
    """A credential of the world in the person's own list."""
    known = WORLD.credentials[title]
    return Credential(
        id=more.pop("id_", title), title=known.name, known=title, skills=known.skills,
        status=status, **more,
    )  # fmt: skip


DEGREE = Education(id="d1", title="BSc", kind=EducationKind.DEGREE)
LICENCE = Education(id="d2", title="registered", kind=EducationKind.LICENCE)
THREE_BADGES = (holds("sql-short"), holds("baking-basics"), holds("concrete-one"))


def profile(*facts: Experience | Credential | Education | Project) -> Profile:
    """What the person has, each fact in its place."""
    return Profile(
        experience=tuple(f for f in facts if isinstance(f, Experience)),
        credentials=tuple(f for f in facts if isinstance(f, Credential)),
        education=tuple(f for f in facts if isinstance(f, Education)),
        projects=tuple(f for f in facts if isinstance(f, Project)),
    )


def case(
    title: str | None = "sql-short",
    role: str | None = "analyst",
    *facts: Experience | Credential | Education | Project,
    issuer: ProviderRead | None = None,
    **more: Any,
) -> Case:
    """A case of this world; None for a credential or a goal that was not said."""
    return Case(
        knowledge=WORLD, today=TODAY, profile=profile(*facts),
        asked=None if title is None else asked(title, issuer),
        goal=None if role is None else goal(role),
        **more,
    )  # fmt: skip

"""The rules of nudges: each a pure function from a view to the nudges it would send, best first.

The order of ``RULES`` is the order of importance; what was said lately is passed over for a while
(``COOL``), so that every part of a plan has its turn.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from msgspec import Struct, field

from bot.advice.advise import advise
from bot.advice.case import Case
from bot.advice.catalogue import fitting
from bot.advice.learner import Credential, Status
from bot.advice.nudging import Heard
from bot.advice.reading.facts import Asked, ProviderRead, Standing, TitleRead
from bot.advice.relevance import Link
from bot.advice.taxonomy import Title
from bot.advice.verdict import Verdict
from bot.nudges.view import LINKED, View

PILE = 3
STALLED = timedelta(days=28)
REVIEW = timedelta(days=182)
THRESHOLDS = (7, 30, 90)  # days before a credential expires
_GOOD = (Verdict.DO, Verdict.DO_IF)
_TRIED = 6


class Nudge(Struct, frozen=True):
    """One step to suggest. ``about`` is an own entry's id; the sentences come from ``facts``."""

    rule: str
    about: str
    facts: dict[str, Any] = field(default_factory=dict)


Rule = Callable[[View], Iterator[Nudge]]


def expiring(view: View) -> Iterator[Nudge]:
    """An earned credential runs out within 90, 30 or 7 days."""
    for mine in view.learner.credentials:
        if mine.status is not Status.EARNED or mine.expires_on is None:
            continue
        left = (mine.expires_on - view.today).days
        near = next((t for t in THRESHOLDS if 0 <= left <= t), None)
        if near is not None:
            serves = view.link(mine) in LINKED
            facts = {"title": mine.title, "day": mine.expires_on, "serves": serves}
            yield Nudge("expiring", f"{mine.id}:{near}:{mine.expires_on}", facts)


def goal_review(view: View) -> Iterator[Nudge]:
    """The goal has not been looked at in six months."""
    goal = view.learner.goal
    seen = max(filter(None, [goal.set_on, goal.checked_on]), default=None) if goal else None
    if goal and seen and view.today - seen >= REVIEW:
        yield Nudge("goal-review", "", {"goal": goal.text, "day": seen})


def moved(mine: Credential) -> date | None:
    """When anything last happened to a credential."""
    return max(filter(None, [mine.added_on, mine.moved_on]), default=None)


def stalled(view: View) -> Iterator[Nudge]:
    """A credential is under way, and nothing has happened in four weeks."""
    for mine in view.learner.credentials:
        last = moved(mine)
        if mine.status is Status.IN_PROGRESS and last and view.today - last >= STALLED:
            yield Nudge("stalled", mine.id, {"title": mine.title, "day": last})


def _idea(view: View, mine: Credential) -> dict[str, Any]:
    facts: dict[str, Any] = {"title": mine.title}
    skill = view.skill_for(mine.skills)
    if skill:
        facts |= {"skill": skill, "role": view.role.id if view.role else ""}
    return facts


def pile(view: View) -> Iterator[Nudge]:
    """Three or more are earned and unused, one of them on the goal: use that one first."""
    if len(view.all_idle) >= PILE and view.idle:
        best = view.idle[0]
        yield Nudge("pile", best.id, _idea(view, best) | {"number": len(view.all_idle)})


def apply(view: View) -> Iterator[Nudge]:
    """An earned credential on the goal has not been used: a project with its first small step."""
    for mine in view.idle:
        project = view.open_project(mine)
        if project:
            yield Nudge("apply-open", project.id, {"title": mine.title, "project": project.title})
        else:
            yield Nudge("apply", mine.id, _idea(view, mine))


def evidence(view: View) -> Iterator[Nudge]:
    """A project is done, and nothing shows it."""
    for project in view.learner.projects:
        if project.done and not project.link and len(view.sent("evidence", project.id)) < 2:
            yield Nudge("evidence", project.id, {"project": project.title})


def cv(view: View) -> Iterator[Nudge]:
    """An earned and used credential has not been put into the new job's words."""
    if view.role is None:
        return
    idle = {c.id for c in view.all_idle}
    for mine in view.with_status(Status.EARNED):
        if mine.id in idle or view.link(mine) not in LINKED:
            continue
        about = f"{mine.id}:{view.role.id}"
        skill = view.skill_for(mine.skills)
        if skill and not view.sent("cv", about):
            facts = {"title": mine.title, "role": view.role.id, "skills": (skill,)}
            yield Nudge("cv", about, facts)


def module(view: View) -> Iterator[Nudge]:
    """A credential is under way: twenty minutes on the open part."""
    for mine in view.with_status(Status.IN_PROGRESS):
        yield Nudge("module", mine.id, {"title": mine.title})


def fits(view: View, title: TitleRead, issuer: ProviderRead) -> bool:
    """Whether the verdict on a credential is to do it, on conditions or without."""
    case = Case(
        knowledge=view.knowledge,
        today=view.today,
        asked=Asked(title=title, provider=issuer),
        goal=view.case.goal,
        profile=view.case.profile,
        situations=view.case.situations,
        local=view.local,
    )
    return advise(case).verdict in _GOOD


def _known(title: Title) -> TitleRead:
    return TitleRead(
        read=title.name, name=title.name, known=title.id, skills=title.skills, roles=title.roles
    )


def _read(view: View, mine: Credential) -> tuple[TitleRead, ProviderRead]:
    title = view.knowledge.credentials.get(mine.known)
    if title is None:
        return TitleRead(read=mine.title, name=mine.title, skills=mine.skills), ProviderRead()
    issuer = ProviderRead(standing=Standing.NAMED, id=title.issuer, inferred=True)
    return _known(title), issuer


def start(view: View) -> Iterator[Nudge]:
    """A planned credential fits the goal, and nothing else is under way: start it."""
    if any(c.status is Status.IN_PROGRESS for c in view.learner.credentials):
        return
    for mine in view.with_status(Status.PLANNED):
        if view.link(mine) is not Link.UNKNOWN and fits(view, *_read(view, mine)):
            yield Nudge("start", mine.id, {"title": mine.title})


def suggest(view: View) -> Iterator[Nudge]:
    """Nothing is planned, under way or waiting to be used: one credential that fits."""
    busy = (Status.IN_PROGRESS, Status.PLANNED)
    if view.role is None or view.idle or any(c.status in busy for c in view.learner.credentials):
        return
    have = {c.known for c in view.learner.credentials}
    for title in fitting(view.role, view.knowledge, without=view.case.shown_before)[:_TRIED]:
        issuer = ProviderRead(standing=Standing.NAMED, id=title.issuer, inferred=True)
        if title.id not in have and fits(view, _known(title), issuer):
            yield Nudge("suggest", title.id, {"title": title.name, "role": view.role.id})


RULES: dict[str, Rule] = {
    "expiring": expiring,
    "goal-review": goal_review,
    "stalled": stalled,
    "pile": pile,
    "apply": apply,
    "evidence": evidence,
    "cv": cv,
    "module": module,
    "start": start,
    "suggest": suggest,
}

# How long a rule says nothing more about the same thing, after it was heard or not.
ALWAYS = timedelta(0)
ONCE = timedelta(days=36_500)
COOL: dict[str, timedelta] = {
    "expiring": ONCE,
    "goal-review": timedelta(days=60),
    "stalled": timedelta(days=27),
    "pile": timedelta(days=27),
    "apply": timedelta(days=13),
    "apply-open": timedelta(days=13),
    "evidence": timedelta(days=27),
    "cv": ONCE,
    "module": ALWAYS,
    "start": timedelta(days=13),
    "suggest": timedelta(days=55),
}


def cooled(view: View, nudge: Nudge) -> bool:
    """Whether it may be said (again)."""
    before = view.sent(nudge.rule, nudge.about)
    if not before:
        return True
    last = before[-1]
    if last.heard is Heard.SMALLER and COOL[nudge.rule] < ONCE:
        return True  # the smaller step is asked about next time
    return view.now - last.at >= COOL[nudge.rule]


def candidates(view: View) -> Iterator[Nudge]:
    """Everything that could be said, most important first."""
    for rule in RULES.values():
        yield from rule(view)

"""What would change a verdict: judged again with facts changed, never written by hand."""

from collections.abc import Callable, Iterator
from itertools import combinations

from msgspec import Struct
from msgspec.structs import replace

from bot.advice import rules
from bot.advice.case import Case
from bot.advice.findings import Said
from bot.advice.learner import Experience, Project
from bot.advice.recognition import Recognition
from bot.advice.relevance import Link
from bot.advice.taxonomy import Gate
from bot.advice.verdict import Line, Verdict, decide
from bot.advice.what_if import what_if

MOST_FACTS = 3
MOST_SETS = 3
_FIXED = (4, 5)  # no change of facts below makes a goal or adds what a credential lacks


class Change(Struct, frozen=True):
    """A fact that could be otherwise: how to say it, and the case in which it is."""

    said: Said
    made: Callable[[Case], Case]


class Way(Struct, frozen=True):
    """A smallest set of changes and the verdict that it leads to."""

    changes: tuple[Said, ...]
    verdict: Verdict


def _with_project(case: Case) -> Case:
    done = Project(id="what-if", title="", credential=case.name, skills=case.shared, done=True)
    return what_if(case, profile=replace(case.profile, projects=(*case.profile.projects, done)))


def _with_practice(case: Case) -> Case:
    work = Experience(id="what-if", area="", skills=case.shared)
    return what_if(case, profile=replace(case.profile, experience=(*case.profile.experience, work)))


def _with_held_applied(case: Case) -> Case:
    idle = rules.connected(case, rules.unapplied(case))
    done = tuple(
        Project(id=f"what-if-{i}", title="", credential=c.title, skills=c.skills, done=True)
        for i, c in enumerate(idle)
    )
    return what_if(case, profile=replace(case.profile, projects=(*case.profile.projects, *done)))


def possible(case: Case) -> Iterator[Change]:
    """The facts that the person could change in this case, smallest effort first."""
    if case.asked is None or case.role is None:
        return
    if not case.applied and case.shared:
        yield Change(
            Said("change.project", {"title": case.name, "skills": case.shared[:2]}), _with_project
        )
    if case.needs_proof:
        yield Change(Said("change.practice", {"skills": case.needs_proof[:2]}), _with_practice)
    if rules.spoken(case, "pile-of-badges"):
        yield Change(Said("change.apply-held"), _with_held_applied)
    if case.issuer.state is not Recognition.RECOGNISED:
        granted: Callable[[Case], Case] = lambda c: what_if(c, issuer_granted=True)  # noqa: E731
        yield Change(Said("change.issuer", {"industry": case.role.industry}), granted)
    if case.promises:
        plain: Callable[[Case], Case] = lambda c: what_if(c, kept_promises=False)  # noqa: E731
        yield Change(Said("change.promise"), plain)
    if case.gate is not Gate.NONE:
        opened: Callable[[Case], Case] = lambda c: what_if(c, gate_open=False)  # noqa: E731
        key = "change.licence" if case.gate is Gate.LICENCE else "change.degree"
        yield Change(Said(key, {"role": case.role.id}), opened)


def ways(case: Case, decided: Line | None = None) -> tuple[Way, ...]:
    """Up to three smallest sets of changes that lead to ``do``; none when it is ``do``."""
    line = decided or decide(case)
    if (
        line.verdict is Verdict.DO
        or case.connection.link is not Link.STRONG
        or line.number in _FIXED
    ):
        return ()
    options = tuple(possible(case))
    found: list[tuple[int, ...]] = []
    for size in range(1, min(MOST_FACTS, len(options)) + 1):
        for chosen in combinations(range(len(options)), size):
            if len(found) == MOST_SETS or any(set(f) <= set(chosen) for f in found):
                continue
            if decide(_apply(case, [options[i] for i in chosen])).verdict is Verdict.DO:
                found.append(chosen)
    return tuple(Way(tuple(options[i].said for i in chosen), Verdict.DO) for chosen in found)


def _apply(case: Case, changes: list[Change]) -> Case:
    for change in changes:
        case = change.made(case)
    return case

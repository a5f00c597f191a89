"""Makes the facts true that a "what would change it" names, by no more than its sentence says."""

from collections.abc import Iterable

from msgspec.structs import replace

from bot.advice import rules
from bot.advice.case import Case
from bot.advice.findings import Said
from bot.advice.learner import Education, EducationKind, Experience, Project
from bot.advice.reading.facts import ProviderRead, Standing
from bot.advice.taxonomy import ProviderKind


def _with(case: Case, **more: tuple[object, ...]) -> Case:
    kept = {name: (*getattr(case.profile, name), *new) for name, new in more.items()}
    return replace(case, profile=replace(case.profile, **kept))


def linked_project(case: Case, said: Said | None = None) -> Case:
    """A finished project, linked by name to the credential asked about."""
    skills = said.facts["skills"] if said else ()
    work = Project(id="p99", title="work", credential=case.name, skills=skills, done=True)
    return _with(case, projects=(work,))


def _practised(case: Case, said: Said) -> Case:
    return _with(case, experience=(Experience(id="e99", area="work", skills=said.facts["skills"]),))


def _held_ones_applied(case: Case, _: Said) -> Case:
    idle = rules.unapplied(case)
    done = (Project(id=f"p{i}", title="w", credential=c.title, done=True) for i, c in
            enumerate(idle))  # fmt: skip
    return _with(case, projects=tuple(done))


def trusted_issuer(case: Case) -> ProviderRead:
    """An issuer that the industry of the goal knows, said by its exact name."""
    assert case.role
    for provider in case.knowledge.providers.values():
        known = {case.role.industry, "*"} & set(provider.industries)
        if known and provider.kind is not ProviderKind.MARKETPLACE:
            return ProviderRead(read=provider.name, standing=Standing.NAMED, id=provider.id)
    raise AssertionError(f"no issuer is known in {case.role.industry}")


def _issued_by_a_trusted_one(case: Case, _: Said) -> Case:
    assert case.asked
    return replace(case, asked=replace(case.asked, provider=trusted_issuer(case)))


def _educated(kind: EducationKind) -> Education:
    return Education(id="d99", title="it", kind=kind)


MADE_TRUE = {
    "change.project": linked_project,
    "change.practice": _practised,
    "change.apply-held": _held_ones_applied,
    "change.issuer": _issued_by_a_trusted_one,
    "change.promise": lambda case, _: replace(case, promises=frozenset()),
    "change.licence": lambda case, _: _with(case, education=(_educated(EducationKind.LICENCE),)),
    "change.degree": lambda case, _: _with(case, education=(_educated(EducationKind.DEGREE),)),
}


def realised(case: Case, changes: Iterable[Said]) -> Case:
    """The case in which these changes have happened."""
    for said in changes:
        case = MADE_TRUE[said.key](case, said)
    return case

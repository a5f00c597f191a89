"""The one concrete thing to do next, for each line of the decision list."""

from collections.abc import Callable
from itertools import islice

from bot.advice import rules
from bot.advice.case import Case
from bot.advice.catalogue import fitting, trusted_for
from bot.advice.findings import Said
from bot.advice.ladder import successor_of
from bot.advice.learner import Credential, Situation
from bot.advice.reading.facts import Stage
from bot.advice.recognition import Recognition
from bot.advice.relevance import Link, Tongue
from bot.advice.taxonomy import Gate

_UNDER_WAY = (Stage.PAID, Stage.ENROLLED, Stage.STALLED)
_NOT_WORTH_IT = ("no-connection", "adds-nothing")
_SHORT_WEEKS = 1
_GO_ON = ("no-connection", "adds-nothing", "unknown-issuer", "conditions", "all-clear")


def idea(case: Case) -> Said | None:
    """A project for the skill that matters most here, and for this goal."""
    if not case.shared:
        return None
    role = case.role.id if case.role else ""
    return Said("next.project", {"skill": case.shared[0], "role": role})


def _real_one(case: Case) -> Said:
    if case.issuer.resembles:
        return Said("next.real-issuer", {"real": case.issuer.resembles.name})
    return Said("next.check-issuer", {"issuers": _issuers(case)})


def _licence(case: Case) -> Said:
    role = case.role
    if role is None or role.gate is not Gate.LICENCE:
        return Said("next.licence-body")
    return Said("next.licence", {"role": role.id, "note": role.gate_note})


def _promise(case: Case) -> Said:
    return Said("next.promise", {"issuers": _issuers(case)})


def _other(case: Case) -> Said:
    """A core skill of the goal that the profile lacks, and what teaches it; else: show the work."""
    if language := _language(case):
        return language
    role, have = case.role, case.shown_before
    assert role is not None  # noqa: S101 - without a goal there is a question, no next step
    wanted = [s for s in role.core if s not in have]
    if not wanted:
        return Said("next.show-work", {"skills": case.connection.shared[:2] or role.core[:2]})
    fit = fitting(role, case.knowledge, wanted=wanted, without=have)
    skill = next((s for t in fit for s in wanted if s in t.skills), wanted[0])
    titles = tuple(islice((t.name for t in fit if skill in t.skills), 2))
    return Said("next.other", {"role": role.id, "skill": skill, "titles": titles})


def _already(case: Case) -> Said:
    if case.is_permit:
        return Said("next.show-permit", {"title": case.name})
    if case.applied:
        return Said("next.show", {"title": case.name})
    return idea(case) or Said("next.show", {"title": case.name})


def _best_first(case: Case) -> Said:
    best = rules.connected(case, rules.unapplied(case))[0]
    role = case.role.id if case.role else ""
    return Said(
        "next.apply-held", {"title": best.title, "skill": _skill_of(case, best), "role": role}
    )


def _skill_of(case: Case, held: Credential) -> str:
    """The skill of a held credential that the goal asks for most, else what matters here."""
    core = case.role.core if case.role else ()
    skills = held.skills or case.shared or core
    return next((s for s in skills if s in core), skills[0])


def _practice(case: Case) -> Said:
    return Said("next.practice", {"skill": case.needs_proof[0]})


def _issuers(case: Case) -> tuple[str, ...]:
    """Issuers that count here; never the one that was just doubted."""
    doubted = case.issuer.provider.id if case.issuer.provider else ""
    return trusted_for(case.shared, case.role, case.knowledge, but=doubted)


def _successor(case: Case) -> Said:
    """What can still be earned in a retired one's place."""
    assert case.title is not None  # noqa: S101 - only a known one is known to be retired
    other = successor_of(case.title, case.knowledge)
    if other:
        return Said("next.successor", {"other": other.name})
    wanted = case.shared
    fit = fitting(case.role, case.knowledge, wanted=wanted) if case.role and wanted else ()
    return Said("next.no-successor", {"titles": tuple(islice((t.name for t in fit), 2))})


def _language(case: Case) -> Said | None:
    """Where proof of a language is in question, the registering body has the word."""
    found = case.connection
    if found.tongue is None or found.tongue is Tongue.THERE or case.role is None:
        return None
    key = "next.language-elsewhere" if found.tongue is Tongue.ELSEWHERE else "next.language"
    places = tuple(sorted(case.places))
    return Said(key, {"title": case.name, "role": case.role.id, "places": places})


def _book(case: Case) -> Said:
    """How to begin with it: a permit or a licence is booked, a course worked into the week."""
    weeks = case.title.weeks if case.title else None
    short = weeks is not None and weeks <= _SHORT_WEEKS
    if case.is_permit:
        return Said("next.permit-short" if short else "next.permit", {"title": case.name})
    if case.is_licence:
        return Said("next.licence-step", {"title": case.name})
    return Said("next.start-short" if short else "next.start", {"title": case.name})


def _unknown_issuer(case: Case) -> Said:
    return Said("next.check-issuer", {"issuers": _issuers(case)})


def _conditions(case: Case) -> Said:
    """The first open condition, hardest gate first."""
    if language := _language(case):
        return language
    if case.required_gate and case.role:
        key = "next.gate-licence" if case.gate is Gate.LICENCE else "next.gate-degree"
        return Said(key, {"role": case.role.id, "note": case.role.gate_note})
    if case.issuer.state in (Recognition.UNSAID, Recognition.OTHER_INDUSTRY):
        issuers = _issuers(case)
        if issuers or case.issuer.state is Recognition.UNSAID:
            return Said("next.choose-issuer", {"issuers": issuers})
    if case.is_licence:
        return _book(case)
    if not case.applied:
        return idea(case) or Said("next.ask-teacher", {"title": case.name})
    if case.connection.link is Link.PARTIAL and case.role and not case.is_permit:
        return Said("next.core", {"role": case.role.id, "skill": case.role.core[0]})
    return _book(case)


def _go(case: Case) -> Said:
    if case.expired:
        return Said("next.renew", {"title": case.name})
    return _language(case) or _book(case)


def _best_of_it(case: Case, line: str) -> Said | None:
    """What to do where money is spent already, or the employer decided; else None."""
    paid = case.stage in _UNDER_WAY
    sent = Situation.EMPLOYER_SENT in case.situations
    if line not in _GO_ON or not (paid or sent):
        return None
    if case.is_permit:
        return None
    if set(case.shared) & case.practised and line not in _NOT_WORTH_IT:
        return Said("next.make-the-best-known", {"title": case.name})
    project = idea(case)
    if project and line not in _NOT_WORTH_IT:
        return Said("next.make-the-best", dict(project.facts))
    return Said("next.make-the-best-off" if paid else "next.sent-off", {"title": case.name})


STEPS: dict[str, Callable[[Case], Said]] = {
    "suspect-issuer": _real_one,
    "promises-a-job": _promise,
    "promises-an-income": _promise,
    "no-longer-issued": _successor,
    "promises-a-licence": _licence,
    "instead-of-a-licence": _licence,
    "no-connection": _other,
    "already-earned": _already,
    "adds-nothing": _other,
    "pile-of-badges": _best_first,
    "experience-first": _practice,
    "unknown-issuer": _unknown_issuer,
    "conditions": _conditions,
    "all-clear": _go,
}


def next_step(case: Case, line: str) -> Said | None:
    """What to do next; None where a question comes first. Money spent is made the best of."""
    if line not in STEPS:
        return None
    return _best_of_it(case, line) or STEPS[line](case)

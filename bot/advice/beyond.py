"""What people need beyond the article: each row of ``article.BEYOND`` as a pure function."""

from collections.abc import Callable
from datetime import timedelta

from bot.advice.article import BEYOND
from bot.advice.case import Case
from bot.advice.findings import Aside, Said
from bot.advice.ladder import steps_below, successor_of
from bot.advice.learner import Status
from bot.advice.reading.facts import Stage
from bot.advice.taxonomy import Assessed, Gate, ProviderKind

SOON = timedelta(days=90)


def regulated(case: Case) -> Said | None:
    """The role needs a licence that the profile does not hold."""
    if case.role is None or case.gate is not Gate.LICENCE:
        return None
    return Said("beyond.regulated", {"role": case.role.id, "note": case.role.gate_note})


def attendance_only(case: Case) -> Said | None:
    """The credential is given for attendance."""
    if case.title is None or case.title.assessed is not Assessed.ATTENDANCE:
        return None
    return Said("beyond.attendance-only", {"title": case.name})


def expiry(case: Case) -> Said | None:
    """It runs out, ran out, or will within ninety days."""
    own = case.own
    if own and own.expires_on:
        if own.expires_on < case.today:
            return Said("beyond.expired", {"day": own.expires_on})
        if own.expires_on - case.today <= SOON:
            return Said("beyond.expires-soon", {"day": own.expires_on})
    months = case.title.valid_months if case.title else None
    return Said("beyond.expiry", {"months": months}) if months else None


def retired(case: Case) -> Said | None:
    """It is no longer issued."""
    if case.title is None or not case.title.retired:
        return None
    successor = successor_of(case.title, case.knowledge)
    if successor:
        return Said("beyond.replaced", {"title": case.name, "other": successor.name})
    return Said("beyond.retired", {"title": case.name})


def permit(case: Case) -> Said | None:
    """It is a card or ticket that one shows before one may begin."""
    if case.title is None or not case.title.permit or not case.connected:
        return None
    return Said("beyond.permit", {"title": case.name})


def ladder(case: Case) -> Said | None:
    """It is one step of a ladder, and another is held or stands below it."""
    below = steps_below(case.title, case.knowledge) if case.title else ()
    if not below or case.already_earned or not case.connected:
        return None
    if case.rung_held:
        return Said("beyond.next-rung", {"other": case.rung_held.name})
    if case.works_here or below[0].retired:
        return None
    return Said("beyond.rung-below", {"other": below[0].name})


def entry_conditions(case: Case) -> Said | None:
    """It asks for something first."""
    if case.title is None or not case.title.requires or case.already_earned:
        return None
    return Said("beyond.entry-conditions", {"requires": case.title.requires})


def marketplace(case: Case) -> Said | None:
    """It comes from an open marketplace."""
    provider = case.issuer.provider
    if provider is None or provider.kind is not ProviderKind.MARKETPLACE:
        return None
    return Said("beyond.marketplace", {"issuer": provider.name})


def exact_name(case: Case) -> Said | None:
    """It is held: how to write it down."""
    return Said("beyond.exact-name", {"title": case.name}) if case.already_earned else None


def not_yet_earned(case: Case) -> Said | None:
    """It is under way: not to be listed as earned."""
    listed = case.own is not None and case.own.status is Status.IN_PROGRESS
    under_way = listed or case.stage in (Stage.ENROLLED, Stage.PAID, Stage.STALLED)
    return Said("beyond.not-yet-earned") if under_way and not case.already_earned else None


CHECKS: dict[str, Callable[[Case], Said | None]] = {
    "regulated": regulated,
    "attendance-only": attendance_only,
    "expiry": expiry,
    "retired": retired,
    "permit": permit,
    "ladder": ladder,
    "entry-conditions": entry_conditions,
    "marketplace": marketplace,
    "exact-name": exact_name,
    "not-yet-earned": not_yet_earned,
}


def asides(case: Case) -> tuple[Aside, ...]:
    """Everything beyond the article that holds for this case, in the table's order."""
    if case.asked is None:
        return ()
    found = [(row, CHECKS[row.id](case)) for row in BEYOND]
    return tuple([Aside(row.id, said, row.source) for row, said in found if said])

"""The decision list: facts in, verdict out. The first line that holds decides, and is named."""

from collections.abc import Callable
from enum import StrEnum

from msgspec import Struct

from bot.advice import rules
from bot.advice.case import Case
from bot.advice.findings import Effect
from bot.advice.reading.facts import Hope, Promise
from bot.advice.recognition import Recognition
from bot.advice.relevance import Link
from bot.advice.taxonomy import Gate


class Verdict(StrEnum):
    """What to do with the credential."""

    DO = "do"
    DO_IF = "do_if"
    WAIT = "wait"
    SKIP = "skip"
    TELL_ME = "tell_me"


class Line(Struct, frozen=True):
    """One line of the list: its number in the design, its name, its test and its verdict."""

    number: int
    name: str
    holds: Callable[[Case], bool]
    verdict: Verdict


def instead_of_licence(case: Case) -> bool:
    """Whether the person wants it in place of a licence that the role requires."""
    return case.gate is Gate.LICENCE and Hope.NO_LICENCE in case.hopes


def helps(case: Case) -> bool:
    """Whether any rule of "where they help" speaks for it; showing initiative alone does not.

    Renewed content counts for everybody, so that experience can only ever add to what helps.
    """
    if not case.connected:
        return False
    if rules.recent(case) or case.is_licence or case.is_permit or case.rung_held:
        return True
    return any(rules.spoken(case, rule) for rule in rules.HELPING)


def no_longer_issued(case: Case) -> bool:
    """Whether nobody can earn it any more; who holds it is told so by another line."""
    return case.title is not None and case.title.retired and not case.already_earned


def against(rule: str) -> Callable[[Case], bool]:
    """Whether a rule speaks against the credential."""

    def holds(case: Case) -> bool:
        found = rules.spoken(case, rule)
        return found is not None and found.effect is Effect.AGAINST

    return holds


def on_condition(case: Case) -> bool:
    """Whether anything is left to settle before it is a plain yes."""
    return (
        case.connection.link is Link.PARTIAL
        or case.issuer.state in (Recognition.OTHER_INDUSTRY, Recognition.UNSAID)
        or not case.applied
        or case.required_gate
    )


LINES: tuple[Line, ...] = (
    Line(1, "unreadable", lambda c: c.asked is None, Verdict.TELL_ME),
    Line(2, "suspect-issuer", lambda c: c.issuer.state is Recognition.SUSPECT, Verdict.SKIP),
    Line(2, "promises-a-job", lambda c: Promise.JOB in c.promises, Verdict.SKIP),
    Line(2, "promises-an-income", lambda c: Promise.INCOME in c.promises, Verdict.SKIP),
    Line(2, "promises-a-licence", lambda c: Promise.LICENCE in c.promises, Verdict.SKIP),
    Line(2, "instead-of-a-licence", instead_of_licence, Verdict.SKIP),
    Line(2, "no-longer-issued", no_longer_issued, Verdict.SKIP),
    Line(3, "no-goal", lambda c: c.goal is None, Verdict.TELL_ME),
    Line(4, "no-connection", lambda c: c.connection.link is Link.NONE, Verdict.SKIP),
    Line(4, "unknown-connection", lambda c: c.connection.link is Link.UNKNOWN, Verdict.TELL_ME),
    Line(5, "already-earned", lambda c: c.already_earned, Verdict.SKIP),
    Line(5, "adds-nothing", lambda c: not helps(c), Verdict.SKIP),
    Line(6, "pile-of-badges", against("pile-of-badges"), Verdict.WAIT),
    Line(7, "experience-first", against("experience-first"), Verdict.WAIT),
    Line(8, "unknown-issuer", lambda c: c.issuer.state is Recognition.UNKNOWN, Verdict.WAIT),
    Line(9, "conditions", on_condition, Verdict.DO_IF),
    Line(10, "all-clear", lambda _: True, Verdict.DO),
)


def decide(case: Case) -> Line:
    """The line that decides."""
    for line in LINES:
        if line.holds(case):
            return line
    raise AssertionError(LINES)  # the last one always holds

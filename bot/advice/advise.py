"""From a case to advice: findings, verdict, next step, question and what would change it."""

from collections.abc import Sequence

from msgspec import Struct

from bot.advice import beyond, changes, rules
from bot.advice.case import Case
from bot.advice.findings import Aside, Finding, Said
from bot.advice.ladder import is_below
from bot.advice.next_step import next_step
from bot.advice.questions import Question, question
from bot.advice.recognition import Recognition
from bot.advice.relevance import Link
from bot.advice.taxonomy import Level
from bot.advice.verdict import Line, Verdict, decide


class Advice(Struct, frozen=True):
    """One judged credential. Everything in it is data; ``wording.py`` turns it into sentences."""

    case: Case
    line: Line
    findings: tuple[Finding, ...]
    asides: tuple[Aside, ...]
    next_step: Said | None
    question: Question | None
    ways: tuple[changes.Way, ...]

    @property
    def verdict(self) -> Verdict:
        """What to do."""
        return self.line.verdict


def advise(case: Case, *, told_skills: bool = False) -> Advice:
    """Judges one case; the same case always gives the same advice."""
    line = decide(case)
    asks = line.verdict is Verdict.TELL_ME or (line.name == "unknown-issuer" and case.issuer.slip)
    return Advice(
        case=case,
        line=line,
        findings=rules.findings(case),
        asides=beyond.asides(case),
        next_step=next_step(case, line.name),
        question=question(case, told_skills=told_skills) if asks else None,
        ways=changes.ways(case, line),
    )


_VERDICTS = (Verdict.DO, Verdict.DO_IF, Verdict.WAIT, Verdict.TELL_ME, Verdict.SKIP)
_LINKS = (Link.STRONG, Link.PARTIAL, Link.UNKNOWN, Link.NONE)
_ISSUERS = (
    Recognition.RECOGNISED,
    Recognition.OTHER_INDUSTRY,
    Recognition.UNSAID,
    Recognition.UNKNOWN,
    Recognition.SUSPECT,
)


_FAR = (Level.ADVANCED, Level.EXPERT)


def rank(advice: Advice) -> tuple[int, ...]:
    """Which of several comes first: verdict, connection, recognition, reach, shared core skills.

    Who does not work in the field yet begins with what is made for beginners.
    """
    case = advice.case
    far = case.title is not None and case.title.level in _FAR and not case.works_here
    return (
        _VERDICTS.index(advice.verdict),
        _LINKS.index(case.connection.link),
        _ISSUERS.index(case.issuer.state),
        far,
        -len(case.connection.core),
    )


def first_of(several: Sequence[Advice]) -> tuple[Advice, ...]:
    """The best of several; more than one when they tie. Of one ladder the lower step is better."""
    best = in_order(several)[0]
    return tuple(
        a for a in several
        if a is best or (rank(a) == rank(best) and not _is_step_up(a, several))
    )  # fmt: skip


def in_order(several: Sequence[Advice]) -> list[Advice]:
    """Best first; a step of a ladder never before the equally good one below it."""
    ordered: list[Advice] = []
    waiting = sorted(several, key=rank)
    while waiting:
        following = next((a for a in waiting if not _is_step_up(a, waiting)), waiting[0])
        waiting.remove(following)
        ordered.append(following)
    return ordered


def _is_step_up(advice: Advice, several: Sequence[Advice]) -> bool:
    """Whether one of the others is the step below it, has the same verdict, and is not behind."""
    upper = advice.case.title
    if upper is None or advice.case.works_here:
        return False
    return any(
        other.case.title is not None
        and other.verdict is advice.verdict
        and is_below(other.case.title, upper, advice.case.knowledge)
        for other in several
    )

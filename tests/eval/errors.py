"""The rows of the dev part that came out wrong, a line each; the held part is never shown."""

from collections.abc import Iterable

from bot.advice.reading.facts import Standing
from bot.advice.relevance import Link
from tests.eval.data import Label, Part
from tests.eval.judged import JudgedIssuer, JudgedMessage, JudgedPair, Slipped


def _dev(part: Part) -> bool:
    return part is Part.DEV


def pairs(judged: Iterable[JudgedPair]) -> Iterable[str]:
    """Links that differ from the label; those that are not known are marked with a ``?``."""
    for one in judged:
        pair = one.pair
        if _dev(pair.part) and pair.label.value != one.link.value:
            grave = _mark(pair.label, one.link)
            issuer = f" ({pair.issuer})" if pair.issuer else ""
            yield (
                f"{grave} {pair.id} {pair.label} but {one.link}: "
                f"{pair.credential}{issuer} -> {pair.goal}   read {one.read}"
            )


def _mark(label: Label, link: Link) -> str:
    if link is Link.UNKNOWN:
        return "?"
    return "!" if {label.value, link.value} == {"strong", "none"} else "~"


def slips(slipped: Iterable[Slipped]) -> Iterable[str]:
    """Verdicts that a slip of the finger changed."""
    for one in slipped:
        if _dev(one.before.pair.part) and not one.kept:
            yield (
                f"{'!' if one.misled else '?'} {one.before.pair.id} {one.before.verdict} became "
                f"{one.after.verdict}: {one.credential} -> {one.goal}   read {one.after.read}"
            )


def messages(judged: Iterable[JudgedMessage]) -> Iterable[str]:
    """Messages with a part read wrong, and what was read."""
    for one in judged:
        if _dev(one.message.part) and not one.right:
            reading, goal = one.reading, one.reading.goal
            wrong = [k for k in ("credentials", "goal", "situation") if not getattr(one, k)]
            yield (
                f"{one.message.id} {', '.join(wrong)}: {one.message.text}\n       read "
                f"{[a.title.name for a in reading.asked]}, "
                f"{(goal.role or f'{goal.read}?') if goal else 'no goal'}, "
                f"{sorted(s.value for s in reading.situations)}"
            )


def issuers(judged: Iterable[JudgedIssuer]) -> Iterable[str]:
    """Real issuers not recognised, and invented ones accepted."""
    for one in judged:
        if _dev(one.issuer.part) and (one.standing is Standing.NAMED) != one.issuer.real:
            kind = "real" if one.issuer.real else "invented"
            yield f"{kind} but {one.standing}: {one.issuer.name}"

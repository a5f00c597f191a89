"""Which nudge is due, and how a plan slows down when nobody answers. Pure."""

from collections.abc import Iterable
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from bot.advice.knowledge import Knowledge
from bot.advice.learner import Learner
from bot.advice.nudging import Again, Every, Heard, Nudging, Sent
from bot.advice.recognition import LocalWord
from bot.nudges.rules import Nudge, candidates, cooled
from bot.nudges.view import View

IGNORED = 3  # so many in a row, and it slows down
REMEMBERED = 40
_PACES = tuple(Every)


class DueNudge(Struct, frozen=True):
    """A nudge to send now, and the plan as it stands once it was sent."""

    nudge: Nudge
    plan: Nudging
    smaller: bool  # the person asked for a smaller step last time
    slower: bool  # the plan has just slowed down
    last: bool  # the plan has just ended: nobody answers


def due(
    learner: Learner,
    knowledge: Knowledge,
    now: datetime,
    local: Iterable[LocalWord] = (),
) -> DueNudge | None:
    """The one nudge to send a learner at a moment; None when there is nothing to say.

    What is put off comes first once its moment has come, if it still holds; then the rules in
    their order, what was said lately left out.
    """
    view = View(learner=learner, knowledge=knowledge, now=now, local=tuple(local))
    if learner.goal is None:
        return None
    found = _put_off(view) or next((n for n in candidates(view) if cooled(view, n)), None)
    if found is None:
        return None
    before = view.sent(found.rule, found.about)
    plan, slower, last = _paced(view)
    entry = Sent(at=now.replace(microsecond=0), rule=found.rule, about=found.about)
    again = plan.again if plan.again and plan.again.at > now else None
    plan = replace(plan, sent=(*plan.sent, entry)[-REMEMBERED:], again=again)
    return DueNudge(found, plan, bool(before and before[-1].heard is Heard.SMALLER), slower, last)


def _put_off(view: View) -> Nudge | None:
    again: Again | None = view.plan.again
    if again is None or again.at > view.now:
        return None
    wanted = (again.rule, again.about)
    return next((n for n in candidates(view) if (n.rule, n.about) == wanted), None)


def ignored(view: View) -> int:
    """How many of the latest nudges, at this pace, were neither answered nor acted upon."""
    open_ = {(n.rule, n.about) for n in candidates(view)}
    count = 0
    for sent in reversed(view.plan.sent):
        paced = view.plan.paced_at is None or sent.at > view.plan.paced_at
        if sent.heard is not None or not paced or (sent.rule, sent.about) not in open_:
            break
        count += 1
    return count


def _paced(view: View) -> tuple[Nudging, bool, bool]:
    """The plan, slower by one step when the last three were ignored; whether so, or its end."""
    plan = view.plan
    if ignored(view) < IGNORED:
        return plan, False, False
    at = _PACES.index(plan.every)
    if at + 1 == len(_PACES):
        return replace(plan, on=False, again=None, paced_at=view.now), False, True
    return replace(plan, every=_PACES[at + 1], paced_at=view.now), True, False

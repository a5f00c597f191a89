"""The message of one delivery, from what is stored just before it goes out. Pure."""

from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from bot.advice.knowledge import Knowledge
from bot.advice.learner import Learner
from bot.advice.nudging import Sent
from bot.advice.wording import Wording
from bot.advice.words import words_for
from bot.nudges.due import REMEMBERED, DueNudge, due
from bot.nudges.message import message
from bot.nudges.planning import GRACE, LATE, due_of
from bot.nudges.schedule import clock, is_quiet, quiet_ends
from bot.reply import Reply
from bot.store import Loaded
from bot.store.outbox import Due


class Composed(Struct, frozen=True):
    """Something to send."""

    reply: Reply
    found: DueNudge


class Later(Struct, frozen=True):
    """Not now: it is quiet until then."""

    ready: datetime


class Over(Struct, frozen=True):
    """Nothing is to be sent any more. ``state`` is off, nothing or expired."""

    state: str


def composed(
    loaded: Loaded, knowledge: Knowledge, slot: datetime, now: datetime
) -> Composed | Later | Over:
    """What to do with a delivery at the moment it could go out: consent comes first."""
    plan, workspace = loaded.learner.nudging, loaded.workspace
    if plan is None or not plan.on or not workspace.nudges:
        return Over("off")
    if now - slot > GRACE:
        return Over("expired")
    if is_quiet(plan, now):
        return Later(quiet_ends(plan, now))
    if plan.paused_until and now.astimezone(clock(plan)).date() < plan.paused_until:
        return Over("off")
    found = due(loaded.learner, knowledge, now, workspace.trusted)
    if found is None:
        return Over("nothing")
    words = words_for(workspace.language or plan.locale or "en")
    reply = message(found, Wording(words, knowledge), late=now - slot > LATE)
    return Composed(reply, found)


def remembered(learner: Learner, found: DueNudge, now: datetime) -> tuple[Learner, Due | None]:
    """The learner once a nudge went out, and the next one where the pace has changed.

    The learner may have changed since the nudge was composed: whatever was pressed or set
    meanwhile stands.
    """
    plan, entry = learner.nudging, found.plan.sent[-1]
    if plan is None:
        return learner, None
    if not any(_same(s, entry) for s in plan.sent):
        plan = replace(plan, sent=(*plan.sent, entry)[-REMEMBERED:])
    if plan.again and plan.again.at <= now:
        plan = replace(plan, again=None)
    changed = (found.slower or found.last) and plan.paced_at != found.plan.paced_at
    if changed:
        plan = replace(
            plan, every=found.plan.every, on=plan.on and found.plan.on, paced_at=found.plan.paced_at
        )
    return replace(learner, nudging=plan), due_of(plan, now) if changed else None


def _same(one: Sent, other: Sent) -> bool:
    return (one.at, one.rule, one.about) == (other.at, other.rule, other.about)


def lost(learner: Learner, reason: str, now: datetime) -> tuple[Learner, Due | None]:
    """The learner whom nothing reaches: nudges are off, and that is said at the next contact."""
    plan = learner.nudging
    if plan is None:
        return learner, None
    plan = replace(plan, on=False, again=None, lost=reason)
    return replace(learner, nudging=plan), due_of(plan, now)

"""What a person has to be told at the next contact, whatever they ask."""

from msgspec.structs import replace

from bot.advice.words import N_
from bot.commands.command import Context, Outcome
from bot.reply import Action, Fine

REASONS = {
    "unreachable": N_(
        "I could not reach you by private message, so I have switched nudges off. Open your "
        "messages for me, then /nudge on."
    ),
}


def with_news(context: Context, outcome: Outcome) -> Outcome:
    """The outcome, with why nudges ended where the person does not know yet; said once."""
    learner = outcome.learner or context.learner
    plan = learner.nudging
    if plan is None or not plan.lost or outcome.effect:
        return outcome
    say = context.words
    reply = outcome.reply
    told = replace(
        reply,
        parts=(*reply.parts, Fine(say(REASONS.get(plan.lost, REASONS["unreachable"])))),
        actions=(*reply.actions, Action(say(N_("Switch nudges on again")), "/nudge on")),
    )
    known = replace(learner, nudging=replace(plan, lost=""))
    return replace(outcome, reply=told, learner=known)

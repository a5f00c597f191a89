"""The Home tab: goal, next step, portfolio, projects and the rest, put together from replies."""

import asyncio

from msgspec.structs import replace

from adapters.slack import limits
from adapters.slack.blocks import Block, divider, fine, header
from adapters.slack.buttons import rows
from adapters.slack.caller import Caller
from adapters.slack.desk import Answered, Desk
from adapters.slack.home_parts import (
    Extra,
    every_command,
    nudges,
    portfolio,
    privacy,
    projects,
    top,
)
from adapters.slack.messages import View, body, pages
from bot.advice.learner import Goal, Learner
from bot.advice.words import N_, Words
from bot.commands.quoting import written
from bot.commands.table import COMMANDS
from bot.reply import Action
from bot.store import StoreProblem

PLACE = "home"
_ANSWERS = ("/goal show", "/suggest", "/portfolio", "/nudge show")


def _goal_form(goal: Goal | None) -> str:
    """The line whose form changes the goal: filled in as it is now."""
    if goal is None:
        return "/goal set"
    return written(
        "goal set",
        role=goal.text,
        industry=goal.industry,
        situation=goal.situation.value if goal.situation else "",
        horizon=goal.horizon,
    )


def _extras(line: str, learner: Learner, say: Words) -> list[Extra]:
    """The adapter's own buttons under an answer."""
    match line:
        case "/goal show":
            label = say(N_("Change my goal")) if learner.goal else say(N_("Set my goal"))
            return [Extra(label, _goal_form(learner.goal), form=True)]
        case "/portfolio":
            return portfolio(learner, say)
        case "/nudge show":
            return nudges(learner, say)
    return []


def _section(answered: Answered, extras: list[Extra]) -> list[Block]:
    """One answer and its buttons; what stands elsewhere on the tab has no button here."""
    mine = [a for a in answered.reply.actions if a.line not in _ANSWERS]
    actions = [*mine, *(Action(e.label, e.line) for e in extras)]
    carry = {**answered.carry, **{e.line: e.value for e in extras}}
    return [*body(answered.reply), *rows(actions, carry, answered.owner, answered.say)]


def home(parts: list[list[Block]], say: Words) -> View:
    """The whole tab."""
    found = [header(say(N_("Is this credential worth it, for you, now?")))]
    found += fine(say(N_("Only you see this page. In any channel: /badgewise and your question.")))
    for number, part in enumerate(parts):
        found += [*([divider()] if number else []), *part]
    first = pages(found, limits.VIEW_BLOCKS - 1, limits.VIEW_JSON)
    if len(first) > 1:
        first[0] += fine(say(N_("There is more than fits in here; ask for it in a message.")))
    return {"type": "home", "blocks": first[0]}


async def view(desk: Desk, caller: Caller) -> View:
    """The tab as it is for this person now."""
    say, caller = desk.say(caller), replace(caller, event="")
    if caller.outsider:
        answered = await desk.answer(caller, desk.ask(caller, "/help"))
        return home([body(answered.reply)], say)
    try:
        learner = (await desk.store.load(caller.person)).learner
    except StoreProblem as problem:
        return {"type": "home", "blocks": list(fine(str(problem)))}
    return home(await _parts(desk, caller, learner, say), say)


async def _parts(desk: Desk, caller: Caller, learner: Learner, say: Words) -> list[list[Block]]:
    lines = [a for a in _ANSWERS if a[1:] in COMMANDS and (learner.goal or a != "/suggest")]
    answers = await asyncio.gather(*(desk.answer(caller, desk.ask(caller, a)) for a in lines))
    answered = [
        _section(found, _extras(line, learner, say))
        for line, found in zip(lines, answers, strict=True)
    ]
    owner, member = caller.person.user, desk.members.known(caller.person)
    at = next(n for n, line in enumerate(lines, 1) if line == "/portfolio")
    return [
        top(owner, say),
        *answered[:at],
        projects(learner, owner, say),
        *answered[at:],
        privacy(owner, say),
        every_command(owner, say, admin=bool(member and member.admin)),
    ]


async def publish(desk: Desk, caller: Caller) -> None:
    """Shows the tab anew."""
    made = await view(desk, caller)
    await desk.wire.call("views.publish", caller.token, user_id=caller.person.user, view=made)

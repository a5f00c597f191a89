"""The Home tab: goal, next step, portfolio, projects and the rest, put together from replies."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, replace

from adapters.slack import limits
from adapters.slack.blocks import Block, divider, fine, header
from adapters.slack.buttons import FORM, rows
from adapters.slack.caller import Caller
from adapters.slack.desk import Answered, Desk
from adapters.slack.messages import View, body, pages
from bot.advice.learner import Learner, Status
from bot.advice.words import N_, Words
from bot.commands.quoting import written
from bot.commands.table import COMMANDS
from bot.reply import Action
from bot.store import StoreProblem

PLACE = "home"


@dataclass(frozen=True, slots=True)
class Section:
    """One answer shown on the tab, and more buttons under it (label, line)."""

    line: str
    more: tuple[tuple[str, str], ...] = ()
    with_goal: bool = False


SECTIONS = (
    Section("/goal show", ((N_("Set my goal"), "/goal set"), (N_("Ask for advice"), "/advise"))),
    Section("/suggest", with_goal=True),
    Section(
        "/portfolio",
        (
            (N_("Add a credential"), "/credential add"),
            (N_("Add experience"), "/experience add"),
            (N_("Add a degree or licence"), "/education add"),
        ),
    ),
    Section(
        "/project list", ((N_("Add a project"), "/project add"), (N_("Match a job ad"), "/match"))
    ),
    Section("/nudge show"),
    Section("/privacy about", ((N_("Every command"), "/help"),)),
)


def _entries(learner: Learner, say: Words) -> Iterator[tuple[Action, str]]:
    """Buttons for one's own entries, and what each carries."""
    for mine in learner.credentials:
        line = written("credential edit", credential=mine.id)
        if mine.status is not Status.EARNED:
            earned = written("credential edit", credential=mine.id, status=Status.EARNED.value)
            yield Action(say(N_("Earned: {title}"), title=mine.title), earned), f"={earned}"
        yield Action(say(N_("Edit {title}"), title=mine.title), line), FORM + line
    for project in learner.projects:
        if not project.done:
            line = written("project done", title=project.id)
            yield Action(say(N_("Done: {title}"), title=project.title), line), FORM + line


def _own(learner: Learner, owner: str, say: Words) -> list[Block]:
    pairs = list(_entries(learner, say))
    carry = {action.line: value for action, value in pairs}
    return rows([action for action, _ in pairs][: limits.ELEMENTS], carry, owner, say)


def section(section: Section, answered: Answered) -> list[Block]:
    """One section's blocks."""
    more = [Action(answered.say(label), line) for label, line in section.more]
    actions = [*answered.reply.actions, *more]
    carry = {**answered.carry, **{a.line: f"={a.line}" for a in more}}
    return [*body(answered.reply), *rows(actions, carry, answered.owner, answered.say)]


def home(parts: list[list[Block]], own: list[Block], say: Words) -> View:
    """The whole tab."""
    found = [header(say(N_("Is this credential worth it, for you, now?")))]
    found += fine(say(N_("Only you see this page. In any channel: /badgewise and your question.")))
    for part in parts:
        found += [divider(), *part]
    if own:
        found += [divider(), *own]
    first = pages(found, limits.VIEW_BLOCKS - 1, limits.VIEW_JSON)
    if len(first) > 1:
        first[0] += fine(say(N_("There is more than fits in here; ask for it in a message.")))
    return {"type": "home", "blocks": first[0]}


async def view(desk: Desk, caller: Caller) -> View:
    """The tab as it is for this person now."""
    say, caller = desk.say(caller), replace(caller, event="")
    if caller.outsider:
        answered = await desk.answer(caller, desk.ask(caller, "/help"))
        return home([body(answered.reply)], [], say)
    try:
        learner = (await desk.store.load(caller.person)).learner
    except StoreProblem as problem:
        return {"type": "home", "blocks": list(fine(str(problem)))}
    chosen = [s for s in SECTIONS if s.line[1:] in COMMANDS and (learner.goal or not s.with_goal)]
    answers = await asyncio.gather(*(desk.answer(caller, desk.ask(caller, s.line)) for s in chosen))
    parts = [section(s, a) for s, a in zip(chosen, answers, strict=True)]
    return home(parts, _own(learner, caller.person.user, say), say)


async def publish(desk: Desk, caller: Caller) -> None:
    """Shows the tab anew."""
    made = await view(desk, caller)
    await desk.wire.call("views.publish", caller.token, user_id=caller.person.user, view=made)

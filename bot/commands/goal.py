"""``goal set|show|clear``: the long-term goal that everything is judged against."""

from collections.abc import Sequence
from typing import Annotated

from msgspec.structs import replace

from bot.advice.learner import Goal, Learner, Situation
from bot.advice.reading.facts import GoalRead
from bot.advice.words import N_
from bot.commands.command import Command, Completes, Context, Options, Outcome, option
from bot.commands.form import done
from bot.commands.quoting import written
from bot.reply import Action, Banner, Fine, Reply, Text, Tone

SITUATIONS = {
    Situation.STAYING_CURRENT: N_("staying current"),
    Situation.SWITCHING: N_("switching fields"),
    Situation.FIRST_JOB: N_("looking for the first job"),
    Situation.RETURNING: N_("returning to work"),
    Situation.FREELANCING: N_("freelancing"),
    Situation.EMPLOYER_SENT: N_("sent by the employer"),
}
_CLOSEST = N_(
    "I kept “{goal}” as your goal, but I do not know that role. Which of these comes closest?"
)
_MORE_COMMON = N_(
    "I kept “{goal}” as your goal, but I do not know that role. Is there a more common job title "
    "for it?"
)


class GoalOptions(Options, frozen=True, kw_only=True):
    """The goal's parts."""

    role: Annotated[str, option(N_("The job you aim for"), completes=Completes.ROLE, min_length=1)]
    industry: Annotated[
        str, option(N_("The industry, if it matters"), completes=Completes.INDUSTRY)
    ] = ""
    situation: Annotated[Situation | None, option(N_("Where you stand"), max_length=None)] = None
    horizon: Annotated[str, option(N_("By when, such as next summer"), max_length=80)] = ""


def set_(context: Context, options: GoalOptions) -> Outcome:
    """Sets the goal; an unknown role is asked about, and kept in the person's words meanwhile."""
    say, learner = context.words, context.learner
    read = context.library.messages.roles.read(options.role, learner.answers.roles)
    role = context.library.knowledge.roles.get(read.role) if read else None
    goal = Goal(
        text=role.name if role else options.role,
        role=role.id if role else "",
        industry=options.industry,
        situation=options.situation,
        horizon=options.horizon,
        set_on=context.now.date(),
    )
    changed = replace(learner, goal=goal)
    if role is None:
        return _unknown(context, changed, goal, read.guesses if read else ())
    parts = [Text(described(context, goal))]
    if read and (read.repaired or options.role.casefold() != role.name.casefold()):
        parts.append(Text(say(N_("I read “{read}” as {role}."), read=options.role, role=role.name)))
    return Outcome(
        learner=changed,
        reply=done(
            say(N_("Your goal")),
            say(N_("Your goal is {role}."), role=role.name),
            *parts,
            actions=(*_next(context), *_back(context, goal)),
        ),
    )


def _unknown(context: Context, changed: Learner, goal: Goal, guesses: Sequence[str]) -> Outcome:
    """The goal is kept in the person's words; the known roles that come closest are offered."""
    say, roles = context.words, context.library.knowledge.roles
    named = [replace(goal, text=roles[guess].name) for guess in guesses]
    buttons = [Action(one.text, _line(one), choice=True) for one in named]
    text = say(_CLOSEST if buttons else _MORE_COMMON, goal=goal.text)
    actions = (*buttons, *_back(context, goal))
    return Outcome(
        learner=changed,
        reply=Reply(say(N_("Your goal")), (Banner(text, Tone.ASK),), actions),
        unrecognised=(("role", goal.text.lower()),),
    )


def _line(goal: Goal) -> str:
    """The line that sets a goal again."""
    return written(
        "goal set",
        role=goal.text,
        industry=goal.industry,
        situation=goal.situation.value if goal.situation else "",
        horizon=goal.horizon,
    )


def _back(context: Context, new: Goal) -> tuple[Action, ...]:
    """The way back to the goal that a new one has replaced."""
    old = context.learner.goal
    if old is None or (old.role, old.text) == (new.role, new.text):
        return ()
    return (Action(context.words(N_("Back to {role}"), role=old.text), _line(old)),)


def _next(context: Context) -> tuple[Action, ...]:
    return (Action(context.words(N_("What should I take?")), "/suggest"),)


def closest(context: Context, goal: GoalRead | None) -> GoalRead | None:
    """A goal remembered in words that name no known role, with the roles that come closest."""
    if goal is None or goal.role or goal.guesses:
        return goal
    return context.library.messages.roles.read(goal.read, context.learner.answers.roles) or goal


def described(context: Context, goal: Goal) -> str:
    """The goal's other parts in one line."""
    say = context.words
    parts = []
    if goal.situation:
        parts.append(say(N_("Situation: {situation}."), situation=say(SITUATIONS[goal.situation])))
    if goal.industry:
        parts.append(say(N_("Industry: {industry}."), industry=goal.industry))
    if goal.horizon:
        parts.append(say(N_("By: {horizon}."), horizon=goal.horizon))
    if goal.set_on:
        parts.append(say(N_("Set on {day}."), day=say.day(goal.set_on)))
    return " ".join(parts)


def show(context: Context, _: Options) -> Outcome:
    """The goal as it is remembered."""
    say, goal = context.words, context.learner.goal
    if goal is None:
        text = say(N_("You have not set a goal yet. Try: /goal set data analyst"))
        return Outcome(reply=Reply(say(N_("Your goal")), (Banner(text, Tone.ASK),)))
    head = Banner(say(N_("Your goal is {role}."), role=goal.text))
    clear = Action(say(N_("Not my goal any more")), "/goal clear")
    return Outcome(
        reply=Reply(
            say(N_("Your goal")), (head, Fine(described(context, goal))), (*_next(context), clear)
        )
    )


def clear(context: Context, _: Options) -> Outcome:
    """Forgets the goal and nothing else."""
    say, old = context.words, context.learner.goal
    undo = (Action(say(N_("Put it back")), _line(old)),) if old else ()
    return Outcome(
        learner=replace(context.learner, goal=None),
        reply=done(say(N_("Your goal")), say(N_("I have forgotten your goal.")), actions=undo),
    )


COMMANDS = (
    Command(
        name="goal set",
        help=N_("Set the goal that advice is measured against"),
        options=GoalOptions,
        run=set_,
        example='/goal set "data analyst" situation:switching',
    ),
    Command(name="goal show", help=N_("Show your goal"), run=show),
    Command(name="goal clear", help=N_("Forget your goal"), run=clear),
)

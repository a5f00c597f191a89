"""``project add|done|list|remove``: finished work is what makes a credential convincing."""

from enum import StrEnum
from typing import Annotated

from msgspec.structs import replace

from bot.advice.words import N_
from bot.commands.command import Command, Completes, Context, Options, Outcome, option
from bot.commands.form import done, limit, link, next_id, pick
from bot.commands.quoting import written
from bot.reply import Action, Banner, Reply, Table, Text, Tone

MOST = 200


class State(StrEnum):
    """How far a project is."""

    OPEN = "open"
    DONE = "done"


class AddOptions(Options, frozen=True, kw_only=True):
    """A piece of work, planned or under way."""

    title: Annotated[str, option(N_("What you make"), min_length=1)]
    credential: Annotated[
        str, option(N_("Which of your credentials it applies"), completes=Completes.OWN_CREDENTIAL)
    ] = ""
    link: Annotated[str, option(N_("Where it can be seen (https)"), max_length=400)] = ""
    result: Annotated[
        str, option(N_("What came of it; giving a result marks it as done"), max_length=400)
    ] = ""
    state: Annotated[State, option(N_("open or done"), max_length=None, hidden=True)] = State.OPEN


class DoneOptions(Options, frozen=True, kw_only=True):
    """What came of it."""

    title: Annotated[
        str, option(N_("Which one: its id or name"), completes=Completes.OWN_PROJECT, min_length=1)
    ]
    link: Annotated[str, option(N_("Where it can be seen (https)"), max_length=400)] = ""
    result: Annotated[str, option(N_("What came of it, best with a number"), max_length=400)] = ""


class OneOption(Options, frozen=True, kw_only=True):
    """Which one."""

    project: Annotated[
        str, option(N_("Which one: its id or name"), completes=Completes.OWN_PROJECT, min_length=1)
    ]


def add(context: Context, options: AddOptions) -> Outcome:
    """Adds a project, linked to one of the person's credentials when named."""
    say, learner = context.words, context.learner
    limit(learner.projects, MOST, say(N_("projects")), say)
    mine = learner.credentials
    linked = (
        pick(mine, [c.title for c in mine], options.credential, say(N_("credential")), say)
        if options.credential
        else None
    )
    finished = bool(options.result) or options.state is State.DONE
    read = context.library.messages.past.project(
        options.title, done=finished, id_=next_id("p", learner.projects)
    )
    found = replace(
        read,
        credential=linked.id if linked else "",
        link=link(options.link, say),
        result=options.result,
    )
    more = [Text(say(N_("It applies {title}."), title=linked.title))] if linked else []
    buttons = (
        []
        if found.done
        else [Action(say(N_("It is done")), written("project done", title=found.id))]
    )
    return Outcome(
        learner=replace(learner, projects=(*learner.projects, found)),
        reply=done(
            say(N_("Project added")),
            say(N_("{id}: {title}"), id=found.id, title=found.title),
            *more,
            actions=buttons,
        ),
    )


def finish(context: Context, options: DoneOptions) -> Outcome:
    """Marks a project as done, with its result and where it can be seen."""
    say, learner = context.words, context.learner
    mine = learner.projects
    old = pick(mine, [p.title for p in mine], options.title, say(N_("project")), say)
    new = replace(
        old,
        done=True,
        link=link(options.link, say) or old.link,
        result=options.result or old.result,
    )
    text = (
        []
        if new.result
        else [
            Text(
                say(
                    N_("Add what came of it, best with a number: /project done {id} result:…"),
                    id=new.id,
                )
            )
        ]
    )
    return Outcome(
        learner=replace(learner, projects=tuple(new if p.id == old.id else p for p in mine)),
        reply=done(
            say(N_("Project done")),
            say(N_("{title} is done. Well made."), title=new.title),
            *text,
            actions=(Action(say(N_("Lines for my CV")), "/cv"),),
        ),
    )


def list_(context: Context, _: Options) -> Outcome:
    """All of them."""
    say, mine = context.words, context.learner.projects
    title = say(N_("Your projects"))
    if not mine:
        text = say(N_("You have no projects yet. Try: /project add sales dashboard credential:c1"))
        return Outcome(reply=Reply(title, (Banner(text, Tone.ASK),)))
    names = {c.id: c.title for c in context.learner.credentials}
    rows = tuple(
        (
            p.id,
            p.title,
            names.get(p.credential, ""),
            say(N_("done")) if p.done else say(N_("open")),
            p.result,
        )
        for p in mine
    )
    heads = tuple(
        say(h) for h in (N_("Id"), N_("Project"), N_("Credential"), N_("State"), N_("Result"))
    )
    return Outcome(reply=Reply(title, (Banner(title), Table(heads, rows))))


def remove(context: Context, options: OneOption) -> Outcome:
    """Takes one away."""
    say, mine = context.words, context.learner.projects
    old = pick(mine, [p.title for p in mine], options.project, say(N_("project")), say)
    undo = written(
        "project add",
        title=old.title,
        credential=old.credential,
        link=old.link,
        result=old.result,
        state=State.DONE.value if old.done else "",
    )
    return Outcome(
        learner=replace(context.learner, projects=tuple(p for p in mine if p.id != old.id)),
        reply=done(
            say(N_("Project removed")),
            say(N_("I have removed {title}."), title=old.title),
            actions=(Action(say(N_("Put it back")), undo),),
        ),
    )


COMMANDS = (
    Command(
        name="project add",
        help=N_("Add a project, linked to a credential"),
        options=AddOptions,
        run=add,
        example="/project add sales dashboard credential:c1",
    ),
    Command(
        name="project done",
        help=N_("Mark a project as done, with its result"),
        options=DoneOptions,
        run=finish,
        example='/project done p1 result:"cut the weekly report from 3 hours to 20 minutes"',
    ),
    Command(name="project list", help=N_("Show your projects"), run=list_),
    Command(
        name="project remove",
        help=N_("Remove a project"),
        options=OneOption,
        run=remove,
        example="/project remove p1",
    ),
)

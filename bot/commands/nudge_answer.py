"""What was pressed on a nudge: noted, carried out, and answered in a sentence or two."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from msgspec.structs import replace

from bot.advice.learner import Credential, Learner, Project, Status
from bot.advice.nudging import Again, Heard, Nudging, Sent
from bot.advice.words import N_
from bot.commands.command import Command, Context, Outcome, Refused
from bot.commands.form import done
from bot.commands.nudge_options import AnswerOptions
from bot.commands.quoting import written
from bot.nudges.due import REMEMBERED
from bot.nudges.message import step
from bot.nudges.rules import RULES, candidates
from bot.nudges.schedule import clock, moment
from bot.nudges.view import View
from bot.reply import Action, Banner, Reply, Text, Tone

TITLE = N_("Your nudge")
Answer = Callable[[Context, AnswerOptions], Outcome]


def _noted(plan: Nudging, options: AnswerOptions) -> Nudging:
    """The plan with what was heard, also where the record of the sending is still on its way."""
    at = datetime.fromtimestamp(options.at, UTC)
    found = tuple(
        replace(s, heard=options.what)
        if (s.at, s.rule, s.about) == (at, options.rule, options.about)
        else s
        for s in plan.sent
    )
    if found == plan.sent and not any(s.at == at and s.heard is options.what for s in plan.sent):
        entry = Sent(at=at, rule=options.rule, about=options.about, heard=options.what)
        found = (*plan.sent, entry)[-REMEMBERED:]
    return replace(plan, sent=found)


def _entry_id(options: AnswerOptions) -> str:
    return options.about.split(":", 1)[0]


def _credential(learner: Learner, options: AnswerOptions) -> Credential | None:
    return next((c for c in learner.credentials if c.id == _entry_id(options)), None)


def _project(learner: Learner, options: AnswerOptions) -> Project | None:
    return next((p for p in learner.projects if p.id == _entry_id(options)), None)


def _with(learner: Learner, mine: Credential) -> Learner:
    kept = tuple(mine if c.id == mine.id else c for c in learner.credentials)
    return replace(learner, credentials=kept)


def _said(context: Context, text: str, *more: Text, actions: tuple[Action, ...] = ()) -> Reply:
    return done(context.words(TITLE), text, *more, actions=actions)


def _gone(context: Context) -> Outcome:
    text = context.words(N_("That is no longer on your list; I say no more about it."))
    return Outcome(reply=_said(context, text))


def _module(context: Context, options: AnswerOptions) -> Outcome:
    say, mine = context.words, _credential(context.learner, options)
    if mine is None:
        return _gone(context)
    finished = Action(
        say(N_("I have finished it")),
        written("credential edit", credential=mine.id, status="earned"),
    )
    return Outcome(
        learner=_with(context.learner, replace(mine, moved_on=context.now.date())),
        reply=_said(
            context,
            say(N_("Noted: one step further with {title}."), title=mine.title),
            actions=(finished,),
        ),
    )


def _start(context: Context, options: AnswerOptions) -> Outcome:
    say, mine = context.words, _credential(context.learner, options)
    if mine is None:
        return _gone(context)
    begun = replace(mine, status=Status.IN_PROGRESS, moved_on=context.now.date())
    return Outcome(
        learner=_with(context.learner, begun),
        reply=_said(context, say(N_("Good beginning: {title} is under way."), title=mine.title)),
    )


def _suggest(context: Context, options: AnswerOptions) -> Outcome:
    say, title = context.words, context.library.knowledge.credentials.get(options.about)
    if title is None:
        return _gone(context)
    add = Action(
        say(N_("Add {title}"), title=title.name), written("credential add", title=title.name)
    )
    why = Action(say(N_("Is it worth it?")), written("advise", credential=title.name))
    text = say(N_("{title}: put it on your list, or ask first."), title=title.name)
    return Outcome(reply=_said(context, text, actions=(add, why)))


def _applied(context: Context, options: AnswerOptions) -> Outcome:
    say, mine = context.words, _credential(context.learner, options)
    if mine is None:
        return _gone(context)
    line = written(
        "project add",
        title=say(N_("my project with {title}"), title=mine.title),
        credential=mine.id,
        state="done",
    )
    more = Text(
        say(
            N_("Say what it is, and I count it: /project add TITLE credential:{id} result:…"),
            id=mine.id,
        )
    )
    add = Action(say(N_("Add it as a finished project")), line)
    return Outcome(reply=_said(context, say(N_("Well made.")), more, actions=(add,)))


def _project_done(context: Context, options: AnswerOptions) -> Outcome:
    say, mine = context.words, _project(context.learner, options)
    if mine is None:
        return _gone(context)
    more = Text(
        say(N_("If it is finished: /project done {id} result:… link:https://…"), id=mine.id)
    )
    finished = Action(say(N_("It is finished")), written("project done", title=mine.id))
    text = say(N_("Noted: one step further with {title}."), title=mine.title)
    return Outcome(reply=_said(context, text, more, actions=(finished,)))


def _evidence(context: Context, options: AnswerOptions) -> Outcome:
    say, mine = context.words, _project(context.learner, options)
    if mine is None:
        return _gone(context)
    text = say(
        N_("Give me the link, and it stands in your CV: /project done {id} link:https://…"),
        id=mine.id,
    )
    return Outcome(reply=_said(context, text))


def _cv(context: Context, _: AnswerOptions) -> Outcome:
    say = context.words
    show = Action(say(N_("Lines for my CV")), "/cv")
    return Outcome(
        reply=_said(context, say(N_("Good: the work stands first now.")), actions=(show,))
    )


def _renewed(context: Context, options: AnswerOptions) -> Outcome:
    say, mine = context.words, _credential(context.learner, options)
    if mine is None:
        return _gone(context)
    text = say(
        N_("Once you have it, tell me the new day: /credential edit {id} expires_on:…"), id=mine.id
    )
    return Outcome(reply=_said(context, text))


def _still_my_goal(context: Context, _: AnswerOptions) -> Outcome:
    say, goal = context.words, context.learner.goal
    if goal is None:
        return _gone(context)
    kept = replace(goal, checked_on=context.now.date())
    text = say(N_("Then we go on towards {goal}."), goal=goal.text)
    return Outcome(learner=replace(context.learner, goal=kept), reply=_said(context, text))


DONE: dict[str, Answer] = {
    "expiring": _renewed,
    "goal-review": _still_my_goal,
    "stalled": _module,
    "pile": _applied,
    "apply": _applied,
    "apply-open": _project_done,
    "evidence": _evidence,
    "cv": _cv,
    "module": _module,
    "start": _start,
    "suggest": _suggest,
}


def _done(context: Context, options: AnswerOptions) -> Outcome:
    return DONE[options.rule](context, options)


def _smaller(context: Context, options: AnswerOptions) -> Outcome:
    """The smaller step, at once; the next nudge about it is the smaller one too."""
    view = View(
        learner=context.learner,
        knowledge=context.library.knowledge,
        now=context.now,
        local=context.workspace.trusted,
    )
    wanted = (options.rule, options.about)
    nudge = next((n for n in candidates(view) if (n.rule, n.about) == wanted), None)
    if nudge is None:
        return _gone(context)
    return Outcome(reply=_said(context, step(nudge, context.wording, smaller=True)))


def _snooze(context: Context, options: AnswerOptions) -> Outcome:
    """This one again tomorrow at the person's hour; the series stays as it is."""
    say, plan = context.words, context.learner.nudging
    assert plan is not None  # noqa: S101 - the caller has looked
    if not plan.on:
        raise Refused(say(N_("Nudges are off already; /nudge on switches them on.")))
    tomorrow = context.now.astimezone(clock(plan)).date() + timedelta(days=1)
    again = Again(at=moment(plan, tomorrow), rule=options.rule, about=options.about)
    text = say(N_("I come back to this: {moment}."), moment=say.moment(again.at, clock(plan)))
    plan = replace(plan, again=again)
    return Outcome(learner=replace(context.learner, nudging=plan), reply=_said(context, text))


def _drop(context: Context, options: AnswerOptions) -> Outcome:
    say, mine = context.words, _credential(context.learner, options)
    if mine is None:
        return _gone(context)
    if options.rule == "expiring":
        text = say(N_("Then it may lapse; I say no more about it."))
        return Outcome(reply=_said(context, text))
    back = written("credential edit", credential=mine.id, status=mine.status.value)
    dropped = replace(mine, status=Status.DROPPED, moved_on=context.now.date())
    return Outcome(
        learner=_with(context.learner, dropped),
        reply=_said(
            context,
            say(N_("{title} is dropped, and your head is free."), title=mine.title),
            actions=(Action(say(N_("Put it back")), back),),
        ),
    )


def _not_my_goal(context: Context, _: AnswerOptions) -> Outcome:
    say, goal = context.words, context.learner.goal
    if goal is None:
        return _gone(context)
    back = written(
        "goal set",
        role=goal.text,
        industry=goal.industry,
        situation=goal.situation.value if goal.situation else "",
        horizon=goal.horizon,
    )
    text = say(N_("I have forgotten that goal. Nudges wait until you set another: /goal set …"))
    return Outcome(
        learner=replace(context.learner, goal=None),
        reply=Reply(
            say(TITLE), (Banner(text, Tone.GOOD),), (Action(say(N_("Put it back")), back),)
        ),
    )


ANSWERS: dict[Heard, Answer] = {
    Heard.DONE: _done,
    Heard.SMALLER: _smaller,
    Heard.SNOOZE: _snooze,
    Heard.GO_ON: _module,
    Heard.DROP: _drop,
    Heard.NOT_MY_GOAL: _not_my_goal,
}


def run(context: Context, options: AnswerOptions) -> Outcome:
    """Carries out what was pressed, and remembers it for the next nudge."""
    plan = context.learner.nudging
    if plan is None or options.rule not in {*RULES, "apply-open"}:
        raise Refused(context.words(N_("That button is too old; /nudge show says what is next.")))
    outcome = ANSWERS[options.what](context, options)
    learner = outcome.learner or context.learner
    heard = _noted(learner.nudging or plan, options)
    return replace(outcome, learner=replace(learner, nudging=heard))


COMMANDS = (
    Command(
        name="nudge answer",
        help=N_("What was pressed on a nudge"),
        options=AnswerOptions,
        run=run,
        hidden=True,
    ),
)

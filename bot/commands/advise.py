"""``advise`` and ``compare``: whether a credential is worth it, for this person, now."""

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

from msgspec.structs import asdict, replace

from bot.advice.advise import Advice, advise
from bot.advice.case import cases, goal_of
from bot.advice.reading.facts import Reading
from bot.advice.reading.form import Form
from bot.advice.reading.message import wondering
from bot.advice.reading.past import asks_what_next
from bot.advice.reading.text import stems
from bot.advice.words import N_
from bot.commands import advice_reply, advice_several, advice_why, share, suggest
from bot.commands import help as help_command
from bot.commands.advice_buttons import Asked
from bot.commands.command import (
    LONG,
    Command,
    Completes,
    Context,
    Options,
    Outcome,
    Refused,
    option,
)
from bot.commands.entry import entry
from bot.commands.goal import closest
from bot.commands.quoting import written
from bot.reply import Reply

ASK_ME = "?"
_SEEKS = re.compile(
    r"\b(?:what|wat|which|whats|what's|any|recommend\w*|suggest\w*|best|good)\b.{0,60}?"
    r"\b(?:certs?|certificat\w+|courses?|take|learn|study|get|credentials?|badges?|do|start)\b",
    re.IGNORECASE,
)
_HELLO = re.compile(
    r"\W*(?:hi|hello|hey|hallo|good (?:morning|day|evening)|help(?: me)?|start|menu|commands"
    r"|(?:what|wat) (?:can|do) (?:you|u) do"
    r"|how (?:does|do) (?:this|it|you|u) work|who are (?:you|u))"
    r"(?: there| please| pls)?\W*",
    re.IGNORECASE,
)


class Show(StrEnum):
    """What to show of an answer."""

    BRIEF = "brief"
    WHY = "why"
    CHANGE = "change"


class AdviseOptions(Options, frozen=True, kw_only=True):
    """Free text, or the three things by name."""

    text: Annotated[str, option(N_("Your question in your own words"), max_length=LONG)] = ""
    credential: Annotated[
        str, option(N_("The credential, by name or code"), completes=Completes.CREDENTIAL)
    ] = ""
    provider: Annotated[str, option(N_("Who issues it"), completes=Completes.PROVIDER)] = ""
    goal: Annotated[str, option(N_("The job you aim for"), completes=Completes.ROLE)] = ""
    situation: Annotated[str, option(N_("Where you stand, such as switching or returning"))] = ""
    show: Annotated[
        Show, option(N_("What to show: brief, why or change"), max_length=None, hidden=True)
    ] = Show.BRIEF


def read(context: Context, options: AdviseOptions) -> Reading:
    """The facts of the question, from the words and from the fields; fields win."""
    library, answers = context.library, context.learner.answers
    form = Form(
        credential=options.credential,
        provider=options.provider,
        goal="" if options.goal == ASK_ME else options.goal,
        situation=options.situation,
    )
    fields = library.forms.form(form, answers)
    if not options.text:
        return fields
    said = library.messages.message(options.text, answers)
    if context.of_others:
        return Reading(asked=said.asked, repairs=said.repairs)
    asked = fields.asked or said.asked
    if options.provider and not fields.asked:
        provider = library.messages.providers.read(options.provider)
        asked = tuple(replace(a, provider=provider) for a in asked)
    goal = fields.goal or said.goal
    situations = fields.situations or said.situations
    return replace(said, asked=asked, goal=goal, situations=situations)


def judge(context: Context, reading: Reading, *, without_goal: bool = False) -> tuple[Advice, ...]:
    """Every credential of a reading, judged for this person now."""
    learner = context.learner
    if without_goal:
        learner, reading = replace(learner, goal=None), replace(reading, goal=None)
    goal = goal_of(learner, reading)
    if goal and not goal.role:
        reading = replace(reading, goal=closest(context, goal))
    found = cases(
        reading, learner, context.library.knowledge, context.now.date(), context.workspace.trusted
    )
    told = learner.answers.skills
    return tuple(
        advise(
            c, told_skills=c.asked is not None and " ".join(stems(c.asked.title.read))[:80] in told
        )
        for c in found
    )


def line_of(options: AdviseOptions) -> str:
    """The line that asks the same again."""
    values = {k: v for k, v in asdict(options).items() if k != "show" and v}
    if values.get("goal") == ASK_ME:
        values.pop("goal")
    return written("advise", **values)


def reply_to(
    context: Context, options: AdviseOptions, advices: Sequence[Advice], reading: Reading
) -> Reply:
    """The reply in the form that was asked for."""
    asked = Asked(line_of(options), reading, context.learner, others=context.of_others)
    goal = advices[0].case.goal
    wording = context.wording.to_one_who_says(goal.read, goal.role) if goal else context.wording
    if len(advices) > 1:
        return _shareable(context, asked, advice_several.several(advices, asked, wording))
    if options.show is Show.WHY:
        return advice_why.why(advices[0], wording)
    if options.show is Show.CHANGE:
        return advice_why.change(advices[0], wording)
    reply = advice_reply.one(advices[0], asked, wording)
    return reply if advices[0].question else _shareable(context, asked, reply)


def _shareable(context: Context, asked: Asked, reply: Reply) -> Reply:
    """With the button that shows it to others, last, unless the words were somebody else's."""
    found = () if context.of_others else share.button(context, asked.line)
    return replace(reply, actions=(*reply.actions, *found))


def _greeted(context: Context, advices: Sequence[Advice]) -> Outcome:
    """What one can ask, for somebody who only said hello."""
    found = help_command.run(context, help_command.HelpOptions())
    entries = tuple(entry(a, context.wording) for a in advices)
    return replace(found, reply=replace(found.reply, advice=entries))


def _seeks(text: str, reading: Reading) -> bool:
    """Whether it is asked what to take, if only "what next" after what one holds."""
    return bool(_SEEKS.search(text) or (reading.held and asks_what_next(text.lower())))


def run(context: Context, options: AdviseOptions) -> Outcome:
    """Reads, judges, answers. Nothing is stored."""
    if not (options.text or options.credential):
        raise Refused(
            context.words(
                N_(
                    "Name a credential and your goal, for example: /advise is AZ-900 worth "
                    "it for a cloud engineer?"
                )
            )
        )
    reading = read(context, options)
    if not reading.asked and _HELLO.fullmatch(options.text) and not context.of_others:
        return _greeted(context, judge(context, reading))
    if not reading.asked and _seeks(options.text, reading) and not context.of_others:
        goal = reading.goal or goal_of(context.learner, reading)
        return suggest.for_goal(context, goal, reading)
    advices = judge(context, reading, without_goal=options.goal == ASK_ME)
    return Outcome(
        reply=reply_to(context, options, advices, reading),
        unrecognised=() if context.of_others else tuple(wondering(reading)),
    )


COMMAND = Command(
    name="advise",
    help=N_("Is this credential worth it, for you, now?"),
    options=AdviseOptions,
    run=run,
    example="/advise is AZ-900 worth it for a cloud engineer?",
)


class CompareOptions(Options, frozen=True, kw_only=True):
    """Several credentials."""

    text: Annotated[
        str,
        option(N_("Two or more credentials, and your goal if I do not know it"), max_length=LONG),
    ]


def compare(context: Context, options: CompareOptions) -> Outcome:
    """Several credentials side by side."""
    asked = AdviseOptions(text=options.text)
    reading = read(context, asked)
    advices = judge(context, reading)
    if len(advices) < 2:
        raise Refused(
            context.words(
                N_(
                    "I found only one credential in that; name two or more, such as: "
                    "/compare CSM or PSM for a scrum master"
                )
            )
        )
    return Outcome(
        reply=reply_to(context, asked, advices, reading), unrecognised=tuple(wondering(reading))
    )


COMPARE = Command(
    name="compare",
    help=N_("Several credentials side by side: which first?"),
    options=CompareOptions,
    run=compare,
    example="/compare CSM or PSM I for a scrum master",
)

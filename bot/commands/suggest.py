"""``suggest``: a few credentials that fit the goal and why, or practice first."""

from collections.abc import Iterator
from typing import Annotated

from msgspec.structs import replace

from bot.advice.advise import Advice, advise
from bot.advice.case import Case, goal_of
from bot.advice.catalogue import fitting
from bot.advice.findings import Said
from bot.advice.profile import merged
from bot.advice.reading.facts import Asked, GoalRead, ProviderRead, Reading, Standing
from bot.advice.verdict import Verdict, decide
from bot.advice.words import N_
from bot.commands.command import Command, Completes, Context, Options, Outcome, option
from bot.commands.entry import entry
from bot.commands.goal import closest
from bot.commands.quoting import written
from bot.commands.verdict_words import TONES
from bot.reply import Action, Banner, Bullets, Fine, Item, Part, Reply, Text, Tone

MOST = 3
_TRIED = 12
_GOOD = (Verdict.DO, Verdict.DO_IF)


class SuggestOptions(Options, frozen=True, kw_only=True):
    """Another goal than the remembered one."""

    goal: Annotated[
        str,
        option(N_("The job you aim for, if not your remembered goal"), completes=Completes.ROLE),
    ] = ""


def fits(context: Context, goal: GoalRead, said: Reading = Reading()) -> Iterator[Case]:  # noqa: B008 - frozen
    """The best fitting known credentials for a goal, each as a case of this person's.

    ``said`` is what a message told besides, as the credentials that the person holds.
    """
    knowledge, learner = context.library.knowledge, context.learner
    role = knowledge.roles[goal.role]
    kept = learner.goal.situation if learner.goal else None
    blank = Case(
        knowledge=knowledge,
        today=context.now.date(),
        asked=None,
        goal=goal,
        profile=merged(learner, said),
        situations=said.situations or frozenset([kept] if kept else []),
        local=context.workspace.trusted,
    )
    licensed = any(work.role == role.id for work in blank.profile.experience)
    for title in fitting(role, knowledge, without=blank.shown_before)[:_TRIED]:
        if licensed and title.licence:  # who has had the job has had its licence
            continue
        read = context.library.messages.titles.known(title.id, title.name)
        provider = ProviderRead(standing=Standing.NAMED, id=title.issuer, inferred=True)
        yield replace(blank, asked=Asked(title=read, provider=provider))


def best(
    context: Context,
    goal: GoalRead,
    said: Reading = Reading(),  # noqa: B008 - frozen
) -> tuple[list[Advice], Advice | None]:
    """The first few worth taking, and else what it is best to wait with."""
    good: list[Advice] = []
    wait: Advice | None = None
    for case in fits(context, goal, said):
        verdict = decide(case).verdict
        if verdict in _GOOD:
            good.append(advise(case))
        elif wait is None and verdict is Verdict.WAIT:
            wait = advise(case)
        if len(good) == MOST:
            break
    return good, wait


def run(context: Context, options: SuggestOptions) -> Outcome:
    """Suggests for the goal named, else for the remembered one."""
    roles, told = context.library.messages.roles, context.learner.answers.roles
    said = roles.read(options.goal, told) if options.goal else None
    return for_goal(context, said or goal_of(context.learner, Reading()))


def for_goal(
    context: Context,
    goal: GoalRead | None,
    said: Reading = Reading(),  # noqa: B008 - frozen
) -> Outcome:
    """A few that fit a goal; without a goal, or with an unknown one, a question."""
    title = context.words(N_("Suggestions"))
    goal = closest(context, goal)
    if goal is None:
        text = context.words(
            N_('Tell me your goal first: /suggest goal:"data analyst", or keep one with /goal set.')
        )
        return Outcome(reply=Reply(title, (Banner(text, Tone.ASK),)))
    if goal.role not in context.library.knowledge.roles:
        return _unknown_role(context, goal)
    good, wait = best(context, goal, said)
    reply = _reply(context, goal, good) if good else _none(context, goal, wait)
    return Outcome(reply=reply)


def _unknown_role(context: Context, goal: GoalRead) -> Outcome:
    """The roles that come closest, to choose from."""
    names = [context.wording.role(g) for g in goal.guesses]
    buttons = tuple(Action(n, written("suggest", goal=n), choice=True) for n in names)
    text = context.wording(Said("ask.role" if buttons else "ask.role-freely", {"goal": goal.read}))
    return Outcome(
        reply=Reply(context.words(N_("Suggestions")), (Banner(text, Tone.ASK),), buttons),
        unrecognised=(("role", goal.read.lower()),),
    )


def _reply(context: Context, goal: GoalRead, good: list[Advice]) -> Reply:
    say, name = context.words, context.wording.role(goal.role)
    items = tuple(Item(f"{a.case.name}: {_because(context, a)}", TONES[a.verdict]) for a in good)
    parts: list[Part] = [Banner(say(N_("For {role}, one of these"), role=name), Tone.GOOD)]
    role = context.library.knowledge.roles[goal.role]
    if good[0].case.required_gate and not any(a.case.is_licence for a in good):
        parts.append(
            Text(
                say(
                    N_("First comes what the law asks for: {note}. Beside it:"), note=role.gate_note
                )
            )
        )
    parts.append(Bullets("", items))
    if good[0].next_step:
        parts.append(Text(say(N_("Next step: {step}"), step=context.wording(good[0].next_step))))
    parts.append(Fine(say(N_("Take one, not all: the next one only after this one is applied."))))
    buttons = tuple(
        Action(
            say(N_("Why {title}?"), title=a.case.name),
            written("advise", credential=a.case.name, goal=name),
        )
        for a in good
    )
    return Reply(
        say(N_("Suggestions")),
        tuple(parts),
        buttons,
        advice=tuple(entry(a, context.wording) for a in good),
    )


def _because(context: Context, advice: Advice) -> str:
    skills = context.words.listed(context.wording.skill(s) for s in advice.case.shared[:3])
    issuer = advice.case.issuer.provider
    return context.words(
        N_("teaches {skills}, from {issuer}"), skills=skills, issuer=issuer.name if issuer else ""
    )


def _none(context: Context, goal: GoalRead, wait: Advice | None) -> Reply:
    say, name = context.words, context.wording.role(goal.role)
    title = say(N_("Suggestions"))
    role = context.library.knowledge.roles[goal.role]
    project = Said("next.project", {"skill": role.core[0], "role": role.id})
    step = wait.next_step if wait and wait.next_step else project
    text = say(N_("None for {role} now: practice does more for you."), role=name)
    body = Text(say(N_("Next step: {step}"), step=context.wording(step)))
    return Reply(
        title,
        (Banner(text, Tone.WAIT), body),
        advice=(entry(wait, context.wording),) if wait else (),
    )


COMMANDS = (
    Command(
        name="suggest",
        help=N_("What to take for your goal, or none"),
        options=SuggestOptions,
        run=run,
        example='/suggest goal:"dental assistant"',
    ),
)

"""``suggest``: a few credentials that fit the goal and why, or practice first."""

from bot.advice.advise import Advice, advise
from bot.advice.case import Case, goal_of, merged
from bot.advice.catalogue import fitting
from bot.advice.findings import Said
from bot.advice.reading.facts import Asked, GoalRead, ProviderRead, Reading, Standing
from bot.advice.verdict import Verdict
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


class SuggestOptions(Options):
    """Another goal than the remembered one."""

    goal: str = option(
        N_("The job you aim for, if not your remembered goal"), completes=Completes.ROLE
    )


def judged(context: Context, goal: GoalRead) -> tuple[Advice, ...]:
    """The best fitting known credentials for a goal, judged for this person."""
    knowledge, learner = context.library.knowledge, context.learner
    role = knowledge.roles[goal.role]
    profile = merged(learner, Reading())
    blank = Case(
        knowledge=knowledge, today=context.now.date(), asked=None, goal=goal, profile=profile
    )
    situation = learner.goal.situation if learner.goal else None
    found = []
    for title in fitting(role, knowledge, without=blank.shown_before)[:_TRIED]:
        read = context.library.messages.titles.known(title.id, title.name)
        provider = ProviderRead(standing=Standing.NAMED, id=title.issuer, inferred=True)
        case = Case(
            knowledge=knowledge,
            today=context.now.date(),
            asked=Asked(title=read, provider=provider),
            goal=goal,
            profile=profile,
            situations=frozenset([situation] if situation else []),
            local=context.workspace.trusted,
        )
        found.append(advise(case))
    return tuple(found)


def run(context: Context, options: SuggestOptions) -> Outcome:
    """Suggests for the goal named, else for the remembered one."""
    roles, told = context.library.messages.roles, context.learner.answers.roles
    said = roles.read(options.goal, told) if options.goal else None
    return for_goal(context, said or goal_of(context.learner, Reading()))


def for_goal(context: Context, goal: GoalRead | None) -> Outcome:
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
    every = judged(context, goal)
    good = [a for a in every if a.verdict in _GOOD][:MOST]
    return Outcome(reply=_reply(context, goal, good, every))


def _unknown_role(context: Context, goal: GoalRead) -> Outcome:
    """The roles that come closest, to choose from."""
    names = [context.wording.role(g) for g in goal.guesses]
    buttons = tuple(Action(n, written("suggest", goal=n), choice=True) for n in names)
    text = context.wording(Said("ask.role" if buttons else "ask.role-freely", {"goal": goal.read}))
    return Outcome(
        reply=Reply(context.words(N_("Suggestions")), (Banner(text, Tone.ASK),), buttons),
        unrecognised=(("role", goal.read.lower()),),
    )


def _reply(
    context: Context, goal: GoalRead, good: list[Advice], every: tuple[Advice, ...]
) -> Reply:
    say, name = context.words, context.wording.role(goal.role)
    if not good:
        return _none(context, goal, every)
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


def _none(context: Context, goal: GoalRead, every: tuple[Advice, ...]) -> Reply:
    say, name = context.words, context.wording.role(goal.role)
    title = say(N_("Suggestions"))
    waiting = next((a for a in every if a.verdict is Verdict.WAIT and a.next_step), None)
    role = context.library.knowledge.roles[goal.role]
    step = (
        waiting.next_step
        if waiting
        else Said("next.project", {"skill": role.core[0], "role": role.id})
    )
    text = say(N_("None for {role} now: practice does more for you."), role=name)
    body = Text(say(N_("Next step: {step}"), step=context.wording(step) if step else ""))
    return Reply(
        title,
        (Banner(text, Tone.WAIT), body),
        advice=tuple(entry(a, context.wording) for a in every[:1]),
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

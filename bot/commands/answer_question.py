"""``answer``: the answer to the bot's own question, remembered; then the first question again."""

from typing import Annotated

from msgspec.structs import replace

from bot.advice.learner import Answers, Goal, Learner
from bot.advice.questions import NONE, About
from bot.advice.words import N_
from bot.commands.command import LINE, Command, Context, Options, Outcome, Refused, option
from bot.reply import Banner, Reply, Tone

MOST_ANSWERS = 200


class AnswerOptions(Options, frozen=True, kw_only=True):
    """What was asked about, and the answer."""

    about: Annotated[About, option(N_("What the question was about"), max_length=None)]
    choice: Annotated[str, option(N_("The answer"), max_length=120)]
    asked: Annotated[str, option(N_("The words that the question was about"))] = ""
    then: Annotated[str, option(N_("The line to go on with"), max_length=LINE, rest=True)] = ""


def remembered(context: Context, options: AnswerOptions) -> Learner:
    """The learner with the answer. Raises Refused for an answer that fits no question."""
    knowledge, learner, answers = (
        context.library.knowledge,
        context.learner,
        context.learner.answers,
    )
    choice, asked = options.choice, options.asked
    fits = {
        About.GOAL: choice in knowledge.roles,
        About.ROLE: choice in knowledge.roles or choice == NONE,
        About.SKILLS: choice in knowledge.skills or choice == NONE,
        About.ADS: choice in ("yes", "no"),
        About.ISSUER: choice in knowledge.providers or choice == NONE,
        About.CREDENTIAL: False,
    }
    if not fits[options.about]:
        raise Refused(
            context.words(N_("That is no answer to my question; press one of the choices."))
        )
    if options.about is About.GOAL:
        goal = Goal(text=knowledge.roles[choice].name, role=choice, set_on=context.now.date())
        return replace(learner, goal=goal)
    return replace(learner, answers=_kept(answers, options.about, asked, choice))


def _kept(answers: Answers, about: About, asked: str, choice: str) -> Answers:
    def add(table: dict, value: object) -> dict:  # type: ignore[type-arg]
        return dict(list({**table, asked: value}.items())[-MOST_ANSWERS:])

    match about:
        case About.ROLE:
            return answers if choice == NONE else replace(answers, roles=add(answers.roles, choice))
        case About.SKILLS:
            return replace(answers, skills=add(answers.skills, () if choice == NONE else (choice,)))
        case About.ADS:
            return replace(answers, named_in_ads=add(answers.named_in_ads, choice == "yes"))
        case About.ISSUER:
            return replace(answers, issuers=add(answers.issuers, choice))
    return answers


def run(context: Context, options: AnswerOptions) -> Outcome:
    """Remembers the answer and, where a line follows, answers that."""
    from bot.commands.line import parse  # noqa: PLC0415 - a line may name any command
    from bot.commands.running import run_line  # noqa: PLC0415

    learner = remembered(context, options)
    if options.about is About.ROLE and options.choice == NONE:
        text = context.words(N_("Then tell me another common job title for it: /goal set …"))
        return Outcome(reply=Reply(text, (Banner(text, Tone.ASK),)))
    if options.then:
        line = parse(options.then, context.words)
        if line.command.name in ("advise", "compare", "suggest"):
            outcome = run_line(replace(context, learner=learner), line)
            return replace(outcome, learner=outcome.learner or learner)
    text = context.words(N_("Thank you, I will remember that."))
    return Outcome(learner=learner, reply=Reply(text, (Banner(text, Tone.GOOD),)))


COMMANDS = (
    Command(
        name="answer",
        help=N_("Answer a question of mine"),
        options=AnswerOptions,
        run=run,
        hidden=True,
    ),
)

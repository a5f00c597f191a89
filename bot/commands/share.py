"""``share``: shows an answer as everybody here would see it, then posts it for them."""

from enum import StrEnum
from typing import Annotated

from msgspec.structs import replace

from bot.advice.words import N_
from bot.commands.command import LINE, Command, Context, Options, Outcome, Refused, option
from bot.commands.quoting import written
from bot.reply import Action, Fine, Reply

SHAREABLE = ("advise", "compare", "check")


class Step(StrEnum):
    """A look first, then the post."""

    LOOK = "look"
    POST = "post"


class ShareOptions(Options, frozen=True, kw_only=True):
    """What is shared: a line, answered afresh."""

    step: Annotated[Step, option(N_("look or post"), max_length=None)] = Step.LOOK
    then: Annotated[str, option(N_("The line to share"), max_length=LINE, rest=True)]


def button(context: Context, line: str) -> tuple[Action, ...]:
    """The button under an answer, where there is anybody to share with."""
    if not (context.can_share and context.workspace.sharing):
        return ()
    return (Action(context.words(N_("Share")), written("share", line)),)


def _answer(context: Context, text: str) -> Reply:
    from bot.commands.line import parse  # noqa: PLC0415 - a line may name any command
    from bot.commands.running import run_line  # noqa: PLC0415

    line = parse(text, context.words)
    if line.command.name not in SHAREABLE:
        raise Refused(context.words(N_("Only advice can be shared; your own lists stay private.")))
    return run_line(context, line).reply


def run(context: Context, options: ShareOptions) -> Outcome:
    """The look carries the button that posts; the post carries none."""
    say = context.words
    if not context.can_share:
        raise Refused(say(N_("There is nobody here to share with.")))
    if not context.workspace.sharing:
        raise Refused(say(N_("An admin has switched sharing off here; your answer stays private.")))
    answer = replace(_answer(context, options.then), actions=(), advice=())
    if options.step is Step.POST:
        by = Fine(say(N_("Shared by {who}, who asked for it."), who=context.who))
        # Saved unchanged, so that the platform's event is known: pressed twice, posted once.
        return Outcome(
            learner=context.learner,
            reply=replace(answer, parts=(*answer.parts, by), public=True),
        )
    look = Fine(say(N_("This is what everybody here will see. Nothing is posted yet.")))
    post = written("share", options.then, step=Step.POST.value)
    action = Action(say(N_("Post it for everybody")), post, public=True)
    return Outcome(reply=replace(answer, parts=(look, *answer.parts), actions=(action,)))


COMMANDS = (
    Command(
        name="share",
        help=N_("Post an answer for everybody here, after a look"),
        options=ShareOptions,
        run=run,
        hidden=True,
    ),
)

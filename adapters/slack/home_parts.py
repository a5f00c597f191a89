"""The parts of the Home tab that are the adapter's own: buttons, menus, open projects. Pure."""

from collections.abc import Sequence

from msgspec import Struct

from adapters.slack.blocks import Block, bullets, fine, header, rich, words
from adapters.slack.buttons import FORM, SAY, grave, menu, rows
from bot.advice.learner import Credential, Learner, Status
from bot.advice.words import N_, Words
from bot.commands.quoting import written
from bot.commands.table import COMMANDS
from bot.reply import Action

_SHOWN = 10  # entries with a button or a line of their own; the others are in the lists
_TOP = (
    (N_("Ask about a credential"), "/advise"),
    (N_("Compare several"), "/compare"),
    (N_("Look one up"), "/check"),
    (N_("Match a job ad"), "/match"),
)
_PRIVACY = (
    (N_("What do you keep?"), "/privacy about"),
    (N_("Export my data"), "/privacy export"),
    (N_("Delete my data"), "/privacy delete"),
)
_ADD = (
    (N_("Add a credential"), "/credential add"),
    (N_("Add experience"), "/experience add"),
    (N_("Add a degree or licence"), "/education add"),
)


class Extra(Struct, frozen=True):
    """A button of the adapter's own: what it says, or the form that it opens filled in."""

    label: str
    line: str
    form: bool = False

    @property
    def value(self) -> str:
        """What the button carries."""
        return (FORM if self.form else SAY) + self.line


def buttons(extras: Sequence[Extra], owner: str, say: Words) -> list[Block]:
    """Rows of these buttons."""
    carry = {e.line: e.value for e in extras}
    return rows([Action(e.label, e.line) for e in extras], carry, owner, say)


def _plain(pairs: Sequence[tuple[str, str]], say: Words) -> list[Extra]:
    return [Extra(say(label), line) for label, line in pairs]


def top(owner: str, say: Words) -> list[Block]:
    """What most people come for."""
    found = buttons(_plain(_TOP, say), owner, say)
    found[0]["elements"][0]["style"] = "primary"
    return found


def _of_credential(mine: Credential, say: Words) -> list[Extra]:
    edit = Extra(
        say(N_("Edit {title}"), title=mine.title),
        written("credential edit", credential=mine.id),
        form=True,
    )
    if mine.status is Status.EARNED:
        return [edit]
    earned = written("credential edit", credential=mine.id, status=Status.EARNED.value)
    return [Extra(say(N_("Earned: {title}"), title=mine.title), earned), edit]


def portfolio(learner: Learner, say: Words) -> list[Extra]:
    """Adding to it, and a step on with each credential."""
    own = [e for mine in learner.credentials[-_SHOWN:] for e in _of_credential(mine, say)]
    return [*_plain(_ADD, say), *own]


def nudges(learner: Learner, say: Words) -> list[Extra]:
    """The form that sets them."""
    if learner.nudging and learner.nudging.on:
        return [Extra(say(N_("Change my nudges")), "/nudge set", form=True)]
    return [Extra(say(N_("Choose when")), "/nudge on", form=True)]


def projects(learner: Learner, owner: str, say: Words) -> list[Block]:
    """The open ones, newest last, each with its button."""
    mine = [p for p in learner.projects if not p.done][-_SHOWN:]
    names = {c.id: c.title for c in learner.credentials}
    lines = [
        [words(p.title or "–", bold=True)]
        + ([words(f" · {names[p.credential]}")] if p.credential in names else [])
        for p in mine
    ]
    shown = [rich(bullets(lines))] if lines else list(fine(say(N_("No project is open."))))
    done = [
        Extra(
            say(N_("Done: {title}"), title=p.title), written("project done", title=p.id), form=True
        )
        for p in mine
    ]
    more = [Extra(say(N_("Add a project")), "/project add")]
    if learner.projects:
        more.append(Extra(say(N_("All projects")), "/project list"))
    return [header(say(N_("Open projects"))), *shown, *buttons([*done, *more], owner, say)]


def privacy(owner: str, say: Words) -> list[Block]:
    """What is kept, all of it in hand, or gone."""
    text = say(N_("Others see nothing unless you press Share; admins see no goal and no list."))
    heading = header(say(N_("Your privacy")))
    return [heading, *fine(text), *buttons(_plain(_PRIVACY, say), owner, say)]


def every_command(owner: str, say: Words, *, admin: bool) -> list[Block]:
    """A menu of all that can be asked; what cannot be undone has its own button, and asks first."""
    options = [
        (f"{name.capitalize()}: {say(command.help)}", f"{SAY}/{name}")
        for name, command in COMMANDS.items()
        if not command.hidden and (admin or not command.admin) and not grave(f"/{name}")
    ]
    return [menu(options, owner, say(N_("Everything else I can do")))]

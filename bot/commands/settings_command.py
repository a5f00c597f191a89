"""``settings``: what an admin has decided for the whole server or workspace."""

from enum import StrEnum
from typing import Annotated, Any

from msgspec.structs import replace

from bot.advice.words import N_, languages
from bot.commands.command import Command, Context, Options, Outcome, Refused, option
from bot.commands.form import done
from bot.reply import Banner, Fine, Reply, Table
from bot.workspace import LANGUAGE, NUDGES, SHARING, Workspace

OWN = "own"


class Switch(StrEnum):
    """Allowed or not."""

    ON = "on"
    OFF = "off"


class SettingsOptions(Options, frozen=True, kw_only=True):
    """What is to be different; nothing shows what is."""

    sharing: Annotated[
        Switch | None, option(N_("May members post answers for everybody to see?"), max_length=None)
    ] = None
    nudges: Annotated[
        Switch | None, option(N_("May members here switch learning nudges on?"), max_length=None)
    ] = None
    language: Annotated[
        str,
        option(
            N_("The language of answers here, such as en; own for each member's own"), max_length=20
        ),
    ] = ""


def _language(context: Context, wanted: str) -> str:
    """The language as it is stored; empty for each member's own. Raises Refused."""
    known, flat = languages(), wanted.strip().lower().replace("_", "-").split("-")[0]
    if flat != OWN and flat not in known:
        shown = context.words.listed((*known, OWN), "or")
        raise Refused(context.words(N_("language must be {choices}."), choices=shown))
    return "" if flat == OWN else flat


def _changes(context: Context, options: SettingsOptions) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if options.sharing:
        found[SHARING] = options.sharing is Switch.ON
    if options.nudges:
        found[NUDGES] = options.nudges is Switch.ON
    if options.language:
        found[LANGUAGE] = _language(context, options.language)
    return found


def _table(context: Context, workspace: Workspace) -> Table:
    say = context.words
    yes, no = say(N_("allowed")), say(N_("not allowed"))
    own = say(N_("each member's own"))
    rows = (
        (say(N_("Posting answers for everybody")), yes if workspace.sharing else no),
        (say(N_("Learning nudges")), yes if workspace.nudges else no),
        (say(N_("Language")), workspace.language or own),
    )
    return Table((say(N_("Setting")), say(N_("Now"))), rows)


def run(context: Context, options: SettingsOptions) -> Outcome:
    """Shows the settings, or changes those that are named."""
    say, workspace = context.words, context.workspace
    if not context.admin:
        raise Refused(say(N_("Only an admin can decide that; ask one.")))
    title = say(N_("Settings for everybody here"))
    changes = _changes(context, options)
    if not changes:
        hint = Fine(say(N_("Change one with, for example: /settings sharing:off")))
        return Outcome(
            reply=Reply(title, (Banner(title), _table(context, workspace), hint)),
        )
    changed = replace(workspace, settings={**workspace.settings, **changes})
    reply = done(title, say(N_("This holds for everybody here from now on.")))
    return Outcome(
        workspace=changed,
        reply=replace(reply, parts=(*reply.parts, _table(context, changed))),
    )


COMMANDS = (
    Command(
        name="settings",
        help=N_("What is allowed here: sharing, nudges, language (admins)"),
        options=SettingsOptions,
        run=run,
        admin=True,
        example="/settings sharing:off",
    ),
)

"""``help``: every command in one screen, or one command in full."""

from typing import Annotated

from bot.advice.words import N_
from bot.commands.command import Command, Completes, Context, Options, Outcome, Refused, option
from bot.reply import Action, Banner, Bullets, Fine, Item, Part, Reply, Table, Text


class HelpOptions(Options, frozen=True, kw_only=True):
    """Which command."""

    command: Annotated[
        str, option(N_("A command to read about"), completes=Completes.COMMAND, max_length=40)
    ] = ""


def run(context: Context, options: HelpOptions) -> Outcome:
    """Lists, or explains one."""
    from bot.commands.table import COMMANDS as TABLE  # noqa: PLC0415 - help is in that table itself

    wanted = options.command.strip().lstrip("/").lower()
    if not wanted:
        return Outcome(reply=_all(context, TABLE))
    chosen = [
        c for n, c in TABLE.items() if (n == wanted or n.startswith(f"{wanted} ")) and not c.hidden
    ]
    if not chosen:
        raise Refused(
            context.words(
                N_("I do not know “{command}”. Type /help to see every command."), command=wanted
            )
        )
    return Outcome(reply=_some(context, chosen))


def _all(context: Context, table: dict[str, Command]) -> Reply:
    say = context.words
    rows = tuple(
        (f"/{n}", say(c.help))
        for n, c in table.items()
        if not c.hidden and (context.admin or not c.admin)
    )
    parts: list[Part] = [
        Banner(say(N_("Is this credential worth it, for you, now?"))),
        Text(
            say(N_("Ask in your own words, for example: is AZ-900 worth it for a cloud engineer?"))
        ),
        Table((say(N_("Command")), say(N_("What it does"))), rows),
        Fine(say(N_("/help goal shows a command with its options."))),
    ]
    return Reply(
        say(N_("Help")), tuple(parts), (Action(say(N_("What do you keep?")), "/privacy about"),)
    )


def _some(context: Context, commands: list[Command]) -> Reply:
    say = context.words
    parts: list[Part] = []
    for command in commands:
        items = [
            Item(
                f"{o.name}: {say(o.description)}"
                + (f" ({', '.join(o.choices)})" if o.choices else "")
                + ("" if not o.required else " " + say(N_("(needed)")))
            )
            for o in command.fields
            if not o.hidden
        ]
        parts.append(Bullets(f"/{command.name}: {say(command.help)}", tuple(items)))
        if command.example:
            parts.append(Fine(say(N_("Example: {example}"), example=command.example)))
    return Reply(say(N_("Help")), tuple(parts))


COMMANDS = (
    Command(
        name="help",
        help=N_("Every command, or one in full"),
        options=HelpOptions,
        run=run,
        example="/help goal",
    ),
)

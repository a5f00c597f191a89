"""What an interaction asks for: payload in, ``Ask`` out."""

import hashlib
from collections.abc import Mapping
from typing import Any, cast

import discord

from adapters.discord import buttons, modals
from adapters.discord.buttons import Pressed
from bot.commands.command import LONG, Command
from bot.commands.service import Ask
from bot.commands.table import COMMANDS
from bot.person import Person

Json = Mapping[str, Any]
PLATFORM = "discord"
EVERYWHERE = "users"  # a Discord user is the same person in every server and in direct messages
ALONE = "direct"  # direct messages have no server whose settings count
ON_MESSAGE = 3
NESTED = (1, 2)


def person(interaction: discord.Interaction) -> Person:
    """Who is speaking."""
    return Person(PLATFORM, EVERYWHERE, str(interaction.user.id))


def data(interaction: discord.Interaction) -> Json:
    """What the interaction carries."""
    return cast("Json", interaction.data or {})


def ask(interaction: discord.Interaction, **what: Any) -> Ask:
    """The ask of this person, here; ``what`` says what is asked for."""
    guild = interaction.guild_id
    rights = interaction.permissions
    return Ask(
        person=person(interaction),
        locale=str(interaction.locale),
        event=what.pop("event", f"{PLATFORM}:{interaction.id}"),
        admin=bool(guild) and (rights.administrator or rights.manage_guild),
        who=interaction.user.display_name[:80],
        workspace=str(guild) if guild else ALONE,
        can_share=bool(guild) or bool(interaction.context.private_channel),
        **what,
    )


def _options(data: Json) -> tuple[str, list[Json]]:
    """The command's whole name and the options of its innermost part."""
    name, options = str(data["name"]), list(data.get("options") or [])
    while options and options[0]["type"] in NESTED:
        name, options = f"{name} {options[0]['name']}", list(options[0].get("options") or [])
    return name, options


def _raw(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def slash(data: Json) -> tuple[Command | None, dict[str, str]]:
    """The command of a slash command and its raw values; None when there is no such command."""
    name, options = _options(data)
    command = COMMANDS.get(name)
    values = {str(o["name"]): _raw(o.get("value", "")) for o in options}
    return (None if command is None or command.hidden else command), values


def focused(data: Json) -> tuple[Command | None, str, str]:
    """The command, the option and the text of what somebody is typing."""
    name, options = _options(data)
    found = next((o for o in options if o.get("focused")), None)
    if found is None:
        return None, "", ""
    return COMMANDS.get(name), str(found["name"]), str(found.get("value", ""))[:LONG]


def is_on_message(interaction: discord.Interaction) -> bool:
    """Whether this comes from a message's menu."""
    return data(interaction).get("type") == ON_MESSAGE


def on_message(interaction: discord.Interaction) -> Ask:
    """Advice on what a message says; unless it is one's own, its words are not one's facts."""
    carried = data(interaction)
    found = carried["resolved"]["messages"][carried["target_id"]]
    author = str(found.get("author", {}).get("id", ""))
    text = str(found.get("content") or "")[:LONG]
    others = author != str(interaction.user.id)
    return ask(interaction, command="advise", values={"text": text}, of_others=others)


def modal(interaction: discord.Interaction) -> Ask | None:
    """What was written in a window."""
    carried = data(interaction)
    command = modals.command_of(str(carried["custom_id"]))
    if command is None:
        return None
    names = {option.name for option in command.fields}
    typed = {k: v for k, v in modals.typed(carried.get("components")) if k in names}
    return ask(interaction, command=command.name, values=typed)


def pressed(interaction: discord.Interaction) -> Pressed | None:
    """A press on a button or a choice in a menu."""
    carried = data(interaction)
    values = carried.get("values") or [""]
    return buttons.read(str(carried["custom_id"]), str(values[0]))


def press_event(interaction: discord.Interaction) -> str:
    """The same button of the same message is the same event, however often it is pressed."""
    carried = data(interaction)
    said = f"{carried['custom_id']} {carried.get('values')}".encode()
    message = interaction.message.id if interaction.message else interaction.id
    return f"{PLATFORM}:{message}:{hashlib.blake2b(said, digest_size=8).hexdigest()}"

"""The one table of commands as Discord registers them, and the links that invite the bot."""

import json
import re
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any

from adapters.discord.limits import (
    CHOICE,
    CHOICES,
    DESCRIPTION,
    MODAL_TEXT,
    NAME,
    OPTION_TEXT,
    cut,
)
from bot.advice.words import N_, Words, languages, words_for
from bot.commands.command import LONG, Command, Option
from bot.commands.table import COMMANDS
from bot.settings import Settings

Json = dict[str, Any]
SLASH, ON_MESSAGE = 1, 3
SUBCOMMAND, TEXT_OPTION, NUMBER_OPTION = 1, 3, 10
GUILD_INSTALL, USER_INSTALL = 0, 1
IN_GUILD, IN_BOT_DM, IN_PRIVATE = 0, 1, 2
MANAGE_GUILD = 1 << 5
ADVISE_ON_THIS = N_("Advise on this")
INVITE = "https://discord.com/oauth2/authorize?client_id={id}"
# No permission is asked for: answers to interactions need none.
GUILD_SCOPES, USER_SCOPES = (
    "&scope=applications.commands+bot&permissions=0",
    ("&scope=applications.commands&integration_type=1"),
)
LOCALES = tuple(
    "id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru"
    " uk hi th zh-CN ja zh-TW ko".split()
)
GROUPS = {
    "goal": N_("The goal that advice is measured against"),
    "credential": N_("Your certificates and badges"),
    "experience": N_("What you have done at work"),
    "education": N_("Your degrees and licences"),
    "project": N_("Work that shows what you can do"),
    "privacy": N_("What is kept about you"),
    "providers": N_("Issuers that admins here have decided on"),
    "nudge": N_("Learning nudges by direct message"),
}
_NAME = re.compile(r"[-_'\w]{1,32}")


def application_commands(table: Mapping[str, Command] = COMMANDS) -> list[Json]:
    """Everything to register, in the table's order."""
    shown = [command for command in table.values() if not command.hidden]
    grouped = groupby(shown, key=lambda command: command.name.partition(" ")[0])
    return [*(_top(name, list(group)) for name, group in grouped), _on_message()]


def _where(*, admin: bool) -> Json:
    """Everywhere; an admin's commands only in servers, and hidden from members."""
    if not admin:
        return {
            "integration_types": [GUILD_INSTALL, USER_INSTALL],
            "contexts": [IN_GUILD, IN_BOT_DM, IN_PRIVATE],
        }
    return {
        "integration_types": [GUILD_INSTALL],
        "contexts": [IN_GUILD],
        "default_member_permissions": MANAGE_GUILD,
    }


def _top(name: str, commands: list[Command]) -> Json:
    admin = all(command.admin for command in commands)
    single = len(commands) == 1 and commands[0].name == name
    told = commands[0].help if single else GROUPS.get(name, ", ".join(c.name for c in commands))
    options = _options(commands[0]) if single else [_subcommand(c) for c in commands]
    return {**_named(name, told, SLASH), "options": options, **_where(admin=admin)}


def _on_message() -> Json:
    found: Json = {"type": ON_MESSAGE, "name": ADVISE_ON_THIS, **_where(admin=False)}
    names = _localised(lambda words: cut(words(ADVISE_ON_THIS), NAME), ADVISE_ON_THIS)
    return {**found, "name_localizations": names} if names else found


def _subcommand(command: Command) -> Json:
    name = command.name.partition(" ")[2]
    return {**_named(name, command.help, SUBCOMMAND), "options": _options(command)}


def _options(command: Command) -> list[Json]:
    found = [_option(option) for option in command.fields if not option.hidden]
    return sorted(found, key=lambda option: not option["required"])


def is_long(option: Option) -> bool:
    """Whether an option takes a text that is easier written in a window of its own."""
    return (option.max_length or 0) >= LONG


def _option(option: Option) -> Json:
    """An option; long texts may be left out, then a window asks for them."""
    number = option.minimum is not None or option.maximum is not None
    found = _named(option.name, option.description, NUMBER_OPTION if number else TEXT_OPTION)
    found["required"] = option.required and not is_long(option)
    if number:
        bounds = {"min_value": option.minimum, "max_value": option.maximum}
        return {**found, **{k: v for k, v in bounds.items() if v is not None}}
    if option.choices:
        return {**found, "choices": [_choice(value) for value in option.choices[:CHOICES]]}
    if option.completes:
        found["autocomplete"] = True
    if option.max_length:
        found["max_length"] = min(option.max_length, MODAL_TEXT, OPTION_TEXT)
    return found


def _choice(value: str) -> Json:
    shown = value.replace("_", " ")
    names = _localised(lambda words: cut(words(shown), CHOICE), shown)
    found: Json = {"name": cut(shown, CHOICE), "value": value}
    return {**found, "name_localizations": names} if names else found


def _named(name: str, told: str, kind: int) -> Json:
    """Name and description, in every language there is."""
    found: Json = {"type": kind, "name": name, "description": cut(told, DESCRIPTION)}
    names = _localised(lambda words: _name(words, name), name)
    descriptions = _localised(lambda words: cut(words(told), DESCRIPTION), told)
    if names:
        found["name_localizations"] = names
    if descriptions:
        found["description_localizations"] = descriptions
    return found


def _name(words: Words, name: str) -> str:
    """A translated name where it can be one, else the name itself."""
    said = words(name)
    return said if _NAME.fullmatch(said) and said == said.lower() else name


def _localised(say: Any, original: str) -> Json:
    """What each of Discord's locales that has a catalogue says, where it says something else."""
    known = languages()
    found = {
        locale: say(words_for(locale)) for locale in LOCALES if locale.partition("-")[0] in known
    }
    return {locale: text for locale, text in found.items() if text != original}


def invites(application: str) -> Iterable[str]:
    """The links that add the bot to a server, and to one's own account."""
    link = INVITE.format(id=application)
    yield f"To a server: {link}{GUILD_SCOPES}"
    yield f"To your own account: {link}{USER_SCOPES}"


def manifest(settings: Settings) -> str:
    """What ``badgewise manifest discord`` prints."""
    lines = list(invites(_application(settings)))
    lines += ["", "The commands, registered by `badgewise run` whenever they have changed:", ""]
    return "\n".join([*lines, json.dumps(application_commands(), indent=2, ensure_ascii=False)])


def _application(settings: Settings) -> str:
    """The application's id, which begins every bot token; a placeholder where there is none."""
    import base64  # noqa: PLC0415 - for this command alone
    import binascii  # noqa: PLC0415

    token = settings.discord.token.get_secret_value() if settings.discord.token else ""
    head = token.partition(".")[0]
    try:
        found = base64.b64decode(head + "=" * (-len(head) % 4), altchars=b"-_").decode("ascii")
    except (binascii.Error, UnicodeDecodeError, ValueError):
        found = ""
    return found if found.isdigit() else "YOUR_APPLICATION_ID"

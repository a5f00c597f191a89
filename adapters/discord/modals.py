"""Windows for texts that are too long for an option."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from adapters.discord.limits import MODAL_LABEL, MODAL_TEXT, MODAL_TITLE, cut
from adapters.discord.manifest import is_long
from bot.advice.words import Words
from bot.commands.command import Command, Option
from bot.commands.table import COMMANDS

Json = dict[str, Any]
LABEL, TEXT_INPUT, PARAGRAPH = 18, 4, 2
_ID = re.compile(r"window ([a-z ]{1,60})")


def long_option(command: Command) -> Option | None:
    """The option that a window asks for."""
    return next((option for option in command.fields if is_long(option)), None)


def wants_window(command: Command, values: Mapping[str, str]) -> bool:
    """Whether a command came without the words it needs."""
    return long_option(command) is not None and not any(v.strip() for v in values.values())


def window(command: Command, words: Words) -> Json:
    """The window that asks for a command's long text."""
    option = long_option(command)
    assert option is not None  # noqa: S101 - asked of wants_window before
    told = words(option.description)
    box = {
        "type": TEXT_INPUT,
        "custom_id": option.name,
        "style": PARAGRAPH,
        "required": True,
        "min_length": 1,
        "max_length": min(option.max_length or MODAL_TEXT, MODAL_TEXT),
    }
    label = {"type": LABEL, "label": cut(told, MODAL_LABEL), "component": box}
    if len(told) > MODAL_LABEL:
        label["description"] = cut(told, 100)
    title = cut(words(command.help), MODAL_TITLE)
    return {"custom_id": f"window {command.name}", "title": title, "components": [label]}


def command_of(custom_id: str) -> Command | None:
    """The command that a window was opened for."""
    found = _ID.fullmatch(custom_id)
    return COMMANDS.get(found.group(1)) if found else None


def typed(components: Any) -> Iterator[tuple[str, str]]:
    """Names and texts of a window's boxes, however they are nested."""
    for component in components if isinstance(components, list) else []:
        if isinstance(component.get("component"), dict):
            yield from typed([component["component"]])
        yield from typed(component.get("components"))
        if component.get("type") == TEXT_INPUT:
            yield str(component["custom_id"]), str(component.get("value") or "")

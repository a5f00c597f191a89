"""Slack's marked-up text: out of it when people write, never into it when the bot answers."""

import re
from collections.abc import Mapping
from typing import Any

from bot.commands.table import COMMANDS, free_text

_MARK = re.compile(r"<([^<>|\n]{1,3000})(?:\|([^<>\n]{0,3000}))?>")
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))
# Characters that hide, turn round or break a text.
_HIDDEN = re.compile(
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u200b\\u2060\\ufeff"
    "\\u202a-\\u202e\\u2066-\\u2069\\ud800-\\udfff]+"
)
_NAMED = re.compile(r"([a-z][a-z_]*):(?!//)")


def _unmarked(mark: re.Match[str]) -> str:
    """What a person sees of a mark: links by their label, mentions of people not at all."""
    target, label = mark.group(1), mark.group(2)
    if target[0] == "@":
        return ""
    if target[0] == "#":
        return f"#{label}" if label else ""
    if target[0] == "!":
        return label or ""
    return label or target.removeprefix("mailto:")


def unmarked(text: str) -> str:
    """The words of a Slack text, without its marks."""
    text = _MARK.sub(_unmarked, text)
    for entity, sign in _ENTITIES:
        text = text.replace(entity, sign)
    return text.strip()


def said(message: Mapping[str, Any]) -> str:
    """The words of a message; those of its attachments where an app posted no others."""
    text = unmarked(str(message.get("text") or ""))
    found = message.get("attachments")
    cards = [c for c in found if isinstance(c, Mapping)] if isinstance(found, list) else []
    told = [str(c.get("text") or c.get("fallback") or c.get("title") or "") for c in cards]
    return text or unmarked("\n".join(filter(None, told)))


def marked_safe(text: str) -> str:
    """A text in which Slack finds no mark: what a notification shows."""
    text = visible(text)
    for sign, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):
        text = text.replace(sign, entity)
    return text


def visible(text: str) -> str:
    """The text without characters that hide, turn round or break it."""
    return text if text.isprintable() else _HIDDEN.sub("", text)


def short(text: str, most: int) -> str:
    """At most so many characters; cut text says so."""
    text = visible(text)
    return text if len(text) <= most else text[: most - 1] + "…"


def _names_command(words: list[str]) -> bool:
    """Whether the words begin with a command, and not a sentence that happens to begin so."""
    two, one = " ".join(words[:2]).lower(), words[0].lower()
    if two in COMMANDS and not COMMANDS[two].hidden:
        return True
    if one not in COMMANDS or COMMANDS[one].hidden:
        return False
    if one != "help" or len(words) == 1:
        return True
    topic = words[1].lower().lstrip("/")
    return any(n == topic or n.startswith(f"{topic} ") for n in COMMANDS)


def line_of(text: str) -> str:
    """What was typed after the slash command, as a line for the core."""
    text = unmarked(text)
    words = text.split(None, 2)
    if not words:
        return "/help"
    if text.startswith("/") or _names_command(words):
        return text if text.startswith("/") else f"/{text}"
    group = words[0].lower()
    if any(name.startswith(f"{group} ") for name in COMMANDS) and len(words) == 1:
        return f"/help {group}"
    named = _NAMED.match(text)
    if named and named.group(1) in {o.name for o in free_text().fields}:
        return f"/{free_text().name} {text}"
    return text

"""Commands as one types them in Slack: behind this app's one slash command. Pure."""

import re

from msgspec.structs import replace

from adapters.slack import limits
from bot.commands.table import COMMANDS
from bot.reply import Banner, Bullets, Copyable, Fine, Item, Moments, Part, Table, Text

SLASH = "/badgewise"
_NAMES = sorted({*COMMANDS, *(name.split()[0] for name in COMMANDS)}, key=len, reverse=True)
_TYPED = re.compile(rf"(?<![^\s“\"'(])/(?=(?:{'|'.join(map(re.escape, _NAMES))})(?![\w/-]))")


def spoken(text: str) -> str:
    """The text with “/goal set” written as “/badgewise goal set”; what is long stays as it is."""
    if "/" not in text or len(text) > limits.TEXT:
        return text
    return _TYPED.sub(f"{SLASH} ", text)


def spoken_part(part: Part) -> Part:
    """A part with its commands as one types them here; what is to be copied stays as it is."""
    match part:
        case Banner(text, _, about):
            return replace(part, text=spoken(text), about=spoken(about))
        case Text(text) | Fine(text):
            return replace(part, text=spoken(text))
        case Bullets(heading, items):
            told = tuple(Item(spoken(i.text), i.tone) for i in items)
            return Bullets(spoken(heading), told)
        case Table(columns, rows):
            return Table(columns, tuple(tuple(map(spoken, row)) for row in rows))
        case Moments(heading, moments):
            return Moments(spoken(heading), moments)
        case Copyable():
            return part

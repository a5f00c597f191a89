"""What the core answers: a small closed union of parts that every platform can show."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

from msgspec import Struct, field


class Tone(StrEnum):
    """How a part feels; adapters choose colour and sign."""

    GOOD = "good"
    CONDITION = "condition"
    WAIT = "wait"
    BAD = "bad"
    ASK = "ask"
    PLAIN = "plain"


class Banner(Struct, frozen=True):
    """The first thing to see: a verdict or an outcome, with what it is about."""

    text: str
    tone: Tone = Tone.PLAIN
    about: str = ""


class Text(Struct, frozen=True):
    """A paragraph."""

    text: str


class Item(Struct, frozen=True):
    """One line of a list, with its tone. ``lead``: how it begins, where the rest is small print."""

    text: str
    tone: Tone = Tone.PLAIN
    lead: str = ""


class Bullets(Struct, frozen=True):
    """A short list under a heading (which may be empty)."""

    heading: str
    items: tuple[Item, ...]


class Table(Struct, frozen=True):
    """Rows under column names; every row has as many cells as there are columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Copyable(Struct, frozen=True):
    """Text to be taken elsewhere as it stands: CV lines, an export, a manifest."""

    text: str
    filename: str = ""


class Fine(Struct, frozen=True):
    """Small print: how the words were read, sources, what was left out."""

    text: str


class Moment(Struct, frozen=True):
    """A moment (aware), and how its person's own clock writes it."""

    at: datetime
    text: str


class Moments(Struct, frozen=True):
    """Moments under a heading; platforms that know the reader's clock show them by it."""

    heading: str
    moments: tuple[Moment, ...]


Part = Banner | Text | Bullets | Table | Copyable | Fine | Moments


class Action(Struct, frozen=True):
    """A button: its label and the line one would type instead of pressing it."""

    label: str
    line: str
    choice: bool = False  # one of several answers to the bot's own question
    public: bool = False  # shows something to others


class Reply(Struct, frozen=True):
    """One answer to ``command``. ``advice`` holds the entries of the fixed JSON interface."""

    title: str
    parts: tuple[Part, ...] = ()
    actions: tuple[Action, ...] = ()
    ok: bool = True
    advice: tuple[Mapping[str, Any], ...] = field(default_factory=tuple)
    command: str = ""
    public: bool = False  # meant for everybody who reads along, and for nobody before


def _lines(part: Part) -> list[str]:
    match part:
        case Banner(text, _, about):
            return [f"{text}: {about}" if about else text]
        case Text(text) | Fine(text) | Copyable(text):
            return [text]
        case Bullets(heading, items):
            return [*([heading] if heading else []), *(f"- {item.text}" for item in items)]
        case Moments(heading, moments):
            return [*([heading] if heading else []), *(f"- {moment.text}" for moment in moments)]
        case Table(columns, rows):
            return [
                "; ".join(f"{c}: {v}" for c, v in zip(columns, row, strict=True) if v)
                for row in rows
            ]


def plain(reply: Reply) -> str:
    """The whole reply as plain text, for logs of tests, JSON and screens that show nothing else."""
    return "\n".join(line for part in reply.parts for line in _lines(part))

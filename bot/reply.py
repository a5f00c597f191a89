"""What the core answers: a small closed union of parts that every platform can show."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any


class Tone(StrEnum):
    """How a part feels; adapters choose colour and sign."""

    GOOD = "good"
    CONDITION = "condition"
    WAIT = "wait"
    BAD = "bad"
    ASK = "ask"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Banner:
    """The first thing to see: a verdict or an outcome, with what it is about."""

    text: str
    tone: Tone = Tone.PLAIN
    about: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a list, with its tone. ``lead``: how it begins, where the rest is small print."""

    text: str
    tone: Tone = Tone.PLAIN
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A short list under a heading (which may be empty)."""

    heading: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under column names; every row has as many cells as there are columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Copyable:
    """Text to be taken elsewhere as it stands: CV lines, an export, a manifest."""

    text: str
    filename: str = ""


@dataclass(frozen=True, slots=True)
class Fine:
    """Small print: how the words were read, sources, what was left out."""

    text: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment (aware), and how its person's own clock writes it."""

    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Moments:
    """Moments under a heading; platforms that know the reader's clock show them by it."""

    heading: str
    moments: tuple[Moment, ...]


Part = Banner | Text | Bullets | Table | Copyable | Fine | Moments


@dataclass(frozen=True, slots=True)
class Action:
    """A button: its label and the line one would type instead of pressing it."""

    label: str
    line: str
    choice: bool = False  # one of several answers to the bot's own question
    public: bool = False  # shows something to others


@dataclass(frozen=True, slots=True)
class Reply:
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

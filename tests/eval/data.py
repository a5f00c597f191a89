"""The labelled data, as typed rows."""

import csv
import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol, TypeVar

DATA = Path(__file__).parent / "data"


class Part(StrEnum):
    """What a row is for: to learn from, or only to measure."""

    DEV = "dev"
    HELD = "held"


class Label(StrEnum):
    """What a career counsellor would say of a credential and a goal."""

    STRONG = "strong"
    PARTIAL = "partial"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Pair:
    """A credential beside a goal, both as people type them."""

    id: str
    part: Part
    credential: str
    issuer: str
    goal: str
    label: Label


@dataclass(frozen=True, slots=True)
class Message:
    """A message and what is in it; the lists hold expressions, see ``data/messages.toml``."""

    id: str
    part: Part
    outside: bool  # written and labelled by someone who never saw the program
    text: str
    credentials: tuple[re.Pattern[str], ...]
    also: tuple[re.Pattern[str], ...]
    goal: tuple[str, ...]
    situations: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Issuer:
    """An issuer's name as typed."""

    part: Part
    name: str
    real: bool


class Parted(Protocol):
    """Anything that belongs to one part."""

    @property
    def part(self) -> Part:
        """Dev or held."""


Row = TypeVar("Row", bound=Parted)


def share(number: int) -> Part:
    """The part of a row, counted from 1: every third one is held."""
    return Part.DEV if number % 3 else Part.HELD


def of(part: Part, rows: Iterable[Row]) -> list[Row]:
    """The rows of one part."""
    return [row for row in rows if row.part is part]


def pairs() -> list[Pair]:
    """Every credential beside a goal."""
    with (DATA / "pairs.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [
            Pair(
                row["id"], Part(row["part"]), row["credential"], row["issuer"], row["goal"],
                Label(row["label"]),
            )
            for row in rows
        ]  # fmt: skip


def messages() -> list[Message]:
    """Every message."""
    outside = [row for part in Part for row in _messages(f"messages_outside_{part}.toml", True)]
    return [*_messages("messages.toml", False), *outside]


def _messages(name: str, outside: bool) -> list[Message]:
    with (DATA / name).open("rb") as file:
        rows = tomllib.load(file)["message"]
    return [
        Message(
            id=row["id"],
            part=Part(row["part"]),
            outside=outside,
            text=row["text"],
            credentials=_patterns(row["credentials"]),
            also=_patterns(row.get("also", ())),
            goal=tuple(row["goal"]),
            situations=tuple(frozenset(names) for names in row["situations"]),
        )
        for row in rows
    ]


def _patterns(expressions: Sequence[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(expression, re.IGNORECASE) for expression in expressions)


def issuers() -> list[Issuer]:
    """Every issuer, real and invented."""
    return [*_issuers("issuers_real.txt", real=True), *_issuers("issuers_invented.txt", real=False)]


def _issuers(name: str, *, real: bool) -> list[Issuer]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [Issuer(share(n), line, real) for n, line in enumerate(lines, 1)]

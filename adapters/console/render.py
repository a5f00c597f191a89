"""A reply as text for a terminal, with or without colour."""

import shutil
import textwrap
from collections.abc import Iterator, Sequence

from bot.reply import (
    Action,
    Banner,
    Bullets,
    Copyable,
    Fine,
    Item,
    Moments,
    Part,
    Reply,
    Table,
    Text,
    Tone,
)

WIDTH = 80
_COLOURS = {
    Tone.GOOD: "\x1b[32m",
    Tone.CONDITION: "\x1b[36m",
    Tone.WAIT: "\x1b[33m",
    Tone.BAD: "\x1b[31m",
    Tone.ASK: "\x1b[35m",
    Tone.PLAIN: "",
}
_SIGNS = {
    Tone.GOOD: "+",
    Tone.CONDITION: "~",
    Tone.WAIT: "!",
    Tone.BAD: "-",
    Tone.ASK: "?",
    Tone.PLAIN: "·",
}
_BOLD, _DIM, _END = "\x1b[1m", "\x1b[2m", "\x1b[0m"
_GAP = 2
_NARROWEST = 4


class Renderer:
    """Renders for one terminal."""

    def __init__(self, *, colour: bool, width: int | None = None) -> None:
        self._colour = colour
        self._width = width or min(WIDTH, shutil.get_terminal_size((WIDTH, 24)).columns)

    def _paint(self, text: str, *codes: str) -> str:
        code = "".join(codes)
        return f"{code}{text}{_END}" if self._colour and code and text else text

    def _wrap(self, text: str, first: str = "", rest: str = "") -> list[str]:
        found: list[str] = []
        for line in text.split("\n"):
            found += textwrap.wrap(
                line,
                self._width,
                initial_indent=first,
                subsequent_indent=rest,
                break_on_hyphens=False,
            ) or [""]
        return found

    def reply(self, reply: Reply) -> str:
        """The whole reply, its buttons as numbered choices."""
        blocks = ["\n".join(self._part(part)) for part in reply.parts]
        if reply.actions:
            blocks.append("\n".join(self._actions(reply.actions)))
        return "\n\n".join(blocks)

    def _part(self, part: Part) -> Iterator[str]:
        match part:
            case Banner(text, tone, about):
                line = f"{text}: {about}" if about else text
                yield from (self._paint(row, _BOLD, _COLOURS[tone]) for row in self._wrap(line))
            case Text(text):
                yield from self._wrap(text)
            case Fine(text):
                yield from (self._paint(row, _DIM) for row in self._wrap(text))
            case Copyable(text):
                yield from text.split("\n")
            case Bullets(heading, items):
                yield from self._list(heading, items)
            case Moments(heading, moments):
                yield from self._list(heading, [Item(m.text) for m in moments])
            case Table(columns, rows):
                yield from self._table(columns, rows)

    def _list(self, heading: str, items: Sequence[Item]) -> Iterator[str]:
        if heading:
            yield from (self._paint(row, _BOLD) for row in self._wrap(heading))
        for item in items:
            first, *rest = self._wrap(item.text, "    ", "    ")
            sign = self._paint(_SIGNS[item.tone], _BOLD, _COLOURS[item.tone])
            yield f"  {sign} {first[4:]}"
            yield from rest

    def _table(self, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
        used = [i for i, _ in enumerate(columns) if any(row[i] for row in rows)]
        widths = self._widths([[columns[i]] + [row[i] for row in rows] for i in used])
        head = (" " * _GAP).join(columns[i].ljust(w) for i, w in zip(used, widths, strict=True))
        yield self._paint(head.rstrip(), _BOLD)
        for row in rows:
            cells = [
                textwrap.wrap(row[i], w, break_on_hyphens=False) or [""]
                for i, w in zip(used, widths, strict=True)
            ]
            for level in range(max(map(len, cells))):
                line = (" " * _GAP).join(
                    (c[level] if level < len(c) else "").ljust(w)
                    for c, w in zip(cells, widths, strict=True)
                )
                yield line.rstrip()

    def _widths(self, columns: list[list[str]]) -> list[int]:
        """Column widths that fit: the widest columns give way."""
        widths = [max(map(len, cells)) for cells in columns]
        room = self._width - _GAP * (len(widths) - 1)
        while widths and sum(widths) > room and max(widths) > _NARROWEST:
            widths[widths.index(max(widths))] -= 1
        return widths

    def _actions(self, actions: Sequence[Action]) -> Iterator[str]:
        for number, action in enumerate(actions, 1):
            label = f"[{number}] {action.label}"
            yield from (
                self._paint(row, _COLOURS[Tone.ASK] if action.choice else _DIM)
                for row in self._wrap(label, "", "    ")
            )

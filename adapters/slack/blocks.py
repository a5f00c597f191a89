"""Parts of a reply as Block Kit. Pure; text is rich or plain text, in which no mark is live."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from adapters.slack import limits
from adapters.slack.text import short, visible
from bot.reply import (
    Banner,
    Bullets,
    Copyable,
    Fine,
    Item,
    Moment,
    Moments,
    Part,
    Table,
    Text,
    Tone,
)

Block = dict[str, Any]
SIGNS = {
    Tone.GOOD: "✅ ",
    Tone.CONDITION: "☑️ ",
    Tone.WAIT: "⏳ ",
    Tone.BAD: "⛔ ",
    Tone.ASK: "❓ ",
    Tone.PLAIN: "",
}
ITEM_SIGNS = {**SIGNS, Tone.WAIT: "⚠️ "}  # in a list it is a doubt, not a time to wait
_HEADLINE = 90  # a longer banner is a sentence, not a headline
_LEAD = re.compile(r"\w[\w ]{2,18}:(?= [^\s])")
_SHORT_NAME = re.compile(r"[a-z]\d{1,6}")


def pieces(text: str, size: int = limits.TEXT) -> list[str]:
    """The text in pieces, cut at ends of lines where there are some."""
    found: list[str] = []
    while len(text) > size:
        cut = text.rfind("\n", size // 2, size) + 1 or size
        found.append(text[:cut])
        text = text[cut:]
    return [*found, text] if text else found


def words(text: str, **style: bool) -> Block:
    """A stretch of rich text."""
    return {"type": "text", "text": text, **({"style": style} if style else {})}


def section(*elements: Block) -> Block:
    """A paragraph of rich text."""
    return {"type": "rich_text_section", "elements": list(elements)}


def rich(*elements: Block) -> Block:
    """A block of rich text."""
    return {"type": "rich_text", "elements": list(elements)}


def plain(text: str, most: int) -> Block:
    """A plain text object: nothing in it is live, not even an emoji's name."""
    return {"type": "plain_text", "text": short(text, most) or "–", "emoji": False}


def header(text: str) -> Block:
    """A headline."""
    return {"type": "header", "text": plain(text, limits.HEADER)}


def divider() -> Block:
    """A line across."""
    return {"type": "divider"}


def paragraphs(text: str, **style: bool) -> Iterator[Block]:
    """A text of any length."""
    for piece in pieces(visible(text)):
        yield rich(section(words(piece, **style)))


def _led(text: str) -> Iterator[Block]:
    """A paragraph; the words that lead into it (“Next step:”) stand out."""
    text = visible(text)
    lead = _LEAD.match(text)
    if lead is None or len(text) > limits.TEXT:
        yield from paragraphs(text)
        return
    yield rich(section(words(text[: lead.end()], bold=True), words(text[lead.end() :])))


def fine(text: str) -> Iterator[Block]:
    """Small print of any length."""
    for piece in pieces(visible(text)):
        yield {"type": "context", "elements": [plain(piece, limits.TEXT + 1)]}


def _banner(banner: Banner) -> Iterator[Block]:
    text = f"{banner.text}: {banner.about}" if banner.about else banner.text
    text = SIGNS[banner.tone] + text
    if len(text) <= _HEADLINE and "\n" not in text:
        yield header(text)
    else:
        yield from paragraphs(text, bold=True)


def bullets(rows: Sequence[Sequence[Block]]) -> Block:
    """A list with a point before each row."""
    return {"type": "rich_text_list", "style": "bullet", "elements": [section(*r) for r in rows]}


def lines(rows: Sequence[Sequence[Block]]) -> Block:
    """A list whose rows bring their own signs, and need no point before them."""
    ends = [words("\n")] * (len(rows) - 1) + [None]
    return section(*(e for row, end in zip(rows, ends, strict=True) for e in (*row, end) if e))


def _lists(
    heading: str,
    rows: Sequence[Sequence[Block]],
    made: Callable[[Sequence[Sequence[Block]]], Block] = bullets,
) -> Iterator[Block]:
    """Rows as lists that each stay well below what a message takes."""
    chunk: list[Sequence[Block]] = []
    head = short(heading, limits.TEXT)
    room, first = limits.TEXT, [section(words(head, bold=True))] if head else []
    for row in rows:
        size = sum(len(element.get("text") or element["fallback"]) for element in row)
        if chunk and size > room:
            yield rich(*first, made(chunk))
            chunk, room, first = [], limits.TEXT, []
        chunk.append(row)
        room -= size
    if chunk:
        yield rich(*first, made(chunk))
    elif first:
        yield rich(*first)


def _item(item: Item) -> list[Block]:
    return [words(short(ITEM_SIGNS[item.tone] + item.text, limits.TEXT) or "–")]


def _date(moment: Moment) -> Block:
    """A moment, which Slack shows by the reader's own clock."""
    return {
        "type": "date",
        "timestamp": int(moment.at.timestamp()),
        "format": "{date_long} {time}",
        "fallback": short(moment.text, limits.HEADER) or "–",
    }


def _row(columns: Sequence[str], row: Sequence[str]) -> list[Block]:
    """The first cell in bold, the others behind their column's name where that helps.

    An entry's short name (c1, p2) comes last: people look for the title.
    """
    named = len(columns) > 2
    last = []
    if len(row) > 1 and row[1] and _SHORT_NAME.fullmatch(row[0]):
        last, columns, row = [words(f" ({row[0]})")], columns[1:], row[1:]
    cells = [(c, v) for c, v in zip(columns[1:], row[1:], strict=True) if v]
    rest = [f"{c}: {v}" if named else v for c, v in cells]
    found = [words(short(row[0], limits.TEXT // 2) or "–", bold=True)]
    if rest:
        found.append(words(short(" · " + " · ".join(rest), limits.TEXT // 2)))
    return found + last


def _copyable(part: Copyable) -> Iterator[Block]:
    if part.filename:
        yield from fine(part.filename)
    for piece in pieces(visible(part.text)):
        yield rich({"type": "rich_text_preformatted", "elements": [words(piece)]})


def blocks(part: Part) -> Iterator[Block]:
    """The blocks of one part."""
    match part:
        case Banner():
            yield from _banner(part)
        case Text(text):
            yield from _led(text)
        case Fine(text):
            yield from fine(text)
        case Bullets(heading, items):
            signed = all(ITEM_SIGNS[i.tone] for i in items)
            yield from _lists(heading, [_item(i) for i in items], lines if signed else bullets)
        case Moments(heading, moments):
            yield from _lists(heading, [[_date(m)] for m in moments], bullets)
        case Table(columns, rows):
            yield from _lists("", [_row(columns, row) for row in rows])
        case Copyable():
            yield from _copyable(part)

"""A reply as Discord shows it: pure functions, every limit kept."""

from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import Struct

from adapters.discord import buttons
from adapters.discord.buttons import Held
from adapters.discord.limits import (
    BUTTONS_IN_ROW,
    LABEL,
    OPTION_LABEL,
    OPTIONS,
    PLACEHOLDER,
    TEXT,
    cut,
    size,
)
from adapters.discord.text import block, escaped, one_line, visible
from bot.advice.words import N_, Words
from bot.reply import (
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
    plain,
)

Json = dict[str, Any]
ROW, BUTTON, SELECT, DISPLAY, FILE, CONTAINER = 1, 2, 3, 10, 13, 17
PRIMARY, SECONDARY, SUCCESS = 1, 2, 3
MOST_DISPLAYS = 12
MOST_BUTTONS = 15
LONG_LABEL = 24  # characters of a button that needs a line of its own on a phone
LONGEST_BLOCK = 1_500
FOR_MACHINES = (".json", ".csv", ".ics")
LONGEST_ROW = 90  # characters of a table's row that is still read at a glance
SPARE = 200  # kept free for the note that the rest is in a file
NAMED_FROM = 2  # the column from which a table's cells are shown with their column's name

COLOURS = {
    Tone.GOOD: 0x2E9E5B,
    Tone.CONDITION: 0x3B82C4,
    Tone.WAIT: 0xD9A21B,
    Tone.BAD: 0xC8453B,
    Tone.ASK: 0x8B5FBF,
    Tone.PLAIN: 0x6B7280,
}
HEADS = {
    Tone.GOOD: "✅ ",
    Tone.CONDITION: "☑️ ",
    Tone.WAIT: "⏳ ",
    Tone.BAD: "⛔ ",
    Tone.ASK: "❓ ",
    Tone.PLAIN: "",
}
SIGNS = {
    Tone.GOOD: "🟢",
    Tone.CONDITION: "🔵",
    Tone.WAIT: "🟡",
    Tone.BAD: "🔴",
    Tone.ASK: "🟣",
    Tone.PLAIN: "▫️",
}


class File(Struct, frozen=True):
    """Something to take along."""

    name: str
    text: str


class Message(Struct, frozen=True):
    """What is sent: components, and the files they name."""

    components: list[Json]
    files: tuple[File, ...] = ()


def message(
    reply: Reply, held: Sequence[Held], owner: str, words: Words, *, of_others: bool = False
) -> Message:
    """The whole reply: one coloured container, then what one can press."""
    files = _files(reply)
    texts, complete = _fitted([t for part in reply.parts if (t := _part(part, words))])
    if not complete:
        files.append(File("badgewise.txt", visible(plain(reply))))
        texts.append(_fine(words(N_("That is not all: the whole answer is in the file."))))
    tone = next((p.tone for p in reply.parts if isinstance(p, Banner)), Tone.PLAIN)
    if not (texts or files):
        texts.append(_label(escaped(reply.title), LABEL))
    inside: list[Json] = [{"type": DISPLAY, "content": text} for text in texts]
    inside += [{"type": FILE, "file": {"url": f"attachment://{file.name}"}} for file in files]
    box: Json = {"type": CONTAINER, "accent_color": COLOURS[tone], "components": inside}
    rows = _rows(held, owner, words, of_others=of_others)
    return Message([box, *rows], tuple(files))


def _files(reply: Reply) -> list[File]:
    """What is taken along, each under a name of its own."""
    parts = [part for part in reply.parts if isinstance(part, Copyable) and _as_file(part)]
    return [
        File(part.filename or f"badgewise-copy-{number}.txt", part.text)
        for number, part in enumerate(parts, 1)
    ]


def _as_file(part: Copyable) -> bool:
    """What machines read is a file; what is long, or would break out of its block, too."""
    for_machines = part.filename.endswith(FOR_MACHINES)
    return for_machines or len(part.text) > LONGEST_BLOCK or block(part.text) is None


def _fine(text: str) -> str:
    return "\n".join(f"-# {escaped(line)}" for line in text.split("\n") if line.strip())


def _text(text: str, words: Words) -> str:
    """A paragraph; the one that says what to do begins in bold."""
    lead = words(N_("Next step: {step}"), step="").strip()
    shown = escaped(text).strip()
    start = escaped(lead)
    return f"**{start}**{shown.removeprefix(start)}" if shown.startswith(start) else shown


def _part(part: Part, words: Words) -> str:
    """One part as markdown; empty when there is nothing to show."""
    match part:
        case Banner(text, tone, about):
            head = f"### {HEADS[tone]}{escaped(one_line(text))}" if text.strip() else ""
            return f"{head}\n**{escaped(one_line(about))}**" if about.strip() else head
        case Text(text):
            return _text(text, words)
        case Fine(text):
            return _fine(text)
        case Copyable(text):
            return "" if _as_file(part) else block(text) or ""
        case Bullets(heading, items):
            return _bullets(heading, items)
        case Moments():
            return _moments(part)
        case Table(columns, rows):
            long = any(_is_long(row) for row in rows)
            return ("\n\n" if long else "\n").join(_row(columns, row, long=long) for row in rows)


def _bullets(heading: str, items: Iterable[Item]) -> str:
    lines = [f"**{escaped(one_line(heading))}**"] if heading.strip() else []
    return "\n".join([*lines, *map(_item, items)])


def _item(item: Item) -> str:
    """A sign and what it says; reasons and sources follow in small print."""
    text, lead = one_line(item.text), one_line(item.lead)
    if not (lead and text.startswith(lead) and text != lead):
        return f"{SIGNS[item.tone]} {escaped(text)}"
    return f"{SIGNS[item.tone]} {escaped(lead)}\n{_fine(text.removeprefix(lead).strip())}"


def _moments(part: Moments) -> str:
    """Timestamps, which Discord shows by the reader's own clock."""
    lines = [f"**{escaped(one_line(part.heading))}**"] if part.heading.strip() else []
    lines += [
        f"{SIGNS[Tone.PLAIN]} <t:{int(m.at.timestamp())}:F> (<t:{int(m.at.timestamp())}:R>)"
        for m in part.moments
    ]
    return "\n".join(lines)


def _is_long(row: Sequence[str]) -> bool:
    return sum(map(bool, row[1:])) > 1 and sum(map(len, row)) > LONGEST_ROW


def _row(columns: Sequence[str], row: Sequence[str], *, long: bool) -> str:
    """A row as a phone can show it: its first cell stands out; if one is long, all take lines."""
    first, *rest = (one_line(cell) for cell in row)
    cells = [
        f"{escaped(one_line(columns[i]))}: {escaped(cell)}" if i >= NAMED_FROM else escaped(cell)
        for i, cell in enumerate(rest, 1)
        if cell
    ]
    head = f"**{escaped(first)}**" if first else "▫️"
    return "\n".join([head, *cells]) if long else f"{head} {' · '.join(cells)}".strip()


def _fitted(texts: Sequence[str]) -> tuple[list[str], bool]:
    """As many texts, and of the last one as many lines, as fit; and whether that was all."""
    found: list[str] = []
    left, whole = TEXT - SPARE, True
    for text in texts:
        taken, whole = _lines_that_fit(text, left)
        if taken:
            found.append(taken)
            left -= size(taken) + 1
        if not whole:
            break
    head, rest = found[: MOST_DISPLAYS - 1], found[MOST_DISPLAYS - 1 :]
    return [*head, *(["\n".join(rest)] if rest else [])], whole


def _lines_that_fit(text: str, room: int) -> tuple[str, bool]:
    if size(text) <= room:
        return text, True
    if text.startswith("```"):
        return "", False
    kept: list[str] = []
    for line in text.split("\n"):
        room -= size(line) + 1
        if room < 0:
            break
        kept.append(line)
    return "\n".join(kept), False


def _rows(held: Sequence[Held], owner: str, words: Words, *, of_others: bool) -> list[Json]:
    rows = []
    for choice, most in ((True, BUTTONS_IN_ROW), (False, MOST_BUTTONS)):
        group = [(n, h) for n, h in enumerate(held) if h.action.choice is choice]
        if len(group) > most:
            menu = _menu([h for _, h in group], owner, words, of_others=of_others)
            rows.append({"type": ROW, "components": [menu]})
            continue
        if not choice:  # long ones last: then a phone shows the others side by side
            group.sort(key=lambda pair: size(pair[1].action.label) > LONG_LABEL)
        made = [_button(n, h, owner, of_others=of_others) for n, h in group]
        rows += [
            {"type": ROW, "components": made[at : at + BUTTONS_IN_ROW]}
            for at in range(0, len(made), BUTTONS_IN_ROW)
        ]
    return rows


def _label(text: str, most: int) -> str:
    return cut(one_line(text), most) or "…"


def _button(number: int, held: Held, owner: str, *, of_others: bool) -> Json:
    action = held.action
    style = SUCCESS if action.public else PRIMARY if action.choice else SECONDARY
    return {
        "type": BUTTON,
        "style": style,
        "label": _label(action.label, LABEL),
        "custom_id": buttons.custom_id(number, held, owner, of_others=of_others),
    }


def _menu(held: Sequence[Held], owner: str, words: Words, *, of_others: bool) -> Json:
    options = [
        {
            "label": _label(h.action.label, OPTION_LABEL),
            "value": buttons.select_value(number, h),
        }
        for number, h in enumerate(held[:OPTIONS])
    ]
    return {
        "type": SELECT,
        "custom_id": buttons.select_id(held[0], owner, of_others=of_others),
        "placeholder": cut(words(N_("Choose one")), PLACEHOLDER),
        "options": options,
    }

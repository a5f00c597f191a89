"""Reads command lines such as ``/goal set role:"data analyst" situation:switching``."""

import re

from msgspec import Struct

from bot.advice.reading.slips import within
from bot.advice.reading.text import visible
from bot.advice.words import N_, Words
from bot.commands.command import SHORT, Command, Refused
from bot.commands.table import COMMANDS, free_text

_NAMED = re.compile(r"(?<!\S)([a-z][a-z_]*):(?!//)")
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"'})
_MAX_SLIPS = 2


class Line(Struct, frozen=True):
    """A line as a command and the raw values of its options."""

    command: Command
    values: dict[str, str]


def parse(text: str, words: Words) -> Line:
    """The command that a line names. Raises Refused with one sentence; nothing else."""
    text = visible(text).translate(_QUOTES)
    if not text.startswith("/"):
        return Line(free_text(), {free_text().fields[0].name: text})
    name, rest = _command_name(text[1:].strip())
    if name is None:
        raise Refused(_unknown(text, words))
    command = COMMANDS[name]
    return Line(command, _values(command, rest, words))


def _command_name(text: str) -> tuple[str | None, str]:
    parts = text.split(None, 2)
    for length in (2, 1):
        name = " ".join(parts[:length]).lower()
        if len(parts) >= length and name in COMMANDS:
            return name, " ".join(parts[length:]) if length < len(parts) else ""
    return None, ""


def _unknown(text: str, words: Words) -> str:
    parts = text[1:].lower().split()
    typed = " ".join(parts[:2])[:40]
    group = sorted(n for n in COMMANDS if parts and n.startswith(f"{parts[0]} "))
    if group:
        shown = words.listed((f"/{n}" for n in group), "or")
        return words(N_("Say which one you mean: {commands}."), commands=shown)
    for name, command in COMMANDS.items():
        tried = [t for t in (typed, *parts[:1]) if len(t) > _MAX_SLIPS]
        near = any(within(t, name, _MAX_SLIPS) is not None for t in tried)
        if near and not command.hidden:
            return words(
                N_("I do not know “/{typed}”. Did you mean /{name}?"), typed=typed, name=name
            )
    return words(N_("I do not know “/{typed}”. Type /help to see every command."), typed=typed)


def _values(command: Command, text: str, words: Words) -> dict[str, str]:
    names = {f.name: f for f in command.fields}
    rest = next((f.name for f in command.fields if f.rest), None)
    values: dict[str, str] = {}
    if rest:
        mark = re.search(rf"(?<!\S){rest}:", _blanked(text))
        if mark:
            text, values[rest] = text[: mark.start()], text[mark.end() :].strip()
    marks = [m for m in _NAMED.finditer(_blanked(text)) if _is_option(m.group(1), command, words)]
    loose = [text[: marks[0].start()] if marks else text]
    ends = [*(m.start() for m in marks[1:]), len(text)]
    for mark, end in zip(marks, ends, strict=False):
        raw = text[mark.end() : end]
        value, left = _unquoted(raw)
        if left and names[mark.group(1)] is not command.first:
            loose.append(left)
        elif left:
            value = f"{value} {left}"
        values[mark.group(1)] = value
    free = " ".join(_unquoted(part, whole=True)[0] for part in loose if part.strip())
    if free and command.first is None:
        raise Refused(words(N_("/{name} takes nothing more; send it alone."), name=command.name))
    if free and command.first:
        given = values.get(command.first.name)
        values[command.first.name] = f"{given} {free}" if given else free
    return values


def _blanked(text: str) -> str:
    """The text with quoted stretches blanked out, so that colons in them are no options."""
    return re.sub(r'"[^"]*"', lambda m: '"' * len(m.group()), text)


def _is_option(name: str, command: Command, words: Words) -> bool:
    names = [f.name for f in command.fields]
    if name in names:
        return True
    long = command.first is not None and (command.first.max_length or 0) > SHORT
    if long and len(names) == 1:  # a colon in a pasted ad is a colon
        return False
    near = next(
        (n for n in names if within(name, n, _MAX_SLIPS) is not None and len(n) > _MAX_SLIPS), None
    )
    if near:
        raise Refused(
            words(
                N_("/{name} has no option “{typed}”. Did you mean {near}:?"),
                name=command.name,
                typed=name,
                near=near,
            )
        )
    if long:
        return False
    shown = words.listed(f"{n}:" for n in names)
    raise Refused(
        words(
            N_("/{name} has no option “{typed}”; it takes {options}."),
            name=command.name,
            typed=name,
            options=shown,
        )
        if names
        else words(N_("/{name} takes no options."), name=command.name)
    )


def _unquoted(raw: str, *, whole: bool = False) -> tuple[str, str]:
    """A value without its quotes, and what stands after the closing one."""
    raw = raw.strip()
    if not raw.startswith('"'):
        return raw, ""
    end = raw.find('"', 1)
    if end < 0:
        return raw[1:].strip(), ""
    if whole and end < len(raw) - 1:
        return raw, ""
    return raw[1:end], raw[end + 1 :].strip()

"""Runs a line: checks its options against the command's model, then calls its pure function."""

from collections.abc import Iterator, Mapping

from msgspec import ValidationError, convert

from bot.advice.reading.text import clean, visible
from bot.advice.words import N_, Words
from bot.checking import Matter, Slip, slip
from bot.commands.command import Command, Context, Option, Options, Outcome, Refused
from bot.commands.line import Line

MAX_VALUE = 12_000


def options_of(command: Command, values: Mapping[str, str], words: Words) -> Options:
    """The options as the command's model. Raises Refused with one sentence."""
    try:
        return convert(dict(_told(command, values)), command.options)
    except ValidationError as error:
        wrong = slip(error)
    raise Refused(_sentence(command, wrong, words))


def _told(command: Command, values: Mapping[str, str]) -> Iterator[tuple[str, str | float]]:
    """Names and values; a choice that was left blank is as if it had not been named."""
    named = {option.name: option for option in command.fields}
    for name, raw in values.items():
        option = named.get(name)
        value = _value(option, raw) if option and len(raw) <= MAX_VALUE else raw.strip()
        if value or not (option and option.choices):
            yield name, value


def _value(option: Option, raw: str) -> str | float:
    """What can be seen of a value; a choice may be typed with spaces, hyphens or capitals."""
    raw = visible(raw).strip()
    if option.max_length and len(raw) <= option.max_length < len(clean(raw)):
        return clean(raw)  # letters that stand for whole phrases: too long once they are read
    raw = option.means(raw)
    if option.maximum is not None:
        return _number(raw)
    flat = raw.lower().replace(" ", "_").replace("-", "_")
    return next((c for c in option.choices if c == flat), raw)


def _number(text: str) -> str | float:
    """5, 05, +5 and 5.0 are one number; what is none stays as it is, to be refused."""
    try:
        found = float(text)
    except ValueError:
        return text
    return int(found) if found.is_integer() else found


def _sentence(command: Command, wrong: Slip, words: Words) -> str:
    name = wrong.path[0] if wrong.path else ""
    field = next((f for f in command.fields if f.name == name), None)
    if wrong.matter in (Matter.MISSING, Matter.SHORT):
        example = command.example or f"/{command.name} {name}:…"
        return words(
            N_("/{command} needs {option}; for example: {example}"),
            command=command.name,
            option=name,
            example=example,
        )
    if field and wrong.matter is Matter.LONG:
        return words(
            N_("{option} is too long: at most {most} characters."),
            option=name,
            most=field.max_length,
        )
    if field and field.choices:
        shown = words.listed(field.choices, "or")
        return words(N_("{option} must be {choices}."), option=name, choices=shown)
    if field and field.maximum is not None:
        return words(
            N_("{option} must be a number from {least} to {most}."),
            option=name,
            least=f"{field.minimum:g}",
            most=f"{field.maximum:g}",
        )
    return words(
        N_("I cannot use {option} as it is; see /help {command}."),
        option=name or "that",
        command=command.name,
    )


def run_line(context: Context, line: Line) -> Outcome:
    """The outcome of a line. Raises Refused with one sentence."""
    return line.command.run(context, options_of(line.command, line.values, context.words))

"""Runs a line: checks its options against the command's model, then calls its pure function."""

from enum import Enum

from pydantic import ValidationError

from bot.advice.reading.text import clean, visible
from bot.advice.words import N_, Words
from bot.commands.command import Command, Context, Options, Outcome, Refused
from bot.commands.line import Line

MAX_VALUE = 12_000


def options_of(command: Command, values: dict[str, str], words: Words) -> Options:
    """The options as the command's model. Raises Refused with one sentence."""
    try:
        return command.options.model_validate({k: _value(k, v, command) for k, v in values.items()})
    except ValidationError as error:
        raise Refused(_sentence(command, error, words)) from None


def _value(name: str, raw: str, command: Command) -> str | None:
    """What can be seen of a value; a choice may be typed with spaces, hyphens or capitals."""
    field = next((f for f in command.fields if f.name == name), None)
    if field is None or len(raw) > MAX_VALUE:
        return raw  # refused by the model
    raw = visible(raw)
    if field.max_length and len(raw) <= field.max_length < len(clean(raw)):
        return clean(raw)  # letters that stand for whole phrases: too long once they are read
    info, choices = command.options.model_fields[name], field.choices
    if not choices:
        return raw
    if not raw.strip():
        default = info.default
        return str(default.value) if isinstance(default, Enum) else None
    flat = raw.strip().lower().replace(" ", "_").replace("-", "_")
    return next((c for c in choices if c == flat), raw)


def _sentence(command: Command, error: ValidationError, words: Words) -> str:
    first = error.errors(include_input=False, include_url=False, include_context=True)[0]
    name = str(first["loc"][0]) if first["loc"] else ""
    field = next((f for f in command.fields if f.name == name), None)
    kind, limits = first["type"], first.get("ctx", {})
    if kind in ("missing", "string_too_short"):
        example = command.example or f"/{command.name} {name}:…"
        return words(
            N_("/{command} needs {option}; for example: {example}"),
            command=command.name,
            option=name,
            example=example,
        )
    if kind == "string_too_long":
        return words(
            N_("{option} is too long: at most {most} characters."),
            option=name,
            most=limits.get("max_length"),
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

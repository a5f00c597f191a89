"""Commands as forms: the one table of commands makes the modal, a sent modal makes the values."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from adapters.slack import limits
from adapters.slack.blocks import Block, fine, plain
from adapters.slack.messages import View
from adapters.slack.spoken import spoken
from bot.advice.learner import Learner
from bot.advice.library import Library
from bot.advice.words import N_, Words
from bot.commands.command import Command, Completes, Option
from bot.commands.completion import Completer
from bot.commands.table import COMMANDS, free_text

FORM = "form:"
FIELD = "value"
_LONG = 400  # options longer than this get room for several lines
_OWN = (
    Completes.OWN_CREDENTIAL,
    Completes.OWN_PROJECT,
    Completes.OWN_EXPERIENCE,
    Completes.OWN_EDUCATION,
)


def wanted(command: Command, values: Mapping[str, str]) -> bool:
    """Whether a command came without the words that it needs."""
    if any(v.strip() for v in values.values()):
        return False
    return command is free_text() or any(o.required for o in command.fields)


def of_view(view: Mapping[str, Any]) -> Command | None:
    """The command that a sent form belongs to."""
    return COMMANDS.get(str(view.get("callback_id") or "").removeprefix(FORM))


def at_fault(command: Command, sentence: str) -> str:
    """The field that a refusal speaks of; the first one where it names none."""
    names = [o.name for o in command.fields if not o.hidden]
    told = set(re.findall(r"\w+", sentence))
    return next((name for name in names if name in told), names[0])


def values(view: Mapping[str, Any]) -> dict[str, str]:
    """What was filled in, by option."""
    found: dict[str, str] = {}
    for name, fields in (view.get("state") or {}).get("values", {}).items():
        field = fields.get(FIELD) or {}
        chosen = (field.get("selected_option") or {}).get("value")
        value = chosen if chosen is not None else field.get("value")
        if value is not None and str(value).strip():
            found[name] = str(value)
    return found


def form(
    command: Command,
    given: Mapping[str, str],
    learner: Learner,
    library: Library,
    say: Words,
    *,
    place: str = "",
) -> View:
    """The modal that asks for a command's options."""
    names = Completer(library)
    fields = [
        field
        for option in command.fields
        if not option.hidden
        for field in _field(option, given.get(option.name, ""), learner, names, say)
    ]
    example = command.example and say(N_("Or type: {example}"), example=spoken(command.example))
    return {
        "type": "modal",
        "callback_id": f"{FORM}{command.name}",
        "title": plain(command.name.capitalize(), limits.VIEW_TITLE),
        "submit": plain(say(N_("Send")), limits.VIEW_TITLE),
        "close": plain(say(N_("Cancel")), limits.VIEW_TITLE),
        "private_metadata": place,
        "blocks": [*fine(say(command.help)), *fields, *fine(example)],
    }


def _field(
    option: Option, given: str, learner: Learner, names: Completer, say: Words
) -> Iterator[Block]:
    label = say(option.name.replace("_", " ").capitalize())
    yield {
        "type": "input",
        "block_id": option.name,
        "optional": not option.required,
        "label": plain(label, limits.LABEL),
        "element": _element(option, given, learner, names, say),
    }


def _element(option: Option, given: str, learner: Learner, names: Completer, say: Words) -> Block:
    about = {"placeholder": plain(say(option.description), limits.PLACEHOLDER)}
    if option.choices:
        pairs: Sequence[tuple[str, str]] = [
            (c.replace("_", " ").capitalize(), c) for c in option.choices
        ]
        return _menu(pairs, given) | about
    if option.completes in _OWN:
        pairs = names.complete(option.completes, "", learner)
        if pairs:
            return _menu(pairs, given) | about
    return _text(option, given) | about


def _menu(pairs: Sequence[tuple[str, str]], given: str) -> Block:
    options = {
        value: {"text": plain(text, limits.OPTION), "value": value}
        for text, value in pairs[: limits.OPTIONS]
    }
    found: Block = {
        "type": "static_select",
        "action_id": FIELD,
        "options": list(options.values()),
    }
    return found | ({"initial_option": options[given]} if given in options else {})


def _text(option: Option, given: str) -> Block:
    most = min(option.max_length or limits.INPUT, limits.INPUT)
    found: Block = {"type": "plain_text_input", "action_id": FIELD}
    if option.minimum is not None:
        found |= {"type": "number_input", "is_decimal_allowed": True}
        found |= {"min_value": f"{option.minimum:g}", "max_value": f"{option.maximum:g}"}
    else:
        found |= {"multiline": most > _LONG, "max_length": most}
    return found | ({"initial_value": given[:most]} if given else {})

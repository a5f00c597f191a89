"""Discord's limits that its OpenAPI does not express."""

import re
from collections.abc import Iterator
from typing import Any

V2, EPHEMERAL = 1 << 15, 1 << 6
COMMAND_NAME = re.compile(r"[-_'\w]{1,32}")


def every(components: Any) -> Iterator[dict[str, Any]]:
    """Every component, nested ones too."""
    for component in components or []:
        yield component
        yield from every(component.get("components"))
        for key in ("component", "accessory"):
            if key in component:
                yield from every([component[key]])


def message_problems(data: dict[str, Any], *, edit: bool = False) -> Iterator[str]:
    """What Discord would refuse in a message's body."""
    flags, parts = data.get("flags", 0), list(every(data.get("components")))
    allowed = V2 if edit else V2 | EPHEMERAL
    if flags & ~allowed:
        yield f"flags {flags} are not allowed here"
    if not flags & V2 or data.get("content") or data.get("embeds"):
        yield "components of the second version stand alone"
    if not parts:
        yield "an empty message"
    if data.get("allowed_mentions", {}).get("parse") != []:
        yield "mentions are not switched off"
    yield from _components(parts, len({f["filename"] for f in data.get("attachments", ())}))
    named = {p["file"]["url"] for p in parts if p["type"] == 13}
    sent = {f"attachment://{f['filename']}" for f in data.get("attachments", ())}
    if named != sent:
        yield f"files {named} are named, {sent} are sent"


def _components(parts: list[dict[str, Any]], files: int) -> Iterator[str]:
    if len(parts) > 40:
        yield f"{len(parts)} components"
    texts = [p["content"] for p in parts if p["type"] == 10]
    if sum(len(t.encode("utf-16-le")) // 2 for t in texts) > 4_000:
        yield "more than 4,000 characters"
    if any(not t.strip() for t in texts):
        yield "a text without anything in it"
    ids = [p["custom_id"] for p in parts if "custom_id" in p]
    if len(set(ids)) < len(ids):
        yield "a custom id twice"
    if any(len(i.encode("utf-16-le")) // 2 > 100 for i in ids):
        yield "a custom id of more than 100 characters"
    for part in parts:
        if part["type"] == 1 and not 1 <= len(part["components"]) <= 5:
            yield "a row without or with more than five buttons"
        if part["type"] == 2 and not part.get("label", "").strip():
            yield "a button without a label"
        if part["type"] == 3:
            yield from _menu(part)


def _menu(part: dict[str, Any]) -> Iterator[str]:
    values = [o["value"] for o in part["options"]]
    if len(set(values)) < len(values):
        yield "a choice twice"
    if any(not 1 <= len(v.encode("utf-16-le")) // 2 <= 100 for v in values):
        yield "a choice's value of more than 100 characters"


def choice_problems(choices: list[dict[str, Any]]) -> Iterator[str]:
    """What Discord would refuse in completions."""
    if len(choices) > 25:
        yield "more than 25 choices"
    for choice in choices:
        if not (1 <= len(choice["name"]) <= 100 and 1 <= len(choice["value"]) <= 100):
            yield f"a choice that is too long or empty: {choice}"


def command_problems(commands: list[dict[str, Any]]) -> Iterator[str]:
    """What Discord would refuse in a list of commands."""
    names = [(c["type"], c["name"]) for c in commands]
    if len(set(names)) < len(names):
        yield "a command twice"
    for command in commands:
        if command["type"] == 1:
            yield from _option_problems(command)
    if sum(_length(c) for c in commands if c["type"] == 1) > 100 * 8_000:
        yield "more than 8,000 characters"


def _length(command: dict[str, Any]) -> int:
    return len(command["name"]) + len(command["description"])


def _option_problems(command: dict[str, Any]) -> Iterator[str]:
    options = command.get("options", [])
    names = [o["name"] for o in options]
    for name in (command["name"], *names):
        if not COMMAND_NAME.fullmatch(name) or name != name.lower():
            yield f"{name} is no name"
    if len(set(names)) < len(names):
        yield f"an option of {command['name']} twice"
    required = [bool(o.get("required")) for o in options]
    if required != sorted(required, reverse=True):
        yield f"{command['name']}: required options come first"
    if _whole_length(command) > 8_000:
        yield f"{command['name']} has more than 8,000 characters"
    for option in options:
        if option.get("autocomplete") and option.get("choices"):
            yield f"{option['name']} has both choices and completion"
        if option["type"] == 1:
            yield from _option_problems(option)


def _whole_length(command: dict[str, Any]) -> int:
    inner = sum(_whole_length(o) for o in command.get("options", []))
    choices = sum(len(c["name"]) + len(str(c["value"])) for c in command.get("choices", []))
    return len(command["name"]) + len(command["description"]) + inner + choices

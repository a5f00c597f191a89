"""Whether what goes out is something that Slack takes: its schema, and its written limits."""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

JSON = dict[str, Any]
SCHEMA = Path(__file__).parents[3] / "shared" / "spec" / "blockkit.schema.json"


@cache
def definitions() -> JSON:
    """The schema's definitions."""
    found: JSON = json.loads(SCHEMA.read_text())["definitions"]
    return found


def problems(value: Any, schema: JSON, at: str = "$") -> list[str]:
    """What is wrong with a value, by the part of JSON Schema that the file uses."""
    if "$ref" in schema:
        return problems(value, definitions()[schema["$ref"].split("/")[-1]], at)
    if "anyOf" in schema:
        tried = [problems(value, option, at) for option in schema["anyOf"]]
        return min(tried, key=len) if all(tried) else []
    if "const" in schema and value != schema["const"]:
        return [f"{at}: {value!r} is not {schema['const']!r}"]
    if "enum" in schema and value not in schema["enum"]:
        return [f"{at}: {value!r} is none of {schema['enum']}"]
    return _typed(value, schema, at)


_KINDS = {"string": str, "boolean": bool, "array": list, "object": dict, "number": (int, float)}


def _typed(value: Any, schema: JSON, at: str) -> list[str]:
    kind = schema.get("type")
    if isinstance(kind, str) and not isinstance(value, _KINDS.get(kind, object)):
        return [f"{at}: {type(value).__name__} is no {kind}"]
    if isinstance(value, list) and "items" in schema:
        return [p for n, v in enumerate(value) for p in problems(v, schema["items"], f"{at}[{n}]")]
    if not isinstance(value, dict) or "properties" not in schema:
        return []
    known = schema["properties"]
    found = [f"{at}: {name} is missing" for name in schema.get("required", ()) if name not in value]
    if schema.get("additionalProperties") is False:
        found += [f"{at}: {name} is unknown" for name in value if name not in known]
    for name, inner in value.items():
        if name in known:
            found += problems(inner, known[name], f"{at}.{name}")
    return found


def limits(value: Any, at: str = "$") -> list[str]:
    """What is over a written limit."""
    if isinstance(value, list):
        return [p for n, v in enumerate(value) for p in limits(v, f"{at}[{n}]")]
    if not isinstance(value, dict):
        return []
    found = [p for name, v in value.items() for p in limits(v, f"{at}.{name}")]
    check = _CHECKS.get(str(value.get("type")))
    wrong = (check(value) if check else []) + _options(value)
    return found + [f"{at}: {what}" for what in wrong]


def _text(value: JSON) -> list[str]:
    return [] if 0 < len(value["text"]) <= 3000 else [f"a text of {len(value['text'])}"]


def _header(value: JSON) -> list[str]:
    return ["a headline too long"] if len(value["text"]["text"]) > 150 else []


def _button(value: JSON) -> list[str]:
    sizes = (len(value["text"]["text"]), len(value["value"]), len(value["action_id"]))
    return [f"a button of {sizes}"] if sizes[0] > 75 or sizes[1] > 2000 or sizes[2] > 255 else []


def _actions(value: JSON) -> list[str]:
    ids = [e["action_id"] for e in value["elements"]]
    return [] if 0 < len(ids) <= 25 and len(set(ids)) == len(ids) else [f"actions {ids}"]


def _context(value: JSON) -> list[str]:
    return [] if 0 < len(value["elements"]) <= 10 else ["too many elements"]


def _input(value: JSON) -> list[str]:
    return [] if 1 <= value.get("max_length", 1) <= 3000 else ["an input too long"]


def _view(value: JSON) -> list[str]:
    found = [n for n in ("title", "submit", "close") if len(value.get(n, {}).get("text", "")) > 24]
    if not 0 < len(value["blocks"]) <= 100 or len(value.get("private_metadata", "")) > 3000:
        found.append(f"{len(value['blocks'])} blocks")
    if any(b["type"] == "input" for b in value["blocks"]) and "submit" not in value:
        found.append("a form that cannot be sent")
    return found


def _options(value: JSON) -> list[str]:
    options = value.get("options")
    if options is None:
        return []
    sizes = [(len(o["text"]["text"]), len(o["value"])) for o in options]
    fine = all(0 < text <= 75 and 0 < sent <= 150 for text, sent in sizes)
    return [] if fine and 0 < len(options) <= 100 else [f"options of {sizes}"]


_CHECKS: dict[str, Callable[[JSON], list[str]]] = {
    "plain_text": _text,
    "mrkdwn": _text,
    "text": lambda value: [] if value["text"] else ["an empty stretch"],
    "header": _header,
    "button": _button,
    "actions": _actions,
    "context": _context,
    "plain_text_input": _input,
    "modal": _view,
    "home": _view,
}


def live(value: Any) -> list[str]:
    """Elements that Slack would bring to life: marks, mentions, links, emoji by name."""
    if isinstance(value, list):
        return [p for v in value for p in live(v)]
    if not isinstance(value, dict):
        return []
    found = [p for v in value.values() for p in live(v)]
    if value.get("type") in (
        "mrkdwn",
        "link",
        "user",
        "usergroup",
        "channel",
        "broadcast",
        "emoji",
    ):
        found.append(f"a live {value['type']}")
    if value.get("type") == "plain_text" and value.get("emoji") is not False:
        found.append("emoji by name")
    return found


def message(value: JSON) -> list[str]:
    """What is wrong with a message."""
    blocks = value.get("blocks", [])
    found = limits(blocks) + live(blocks)
    if len(blocks) > 50:
        found.append(f"{len(blocks)} blocks")
    if len(json.dumps(blocks, ensure_ascii=False)) > 13_000:
        found.append("blocks too long")
    if not 0 < len(value.get("text", "")) <= 4_000 or "<" in value["text"]:
        found.append("its text")
    if SCHEMA.exists():
        found += problems(blocks, {"type": "array", "items": {"$ref": "#/definitions/AnyBlock"}})
    return found


def view(value: JSON) -> list[str]:
    """What is wrong with a modal or a Home tab."""
    found = limits(value) + live(value)
    if SCHEMA.exists():
        name = "HomeView" if value["type"] == "home" else "ModalView"
        found += problems(value, {"$ref": f"#/definitions/{name}"})
    return found

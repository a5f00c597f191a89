"""Checks bodies against Discord's published OpenAPI, every object closed: a misspelt key fails."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

SPEC = Path(__file__).parents[3] / "shared" / "spec" / "discord-openapi.json"
MISSING = "Discord's published OpenAPI is not beside this checkout"
_KINDS: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list, tuple),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}


@cache
def spec() -> dict[str, Any]:
    """The whole specification."""
    return json.loads(SPEC.read_text(encoding="utf-8"))


def body_schema(method: str, path: str) -> dict[str, Any]:
    """What a request's JSON body must be; ``path`` is a template of the specification."""
    found = spec()["paths"][path][method.lower()]["requestBody"]
    return found["content"]["application/json"]["schema"]


def template(path: str, method: str) -> str | None:
    """The template that a path is made from, the one with the fewest gaps first."""
    found = [
        t
        for t, ways in spec()["paths"].items()
        if method.lower() in ways and re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", t), path)
    ]
    return min(found, key=lambda t: t.count("{"), default=None)


def problems(value: Any, schema: dict[str, Any], where: str = "body") -> Iterator[str]:
    """Everything that is wrong with a value."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        yield from problems(value, spec()["components"]["schemas"][name], where)
        return
    union = schema.get("oneOf") or schema.get("anyOf")
    if union:
        yield from _union(value, union, where)
    if "const" in schema and value != schema["const"]:
        yield f"{where} is not {schema['const']!r}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{where} is none of {schema['enum']}"
    kinds = schema.get("type")
    if kinds and not _is(value, kinds if isinstance(kinds, list) else [kinds]):
        yield f"{where} is no {kinds}"
    elif isinstance(value, dict):
        yield from _object(value, schema, where)
    elif isinstance(value, list):
        yield from _array(value, schema, where)
    elif value is not None:
        yield from _scalar(value, schema, where)


def _is(value: Any, kinds: list[str]) -> bool:
    if isinstance(value, bool):
        return "boolean" in kinds
    return any(isinstance(value, _KINDS[kind]) for kind in kinds)


def _union(value: Any, ways: list[dict[str, Any]], where: str) -> Iterator[str]:
    found = [list(problems(value, way, where)) for way in ways]
    if all(found):
        wrong_kind = (f"{where}.type ", f"{where} is no ")
        fits = [f for f in found if not any(p.startswith(wrong_kind) for p in f)]
        yield from min(fits or found, key=len)


def _object(value: dict[str, Any], schema: dict[str, Any], where: str) -> Iterator[str]:
    known, more = schema.get("properties", {}), schema.get("additionalProperties", False)
    for name in schema.get("required", ()):
        if name not in value:
            yield f"{where}.{name} is missing"
    if len(value) > schema.get("maxProperties", len(value)):
        yield f"{where} has too many keys"
    for name, inner in value.items():
        if name in known:
            yield from problems(inner, known[name], f"{where}.{name}")
        elif isinstance(more, dict):
            yield from problems(inner, more, f"{where}.{name}")
        elif not more and known:
            yield f"{where}.{name} is unknown"


def _array(value: list[Any], schema: dict[str, Any], where: str) -> Iterator[str]:
    if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
        yield f"{where} has {len(value)} items"
    if schema.get("uniqueItems") and len({json.dumps(v) for v in value}) < len(value):
        yield f"{where} repeats an item"
    for number, inner in enumerate(value):
        yield from problems(inner, schema.get("items", {}), f"{where}[{number}]")


def _scalar(value: Any, schema: dict[str, Any], where: str) -> Iterator[str]:
    if isinstance(value, str):
        most = schema.get("maxLength", len(value))
        if not schema.get("minLength", 0) <= len(value) <= most:
            yield f"{where} has {len(value)} characters, not at most {most}"
        if "pattern" in schema and not re.search(schema["pattern"], value):
            yield f"{where} does not match {schema['pattern']}"
        if schema.get("format") == "snowflake" and not re.fullmatch(r"0|[1-9]\d{0,19}", value):
            yield f"{where} is no snowflake"
    elif not isinstance(value, bool) and not (
        schema.get("minimum", value) <= value <= schema.get("maximum", value)
    ):
        yield f"{where} is out of bounds"

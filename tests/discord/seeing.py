"""What a person sees of an answer."""

import re
from typing import Any

from tests.discord.platform import Exchange
from tests.discord.rules import EPHEMERAL, every

Json = dict[str, Any]


def text(exchange: Exchange) -> str:
    """Every text of an answer, as it is written in markdown."""
    found = [c["content"] for c in every(exchange.data["components"]) if c["type"] == 10]
    return "\n".join(found)


def read(exchange: Exchange) -> str:
    """Every text of an answer, as it is read: without the escapes."""
    return re.sub(r"\\([^0-9A-Za-z\s])", r"\1", text(exchange))


def buttons(exchange: Exchange) -> dict[str, str]:
    """Labels and custom ids."""
    found = every(exchange.data["components"])
    return {c["label"]: c["custom_id"] for c in found if c["type"] == 2}


def menu(exchange: Exchange) -> Json | None:
    """The menu of an answer, if it has one."""
    found = every(exchange.data["components"])
    return next((c for c in found if c["type"] == 3), None)


def private(exchange: Exchange) -> bool:
    """Whether only one person sees the answer."""
    assert exchange.first is not None
    flags = exchange.first.get("data", {}).get("flags", 0)
    return bool((flags | (exchange.posts[-1]["flags"] if exchange.posts else 0)) & EPHEMERAL)

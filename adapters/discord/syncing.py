"""Registers the commands, and only when they are not what is registered already."""

from collections.abc import Mapping, Sequence
from typing import Any

import discord
from discord.http import Route

from adapters.discord.manifest import application_commands

NOTHING: tuple[object, ...] = (None, False, [], {}, "", 0)
PATH = "/applications/{application_id}/commands"


def same(wanted: Any, there: Any) -> bool:
    """Whether what is registered says what is wanted, Discord's own additions left aside."""
    if isinstance(wanted, Mapping):
        return isinstance(there, Mapping) and all(
            same(value, there.get(key)) for key, value in wanted.items()
        )
    if isinstance(wanted, Sequence) and not isinstance(wanted, str):
        found = there or []
        return len(found) == len(wanted) and all(map(same, wanted, found))
    if wanted in NOTHING:
        return there in NOTHING
    return bool(str(wanted) == str(there) or wanted == there)


def _key(command: Mapping[str, Any]) -> tuple[int, str]:
    return int(command.get("type") or 1), str(command["name"])


def outdated(wanted: Sequence[Mapping[str, Any]], there: Sequence[Mapping[str, Any]]) -> bool:
    """Whether any command is missing, superfluous or different; their order does not matter."""
    found = {_key(command): command for command in there}
    return found.keys() != {_key(c) for c in wanted} or not all(
        same(command, found[_key(command)]) for command in wanted
    )


async def sync(client: discord.Client) -> bool:
    """Brings Discord up to date; whether that was needed."""
    application, wanted = client.application_id, application_commands()
    query = {"with_localizations": "true"}
    there = await client.http.request(Route("GET", PATH, application_id=application), params=query)
    if not outdated(wanted, there):
        return False
    await client.http.request(Route("PUT", PATH, application_id=application), json=wanted)
    return True

"""The commands as Discord registers them."""

import asyncio
import json

import pytest

from adapters.discord.manifest import MANAGE_GUILD, application_commands, manifest
from adapters.discord.serve import connected
from adapters.discord.syncing import outdated
from bot.commands.service import Service
from bot.commands.table import COMMANDS
from bot.store import Store
from tests.discord import openapi, rules
from tests.discord.conftest import NOW, running, settings_for
from tests.discord.platform import TOKEN, Discord, _registered, until

SLASH = [c for c in application_commands() if c["type"] == 1]


def leaves() -> dict[str, dict]:
    """Every command that can be run, by its whole name."""
    found = {}
    for command in SLASH:
        inner = [o for o in command["options"] if o["type"] == 1]
        for sub in inner:
            found[f"{command['name']} {sub['name']}"] = sub
        if not inner:
            found[command["name"]] = command
    return found


def test_every_command_is_registered() -> None:
    """The whole table, and nothing that is hidden in it, with the message's menu beside it."""
    assert list(leaves()) == [n for n, c in COMMANDS.items() if not c.hidden]
    for name, found in leaves().items():
        shown = [o for o in COMMANDS[name].fields if not o.hidden]
        assert {o["name"] for o in found["options"]} == {o.name for o in shown}
        for option in shown:
            registered = next(o for o in found["options"] if o["name"] == option.name)
            assert registered["description"] == option.description, "told in full"
            assert bool(option.completes) == registered.get("autocomplete", False)
            assert [c["value"] for c in registered.get("choices", [])] == list(option.choices)
    assert [c["name"] for c in application_commands() if c["type"] == 3] == ["Advise on this"]


def test_discord_would_take_them() -> None:
    """Every limit on commands is kept, those of the published OpenAPI too."""
    assert list(rules.command_problems(application_commands())) == []


@pytest.mark.skipif(not openapi.SPEC.exists(), reason=openapi.MISSING)
def test_the_published_openapi_would_take_them() -> None:
    """Discord's own description of its API, with every object closed, has nothing against them."""
    schema = openapi.body_schema("PUT", "/applications/{application_id}/commands")
    assert list(openapi.problems(application_commands(), schema)) == []
    misspelt = [{**application_commands()[0], "descripton": "x"}]
    assert list(openapi.problems(misspelt, schema)) != []


def test_everywhere_but_for_admins() -> None:
    """Commands work in servers, direct messages and groups; an admin's are hidden from members."""
    for command in application_commands():
        admins = command["name"] == "settings"
        assert command["contexts"] == ([0] if admins else [0, 1, 2])
        assert command["integration_types"] == ([0] if admins else [0, 1])
        assert command.get("default_member_permissions") == (MANAGE_GUILD if admins else None)


def test_numbers_have_bounds() -> None:
    """A number can only be one that the command takes."""
    years = next(o for o in leaves()["experience add"]["options"] if o["name"] == "years")
    assert (years["type"], years["min_value"], years["max_value"]) == (10, 0, 70)


async def test_registered_only_when_changed(
    service: Service, store: Store, discord: Discord
) -> None:
    """The first start registers the commands, the next does not, and a changed table does."""
    for expected in (1, 1):
        async with running(service, store, discord) as bot:
            await bot._syncing  # type: ignore[misc]
            assert discord.puts == expected
        discord.connected.clear()
    discord.commands[0]["description"] = "what it was in an older version"
    async with running(service, store, discord) as bot:
        await bot._syncing  # type: ignore[misc]
        assert discord.puts == 2
    assert not outdated(application_commands(), discord.commands)


async def test_registered_after_the_first_session(
    service: Service, store: Store, discord: Discord
) -> None:
    """Nothing is asked about commands before members can be answered."""
    discord.gateway_shut = True
    async with connected(service, store, settings_for(discord), lambda: NOW) as client:
        task = asyncio.create_task(client.start(TOKEN))
        await until(lambda: ("GET", "/gateway/bot") in discord.requests)
        await asyncio.sleep(0.3)
        assert not [path for _, path in discord.requests if path.endswith("/commands")]
        discord.gateway_shut = False
        await until(discord.connected.is_set)
        await client._syncing  # type: ignore[misc]
        assert discord.puts == 1
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


def test_every_change_counts() -> None:
    """Anything that is different in a command makes the registered ones outdated."""
    wanted = application_commands()
    there = [_registered(command, n) for n, command in enumerate(wanted)]
    assert not outdated(wanted, list(reversed(there)))
    assert outdated(wanted, there[1:])
    assert outdated(wanted[1:], there)
    for path in ("description", "contexts", "options"):
        changed = json.loads(json.dumps(there))
        changed[1][path] = {"description": "x", "contexts": [0], "options": []}[path]
        assert outdated(wanted, changed), path
    changed = json.loads(json.dumps(there))
    changed[0]["options"][0]["max_length"] = 1
    assert outdated(wanted, changed)


def test_the_manifest(discord: Discord) -> None:
    """The manifest shows both invite links, with the id from the token, and all commands."""
    shown = manifest(settings_for(discord))
    assert "client_id=YOUR_APPLICATION_ID&scope=applications.commands+bot&permissions=0" in shown
    assert "integration_type=1" in shown
    assert json.loads(shown[shown.index("[") :]) == application_commands()
    named = settings_for(discord, token="OTAwMDAwMDAwMDAwMDAwMDAx.GaBcDe.secret")
    assert "client_id=900000000000000001" in manifest(named)
    assert "secret" not in manifest(named)
    assert TOKEN not in shown

"""Several processes of Discord side by side, each with its own shards."""

import asyncio

import pytest

from adapters.discord import serve
from adapters.discord.serve import connected
from adapters.problems import PlatformProblem
from bot.commands.service import Service
from bot.secret import Secret
from bot.settings import DiscordSettings, Settings, SettingsError, load_settings
from bot.store import Store
from tests.discord.platform import TOKEN, Discord, until


def shards(discord: Discord, count: int, *ids: int) -> Settings:
    """One process's settings."""
    token = Secret(TOKEN)
    told = DiscordSettings(token=token, api_url=discord.url, shards=count, shard_ids=list(ids))
    return Settings(discord=told)


async def test_each_process_serves_its_own_shards(
    service: Service, store: Store, discord: Discord
) -> None:
    """Two processes serve three shards between them; one alone registers the commands."""
    discord.shards = 1  # what Discord advises; the operator knows better
    settings = [shards(discord, 3, 0, 2), shards(discord, 3, 1)]
    async with (
        connected(service, store, settings[1]) as second,
        connected(service, store, settings[0]) as first,
    ):
        clients = (second, first)
        tasks = [asyncio.create_task(client.start(TOKEN)) for client in clients]
        await until(lambda: len(discord.identifies) == 3)
        await until(lambda: discord.puts > 0)
        async with asyncio.timeout(10):
            while not (await first.ready() and await second.ready()):  # noqa: ASYNC110
                await asyncio.sleep(0.02)
        assert sorted(first.shards) == [0, 2]
        assert sorted(second.shards) == [1]
    await asyncio.gather(*tasks, return_exceptions=True)
    assert sorted(said["shard"] for said in discord.identifies) == [[0, 3], [1, 3], [2, 3]]
    assert discord.puts == 1


async def test_without_settings_discord_says_how_many(
    service: Service, store: Store, discord: Discord
) -> None:
    """Nothing set: one process takes as many shards as Discord advises."""
    discord.shards = 2
    async with connected(service, store, shards(discord, 0)) as client:
        task = asyncio.create_task(client.start(TOKEN))
        await until(lambda: len(discord.identifies) == 2)
    await asyncio.gather(task, return_exceptions=True)
    assert sorted(said["shard"] for said in discord.identifies) == [[0, 2], [1, 2]]


@pytest.mark.parametrize("code", [serve.BAD_SHARD, serve.NEED_SHARDS])
async def test_refused_shards_are_a_sentence(
    service: Service, store: Store, discord: Discord, code: int
) -> None:
    """Shards that Discord refuses end the process with the setting's name: no retry would help."""
    discord.close_with = code
    with pytest.raises(PlatformProblem, match=r"raise discord\.shards"):
        await serve.serve(service, store, shards(discord, 1, 0), asyncio.Event())


@pytest.mark.parametrize(("count", "ids"), [("0", "[0]"), ("2", "[2]"), ("2", "[-1]")])
def test_shards_that_do_not_exist(monkeypatch: pytest.MonkeyPatch, count: str, ids: str) -> None:
    """A shard's number that there cannot be is refused at the start, with the setting's name."""
    monkeypatch.setenv("BADGEWISE_DISCORD__SHARDS", count)
    monkeypatch.setenv("BADGEWISE_DISCORD__SHARD_IDS", ids)
    with pytest.raises(SettingsError, match=r"discord\.shard_ids must be numbers from 0"):
        load_settings()

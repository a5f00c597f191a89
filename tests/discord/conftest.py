"""A loopback Discord, the bot connected to it, and a member."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, datetime

import pytest

from adapters.discord.client import Client
from adapters.discord.serve import connected
from bot.advice.library import Library
from bot.commands.service import Service
from bot.secret import Secret
from bot.settings import DiscordSettings, Settings
from bot.store import Store, open_store
from tests.discord.people import Member
from tests.discord.platform import TOKEN, Discord

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
Serving = Callable[..., AbstractAsyncContextManager[Client]]


@pytest.fixture(scope="session")
def service() -> Service:
    """The core with all that it knows."""
    return Service(Library())


@pytest.fixture
async def store(tmp_path) -> AsyncIterator[Store]:
    """A store of this test's own."""
    store = await open_store(f"sqlite:///{tmp_path}/discord.sqlite3")
    yield store
    await store.close()


@pytest.fixture
async def discord() -> AsyncIterator[Discord]:
    """The server; whatever the real one would have refused fails the test."""
    server = Discord()
    await server.start()
    yield server
    await server.stop()
    assert server.problems == []


def settings_for(discord: Discord, token: str = TOKEN) -> Settings:
    """Settings that point at the server."""
    return Settings(discord=DiscordSettings(token=Secret(token), api_url=discord.url))


@asynccontextmanager
async def running(
    service: Service, store: Store, discord: Discord, half_open: float = 45.0
) -> AsyncIterator[Client]:
    """The bot, connected."""
    async with connected(
        service, store, settings_for(discord), lambda: NOW, half_open=half_open
    ) as client:
        task = asyncio.create_task(client.start(TOKEN))
        async with asyncio.timeout(10):
            await discord.connected.wait()
        yield client
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


@pytest.fixture
async def bot(service: Service, store: Store, discord: Discord) -> AsyncIterator[Client]:
    """The bot, connected."""
    async with running(service, store, discord) as client:
        yield client


@pytest.fixture
def ada(discord: Discord, bot: Client) -> Member:
    """A member of a server."""
    return Member(discord)

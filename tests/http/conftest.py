"""A site on a free port, and what Discord's tests have."""

from collections.abc import AsyncIterator, Awaitable, Callable

import aiohttp
import pytest

from adapters.http.metrics import Metrics
from adapters.http.site import Site
from bot.settings import HttpSettings
from bot.store import Store
from tests.discord.conftest import discord, service, store

__all__ = ["discord", "service", "store"]

FREE = HttpSettings(port=0)
Get = Callable[[Site | int, str], Awaitable[tuple[int, str]]]


@pytest.fixture
async def get() -> AsyncIterator[Get]:
    """Asks for a path of a site, or of whoever listens on a port."""
    async with aiohttp.ClientSession() as session:

        async def ask(where: Site | int, path: str) -> tuple[int, str]:
            port = where if isinstance(where, int) else where.port
            async with session.get(f"http://127.0.0.1:{port}{path}") as answer:
                return answer.status, await answer.text()

        yield ask


@pytest.fixture
async def metrics() -> Metrics:
    """Nothing counted yet."""
    return Metrics()


@pytest.fixture
async def site(store: Store, metrics: Metrics) -> AsyncIterator[Site]:
    """Open, waiting for one platform."""
    async with Site(store, metrics, ["first"]).opened(FREE) as found:
        yield found

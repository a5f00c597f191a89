"""Serves Discord until told to stop."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from datetime import UTC, datetime

import aiohttp
import discord

from adapters.discord.client import HALF_OPEN, Client, Shards, point_at
from adapters.discord.desk import Desk
from adapters.discord.rest import AGENT, Answers
from adapters.http.site import Site
from adapters.problems import PlatformProblem
from bot.commands.service import Service
from bot.settings import Settings
from bot.store import Store

TO_CLOSE = 2.5  # seconds for the connection to be closed in good order
TO_FINISH = 5.0  # seconds for answers under way
BAD_TOKEN, BAD_SHARD, NEED_SHARDS, BAD_INTENTS, NO_INTENTS = 4004, 4010, 4011, 4013, 4014
REASONS = {
    BAD_TOKEN: "Discord refuses discord.token: copy it anew from the application's Bot page.",
    BAD_INTENTS: "Discord refuses the connection's intents: update Badgewise.",
    NO_INTENTS: "Discord refuses an intent, though none is asked for: update Badgewise.",
}
SHARDS = "Discord refuses these shards: raise discord.shards, the same in every process."


def now() -> datetime:
    """The clock."""
    return datetime.now(UTC)


@asynccontextmanager
async def connected(
    service: Service,
    store: Store,
    settings: Settings,
    clock: Callable[[], datetime] = now,
    half_open: float = HALF_OPEN,
) -> AsyncIterator[Client]:
    """A client with its desk; left in good order: no new work, then the old work finished."""
    point_at(settings.discord.api_url)
    headers = {"User-Agent": AGENT}
    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(headers=headers, connector=connector) as session:
        desk = Desk(service, store, Answers(session, settings.discord.api_url), clock)
        shards = Shards(settings.discord.shards, tuple(settings.discord.shard_ids))
        client = Client(desk, shards=shards, half_open=half_open)
        try:
            yield client
        finally:
            with suppress(TimeoutError):
                async with asyncio.timeout(TO_CLOSE):
                    await client.close()
            await desk.finish(TO_FINISH)


async def serve(
    service: Service,
    store: Store,
    settings: Settings,
    stop: asyncio.Event,
    site: Site | None = None,
) -> None:
    """One try. Raises PlatformProblem when another would not help, anything else when it would."""
    token = settings.discord.token
    if token is None:
        raise PlatformProblem("discord.token is not set.")
    async with connected(service, store, settings) as client, AsyncExitStack() as stack:
        if site:
            await stack.enter_async_context(site.joined("discord", ready=client.ready))
        running = asyncio.create_task(client.start(token.get_secret_value()))
        stopping = asyncio.create_task(stop.wait())
        await asyncio.wait({running, stopping}, return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()
        if not running.done():
            running.cancel()
    await _outcome(running, fixed=bool(settings.discord.shards))


async def _outcome(running: "asyncio.Task[None]", *, fixed: bool) -> None:
    """Passes on why the connection ended, in the operator's words where they can do something."""
    try:
        await running
    except asyncio.CancelledError:
        return
    except discord.LoginFailure:
        raise PlatformProblem(REASONS[BAD_TOKEN]) from None
    except discord.PrivilegedIntentsRequired:
        raise PlatformProblem(REASONS[NO_INTENTS]) from None
    except discord.ConnectionClosed as closed:
        if closed.code in REASONS:
            raise PlatformProblem(REASONS[closed.code]) from None
        if closed.code in (BAD_SHARD, NEED_SHARDS) and fixed:
            raise PlatformProblem(SHARDS) from None
        raise

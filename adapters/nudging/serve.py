"""Delivers nudges until told to stop, to every platform that is set up."""

import asyncio
import importlib.util
from collections.abc import Callable
from contextlib import AsyncExitStack, suppress

import aiohttp

from bot.commands.service import Service
from bot.nudges.loop import Courier, Way
from bot.settings import Settings
from bot.store import Store, StoreProblem

DISCORD_EACH = 1 / 20  # seconds: two calls a nudge, of the 50 a second that a bot has
SLACK_EACH = 1 / 4  # seconds in each workspace: some hundreds of messages a minute
CONNECTIONS = 50
TOLD_EVERY = 15.0  # seconds


def _discord(session: aiohttp.ClientSession, store: Store, settings: Settings) -> Way | None:
    token = settings.discord.token
    if token is None or importlib.util.find_spec("discord") is None:
        return None
    from adapters.discord.deliver import DirectMessages  # noqa: PLC0415 - only what is in use

    deliver = DirectMessages(
        session, token.get_secret_value(), store, store.outbox.clock, settings.discord.api_url
    )
    return Way(deliver, DISCORD_EACH)


def _slack(session: aiohttp.ClientSession, store: Store, settings: Settings) -> Way | None:
    slack = settings.slack
    if not (slack.bot_token or slack.signing_secret):
        return None
    if importlib.util.find_spec("slack_sdk") is None:
        return None
    from adapters.slack.deliver import DirectMessages  # noqa: PLC0415 - only what is in use
    from adapters.slack.installations import token_finder  # noqa: PLC0415

    fixed = slack.bot_token.get_secret_value() if slack.bot_token else ""
    deliver = DirectMessages(
        session, store, token_finder(store, fixed), store.outbox.clock, slack.api_url
    )
    return Way(deliver, SLACK_EACH, by_tenant=True)


WAYS: dict[str, Callable[[aiohttp.ClientSession, Store, Settings], Way | None]] = {
    "discord": _discord,
    "slack": _slack,
}


async def serve(service: Service, store: Store, settings: Settings, stop: asyncio.Event) -> None:
    """One try. Whatever ends it, leases run out and others take over."""
    async with AsyncExitStack() as stack:
        connector = aiohttp.TCPConnector(limit=CONNECTIONS)
        session = await stack.enter_async_context(aiohttp.ClientSession(connector=connector))
        ways = {name: make(session, store, settings) for name, make in WAYS.items()}
        found = {name: way for name, way in ways.items() if way is not None}
        told = asyncio.create_task(_tell_backlog(service, store, tuple(found)))
        stack.callback(told.cancel)
        counted = service.figures.nudged
        await Courier(service.library, store, found, counted=counted, stop=stop).run()


async def _tell_backlog(service: Service, store: Store, platforms: tuple[str, ...]) -> None:
    """How many nudges are due and not delivered yet, now and then."""
    while True:
        with suppress(StoreProblem):
            now = await store.outbox.clock()
            counts = [(await store.outbox.backlog(name, now))[0] for name in platforms]
            service.figures.backlog(sum(counts))
        await asyncio.sleep(TOLD_EVERY)

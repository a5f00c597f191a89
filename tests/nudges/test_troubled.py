"""Nudges on a PostgreSQL in trouble, and workers told to stop: nothing doubled, nothing lost."""

import asyncio
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from bot.store import Store, open_store
from tests.nudges.crowd import DISCORD, SLACK, Crowd, all_ended, crowd, judged, workers
from tests.sizes import size
from tests.store.proxy import proxied
from tests.store.servers import Server, server

PEOPLE = size(300, 3_000)
BEFORE = PEOPLE // 4  # are delivered before trouble comes
ALL_SENT = {"sent": PEOPLE}
RECOVERED = 30.0  # seconds
NAMES = pytest.mark.parametrize("name", [DISCORD, SLACK])


@pytest.fixture(scope="module")
def fragile() -> Iterator[Server]:
    """A server of their own, for it is stopped."""
    with server() as running:
        yield running


async def recovered(store: Store, url: str, found: Crowd) -> Counter[str]:
    """It goes on within half a minute; how all deliveries ended, none lost and none doubled."""
    before = await ended(store)
    await all_ended(store, min(before + 1, len(found.people)), RECOVERED)
    await all_ended(store, len(found.people), 60 + PEOPLE)
    return await judged(url, found)


async def ended(store: Store) -> int:
    """How many deliveries have ended."""
    counts = await store.outbox.counts()
    return sum(count for *_, state, count in counts if state != "open")


@NAMES
async def test_a_restarted_server(fragile: Server, name: str) -> None:
    """The server goes away in the middle and comes back."""
    url = fragile.new()
    store = await open_store(url)
    async with crowd(name, store, PEOPLE, datetime.now(UTC)) as found, workers(url, found, 3):
        await all_ended(store, BEFORE, 60)
        await asyncio.to_thread(fragile.stop)
        await asyncio.sleep(1)
        await asyncio.to_thread(fragile.start)
        assert await recovered(store, url, found) == ALL_SENT
    await store.close()


@NAMES
async def test_a_slow_server(postgres: Server, name: str) -> None:
    """For some seconds each answer of the database takes 200 ms more."""
    async with proxied(postgres.new()) as proxy:
        store = await open_store(proxy.url)
        people = crowd(name, store, PEOPLE, datetime.now(UTC))
        async with people as found, workers(proxy.url, found, 3):
            await all_ended(store, BEFORE, 60)
            proxy.delay = 0.2
            await asyncio.sleep(4)
            proxy.delay = 0.0
            assert await recovered(store, proxy.url, found) == ALL_SENT
        await store.close()


@NAMES
async def test_a_server_that_takes_no_writes(postgres: Server, name: str) -> None:
    """For some seconds it can only be read, as while another one takes over."""
    url = postgres.new()
    database = url.partition("?")[0].rpartition("/")[2]
    store = await open_store(url)
    async with crowd(name, store, PEOPLE, datetime.now(UTC)) as found, workers(url, found, 3):
        await all_ended(store, BEFORE, 60)
        for state in ("on", "off"):
            set_to = f"SET default_transaction_read_only = {state}"
            postgres.run(f"ALTER DATABASE {database} {set_to}")
            postgres.run(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                f"WHERE datname = '{database}'"
            )
            await asyncio.sleep(2)
        assert await recovered(store, url, found) == ALL_SENT
    await store.close()


@NAMES
async def test_told_to_stop(shared: str, name: str) -> None:
    """Workers that are told to stop finish what is under way within seconds; others go on."""
    store = await open_store(shared)
    async with crowd(name, store, PEOPLE, datetime.now(UTC)) as found:
        async with workers(shared, found, 3):
            await all_ended(store, BEFORE, 60)
            begun = time.monotonic()
        assert time.monotonic() - begun < 10
        assert await ended(store) < PEOPLE
        assert found.all_messages == await ended(store), "what was sent is written down"
        async with workers(shared, found, 2):
            await all_ended(store, PEOPLE, 60 + PEOPLE)
        assert await judged(shared, found) == ALL_SENT
    await store.close()

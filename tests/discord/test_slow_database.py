"""Discord on a PostgreSQL in trouble: first answers in time, every answer follows, nothing lost."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager

import pytest

from adapters.discord.reading import EVERYWHERE, PLATFORM
from bot.commands.service import Service
from bot.person import Person
from bot.store import Store, open_store
from tests.discord.conftest import running
from tests.discord.people import Member
from tests.discord.platform import Discord, Exchange
from tests.discord.seeing import read
from tests.sizes import size
from tests.store.proxy import Proxy, proxied
from tests.store.servers import Server, server

EACH_SECOND = 50
SECONDS = size(4, 60)
SLOWER = 0.2  # seconds
RECOVERED = 30.0  # seconds


@pytest.fixture
async def proxy(new_url: Callable[[str], str]) -> AsyncIterator[Proxy]:
    """The way to an empty database."""
    async with proxied(new_url("postgres")) as found:
        yield found


@pytest.fixture
async def far(proxy: Proxy) -> AsyncIterator[Store]:
    """A store behind it."""
    store = await open_store(proxy.url)
    yield store
    proxy.delay, proxy.silent = 0.0, False
    await store.close()


class Asked:
    """One person's command, and when its first answer came."""

    def __init__(self, discord: Discord, number: int, line: str, **values: str) -> None:
        self.member = Member(discord, number=200_000_000_000_000_000 + number)
        self.line, self.values, self.first = line, values, 0.0
        self.exchange: Exchange | None = None

    async def ask(self) -> None:
        """Sends it, and waits for everything that follows."""
        discord = self.member.discord
        self.exchange = await discord.interact(self.member.slash(self.line, **self.values), 60.0)
        self.first = self.exchange.first_after


async def test_a_slow_database(
    service: Service, far: Store, proxy: Proxy, discord: Discord
) -> None:
    """50 a second, the database 200 ms slower: first answers p99 <= 1 s, all others follow."""
    count = EACH_SECOND * SECONDS
    asked = [
        Asked(discord, n, "goal set", role="nurse")
        if n % 5 == 0
        else Asked(discord, n, "advise", text="is AZ-900 good for a cloud engineer")
        for n in range(count)
    ]
    async with running(service, far, discord):
        proxy.delay = SLOWER
        began, tasks = time.monotonic(), []
        for number, one in enumerate(asked):
            await asyncio.sleep(max(0.0, began + number / EACH_SECOND - time.monotonic()))
            tasks.append(asyncio.create_task(one.ask()))
        await asyncio.gather(*tasks)
        took = time.monotonic() - began
        proxy.delay = 0.0
        waits = sorted(one.first for one in asked)
        p99 = waits[int(count * 0.99) - 1]
        print(f"first answers p50 {waits[count // 2]:.2f} s, p99 {p99:.2f} s; all in {took:.1f} s")
        assert p99 <= 1.0
        for one in asked[::5]:
            person = Person(PLATFORM, EVERYWHERE, str(one.member.number))
            assert (await far.load(person)).learner.goal, read(one.exchange)
        assert took <= SECONDS + RECOVERED


@pytest.fixture(scope="module")
def fragile() -> Iterator[Server]:
    """A server of its own, to be stopped and started."""
    with server() as found:
        yield found


async def test_trouble_passes(service: Service, discord: Discord, fragile: Server) -> None:
    """Restarted, silent, read-only: people get a sentence; within 30 s all works, nothing lost."""
    async with proxied(fragile.new()) as proxy:
        store = await open_store(f"{proxy.url}?wait=1")
        async with running(service, store, discord):
            saved = await _count_up(discord, 0)
            for trouble in (_restart, _silence, _read_only):
                async with trouble(fragile, proxy):
                    exchange = await _set(discord, saved + 1)
                    assert any(word in read(exchange) for word in SENTENCES), read(exchange)
                began = time.monotonic()
                saved = await _count_up(discord, saved)
                assert time.monotonic() - began < RECOVERED
        await store.close()


SENTENCES = ("cannot be reached", "takes too long", "is read-only")


async def _set(discord: Discord, number: int) -> Exchange:
    line = Member(discord).slash("experience add", area=f"nurse {number}")
    return await discord.interact(line, 60.0)


async def _count_up(discord: Discord, saved: int) -> int:
    """Adds one more as soon as that works; checks that nothing acknowledged is missing."""
    while "nurse" not in read(await _set(discord, saved + 1)):  # noqa: ASYNC110
        await asyncio.sleep(0.1)
    shown = read(await discord.interact(Member(discord).slash("experience list")))
    assert all(f"nurse {number}" in shown for number in range(1, saved + 2)), shown
    return saved + 1


@asynccontextmanager
async def _restart(fragile: Server, _: Proxy) -> AsyncIterator[None]:
    await asyncio.to_thread(fragile.stop)
    yield
    await asyncio.to_thread(fragile.start)


@asynccontextmanager
async def _silence(_: Server, proxy: Proxy) -> AsyncIterator[None]:
    proxy.silent = True
    yield
    proxy.silent = False


@asynccontextmanager
async def _read_only(fragile: Server, proxy: Proxy) -> AsyncIterator[None]:
    """As after a failover: connections are cut, and the server that answers takes no writes."""
    await asyncio.to_thread(fragile.run, "ALTER SYSTEM SET default_transaction_read_only = on")
    await asyncio.to_thread(fragile.run, "SELECT pg_reload_conf()")
    proxy.cut()
    yield
    await asyncio.to_thread(_writable, fragile)
    proxy.cut()


def _writable(fragile: Server) -> None:
    fragile.run("ALTER SYSTEM RESET default_transaction_read_only")
    fragile.run("SELECT pg_reload_conf()")

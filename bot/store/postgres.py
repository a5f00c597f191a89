"""PostgreSQL through asyncpg: a pool, and the same queries as everywhere."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

import asyncpg

from bot.store.database import Connection, Row, Value
from bot.store.finishing import finish
from bot.store.migrating import migrate
from bot.store.postgres_dump import dump
from bot.store.postgres_problems import LOST, explained
from bot.store.queries import load_queries

PATIENCE = 10.0  # seconds for closing
PAUSE = 0.01  # seconds, in which other dead connections are noticed
STARTERS = "SELECT pg_advisory_xact_lock(4407_1987);"
SETTINGS = {"application_name": "badgewise", "synchronous_commit": "on"}

T = TypeVar("T")
Link = Any  # asyncpg's connection, in a pool's wrapping or not


class _Transaction:
    """A connection inside a transaction."""

    def __init__(self, link: Link) -> None:
        self._link = link

    async def rows(self, query: str, **values: Value) -> list[Row]:
        return await _rows(self._link, query, values)

    async def script(self, text: str) -> None:
        if text:
            await self._link.execute(text)


class PostgresDatabase:
    """A database on a server."""

    def __init__(self, name: str, url: str, pool: "asyncpg.Pool[asyncpg.Record]") -> None:
        """For ``open_postgres``."""
        self._name, self._url, self._pool = name, url, pool

    async def rows(self, query: str, **values: Value) -> list[Row]:
        """Reads; once more when the connection had been lost meanwhile."""
        with explained(self._name):
            return await _twice(lambda: _rows(self._pool, query, values))

    async def change(self, query: str, **values: Value) -> list[Row]:
        """Writes with one query; not again, since the first may have got through."""
        with explained(self._name):
            return await _rows(self._pool, query, values)

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Connection]:
        """A transaction; its queries wait for each other where they meet the same rows."""
        with explained(self._name):
            link, transaction = await _twice(self._begin)
            try:
                try:
                    yield _Transaction(link)
                except BaseException:
                    if not link.is_closed():
                        await finish(transaction.rollback())
                    raise
                await finish(transaction.commit())
            finally:
                await self._pool.release(link)

    async def _begin(self) -> tuple[Link, Any]:
        link = await self._pool.acquire()
        try:
            transaction = link.transaction()
            await transaction.start()
        except BaseException:
            await self._pool.release(link)
            raise
        return link, transaction

    async def scrub(self) -> None:
        """Leaves it to the server, whose own vacuum frees deleted rows."""

    async def backup(self, path: Path) -> None:
        """Has the server's own tool make the copy."""
        await asyncio.to_thread(dump, self._url, self._name, path)

    async def check(self) -> None:
        """Reads every row."""
        await self.rows("read_everything")

    async def close(self) -> None:
        """Waits a while for what is under way, then hangs up."""
        with explained(self._name):
            try:
                await asyncio.wait_for(self._pool.close(), PATIENCE)
            except TimeoutError:
                self._pool.terminate()


async def open_postgres(url: str, waits: float, most: int) -> PostgresDatabase:
    """Connects to ``postgresql://…`` and brings the database up to date.

    ``waits`` is how many seconds an answer may take, ``most`` how many connections there may be.
    Raises StoreProblem.
    """
    parts = urlsplit(url)
    name = f"{parts.hostname or 'localhost'}{parts.path}"
    with explained(name):
        pool = await asyncpg.create_pool(
            url,
            min_size=0,
            max_size=most,
            timeout=waits,
            command_timeout=waits,
            reset=_leave,
            server_settings=SETTINGS,
        )
    database = PostgresDatabase(name, url, pool)
    try:
        await migrate(database, STARTERS)
    except BaseException:
        await finish(database.close())
        raise
    return database


async def _twice(work: Callable[[], Awaitable[T]]) -> T:
    """Does what changes nothing, and once more when the connection turned out to be dead."""
    try:
        return await work()
    except LOST:
        await asyncio.sleep(PAUSE)
        return await work()


async def _leave(_link: Link) -> None:
    """Saves a round trip: no query of ours changes a session, so there is nothing to put back."""


async def _rows(link: Link, query: str, values: dict[str, Value]) -> list[Row]:
    found = load_queries("asyncpg")[query]
    rows: list[Row] = await link.fetch(found.text, *(values[name] for name in found.names))
    return rows

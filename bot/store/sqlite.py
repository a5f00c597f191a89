"""SQLite through aiosqlite: one writer behind a lock, one reader, explicit transactions."""

import asyncio
import re
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiosqlite

from bot.store import sqlite_file
from bot.store.database import Connection, Row, Value
from bot.store.finishing import finish
from bot.store.migrating import migrate
from bot.store.problems import StoreProblem
from bot.store.queries import load_queries
from bot.store.sqlite_problems import explained

MEMORY = Path(":memory:")
PAUSE = 0.05  # seconds between two tries where SQLite does not wait by itself
ALWAYS = """
PRAGMA busy_timeout = {busy};
PRAGMA synchronous = FULL;
PRAGMA foreign_keys = ON;
PRAGMA temp_store = MEMORY;
PRAGMA secure_delete = ON;
"""


class _Link:
    """A connection that knows the named queries."""

    def __init__(self, driver: aiosqlite.Connection) -> None:
        self.driver = driver
        self._queries = load_queries("aiosqlite")

    async def rows(self, query: str, **values: Value) -> list[Row]:
        rows = await self.driver.execute_fetchall(self._queries[query].text, values)
        return list(rows)

    async def script(self, text: str) -> None:
        for statement in _statements(text):
            await self.driver.execute_fetchall(statement)


class SqliteDatabase:
    """A database in a file, or in memory (then there is one connection, and it takes turns)."""

    def __init__(self, path: Path, reader: _Link, writer: _Link) -> None:
        """For ``open_sqlite``."""
        self._path, self._reader, self._writer = path, reader, writer
        self._turn = asyncio.Lock()

    async def rows(self, query: str, **values: Value) -> list[Row]:
        """Reads; sees what was committed, never what is being written."""
        with explained(str(self._path)):
            if self._reader is not self._writer:
                return await self._reader.rows(query, **values)
            async with self._turn:
                return await self._reader.rows(query, **values)

    async def change(self, query: str, **values: Value) -> list[Row]:
        """Writes with one query."""
        with explained(str(self._path)):
            async with self._turn:
                return await finish(self._writer.rows(query, **values))

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Connection]:
        """A transaction that holds the write lock from its beginning."""
        with explained(str(self._path)):
            async with self._turn:
                try:
                    await self._writer.driver.execute_fetchall("BEGIN IMMEDIATE")
                    yield self._writer
                    await finish(self._writer.driver.commit())
                except BaseException:
                    await finish(self._writer.driver.rollback())
                    raise

    async def scrub(self) -> None:
        """Empties the log into the file, where deleted bytes were overwritten with zeros."""
        if self._path == MEMORY:
            return
        with explained(str(self._path)):
            async with self._turn:
                rows = await finish(_all(self._writer.driver, "PRAGMA wal_checkpoint(TRUNCATE)"))
        if rows[0][0]:
            raise StoreProblem(
                "The data is deleted, but another program that reads the database holds on to its"
                " old copy: close that one and delete again."
            )

    async def backup(self, path: Path) -> None:
        """Writes a copy while others go on reading and writing."""
        if self._path == MEMORY:
            raise StoreProblem("A database in memory has no backup: name a file in store.url.")
        await asyncio.to_thread(sqlite_file.copy, self._path, path)

    async def check(self) -> None:
        """Reads every page and every index."""
        if self._path != MEMORY:
            await asyncio.to_thread(sqlite_file.inspect, self._path, "integrity_check(1)")

    async def close(self) -> None:
        """Waits for the write under way, then closes both connections."""
        async with self._turn:
            await finish(self._reader.driver.close())
            await finish(self._writer.driver.close())


async def open_sqlite(path: Path, waits: float = 10.0) -> SqliteDatabase:
    """Opens a file (made if need be, with its folder) or ``MEMORY``, and brings it up to date.

    ``waits`` is how many seconds to wait for another program's lock. Raises StoreProblem; what is
    damaged, or not ours, is left as it was, byte for byte.
    """
    if path != MEMORY:
        await asyncio.to_thread(sqlite_file.prepare, path)
    with explained(str(path)):
        writer = await _connect(path, waits)
        try:
            return await _start(path, writer, waits)
        except BaseException:
            await finish(writer.close())
            raise


async def _start(path: Path, writer: aiosqlite.Connection, waits: float) -> SqliteDatabase:
    link = _Link(writer)
    database = SqliteDatabase(path, link, link)
    if path == MEMORY:
        await migrate(database)
        return database
    await _use_log(writer, waits)
    await migrate(database)
    reader = await _connect(path, waits)
    await reader.execute_fetchall("PRAGMA query_only = ON")
    return SqliteDatabase(path, _Link(reader), link)


async def _connect(path: Path, waits: float) -> aiosqlite.Connection:
    name = str(path) if path == MEMORY else sqlite_file.address(path, "rw")
    driver = aiosqlite.connect(name, uri=True, isolation_level=None, cached_statements=256)
    # A program that crashes without closing the store must still come to its end.
    driver._thread.daemon = True  # noqa: SLF001 - there is no other way to say so
    await driver
    try:
        await driver.executescript(ALWAYS.format(busy=int(waits * 1000)))
    except BaseException:
        await finish(driver.close())
        raise
    return driver


async def _use_log(driver: aiosqlite.Connection, waits: float) -> None:
    """Marks the file as ours and switches to a write-ahead log.

    SQLite itself does not wait for the lock that this takes: of several programs that start at
    once, all but one would fail.
    """
    for left in reversed(range(max(1, int(waits / PAUSE)))):
        try:
            if (await _all(driver, "PRAGMA application_id"))[0][0] != sqlite_file.APPLICATION:
                await _all(driver, f"PRAGMA application_id = {sqlite_file.APPLICATION}")
            await _all(driver, "PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or not left:
                raise
            await asyncio.sleep(PAUSE)
        else:
            return


async def _all(driver: aiosqlite.Connection, statement: str) -> list[Row]:
    return list(await driver.execute_fetchall(statement))


def _statements(text: str) -> list[str]:
    """Cuts a script into statements, in SQLite's own words."""
    own = re.sub(r"/\*(STRICT[^*]*)\*/", r"\1", text).replace("BIGINT", "INTEGER")
    found, rest = [], ""
    for piece in own.split(";"):
        rest += piece
        if rest.strip() and sqlite3.complete_statement(rest + ";"):
            found.append(rest)
            rest = ""
        elif rest.strip():
            rest += ";"
    return found

"""Reads that come while another is under way go to SQLite's thread together.

A hop to the thread and back costs several times what SQLite takes for one row. A read that comes
alone goes at once; those that would wait for it anyway share the next hop.
"""

import asyncio
import sqlite3
from collections.abc import Mapping, Sequence
from typing import TypeAlias

import aiosqlite
from msgspec import Struct

from bot.store.database import Row, Value

TOGETHER = 50  # reads in one hop, so that none waits long for those behind it
_Found: TypeAlias = list[Row] | Exception


class _Read(Struct, frozen=True, eq=False):
    """A statement with its values, and who waits for its rows."""

    text: str
    values: Mapping[str, Value]
    answer: "asyncio.Future[list[Row]]"


class Gathering:
    """The reads of one connection."""

    def __init__(self, driver: aiosqlite.Connection) -> None:
        """Does nothing yet."""
        self._driver = driver
        self._waiting: list[_Read] = []
        self._under_way = False
        self._hops: set[asyncio.Task[None]] = set()

    async def rows(self, text: str, values: Mapping[str, Value]) -> list[Row]:
        """The rows of one read. Raises what SQLite raises for it, and for no other."""
        if self._under_way:
            read = _Read(text, values, asyncio.get_running_loop().create_future())
            self._waiting.append(read)
            return await read.answer
        self._under_way = True
        try:
            return list(await self._driver.execute_fetchall(text, values))
        finally:
            self._go_on()

    def _go_on(self) -> None:
        """Takes the next handful, if somebody waits."""
        self._under_way = bool(self._waiting)
        if self._under_way:
            taken, self._waiting = self._waiting[:TOGETHER], self._waiting[TOGETHER:]
            hop = asyncio.create_task(self._hop(taken))
            self._hops.add(hop)
            hop.add_done_callback(self._hops.discard)

    async def _hop(self, taken: Sequence[_Read]) -> None:
        found: Sequence[_Found]
        try:
            # All that aiosqlite offers for more than one statement is its own way to the thread.
            found = await self._driver._execute(_fetched, self._driver._conn, taken)  # type: ignore[no-untyped-call]  # noqa: SLF001
        except Exception as error:  # noqa: BLE001 - the connection is closed: each is told
            found = [error] * len(taken)
        finally:
            self._go_on()
        for read, rows in zip(taken, found, strict=True):
            if read.answer.done():  # who waited has gone
                continue
            if isinstance(rows, Exception):
                read.answer.set_exception(rows)
            else:
                read.answer.set_result(rows)


def _fetched(connection: sqlite3.Connection, reads: Sequence[_Read]) -> list[_Found]:
    """What each read finds; one that fails leaves the others be."""
    found: list[_Found] = []
    for read in reads:
        try:
            found.append(connection.execute(read.text, read.values).fetchall())
        except Exception as error:  # noqa: BLE001 - raised where it is waited for
            found.append(error)
    return found

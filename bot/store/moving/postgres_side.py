"""PostgreSQL as a side of a move."""

import itertools
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlsplit

import asyncpg

from bot.store.moving.side import OWN, Row, Table, Unfit
from bot.store.postgres_problems import explained

PATIENCE = 600.0  # seconds for a statement: counting and checking go through whole tables
NAMES = """
SELECT table_name::text FROM information_schema.tables
WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'
"""
COLUMNS = """
SELECT attname::text, coalesce(array_position(indkey::int2[], attnum), -1)
FROM pg_attribute LEFT JOIN pg_index ON indrelid = attrelid AND indisprimary
WHERE attrelid = CAST(? AS text)::regclass AND attnum > 0 AND NOT attisdropped
ORDER BY attnum
"""
NEEDS = """
SELECT DISTINCT relname::text FROM pg_constraint JOIN pg_class ON pg_class.oid = confrelid
WHERE contype = 'f' AND conrelid = CAST(? AS text)::regclass
"""


class PostgresSide:
    """A database on a server."""

    def __init__(self, name: str, link: Any) -> None:
        """For ``open_side``."""
        self.name, self._link = name, link

    async def rows(self, statement: str, *values: object) -> list[Row]:
        """See Side."""
        numbers = itertools.count(1)
        numbered = re.sub(r"\?", lambda _: f"${next(numbers)}", statement)
        with explained(self.name):
            return [tuple(row) for row in await self._link.fetch(numbered, *values)]

    async def tables(self) -> list[Table]:
        """See Side."""
        return [await self._table(name) for (name,) in await self.rows(NAMES) if name not in OWN]

    async def _table(self, name: str) -> Table:
        columns = await self.rows(COLUMNS, name)
        key = sorted((place, column) for column, place in columns if place >= 0)
        needs = await self.rows(NEEDS, name)
        return Table(
            name,
            tuple(column for column, _ in columns),
            tuple(column for _, column in key),
            frozenset(other for (other,) in needs),
        )

    async def add(self, table: Table, rows: Sequence[Row]) -> None:
        """See Side."""
        with explained(self.name):
            try:
                await self._link.copy_records_to_table(
                    table.name, records=rows, columns=table.columns
                )
            except asyncpg.IntegrityConstraintViolationError:
                raise Unfit(self.name) from None

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[None]:
        """See Side."""
        with explained(self.name):
            async with self._link.transaction():
                yield

    @asynccontextmanager
    async def snapshot(self) -> AsyncIterator[None]:
        """See Side."""
        with explained(self.name):
            async with self._link.transaction(isolation="repeatable_read", readonly=True):
                yield

    async def settle(self) -> None:
        """See Side."""
        await self.rows("ANALYZE")

    async def close(self) -> None:
        """See Side."""
        with explained(self.name):
            await self._link.close(timeout=5)


async def open_side(url: str, waits: float, *, reads: bool) -> PostgresSide:
    """Connects; ``reads`` says that nothing will be written. Raises StoreProblem."""
    parts = urlsplit(url)
    name = f"{parts.hostname or 'localhost'}{parts.path}"
    settings = {"application_name": "badgewise-migrate"}
    if reads:
        settings["default_transaction_read_only"] = "on"
    with explained(name):
        link = await asyncpg.connect(
            url, timeout=waits, command_timeout=PATIENCE, server_settings=settings
        )
    return PostgresSide(name, link)

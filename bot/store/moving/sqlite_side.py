"""SQLite as a side of a move. It blocks: nothing else goes on in that program."""

import sqlite3
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from bot.store import sqlite_file
from bot.store.moving.side import OWN, Row, Table, Unfit
from bot.store.sqlite_problems import explained

NAMES = (
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
)
COLUMNS = "SELECT name, pk FROM pragma_table_info(?) ORDER BY cid"
NEEDS = 'SELECT DISTINCT "table" FROM pragma_foreign_key_list(?)'
SETTINGS = "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = {wait};"


class SqliteSide:
    """A database in a file that exists."""

    def __init__(self, path: Path, waits: float, *, reads: bool) -> None:
        """Connects; ``reads`` says that nothing will be written. Raises StoreProblem."""
        self.name = str(path)
        sqlite_file.inspect(path, "")
        with explained(self.name):
            where = sqlite_file.address(path, "ro" if reads else "rw")
            self._file = sqlite3.connect(where, uri=True, isolation_level=None)
            self._file.executescript(SETTINGS.format(wait=int(waits * 1000)))

    async def rows(self, statement: str, *values: object) -> list[Row]:
        """See Side."""
        with explained(self.name):
            return self._file.execute(statement, values).fetchall()

    async def tables(self) -> list[Table]:
        """See Side."""
        return [await self._table(name) for (name,) in await self.rows(NAMES) if name not in OWN]

    async def _table(self, name: str) -> Table:
        columns = await self.rows(COLUMNS, name)
        key = sorted((place, column) for column, place in columns if place)
        needs = await self.rows(NEEDS, name)
        return Table(
            name,
            tuple(column for column, _ in columns),
            tuple(column for _, column in key),
            frozenset(other for (other,) in needs),
        )

    async def add(self, table: Table, rows: Sequence[Row]) -> None:
        """See Side."""
        marks = ", ".join("?" * len(table.columns))
        into = f"INSERT INTO {table.name} ({', '.join(table.columns)}) VALUES ({marks})"  # noqa: S608 - names are the schema's
        with explained(self.name):
            try:
                self._file.executemany(into, rows)
            except sqlite3.IntegrityError:
                raise Unfit(self.name) from None

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[None]:
        """See Side."""
        with explained(self.name):
            self._file.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._file.execute("COMMIT")
            except BaseException:
                if self._file.in_transaction:
                    self._file.execute("ROLLBACK")
                raise

    @asynccontextmanager
    async def snapshot(self) -> AsyncIterator[None]:
        """See Side."""
        with explained(self.name):
            self._file.execute("BEGIN")
            try:
                yield
            finally:
                self._file.execute("ROLLBACK")

    async def settle(self) -> None:
        """See Side."""
        await self.rows("PRAGMA optimize")

    async def close(self) -> None:
        """See Side."""
        self._file.close()

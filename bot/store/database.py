"""The seam between the store and a driver: named queries, one read, one transaction."""

from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any, Protocol

Row = Sequence[Any]
Value = str | int | None


class Connection(Protocol):
    """Where a transaction takes place."""

    async def rows(self, query: str, **values: Value) -> list[Row]:
        """Runs a named query and returns its rows (none for a plain change)."""
        ...

    async def script(self, text: str) -> None:
        """Runs the statements of a migration."""
        ...


class Database(Protocol):
    """A database. Everything raises StoreProblem when it is out of order."""

    async def rows(self, query: str, **values: Value) -> list[Row]:
        """Reads, outside any transaction."""
        ...

    async def change(self, query: str, **values: Value) -> list[Row]:
        """Writes with one query that is its own transaction."""
        ...

    def write(self) -> AbstractAsyncContextManager[Connection]:
        """A transaction: committed at the end, rolled back by any exception or cancellation."""
        ...

    async def scrub(self) -> None:
        """Leaves no byte of deleted rows where the database can help it."""
        ...

    async def backup(self, path: Path) -> None:
        """See Store.backup."""
        ...

    async def check(self) -> None:
        """See Store.check."""
        ...

    async def close(self) -> None:
        """See Store.close."""
        ...

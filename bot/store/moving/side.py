"""What moving asks of a database, whichever it is: tables as they are, rows as they are."""

from collections.abc import Iterable, Sequence
from contextlib import AbstractAsyncContextManager
from graphlib import TopologicalSorter
from typing import Any, Protocol

from msgspec import Struct

from bot.store.problems import StoreProblem

Row = tuple[Any, ...]
OWN = frozenset({"migration", "moving"})  # a database's own books, which are not moved


class Unfit(StoreProblem):
    """Rows that do not fit what is there: the source changed while it was copied."""


class Table(Struct, frozen=True):
    """A table as the database itself describes it; ``needs`` are those that it refers to."""

    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    needs: frozenset[str] = frozenset()


class Side(Protocol):
    """A connection of its own. Everything raises StoreProblem when the database is out of order."""

    name: str

    async def rows(self, statement: str, *values: object) -> list[Row]:
        """Carries out a statement with ``?`` for each value, and returns its rows."""
        ...

    async def tables(self) -> list[Table]:
        """Every table but OWN."""
        ...

    async def add(self, table: Table, rows: Sequence[Row]) -> None:
        """Adds rows. Raises Unfit when they do not fit what is there."""
        ...

    def transaction(self) -> AbstractAsyncContextManager[None]:
        """Everything inside happens, or nothing."""
        ...

    def snapshot(self) -> AbstractAsyncContextManager[None]:
        """Inside, reading sees one moment alone, whoever writes meanwhile."""
        ...

    async def settle(self) -> None:
        """Has the database take note of what was added, for its planner."""
        ...

    async def close(self) -> None:
        """Hangs up."""
        ...


def in_order(tables: Iterable[Table]) -> list[Table]:
    """The tables, each after those that it refers to; by name where that leaves a choice."""
    known = {table.name: table for table in sorted(tables, key=lambda table: table.name)}
    order = TopologicalSorter({name: sorted(t.needs - {name}) for name, t in known.items()})
    return [known[name] for name in order.static_order()]

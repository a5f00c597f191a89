"""``badgewise migrate`` in small pages and with a line for each, to be killed at any of them.

There are two more for each page, inside its transaction. After each line it waits for a line on
standard input, so that whoever reads along knows that it has not run ahead; with nobody at the
other end it goes on by itself.
"""

import sys
from collections.abc import Sequence

from adapters import __main__, moving
from bot.store.moving import books, copying
from bot.store.moving.copying import Told
from bot.store.moving.side import Row, Side, Table
from bot.store.opening import Address

PAGE = 25  # rows

_step, _open = books.step, copying._open


def inside(what: str, table: Table) -> None:
    """A line from inside a transaction."""
    print(what, table.name, flush=True)
    sys.stdin.readline()


async def noted(target: Side, table: Table, last: str, rows: list[Row]) -> str:
    """``books.step``, with a line."""
    found = await _step(target, table, last, rows)
    inside("noted", table)
    return found


async def opened(place: Address, *, reads: bool) -> Side:
    """A side that has a line for each page it was given."""
    side = await _open(place, reads=reads)
    add = side.add

    async def added(table: Table, rows: Sequence[Row]) -> None:
        await add(table, rows)
        inside("added", table)

    side.add = added  # type: ignore[method-assign]
    return side


async def paced(source: str, target: str, told: Told) -> dict[str, int]:
    """``move``, a line at a time."""

    def step(what: str, table: str, done: int, total: int) -> None:
        told(what, table, done, total)
        sys.stdin.readline()

    return await copying.move(source, target, step)


if __name__ == "__main__":
    copying.PAGE, moving.EVERY = PAGE, 0.0
    books.step, copying._open, moving.move = noted, opened, paced
    __main__.main()

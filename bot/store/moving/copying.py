"""``move``: copies every table in pages, can be killed and run again, and checks what it did.

Documents are copied as they are, encrypted ones too: no key is needed.
"""

import json
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from hashlib import blake2b
from pathlib import Path

from bot.store.migrating import BeingFilled, migrations
from bot.store.moving import books
from bot.store.moving.side import Row, Side, Table, Unfit, in_order
from bot.store.moving.sqlite_side import SqliteSide
from bot.store.opening import NO_POSTGRES, Address, address, open_database
from bot.store.problems import StoreProblem

PAGE = 2_000  # rows
Told = Callable[
    [str, str, int, int], None
]  # "copying" or "checking", table, rows done, of how many
CHANGED = (
    "The database {name} changed while it was copied: stop whatever uses it, then run the same"
    " command again; it begins anew."
)
OLD = "The database {name} is another version's: run `badgewise migrate` on it first."
DIFFERENT = "The two databases have different tables: bring both up to date first."
MEMORY = "A database in memory cannot be moved: name a file."
SAME = "Both addresses name the same database: name another one after --to."


async def move(source_url: str, target_url: str, told: Told) -> dict[str, int]:
    """Copies everything and returns how many rows each table has; the source is only read.

    Raises StoreProblem when the target holds other data, when the two differ in the end, or when a
    database is out of order. Run again it goes on where it stopped.
    """
    async with AsyncExitStack() as stack:
        here, there = address(source_url), address(target_url)
        if ":memory:" in (here.place, there.place):
            raise StoreProblem(MEMORY)
        source = await _open(here, reads=True)
        stack.push_async_callback(source.close)
        if _same(here, there):
            raise StoreProblem(SAME)
        tables = await _tables(source)
        begun = await _prepared(there)
        target = await _open(there, reads=False)
        stack.push_async_callback(target.close)
        if await _tables(target, known=not begun) != tables:
            raise StoreProblem(DIFFERENT)
        await (books.resume if begun else books.begin)(source, target, tables)
        try:
            await _copy_all(source, target, tables, told)
            found = await _checked(source, target, tables, told)
        except Unfit:
            await books.again(target)
            raise StoreProblem(CHANGED.format(name=source.name)) from None
        await books.end(target)
        await target.settle()
    return found


def _same(here: Address, there: Address) -> bool:
    if here.kind != there.kind or here.kind == "postgres":
        return here == there
    return Path(here.place).resolve() == Path(there.place).resolve()


async def _open(place: Address, *, reads: bool) -> Side:
    if place.kind == "sqlite":
        return SqliteSide(Path(place.place), place.waits, reads=reads)
    try:
        from bot.store.moving.postgres_side import open_side  # noqa: PLC0415 - where it is in use
    except ImportError:
        raise StoreProblem(NO_POSTGRES) from None
    return await open_side(place.place, place.waits, reads=reads)


async def _prepared(place: Address) -> bool:
    """Brings the target's tables about; whether a move into it has begun before."""
    try:
        database = await open_database(place)
    except BeingFilled:
        return True
    await database.close()
    return False


async def _tables(side: Side, *, known: bool = True) -> list[Table]:
    """The tables of a database of this version, in order."""
    if known:
        at = await side.rows("SELECT max(number) FROM migration")
        if at[0][0] != len(migrations()):
            raise StoreProblem(OLD.format(name=side.name))
    return in_order(await side.tables())


async def _count(side: Side, table: Table) -> int:
    return int((await side.rows(f"SELECT count(*) FROM {table.name}"))[0][0])  # noqa: S608 - the schema's


async def _copy_all(source: Side, target: Side, tables: list[Table], told: Told) -> None:
    """Copies from one moment of the source, so that no row refers to one that was not seen."""
    async with source.snapshot():
        for table in tables:
            total = await _count(source, table)
            last, done = await books.place(target, table)
            told("copying", table.name, done, total)
            async for rows in _pages(source, table, last):
                async with target.transaction():
                    last = await books.step(target, table, last, rows)
                    await target.add(table, rows)
                done += len(rows)
                told("copying", table.name, done, total)


async def _pages(side: Side, table: Table, last: str = "") -> AsyncIterator[list[Row]]:
    """A table in pages by its primary key, from behind ``last`` on."""
    key, columns = ", ".join(table.key), ", ".join(table.columns)
    rest = f" ORDER BY {key} LIMIT {PAGE}"
    marks = ", ".join("?" * len(table.key))
    while True:
        after = f" WHERE ({key}) > ({marks})" if last else ""
        values = json.loads(last) if last else ()
        rows = await side.rows(f"SELECT {columns} FROM {table.name}{after}{rest}", *values)  # noqa: S608 - the schema's
        if not rows:
            return
        yield rows
        last = books.key_text(table, rows[-1])


async def _checked(source: Side, target: Side, tables: list[Table], told: Told) -> dict[str, int]:
    """How many rows each table has on both sides. Raises Unfit when any row differs."""
    found = {}
    for table in tables:
        one = await _sum(source, table, told)
        if one != await _sum(target, table, told):
            raise Unfit(table.name)
        found[table.name] = one[0]
    return found


async def _sum(side: Side, table: Table, told: Told) -> tuple[int, int]:
    """The number of rows, and the sum of their digests: the same in whatever order they come."""
    count, total, expected = 0, 0, await _count(side, table)
    async for rows in _pages(side, table):
        for row in rows:
            total += int.from_bytes(blake2b(repr(row).encode(), digest_size=16).digest())
        count += len(rows)
        told("checking", table.name, count, max(count, expected))
    if count != expected:
        raise Unfit(table.name)
    return count, total

"""The books of a move, in the target: what was copied so far, in the transaction that copied it."""

import json
from hashlib import blake2b

from bot.store.migrating import BEING_FILLED
from bot.store.moving.side import Row, Side, Table
from bot.store.problems import StoreProblem

ABOUT = ""  # the row on the move itself: where it comes from, and 1 when it has to begin again
MAKE = """
CREATE TABLE moving (
    name TEXT NOT NULL PRIMARY KEY,
    last TEXT NOT NULL,
    done BIGINT NOT NULL
)
"""
NOTE = "INSERT INTO moving (name, last, done) VALUES (?, ?, ?)"
STEP = "UPDATE moving SET last = ?, done = done + ? WHERE name = ? AND last = ? RETURNING name"
OTHER_SOURCE = (
    "The database {name} is being filled from another database: finish that one first, or name an"
    " empty one."
)
NOT_ALONE = "Another `badgewise migrate --to` is at work on {name}: let it finish."


def sign(source: Side) -> str:
    """A short name for a source, by which a later run knows it again."""
    return blake2b(source.name.encode(), digest_size=12).hexdigest()


async def begin(source: Side, target: Side, tables: list[Table]) -> None:
    """Opens the books; from here on no Badgewise works with the target. Only for an empty one."""
    async with target.transaction():
        for table in tables:
            if await target.rows(f"SELECT 1 FROM {table.name} LIMIT 1"):  # noqa: S608 - the schema's
                raise StoreProblem(
                    f"The database {target.name} holds data already: name an empty one."
                )
        await target.rows(
            "INSERT INTO migration (number, name) VALUES (?, ?)", BEING_FILLED, "being filled"
        )
        await target.rows(MAKE)
        await target.rows(NOTE, ABOUT, sign(source), 0)
        for table in tables:
            await target.rows(NOTE, table.name, "", 0)


async def resume(source: Side, target: Side, tables: list[Table]) -> None:
    """Goes on where another run stopped; empties the target where that run said so."""
    about = (await target.rows("SELECT last, done FROM moving WHERE name = ?", ABOUT))[0]
    if about[0] != sign(source):
        raise StoreProblem(OTHER_SOURCE.format(name=target.name))
    if not about[1]:
        return
    async with target.transaction():
        for table in reversed(tables):
            await target.rows(f"DELETE FROM {table.name}")  # noqa: S608 - the schema's
        await target.rows("UPDATE moving SET last = '', done = 0 WHERE name <> ?", ABOUT)
        await target.rows("UPDATE moving SET done = 0 WHERE name = ?", ABOUT)


async def again(target: Side) -> None:
    """Notes that what is there is not the source: the next run begins anew."""
    await target.rows("UPDATE moving SET done = 1 WHERE name = ?", ABOUT)


async def place(target: Side, table: Table) -> tuple[str, int]:
    """Where copying a table stands: the last key as text ("" at first), and how many rows."""
    row = (await target.rows("SELECT last, done FROM moving WHERE name = ?", table.name))[0]
    return str(row[0]), int(row[1])


async def step(target: Side, table: Table, last: str, rows: list[Row]) -> str:
    """Notes a page inside its transaction and returns the new place."""
    found = key_text(table, rows[-1])
    if not await target.rows(STEP, found, len(rows), table.name, last):
        raise StoreProblem(NOT_ALONE.format(name=target.name))
    return found


def key_text(table: Table, row: Row) -> str:
    """A row's key as text."""
    return json.dumps([row[table.columns.index(name)] for name in table.key])


async def end(target: Side) -> None:
    """Closes the books: the target is a database like any other."""
    async with target.transaction():
        await target.rows("DROP TABLE moving")
        await target.rows("DELETE FROM migration WHERE number = ?", BEING_FILLED)

"""Migrations: numbered .sql files, each carried out once, in one transaction of its own.

The files are written for PostgreSQL; what SQLite says differently stands in them as a comment
(``/*STRICT*/``). A migration that was published is never edited: a change is a new file.
"""

from functools import cache
from pathlib import Path

from msgspec import Struct

from bot.store.database import Database
from bot.store.problems import StoreProblem

FOLDER = Path(__file__).parent / "migrations"
TABLE = """
CREATE TABLE IF NOT EXISTS migration (
    number BIGINT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL
) /*STRICT*/;
"""


BEING_FILLED = 1_000_000  # no version: no program works with a database that is being filled


class BeingFilled(StoreProblem):
    """A database that another one is moving into."""


class Migration(Struct, frozen=True):
    """One step; ``number`` counts from 1 without a gap."""

    number: int
    name: str
    text: str


@cache
def migrations() -> tuple[Migration, ...]:
    """Returns all steps in order; raises ValueError when a number is missing or twice there."""
    paths = sorted(FOLDER.glob("*.sql"))
    steps = tuple(
        Migration(int(path.stem[:4]), path.stem[5:], path.read_text("utf-8")) for path in paths
    )
    if [step.number for step in steps] != list(range(1, len(steps) + 1)):
        raise ValueError("the migrations are not numbered 1, 2, 3, …")
    return steps


async def migrate(database: Database, lock: str = "") -> None:
    """Brings a database up to date; several programs may do so at once.

    ``lock`` is a script that makes others wait until the transaction ends, where starting one does
    not. Raises StoreProblem when the database is newer than this program.
    """
    while await _step(database, lock):
        pass


async def _step(database: Database, lock: str) -> bool:
    """Carries out the next migration; False when there is none."""
    steps = migrations()
    async with database.write() as connection:
        await connection.script(lock)
        await connection.script(TABLE)
        at: int = (await connection.rows("schema_version"))[0][0]
        if at == BEING_FILLED:
            raise BeingFilled(
                "The database is being filled by `badgewise migrate --to`: let that come to its"
                " end first, by running it again if need be."
            )
        if at > len(steps):
            raise StoreProblem(
                f"The database was made by a newer Badgewise (schema {at}, this one knows"
                f" {len(steps)}): update Badgewise."
            )
        if at == len(steps):
            return False
        await connection.script(steps[at].text)
        await connection.rows("note_migration", number=steps[at].number, name=steps[at].name)
        return True

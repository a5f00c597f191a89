"""The database file itself: prepared, checked and copied. All of it blocks: run it in threads."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from bot.store.copies import new_file, unusable
from bot.store.problems import StoreProblem
from bot.store.sqlite_problems import ADVICE, explained

APPLICATION = 0x42445753  # in the header of every database of ours
CHECKED_AT_START = 32 * 2**20  # bytes; what is larger is checked by `badgewise check` alone


def address(path: Path, mode: str) -> str:
    """Returns SQLite's own address of a file; ``mode`` is "ro" or "rw"."""
    return f"file:{quote(str(path))}?mode={mode}"


def prepare(path: Path) -> None:
    """Makes sure that a file is there, for its owner's eyes alone, and either empty or ours.

    An existing file is only read. Raises StoreProblem when it is damaged or another program's.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(path, os.O_CREAT | os.O_RDONLY, 0o600))
        size = path.stat().st_size
    except OSError as error:
        raise unusable(path, error) from None
    if size:
        inspect(path, "quick_check(1)" if size <= CHECKED_AT_START else "")


def inspect(path: Path, check: str) -> None:
    """Reads a file without a write; ``check`` is SQLite's name of how closely, or empty.

    Raises StoreProblem when the file is damaged or another program's.
    """
    with explained(str(path)), closing(sqlite3.connect(address(path, "ro"), uri=True)) as file:
        tables = _value(file, "SELECT count(*) FROM sqlite_master")
        if tables and _value(file, "PRAGMA application_id") != APPLICATION:
            raise StoreProblem(
                f"The file {path} is another program's database: name another in store.url."
            )
        if check and _value(file, f"PRAGMA {check}") != "ok":
            raise StoreProblem(f"The database {path} {ADVICE[sqlite3.SQLITE_CORRUPT]}")


def copy(source: Path, target: Path) -> None:
    """Writes a whole copy of a database in use; raises StoreProblem when ``target`` exists."""
    with (
        new_file(target) as part,
        explained(str(source)),
        closing(sqlite3.connect(address(source, "ro"), uri=True)) as file,
    ):
        file.execute("VACUUM INTO ?", (str(part),))


def _value(file: sqlite3.Connection, query: str) -> object:
    return file.execute(query).fetchone()[0]

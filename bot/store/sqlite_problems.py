"""SQLite's errors as sentences that say what to do next."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from bot.store.problems import NO_TEXT, StoreProblem

ADVICE = {
    sqlite3.SQLITE_PERM: "cannot be opened: give this user the right to its file and folder.",
    sqlite3.SQLITE_BUSY: "is locked by another program: close that one, or try again later.",
    sqlite3.SQLITE_LOCKED: "is locked by another program: close that one, or try again later.",
    sqlite3.SQLITE_READONLY: "cannot be written: give this user the right to its file and folder.",
    sqlite3.SQLITE_IOERR: "could not be read or written: check its disk, and the space left on it.",
    sqlite3.SQLITE_CORRUPT: "is damaged. It was left as it is: restore a backup in its place.",
    sqlite3.SQLITE_FULL: "has no room on its disk: free some. What was saved before is safe.",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened: check that its folder is there and may be used.",
    sqlite3.SQLITE_NOTADB: "is no database, or damaged. It was left as it is: restore a backup in"
    " its place, or name another file in store.url.",
}


def explain(error: sqlite3.Error, name: str) -> StoreProblem:
    """Returns the problem behind an error; ``name`` is the database as the operator knows it."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    other = (
        f"does not answer ({getattr(error, 'sqlite_errorname', 'closed')}): run `badgewise check`."
    )
    return StoreProblem(f"The database {name} {ADVICE.get(code, other)}")


@contextmanager
def explained(name: str) -> Iterator[None]:
    """Turns what SQLite raises inside into a StoreProblem."""
    try:
        yield
    except sqlite3.Error as error:
        raise explain(error, name) from error
    except (UnicodeEncodeError, OverflowError):
        raise StoreProblem(NO_TEXT) from None

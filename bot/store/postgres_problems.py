"""PostgreSQL's errors as sentences that say what to do next."""

from collections.abc import Iterator
from contextlib import contextmanager

import asyncpg
from asyncpg import exceptions as pg

from bot.store.problems import NO_TEXT, StoreProblem

Kinds = tuple[type[BaseException], ...]
# The last one is what asyncpg says of a connection that the server has just cut.
CUT: Kinds = (pg.PostgresConnectionError, pg.OperatorInterventionError, pg.InternalClientError)
ADVICE: tuple[tuple[Kinds, str], ...] = (
    (
        (pg.InvalidPasswordError, pg.InvalidAuthorizationSpecificationError),
        "refuses this user or password: correct store.url.",
    ),
    ((pg.InvalidCatalogNameError,), "is not there: create it, or correct store.url."),
    (
        (pg.InsufficientPrivilegeError,),
        "forbids that to this user: grant it the right to its tables.",
    ),
    ((pg.ReadOnlySQLTransactionError,), "is read-only: name the server that may be written."),
    ((pg.DiskFullError,), "has no room on its disk: free some. What was saved before is safe."),
    ((pg.DataCorruptedError, pg.IndexCorruptedError), "is damaged: restore a backup."),
    ((pg.TooManyConnectionsError,), "has no connection free: close other programs, or allow more."),
    (
        (TimeoutError, pg.QueryCanceledError, pg.LockNotAvailableError),
        "takes too long to answer: try again later.",
    ),
    (
        (OSError, pg.InterfaceError, *CUT),
        "cannot be reached: check that it is running, and store.url.",
    ),
)
TEXTS: Kinds = (pg.DataError, asyncpg.DataError, UnicodeEncodeError, OverflowError)
LOST: Kinds = (ConnectionError, *CUT)
FAULTS: Kinds = (pg.PostgresError, pg.InterfaceError, pg.InternalClientError, OSError)


def explain(error: BaseException, name: str) -> StoreProblem:
    """Returns the problem behind an error; ``name`` is the database without its password."""
    for kinds, advice in ADVICE:
        if isinstance(error, kinds):
            return StoreProblem(f"The database {name} {advice}")
    kind = type(error).__name__
    return StoreProblem(f"The database {name} does not answer ({kind}): run `badgewise check`.")


@contextmanager
def explained(name: str) -> Iterator[None]:
    """Turns what PostgreSQL and the network raise inside into a StoreProblem.

    The first error is left out of the chain: its text can hold what was to be stored.
    """
    try:
        yield
    except TEXTS:
        raise StoreProblem(NO_TEXT) from None
    except FAULTS as error:
        raise explain(error, name) from None

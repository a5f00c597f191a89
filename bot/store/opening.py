"""From a URL to a store, ready for work."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from msgspec import Struct

from bot.store.database import Database
from bot.store.problems import StoreProblem
from bot.store.sealing import Seal
from bot.store.sql_store import SqlStore
from bot.store.store import Store

WAITS = 10.0  # seconds for another program's lock, or for a server's answer
LONGEST_WAIT = 600.0
POOL, LARGEST_POOL = 20, 1_000  # connections of one program to a server
WAYS = (
    "store.url is not understood: write sqlite:///PATH, sqlite:///:memory: or"
    " postgresql://USER:PASSWORD@HOST/NAME."
)
NO_POSTGRES = "PostgreSQL needs a library: run `pip install 'badgewise[postgres]'`."


async def open_store(url: str, keys: Sequence[str] = ()) -> Store:
    """Opens a store, made or brought up to date if need be.

    ``url`` is ``sqlite:///relative/path``, ``sqlite:////absolute/path``, ``sqlite:///:memory:`` or
    ``postgresql://…``; ``?wait=SECONDS`` in it says how long to wait for a lock or an answer (10),
    ``pool=COUNT`` how many connections to a server there may be (20).
    ``keys`` are Fernet keys, the newest first. Raises StoreProblem, having left what it found as it
    was.
    """
    seal = Seal(keys)
    store = SqlStore(await open_database(address(url)), seal)
    try:
        await store.check_keys()
    except BaseException:
        await store.close()
        raise
    return store


class Address(Struct, frozen=True):
    """Where a database is: a path (SQLite) or a URL (PostgreSQL).

    ``waits`` is in seconds, ``pool`` the most connections to a server.
    """

    kind: Literal["sqlite", "postgres"]
    place: str
    waits: float
    pool: int = POOL


def address(url: str) -> Address:
    """Reads a store's URL; raises StoreProblem when it is not understood."""
    try:
        parts = urlsplit(url)
        _ = parts.port  # raises when it is none
        options = dict(parse_qsl(parts.query, strict_parsing=bool(parts.query)))
        waits, pool = float(options.pop("wait", WAITS)), int(options.pop("pool", POOL))
    except ValueError:
        raise StoreProblem(WAYS) from None
    if 0 <= waits <= LONGEST_WAIT and "\0" not in unquote(url):
        path = unquote(parts.path[1:])
        if parts.scheme == "sqlite" and path and not (parts.netloc or parts.fragment or options):
            return Address("sqlite", path, waits)
        if parts.scheme in {"postgres", "postgresql"} and waits and 0 < pool <= LARGEST_POOL:
            place = parts._replace(query=urlencode(options)).geturl()
            return Address("postgres", place, waits, pool)
    raise StoreProblem(WAYS)


async def open_database(place: Address) -> Database:
    """Opens what is below a store, brought up to date. Raises StoreProblem."""
    if place.kind == "sqlite":
        from bot.store.sqlite import open_sqlite  # noqa: PLC0415 - only the driver in use

        return await open_sqlite(Path(place.place), place.waits)
    try:
        from bot.store.postgres import open_postgres  # noqa: PLC0415 - only the driver in use
    except ImportError:
        raise StoreProblem(NO_POSTGRES) from None
    return await open_postgres(place.place, place.waits, place.pool)

"""From a URL to a store, ready for work."""

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from bot.store.database import Database
from bot.store.problems import StoreProblem
from bot.store.sealing import Seal
from bot.store.sql_store import SqlStore
from bot.store.store import Store

LONGEST_WAIT = 600.0  # seconds
WAYS = (
    "store.url is not understood: write sqlite:///PATH, sqlite:///:memory: or"
    " postgresql://USER:PASSWORD@HOST/NAME."
)


async def open_store(url: str, keys: Sequence[str] = ()) -> Store:
    """Opens a store, made or brought up to date if need be.

    ``url`` is ``sqlite:///relative/path``, ``sqlite:////absolute/path``, ``sqlite:///:memory:``
    (``?wait=SECONDS`` for another program's lock, 10 by default) or ``postgresql://…``; ``keys``
    are Fernet keys, the newest first. Raises StoreProblem, having left what it found as it was.
    """
    seal = Seal(keys)
    store = SqlStore(await _database(url), seal)
    try:
        await store.check_keys()
    except BaseException:
        await store.close()
        raise
    return store


async def _database(url: str) -> Database:
    try:
        parts = urlsplit(url)
    except ValueError:
        raise StoreProblem(WAYS) from None
    if parts.scheme == "sqlite" and not parts.netloc and len(parts.path) > 1:
        return await _sqlite(unquote(parts.path[1:]), parts.query)
    if parts.scheme in {"postgres", "postgresql"}:
        raise StoreProblem("PostgreSQL needs an extra: run `pip install 'badgewise[postgres]'`.")
    raise StoreProblem(WAYS)


async def _sqlite(path: str, query: str) -> Database:
    from bot.store.sqlite import WAITS, open_sqlite  # noqa: PLC0415 - only the driver in use

    try:
        options = parse_qs(query, strict_parsing=bool(query))
        waits = float(options.pop("wait", [str(WAITS)])[0])
    except ValueError:
        raise StoreProblem(WAYS) from None
    if options or not 0 <= waits <= LONGEST_WAIT or "\0" in path:
        raise StoreProblem(WAYS)
    return await open_sqlite(Path(path), waits)

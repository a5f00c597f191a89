"""From a URL to a store, ready for work."""

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import SplitResult, parse_qsl, unquote, urlencode, urlsplit

from bot.store.database import Database
from bot.store.problems import StoreProblem
from bot.store.sealing import Seal
from bot.store.sql_store import SqlStore
from bot.store.store import Store

WAITS = 10.0  # seconds for another program's lock, or for a server's answer
LONGEST_WAIT = 600.0
WAYS = (
    "store.url is not understood: write sqlite:///PATH, sqlite:///:memory: or"
    " postgresql://USER:PASSWORD@HOST/NAME."
)
NO_POSTGRES = "PostgreSQL needs a library: run `pip install 'badgewise[postgres]'`."


async def open_store(url: str, keys: Sequence[str] = ()) -> Store:
    """Opens a store, made or brought up to date if need be.

    ``url`` is ``sqlite:///relative/path``, ``sqlite:////absolute/path``, ``sqlite:///:memory:`` or
    ``postgresql://…``; ``?wait=SECONDS`` in it says how long to wait for a lock or an answer (10).
    ``keys`` are Fernet keys, the newest first. Raises StoreProblem, having left what it found as it
    was.
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
        _ = parts.port  # raises when it is none
        options = dict(parse_qsl(parts.query, strict_parsing=bool(parts.query)))
        waits = float(options.pop("wait", WAITS))
    except ValueError:
        raise StoreProblem(WAYS) from None
    if 0 <= waits <= LONGEST_WAIT and "\0" not in unquote(url):
        if parts.scheme == "sqlite" and not (parts.netloc or parts.fragment or options):
            return await _sqlite(unquote(parts.path[1:]), waits)
        if parts.scheme in {"postgres", "postgresql"} and waits:
            return await _postgres(parts._replace(query=urlencode(options)), waits)
    raise StoreProblem(WAYS)


async def _sqlite(path: str, waits: float) -> Database:
    from bot.store.sqlite import open_sqlite  # noqa: PLC0415 - only the driver in use

    if not path:
        raise StoreProblem(WAYS)
    return await open_sqlite(Path(path), waits)


async def _postgres(parts: SplitResult, waits: float) -> Database:
    try:
        from bot.store.postgres import open_postgres  # noqa: PLC0415 - only the driver in use
    except ImportError:
        raise StoreProblem(NO_POSTGRES) from None
    return await open_postgres(parts.geturl(), waits)

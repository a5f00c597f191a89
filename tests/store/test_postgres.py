"""What can go wrong with a server: a clear sentence, and work goes on when it is back."""

import asyncio
import importlib
import sys
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from bot.store import StoreProblem, migrating, open_store
from bot.store.migrating import Migration, migrations
from tests.store.people import ANN, FULL, NOW, SECRET
from tests.store.servers import Server, server


@pytest.fixture(scope="module")
def fragile() -> Iterator[Server]:
    """A server of its own, to be stopped and started."""
    with server() as running:
        yield running


async def test_a_restart_is_survived(fragile: Server) -> None:
    """While the server is away commands get a sentence; when it is back they work as before."""
    store = await open_store(fragile.new())
    await store.save(ANN, FULL, 0, NOW)
    fragile.stop()
    for _ in range(2):
        with pytest.raises(StoreProblem, match="cannot be reached: check that it is running"):
            await store.load(ANN)
        with pytest.raises(StoreProblem, match="cannot be reached"):
            await store.save(ANN, FULL, 1, NOW, event="Ev1")
    fragile.start()
    assert (await store.load(ANN)).learner == FULL
    assert await store.save(ANN, FULL, 1, NOW, event="Ev1") == 2
    await store.close()


async def test_a_cut_connection_goes_unnoticed(postgres: Server) -> None:
    """Who reads, or begins to write, on a connection that the server has cut does not notice."""
    url = postgres.new()
    store = await open_store(url)
    await store.save(ANN, FULL, 0, NOW)
    for version in range(1, 6):
        postgres.run(CUT)
        if version % 2:
            assert (await store.load(ANN)).learner == FULL
        assert await store.save(ANN, FULL, version, NOW, event=f"{version}") == version + 1
    await store.close()


CUT = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'badgewise'
"""
HOLD = "WITH held AS (UPDATE learner SET version = 1 RETURNING 1) SELECT pg_sleep(1.5) FROM held"


async def test_what_hangs_is_given_up(postgres: Server) -> None:
    """A query that does not come back is given up after the wait, and the next one works."""
    url = postgres.new()
    name = urlsplit(url).path[1:]
    store = await open_store(f"{url}{'&' if '?' in url else '?'}wait=0.3")
    await store.save(ANN, FULL, 0, NOW)
    holding = asyncio.create_task(asyncio.to_thread(postgres.run, HOLD, name))
    await asyncio.sleep(0.4)
    for event in (None, "Ev1"):
        with pytest.raises(StoreProblem, match="takes too long"):
            await store.save(ANN, FULL, 1, NOW, event=event)
    assert (await store.load(ANN)).version == 1
    await holding
    assert await store.save(ANN, FULL, 1, NOW, event="Ev1") == 2
    await store.close()


async def test_a_standby_is_a_sentence(postgres: Server) -> None:
    """After a failover to a server that takes no writes reading goes on, and saving says so."""
    url = postgres.new()
    store = await open_store(url)
    await store.save(ANN, FULL, 0, NOW)
    postgres.run(f"ALTER DATABASE {urlsplit(url).path[1:]} SET default_transaction_read_only = on")
    postgres.run(CUT)
    assert (await store.load(ANN)).learner == FULL
    for event in (None, "Ev1"):
        with pytest.raises(StoreProblem, match="read-only: name the server that may be written"):
            await store.save(ANN, FULL, 1, NOW, event=event)
    with pytest.raises(StoreProblem, match="read-only"):
        await open_store(url)
    assert (await store.load(ANN)).version == 1
    await store.close()


async def test_a_user_without_rights_is_a_sentence(postgres: Server) -> None:
    """A user who may not make or change tables is told what is missing; the password stays out."""
    url = postgres.new()
    postgres.run("CREATE ROLE guest LOGIN PASSWORD 'hush-hush'")  # pragma: allowlist secret
    guest = url.replace("postgres:@", "guest:hush-hush@")  # pragma: allowlist secret
    assert guest != url
    with pytest.raises(StoreProblem, match="grant it the right") as problem:
        await open_store(guest)
    assert "hush" not in repr(problem.value)


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("postgresql://u:hush@127.0.0.1:1/x", "cannot be reached"),  # pragma: allowlist secret
        ("postgresql://127.0.0.1:99999/x", "not understood"),
        ("postgresql://127.0.0.1:1/x?wait=0", "not understood"),
        ("postgresql://127.0.0.1:1/x?wait=soon", "not understood"),
        ("postgresql://127.0.0.1:1/x?pool=0", "not understood"),
        ("postgresql://127.0.0.1:1/x?pool=many", "not understood"),
    ],
)
async def test_a_wrong_address_is_a_sentence(url: str, sentence: str) -> None:
    """An address where nobody answers, or that is none, is a sentence without the password."""
    with pytest.raises(StoreProblem, match=sentence) as problem:
        await open_store(url)
    assert "hush" not in str(problem.value)


async def test_a_missing_database_is_a_sentence(postgres: Server) -> None:
    """A database that is not there is named."""
    with pytest.raises(StoreProblem, match="nowhere is not there: create it"):
        await open_store(postgres.url("nowhere"))


async def test_a_missing_library_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the driver the sentence says what to install."""
    for module in ("bot.store.postgres", "bot.store.postgres_problems"):
        monkeypatch.delitem(sys.modules, module, raising=False)
    monkeypatch.setitem(sys.modules, "asyncpg", None)
    with pytest.raises(StoreProblem, match=r"pip install 'badgewise\[postgres\]'"):
        await open_store("postgresql://127.0.0.1/x")
    importlib.invalidate_caches()


async def test_problems_hold_no_stored_text(postgres: Server) -> None:
    """A value that the server refuses is not repeated in the problem, nor in what caused it."""
    store = await open_store(postgres.new())
    with pytest.raises(StoreProblem, match="cannot be stored") as problem:
        await store.save(ANN, FULL, 0, NOW, event=f"{SECRET}\0")
    assert problem.value.__cause__ is None
    assert problem.value.__suppress_context__
    assert (await store.load(ANN)).version == 0
    await store.close()


async def test_newer_and_failed_migrations(
    postgres: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A newer database is refused; a failed migration is undone whole."""
    url = postgres.new()
    store = await open_store(url)
    await store.save(ANN, FULL, 0, NOW)
    await store.close()
    steps = migrations()
    bad = Migration(len(steps) + 1, "bad", "CREATE TABLE half (a TEXT); DELETE FROM learner; NO;")
    for known, sentence in ((steps[:2], "newer Badgewise"), ((*steps, bad), "does not answer")):
        with monkeypatch.context() as other:
            other.setattr(migrating, "migrations", lambda known=known: known)
            with pytest.raises(StoreProblem, match=sentence):
                await open_store(url)
    store = await open_store(url)
    assert (await store.load(ANN)).learner == FULL
    await store.close()

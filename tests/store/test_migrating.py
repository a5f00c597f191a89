"""From any older version to this one, and never back."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.store import StoreProblem, migrating, open_store
from bot.store.documents import learner_text
from bot.store.migrating import Migration, migrations
from bot.store.sqlite import open_sqlite
from tests.store.people import ANN, FULL, NOW


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the database is."""
    return tmp_path / "store.sqlite3"


def know(monkeypatch: pytest.MonkeyPatch, *steps: Migration) -> None:
    """Makes the program one that knows these migrations."""
    monkeypatch.setattr(migrating, "migrations", lambda: steps)


@pytest.mark.parametrize("version", range(1, len(migrations())))
async def test_older_versions_keep_their_data(
    path: Path, monkeypatch: pytest.MonkeyPatch, version: int
) -> None:
    """A person saved under any older schema is there, whole, under this one."""
    with monkeypatch.context() as older:
        know(older, *migrations()[:version])
        database = await open_sqlite(path)
        async with database.write() as connection:
            body = learner_text(FULL)
            await connection.rows("add_learner", id="a", body=body, now=1)
            await connection.rows(
                "add_identity", platform="slack", tenant="T1", user_id="U1", id="a", now=1
            )
        await database.close()
    store = await open_store(f"sqlite:///{path}")
    assert (await store.load(ANN)).learner == FULL
    assert await store.save(ANN, FULL, 1, NOW, event="Ev1", line_keys={"k": "x"}) == 2
    await store.check()
    await store.close()


async def test_a_newer_database_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that knows fewer migrations than the database says so and writes none."""
    store = await open_store(f"sqlite:///{path}")
    await store.save(ANN, FULL, 0, NOW)
    await store.close()
    before = path.read_bytes()
    with monkeypatch.context() as older:
        know(older, *migrations()[:2])
        with pytest.raises(StoreProblem, match=r"newer Badgewise .*: update Badgewise"):
            await open_store(f"sqlite:///{path}")
    assert path.read_bytes() == before


async def test_a_failed_migration_leaves_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A migration that fails half-way is undone whole, and the older program goes on."""
    store = await open_store(f"sqlite:///{path}")
    await store.save(ANN, FULL, 0, NOW)
    await store.close()
    steps = migrations()
    bad = Migration(len(steps) + 1, "bad", "CREATE TABLE half (a TEXT); DELETE FROM learner; NO;")
    with monkeypatch.context() as newer:
        know(newer, *steps, bad)
        with pytest.raises(StoreProblem):
            await open_store(f"sqlite:///{path}")
    with closing(sqlite3.connect(path)) as file:
        assert not file.execute("SELECT 1 FROM sqlite_master WHERE name = 'half'").fetchall()
    store = await open_store(f"sqlite:///{path}")
    assert (await store.load(ANN)).learner == FULL
    await store.close()


def test_numbers_have_no_gap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two migrations with one number, or a missing one, are found at once."""
    migrations()
    for name in ("0001_a.sql", "0003_c.sql"):
        (tmp_path / name).write_text("SELECT 1;")
    monkeypatch.setattr(migrating, "FOLDER", tmp_path)
    with pytest.raises(ValueError, match="not numbered"):
        migrating.migrations.__wrapped__()


async def test_every_write_is_forced_to_the_disk(path: Path) -> None:
    """Each commit is forced to the disk, what is deleted is overwritten, references hold."""
    database = await open_sqlite(path)
    wanted = {"synchronous": 2, "secure_delete": 1, "foreign_keys": 1, "temp_store": 2}
    for pragma, value in wanted.items():
        rows = await database._writer.driver.execute_fetchall(f"PRAGMA {pragma}")
        assert list(rows) == [(value,)], pragma
    rows = await database._writer.driver.execute_fetchall("PRAGMA journal_mode")
    assert list(rows) == [("wal",)]
    await database.close()

"""Copies made while the bot is at work."""

import asyncio
from pathlib import Path

import pytest

from bot.person import Person
from bot.store import Store, StoreProblem, open_store
from tests.store.people import ANN, FULL, NOW, aiming_at


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A database in a file: one in memory has no copies."""
    return f"sqlite:///{tmp_path / 'store.sqlite3'}"


async def test_a_copy_is_a_store(store: Store, tmp_path: Path) -> None:
    """A copy made while others write opens as a store and holds all that was saved before."""
    await store.save(ANN, FULL, 0, NOW)

    async def write(number: int) -> None:
        await store.save(Person("console", "", str(number)), aiming_at("x" * 500), 0, NOW)

    await asyncio.gather(store.backup(tmp_path / "copy"), *map(write, range(200)))
    copy = await open_store(f"sqlite:///{tmp_path / 'copy'}")
    assert (await copy.load(ANN)).learner == FULL
    await copy.check()
    assert await copy.save(ANN, FULL, 1, NOW) == 2
    await copy.close()


async def test_a_copy_never_overwrites(store: Store, tmp_path: Path) -> None:
    """A name that is taken, a missing folder and the database itself are refused, and kept."""
    taken = tmp_path / "taken"
    taken.write_text("mine")
    for place in (taken, tmp_path / "none" / "copy", tmp_path / "store.sqlite3", tmp_path):
        with pytest.raises(StoreProblem, match="cannot be used"):
            await store.backup(place)
    assert taken.read_text() == "mine"
    assert not list(tmp_path.glob("*.part"))


async def test_memory_has_no_copy() -> None:
    """A database in memory says what to do instead."""
    store = await open_store("sqlite:///:memory:")
    with pytest.raises(StoreProblem, match="name a file"):
        await store.backup(Path("copy"))
    await store.close()

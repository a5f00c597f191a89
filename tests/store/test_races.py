"""Many at once: nothing is lost, nothing is left half done."""

import asyncio
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from msgspec.structs import replace

from bot.advice.learner import Project
from bot.person import Person
from bot.store import Conflict, Store, open_store
from bot.store.sqlite import open_sqlite
from bot.workspace import Workspace
from tests.store.people import ANN, NOW, aiming_at


async def add(store: Store, name: str, person: Person = ANN) -> None:
    """Reads, changes and writes, until nobody came in between."""
    while True:
        loaded = await store.load(person)
        projects = (*loaded.learner.projects, Project(id=name, title=name))
        try:
            await store.save(
                person, replace(loaded.learner, projects=projects), loaded.version, NOW
            )
        except Conflict:
            continue
        return


async def several(store: Store, who: int, times: int) -> None:
    """One of many who change the same profile."""
    for number in range(times):
        await add(store, f"{who}-{number}")


async def test_no_change_is_lost(store: Store) -> None:
    """Of 800 read-modify-writes of one profile by 8 at once, every one is in the result."""
    await asyncio.gather(*(several(store, who, 100) for who in range(8)))
    loaded = await store.load(ANN)
    assert loaded.version == 800
    assert len({project.id for project in loaded.learner.projects}) == 800


async def test_of_many_admins_one_is_first(store: Store) -> None:
    """Of ten who change the same settings at once one gets through, and the others are told."""
    before = Workspace()
    for turn in range(5):

        async def change(number: int, turn: int = turn, before: Workspace = before) -> Workspace:
            after = Workspace(settings={"turn": turn, "number": number})
            await store.save_workspace("slack", "T1", after, NOW, before=before)
            return after

        results = await asyncio.gather(*map(change, range(10)), return_exceptions=True)
        (before,) = (result for result in results if isinstance(result, Workspace))
        assert sum(isinstance(result, Conflict) for result in results) == 9
        assert await store.workspace("slack", "T1") == before


async def test_a_cancelled_save_is_whole_or_nothing(url: str) -> None:
    """Cancelled at any step, a save happened whole or not at all, and no lock stays behind."""
    store = await open_store(url)
    done = 0
    for steps in range(120):
        version = (await store.load(ANN)).version
        task = asyncio.create_task(
            store.save(ANN, aiming_at(f"{steps}"), version, NOW, event=f"{steps}")
        )
        for _ in range(steps // 3):
            await asyncio.sleep(0.0002)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        loaded = await store.load(ANN)
        assert (loaded.version > version) == await store.done(f"{steps}")
        done += loaded.version > version
    assert 0 < done < 120
    await store.close()


async def test_a_cancelled_save_leaves_no_open_transaction(tmp_path: Path) -> None:
    """Right after a cancellation another program can write: the lock was given back."""
    path = tmp_path / "store.sqlite3"
    store = await open_store(f"sqlite:///{path}")
    for steps in range(150):
        task = asyncio.create_task(store.save(ANN, aiming_at("x"), 0, NOW, event=f"{steps}"))
        for _ in range(steps % 15):
            await asyncio.sleep(0)
        while not task.done():  # somebody impatient, who cancels again and again
            task.cancel()
            await asyncio.sleep(0)
        with closing(sqlite3.connect(path, timeout=0)) as other:
            other.execute("BEGIN IMMEDIATE")
            assert other.in_transaction
    await store.close()


async def test_a_slow_rollback_is_waited_for(tmp_path: Path) -> None:
    """However often it is cancelled, a transaction ends only when it is rolled back."""
    database = await open_sqlite(tmp_path / "store.sqlite3")
    driver = database._writer.driver
    await driver.create_function("nap", 1, time.sleep)
    naps = []

    async def slow() -> None:
        async with database.write() as connection:
            await connection.rows("note_event", event="Ev1", now=1)
            naps.append(asyncio.ensure_future(driver.execute_fetchall("SELECT nap(0.3)")))
            await asyncio.sleep(10)

    task = asyncio.create_task(slow())
    await asyncio.sleep(0.1)
    while not task.done():
        task.cancel()
        await asyncio.sleep(0.01)
    with closing(sqlite3.connect(tmp_path / "store.sqlite3", timeout=0)) as other:
        other.execute("BEGIN IMMEDIATE")
    await asyncio.gather(*naps)
    assert not await database.rows("event_done", event="Ev1")
    await database.close()


async def test_the_cancelled_wait_for_their_turn(store: Store) -> None:
    """Those cancelled while they wait for the writer take nobody's turn."""
    tasks = [asyncio.create_task(several(store, who, 5)) for who in range(20)]
    await asyncio.sleep(0.01)
    for task in tasks[::2]:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    names = {project.id for project in (await store.load(ANN)).learner.projects}
    assert names >= {f"{who}-{number}" for who in range(1, 20, 2) for number in range(5)}

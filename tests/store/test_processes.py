"""Several programs on one file."""

import asyncio
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from bot.person import Person
from bot.store import open_store
from bot.store.sqlite_file import APPLICATION
from tests.store.people import ANN, FULL, NOW


def child(what: str, url: str) -> "subprocess.Popen[str]":
    """Starts ``tests.store.child``."""
    command = [sys.executable, "-m", "tests.store.child", what, url]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def said(process: "subprocess.Popen[str]") -> str:
    """The last line that a child printed; nothing may be on its standard error."""
    out, err = process.communicate(timeout=60)
    assert err == ""
    return out.splitlines()[-1]


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
async def test_programs_that_start_at_once(kind: str, new_url: Callable[[str], str]) -> None:
    """Four programs that make the same new database at the same moment all get to work."""
    for _ in range(2):
        url = new_url(kind).replace("store.sqlite3", f"{time.monotonic_ns()}/store.sqlite3")
        children = [child("together", url) for _ in range(4)]
        assert [said(one) for one in children] == ["fine"] * 4
        store = await open_store(url)
        for one in children:
            assert (await store.load(Person("console", "", str(one.pid)))).version == 1
        await store.close()


async def test_a_start_waits_for_another_start(tmp_path: Path) -> None:
    """While another program is making the database, this one waits for it to be done."""
    path = tmp_path / "store.sqlite3"
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute(f"PRAGMA application_id = {APPLICATION}")
        other.execute("BEGIN IMMEDIATE")
        starting = asyncio.create_task(open_store(f"sqlite:///{path}"))
        await asyncio.sleep(0.3)
        assert not starting.done()
        other.execute("COMMIT")
        store = await starting
    assert await store.save(ANN, FULL, 0, NOW) == 1
    await store.close()


async def test_programs_that_write_at_once(shared: str) -> None:
    """Two programs that count up one profile 100 times each get to 200."""
    children = [child("counting", shared) for _ in range(2)]
    assert [said(one) for one in children] == ["fine"] * 2
    store = await open_store(shared)
    loaded = await store.load(Person("console", "", "shared"))
    assert (loaded.version, loaded.learner.goal and loaded.learner.goal.text) == (200, "200")
    await store.close()


async def test_a_program_sees_what_another_saved(shared: str) -> None:
    """What one program saves another one reads at once."""
    one, other = await open_store(shared), await open_store(shared)
    await one.load(ANN)
    await other.save(ANN, FULL, 0, NOW)
    assert (await one.load(ANN)).learner == FULL
    await one.close()
    await other.close()

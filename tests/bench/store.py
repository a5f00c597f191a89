"""The store at 1,000 and 100,000 learners, each beside bare sqlite3.

``python -m tests.bench.store --large`` adds a million.
"""

import asyncio
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import closing, suppress
from pathlib import Path

import asyncpg
import pytest
from msgspec.structs import replace

from bot.advice.learner import Credential
from bot.person import Person
from bot.store import Store, open_store
from bot.store.documents import learner_text
from tests.bench.table import Figure, percentiles, show
from tests.store.people import FULL, NOW
from tests.store.servers import server

SIZES = (1_000, 100_000)
LARGE = 1_000_000
TIMES = 2_000
TYPICAL = replace(
    FULL, credentials=tuple(Credential(id=f"c{number}", title="A title") for number in range(5))
)
FIND = """
SELECT version, body FROM identity JOIN learner ON id = learner
WHERE platform = ? AND tenant = ? AND user_id = ?
"""


def person(number: int) -> Person:
    """The learner with that number."""
    return Person("slack", f"T{number % 50}", f"U{number}")


def fill(path: Path, learners: int) -> None:
    """Adds learners the quickest way there is, in the order of nothing."""
    body = learner_text(TYPICAL)
    with closing(sqlite3.connect(path)) as file, file:
        for number in random.sample(range(learners), learners):
            one, key = person(number), f"{number * 7919 % learners:016x}"
            file.execute("INSERT INTO learner VALUES (?, 1, ?, 0, 0)", (key, body))
            who = (one.platform, one.tenant, one.user, key)
            file.execute("INSERT INTO identity VALUES (?, ?, ?, ?, 0)", who)


async def timed(work: Callable[[int], Awaitable[object]], numbers: Sequence[int]) -> list[float]:
    """Milliseconds of the work for each number, one after the other."""
    found = []
    for number in numbers:
        started = time.perf_counter()
        await work(number)
        found.append((time.perf_counter() - started) * 1000)
    return found


def bare_reads(path: Path, numbers: Sequence[int]) -> list[float]:
    """Milliseconds that sqlite3 itself takes for the same rows: no thread, no document."""
    found = []
    with closing(sqlite3.connect(path)) as file:
        for number in numbers:
            one = person(number)
            started = time.perf_counter()
            file.execute(FIND, (one.platform, one.tenant, one.user)).fetchone()
            found.append((time.perf_counter() - started) * 1000)
    return found


def bare_writes(path: Path, numbers: Sequence[int]) -> list[float]:
    """Milliseconds that sqlite3 itself takes to rewrite the same rows and wait for the disk."""
    found, body = [], learner_text(TYPICAL)
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        file.executescript("PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;")
        for number in numbers:
            one = person(number)
            started = time.perf_counter()
            key = file.execute(
                "SELECT learner FROM identity WHERE platform = ? AND tenant = ? AND user_id = ?",
                (one.platform, one.tenant, one.user),
            ).fetchone()
            file.execute("UPDATE learner SET body = ? WHERE id = ?", (body, *key))
            found.append((time.perf_counter() - started) * 1000)
    return found


async def at_once(store: Store, numbers: Sequence[int]) -> str:
    """Loads a second by eight at once."""
    started = time.perf_counter()
    lanes = (timed(lambda n: store.load(person(n)), numbers[lane::8]) for lane in range(8))
    await asyncio.gather(*lanes)
    return f"{len(numbers) / (time.perf_counter() - started):,.0f} a second"


async def measure_postgres(url: str, learners: int) -> list[Figure]:
    """The figures for one size there."""
    store = await open_store(url)
    body, link = learner_text(TYPICAL), await asyncpg.connect(url)
    people = [(person(number), f"{number:016x}") for number in range(learners)]
    await link.copy_records_to_table("learner", records=((k, 1, body, 0, 0) for _, k in people))
    rows = ((one.platform, one.tenant, one.user, key, 0) for one, key in people)
    await link.copy_records_to_table("identity", records=rows)
    await link.execute("ANALYZE")
    await link.close()
    numbers = random.sample(range(learners), min(TIMES, learners))
    name = f"PostgreSQL, {learners:,} learners"
    found = [
        *percentiles(f"{name}: load", await timed(lambda n: store.load(person(n)), numbers)),
        Figure("  eight at once", await at_once(store, numbers)),
        *percentiles(
            f"{name}: save with its event",
            await timed(lambda n: store.save(person(n), TYPICAL, 1, NOW, event=f"{n}"), numbers),
        ),
    ]
    await store.close()
    return found


async def measure(path: Path, learners: int) -> list[Figure]:
    """The figures for one size."""
    store = await open_store(f"sqlite:///{path}")
    fill(path, learners)
    numbers = random.sample(range(learners), min(TIMES, learners))
    salt = time.monotonic_ns()
    name = f"{learners:,} learners"
    found = [
        *percentiles(f"{name}: load", await timed(lambda n: store.load(person(n)), numbers)),
        *percentiles("  beside bare sqlite3", bare_reads(path, numbers)),
        Figure("  eight at once", await at_once(store, numbers)),
        *percentiles(
            f"{name}: save with its event",
            await timed(
                lambda n: store.save(person(n), TYPICAL, 1, NOW, event=f"{salt}-{n}"), numbers
            ),
        ),
        *percentiles(
            f"{name}: save",
            await timed(lambda n: store.save(person(n), TYPICAL, 2, NOW), numbers),
        ),
        *percentiles("  beside bare sqlite3", bare_writes(path, numbers)),
    ]
    await store.close()
    return found


def figures(sizes: Sequence[int] = SIZES) -> list[Figure]:
    """Reading and writing at each size."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for learners in sizes:
            found += asyncio.run(measure(Path(folder) / f"{learners}.sqlite3", learners))
    with suppress(pytest.skip.Exception), server() as running:
        found += asyncio.run(measure_postgres(running.new(), sizes[-1]))
    return found


if __name__ == "__main__":
    show("Store", lambda: figures((*SIZES, LARGE) if "--large" in sys.argv else SIZES))

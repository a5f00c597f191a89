"""Nudges delivered a second, beside the bare writes of an outbox, and the due ones of a million."""

import asyncio
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import asyncpg
import pytest

from bot.person import Person
from bot.store import Store, open_store
from bot.store.documents import learner_text
from bot.store.queries import load_queries
from tests.bench.nudging import PLATFORM
from tests.bench.table import Figure, percentiles
from tests.nudges.nudged import learner, nudge
from tests.store.servers import server

NUDGES = 1_500
WORKERS = (1, 4)
MANY = 1_000_000
WEEK = 7 * 24 * 3600
NOW = 1_770_000_000
DUE = 200  # at the moment that is asked for
BARE = (
    "CREATE TABLE bare (id INTEGER PRIMARY KEY, state TEXT NOT NULL)",
    "INSERT INTO bare VALUES ({}, 'open')",
    "UPDATE bare SET state = 'sent' WHERE id = {}",
)


@contextmanager
def workers(url: str, count: int) -> Iterator[list["subprocess.Popen[str]"]]:
    """So many, each in a process of its own, waiting for the word."""
    command = [sys.executable, "-m", "tests.bench.nudging", url]
    started = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(count)
    ]
    for one in started:
        assert one.stdout
        assert one.stdout.readline() == "ready\n"
    yield started
    say(started)
    for one in started:
        one.communicate()


def say(processes: list["subprocess.Popen[str]"]) -> None:
    """A line to each."""
    for one in processes:
        assert one.stdin
        one.stdin.write("\n")
        one.stdin.flush()


async def ended(store: Store) -> int:
    """How many have been delivered."""
    return sum(count for *_, state, count in await store.outbox.counts() if state == "sent")


async def delivered(url: str, count: int, first: int) -> float:
    """Nudges a second of so many workers; the people are numbered from ``first`` on."""
    store = await open_store(url)
    moment = datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=1)
    for number in range(first, first + NUDGES):
        await nudge(store, Person(PLATFORM, "users", str(number)), moment)
    goal = await ended(store) + NUDGES
    with workers(url, count) as processes:
        begun = time.perf_counter()
        say(processes)
        while await ended(store) < goal:  # noqa: ASYNC110 - other processes do the work
            await asyncio.sleep(0.05)
        spent = time.perf_counter() - begun
    await store.close()
    return NUDGES / spent


def bare_sqlite(path: Path) -> float:
    """Rows a second that are put in, sent to nowhere, and noted as sent."""
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        file.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;")
        file.execute(BARE[0])
        begun = time.perf_counter()
        for number in range(NUDGES):
            for statement in BARE[1:]:
                file.execute(statement.format(number))
        return NUDGES / (time.perf_counter() - begun)


async def bare_postgres(url: str) -> float:
    """The same there."""
    link = await asyncpg.connect(url)
    await link.execute(BARE[0])
    begun = time.perf_counter()
    for number in range(NUDGES):
        for statement in BARE[1:]:
            await link.execute(statement.format(number))
    spent = time.perf_counter() - begun
    await link.close()
    return NUDGES / spent


@asynccontextmanager
async def addresses(folder: Path) -> AsyncIterator[dict[str, str]]:
    """An empty database of each kind that this machine has."""
    found = {"SQLite": f"sqlite:///{folder / 'nudges.sqlite3'}"}
    try:
        with server() as running:
            yield found | {"PostgreSQL": running.new()}
    except pytest.skip.Exception:
        yield found


async def delivering(folder: Path) -> list[Figure]:
    """Due nudges a second, by database and number of workers."""
    found = []
    async with addresses(folder) as urls:
        for kind, url in urls.items():
            bare = bare_sqlite(folder / "bare.sqlite3") if kind == "SQLite" else 0.0
            bare = bare or await bare_postgres(url)
            for turn, count in enumerate(WORKERS):
                rate = await delivered(url, count, 10**17 + turn * NUDGES)
                many = f"{count} worker{'s' * (count > 1)}"
                value = f"{rate:,.0f} a second, {rate / bare:.0%} of bare"
                found.append(Figure(f"{kind}: nudges delivered, {many}", value))
            found.append(Figure("  bare: one row in, none sent, noted", f"{bare:,.0f} a second"))
    return found


async def looking(path: Path) -> list[Figure]:
    """The query for those that are due, among a million."""
    await (await open_store(f"sqlite:///{path}")).close()
    body, chance = learner_text(learner()), random.Random(1)
    with closing(sqlite3.connect(path)) as file, file:
        keys = [f"{number:032x}" for number in range(MANY)]
        file.executemany("INSERT INTO learner VALUES (?, 1, ?, 0, 0)", ((k, body) for k in keys))
        file.executemany(
            "INSERT INTO nudge VALUES (?, ?, 'users', ?, ?, 604800, '')",
            (
                (key, PLATFORM, key, NOW - 1 if n < DUE else NOW + chance.randrange(1, WEEK))
                for n, key in enumerate(keys)
            ),
        )
    query, times = load_queries("aiosqlite")["due_nudges"].text, []
    with closing(sqlite3.connect(path)) as file:
        for _ in range(300):
            begun = time.perf_counter()
            rows = file.execute(query, {"platform": PLATFORM, "now": NOW, "most": DUE}).fetchall()
            times.append((time.perf_counter() - begun) * 1000)
            assert len(rows) == DUE
    return percentiles(f"{DUE} due among {MANY:,}", times, reach="under 5 ms")


def figures() -> list[Figure]:
    """All of them."""
    with tempfile.TemporaryDirectory() as folder:
        rates = asyncio.run(delivering(Path(folder)))
        return [*rates, *asyncio.run(looking(Path(folder) / "many.sqlite3"))]

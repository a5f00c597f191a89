"""Reads that come at once share a hop to SQLite's thread, and nothing else."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiosqlite
import pytest

from bot.store.gathering import TOGETHER, Gathering

SHOWN = "SELECT :number"


@pytest.fixture
async def driver(tmp_path: Path) -> AsyncIterator[aiosqlite.Connection]:
    """A connection."""
    async with aiosqlite.connect(tmp_path / "some.sqlite3") as opened:
        yield opened


def hops(driver: aiosqlite.Connection, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Notes each way to the thread."""
    seen, there = [], driver._execute  # type: ignore[has-type]

    async def noted(*values: Any, **named: Any) -> Any:
        seen.append(values)
        return await there(*values, **named)  # type: ignore[no-untyped-call]

    monkeypatch.setattr(driver, "_execute", noted)
    return seen


async def test_each_gets_its_own_rows(driver: aiosqlite.Connection) -> None:
    """Of several hundred reads at once each finds what it asked for."""
    reads = Gathering(driver)
    found = await asyncio.gather(*(reads.rows(SHOWN, {"number": n}) for n in range(300)))
    assert found == [[(number,)] for number in range(300)]


async def test_many_at_once_take_few_hops(
    driver: aiosqlite.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first goes alone, those that wait for it go together, no more than so many at a time."""
    seen, reads = hops(driver, monkeypatch), Gathering(driver)
    await asyncio.gather(*(reads.rows(SHOWN, {"number": n}) for n in range(2 * TOGETHER + 1)))
    assert len(seen) == 3
    await reads.rows(SHOWN, {"number": 1})
    assert len(seen) == 4


async def test_one_that_fails_leaves_the_others_be(driver: aiosqlite.Connection) -> None:
    """A read that SQLite refuses fails for who asked, first or later, and for nobody else."""
    reads, wrong = Gathering(driver), "SELECT nothing FROM nowhere"
    for order in ((wrong, SHOWN, SHOWN), (SHOWN, wrong, SHOWN)):
        asked = (reads.rows(text, {"number": 1}) for text in order)
        found = await asyncio.gather(*asked, return_exceptions=True)
        for text, rows in zip(order, found, strict=True):
            assert isinstance(rows, sqlite3.OperationalError) if text is wrong else rows == [(1,)]


async def test_who_goes_away_keeps_nobody_waiting(driver: aiosqlite.Connection) -> None:
    """Cancelled reads, the first among them, leave those behind them their answers."""
    reads = Gathering(driver)
    tasks = [asyncio.create_task(reads.rows(SHOWN, {"number": n})) for n in range(10)]
    await asyncio.sleep(0)
    for task in tasks[:5]:
        task.cancel()
    async with asyncio.timeout(5):
        found = await asyncio.gather(*tasks, return_exceptions=True)
    assert all(isinstance(rows, asyncio.CancelledError) for rows in found[:5])
    assert found[5:] == [[(number,)] for number in range(5, 10)]


async def test_a_closed_connection_is_told_to_each(tmp_path: Path) -> None:
    """Reads that wait while the connection is closed fail instead of waiting for ever."""
    driver = await aiosqlite.connect(tmp_path / "some.sqlite3")
    reads = Gathering(driver)
    tasks = [asyncio.create_task(reads.rows(SHOWN, {"number": n})) for n in range(3)]
    await asyncio.sleep(0)
    await driver.close()
    async with asyncio.timeout(5):
        first, *rest = await asyncio.gather(*tasks, return_exceptions=True)
    assert first == [(0,)]
    assert all(isinstance(error, ValueError) for error in rest)

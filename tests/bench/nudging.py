"""A worker that delivers nudges to nowhere: ``python -m tests.bench.nudging URL``.

It says when it is ready, begins at the first line it reads and ends at the second.
"""

import asyncio
import sys
from typing import Any

from bot.nudges.delivery import Sent
from bot.nudges.loop import Courier, Way
from bot.nudges.sending import Times
from bot.store import open_store
from tests.nudges.nudged import library

PLATFORM = "discord"
NO_RATE = 1e-6  # seconds between two messages


async def nowhere(*_: Any) -> Sent:
    """A send that costs nothing."""
    return Sent("1")


async def work(url: str) -> None:
    """One worker."""
    store, stop = await open_store(url), asyncio.Event()
    ways = {PLATFORM: Way(nowhere, NO_RATE)}
    courier = Courier(library(), store, ways, stop=stop, times=Times(idle=0.02))
    print("ready", flush=True)
    await asyncio.to_thread(sys.stdin.readline)
    running = asyncio.create_task(courier.run())
    await asyncio.to_thread(sys.stdin.readline)
    stop.set()
    await running
    await store.close()


if __name__ == "__main__":
    asyncio.run(work(sys.argv[1]))

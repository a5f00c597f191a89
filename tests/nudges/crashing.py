"""Workers that kill themselves: ``python -m tests.nudges.crashing URL API PLATFORM …``.

It loads everything once and forks workers, each with a point at which it dies by SIGKILL, and
replaces each that has died, until so many have; then the last ones work on until SIGTERM. For each
death it prints the point. Forking makes a restart cost milliseconds instead of imports.
"""

import argparse
import asyncio
import os
import random
import signal
import sys
from collections.abc import Callable
from datetime import timedelta
from typing import Any, NoReturn

import aiohttp

import adapters.discord.deliver as to_discord
import adapters.slack.deliver as to_slack
from adapters.slack.installations import token_finder
from bot.nudges import loop
from bot.nudges.delivery import Deliver
from bot.nudges.loop import Courier, Way
from bot.nudges.sending import Times
from bot.store import Store, open_store
from bot.store import postgres as _postgres  # noqa: F401 - loaded before forking
from bot.store import sqlite as _sqlite  # noqa: F401 - the same
from bot.store.queries import load_queries
from tests.discord.platform import TOKEN
from tests.nudges.nudged import library

POINTS = ("plan", "claim", "compose", "turn", "begin", "sending", "send", "answer", "record",
          "recorded")  # fmt: skip
ONCE_A_BATCH = ("claim", "turn")
BATCH = 4
TIMES = Times(lease=timedelta(seconds=2), idle=0.05, again=0.1)
EACH = 0.0005
Kill = Callable[[str], None]


def killer(wanted: str, countdown: int) -> Kill:
    """Dies when the point was reached so often."""
    left = [countdown]

    def at(point: str) -> None:
        if point == wanted:
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    return at


class Mortal:
    """An outbox with points between its steps."""

    def __init__(self, outbox: Any, at: Kill) -> None:
        self._outbox, self._at = outbox, at

    def __getattr__(self, name: str) -> Any:
        return getattr(self._outbox, name)

    async def plan(self, platform: str, now: Any, most: int, decide: Any) -> int:
        """Dies inside the transaction."""

        def decided(learner: Any, slot: Any) -> Any:
            self._at("plan")
            return decide(learner, slot)

        return await self._outbox.plan(platform, now, most, decided)

    async def claim(self, *args: Any) -> Any:
        """Dies once it holds them."""
        found = await self._outbox.claim(*args)
        if found:
            self._at("claim")
        return found

    async def take_turns(self, *args: Any) -> Any:
        """Dies once it is its turn."""
        found = await self._outbox.take_turns(*args)
        self._at("turn")
        return found

    async def begin(self, *args: Any) -> Any:
        """Dies once a try is counted."""
        found = await self._outbox.begin(*args)
        self._at("begin")
        return found

    async def end(self, claimed: Any, ending: Any, now: Any, remember: Any = None) -> bool:
        """Dies inside the transaction, or once it is committed."""

        def remembered(learner: Any) -> Any:
            self._at("record")
            return remember(learner)

        found: bool = await self._outbox.end(claimed, ending, now, remember and remembered)
        self._at("recorded")
        return found


def mortal(deliver: Deliver, at: Kill) -> Deliver:
    """Dies while the request is on its way, or once the answer is there."""

    async def sent(*args: Any) -> Any:
        asyncio.get_running_loop().call_later(random.random() / 200, at, "sending")
        found = await deliver(*args)
        at("answer")
        return found

    return sent


def _way(platform: str, store: Store, session: aiohttp.ClientSession, api: str, at: Kill) -> Way:
    clock = store.outbox.clock
    deliver: Deliver
    if platform == "discord":
        deliver = to_discord.DirectMessages(session, TOKEN, store, clock, api)
    else:
        deliver = to_slack.DirectMessages(session, store, token_finder(store, ""), clock, api)
    return Way(mortal(deliver, at), EACH, by_tenant=platform == "slack")


async def work(url: str, api: str, platform: str, point: str, countdown: int) -> None:
    """One worker. At ``send`` it is the server that kills it."""
    stop, at = asyncio.Event(), killer(point, countdown)
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    store: Any = await open_store(url)
    store.outbox = Mortal(store.outbox, at)
    load = store.load

    async def loaded(*args: Any) -> Any:
        found = await load(*args)
        at("compose")
        return found

    store.load = loaded
    headers = {"X-Worker": str(os.getpid()), "X-Dies": str(countdown * (point == "send"))}
    async with aiohttp.ClientSession(headers=headers) as session:
        way = _way(platform, store, session, api, at)
        await Courier(library(), store, {platform: way}, stop=stop, times=TIMES).run()
    await store.close()


class Stopped(Exception):  # noqa: N818 - an order, not an error
    """SIGTERM."""


def _told(*_: object) -> NoReturn:
    raise Stopped


class Keeper:
    """Keeps so many workers alive."""

    def __init__(self, said: argparse.Namespace) -> None:
        self._said, self._left = said, said.kills
        self._chance = random.Random(said.seed)
        self._points: dict[int, str] = {}
        self._next = list(POINTS)

    def start(self) -> None:
        """Forks one; its point is the next in a shuffled list, so that each has its turn."""
        point, countdown = "", 0
        if self._left > 0:
            if not self._next:
                self._next = list(POINTS)
            point = self._next.pop(self._chance.randrange(len(self._next)))
            countdown = self._chance.randint(1, 2 if point in ONCE_A_BATCH else 6)
            self._left -= 1
        pid = os.fork()
        if pid == 0:
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            said = self._said
            asyncio.run(work(said.url, said.api, said.platform, point, countdown))
            os._exit(0)
        self._points[pid] = point

    def replace(self) -> None:
        """Waits for a death, says where it was, and starts the next."""
        pid, status = os.wait()
        point = self._points.pop(pid)
        if not os.WIFSIGNALED(status):
            raise SystemExit(f"a worker ended by itself at {point}")
        print(point, flush=True)
        self.start()

    def stop(self) -> None:
        """Ends them all as an operator does."""
        for pid in self._points:
            os.kill(pid, signal.SIGTERM)
        for pid in self._points:
            os.waitpid(pid, 0)


def main() -> None:
    """Until SIGTERM."""
    parser = argparse.ArgumentParser()
    for name in ("url", "api", "platform"):
        parser.add_argument(name)
    for name in ("workers", "kills", "seed"):
        parser.add_argument(name, type=int)
    said = parser.parse_args()
    loop.CLAIMED_AT_ONCE = loop.PLANNED_AT_ONCE = BATCH  # so that each step is met often
    library()
    for driver in ("aiosqlite", "asyncpg"):
        load_queries(driver)
    keeper = Keeper(said)
    signal.signal(signal.SIGTERM, _told)
    try:
        for _ in range(said.workers):
            keeper.start()
        print("ready", flush=True)
        while True:
            keeper.replace()
    except Stopped:
        keeper.stop()
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()

"""Another program at work on the same file: ``python -m tests.store.child WHAT URL``.

It does one thing in a process of its own (with fewer rights, with a limit, at the same time as
others) and prints one line: "fine", or the problem's sentence.
"""

import asyncio
import concurrent.futures.thread as _thread  # noqa: F401 - loaded while we may read it
import os
import resource
import sys
import time

from bot.person import Person
from bot.store import Conflict, StoreProblem, open_store
from bot.store import sqlite as _sqlite  # noqa: F401 - the same
from tests.store.people import NOW, aiming_at

NOBODY = 65_534


async def start(url: str) -> None:
    """Opens the store and adds one person."""
    store = await open_store(url)
    try:
        await store.save(Person("console", "", str(os.getpid())), aiming_at("x"), 0, NOW)
    finally:
        await store.close()


async def together(url: str) -> None:
    """Starts on the same full second as the others."""
    time.sleep(1 - time.time() % 1)  # noqa: TID251
    await start(url)


async def nobody(url: str) -> None:
    """As a user without any rights."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    await start(url)


async def limited(url: str) -> None:
    """Where no file may grow past a megabyte."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))
    store = await open_store(url)
    try:
        for number in range(2_000):
            await store.save(Person("console", "", str(number)), aiming_at("x" * 500), 0, NOW)
            print(number, flush=True)
    finally:
        await store.close()


async def counting(url: str) -> None:
    """Counts up a shared profile 100 times."""
    store = await open_store(url)
    shared = Person("console", "", "shared")
    done = 0
    while done < 100:
        version = (await store.load(shared)).version
        try:
            await store.save(shared, aiming_at(str(version + 1)), version, NOW)
            done += 1
        except Conflict:
            continue
    await store.close()


WHAT = {work.__name__: work for work in (start, together, nobody, limited, counting)}


def main() -> None:
    """Does it and says how it went."""
    try:
        asyncio.run(WHAT[sys.argv[1]](sys.argv[2]))
        print("fine")
    except StoreProblem as problem:
        print(problem)


if __name__ == "__main__":
    main()

"""A process that writes without end and says what was acknowledged, to be killed at any moment.

Started as ``python -m tests.store.writer URL``, it reads one line a round from standard input
(milliseconds to write), forks a writer, kills it with SIGKILL, and prints what the writer had
acknowledged as ``name=number`` words. Forking makes a round cost milliseconds instead of imports.
"""

import asyncio
import os
import signal
import sys
import time
from contextlib import suppress

from bot.person import Person
from bot.store import Store, line_key, open_store
from bot.store import sqlite as _sqlite  # noqa: F401 - loaded before forking
from tests.store.people import NOW, aiming_at

with suppress(ImportError):
    from bot.store import postgres as _postgres  # noqa: F401 - the same

READY = b"!"
WRITERS = ("ann", "bob", "cem", "dua")


async def write(store: Store, name: str, out: int) -> None:
    """Counts up in a person's goal; each number is said once it is saved."""
    person = Person("console", "", name)
    version = (await store.load(person)).version
    while True:
        number = version + 1
        learner = aiming_at(f"{number} " + "x" * 500)
        line, event = f"line {number}", f"{name}-{number}"
        kept = {line_key(person, line): line}
        version = await store.save(person, learner, version, NOW, event, kept)
        os.write(out, f"{name}={number}\n".encode())


async def writers(url: str, out: int) -> None:
    """Several at once, through one store."""
    store = await open_store(url)
    os.write(out, READY)
    await asyncio.gather(*(write(store, name, out) for name in WRITERS))


def kill_one(url: str, milliseconds: float) -> str:
    """Lets a writer work for a while, kills it and returns what it said."""
    back, out = os.pipe()
    pid = os.fork()
    if pid == 0:
        asyncio.run(writers(url, out))
        os._exit(1)
    os.close(out)
    assert os.read(back, 1) == READY, "the writer never began"
    time.sleep(milliseconds / 1000)
    os.kill(pid, signal.SIGKILL)
    with os.fdopen(back) as pipe:
        said = pipe.read()
    _, status = os.waitpid(pid, 0)
    if not os.WIFSIGNALED(status):
        raise SystemExit("the writer ended by itself")
    return said


def main() -> None:
    """One round for each line read."""
    for line in sys.stdin:
        print(*kill_one(sys.argv[1], float(line)).split(), flush=True)


if __name__ == "__main__":
    main()

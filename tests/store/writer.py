"""A process that writes without end and says what was acknowledged, to be killed at any moment.

Started as ``python -m tests.store.writer URL``, it reads one line a round from standard input,
forks a writer, and prints, once that is dead by SIGKILL, what it had acknowledged as
``name=number`` words. The line says when it dies: "after 20" (milliseconds of writing), or "unsaid
7", when the seventh save is committed and has not been acknowledged yet. Forking makes a round cost
milliseconds instead of imports.
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


class Mouth:
    """Says what is saved, or dies before it does."""

    def __init__(self, out: int, dies_at: int) -> None:
        """``dies_at``: which one of all saves is never said; 0 for none."""
        self._out, self._left = out, dies_at

    def say(self, name: str, number: int) -> None:
        """Acknowledges it."""
        self._left -= 1
        if self._left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        os.write(self._out, f"{name}={number}\n".encode())


async def write(store: Store, name: str, mouth: Mouth) -> None:
    """Counts up in a person's goal; each number is said once it is saved."""
    person = Person("console", "", name)
    version = (await store.load(person)).version
    while True:
        number = version + 1
        learner = aiming_at(f"{number} " + "x" * 500)
        line, event = f"line {number}", f"{name}-{number}"
        kept = {line_key(person, line): line}
        version = await store.save(person, learner, version, NOW, event, kept)
        mouth.say(name, number)


async def writers(url: str, out: int, dies_at: int) -> None:
    """Several at once, through one store."""
    store = await open_store(url)
    os.write(out, READY)
    mouth = Mouth(out, dies_at)
    await asyncio.gather(*(write(store, name, mouth) for name in WRITERS))


def kill_one(url: str, when: str, number: float) -> str:
    """Lets a writer work until it is killed, and returns what it said."""
    back, out = os.pipe()
    pid = os.fork()
    if pid == 0:
        asyncio.run(writers(url, out, int(number) if when == "unsaid" else 0))
        os._exit(1)
    os.close(out)
    assert os.read(back, 1) == READY, "the writer never began"
    if when == "after":
        time.sleep(number / 1000)
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
        when, number = line.split()
        print(*kill_one(sys.argv[1], when, float(number)).split(), flush=True)


if __name__ == "__main__":
    main()

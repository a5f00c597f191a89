"""``badgewise migrate --to URL``: moves everything into another database, showing how far it is."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from prompt_toolkit.shortcuts import ProgressBar
from prompt_toolkit.shortcuts.progress_bar import ProgressBarCounter

from bot.settings import Settings
from bot.store.moving import move
from bot.store.moving.copying import Told

EVERY = 1.0  # seconds between two lines on one table, where no bar can be drawn


@contextmanager
def _bars() -> Iterator[Told]:
    """A bar for each table, on a terminal."""
    counters: dict[tuple[str, str], ProgressBarCounter[int]] = {}
    with ProgressBar() as shown:

        def told(what: str, table: str, done: int, total: int) -> None:
            if (what, table) not in counters:
                counters[what, table] = shown(label=f"{what} {table}", total=total)
            counter = counters[what, table]
            counter.items_completed, counter.total = done, total
            counter.done = done >= total
            shown.invalidate()

        yield told


@contextmanager
def _lines() -> Iterator[Told]:
    """A line now and then, and one for each table that is through."""
    said: dict[tuple[str, str], float] = {}

    def told(what: str, table: str, done: int, total: int) -> None:
        now = monotonic()
        if done >= total or now - said.get((what, table), -EVERY) >= EVERY:
            said[what, table] = now
            print(f"{what} {table}: {done} of {total}", flush=True)

    yield told


async def run(settings: Settings, target: str) -> None:
    """Moves everything. Raises StoreProblem; run again, it goes on where it stopped."""
    shown = _bars if sys.stderr.isatty() else _lines
    with shown() as told:
        found = await move(settings.store.url, target, told)
    for table, count in found.items():
        print(f"{table}: {count}, the same on both sides")
    print("Everything is there. Put the new address into store.url; the old database is unchanged.")

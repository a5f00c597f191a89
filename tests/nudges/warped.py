"""An event loop for simulations: its clock jumps over every time in which nothing happens.

Work in other threads (the database) takes its real time: while any is under way, nothing is jumped.
"""

import asyncio
import selectors
from collections.abc import Callable
from contextlib import contextmanager
from typing import Any

REAL = 0.05  # seconds between two looks at whether a thread is done


class _Selector(selectors.DefaultSelector):
    """Waits for events as usual, or not at all."""

    def __init__(self, skipped: Callable[[float], None]) -> None:
        super().__init__()
        self._skipped = skipped
        self.busy = 0

    def select(self, timeout: float | None = None) -> list[Any]:
        events = super().select(0)
        while not events and self.busy and (timeout is None or timeout > 0):
            events = super().select(REAL)
        if events or not timeout or timeout < 0:
            return events
        self._skipped(timeout)
        return []


class Warped(asyncio.SelectorEventLoop):
    """One whose seconds pass only where something waits for them."""

    def __init__(self) -> None:
        self._now = 0.0
        self._waits = _Selector(self._skip)
        super().__init__(self._waits)

    def time(self) -> float:
        """Simulated seconds since the loop was made."""
        return self._now

    def _skip(self, seconds: float) -> None:
        self._now += seconds


@contextmanager
def at_work() -> Any:
    """Says that a thread is at work."""
    loop = asyncio.get_running_loop()
    assert isinstance(loop, Warped)
    loop._waits.busy += 1
    try:
        yield
    finally:
        loop._waits.busy -= 1

"""What the core tells of its work in numbers; who counts them is the adapters' affair.

No value here is ever somebody's words: names are of commands, platforms and states alone.
"""

from typing import Protocol


class Figures(Protocol):
    """Takes the figures of one process."""

    def answered(self, command: str, outcome: str, seconds: float) -> None:
        """One command was answered: "ok", "refused", "repeat", "store" or "mishap"."""
        ...

    def nudged(self, platform: str, state: str) -> None:
        """One nudge reached a state of its delivery, such as "sent" or "unknown"."""
        ...

    def backlog(self, count: int) -> None:
        """So many nudges are due and not delivered yet."""
        ...


class Unmeasured:
    """Nobody counts."""

    def answered(self, command: str, outcome: str, seconds: float) -> None:
        """Nothing."""

    def nudged(self, platform: str, state: str) -> None:
        """Nothing."""

    def backlog(self, count: int) -> None:
        """Nothing."""

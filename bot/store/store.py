"""What the core asks of a store, whichever database is behind it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any, Protocol

from msgspec import Struct, field

from bot.advice.learner import Learner
from bot.person import Person
from bot.store.outbox import Due, Outbox
from bot.store.problems import AlreadyDone, Conflict, StoreProblem
from bot.workspace import Workspace

__all__ = ["NO_LINES", "AlreadyDone", "Conflict", "Due", "Loaded", "Store", "StoreProblem"]

NO_LINES: Mapping[str, str] = MappingProxyType({})


class Loaded(Struct, frozen=True):
    """A learner with the version to save against (0: nothing stored yet) and their workspace."""

    learner: Learner
    version: int
    workspace: Workspace = field(default_factory=Workspace)


class Store(Protocol):
    """Every method raises StoreProblem when the database is out of order.

    ``now`` is an aware datetime, kept to the second. A cancelled call either happened whole or
    not at all.
    """

    @property
    def outbox(self) -> Outbox:
        """Nudges on their way, for the workers that deliver them."""
        ...

    async def load(self, person: Person, workspace: str | None = None) -> Loaded:
        """Reads a learner and a workspace of their platform in one go.

        ``workspace`` is the tenant whose settings count, by default the person's own.
        """
        ...

    async def save(
        self,
        person: Person,
        learner: Learner,
        version: int,
        now: datetime,
        event: str | None = None,
        line_keys: Mapping[str, str] = NO_LINES,
        due: Due | None = None,
    ) -> int:
        """Writes a learner loaded at ``version`` and returns the new version.

        ``event`` (the platform's id, unique among all platforms), ``line_keys`` (key to line, see
        ``line_key``) and when the next nudge is ``due`` are kept in the same transaction. Raises
        Conflict when the stored version is another one, AlreadyDone when the event is known; either
        way nothing is written.
        """
        ...

    async def done(self, event: str) -> bool:
        """Says whether an event was carried out."""
        ...

    async def first_time(self, events: Sequence[str], now: datetime) -> bool:
        """Notes events before their work, all or none; False when any of them was noted before.

        For work that leaves no other trace here, such as an answer that is sent.
        """
        ...

    async def delete(self, person: Person) -> None:
        """Removes all that is stored of a person, for good; nobody stored is no error.

        In SQLite no byte of it stays in the database file or its log.
        """
        ...

    async def export(self, person: Person) -> dict[str, Any]:
        """Returns all that is stored of a person as JSON values; times are ISO 8601 in UTC."""
        ...

    async def workspace(self, platform: str, tenant: str) -> Workspace:
        """Returns what a workspace has set, or the defaults."""
        ...

    async def save_workspace(
        self,
        platform: str,
        tenant: str,
        workspace: Workspace,
        now: datetime,
        event: str | None = None,
        before: Workspace | None = None,
    ) -> None:
        """Writes what a workspace has set.

        Raises Conflict when ``before`` is given and something else is stored by now, AlreadyDone
        when the event is known.
        """
        ...

    async def keep_line(self, person: Person, line: str, now: datetime) -> str:
        """Keeps the line behind a button and returns its key (at most 16 characters)."""
        ...

    async def keep_lines(self, person: Person, lines: Sequence[str], now: datetime) -> list[str]:
        """Keeps several lines at once and returns their keys, in order."""
        ...

    async def line(self, person: Person, key: str) -> str | None:
        """Returns a kept line to the person it was kept for, and None to anybody else."""
        ...

    async def keep_installation(
        self, platform: str, tenant: str, document: Mapping[str, Any], now: datetime
    ) -> None:
        """Keeps what a platform handed over when the bot was installed; the newest counts."""
        ...

    async def installation(self, platform: str, tenant: str) -> dict[str, Any] | None:
        """Returns what ``keep_installation`` kept, or None where the bot is not installed."""
        ...

    async def drop_installation(self, platform: str, tenant: str, now: datetime) -> None:
        """Forgets an installation at once; ``tidy`` deletes all else of its tenant 30 days later.

        Unless it was installed again by then. In SQLite no byte of the document stays in the file.
        """
        ...

    async def issue_ticket(self, purpose: str, now: datetime) -> str:
        """Returns a secret word (32 characters) that ``take_ticket`` takes once."""
        ...

    async def take_ticket(self, purpose: str, ticket: str, now: datetime, seconds: int) -> bool:
        """Uses a ticket up; False when it was never issued for this, is used or older than that."""
        ...

    async def note_unrecognised(self, kind: str, name: str) -> None:
        """Counts a name that could not be read; ``kind`` is "credential", "provider" or "goal".

        Gathered in memory and written now and then: a crash may lose the latest counts.
        """
        ...

    async def unrecognised(self) -> list[tuple[str, str, int]]:
        """Returns (kind, name, times), the most frequent first."""
        ...

    async def tidy(self, now: datetime) -> None:
        """Forgets what is due; for once a day.

        Events after 7 days, lines after 180, deliveries after 60, workspaces 30 days after they
        left.
        """
        ...

    async def reseal(self) -> int:
        """Encrypts everything anew with the first key and returns how many documents changed."""
        ...

    async def backup(self, path: Path) -> None:
        """Writes a whole copy, while others read and write, to a file that must not exist yet."""
        ...

    async def check(self) -> None:
        """Reads the whole database and raises StoreProblem when it is not sound."""
        ...

    async def close(self) -> None:
        """Finishes what is under way and lets go of the database. Closing twice is no error."""
        ...

"""The store over any database: documents in, documents out."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.advice.learner import Learner
from bot.person import Person
from bot.store.database import Database
from bot.store.inbox import take
from bot.store.installations import Installations, forget_the_gone
from bot.store.keys import line_key, who
from bot.store.outbox import Due, Outbox
from bot.store.people import Beside, People
from bot.store.problems import AlreadyDone
from bot.store.resealing import reseal
from bot.store.sealing import Seal
from bot.store.store import NO_LINES, Loaded
from bot.store.times import epoch
from bot.store.unrecognised import Unrecognised
from bot.store.workspaces import Workspaces
from bot.workspace import Workspace

DAY = 86_400
EVENTS_STAY = 7 * DAY  # longer than any platform repeats an event
LINES_STAY = 180 * DAY
DELIVERIES_STAY = 60 * DAY


class SqlStore:
    """See ``Store`` for what each method promises."""

    def __init__(self, database: Database, seal: Seal) -> None:
        """For ``open_store``."""
        self._database, self._seal = database, seal
        self._people, self._workspaces = People(database, seal), Workspaces(database, seal)
        self._unrecognised = Unrecognised(database)
        self._installations = Installations(database, seal)
        self.outbox = Outbox(database, seal)

    async def load(self, person: Person, workspace: str | None = None) -> Loaded:
        """One read."""
        tenant = person.tenant if workspace is None else workspace
        return await self._people.load(person, tenant)

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
        """One write."""
        beside = Beside(event, line_keys, due)
        return await self._people.save(person, learner, version, epoch(now), beside)

    async def done(self, event: str) -> bool:
        """One read."""
        return bool(await self._database.rows("event_done", event=event))

    async def first_time(self, events: Sequence[str], now: datetime) -> bool:
        """One write."""
        try:
            async with self._database.write() as connection:
                for event in events:
                    await take(connection, event, epoch(now))
        except AlreadyDone:
            return False
        return True

    async def delete(self, person: Person) -> None:
        """One write, and an emptied log."""
        await self._people.delete(person)

    async def export(self, person: Person) -> dict[str, Any]:
        """Two reads."""
        return await self._people.export(person)

    async def workspace(self, platform: str, tenant: str) -> Workspace:
        """One read; ``load`` brings the same along."""
        return await self._workspaces.load(platform, tenant)

    async def save_workspace(
        self,
        platform: str,
        tenant: str,
        workspace: Workspace,
        now: datetime,
        event: str | None = None,
        before: Workspace | None = None,
    ) -> None:
        """One write, with a look at what is there if ``before`` is given."""
        second = epoch(now)
        await self._workspaces.save(platform, tenant, workspace, second, event, before)

    async def keep_line(self, person: Person, line: str, now: datetime) -> str:
        """One write."""
        return (await self.keep_lines(person, [line], now))[0]

    async def keep_lines(self, person: Person, lines: Sequence[str], now: datetime) -> list[str]:
        """One write."""
        keys = {line_key(person, line): line for line in lines}
        async with self._database.write() as connection:
            await self._people.keep_lines(connection, person, keys, epoch(now))
        return [line_key(person, line) for line in lines]

    async def line(self, person: Person, key: str) -> str | None:
        """One read."""
        rows = await self._database.rows("find_line", key=key, **who(person))
        return json.loads(self._seal.open(rows[0][0])) if rows else None

    async def keep_installation(
        self, platform: str, tenant: str, document: Mapping[str, Any], now: datetime
    ) -> None:
        """One write."""
        await self._installations.keep(platform, tenant, document, epoch(now))

    async def installation(self, platform: str, tenant: str) -> dict[str, Any] | None:
        """One read."""
        return await self._installations.find(platform, tenant)

    async def drop_installation(self, platform: str, tenant: str, now: datetime) -> None:
        """One write, and an emptied log."""
        await self._installations.drop(platform, tenant, epoch(now))

    async def issue_ticket(self, purpose: str, now: datetime) -> str:
        """One write."""
        return await self._installations.issue(purpose, epoch(now))

    async def take_ticket(self, purpose: str, ticket: str, now: datetime, seconds: int) -> bool:
        """One write."""
        return await self._installations.take(purpose, ticket, epoch(now) - seconds)

    async def note_unrecognised(self, kind: str, name: str) -> None:
        """No write, mostly."""
        await self._unrecognised.note(kind, name)

    async def unrecognised(self) -> list[tuple[str, str, int]]:
        """One read, after a write of what was gathered."""
        return await self._unrecognised.all()

    async def tidy(self, now: datetime) -> None:
        """One write."""
        await self._unrecognised.write()
        async with self._database.write() as connection:
            await connection.rows("forget_events", before=epoch(now) - EVENTS_STAY)
            await connection.rows("forget_lines", before=epoch(now) - LINES_STAY)
            await connection.rows("forget_deliveries", before=epoch(now) - DELIVERIES_STAY)
            await forget_the_gone(connection, epoch(now))

    async def reseal(self) -> int:
        """Reads and writes everything."""
        return await reseal(self._database, self._seal)

    async def backup(self, path: Path) -> None:
        """Reads everything."""
        await self._unrecognised.write()
        await self._database.backup(path)

    async def check(self) -> None:
        """Reads everything, and opens one document to see that the keys fit."""
        await self._database.check()
        await self.check_keys()

    async def check_keys(self) -> None:
        """Raises StoreProblem when what is stored needs a key that is not at hand."""
        for query in ("some_learner", "some_installation"):
            for (body,) in await self._database.rows(query):
                self._seal.open(body)

    async def close(self) -> None:
        """Writes what was gathered first."""
        try:
            await self._unrecognised.write()
        finally:
            await self._database.close()

"""Learners: reading, writing, exporting and deleting one person."""

import json
from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

from bot.advice.learner import Learner
from bot.person import Person
from bot.store.database import Connection, Database, Row, Value
from bot.store.documents import learner_text, read_learner, read_workspace
from bot.store.inbox import take
from bot.store.keys import new_learner, who
from bot.store.outbox import Due, due_values
from bot.store.problems import Conflict
from bot.store.sealing import Seal
from bot.store.store import Loaded
from bot.store.times import iso
from bot.workspace import Workspace


class Beside(Struct, frozen=True):
    """What is written in the same transaction as a learner; see ``Store.save``."""

    event: str | None = None
    lines: Mapping[str, str] = field(default_factory=dict)
    due: Due | None = None

    @property
    def nothing(self) -> bool:
        """Whether the learner is all there is to write."""
        return self.event is None and not self.lines and self.due is None


class People:
    """One person's rows. Times are epoch seconds."""

    def __init__(self, database: Database, seal: Seal) -> None:
        """Does nothing yet."""
        self._database, self._seal = database, seal

    async def load(self, person: Person, workspace: str) -> Loaded:
        """Reads a learner and the workspace of a tenant with one query."""
        rows = await self._database.rows("load", workspace=workspace, **who(person))
        version, learner, settings = rows[0]
        return Loaded(
            Learner() if learner is None else read_learner(self._seal.open(learner)),
            version or 0,
            Workspace() if settings is None else read_workspace(self._seal.open(settings)),
        )

    async def save(
        self, person: Person, learner: Learner, version: int, second: int, beside: Beside
    ) -> int:
        """Writes a learner; with one query where nothing else has to be written."""
        body = self._seal.close(learner_text(learner))
        values: dict[str, Value] = {**who(person), "body": body, "now": second}
        if version and beside.nothing:
            return _only(await self._database.change("change_learner", version=version, **values))
        async with self._database.write() as connection:
            await take(connection, beside.event, second)
            await self.keep_lines(connection, person, beside.lines, second)
            if version:
                new = _only(await connection.rows("change_learner", version=version, **values))
            else:
                new = await _add(connection, {**values, "id": new_learner()})
            if beside.due is not None:
                await connection.rows("set_due", **who(person), **due_values(beside.due))
        return new

    async def keep_lines(
        self, connection: Connection, person: Person, lines: Mapping[str, str], second: int
    ) -> None:
        """Keeps the lines behind buttons inside a transaction."""
        for key, line in lines.items():
            text = self._seal.close(json.dumps(line))
            await connection.rows("keep_line", key=key, line=text, now=second, **who(person))

    async def delete(self, person: Person) -> None:
        """Deletes a person's rows, then whatever the database still keeps of them."""
        async with self._database.write() as connection:
            await connection.rows("delete_lines", **who(person))
            for (learner,) in await connection.rows("delete_identity", **who(person)):
                await connection.rows("delete_learner", id=learner)
                await connection.rows("delete_nudge", learner=learner, **who(person))
        await self._database.scrub()

    async def export(self, person: Person) -> dict[str, Any]:
        """Returns everything stored of a person; a newer version's keys included."""
        profile = await self._database.rows("export_person", **who(person))
        lines = await self._database.rows("export_lines", **who(person))
        due = await self._database.rows("export_nudge", **who(person))
        sent = await self._database.rows("export_deliveries", **who(person))
        return {
            "person": {"platform": person.platform, "tenant": person.tenant, "user": person.user},
            "profile": self._profile(*profile[0]) if profile else None,
            "buttons": [self._button(*row) for row in lines],
            "next_nudge_at": iso(due[0][0]) if due and due[0][0] is not None else None,
            "nudges": [_delivery(*row) for row in sent],
        }

    def _profile(
        self, version: int, body: str, created: int, changed: int, added: int
    ) -> dict[str, Any]:
        return {
            "learner": json.loads(self._seal.open(body)),
            "version": version,
            "created_at": iso(created),
            "changed_at": iso(changed),
            "known_here_since": iso(added),
        }

    def _button(self, key: str, line: str, kept: int) -> dict[str, Any]:
        return {"key": key, "line": json.loads(self._seal.open(line)), "kept_at": iso(kept)}


def _delivery(id_: str, slot: int, state: str, rule: str, message: str) -> dict[str, Any]:
    return {"id": id_, "slot": iso(slot), "state": state, "rule": rule, "message": message}


async def _add(connection: Connection, values: Mapping[str, Value]) -> int:
    """Adds a person who was not there; raises Conflict when somebody else did."""
    await connection.rows("add_learner", **_named(values, "id", "body", "now"))
    identity = _named(values, "platform", "tenant", "user_id", "id", "now")
    if not await connection.rows("add_identity", **identity):
        raise Conflict
    return 1


def _named(values: Mapping[str, Value], *names: str) -> dict[str, Value]:
    return {name: values[name] for name in names}


def _only(rows: list[Row]) -> int:
    """The version in the one row; Conflict when there is none."""
    if not rows:
        raise Conflict
    version: int = rows[0][0]
    return version

"""Learners: reading, writing, exporting and deleting one person."""

import json
from collections.abc import Mapping
from typing import Any

from bot.advice.learner import Learner
from bot.person import Person
from bot.store.database import Connection, Database
from bot.store.documents import learner_text, read_learner, read_workspace
from bot.store.inbox import take
from bot.store.keys import new_learner, who
from bot.store.problems import Conflict
from bot.store.sealing import Seal
from bot.store.store import Loaded
from bot.store.times import iso
from bot.workspace import Workspace


async def load(database: Database, seal: Seal, person: Person, workspace: str) -> Loaded:
    """Reads a learner and a workspace with one query."""
    rows = await database.rows("load", workspace=workspace, **who(person))
    version, learner, settings = rows[0]
    return Loaded(
        Learner() if learner is None else read_learner(seal.open(learner)),
        version or 0,
        Workspace() if settings is None else read_workspace(seal.open(settings)),
    )


async def save(
    database: Database,
    seal: Seal,
    person: Person,
    learner: Learner,
    version: int,
    second: int,
    event: str | None,
    lines: Mapping[str, str],
) -> int:
    """Writes a learner; in one statement where nothing else has to be written."""
    body = seal.close(learner_text(learner))
    values = {**who(person), "body": body, "now": second}
    if version and event is None and not lines:
        return _new_version(await database.change("change_learner", version=version, **values))
    async with database.write() as connection:
        await take(connection, event, second)
        await keep_lines(connection, seal, person, lines, second)
        if version:
            rows = await connection.rows("change_learner", version=version, **values)
            return _new_version(rows)
        return await _add(connection, person, body, second)


async def _add(connection: Connection, person: Person, body: str, second: int) -> int:
    id_ = new_learner()
    await connection.rows("add_learner", id=id_, body=body, now=second)
    if not await connection.rows("add_identity", id=id_, now=second, **who(person)):
        raise Conflict
    return 1


def _new_version(rows: list[Any]) -> int:
    if not rows:
        raise Conflict
    version: int = rows[0][0]
    return version


async def keep_lines(
    connection: Connection, seal: Seal, person: Person, lines: Mapping[str, str], second: int
) -> None:
    """Keeps the lines behind buttons inside a transaction."""
    for key, line in lines.items():
        text = seal.close(json.dumps(line))
        await connection.rows("keep_line", key=key, line=text, now=second, **who(person))


async def delete(database: Database, person: Person) -> None:
    """Deletes a person's rows, then whatever the database still keeps of them."""
    async with database.write() as connection:
        await connection.rows("delete_lines", **who(person))
        for (learner,) in await connection.rows("delete_identity", **who(person)):
            await connection.rows("delete_learner", id=learner)
    await database.scrub()


async def export(database: Database, seal: Seal, person: Person) -> dict[str, Any]:
    """Returns everything stored of a person; a profile that cannot be read is given as it is."""
    rows = await database.rows("export_person", **who(person))
    lines = await database.rows("export_lines", **who(person))
    return {
        "person": {"platform": person.platform, "tenant": person.tenant, "user": person.user},
        "profile": [_profile(seal, *row) for row in rows][0] if rows else None,
        "buttons": [
            {"key": key, "line": json.loads(seal.open(line)), "kept_at": iso(second)}
            for key, line, second in lines
        ],
    }


def _profile(
    seal: Seal, version: int, body: str, created: int, changed: int, added: int
) -> dict[str, Any]:
    return {
        "learner": json.loads(seal.open(body)),
        "version": version,
        "created_at": iso(created),
        "changed_at": iso(changed),
        "known_here_since": iso(added),
    }

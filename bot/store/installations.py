"""Installations of the bot in workspaces, and the tickets that lead to them."""

import json
import secrets
from collections.abc import Mapping
from typing import Any

from bot.store.database import Connection, Database, Value
from bot.store.sealing import Seal

DAY = 86_400
DATA_STAYS = 30 * DAY  # after an uninstallation; the tokens go at once
TICKETS_STAY = DAY


class Installations:
    """Documents that a platform handed over. Times are epoch seconds."""

    def __init__(self, database: Database, seal: Seal) -> None:
        """Does nothing yet."""
        self._database, self._seal = database, seal

    async def keep(
        self, platform: str, tenant: str, document: Mapping[str, Any], second: int
    ) -> None:
        """Keeps the newest document of a tenant."""
        body = self._seal.close(json.dumps(dict(document), sort_keys=True))
        values: dict[str, Value] = {"platform": platform, "tenant": tenant, "body": body}
        async with self._database.write() as connection:
            await connection.rows("save_installation", now=second, **values)

    async def find(self, platform: str, tenant: str) -> dict[str, Any] | None:
        """The document, or None where nothing is installed."""
        values = {"platform": platform, "tenant": tenant}
        rows = await self._database.rows("find_installation", **values)
        return json.loads(self._seal.open(rows[0][0])) if rows else None

    async def drop(self, platform: str, tenant: str, second: int) -> None:
        """Empties the document and notes when, so that the rest can follow."""
        async with self._database.write() as connection:
            values = {"platform": platform, "tenant": tenant}
            await connection.rows("drop_installation", now=second, **values)
        await self._database.scrub()

    async def issue(self, purpose: str, second: int) -> str:
        """A fresh ticket (32 characters)."""
        ticket = secrets.token_hex(16)
        async with self._database.write() as connection:
            await connection.rows("issue_ticket", ticket=ticket, purpose=purpose, now=second)
        return ticket

    async def take(self, purpose: str, ticket: str, after: int) -> bool:
        """Uses a ticket up; False when it is good for nothing."""
        async with self._database.write() as connection:
            values = {"ticket": ticket, "purpose": purpose}
            return bool(await connection.rows("take_ticket", after=after, **values))


async def forget_the_gone(connection: Connection, second: int) -> None:
    """Deletes old tickets, and all that is left of workspaces that uninstalled long ago."""
    await connection.rows("forget_tickets", before=second - TICKETS_STAY)
    for platform, tenant in await connection.rows("long_gone", before=second - DATA_STAYS):
        values = {"platform": platform, "tenant": tenant}
        await connection.rows("forget_tenant_lines", **values)
        for (learner,) in await connection.rows("forget_tenant_people", **values):
            await connection.rows("delete_learner", id=learner)
        await connection.rows("forget_tenant_workspace", **values)
        await connection.rows("forget_installation", **values)

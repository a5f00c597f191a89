"""Workspaces: settings and trusted providers, one document a tenant."""

from bot.store.database import Connection, Database, Value
from bot.store.documents import read_workspace, workspace_text
from bot.store.inbox import take
from bot.store.problems import Conflict
from bot.store.sealing import Seal
from bot.workspace import Workspace


class Workspaces:
    """The rows of workspaces. Times are epoch seconds."""

    def __init__(self, database: Database, seal: Seal) -> None:
        """Does nothing yet."""
        self._database, self._seal = database, seal

    async def load(self, platform: str, tenant: str) -> Workspace:
        """Reads one, or the defaults."""
        rows = await self._database.rows("load_workspace", platform=platform, tenant=tenant)
        return self._read(rows[0][0]) if rows else Workspace()

    async def save(
        self,
        platform: str,
        tenant: str,
        workspace: Workspace,
        second: int,
        event: str | None,
        before: Workspace | None,
    ) -> None:
        """Writes one; with ``before``, only over that."""
        values: dict[str, Value] = {"platform": platform, "tenant": tenant, "now": second}
        values["body"] = self._seal.close(workspace_text(workspace))
        async with self._database.write() as connection:
            await take(connection, event, second)
            if before is None:
                await connection.rows("save_workspace", **values)
            else:
                await self._replace(connection, values, before)

    async def _replace(
        self, connection: Connection, values: dict[str, Value], before: Workspace
    ) -> None:
        place = {name: values[name] for name in ("platform", "tenant")}
        rows = await connection.rows("load_workspace", **place)
        if (self._read(rows[0][0]) if rows else Workspace()) != before:
            raise Conflict
        if rows:
            written = await connection.rows("replace_workspace", old=rows[0][0], **values)
        else:
            written = await connection.rows("add_workspace", **values)
        if not written:
            raise Conflict

    def _read(self, stored: str) -> Workspace:
        return read_workspace(self._seal.open(stored))

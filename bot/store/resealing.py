"""Encrypting everything anew, after a key was added in front."""

from bot.store.database import Connection, Database
from bot.store.sealing import Seal


async def reseal(database: Database, seal: Seal) -> int:
    """Closes every document with the first key; returns how many. Saves in between win."""
    return await _learners(database, seal) + await _rest(database, seal)


async def _learners(database: Database, seal: Seal) -> int:
    after, count = "", 0
    while rows := await database.rows("next_learners", after=after):
        async with database.write() as connection:
            for id_, version, body in rows:
                new = seal.close(seal.open(body))
                await connection.rows("reseal_learner", id=id_, version=version, body=new)
        after, count = rows[-1][0], count + len(rows)
    return count


async def _rest(database: Database, seal: Seal) -> int:
    async with database.write() as connection:
        count = await _workspaces(connection, seal) + await _lines(connection, seal)
        return count + await _installations(connection, seal)


async def _installations(connection: Connection, seal: Seal) -> int:
    rows = await connection.rows("all_installations")
    for platform, tenant, body in rows:
        new = seal.close(seal.open(body))
        values = {"platform": platform, "tenant": tenant, "old": body}
        await connection.rows("reseal_installation", body=new, **values)
    return len(rows)


async def _workspaces(connection: Connection, seal: Seal) -> int:
    rows = await connection.rows("all_workspaces")
    for platform, tenant, body in rows:
        new = seal.close(seal.open(body))
        await connection.rows(
            "reseal_workspace", platform=platform, tenant=tenant, body=new, old=body
        )
    return len(rows)


async def _lines(connection: Connection, seal: Seal) -> int:
    rows = await connection.rows("all_lines")
    for platform, tenant, user_id, key, line in rows:
        new = seal.close(seal.open(line))
        await connection.rows(
            "reseal_line",
            platform=platform,
            tenant=tenant,
            user_id=user_id,
            key=key,
            line=new,
            old=line,
        )
    return len(rows)

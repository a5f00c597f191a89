"""Events carried out: a repeat has no second effect."""

from bot.store.database import Connection
from bot.store.problems import AlreadyDone


async def take(connection: Connection, event: str | None, second: int) -> None:
    """Notes an event inside a transaction; raises AlreadyDone when it is there."""
    if event is not None and not await connection.rows("note_event", event=event, now=second):
        raise AlreadyDone(event)

"""Names that could not be read, counted in memory and written in handfuls."""

from collections import Counter

from bot.store.database import Database

HANDFUL = 50  # distinct names that are gathered before they are written
LONGEST = 80  # characters of a name
ROOM = 5_000  # distinct names kept; a flood of new ones fills no disk


class Unrecognised:
    """Counts (kind, name), without who asked."""

    def __init__(self, database: Database) -> None:
        """Starts with nothing gathered."""
        self._database = database
        self._gathered: Counter[tuple[str, str]] = Counter()

    async def note(self, kind: str, name: str) -> None:
        """Counts one name, cut to LONGEST."""
        self._gathered[kind, name[:LONGEST]] += 1
        if len(self._gathered) >= HANDFUL:
            await self.write()

    async def write(self) -> None:
        """Writes what was gathered; keeps it for the next time when that fails."""
        taken, self._gathered = self._gathered, Counter()
        if not taken:
            return
        try:
            async with self._database.write() as connection:
                for (kind, name), times in sorted(taken.items()):
                    await connection.rows(
                        "count_unrecognised", kind=kind, name=name, times=times, room=ROOM
                    )
        except BaseException:
            self._gathered.update(taken)
            raise

    async def all(self) -> list[tuple[str, str, int]]:
        """Returns (kind, name, times), the most frequent first."""
        await self.write()
        rows = await self._database.rows("all_unrecognised")
        return [(kind, name, times) for kind, name, times in rows]

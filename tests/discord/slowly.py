"""A store that takes its time: the real one, each read later."""

import asyncio
from typing import Any

from bot.store import Store


class Slowly:
    """Passes everything on; loading waits first."""

    def __init__(self, store: Store, seconds: float) -> None:
        self._store, self._seconds = store, seconds

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    async def load(self, *values: Any) -> Any:
        """Like the store's own, later."""
        await asyncio.sleep(self._seconds)
        return await self._store.load(*values)

"""Where people's profiles are kept: SQLite by default, PostgreSQL by changing one URL."""

from bot.store.keys import line_key
from bot.store.opening import open_store
from bot.store.problems import AlreadyDone, Conflict, StoreProblem, Unreadable
from bot.store.store import Loaded, Store

__all__ = [
    "AlreadyDone",
    "Conflict",
    "Loaded",
    "Store",
    "StoreProblem",
    "Unreadable",
    "line_key",
    "open_store",
]

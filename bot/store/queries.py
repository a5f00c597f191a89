"""The named queries, in the files under ``queries/``: one text for every database.

The few that a database must hear in words of its own stand in a folder of its driver's name.
"""

from functools import cache
from pathlib import Path

import aiosql
from msgspec import Struct

FOLDER = Path(__file__).parent / "queries"


class Query(Struct, frozen=True):
    """A statement in a driver's own form; ``names`` are its values in order, where that counts."""

    text: str
    names: tuple[str, ...] = ()


@cache
def load_queries(driver: str) -> dict[str, Query]:
    """Returns all queries by name for a driver that aiosql knows ("aiosqlite", "asyncpg")."""
    found: dict[str, Query] = {}
    for path in (*sorted(FOLDER.glob("*.sql")), *sorted((FOLDER / driver).glob("*.sql"))):
        loaded = aiosql.from_path(path, driver, mandatory_parameters=False)
        order: dict[str, list[str]] = getattr(loaded.driver_adapter, "var_sorted", {})
        for name in loaded.available_queries:
            if not name.endswith("_cursor"):
                text = getattr(loaded, name).sql
                found[name] = Query(text, tuple(order.get(name, ())))
    return found

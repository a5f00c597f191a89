"""The named queries, in the files under ``queries/``: one text for every database.

A query begins with a line ``-- name: its_name``, which may end in a mark for the reader (``!``: it
gives no rows); its values are ``:name``. The few that a database must hear in words of its own
stand in a folder of its driver's name.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "queries"
_QUERY = re.compile(r"^-- name: (\w+)\S*$(.*?)(?=^-- name:|\Z)", re.MULTILINE | re.DOTALL)
_REMARK = re.compile(r"^\s*--.*\n?", re.MULTILINE)
_QUOTED_OR_VALUE = re.compile(r"'(?:''|[^'])*'|\"[^\"]*\"|(?<![:\w]):(\w+)")


@dataclass(frozen=True, slots=True)
class Query:
    """A statement in a driver's own form; ``names`` are its values in order, where that counts."""

    text: str
    names: tuple[str, ...] = ()


@cache
def load_queries(driver: str) -> dict[str, Query]:
    """Returns all queries by name for a driver: "aiosqlite", or "asyncpg", which numbers values."""
    files = (*sorted(FOLDER.glob("*.sql")), *sorted((FOLDER / driver).glob("*.sql")))
    formed = _numbered if driver == "asyncpg" else Query
    return {name: formed(text) for file in files for name, text in _queries(file)}


def _queries(file: Path) -> Iterator[tuple[str, str]]:
    """Each query's name and text, without remarks."""
    for name, text in _QUERY.findall(file.read_text(encoding="utf-8")):
        yield name, _REMARK.sub("", text).strip()


def _numbered(text: str) -> Query:
    """With ``$1`` for the first of its values, and so on."""
    names = list(dict.fromkeys(name for name in _QUOTED_OR_VALUE.findall(text) if name))
    return Query(
        _QUOTED_OR_VALUE.sub(
            lambda m: f"${names.index(m.group(1)) + 1}" if m.group(1) else m.group(), text
        ),
        tuple(names),
    )

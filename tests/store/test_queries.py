"""The named queries: read from their files, in each driver's own form."""

from pathlib import Path

import pytest

from bot.store import queries
from bot.store.queries import Query, load_queries

FILE = """-- What the file is about.

-- name: find
-- A remark.
SELECT body, ':no', "a:b" FROM learner
-- Another, of :nothing.
WHERE id = :id AND at < CAST(:now AS bigint) AND :id <> x::text;

-- name: drop!
DELETE FROM learner;
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Queries of this test's own."""
    (tmp_path / "a.sql").write_text(FILE)
    monkeypatch.setattr(queries, "FOLDER", tmp_path)
    load_queries.cache_clear()
    yield tmp_path
    load_queries.cache_clear()


def test_named_values(folder: Path) -> None:
    """Without remarks and marks, and values by name."""
    found = load_queries("aiosqlite")
    assert set(found) == {"find", "drop"}
    assert found["drop"] == Query("DELETE FROM learner;")
    assert found["find"].text == (
        "SELECT body, ':no', \"a:b\" FROM learner\n"
        "WHERE id = :id AND at < CAST(:now AS bigint) AND :id <> x::text;"
    )


def test_numbered_values(folder: Path) -> None:
    """A value has one number wherever it stands; casts and what is quoted stay as they are."""
    found = load_queries("asyncpg")["find"]
    assert found.names == ("id", "now")
    assert found.text == (
        "SELECT body, ':no', \"a:b\" FROM learner\n"
        "WHERE id = $1 AND at < CAST($2 AS bigint) AND $1 <> x::text;"
    )


def test_a_database_in_words_of_its_own(folder: Path) -> None:
    """A query in the folder of a driver takes the place of the common one, for that driver."""
    (folder / "asyncpg").mkdir()
    (folder / "asyncpg" / "b.sql").write_text("-- name: drop!\nTRUNCATE learner;\n")
    assert load_queries("asyncpg")["drop"].text == "TRUNCATE learner;"
    assert load_queries("aiosqlite")["drop"].text == "DELETE FROM learner;"

"""The named queries: read from their files, in each driver's own form."""

from pathlib import Path

import pytest

from bot.store import queries
from bot.store.queries import Query, load_queries

FILE = """-- name: find^
SELECT body FROM learner WHERE id = :id AND at < :now;

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


def test_a_database_in_words_of_its_own(folder: Path) -> None:
    """A query in the folder of a driver takes the place of the common one, for that driver."""
    (folder / "asyncpg").mkdir()
    (folder / "asyncpg" / "b.sql").write_text("-- name: drop!\nTRUNCATE learner;\n")
    assert load_queries("asyncpg")["find"] == Query(
        "SELECT body FROM learner WHERE id = $1 AND at < $2;", ("id", "now")
    )
    assert load_queries("asyncpg")["drop"].text == "TRUNCATE learner;"
    assert load_queries("aiosqlite")["drop"].text == "DELETE FROM learner;"

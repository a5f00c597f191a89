"""The service over a real database, and the rule that nothing goes wrong behind the scenes."""

import asyncio
import logging
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.advice.library import Library
from bot.commands.service import Service
from bot.store import Store, open_store
from tests.commands.talk import Talk


@pytest.fixture(scope="session")
def service() -> Service:
    """The core with the built-in knowledge."""
    return Service(Library())


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file that is up to date and empty, to be copied."""
    path = tmp_path_factory.mktemp("empty") / "empty.sqlite3"

    async def make() -> None:
        await (await open_store(f"sqlite:///{path}")).close()

    asyncio.run(make())
    return path


@pytest.fixture
def database(empty: Path, tmp_path: Path) -> Path:
    """An empty database of the test's own, alone in its folder."""
    folder = tmp_path / "data"
    folder.mkdir()
    return Path(shutil.copy(empty, folder / "talk.sqlite3"))


@pytest.fixture
async def store(database: Path) -> AsyncIterator[Store]:
    """The store in that file."""
    opened = await open_store(f"sqlite:///{database}")
    yield opened
    await opened.close()


@pytest.fixture
def talk(service: Service, store: Store) -> Talk:
    """A person's conversation, from nothing."""
    return Talk(service, store)


@pytest.fixture(autouse=True)
def no_mishap(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """No unforeseen error is logged while a test runs."""
    yield
    errors = [r for r in caplog.get_records("call") if r.levelno >= logging.ERROR]
    assert [r.getMessage() for r in errors if r.name.startswith("badgewise")] == []

"""Every database that the store runs on, as a fixture."""

from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest

from bot.store import Store, open_store
from tests.store.servers import Server, server


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A PostgreSQL server."""
    with server() as running:
        yield running


@pytest.fixture
def new_url(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str], str]:
    """Makes the address of an empty database of some kind."""

    def make(kind: str) -> str:
        if kind == "postgres":
            running: Server = request.getfixturevalue("postgres")
            return running.new()
        return f"sqlite:///{':memory:' if kind == 'memory' else tmp_path / 'store.sqlite3'}"

    return make


@pytest.fixture(params=["sqlite", "memory", "postgres"])
def url(request: pytest.FixtureRequest, new_url: Callable[[str], str]) -> str:
    """The address of an empty database."""
    return new_url(request.param)


@pytest.fixture(params=["sqlite", "postgres"])
def shared(request: pytest.FixtureRequest, new_url: Callable[[str], str]) -> str:
    """The address of an empty database that several programs can use."""
    return new_url(request.param)


@pytest.fixture
async def store(url: str) -> AsyncIterator[Store]:
    """An empty store."""
    opened = await open_store(url)
    yield opened
    await opened.close()

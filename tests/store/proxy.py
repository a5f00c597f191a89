"""A way to a PostgreSQL server that can be slow, silent or cut."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from urllib.parse import parse_qs, urlsplit


class Proxy:
    """Passes bytes on; ``delay`` (seconds) is added to each answer of the server's."""

    def __init__(self, url: str) -> None:
        self._url, self.delay, self.silent = url, 0.0, False
        self._links: set[asyncio.StreamWriter] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self.port = 0

    @property
    def url(self) -> str:
        """The database's address by this way."""
        parts = urlsplit(self._url)
        user = parts.netloc.rpartition("@")[0] or "postgres"
        return f"postgresql://{user.rstrip(':')}@127.0.0.1:{self.port}{parts.path}"

    def cut(self) -> None:
        """Every connection is gone at once."""
        for link in list(self._links):
            link.transport.abort()

    async def serve(self, near: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        """One connection."""
        task = asyncio.current_task()
        assert task
        self._tasks.add(task)
        folder = parse_qs(urlsplit(self._url).query)["host"][0]
        try:
            far, out = await asyncio.open_unix_connection(f"{folder}/.s.PGSQL.5432")
        except OSError:  # the server is down
            self._tasks.discard(task)
            back.close()
            return
        self._links |= {back, out}
        ways = (self._pass(near, out, slowly=False), self._pass(far, back, slowly=True))
        with suppress(asyncio.CancelledError):
            await asyncio.gather(*ways)
        self._links -= {back, out}
        self._tasks.discard(task)

    async def _pass(
        self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, *, slowly: bool
    ) -> None:
        with suppress(OSError):
            while data := await source.read(65_536):
                if slowly and self.delay:
                    await asyncio.sleep(self.delay)
                while self.silent:  # noqa: ASYNC110
                    await asyncio.sleep(0.02)
                sink.write(data)
        sink.close()

    async def close(self) -> None:
        """Ends everything."""
        self.silent = False
        self.cut()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)


@asynccontextmanager
async def proxied(url: str) -> AsyncIterator[Proxy]:
    """A proxy before a server that listens on a Unix socket."""
    proxy = Proxy(url)
    server = await asyncio.start_server(proxy.serve, "127.0.0.1", 0)
    proxy.port = server.sockets[0].getsockname()[1]
    try:
        yield proxy
    finally:
        server.close()
        await proxy.close()

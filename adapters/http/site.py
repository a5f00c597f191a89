"""The one HTTP server of a process: health, metrics, and the routes of platforms that join."""

import asyncio
from collections.abc import (
    AsyncIterator,
    Awaitable,
    Callable,
    Collection,
    Iterable,
    Mapping,
)
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from typing import TYPE_CHECKING, cast

from aiohttp import web

from adapters.problems import PlatformProblem
from bot.settings import HttpSettings
from bot.store import Store, StoreProblem

if TYPE_CHECKING:
    from adapters.http.metrics import Metrics

MOST = 1_000_000  # bytes of a request's body
QUICK = 2.0  # seconds in which a healthy database answers
TO_FINISH = 5.0  # seconds for requests under way
_RETRY = {"Retry-After": "1"}
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Ready = Callable[[], Awaitable[bool]]


async def always() -> bool:
    """Ready whenever it is there."""
    return True


class Site:
    """What is served; ``port`` is 0 until ``opened``, and ``closed`` says why it stays so.

    Ready means that the database answers and that every platform in ``expected`` has joined and
    says that it is ready.
    """

    def __init__(
        self, store: Store, metrics: "Metrics | None" = None, expected: Collection[str] = ()
    ) -> None:
        self.port, self.closed = 0, "the HTTP server is not open"
        self._store, self._metrics, self._expected = store, metrics, expected
        self._platforms: dict[str, Ready] = {}
        self._routes: dict[tuple[str, str], Handler] = {("GET", "/healthz"): _live}
        self._routes["GET", "/readyz"] = self._ready
        if metrics:
            self._routes["GET", "/metrics"] = self._figures

    @asynccontextmanager
    async def joined(
        self,
        platform: str,
        routes: Iterable[web.RouteDef] = (),
        ready: Ready = always,
        counted: Mapping[str, int] | None = None,
    ) -> AsyncIterator[None]:
        """Serves a platform's routes too, and shows its counts, while inside.

        Left once the requests under way are answered; new ones are told to come again.
        """
        under_way = _UnderWay()
        async with AsyncExitStack() as stack:
            stack.push_async_callback(under_way.finished)
            for route in routes:
                place = (route.method, route.path)
                self._routes[place] = under_way.noted(cast("Handler", route.handler))
                stack.callback(self._routes.pop, place)
            if self._metrics and counted is not None:
                collector = self._metrics.count(platform, counted)
                stack.callback(self._metrics.registry.unregister, collector)
            self._platforms[platform] = ready
            stack.callback(self._platforms.pop, platform)
            yield

    @asynccontextmanager
    async def opened(self, settings: HttpSettings) -> AsyncIterator["Site"]:
        """Listens while inside. Raises PlatformProblem when the port cannot be had."""
        app = web.Application(client_max_size=MOST)
        app.router.add_route("*", "/{path:.*}", self._handle)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=5.0, auto_decompress=False)
        await runner.setup()
        try:
            try:
                await web.TCPSite(runner, settings.host, settings.port).start()
            except OSError as error:
                self.closed = (
                    f"http.host and http.port cannot be used ({error.strerror}): choose another"
                    " port, one for each process on this host."
                )
                raise PlatformProblem(self.closed) from None
            self.port = int(runner.addresses[0][1])
            yield self
        finally:
            await runner.cleanup()
            self.port = 0

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        method = "GET" if request.method == "HEAD" else request.method
        handler = self._routes.get((method, request.path))
        if handler is not None:
            return await handler(request)
        if any(verb for verb, path in self._routes if path == request.path):
            return web.Response(status=405)
        if any(name not in self._platforms for name in self._expected):  # it may be that one's
            return web.Response(status=503, headers=_RETRY)
        return web.Response(status=404)

    async def _states(self) -> dict[str, bool]:
        """Each platform, and whether it is ready; told to the metrics too."""
        states = {name: await ready() for name, ready in list(self._platforms.items())}
        states |= {name: False for name in self._expected if name not in states}
        if self._metrics:
            for name, is_so in states.items():
                self._metrics.ready(name, is_so=is_so)
        return states

    async def _ready(self, _: web.Request) -> web.Response:
        """Database and platforms are there."""
        states = {**await self._states(), "database": await self._answers()}
        missing = [name for name, is_so in sorted(states.items()) if not is_so]
        if missing:
            text = f"not ready: {', '.join(missing)}\n"
            return web.Response(status=503, text=text, headers=_RETRY)
        return web.Response(text="ready\n")

    async def _answers(self) -> bool:
        """Whether the database does."""
        try:
            async with asyncio.timeout(QUICK):
                await self._store.workspace("-", "-")
        except (StoreProblem, TimeoutError):
            return False
        return True

    async def _figures(self, _: web.Request) -> web.Response:
        """Figures of this process."""
        from adapters.http.metrics import CONTENT_TYPE  # noqa: PLC0415 - only where it is measured

        assert self._metrics  # noqa: S101 - the route is there with the metrics alone
        await self._states()
        return web.Response(body=self._metrics.text(), headers={"Content-Type": CONTENT_TYPE})


class _UnderWay:
    """How many requests of a platform are being answered."""

    def __init__(self) -> None:
        self._count, self._none = 0, asyncio.Event()
        self._none.set()

    def noted(self, handler: Handler) -> Handler:
        """The same handler; who is in it counts."""

        async def noted(request: web.Request) -> web.StreamResponse:
            self._count += 1
            self._none.clear()
            try:
                return await handler(request)
            finally:
                self._count -= 1
                if not self._count:
                    self._none.set()

        return noted

    async def finished(self) -> None:
        """Waits a while until nobody is in a handler."""
        with suppress(TimeoutError):
            async with asyncio.timeout(TO_FINISH):
                await self._none.wait()


async def _live(_: web.Request) -> web.Response:
    """It answers, so it lives."""
    return web.Response(text="ok\n")

"""The HTTP server: Slack's requests, install pages, health."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager

from aiohttp import web
from slack_bolt.async_app import AsyncApp

from adapters.problems import PlatformProblem
from adapters.slack.app import dispatch
from adapters.slack.desk import Desk
from adapters.slack.gate import Gate
from bot.settings import HttpSettings

MOST = 1_000_000  # bytes of a request's body
WHOLE = 5.0  # seconds in which a body must have come in; Slack itself gives up after three
_RETRY = {"Retry-After": "1"}


class Door:
    """``/slack/events``: everything that Slack sends."""

    def __init__(self, app: AsyncApp, gate: Gate, desk: Desk) -> None:
        self._app, self._gate, self._desk = app, gate, desk

    async def events(self, request: web.Request) -> web.Response:
        """Checked before anything reads it; no body is logged."""
        body = await _read(request)
        if body is None or not self._gate.enter(request.headers, body):
            self._desk.counted["request refused"] += 1
            return web.Response(status=401)
        self._desk.counted["request accepted"] += 1
        try:
            text = body.decode()
        except UnicodeDecodeError:
            return web.Response(status=400)
        headers = {"content-type": request.headers.get("Content-Type", "")}
        answer = await dispatch(self._app, text, headers, "http")
        if answer.status >= 500:
            self._gate.leave(request.headers)
        return web.Response(
            status=answer.status,
            body=answer.body.encode(),
            headers={k: v[0] for k, v in answer.headers.items() if v},
        )


async def _read(request: web.Request) -> bytes | None:
    """The body as it came over the wire; None when it never came in whole."""
    try:
        async with asyncio.timeout(WHOLE):
            return await request.read()
    except (web.RequestPayloadError, ConnectionError, TimeoutError):
        return None


class Health:
    """Whether the process lives, whether it can work, and what it did."""

    def __init__(self, desk: Desk, ready: Callable[[], Awaitable[bool]]) -> None:
        self._desk, self._ready = desk, ready

    async def live(self, _: web.Request) -> web.Response:
        """It answers, so it lives."""
        return web.Response(text="ok\n")

    async def ready(self, _: web.Request) -> web.Response:
        """Database and connection are there."""
        if await self._ready():
            return web.Response(text="ready\n")
        return web.Response(status=503, text="not ready\n", headers=_RETRY)

    async def metrics(self, _: web.Request) -> web.Response:
        """Counts, in the form that Prometheus reads; no names."""
        name = "badgewise_slack_total"
        rows = [f'{name}{{what="{k}"}} {v}' for k, v in sorted(self._desk.counted.items())]
        return web.Response(text="\n".join([f"# TYPE {name} counter", *rows, ""]))

    def routes(self) -> list[web.RouteDef]:
        """Where to ask."""
        return [
            web.get("/healthz", self.live),
            web.get("/readyz", self.ready),
            web.get("/metrics", self.metrics),
        ]


@asynccontextmanager
async def opened(settings: HttpSettings, routes: Iterable[web.RouteDef]) -> AsyncIterator[int]:
    """Serves while inside; gives the port. Raises PlatformProblem when the port is taken.

    Bodies are taken as they are: what is signed is what is read, and nothing is unpacked first.
    """
    app = web.Application(client_max_size=MOST)
    app.add_routes(list(routes))
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=5.0, auto_decompress=False)
    await runner.setup()
    try:
        site = web.TCPSite(runner, settings.host, settings.port)
        try:
            await site.start()
        except OSError as error:
            raise PlatformProblem(
                f"http.host and http.port cannot be used ({error.strerror}): choose another port."
            ) from None
        yield int(runner.addresses[0][1])
    finally:
        await runner.cleanup()

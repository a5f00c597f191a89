"""A small Slack on a loopback port: Web API, response URLs, sockets. It records what it is told."""

import asyncio
import json
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

from tests.slack.direct import Conversations

JSON = dict[str, Any]
TEAMS = {"xoxb-one": ("T1", "UBOT1"), "xoxb-two": ("T2", "UBOT2")}
USES = 5  # of a response URL
VALID_APP = "xapp-good"


@dataclass
class Call:
    """One call of the Web API, or one use of a response URL."""

    method: str
    token: str
    values: JSON


@dataclass
class Slack:
    """What the server knows and heard."""

    calls: list[Call] = field(default_factory=list)
    users: dict[str, JSON] = field(default_factory=dict)
    codes: dict[str, JSON] = field(default_factory=dict)
    faults: dict[str, Callable[[web.Request], web.Response | None]] = field(default_factory=dict)
    direct: Conversations = field(default_factory=Conversations)
    after: dict[str, Callable[[web.Request], web.Response | None]] = field(default_factory=dict)
    carried_out: Callable[[web.Request, str], Awaitable[None]] | None = None
    tokens: dict[str, tuple[str, str]] = field(default_factory=lambda: dict(TEAMS))
    open_sockets: list[web.WebSocketResponse] = field(default_factory=list)
    waiting: dict[str, JSON] = field(default_factory=dict)  # envelopes that nobody acknowledged
    acks: dict[str, JSON] = field(default_factory=dict)
    connections: int = 0
    port: int = 0

    @property
    def url(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.port}"

    def of(self, method: str) -> list[JSON]:
        """The values of the calls of a method, in order."""
        return [c.values for c in self.calls if c.method == method]

    async def until(self, method: str, count: int = 1, seconds: float = 5.0) -> list[JSON]:
        """Waits for so many calls of a method."""
        async with asyncio.timeout(seconds):
            while len(self.of(method)) < count:  # noqa: ASYNC110
                await asyncio.sleep(0.002)
        return self.of(method)

    async def api(self, request: web.Request) -> web.StreamResponse:
        """Any method of the Web API."""
        method = request.match_info["method"]
        values = await _values(request)
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        self.calls.append(Call(method, token, values))
        fault = self.faults.get(method)
        if fault and (broken := fault(request)) is not None:
            return broken
        form = request.content_type != "application/json"
        answer = self.answer(method, token, values, form=form)
        if self.carried_out:
            await self.carried_out(request, method)
        late = self.after.get(method)
        if late and (broken := late(request)) is not None:
            return broken
        return web.json_response(answer)

    def answer(self, method: str, token: str, values: JSON, *, form: bool = False) -> JSON:
        """What Slack would say."""
        if method == "oauth.v2.access":
            return self.codes.pop(values.get("code", ""), {"ok": False, "error": "invalid_code"})
        if method == "apps.connections.open":
            good = token == VALID_APP
            url = f"{self.url.replace('http', 'ws')}/socket"
            return {"ok": True, "url": url} if good else {"ok": False, "error": "invalid_auth"}
        if token not in self.tokens:
            return {"ok": False, "error": "invalid_auth"}
        team, bot = self.tokens[token]
        direct = self.direct.answer(method, team, values, form=form)
        if direct is not None:
            return direct
        if method == "auth.test":
            return {"ok": True, "team_id": team, "user_id": bot, "bot_id": f"B{bot}"}
        if method == "users.info":
            return {
                "ok": True,
                "user": {"id": values.get("user"), **self.users.get(values["user"], {})},
            }
        if method in ("views.open", "views.update", "views.publish"):
            return {
                "ok": True,
                "view": {**values["view"], "id": f"V{len(self.calls)}", "hash": "h"},
            }
        return {"ok": True, "ts": "1.2"}

    async def respond(self, request: web.Request) -> web.StreamResponse:
        """A response URL."""
        key = request.match_info["key"]
        if sum(c.method == "respond" and c.token == key for c in self.calls) == USES:
            return web.json_response({"ok": False, "error": "used_url"}, status=404)
        self.calls.append(Call("respond", key, await request.json()))
        fault = self.faults.get("respond")
        if fault and (broken := fault(request)) is not None:
            return broken
        return web.Response(text="ok")

    async def socket(self, request: web.Request) -> web.WebSocketResponse:
        """One connection; what was not acknowledged comes again on a new one."""
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self.connections += 1
        self.open_sockets.append(socket)
        await socket.send_json({"type": "hello", "num_connections": 1})
        for envelope in list(self.waiting.values()):
            await socket.send_json(envelope)
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                ack = json.loads(message.data)
                self.waiting.pop(ack["envelope_id"], None)
                self.acks[ack["envelope_id"]] = ack.get("payload") or {}
        if socket in self.open_sockets:
            self.open_sockets.remove(socket)
        return socket

    async def push(self, kind: str, payload: JSON) -> str:
        """Sends an envelope to the newest connection, now or once there is one."""
        key = uuid.uuid4().hex
        envelope = {
            "type": kind, "envelope_id": key, "payload": payload, "accepts_response_payload": True,
        }  # fmt: skip
        self.waiting[key] = envelope
        if self.open_sockets:
            with suppress(ConnectionError):
                await self.open_sockets[-1].send_json(envelope)
        return key

    async def acked(self, key: str, seconds: float = 10.0) -> JSON:
        """The payload that came with an acknowledgement."""
        async with asyncio.timeout(seconds):
            while key not in self.acks:  # noqa: ASYNC110
                await asyncio.sleep(0.002)
        return self.acks[key]


async def _values(request: web.Request) -> JSON:
    if request.content_type == "application/json":
        found: JSON = await request.json()
        return found
    return dict(await request.post())


@asynccontextmanager
async def slack() -> AsyncIterator[Slack]:
    """A running server."""
    here = Slack()
    app = web.Application()
    app.add_routes(
        [
            web.post("/api/{method}", here.api),
            web.post("/respond/{key}", here.respond),
            web.get("/socket", here.socket),
        ]
    )
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    here.port = runner.addresses[0][1]
    try:
        yield here
    finally:
        await runner.cleanup()

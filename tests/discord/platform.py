"""A small Discord on the loopback interface: its gateway, its REST, its refusals."""

import asyncio
import itertools
import json
import time
import zlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

from tests.discord import openapi, rules
from tests.discord.direct import Direct

BOT, TOKEN = 900000000000000001, "BOT.TOKEN.for-tests"
API = "/api/v10"
Json = dict[str, Any]
HANGING = -1  # as a fault's status: no answer ever comes
SAY, ANNOUNCE, ANNOUNCE_CHANGE, CHANGE, COMPLETE, WINDOW = 4, 5, 6, 7, 8, 9


def user(number: int, name: str = "ada") -> Json:
    """A user as Discord writes one."""
    return {"id": str(number), "username": name, "discriminator": "0", "avatar": None,
            "global_name": name.capitalize(), "public_flags": 0}  # fmt: skip


@dataclass
class Exchange:
    """Everything that was sent about one interaction."""

    payload: Json
    sent_at: float = field(default_factory=time.monotonic)
    first: Json | None = None
    first_after: float = 0.0
    changes: list[Json] = field(default_factory=list)
    posts: list[Json] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    deliveries: int = 0
    done: asyncio.Event = field(default_factory=asyncio.Event)
    answered_after: float = 0.0

    def finish(self) -> None:
        """The answer itself has come."""
        self.answered_after = time.monotonic() - self.sent_at
        self.done.set()

    @property
    def data(self) -> Json:
        """The answer's body, however it came."""
        for found in (self.posts, self.changes):
            if found:
                return found[-1]
        assert self.first is not None
        return self.first["data"]


@dataclass
class Fault:
    """The next requests whose path contains ``part`` are answered so (``status`` 0: cut off)."""

    part: str
    status: int
    times: int = 1
    headers: dict[str, str] = field(default_factory=dict)
    body: Json = field(default_factory=dict)
    after: bool = False  # the request is carried out before it is answered so


class Socket:
    """One gateway connection."""

    def __init__(self, ws: web.WebSocketResponse, *, compressed: bool) -> None:
        self.ws, self._pack = ws, zlib.compressobj() if compressed else None

    async def send(self, op: int, data: Any = None, name: str | None = None, seq: int = 0) -> None:
        """One frame."""
        text = json.dumps({"op": op, "d": data, "t": name, "s": seq or None})
        if self._pack is None:
            await self.ws.send_str(text)
            return
        packed = self._pack.compress(text.encode()) + self._pack.flush(zlib.Z_SYNC_FLUSH)
        await self.ws.send_bytes(packed)


class Discord:
    """The server. ``problems`` is what the real one would have refused."""

    def __init__(self, *, shards: int = 1, heartbeat: int = 41_250, strict: bool = True) -> None:
        self.strict = strict
        self.shards, self.heartbeat = shards, heartbeat
        self.commands: list[Json] = []
        self.puts = 0
        self.problems: list[str] = []
        self.faults: list[Fault] = []
        self.requests: list[tuple[str, str]] = []
        self.identifies: list[Json] = []
        self.resumes = 0
        self.exchanges: dict[str, Exchange] = {}
        self.sockets: list[Socket] = []
        self.deaf = self.no_resume = self.gateway_shut = False
        self.close_with: int | None = None
        self.application: Json = {}
        self.direct = Direct()
        self.carried_out: Callable[[web.Request, str], Awaitable[None]] | None = None
        self.connected = asyncio.Event()
        self._events: list[tuple[int, str, Json]] = []
        self._numbers = itertools.count(1_000_000_000_000_000_001)
        self._runner: web.AppRunner | None = None
        self.url = self.gateway = ""

    async def start(self) -> None:
        """Listens on a free port."""
        app = web.Application(client_max_size=30_000_000)
        app.router.add_get("/gateway", self._gateway)
        app.router.add_route("*", API + "/{tail:.*}", self._rest)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.url, self.gateway = f"http://{host}:{port}{API}", f"ws://{host}:{port}/gateway"

    async def stop(self) -> None:
        """Closes everything."""
        for socket in self.sockets:
            await socket.ws.close()
        if self._runner:
            await self._runner.cleanup()

    def number(self) -> int:
        """A new snowflake."""
        return next(self._numbers)

    # The gateway

    async def _gateway(self, request: web.Request) -> web.StreamResponse:
        if self.gateway_shut:
            raise web.HTTPServiceUnavailable
        ws = web.WebSocketResponse()
        await ws.prepare(request)
        packed = request.query.get("compress") == "zlib-stream"
        assert packed or "compress" not in request.query, "only zlib-stream is spoken here"
        socket = Socket(ws, compressed=packed)
        await socket.send(10, {"heartbeat_interval": self.heartbeat})
        async for frame in ws:
            if frame.type is WSMsgType.TEXT:
                await self._hear(socket, json.loads(frame.data))
        if socket in self.sockets:
            self.sockets.remove(socket)
        return ws

    async def _hear(self, socket: Socket, frame: Json) -> None:
        if frame["op"] == 1 and not self.deaf:
            await socket.send(11)
        elif frame["op"] == 2:
            await self._identify(socket, frame["d"])
        elif frame["op"] == 6:
            await self._resume(socket, frame["d"])

    async def _identify(self, socket: Socket, said: Json) -> None:
        self.identifies.append(said)
        if self.close_with is not None:
            await socket.ws.close(code=self.close_with)
            return
        self.sockets.append(socket)
        ready = {
            "v": 10, "user": {**user(BOT, "badgewise"), "bot": True}, "guilds": [],
            "session_id": f"session-{len(self.identifies)}", "resume_gateway_url": self.gateway,
            "application": {"id": str(BOT), "flags": 0}, "shard": said.get("shard", [0, 1]),
        }  # fmt: skip
        await self._event(socket, "READY", ready)
        self.connected.set()

    async def _resume(self, socket: Socket, said: Json) -> None:
        if self.no_resume:
            await socket.send(9, False)
            return
        self.resumes += 1
        self.sockets.append(socket)
        for seq, name, data in list(self._events):
            if seq > said["seq"]:
                await socket.send(0, data, name, seq)
        await self._event(socket, "RESUMED", {})
        self.connected.set()

    async def _event(self, socket: Socket, name: str, data: Json) -> None:
        seq = len(self._events) + 1
        self._events.append((seq, name, data))
        await socket.send(0, data, name, seq)

    async def dispatch(self, name: str, data: Json) -> None:
        """An event, to the first shard; kept for a resume where nobody is connected."""
        if self.sockets:
            await self._event(self.sockets[0], name, data)
        else:
            self._events.append((len(self._events) + 1, name, data))

    async def op(self, op: int, data: Any = None) -> None:
        """A frame of the gateway's own to everybody, who are then no longer connected."""
        self.connected.clear()
        for socket in list(self.sockets):
            await socket.send(op, data)

    async def cut(self) -> None:
        """Every connection breaks without a word."""
        self.connected.clear()
        for socket in list(self.sockets):
            transport = socket.ws._req.transport  # type: ignore[union-attr]
            self.sockets.remove(socket)
            if transport:
                transport.abort()

    # Interactions

    async def send(self, payload: Json) -> Exchange:
        """Sends an interaction, which may be known already."""
        found = self.exchanges.setdefault(payload["token"], Exchange(payload))
        await self.dispatch("INTERACTION_CREATE", payload)
        return found

    async def interact(self, payload: Json, patience: float = 10.0) -> Exchange:
        """Sends an interaction and waits for the answer itself."""
        exchange = await self.send(payload)
        async with asyncio.timeout(patience):
            await exchange.done.wait()
        return exchange

    # REST

    async def _rest(self, request: web.Request) -> web.StreamResponse:
        path = request.path.removeprefix(API)
        self.requests.append((request.method, path))
        fault = next((f for f in self.faults if f.part in path and f.times), None)
        if fault:
            fault.times -= 1
            if fault.after:
                await self._answer(request, path)
            if fault.status == HANGING:
                await asyncio.sleep(3_600)
            if not fault.status:
                assert request.transport
                request.transport.abort()
            body = fault.body or {"message": "fault", "code": 0}
            return web.json_response(body, status=fault.status or 500, headers=fault.headers)
        return await self._answer(request, path)

    async def _answer(self, request: web.Request, path: str) -> web.StreamResponse:
        if "/callback" not in path and "/webhooks/" not in path:
            if request.headers.get("Authorization") != f"Bot {TOKEN}":
                return _json({"message": "401: Unauthorized", "code": 0}, 401)
            return await self._about(request, path)
        body, files = await _body(request)
        self._check(request.method, path, body)
        parts = path.split("/")
        if path.endswith("/callback"):
            return self._callback(parts[3], body, files)
        return self._follow(request.method, parts[3], body, files)

    async def _about(self, request: web.Request, path: str) -> web.StreamResponse:
        if path.endswith("/commands"):
            return await self._commands(request, path)
        if path.startswith("/channels/") or path == "/users/@me/channels":
            return await self._direct(request, path)
        app = {
            "id": str(BOT), "name": "badgewise", "icon": None, "description": "", "flags": 0,
            "bot_public": True, "bot_require_code_grant": False, "verify_key": "0" * 64,
            "owner": user(1), "team": None, "rpc_origins": [], "summary": "",
            "integration_types_config": {"0": {}, "1": {}}, **self.application,
        }  # fmt: skip
        found: dict[str, Callable[[], Json]] = {
            "/users/@me": lambda: {**user(BOT, "badgewise"), "bot": True},
            "/oauth2/applications/@me": lambda: app,
            "/applications/@me": lambda: app,
            "/gateway/bot": lambda: {
                "url": self.gateway, "shards": self.shards,
                "session_start_limit": {"total": 1000, "remaining": 999, "reset_after": 1,
                                        "max_concurrency": 1},
            },
        }  # fmt: skip
        if path not in found:
            self.problems.append(f"{request.method} {path} is not known here")
            return _json({"message": "404: Not Found", "code": 0}, 404)
        return _json(found[path]())

    async def _commands(self, request: web.Request, path: str) -> web.StreamResponse:
        if request.method == "PUT":
            body = await request.json()
            self._check("PUT", path, body)
            self.problems += rules.command_problems(body)
            self.puts += 1
            self.commands = [_registered(c, self.number()) for c in body]
        return _json(self.commands)

    async def _direct(self, request: web.Request, path: str) -> web.StreamResponse:
        body: Json = await request.json() if request.method == "POST" else {}
        if request.method == "POST":
            self._check("POST", path, body)
            if path.endswith("/messages"):
                self.problems += rules.message_problems(body)
        answer = self.direct.answer(request, path, body, self.number())
        self.problems += self.direct.problems
        if self.carried_out:
            await self.carried_out(request, path)
        return _json(answer) if answer is not None else _json({"code": 0}, 404)

    def _check(self, method: str, path: str, body: Any) -> None:
        if self.strict and openapi.SPEC.exists():
            template = openapi.template(path, method)
            if template is None:
                self.problems.append(f"{method} {path} is not in the specification")
            else:
                schema = openapi.body_schema(method, template)
                self.problems += [f"{path}: {p}" for p in openapi.problems(body, schema)]

    def _callback(self, token: str, body: Json, files: dict[str, bytes]) -> web.StreamResponse:
        exchange = self.exchanges.get(token)
        if exchange is None:
            return _json({"message": "Unknown interaction", "code": 10062}, 404)
        exchange.deliveries += 1
        if exchange.first is not None:
            return _json({"message": "Already acknowledged", "code": 40060}, 400)
        exchange.first, exchange.files = body, {**exchange.files, **files}
        exchange.first_after = time.monotonic() - exchange.sent_at
        if exchange.first_after > 3:
            self.problems.append("the first answer came after three seconds")
        self._check_answer(exchange, body)
        if body["type"] not in (ANNOUNCE, ANNOUNCE_CHANGE):
            exchange.finish()
        return web.Response(status=204)

    def _check_answer(self, exchange: Exchange, body: Json) -> None:
        kind, data = body["type"], body.get("data", {})
        if kind in (SAY, CHANGE):
            self.problems += rules.message_problems(data, edit=kind == CHANGE)
        elif kind == COMPLETE:
            self.problems += rules.choice_problems(data["choices"])
        elif kind == ANNOUNCE and set(data) - {"flags"}:
            self.problems.append("an announcement says more than its flags")
        if kind in (CHANGE, ANNOUNCE_CHANGE) and exchange.payload["type"] != 3:
            self.problems.append("there is no message to change")
        if (kind == COMPLETE) != (exchange.payload["type"] == 4):
            self.problems.append("an answer of another kind than the question")

    def _follow(
        self, method: str, token: str, body: Json, files: dict[str, bytes]
    ) -> web.StreamResponse:
        exchange = self.exchanges.get(token)
        if exchange is None or exchange.first is None:
            return _json({"message": "Unknown Webhook", "code": 10015}, 404)
        self.problems += rules.message_problems(body, edit=method == "PATCH")
        exchange.files = {**exchange.files, **files}
        (exchange.changes if method == "PATCH" else exchange.posts).append(body)
        exchange.finish()
        return _json({"id": str(self.number())})


async def until(holds: Callable[[], bool], seconds: float = 12) -> None:
    """Waits for something that no event tells of."""
    async with asyncio.timeout(seconds):
        while not holds():  # noqa: ASYNC110
            await asyncio.sleep(0.01)


def _json(body: Any, status: int = 200) -> web.Response:
    """discord.py parses this content type alone."""
    return web.Response(
        body=json.dumps(body).encode(), status=status, headers={"Content-Type": "application/json"}
    )


async def _body(request: web.Request) -> tuple[Json, dict[str, bytes]]:
    if request.content_type == "application/json":
        return await request.json(), {}
    form = await request.post()
    files = {
        part.filename: part.file.read() for part in form.values() if isinstance(part, web.FileField)
    }
    payload = form["payload_json"]
    text = payload.file.read() if isinstance(payload, web.FileField) else payload
    return json.loads(text), files


def _registered(command: Json, number: int) -> Json:
    """A command as Discord gives it back: with ids, defaults and numbers as text."""
    found = {
        "name_localizations": None, "description_localizations": None, "nsfw": False,
        "description": "", "default_member_permissions": None, "dm_permission": True,
        **command, "id": str(number), "application_id": str(BOT), "version": str(number),
    }  # fmt: skip
    if found["default_member_permissions"] is not None:
        found["default_member_permissions"] = str(found["default_member_permissions"])
    return _without_defaults(found)


def _without_defaults(value: Any) -> Any:
    """Options lose what is false or empty, as on Discord."""
    if isinstance(value, dict):
        return {
            k: _without_defaults(v)
            for k, v in value.items()
            if not (k in ("required", "autocomplete", "options") and not v)
        }
    return [_without_defaults(v) for v in value] if isinstance(value, list) else value

"""Badgewise serving a loopback Slack, over HTTP or Socket Mode."""

import asyncio
import io
import itertools
import json
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any
from urllib.parse import urlencode

import aiohttp
import pytest

from adapters.slack.desk import now_utc
from adapters.slack.gate import signature
from adapters.slack.serve import serve
from bot.advice.library import Library
from bot.commands.service import Service
from bot.settings import Settings, settings_of
from bot.store import Store, open_store
from tests.slack.server import VALID_APP, Slack, slack

SECRET = "the-signing-secret"  # pragma: allowlist secret
_keys = itertools.count(1)


@cache
def library() -> Library:
    """Loaded once for all tests."""
    return Library()


def settings_for(here: Slack, mode: str = "http", **more: Any) -> Settings:
    """Settings that know nothing but the loopback Slack."""
    tokens = {"bot_token": "xoxb-one", "app_token": VALID_APP}  # pragma: allowlist secret
    one = {
        "mode": mode,
        "signing_secret": SECRET,
        "client_id": "the-client",
        "client_secret": "the-client-secret",  # pragma: allowlist secret
        "api_url": f"{here.url}/api",
        **(tokens if mode == "socket" else {}),
        **more.pop("slack", {}),
    }
    return settings_of({"slack": one, "http": {"port": 0, **more.pop("http", {})}, **more})


@dataclass
class Bot:
    """A running Badgewise and the Slack that it talks to."""

    here: Slack
    store: Store
    web: aiohttp.ClientSession
    port: int
    mode: str
    clock: Callable[[], datetime] = now_utc
    sent: set[tuple[bytes, int]] = field(default_factory=set)

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    def hook(self) -> str:
        """A response URL that nothing else uses."""
        return f"{self.here.url}/respond/{next(_keys)}"

    def _moment(self, body: bytes) -> int:
        """Slack signs each delivery anew, so that no two of the same body are alike."""
        moment = int(self.clock().timestamp())
        while (body, moment) in self.sent:
            moment -= 1
        self.sent.add((body, moment))
        return moment

    async def post(
        self, body: bytes, kind: str, headers: Mapping[str, str] | None = None
    ) -> tuple[int, str]:
        """A signed request."""
        moment = str(self._moment(body))
        signed = {
            "X-Slack-Request-Timestamp": moment,
            "X-Slack-Signature": signature(SECRET.encode(), moment, body).decode(),
            "Content-Type": kind,
            **(headers or {}),
        }
        async with self.web.post(
            f"{self.url}/slack/events", data=io.BytesIO(body), headers=signed
        ) as answer:
            return answer.status, await answer.text()

    async def send(self, payload: Mapping[str, Any]) -> dict[str, Any]:
        """A payload over whichever way is open; what came back with the acknowledgement."""
        kind = str(payload.get("type") or "")
        if self.mode == "socket":
            of = {"event_callback": "events_api", "": "slash_commands"}.get(kind, "interactive")
            return await self.here.acked(await self.here.push(of, dict(payload)))
        if kind == "event_callback":
            status, text = await self.post(json.dumps(payload).encode(), "application/json")
        else:
            form = payload if not kind else {"payload": json.dumps(payload)}
            status, text = await self.post(
                urlencode(form).encode(), "application/x-www-form-urlencoded"
            )
        assert status == 200, (status, text)
        return json.loads(text) if text.startswith("{") else {"text": text} if text else {}


@asynccontextmanager
async def running(
    mode: str = "http", store: Store | None = None, here: Slack | None = None, **more: Any
) -> AsyncIterator[Bot]:
    """Badgewise at work; stopped at the end, which must take less than ten seconds."""
    async with slack() as own, aiohttp.ClientSession() as web:
        here = here or own
        kept = store or await open_store("sqlite:///:memory:")
        stop, port = asyncio.Event(), asyncio.get_running_loop().create_future()
        ping, clock = more.pop("ping", 1.0), more.pop("clock", now_utc)
        work = asyncio.create_task(
            serve(
                Service(library()), kept, settings_for(here, mode, **more), stop,
                opened=port.set_result, ping=ping, clock=clock,
            )
        )  # fmt: skip
        done, _ = await asyncio.wait({work, port}, return_when=asyncio.FIRST_COMPLETED)
        if work in done:
            work.result()
        if mode == "socket":
            async with asyncio.timeout(5):
                while not here.open_sockets:  # noqa: ASYNC110
                    await asyncio.sleep(0.002)
        try:
            yield Bot(here, kept, web, port.result(), mode, clock)
        finally:
            stop.set()
            async with asyncio.timeout(10):
                await work
            if store is None:
                await kept.close()


async def installed(bot: Bot, *teams: str) -> None:
    """The workspaces as if they had gone through the pages."""
    from tests.store.people import NOW  # noqa: PLC0415

    for team in teams:
        token = {"T1": "xoxb-one", "T2": "xoxb-two"}[team]
        document = {"token": token, "team": team, "bot_user": "UBOT1", "installed_at": 0}
        await bot.store.keep_installation("slack", team, document, NOW)


@pytest.fixture(params=["http", "socket"])
async def bot(request: pytest.FixtureRequest) -> AsyncIterator[Bot]:
    """Serving team T1, each way."""
    async with running(request.param) as found:
        if request.param == "http":
            await installed(found, "T1")
        yield found


@pytest.fixture
async def http() -> AsyncIterator[Bot]:
    """Serving teams T1 and T2 over HTTP."""
    async with running("http") as found:
        await installed(found, "T1", "T2")
        yield found

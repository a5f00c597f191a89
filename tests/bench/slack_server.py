"""One of the servers that are compared: ``python -m tests.bench.slack_server WHICH``."""

import asyncio
import hashlib
import hmac
import signal
import sys
import tempfile
from typing import Any

from aiohttp import web
from slack_bolt.async_app import AsyncApp  # noqa: TID251 - the bare counterpart

from adapters.slack.serve import serve
from bot.advice.library import Library
from bot.commands.service import Service
from bot.settings import Settings
from bot.store import open_store
from tests.bench.slack import SECRET
from tests.slack.server import slack


def _told() -> asyncio.Event:
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    return stop


async def _site(app: web.Application) -> None:
    stop = _told()
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    print(runner.addresses[0][1], flush=True)
    await stop.wait()
    await runner.cleanup()


async def aiohttp() -> None:
    """The floor: a signature and an echo."""

    async def echo(request: web.Request) -> web.Response:
        body = await request.read()
        signed = b"v0:" + request.headers["X-Slack-Request-Timestamp"].encode() + b":" + body
        made = hmac.new(SECRET.encode(), signed, hashlib.sha256).hexdigest()
        assert hmac.compare_digest(f"v0={made}", request.headers["X-Slack-Signature"])
        return web.json_response({"text": "echo"})

    app = web.Application()
    app.add_routes([web.post("/slack/events", echo)])
    await _site(app)


async def bolt() -> None:
    """Bare bolt as its guide has it, echoing in the acknowledgement."""
    async with slack() as here:
        app = AsyncApp(signing_secret=SECRET, token="xoxb-one")
        app.client.base_url = f"{here.url}/api/"

        @app.command("/badgewise")
        async def echo(ack: Any, command: Any) -> None:
            await ack(command["text"])

        await _site(app.web_app("/slack/events"))


async def badgewise() -> None:
    """Badgewise itself, on a file, with a person who has a goal."""
    stop = _told()
    async with slack() as here:
        with tempfile.TemporaryDirectory() as folder:
            store = await open_store(f"sqlite:///{folder}/bench.sqlite3")
            settings = Settings(
                slack={
                    "mode": "http", "signing_secret": SECRET, "bot_token": "xoxb-one",  # pragma: allowlist secret  # noqa: E501
                    "api_url": f"{here.url}/api",
                },
                http={"port": 0},
            )  # fmt: skip

            def opened(port: int) -> None:
                print(port, flush=True)

            await serve(Service(Library()), store, settings, stop, opened=opened)
            await store.close()


if __name__ == "__main__":
    asyncio.run({"aiohttp": aiohttp, "bolt": bolt, "badgewise": badgewise}[sys.argv[1]]())

"""A bare server to compare with: ``python -m tests.bench.slack_echo bolt|aiohttp API SECRET``."""

import asyncio
import hashlib
import hmac
import signal
import sys
from typing import Any

from aiohttp import web

ANSWER = "You asked about {text}. " + "This is an answer of some length. " * 20


def bolt(api: str, secret: str) -> web.Application:
    """Bare bolt as its guide has it, echoing in the acknowledgement."""
    from slack_bolt.async_app import AsyncApp  # noqa: PLC0415 - the bare counterpart

    app = AsyncApp(signing_secret=secret, token="xoxb-one")
    app.client.base_url = f"{api}/"

    @app.command("/badgewise")
    async def echo(ack: Any, command: Any) -> None:
        await ack(ANSWER.format(text=command["text"]))

    return app.web_app("/slack/events")


def aiohttp(_: str, secret: str) -> web.Application:
    """The floor: a signature and an echo."""

    async def echo(request: web.Request) -> web.Response:
        body = await request.read()
        signed = b"v0:" + request.headers["X-Slack-Request-Timestamp"].encode() + b":" + body
        made = hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()
        assert hmac.compare_digest(f"v0={made}", request.headers["X-Slack-Signature"])
        return web.json_response({"text": ANSWER.format(text="it")})

    app = web.Application()
    app.add_routes([web.post("/slack/events", echo)])
    return app


async def serve(app: web.Application) -> None:
    """Serves until it is told to stop; says on which port."""
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    print(f"serving on port {runner.addresses[0][1]}", file=sys.stderr, flush=True)
    await stop.wait()
    await runner.cleanup()


if __name__ == "__main__":
    asyncio.run(serve({"bolt": bolt, "aiohttp": aiohttp}[sys.argv[1]](*sys.argv[2:])))

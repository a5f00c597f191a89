"""What Slack sends over HTTP."""

import asyncio

from aiohttp import web

from adapters.slack.app import Listeners, dispatch
from adapters.slack.desk import Desk
from adapters.slack.gate import Gate

WHOLE = 5.0  # seconds in which a body must have come in; Slack itself gives up after three


class Door:
    """``/slack/events``: everything that Slack sends."""

    def __init__(self, listeners: Listeners, gate: Gate, desk: Desk) -> None:
        self._listeners, self._gate, self._desk = listeners, gate, desk

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
        answer = await dispatch(self._listeners, text, headers, "http")
        if answer.status >= 500:
            self._gate.leave(request.headers)
        return web.Response(
            status=answer.status,
            body=answer.body.encode(),
            headers={k: v[0] for k, v in answer.headers.items() if v},
        )


async def _read(request: web.Request) -> bytes | None:
    """The body as it came over the wire; None when it never came in whole."""
    if request.content.is_eof():  # all of it is here, as nearly always
        return await request.read()
    try:
        async with asyncio.timeout(WHOLE):
            return await request.read()
    except (web.RequestPayloadError, ConnectionError, TimeoutError):
        return None

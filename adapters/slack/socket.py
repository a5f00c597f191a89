"""Socket Mode: one workspace, no public address. Slack's SDK keeps the socket connected."""

import json
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
from slack_bolt.adapter.socket_mode.internals import build_headers
from slack_bolt.response import BoltResponse
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.app import Listeners, dispatch
from adapters.slack.desk import Desk
from adapters.slack.wire import PATIENCE

log = logging.getLogger("badgewise.slack")
PING = 5.0  # seconds


def payload(answer: BoltResponse) -> dict[str, object] | None:
    """What goes along with an acknowledgement."""
    if not answer.body:
        return None
    kind = (answer.headers.get("content-type") or [""])[0]
    if kind.startswith("application/json"):
        found: dict[str, object] = json.loads(answer.body)
        return found
    return {"text": answer.body}


class Socket:
    """Hears envelopes, acknowledges each once it was taken up."""

    def __init__(self, listeners: Listeners, desk: Desk, client: SocketModeClient) -> None:
        self._listeners, self._desk, self.client = listeners, desk, client
        client.socket_mode_request_listeners.append(self.hear)

    async def hear(self, client: AsyncBaseSocketModeClient, request: SocketModeRequest) -> None:
        """One envelope. What failed is not acknowledged, so that it comes again."""
        self._desk.counted["request accepted"] += 1
        answer = await dispatch(
            self._listeners, request.payload, build_headers(request) or {}, "socket_mode"
        )
        if answer.status != 200:
            return
        ack = SocketModeResponse(envelope_id=request.envelope_id, payload=payload(answer))
        try:
            await client.send_socket_mode_response(ack)
        except (ConnectionError, aiohttp.ClientError) as error:
            log.warning("an acknowledgement did not get through: %s", type(error).__name__)


@asynccontextmanager
async def connected(
    listeners: Listeners, desk: Desk, app_token: str, ping: float = PING
) -> AsyncIterator[Socket]:
    """Connects, and connects again, while inside."""
    web = AsyncWebClient(
        token=app_token, base_url=desk.wire.client.base_url, timeout=PATIENCE,
        logger=logging.getLogger("slack_sdk"),
    )  # fmt: skip
    client = SocketModeClient(
        app_token=app_token, web_client=web, ping_interval=ping,
        logger=logging.getLogger("slack_sdk.socket_mode"),
    )  # fmt: skip
    socket = Socket(listeners, desk, client)
    connecting = desk.spawn(client.connect())  # type: ignore[no-untyped-call]
    try:
        yield socket
    finally:
        connecting.cancel()
        await client.close()  # type: ignore[no-untyped-call]

"""Answers on their way to Discord: tried again while there is time, never sent twice.

discord.py tries a failed answer again for 25 seconds; a first answer is of no use after three.
"""

import asyncio
import json
import logging
from collections.abc import Sequence
from typing import Any

import aiohttp
from msgspec import Struct

from adapters.discord.limits import FIRST_ANSWER, TOKEN_LIFE
from adapters.discord.render import File

log = logging.getLogger("badgewise.discord")
Json = dict[str, Any]
API = "https://discord.com/api/v10"
AGENT = "DiscordBot (badgewise, 1)"
FIRST_RETRY = 0.2
OK, TOO_MANY, BROKEN = 300, 429, 500
ANSWERED_BEFORE = 40060  # an earlier try got through after all, or another process was faster


class Ticket(Struct, frozen=True):
    """What allows to answer one interaction; ``received`` is the loop's time."""

    application: int
    id: int
    token: str
    received: float


class Answers:
    """One session for every answer."""

    def __init__(self, session: aiohttp.ClientSession, api: str = "") -> None:
        self._session, self._api = session, (api or API).rstrip("/")

    async def first(self, ticket: Ticket, body: Json, files: Sequence[File] = ()) -> bool:
        """The first answer, within three seconds; whether it got through."""
        url = f"{self._api}/interactions/{ticket.id}/{ticket.token}/callback"
        inner = body.get("data", {})
        made = {**body, "data": _with_files(inner, files)} if files else body
        return await self._send("POST", url, made, files, ticket.received + FIRST_ANSWER)

    async def change(self, ticket: Ticket, data: Json, files: Sequence[File] = ()) -> bool:
        """The answer in the place of the acknowledgement."""
        url = f"{self._webhook(ticket)}/messages/@original"
        made = _with_files(data, files)
        return await self._send("PATCH", url, made, files, ticket.received + TOKEN_LIFE)

    async def add(self, ticket: Ticket, data: Json, files: Sequence[File] = ()) -> bool:
        """One more message."""
        made, until = _with_files(data, files), ticket.received + TOKEN_LIFE
        return await self._send("POST", self._webhook(ticket), made, files, until)

    def _webhook(self, ticket: Ticket) -> str:
        return f"{self._api}/webhooks/{ticket.application}/{ticket.token}"

    async def _send(
        self, method: str, url: str, body: Json, files: Sequence[File], until: float
    ) -> bool:
        """Sends until it gets through, is refused for good, or time is up."""
        wait, loop = FIRST_RETRY, asyncio.get_running_loop()
        while (left := until - loop.time()) > 0:
            pause = await self._try(method, url, body, files, left)
            if isinstance(pause, bool):
                return pause
            pause, wait = max(pause, wait), wait * 2
            if loop.time() + pause >= until:
                break
            await asyncio.sleep(pause)
        log.warning("an answer could not be delivered in time")
        return False

    async def _try(
        self, method: str, url: str, body: Json, files: Sequence[File], left: float
    ) -> bool | float:
        """True: got through; False: refused for good; a number: seconds to wait (0: some)."""
        try:
            async with self._session.request(
                method,
                url,
                timeout=aiohttp.ClientTimeout(total=left),
                **_payload(body, files),
            ) as response:
                if response.status < OK:
                    return True
                return await self._refused(response)
        except (aiohttp.ClientError, OSError, TimeoutError):
            return 0.0

    async def _refused(self, response: aiohttp.ClientResponse) -> bool | float:
        if response.status == TOO_MANY:
            return _seconds(response.headers.get("Retry-After"))
        if response.status >= BROKEN:
            return 0.0
        code = _code(await response.read())
        if code == ANSWERED_BEFORE:
            return True
        log.warning("an answer was refused: status %d, code %d", response.status, code)
        return False


def _payload(body: Json, files: Sequence[File]) -> dict[str, Any]:
    if not files:
        return {"json": body}
    form = aiohttp.FormData()
    form.add_field("payload_json", json.dumps(body), content_type="application/json")
    for number, file in enumerate(files):
        kind = "application/json" if file.name.endswith(".json") else "text/plain"
        form.add_field(
            f"files[{number}]", file.text.encode(), filename=file.name, content_type=kind
        )
    return {"data": form}


def _with_files(data: Json, files: Sequence[File]) -> Json:
    listed = [{"id": str(n), "filename": file.name} for n, file in enumerate(files)]
    return {**data, "attachments": listed} if files else data


def _seconds(text: str | None) -> float:
    """What Retry-After says."""
    try:
        return max(float(text or ""), 0.05)
    except ValueError:
        return 0.0


def _code(body: bytes) -> int:
    """Discord's own number for an error; nothing else of the answer is looked at."""
    try:
        found = json.loads(body)
    except ValueError:
        return 0
    code = found.get("code") if isinstance(found, dict) else None
    return code if isinstance(code, int) else 0

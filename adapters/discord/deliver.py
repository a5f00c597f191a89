"""Nudges as direct messages: one REST call each, recognised again by a mark when in doubt.

No gateway is needed, so that any process can send them.
"""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

import aiohttp
from msgspec import Struct

from adapters.discord.buttons import hold
from adapters.discord.limits import COMPONENTS_V2
from adapters.discord.render import message
from adapters.discord.rest import AGENT, API
from bot.advice.words import words_for
from bot.nudges.delivery import (
    Delivery,
    DeliveryId,
    Paused,
    RetryAfter,
    Sent,
    Unknown,
    Unreachable,
)
from bot.person import Person
from bot.reply import Reply
from bot.store import Store

log = logging.getLogger("badgewise.discord")
Json = dict[str, Any]
PATIENCE = 6.0  # seconds for one call, well within the lease
LOOKED_AT, PAGES = 100, 10  # messages at once, and how often
KNOWN = 50_000  # conversations whose id is remembered
SHORTLY = 20.0  # seconds
AN_HOUR = 3_600.0
FORBIDDEN = frozenset((50007, 50278, 10013))  # closed messages, no shared server, no such user
TOO_MANY_NEW = 40003  # conversations opened too fast
_OK, _UNAUTHORIZED, _TOO_MANY, _BROKEN = 300, 401, 429, 500


class _Answer(Struct, frozen=True):
    """What Discord said; status 0 when nothing came back."""

    status: int
    body: Any
    retry_after: str = ""

    @property
    def code(self) -> int:
        found = self.body.get("code") if isinstance(self.body, dict) else 0
        return found if isinstance(found, int) else 0


def mark(delivery: DeliveryId) -> int:
    """The id that a delivery's outermost component carries: the same every time, never 0."""
    return int(delivery[:7], 16) + 1


class DirectMessages:
    """Delivers to Discord's people. ``clock`` tells when lines behind buttons were kept."""

    def __init__(
        self,
        session: aiohttp.ClientSession,
        token: str,
        store: Store,
        clock: Callable[[], Awaitable[datetime]],
        api: str = "",
    ) -> None:
        self._session, self._store, self._clock = session, store, clock
        self._api = (api or API).rstrip("/")
        self._headers = {"Authorization": f"Bot {token}", "User-Agent": AGENT}
        self._channels: OrderedDict[str, str] = OrderedDict()

    async def __call__(
        self, person: Person, reply: Reply, delivery: DeliveryId, tries: int
    ) -> Delivery:
        """Sends one nudge; from the second doubtful try on only if it is not there yet."""
        channel = await self._channel(person.user)
        if not isinstance(channel, str):
            return channel
        if tries > 1:
            found = await self._look(channel, delivery)
            if found is not None:
                return found
        return await self._send(channel, person, reply, delivery)

    async def _channel(self, user: str) -> str | Delivery:
        """The conversation with somebody; opening it again gives the same one."""
        if user in self._channels:
            return self._channels[user]
        answer = await self._call("POST", "/users/@me/channels", {"recipient_id": user})
        if not 0 < answer.status < _OK:
            return _refused(answer, doubtful=False, everybody=True)
        self._channels[user] = channel = str(answer.body["id"])
        if len(self._channels) > KNOWN:
            self._channels.popitem(last=False)
        return channel

    async def _look(self, channel: str, delivery: DeliveryId) -> Delivery | None:
        """The message if it is there; None if it is surely not."""
        wanted, before = mark(delivery), ""
        for _ in range(PAGES):
            answer = await self._call(
                "GET", f"/channels/{channel}/messages?limit={LOOKED_AT}{before}"
            )
            if not 0 < answer.status < _OK:
                return _refused(answer, doubtful=True)
            for sent in answer.body:
                if any(part.get("id") == wanted for part in sent.get("components") or ()):
                    return Sent(str(sent["id"]))
            if len(answer.body) < LOOKED_AT:
                return None
            before = f"&before={answer.body[-1]['id']}"
        return Unknown("there are too many messages to look through")

    async def _send(
        self, channel: str, person: Person, reply: Reply, delivery: DeliveryId
    ) -> Delivery:
        held = await hold(reply.actions, person, self._store, await self._clock())
        made = message(reply, held, person.user, words_for("en"))
        components = [{**made.components[0], "id": mark(delivery)}, *made.components[1:]]
        body = {
            "flags": COMPONENTS_V2,
            "components": components,
            "allowed_mentions": {"parse": ()},
            "nonce": delivery,
            "enforce_nonce": True,
        }
        answer = await self._call("POST", f"/channels/{channel}/messages", body)
        if 0 < answer.status < _OK:
            return Sent(str(answer.body["id"]))
        return _refused(answer, doubtful=True)

    async def _call(self, method: str, path: str, body: Json | None = None) -> _Answer:
        try:
            async with self._session.request(
                method,
                f"{self._api}{path}",
                json=body,
                headers=self._headers,
                timeout=aiohttp.ClientTimeout(total=PATIENCE),
            ) as response:
                after = response.headers.get("Retry-After", "")
                return _Answer(response.status, await _json(response), after)
        except (aiohttp.ClientError, OSError, TimeoutError, asyncio.IncompleteReadError):
            return _Answer(0, None)


async def _json(response: aiohttp.ClientResponse) -> Any:
    try:
        return await response.json(content_type=None)
    except ValueError:
        return None


def _refused(answer: _Answer, *, doubtful: bool, everybody: bool = False) -> Delivery:
    """What follows from a refusal. ``doubtful``: the call may have done its work all the same."""
    if answer.code in FORBIDDEN:
        return Unreachable(str(answer.code))
    if answer.code == TOO_MANY_NEW:
        return RetryAfter(_seconds(answer, AN_HOUR / 6), everybody=True)
    if answer.status == _UNAUTHORIZED:
        return Paused("Discord refuses discord.token")
    if answer.status == _TOO_MANY:
        # What comes without Discord's own words comes from the wall before it: that is for all.
        shared = not isinstance(answer.body, dict) or bool(answer.body.get("global"))
        return RetryAfter(_seconds(answer, SHORTLY), everybody=everybody or shared)
    if answer.status == 0 or answer.status >= _BROKEN:
        return RetryAfter(SHORTLY, doubtful=doubtful)
    log.error("a nudge was refused: status %d, code %d", answer.status, answer.code)
    return RetryAfter(AN_HOUR)


def _seconds(answer: _Answer, otherwise: float) -> float:
    found = answer.body.get("retry_after") if isinstance(answer.body, dict) else None
    try:
        return max(0.5, float(answer.retry_after if found is None else found))
    except (TypeError, ValueError):
        return otherwise

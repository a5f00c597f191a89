"""Nudges as direct messages: one call each, recognised again by its metadata when in doubt."""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.buttons import carried
from adapters.slack.messages import messages
from adapters.slack.wire import base_url
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

log = logging.getLogger("badgewise.slack")
EVENT = "badgewise_nudge"
PATIENCE = 6  # seconds for one call, well within the lease
LOOKED_AT, PAGES = 100, 10  # messages at once, and how often
KNOWN = 50_000
SHORTLY, A_WHILE, AN_HOUR = 20.0, 600.0, 3_600.0
UNREACHABLE = frozenset(
    (
        "channel_not_found", "user_not_found", "user_disabled", "user_not_visible", "is_archived",
        "messages_tab_disabled", "restricted_action", "cannot_dm_bot", "cannot_message_user",
    )
)  # fmt: skip
PAUSED = frozenset(
    (
        "account_inactive", "token_revoked", "token_expired", "invalid_auth", "not_authed",
        "team_access_not_granted", "app_uninstalled", "missing_scope", "ekm_access_denied",
        "access_denied",
    )
)  # fmt: skip
LATER = {
    "ratelimited": SHORTLY, "rate_limited": SHORTLY, "service_unavailable": SHORTLY,
    "team_added_to_org": A_WHILE, "org_login_required": A_WHILE,
}  # seconds, where there is no Retry-After  # fmt: skip
BROKEN = frozenset(("internal_error", "fatal_error", "request_timeout"))
CUT = (aiohttp.ClientError, OSError, TimeoutError, ValueError, asyncio.IncompleteReadError)
_BROKEN_STATUS, _TOO_MANY = 500, 429

Token = Callable[[str], Awaitable[str | None]]


class DirectMessages:
    """Delivers to Slack's people. ``token`` finds a tenant's; a call is made once, never resent."""

    def __init__(
        self,
        session: aiohttp.ClientSession,
        store: Store,
        token: Token,
        clock: Callable[[], Awaitable[datetime]],
        api: str = "",
    ) -> None:
        self._store, self._token, self._clock = store, token, clock
        self._client = AsyncWebClient(
            base_url=base_url(api),
            session=session,
            logger=logging.getLogger("slack_sdk"),
        )
        self._client.retry_handlers = []
        self._channels: OrderedDict[Person, str] = OrderedDict()

    async def __call__(
        self, person: Person, reply: Reply, delivery: DeliveryId, tries: int
    ) -> Delivery:
        """Sends one nudge; from the second doubtful try on only if it is not there yet."""
        token = await self._token(person.tenant)
        if not token:
            return Paused("the app is not installed")
        if tries > 1:
            found = await self._look(person, token, delivery)
            if found is not None:
                return found
        return await self._send(person, token, reply, delivery)

    async def _look(self, person: Person, token: str, delivery: DeliveryId) -> Delivery | None:
        """The message if it is there, None if it is surely not; Unknown where nothing can tell."""
        try:
            channel = await self._channel(person, token)
        except SlackApiError as error:
            return refused(error, doubtful=True)
        except CUT:
            return RetryAfter(SHORTLY, doubtful=True)
        try:
            return await self._found(channel, token, delivery)
        except SlackApiError as error:
            found = refused(error, doubtful=True)
            lacking = error.response.get("error") == "missing_scope"
            if lacking or isinstance(found, Unreachable):
                return Unknown("it cannot be looked up")
            return found
        except CUT:
            return RetryAfter(SHORTLY, doubtful=True)

    async def _found(self, channel: str, token: str, delivery: DeliveryId) -> Delivery | None:
        """Looks through the conversation, newest first. Raises what the call raises."""
        cursor = ""
        for _ in range(PAGES):
            answer = await self._read(
                "conversations.history",
                token,
                channel=channel,
                limit=LOOKED_AT,
                include_all_metadata=True,
                **({"cursor": cursor} if cursor else {}),
            )
            for sent in answer.get("messages") or ():
                if _is(sent, delivery):
                    return Sent(str(sent.get("ts") or ""))
            cursor = str((answer.get("response_metadata") or {}).get("next_cursor") or "")
            if not cursor:
                return None
        return Unknown("there are too many messages to look through")

    async def _channel(self, person: Person, token: str) -> str:
        """The conversation with somebody. Raises what the call raises."""
        if person not in self._channels:
            opened = await self._ask("conversations.open", token, users=person.user)
            self._channels[person] = str((opened.get("channel") or {}).get("id") or "")
            if len(self._channels) > KNOWN:
                self._channels.popitem(last=False)
        return self._channels[person]

    async def _send(
        self, person: Person, token: str, reply: Reply, delivery: DeliveryId
    ) -> Delivery:
        carry = await carried(self._store, person, reply.actions, await self._clock())
        body = messages(reply, carry, person.user, words_for("en"))[0]
        metadata = {"event_type": EVENT, "event_payload": {"id": delivery}}
        try:
            answer = await self._ask(
                "chat.postMessage", token, channel=person.user, metadata=metadata, **body
            )
        except SlackApiError as error:
            return refused(error, doubtful=True)
        except CUT:
            return RetryAfter(SHORTLY, doubtful=True)
        return Sent(str(answer.get("ts") or ""))

    async def _ask(self, method: str, token: str, **values: Any) -> Mapping[str, Any]:
        headers = {"Authorization": f"Bearer {token}"}
        return await self._call(method, json=values, headers=headers)

    async def _read(self, method: str, token: str, **values: Any) -> Mapping[str, Any]:
        """For methods that read: Slack takes their values as a form alone."""
        headers = {"Authorization": f"Bearer {token}"}
        return await self._call(method, data=values, headers=headers)

    async def _call(self, method: str, **values: Any) -> Mapping[str, Any]:
        """The library's own timeout does not hold for a session that it is given."""
        async with asyncio.timeout(PATIENCE):
            response = await self._client.api_call(method, **values)
        return response.data if isinstance(response.data, dict) else {}


def _is(sent: Mapping[str, Any], delivery: DeliveryId) -> bool:
    metadata = sent.get("metadata") or {}
    payload = metadata.get("event_payload") or {}
    return metadata.get("event_type") == EVENT and payload.get("id") == delivery


def refused(error: SlackApiError, *, doubtful: bool) -> Delivery:
    """What follows from a refusal. ``doubtful``: the call may have done its work all the same."""
    response = error.response
    reason = str(response.get("error") or "")
    if response.status_code == _TOO_MANY or reason in LATER:
        wait = _seconds(response.headers, LATER.get(reason, SHORTLY))
        return RetryAfter(wait, everybody=True)
    if reason in UNREACHABLE:
        return Unreachable(reason)
    if reason in PAUSED:
        return Paused(reason)
    if response.status_code >= _BROKEN_STATUS or reason in BROKEN or not reason:
        return RetryAfter(SHORTLY, doubtful=doubtful)
    log.error("a nudge was refused: %s", reason)
    return RetryAfter(AN_HOUR)


def _seconds(headers: Mapping[str, Any], otherwise: float) -> float:
    """What Retry-After says."""
    found = next((v for k, v in headers.items() if k.lower() == "retry-after"), None)
    try:
        return max(0.5, float(found[0] if isinstance(found, list) else found))  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return otherwise

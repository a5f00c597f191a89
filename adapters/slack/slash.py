"""Slash commands without bolt: what people wait for most goes the shortest way.

A slash command is a flat form that names everything once. For each request bolt builds a client,
some twenty arguments and a chain of middleware, of which a slash command needs nothing; and it
takes one whose text holds the word “payload” for an empty request. All else is bolt's.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import parse_qsl

import msgspec
from msgspec import Struct
from slack_bolt.response import BoltResponse

from adapters.slack.caller import Payload, caller
from adapters.slack.commands import Commands
from adapters.slack.desk import mishap
from adapters.slack.installations import Installations

NOT_INSTALLED = "Badgewise is not installed here any more; ask an admin to install it again."
FORM = "application/x-www-form-urlencoded"
_JSON: dict[str, str | Sequence[str]] = {"content-type": "application/json;charset=utf-8"}
# What other kinds of requests carry, and what bolt would read a workspace or a person from first.
_OTHERS = frozenset(
    (
        "authorizations", "channel", "container", "enterprise", "event", "message", "payload",
        "ssl_check", "team", "type", "user", "view",
    )
)  # fmt: skip


class Place(Struct, frozen=True, kw_only=True):
    """Where a slash command was typed and by whom; see ``caller.Where``."""

    enterprise_id: str | None
    team_id: str | None
    user_id: str | None
    is_enterprise_install: bool
    bot_token: str | None


def slash_form(body: Any, kind: str) -> Payload | None:
    """The form of a slash command, from the body of a request or an envelope; else None."""
    if isinstance(body, str) and kind.startswith(FORM) and "command=" in body:
        body = dict(parse_qsl(body, keep_blank_values=True))
    if not isinstance(body, Mapping) or "command" not in body or not _OTHERS.isdisjoint(body):
        return None
    return body if all(isinstance(value, str) for value in body.values()) else None


def place_of(form: Payload, token: str | None) -> Place:
    """Where a slash command came from; empty fields are as if they were not there."""
    return Place(
        enterprise_id=form.get("enterprise_id") or None,
        team_id=form.get("team_id") or None,
        user_id=form.get("user_id") or None,
        is_enterprise_install=form.get("is_enterprise_install") == "true",
        bot_token=token,
    )


def answered(body: Mapping[str, Any]) -> BoltResponse:
    """An answer of JSON; half a character, which has no bytes, goes out as its escape."""
    try:
        text = msgspec.json.encode(body).decode()
    except UnicodeEncodeError:
        text = json.dumps(body)
    return BoltResponse(status=200, body=text, headers=_JSON)


class Slash:
    """``/badgewise``."""

    def __init__(self, commands: Commands, installations: Installations) -> None:
        self._commands, self._installations = commands, installations

    async def answer(self, form: Payload) -> BoltResponse:
        """What goes out with the acknowledgement; 500 where it failed, as bolt would say."""
        try:
            return await self._answer(form)
        except Exception as error:  # noqa: BLE001 - as bolt's own defence
            mishap(error)
            return BoltResponse(status=500, body="")

    async def _answer(self, form: Payload) -> BoltResponse:
        place = place_of(form, None)
        found = await self._installations.find(place.enterprise_id, place.team_id)
        if found is None:
            return answered({"response_type": "ephemeral", "text": NOT_INSTALLED})
        who = caller(form, place_of(form, found["token"]))
        message = await self._commands.heard(who, form.get("text") or "")
        return answered(message) if message else BoltResponse(status=200, body="")

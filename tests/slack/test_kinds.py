"""Every kind of payload that bolt's own tests send, and the same aimed at this bot's listeners.

``kinds.jsonl`` holds their outlines: a line a kind, taken from the tests of slackapi/bolt-python.
"""

import asyncio
import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from adapters.slack.commands import ADVISE_ON_THIS, ASK
from tests.slack import payloads
from tests.slack.conftest import Bot, installed, running

JSON = dict[str, Any]
FILE = Path(__file__).parent / "kinds.jsonl"
KINDS = [json.loads(line) for line in FILE.read_text().splitlines()]
OURS = (ASK, ADVISE_ON_THIS, "form:goal set", "form:advise", "say:0:U1", "pick:menu:U1")
_NAMES, _VALUES = ("callback_id", "action_id"), ("=/help", "?/goal set", "#gone", "")


def aimed(value: Any, name: str, carries: str) -> Any:
    """The same payload with this bot's names in it."""
    if isinstance(value, list):
        return [aimed(v, name, carries) for v in value]
    if not isinstance(value, dict):
        return value
    given = {k: name for k in _NAMES if k in value} | (
        {"value": carries} if "value" in value else {}
    )
    return {k: given.get(k, aimed(v, name, carries)) for k, v in value.items()}


def variants(kind: JSON) -> Iterator[JSON]:
    """As it is, and aimed at each listener."""
    yield kind
    for number, name in enumerate(OURS):
        yield aimed(kind, name, _VALUES[number % len(_VALUES)])


async def posted(bot: Bot, kind: JSON) -> int:
    """The status for one payload over HTTP."""
    if kind.get("type") in ("event_callback", "url_verification"):
        return (await bot.post(json.dumps(kind).encode(), "application/json"))[0]
    form = kind if "command" in kind else {"payload": json.dumps(kind)}
    return (await bot.post(urlencode(form).encode(), "application/x-www-form-urlencoded"))[0]


def test_the_kinds_are_many() -> None:
    """The file holds what it promises."""
    assert len(KINDS) >= 107


async def test_no_kind_of_payload_is_a_failure(caplog: pytest.LogCaptureFixture) -> None:
    """Each kind, aimed at any listener, is acknowledged or refused; nothing fails behind it."""
    caplog.set_level(logging.ERROR, "badgewise")
    async with running("http") as bot:
        for kind in KINDS:
            for variant in variants(kind):
                await installed(bot, "T1")
                status = await posted(bot, variant)
                assert status in (200, 400), json.dumps(variant)
                assert status == 200 or variant is not kind, json.dumps(variant)
        await asyncio.sleep(0.5)
    assert not [r.getMessage() for r in caplog.records if r.name.startswith("badgewise")]


async def test_no_kind_of_payload_breaks_the_socket(caplog: pytest.LogCaptureFixture) -> None:
    """The same over the socket: every envelope is acknowledged, and the next one is answered."""
    caplog.set_level(logging.ERROR, "badgewise")
    async with running("socket") as bot:
        for kind in KINDS:
            of = {"event_callback": "events_api", None: "slash_commands"}
            key = await bot.here.push(of.get(kind.get("type"), "interactive"), kind)
            if kind.get("type") != "url_verification":  # which no socket carries
                await bot.here.acked(key)
        answer = await bot.send(payloads.slash("help", respond=bot.hook()))
        assert answer["blocks"]
    assert not [r.getMessage() for r in caplog.records if r.name.startswith("badgewise")]

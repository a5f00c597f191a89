"""Slash commands go past bolt, and nobody can tell but by the time it takes."""

import json
from typing import Any
from urllib.parse import urlencode

import pytest
from slack_bolt.request.async_request import AsyncBoltRequest

from adapters.slack.caller import Where, caller
from adapters.slack.slash import FORM, answered, place_of, slash_form
from tests.slack import payloads
from tests.slack.conftest import Bot
from tests.slack.test_scenarios import text

ELSEWHERE = {"enterprise_id": "E1", "enterprise_name": "Example"}
PLACES: list[dict[str, Any]] = [
    payloads.slash("goal show"),
    payloads.slash("goal show", **ELSEWHERE),
    payloads.slash("goal show", **ELSEWHERE, is_enterprise_install="true"),
    payloads.slash("goal show", is_enterprise_install="true", team_id="", enterprise_id="E1"),
    {k: v for k, v in payloads.slash("goal show").items() if k != "user_name"},
    payloads.slash("goal show", enterprise_id="", user_id=""),
]


@pytest.mark.parametrize("form", PLACES)
def test_the_caller_is_the_one_that_bolt_would_find(form: dict[str, Any]) -> None:
    """Person, tenant, event and response URL are the same as by bolt's own reading."""
    body = urlencode(form)
    context = AsyncBoltRequest(body=body, headers={"content-type": FORM}, mode="http").context
    context["bot_token"] = "the-token"
    read = slash_form(body, FORM)
    assert read is not None
    place: Where = place_of(read, "the-token")
    assert caller(read, place) == caller(form, context)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (json.dumps(payloads.slash("help")), "application/json"),
        (urlencode({"payload": json.dumps(payloads.shortcut("ask"))}), FORM),
        (urlencode({"ssl_check": "1", "token": "x"}), FORM),
        (urlencode({**payloads.slash("help"), "team": "T2"}), FORM),
        ("", FORM),
        (payloads.event(payloads.direct("hello")), ""),
        ({**payloads.slash("help"), "user": {"id": "U2"}}, ""),
        ({**payloads.slash("help"), "text": None}, ""),
        (["command"], ""),
    ],
)
def test_all_else_is_bolt_s(body: Any, kind: str) -> None:
    """What is no slash command, or names something twice, is left to bolt."""
    assert slash_form(body, kind) is None


async def test_any_word_may_stand_in_a_question(bot: Bot) -> None:
    """A question with the word “payload” in it is answered like any other."""
    asked = "is a payload specialist course worth it for a data analyst?"
    answer = await bot.send(payloads.slash(asked, respond=bot.hook()))
    assert "payload specialist" in text(answer["blocks"])
    assert answer["response_type"] == "ephemeral"


async def test_what_fails_is_told_to_slack(
    http: Bot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """An unforeseen error is answered with 500, so that Slack can try again, and logged in one."""
    broken = "adapters.slack.commands.line_of"
    monkeypatch.setattr(broken, lambda _: 1 / 0)
    body = urlencode(payloads.slash("the-secret-words", respond=http.hook())).encode()
    status, said = await http.post(body, FORM)
    assert (status, said) == (500, "")
    assert "ZeroDivisionError" in caplog.text
    assert "secret-words" not in caplog.text
    monkeypatch.undo()
    assert (await http.post(body, FORM))[0] == 200


def test_half_a_character_goes_out_as_its_escape() -> None:
    """What has no bytes of its own breaks no answer."""
    assert json.loads(answered({"text": "a\ud800"}).body) == {"text": "a\ud800"}
    assert json.loads(answered({"text": "“é” 🙂"}).body) == {"text": "“é” 🙂"}

"""Logs hold no secret and nobody's words, at any level; the odd payload is no failure."""

import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest

from adapters.logs import set_up
from tests.slack import payloads
from tests.slack.conftest import SECRET, installed, running
from tests.slack.server import VALID_APP

WORDS = "lighthousekeeperess"


@pytest.fixture
def logged() -> Iterator[io.StringIO]:
    """All that is logged at the lowest level."""
    root, written = logging.getLogger(), io.StringIO()
    before, level = list(root.handlers), root.level
    levels = {n: logging.getLogger(n).level for n in ("slack_bolt", "slack_sdk")}
    set_up("debug", written)
    yield written
    root.handlers[:] = before
    root.setLevel(level)
    for name, old in levels.items():
        logging.getLogger(name).setLevel(old)


@pytest.mark.parametrize("mode", ["http", "socket"])
async def test_nothing_private_is_logged(logged: io.StringIO, mode: str) -> None:
    """Goals, questions, tokens and secrets are nowhere in the log, whatever goes wrong."""
    async with running(mode) as bot:
        await installed(bot, "T1")
        hook = bot.hook()
        await bot.send(payloads.slash(f"goal set {WORDS}", respond=hook))
        await bot.send(payloads.slash(f"is {WORDS} worth it?", respond=hook))
        await bot.send(payloads.event(payloads.direct(f"is {WORDS} worth it?")))
        await bot.send(payloads.event(payloads.mention(WORDS)))
        await bot.send(payloads.on_message(WORDS, respond=hook))
        await bot.send(payloads.slash("goal set", respond=hook))
        bot.here.tokens.clear()
        view = {"type": "modal", "callback_id": "form:goal set", "blocks": []}
        await bot.send(payloads.sent(view, {"role": WORDS}))
        await bot.send(payloads.event(payloads.direct(f"is {WORDS} worth it?")))
        await bot.send(payloads.event({"type": "reaction_added", "user": "U1", "x": WORDS}))
        await bot.send({**payloads.shortcut("unheard"), "x": WORDS})
        if mode == "http":
            await bot.post(WORDS.encode(), "text/plain", {"X-Slack-Signature": f"v0={WORDS}"})
            await bot.post(b'{"type":"block_actions","x":"' + WORDS.encode(), "application/json")
        await bot.here.until("chat.postMessage", 2)
    text = logged.getvalue()
    assert "serving slack" in text
    for private in (WORDS, "xoxb-one", VALID_APP, SECRET, "the-client-secret"):
        assert private not in text


EVENTS = """app_mention app_home_opened app_uninstalled assistant_thread_started call_rejected
channel_archive channel_created channel_deleted channel_history_changed channel_id_changed
channel_left channel_rename channel_shared channel_unarchive channel_unshared dnd_updated
dnd_updated_user email_domain_changed emoji_changed entity_details_requested file_change
file_comment_added file_created file_deleted file_public file_shared file_unshared
function_executed grid_migration_finished grid_migration_started group_archive group_close
group_deleted group_history_changed group_left group_open group_rename im_close im_created
im_history_changed im_open invite_requested link_shared member_joined_channel member_left_channel
message message_metadata_deleted message_metadata_posted message_metadata_updated pin_added
pin_removed reaction_added reaction_removed resources_added resources_removed scope_denied
scope_granted shared_channel_invite_accepted shared_channel_invite_received star_added star_removed
subteam_created subteam_members_changed subteam_self_added subteam_updated team_access_granted
team_access_revoked team_domain_change team_join team_rename tokens_revoked user_change
user_huddle_changed user_profile_changed user_resource_denied user_status_changed
workflow_deleted workflow_published workflow_step_deleted workflow_step_execute""".split()
SUBTYPES = """bot_message me_message message_changed message_deleted message_replied
thread_broadcast channel_join channel_topic file_share huddle_thread assistant_app_thread""".split()
INTERACTIONS: dict[str, dict[str, Any]] = {
    "block_suggestion": {"action_id": "a", "block_id": "b", "value": "x"},
    "view_closed": {"view": {"id": "V1", "type": "modal", "callback_id": "form:goal set"}},
    "view_submission": {"view": {"id": "V1", "type": "modal", "callback_id": "other"}},
    "interactive_message": {"callback_id": "c", "actions": [{"name": "n", "value": "v"}]},
    "dialog_submission": {"callback_id": "c", "submission": {}, "state": ""},
    "dialog_cancellation": {"callback_id": "c"},
    "dialog_suggestion": {"callback_id": "c", "name": "n", "value": "v"},
    "message_action": {"callback_id": "other", "message": {}},
    "shortcut": {"callback_id": "other"},
    "workflow_step_edit": {"callback_id": "c", "workflow_step": {}},
    "block_actions": {"actions": [{"type": "button", "action_id": "other"}]},
    "unheard_of": {},
}


async def test_every_kind_of_payload_is_taken() -> None:
    """No kind of event, subtype or interaction that Slack knows makes the server fail."""
    async with running("http") as bot:
        for number, kind in enumerate(EVENTS):
            await installed(bot, "T1")
            inner = {
                "type": kind,
                "user": "U1",
                "channel": "C1",
                "ts": f"1.{number}",
                "tab": "home",
            }
            status, _ = await bot.post(
                json.dumps(payloads.event(inner)).encode(), "application/json"
            )
            assert status == 200, kind
        for subtype in SUBTYPES:
            inner = payloads.direct("x", subtype=subtype)
            assert await bot.send(payloads.event(inner)) == {}, subtype
        for kind, more in INTERACTIONS.items():
            body = {**payloads.shortcut("x"), **more, "type": kind}
            assert await bot.send(body) == {}, kind
        body = payloads.slash("help", respond=bot.hook()) | {"command": "/another"}
        assert (await bot.send(body))["blocks"]

"""Payloads as Slack sends them, filled with what a test needs."""

import itertools
from typing import Any

JSON = dict[str, Any]
_count = itertools.count(1)


def fresh(prefix: str) -> str:
    """A name that was not used before."""
    return f"{prefix}{next(_count)}"


def slash(text: str, *, team: str = "T1", user: str = "U1", respond: str = "", **more: str) -> JSON:
    """A slash command, as a form."""
    return {
        "token": "unused",  # pragma: allowlist secret
        "team_id": team,
        "team_domain": "example",
        "channel_id": "C1",
        "channel_name": "general",
        "user_id": user,
        "user_name": f"name-{user.lower()}",
        "command": "/badgewise",
        "text": text,
        "api_app_id": "A1",
        "is_enterprise_install": "false",
        "response_url": respond,
        "trigger_id": fresh("trigger."),
        **more,
    }


def _interaction(kind: str, team: str, user: str, respond: str) -> JSON:
    return {
        "type": kind,
        "token": "unused",
        "api_app_id": "A1",
        "team": {"id": team, "domain": "example"},
        "enterprise": None,
        "is_enterprise_install": False,
        "user": {"id": user, "username": f"name-{user.lower()}", "name": f"name-{user.lower()}",
                 "team_id": team},
        "trigger_id": fresh("trigger."),
        **({"response_url": respond} if respond else {}),
    }  # fmt: skip


def press(
    action: JSON,
    *,
    team: str = "T1",
    user: str = "U1",
    respond: str = "",
    view: JSON | None = None,
    ephemeral: bool = True,
) -> JSON:
    """A press of a button, or a choice in a menu given as its option."""
    body = _interaction("block_actions", team, user, respond)
    pressed = {"action_ts": "1.1", "block_id": "b", **action}
    if "options" in action:
        pressed["selected_option"] = pressed.pop("options")[action.get("chosen", 0)]
    if view:
        body |= {"view": view, "container": {"type": "view", "view_id": view["id"]}}
    else:
        body["container"] = {
            "type": "message", "message_ts": "1.0", "channel_id": "C1", "is_ephemeral": ephemeral,
        }  # fmt: skip
        body["channel"] = {"id": "C1", "name": "general"}
    return {**body, "actions": [pressed]}


def sent(view: JSON, filled: JSON, *, team: str = "T1", user: str = "U1") -> JSON:
    """A modal that was filled in: option name to value (a tuple marks a menu's choice)."""
    values = {
        name: {
            "value": {"type": "static_select", "selected_option": {"value": v[0]}}
            if isinstance(v, tuple)
            else {"type": "plain_text_input", "value": v}
        }
        for name, v in filled.items()
    }
    whole = {**view, "id": fresh("V"), "hash": "1.h", "state": {"values": values}, "team_id": team}
    return {**_interaction("view_submission", team, user, ""), "view": whole}


def shortcut(name: str, *, team: str = "T1", user: str = "U1") -> JSON:
    """A global shortcut."""
    return {**_interaction("shortcut", team, user, ""), "callback_id": name}


def on_message(
    text: str, *, team: str = "T1", user: str = "U1", author: str = "U2", respond: str = ""
) -> JSON:
    """A message shortcut."""
    return {
        **_interaction("message_action", team, user, respond),
        "callback_id": "advise_on_this",
        "message_ts": "1.0",
        "channel": {"id": "C1", "name": "general"},
        "message": {"type": "message", "user": author, "ts": "1.0", "text": text},
    }


def event(inner: JSON, *, team: str = "T1", event_id: str = "", **more: Any) -> JSON:
    """An event in its envelope."""
    return {
        "token": "unused",
        "team_id": team,
        "api_app_id": "A1",
        "event": {"event_ts": "1.0", **inner},
        "type": "event_callback",
        "event_id": event_id or fresh("Ev"),
        "event_time": 1_900_000_000,
        "authorizations": [
            {"enterprise_id": None, "team_id": team, "user_id": "UBOT1", "is_bot": True,
             "is_enterprise_install": False}
        ],
        "is_ext_shared_channel": False,
        **more,
    }  # fmt: skip


def mention(text: str, *, user: str = "U1", ts: str = "", **more: Any) -> JSON:
    """The inner event of a mention."""
    return {
        "type": "app_mention", "user": user, "text": f"<@UBOT1> {text}", "channel": "C1",
        "ts": ts or fresh("17."), **more,
    }  # fmt: skip


def direct(text: str, *, user: str = "U1", ts: str = "", **more: Any) -> JSON:
    """The inner event of a direct message."""
    return {
        "type": "message", "channel_type": "im", "user": user, "text": text, "channel": "D1",
        "ts": ts or fresh("17."), **more,
    }  # fmt: skip

"""The app's manifest, made from the table of commands: setting up is one paste."""

import json
from typing import Any

from adapters.slack.commands import ADVISE_ON_THIS, ASK
from adapters.slack.installing import SCOPES
from bot.commands.table import COMMANDS
from bot.settings import Settings, SettingsError

EVENTS = ("app_home_opened", "app_mention", "app_uninstalled", "message.im", "tokens_revoked")
COMMAND = "/badgewise"
_HINT = 1_000  # characters that Slack takes of a usage hint


def hint() -> str:
    """What can follow the slash command."""
    names = [n for n, c in COMMANDS.items() if not c.hidden and not c.admin]
    return ("your question | " + " | ".join(names))[:_HINT]


def _features(address: str) -> dict[str, Any]:
    command = {
        "command": COMMAND,
        "description": "Is this credential worth it, for you, now?",
        "usage_hint": hint(),
        "should_escape": False,
    }
    return {
        "app_home": {
            "home_tab_enabled": True,
            "messages_tab_enabled": True,
            "messages_tab_read_only_enabled": False,
        },
        "bot_user": {"display_name": "Badgewise", "always_online": True},
        "shortcuts": [
            {
                "name": "Ask Badgewise",
                "type": "global",
                "callback_id": ASK,
                "description": "Is a credential worth it for you?",
            },
            {
                "name": "Advise on this",
                "type": "message",
                "callback_id": ADVISE_ON_THIS,
                "description": "Advice on the credential in this message",
            },
        ],
        "slash_commands": [command | ({"url": address} if address else {})],
    }


def made(settings: Settings) -> dict[str, Any]:
    """The manifest as data. Raises SettingsError when HTTP mode knows no address."""
    public, address = settings.http.public_url.rstrip("/"), ""
    socket = settings.slack.mode == "socket"
    if not socket:
        if not public.startswith("https://"):
            raise SettingsError(
                "HTTP mode needs http.public_url: the https:// address at which Slack reaches you."
            )
        address = f"{public}/slack/events"
    where = {"request_url": address} if address else {}
    redirect = {} if socket else {"redirect_urls": [f"{public}/slack/oauth_redirect"]}
    return {
        "display_information": {
            "name": "Badgewise",
            "description": "Advice on certificates and badges",
            "background_color": "#27374d",
        },
        "features": _features(address),
        "oauth_config": {**redirect, "scopes": {"bot": list(SCOPES)}},
        "settings": {
            "event_subscriptions": {**where, "bot_events": list(EVENTS)},
            "interactivity": {"is_enabled": True, **where},
            "org_deploy_enabled": not socket,
            "socket_mode_enabled": socket,
            "token_rotation_enabled": False,
        },
    }


def manifest(settings: Settings) -> str:
    """The manifest as JSON, to be pasted at api.slack.com/apps."""
    return json.dumps(made(settings), indent=2)

"""Setting up: the manifest, the check, the settings."""

import json
from pathlib import Path
from typing import Any

import pytest

from adapters.slack import manifest
from adapters.slack.check import check
from adapters.slack.commands import ADVISE_ON_THIS, ASK
from adapters.slack.installing import SCOPES
from bot.commands.table import COMMANDS
from bot.settings import SettingsError, settings_of
from tests.slack.conftest import settings_for
from tests.slack.server import slack


def made(**slack_settings: Any) -> dict[str, Any]:
    """The manifest for these settings."""
    public = {"public_url": "https://bot.example.org/"}
    found: dict[str, Any] = json.loads(
        manifest.manifest(settings_of({"slack": slack_settings, "http": public}))
    )
    return found


def test_the_manifest_is_made_of_the_table() -> None:
    """Every command that members can use is named; shortcuts, events and scopes are those heard."""
    whole = made(mode="socket")
    (command,) = whole["features"]["slash_commands"]
    for name, found in COMMANDS.items():
        assert (f" {name}" in command["usage_hint"]) is not (found.hidden or found.admin), name
    assert len(command["usage_hint"]) <= 1_000
    assert {s["callback_id"] for s in whole["features"]["shortcuts"]} == {ASK, ADVISE_ON_THIS}
    assert whole["oauth_config"]["scopes"]["bot"] == list(SCOPES)
    assert whole["features"]["app_home"]["home_tab_enabled"]
    for name, limit in (("name", 35), ("description", 140)):
        assert len(whole["display_information"][name]) <= limit
    for shortcut in whole["features"]["shortcuts"]:
        assert len(shortcut["name"]) <= 24
        assert len(shortcut["description"]) <= 150


def test_socket_and_http_differ_in_addresses_alone() -> None:
    """In HTTP mode every address is this server's; in Socket Mode there is none."""
    socket, http = made(mode="socket"), made(mode="http")
    assert "http" not in json.dumps(socket["settings"] | socket["features"])
    assert socket["settings"]["socket_mode_enabled"] is True
    address = "https://bot.example.org/slack/events"
    assert http["features"]["slash_commands"][0]["url"] == address
    assert http["settings"]["event_subscriptions"]["request_url"] == address
    assert http["settings"]["interactivity"]["request_url"] == address
    assert http["oauth_config"]["redirect_urls"] == ["https://bot.example.org/slack/oauth_redirect"]
    assert http["settings"]["socket_mode_enabled"] is False


@pytest.mark.parametrize("public", ["", "http://bot.example.org", "bot.example.org"])
def test_without_an_address_there_is_no_http_manifest(public: str) -> None:
    """HTTP mode without an https address is refused with the key's name."""
    with pytest.raises(SettingsError, match=r"http\.public_url"):
        manifest.manifest(settings_of({"slack": {"mode": "http"}, "http": {"public_url": public}}))


def test_every_event_heard_is_in_the_manifest() -> None:
    """What the app listens to is subscribed to, and nothing else."""
    source = (Path(manifest.__file__).parent / "app.py").read_text()
    heard = {"message.im" if e == "message" else e for e in _heard(source)}
    assert heard == set(manifest.EVENTS)


def _heard(source: str) -> list[str]:
    return [line.split('"')[1] for line in source.splitlines() if "app.event(" in line]


@pytest.mark.parametrize(
    ("mode", "changed", "said"),
    [
        ("socket", {}, ""),
        ("http", {}, ""),
        ("http", {"bot_token": "xoxb-one", "client_id": ""}, ""),  # pragma: allowlist secret
        (
            "socket",
            {"bot_token": "xoxb-wrong"},  # pragma: allowlist secret
            "does not take slack.bot_token (invalid_auth)",
        ),  # pragma: allowlist secret
        (
            "socket",
            {"app_token": "xapp-wrong"},  # pragma: allowlist secret
            "does not take slack.app_token (invalid_auth)",
        ),  # pragma: allowlist secret
        ("socket", {"app_token": None}, "slack.app_token is not set"),
        ("http", {"signing_secret": None}, "slack.signing_secret is not set"),
        ("http", {"client_id": ""}, "Set slack.bot_token for one workspace"),
        ("http", {"client_secret": None}, "slack.client_secret is not set"),
        ("socket", {"api_url": "http://127.0.0.1:9/api"}, "could not be reached"),
    ],
)
async def test_the_check_names_what_is_wrong(mode: str, changed: dict[str, Any], said: str) -> None:
    """Tokens are tried on Slack; what is wrong is one sentence with its key, never a value."""
    async with slack() as here:
        found = await check(settings_for(here, mode, slack=changed))
        assert len(found) == bool(said)
        assert said in "".join(found)
        assert "wrong" not in "".join(found)
        assert {c.method for c in here.calls} <= {"auth.test", "apps.connections.open"}

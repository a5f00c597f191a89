"""Serves Slack until told to stop, in Socket Mode or over HTTP."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime

import aiohttp
from aiohttp import web
from slack_sdk.errors import SlackApiError

from adapters.http.metrics import Metrics
from adapters.http.site import Ready, Site, always
from adapters.problems import PlatformProblem
from adapters.slack.app import build
from adapters.slack.caller import PLATFORM
from adapters.slack.desk import Desk, now_utc
from adapters.slack.gate import Gate
from adapters.slack.installations import Document, Installations
from adapters.slack.installing import Installing
from adapters.slack.members import Members
from adapters.slack.site import Door
from adapters.slack.socket import PING, connected
from adapters.slack.wire import Wire, base_url
from bot.commands.service import Service
from bot.secret import Secret
from bot.settings import Settings
from bot.store import Store

log = logging.getLogger("badgewise.slack")
CONNECTIONS = 100
DEAD_TOKENS = frozenset(
    ("invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired")
)


def secret(value: Secret | None, key: str) -> str:
    """A secret that must be set. Raises PlatformProblem, naming the key alone."""
    if value is None or not value.get_secret_value():
        raise PlatformProblem(f"{key} is not set; see config.example.toml.")
    return value.get_secret_value()


async def own_workspace(wire: Wire, token: str) -> Document:
    """The workspace that a token belongs to. Raises PlatformProblem when it is good for nothing."""
    try:
        found = await wire.ask("auth.test", token)
    except SlackApiError as error:
        reason = error.response.get("error", "unknown")
        if reason in DEAD_TOKENS:
            raise PlatformProblem(
                f"Slack does not take slack.bot_token ({reason}): copy it again from "
                "OAuth & Permissions on the app's page."
            ) from None
        raise
    whole = bool(found.get("is_enterprise_install"))
    return {
        "tenant": str(found.get("enterprise_id" if whole else "team_id") or ""),
        "token": token,
        "bot_user": str(found.get("user_id") or ""),
        "bot": str(found.get("bot_id") or ""),
    }


def admins(listed: Sequence[str], tenant: str | None) -> list[str]:
    """The configured admins as WORKSPACE/USER; a bare user is of the one workspace."""
    return [a if "/" in a or tenant is None else f"{tenant}/{a}" for a in listed]


@asynccontextmanager
async def _wire(settings: Settings) -> AsyncIterator[Wire]:
    connector = aiohttp.TCPConnector(limit=CONNECTIONS)
    async with aiohttp.ClientSession(connector=connector) as session:
        yield Wire(base_url(settings.slack.api_url), session)


async def serve(  # noqa: PLR0913 - what the tests choose is named
    service: Service,
    store: Store,
    settings: Settings,
    stop: asyncio.Event,
    *,
    opened: Callable[[int], None] = lambda _: None,
    ping: float = PING,
    clock: Callable[[], datetime] = now_utc,
    site: Site | None = None,
) -> None:
    """Serves; ``opened`` is told the port. Raises PlatformProblem when trying again is no use.

    ``site`` is the process's HTTP server; without one it opens its own.
    """
    slack = settings.slack
    async with AsyncExitStack() as stack:
        if site is None:
            own = Site(store, Metrics(), [PLATFORM])
            site = await stack.enter_async_context(own.opened(settings.http))
        elif slack.mode == "http" and not site.port:
            raise PlatformProblem(site.closed)
        wire = await stack.enter_async_context(_wire(settings))
        fixed: Document | None = None
        if slack.mode == "socket" or slack.bot_token:
            fixed = await own_workspace(wire, secret(slack.bot_token, "slack.bot_token"))
        members = Members(wire, admins(slack.admins, str(fixed["tenant"]) if fixed else None))
        desk = Desk(service, store, wire, members, clock)
        stack.push_async_callback(desk.finish)
        installations = Installations(store, fixed, now=clock)
        await installations.note_fixed()
        listeners = build(desk, installations)
        routes: list[web.RouteDef] = []
        alive: Ready = always
        if slack.mode == "socket":
            token = secret(slack.app_token, "slack.app_token")
            socket = await stack.enter_async_context(connected(listeners, desk, token, ping))
            alive = socket.client.is_connected
        else:
            signing = secret(slack.signing_secret, "slack.signing_secret")
            gate = Gate(signing, lambda: clock().timestamp())
            routes.append(web.post("/slack/events", Door(listeners, gate, desk).events))
            routes += Installing(desk, installations, settings).routes()
        await stack.enter_async_context(site.joined(PLATFORM, routes, alive, desk.counted))
        log.info("serving %s (%s mode) on port %d", PLATFORM, slack.mode, site.port)
        opened(site.port)
        await stop.wait()

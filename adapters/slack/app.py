"""The bolt app: which listener hears what."""

import logging
import re
from collections.abc import Awaitable, Callable
from typing import Any

from msgspec import Struct
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.async_authorize import AsyncAuthorize
from slack_bolt.context.async_context import AsyncBoltContext
from slack_bolt.middleware.async_middleware import AsyncMiddleware
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

from adapters.slack.buttons import CHOICE, PREFIX
from adapters.slack.commands import ADVISE_ON_THIS, ASK, Commands
from adapters.slack.desk import Desk, mishap
from adapters.slack.events import Events
from adapters.slack.forms import FORM
from adapters.slack.installations import Installations
from adapters.slack.presses import Presses
from adapters.slack.slash import NOT_INSTALLED, Slash, slash_form

_BAD_PAYLOAD = (ValueError, TypeError, AttributeError, KeyError, RecursionError)
_WITHOUT_TOKEN = ("url_verification", "ssl_check", "app_uninstalled", "tokens_revoked")
_ANY = re.compile("")


def quiet() -> logging.Logger:
    """Bolt's logger: its warnings hold payloads, so it speaks of errors alone."""
    logger = logging.getLogger("slack_bolt")
    logger.setLevel(logging.ERROR)
    logging.getLogger("slack_sdk").setLevel(logging.WARNING)
    return logger


async def _failed(error: Exception) -> None:
    """For bolt: Slack is told that it did not work, and the log where."""
    mishap(error)


class _Authorize(AsyncAuthorize):
    """Whose token answers; bolt calls it for each request, with more than is needed."""

    def __init__(self, installations: Installations) -> None:
        self._installations = installations

    async def __call__(
        self,
        *,
        context: AsyncBoltContext,
        enterprise_id: str | None,
        team_id: str | None,
        **_: Any,
    ) -> AuthorizeResult | None:
        return await self._installations.authorize(context, enterprise_id, team_id)


class _Welcome(AsyncMiddleware):
    """Workspaces that the bot is not installed in get one sentence, and nothing is read of them."""

    def __init__(self, installations: Installations) -> None:
        self._installations = installations

    async def async_process(
        self,
        *,
        req: AsyncBoltRequest,
        resp: BoltResponse,  # noqa: ARG002
        next: Callable[[], Awaitable[BoltResponse]],  # noqa: A002 - bolt's own name
    ) -> BoltResponse | None:
        """Goes on where the bot is installed, and with what needs no token."""
        kind = (req.body.get("event") or {}).get("type") or req.body.get("type")
        at = (req.context.enterprise_id, req.context.team_id)
        if kind in _WITHOUT_TOKEN or await self._installations.serves(*at):
            return await next()
        told = {"response_type": "ephemeral", "text": NOT_INSTALLED}
        return BoltResponse(status=200, body=told if "command" in req.body else "")


class Listeners(Struct, frozen=True):
    """Who hears a request: slash commands a listener of their own, all else bolt."""

    bolt: AsyncApp
    slash: Slash


def build(desk: Desk, installations: Installations) -> Listeners:
    """Both. Requests are verified before they get here."""
    app = AsyncApp(
        name="slack_bolt.app",  # bolt sets the level of the logger of this name
        logger=quiet(),
        client=None,
        process_before_response=True,
        authorize=_Authorize(installations),  # type: ignore[arg-type]
        signing_secret="",
        request_verification_enabled=False,
        attaching_function_token_enabled=False,
        before_authorize=_Welcome(installations),
    )
    app.client.base_url = desk.wire.client.base_url
    commands = Commands(desk)
    _listen(app, commands, Presses(desk, commands), Events(desk, installations))
    app.error(_failed)
    return Listeners(app, Slash(commands, installations))


def _listen(app: AsyncApp, commands: Commands, presses: Presses, events: Events) -> None:
    app.command(_ANY)(commands.slash)
    app.action(re.compile(f"^({PREFIX}|{CHOICE}):"))(presses.press)
    app.view(re.compile(f"^{FORM}"))(commands.sent)
    app.global_shortcut(ASK)(commands.shortcut)
    app.message_shortcut(ADVISE_ON_THIS)(commands.on_message)
    app.event("message")(events.message)
    app.event("app_mention")(events.mention)
    app.event("app_home_opened")(events.opened)
    app.event("app_uninstalled")(events.uninstalled)
    app.event("tokens_revoked")(events.revoked)


def _lists_actions(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(v, dict) for v in value)


def shaped(body: Any) -> bool:
    """Whether a payload has the outline that bolt and the listeners go by."""
    if not isinstance(body, dict):
        return False
    for name in ("event", "view", "message", "container", "channel"):
        if not isinstance(body.get(name, {}), dict | None):
            return False
    if body.get("type") == "event_callback":
        return isinstance((body.get("event") or {}).get("type"), str)
    return body.get("type") != "block_actions" or _lists_actions(body.get("actions"))


async def dispatch(
    listeners: Listeners, body: Any, headers: dict[str, Any], mode: str
) -> BoltResponse:
    """What to answer a verified request: what nobody listens to is acknowledged all the same."""
    form = slash_form(body, headers.get("content-type", ""))
    if form is not None:
        return await listeners.slash.answer(form)
    try:
        request = AsyncBoltRequest(body=body, headers=headers, mode=mode)
    except _BAD_PAYLOAD:
        return BoltResponse(status=400, body="")
    if not shaped(request.body):
        return BoltResponse(status=400, body="")
    response = await listeners.bolt.async_dispatch(request)
    return BoltResponse(status=200, body="") if response.status == 404 else response

"""Who speaks, and from where: what every kind of payload from Slack comes down to."""

from collections.abc import Mapping
from typing import Any, Protocol

from msgspec import Struct

from bot.person import Person

PLATFORM = "slack"
Payload = Mapping[str, Any]


class Where(Protocol):
    """Where something came from and whose token answers; bolt's context is one."""

    @property
    def enterprise_id(self) -> str | None:
        """The organisation."""

    @property
    def team_id(self) -> str | None:
        """The workspace."""

    @property
    def user_id(self) -> str | None:
        """The person."""

    @property
    def is_enterprise_install(self) -> bool | None:
        """Whether the organisation installed the bot as a whole."""

    @property
    def bot_token(self) -> str | None:
        """The token."""


class Caller(Struct, frozen=True, kw_only=True):
    """A person in a workspace (or an organisation that installed the bot as a whole)."""

    person: Person
    token: str
    who: str = ""
    event: str = ""  # the platform's own name of what happened
    trigger: str = ""  # opens a modal, for three seconds
    response_url: str = ""
    outsider: bool = False
    can_share: bool = False


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def tenant(context: Where) -> str:
    """What keeps people apart: the workspace, or the organisation where that installed the bot."""
    if context.is_enterprise_install and context.enterprise_id:
        return context.enterprise_id
    return context.team_id or context.enterprise_id or ""


def _from_elsewhere(home: str, context: Where, *, shared: bool) -> bool:
    """Whether somebody's own workspace is another one, met in a shared channel."""
    known = {context.team_id, context.enterprise_id, ""}
    return shared and home not in known


def _known_as(body: Payload) -> str:
    user = body.get("user")
    if isinstance(user, Mapping):
        name = _text(user.get("name")) or _text(user.get("username"))
    else:
        name = _text(body.get("user_name"))
    return f"@{name}" if name else ""


def caller(body: Payload, context: Where) -> Caller:
    """The caller of a slash command, a shortcut, a press or a sent form."""
    trigger = _text(body.get("trigger_id"))
    user = body.get("user")
    home = _text(user.get("team_id")) if isinstance(user, Mapping) else ""
    team = body.get("team")
    domain = isinstance(team, Mapping) and isinstance(user, Mapping) and bool(team.get("id"))
    return Caller(
        person=Person(PLATFORM, tenant(context), context.user_id or ""),
        token=context.bot_token or "",
        who=_known_as(body) or f"@{context.user_id}",
        event=f"{PLATFORM}:{trigger}" if trigger else "",
        trigger=trigger,
        response_url=_text(body.get("response_url")),
        outsider=_from_elsewhere(home, context, shared=domain and not body.get("enterprise")),
    )


def event_caller(body: Payload, event: Payload, context: Where) -> Caller:
    """The caller of an event: a mention, a direct message, a look at the Home tab."""
    home = _text(event.get("user_team")) or _text(event.get("team"))
    user = _text(event.get("user"))
    return Caller(
        person=Person(PLATFORM, tenant(context), user),
        token=context.bot_token or "",
        who=f"@{user}",
        outsider=_from_elsewhere(home, context, shared=bool(body.get("is_ext_shared_channel"))),
    )

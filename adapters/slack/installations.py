"""Which workspaces the bot serves, and with which token."""

import time
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any

from slack_bolt.authorization import AuthorizeResult
from slack_bolt.context.async_context import AsyncBoltContext

from adapters.slack.caller import PLATFORM
from bot.store import Store

FRESH = 60.0  # seconds for which another process may still know a workspace that has left
Document = Mapping[str, Any]


def document(answer: Document, now: datetime) -> tuple[str, dict[str, Any]]:
    """The tenant, and what is kept of ``oauth.v2.access``'s answer."""
    team, enterprise = answer.get("team") or {}, answer.get("enterprise") or {}
    whole = bool(answer.get("is_enterprise_install"))
    return str((enterprise if whole else team).get("id") or ""), {
        "token": answer.get("access_token") or "",
        "team": team.get("id") or "",
        "enterprise": enterprise.get("id") or "",
        "bot_user": answer.get("bot_user_id") or "",
        "scopes": answer.get("scope") or "",
        "installed_at": int(now.timestamp()),
    }


class Installations:
    """One workspace whose token is set, or any number that installed the bot."""

    def __init__(
        self,
        store: Store,
        fixed: Document | None = None,
        *,
        now: Callable[[], datetime],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._store, self._fixed, self._now, self._clock = store, fixed, now, clock
        self._known: dict[str, tuple[float, Document]] = {}

    async def authorize(
        self, context: AsyncBoltContext, enterprise_id: str | None, team_id: str | None
    ) -> AuthorizeResult | None:
        """For bolt: whom a request belongs to; None when the bot is not installed there."""
        found = await self.find(enterprise_id, team_id)
        if found is None:
            return None
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=team_id,
            user_id=context.user_id,
            bot_token=found["token"],
            bot_id=found.get("bot") or None,
            bot_user_id=found.get("bot_user") or None,
        )

    async def serves(self, enterprise_id: str | None, team_id: str | None) -> bool:
        """Whether the bot is installed there."""
        return await self.find(enterprise_id, team_id) is not None

    async def find(self, enterprise_id: str | None, team_id: str | None) -> Document | None:
        """What is kept of an installation, its token among it; None where the bot is not."""
        if self._fixed is not None and self._fixed["tenant"] in (team_id, enterprise_id):
            return self._fixed
        if self._fixed is not None:
            return None
        for tenant in (team_id, enterprise_id):
            if tenant and (found := await self._kept(tenant)):
                return found
        return None

    async def _kept(self, tenant: str) -> Document | None:
        known = self._known.get(tenant)
        if known and known[0] > self._clock():
            return known[1]
        found = await self._store.installation(PLATFORM, tenant)
        if found:
            self._known[tenant] = (self._clock() + FRESH, found)
        return found

    async def add(self, answer: Document) -> str:
        """Keeps what Slack handed over; returns the tenant."""
        tenant, kept = document(answer, self._now())
        await self._store.keep_installation(PLATFORM, tenant, kept, self._now())
        self._known.pop(tenant, None)
        return tenant

    async def note_fixed(self) -> None:
        """Remembers that the workspace whose token is set is here (again)."""
        if self._fixed is not None:
            kept = {"token": "", "installed_at": int(self._now().timestamp())}
            await self._store.keep_installation(PLATFORM, self._fixed["tenant"], kept, self._now())

    async def forget(self, tenant: str, happened_at: object = None) -> None:
        """Drops a workspace that has left, unless it has come back since."""
        kept = await self._store.installation(PLATFORM, tenant) or {}
        if isinstance(happened_at, int) and happened_at < kept.get("installed_at", 0):
            return
        self._known.pop(tenant, None)
        await self._store.drop_installation(PLATFORM, tenant, self._now())


def token_finder(store: Store, fixed: str) -> Callable[[str], Awaitable[str | None]]:
    """Finds a tenant's token for a process that serves no requests; None where there is none."""

    async def find(tenant: str) -> str | None:
        if fixed:
            return fixed
        found = await store.installation(PLATFORM, tenant)
        return str(found["token"]) if found and found.get("token") else None

    return find

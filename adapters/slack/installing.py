"""Installing the bot in a workspace: a page with a button, Slack's consent, and back."""

import hmac
import logging
from collections.abc import Sequence
from urllib.parse import urlencode, urlsplit

import aiohttp
from aiohttp import web
from slack_sdk.errors import SlackApiError

from adapters.slack import pages
from adapters.slack.desk import Desk
from adapters.slack.installations import Installations
from bot.advice.words import N_, Words, words_for
from bot.settings import Settings
from bot.store import StoreProblem

log = logging.getLogger("badgewise.slack")
PURPOSE, COOKIE = "slack install", "badgewise_install"
GOOD_FOR = 600  # seconds
SCOPES: Sequence[str] = (
    "app_mentions:read",
    "chat:write",
    "commands",
    "im:history",
    "im:write",  # finds the conversation in which a doubtful nudge is looked for
    "users:read",
)
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


class Installing:
    """The two ends of OAuth."""

    def __init__(self, desk: Desk, installations: Installations, settings: Settings) -> None:
        self._desk, self._installations = desk, installations
        self._id = settings.slack.client_id
        secret = settings.slack.client_secret
        self._secret = secret.get_secret_value() if secret else ""
        self._public = settings.http.public_url.rstrip("/")

    def routes(self) -> list[web.RouteDef]:
        """The pages; installing alone where the app's client is set."""
        found = [web.get("/slack/privacy", self.privacy)]
        if self._id and self._secret:
            found.append(web.get("/slack/install", self.begin))
            found.append(web.get("/slack/oauth_redirect", self.end))
        return found

    async def privacy(self, request: web.Request) -> web.Response:
        """What is kept."""
        return _html(pages.privacy(_say(request)))

    def _consent(self, state: str) -> str:
        api = urlsplit(self._desk.wire.client.base_url)
        query = {"client_id": self._id, "scope": ",".join(SCOPES), "user_scope": "", "state": state}
        if self._public:
            query["redirect_uri"] = f"{self._public}/slack/oauth_redirect"
        return f"{api.scheme}://{api.netloc}/oauth/v2/authorize?{urlencode(query)}"

    async def begin(self, request: web.Request) -> web.Response:
        """A fresh state, in the link and in a cookie of this browser."""
        say = _say(request)
        try:
            state = await self._desk.store.issue_ticket(PURPOSE, self._desk.clock())
        except StoreProblem as problem:
            return _html(pages.refused(str(problem), say), 503)
        response = _html(pages.install(self._consent(state), say))
        secure = self._public.startswith("https:")
        response.set_cookie(
            COOKIE, state, max_age=GOOD_FOR, httponly=True, secure=secure, samesite="Lax"
        )
        return response

    async def end(self, request: web.Request) -> web.Response:
        """Slack sends the browser back, with a code for the token."""
        say = _say(request)
        try:
            refusal = await self._finish(request)
        except StoreProblem as problem:
            return _html(pages.refused(str(problem), say), 503)
        if refusal:
            return _html(pages.refused(say(refusal), say), 400)
        response = _html(pages.installed(say))
        response.del_cookie(COOKIE)
        return response

    async def _finish(self, request: web.Request) -> str:
        """Installs; or the sentence that says why not."""
        state, code = request.query.get("state", ""), request.query.get("code", "")
        cookie = request.cookies.get(COOKIE, "")
        if request.query.get("error") or not code:
            return N_("Slack says that this was cancelled. Nothing was installed.")
        if not (state and hmac.compare_digest(state.encode(), cookie.encode())):
            return N_("This did not begin in this browser, or too long ago.")
        store, now = self._desk.store, self._desk.clock()
        if not await store.take_ticket(PURPOSE, state, now, GOOD_FOR):
            return N_("This did not begin in this browser, or too long ago.")
        return await self._exchange(code)

    async def _exchange(self, code: str) -> str:
        more = {"redirect_uri": f"{self._public}/slack/oauth_redirect"} if self._public else {}
        try:
            answer = await self._desk.wire.exchange(self._id, self._secret, code=code, **more)
        except (SlackApiError, aiohttp.ClientError, TimeoutError) as error:
            log.warning("an installation failed: %s", type(error).__name__)
            return N_("Slack did not hand over its permission. Please try again.")
        tenant = await self._installations.add(answer)
        log.info("installed in %s", tenant)
        return ""


def _say(request: web.Request) -> Words:
    return words_for(request.headers.get("Accept-Language", "en")[:2] or "en")


def _html(text: str, status: int = 200) -> web.Response:
    return web.Response(text=text, content_type="text/html", status=status, headers=_HEADERS)

"""Installing, and leaving again."""

import asyncio
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import aiohttp
import pytest
from cryptography.fernet import Fernet

from adapters.slack.installing import SCOPES
from bot.store import open_store
from tests.slack import payloads
from tests.slack.conftest import Bot, installed, running
from tests.slack.test_scenarios import text

GRANT = {
    "ok": True, "access_token": "xoxb-one", "token_type": "bot", "bot_user_id": "UBOT1",  # pragma: allowlist secret  # noqa: E501
    "scope": ",".join(SCOPES), "team": {"id": "T1", "name": "One"}, "enterprise": None,
    "is_enterprise_install": False, "app_id": "A1",
}  # fmt: skip


async def begin(bot: Bot, browser: aiohttp.ClientSession) -> dict[str, list[str]]:
    """Looks at the install page; the query of its link."""
    async with browser.get(f"{bot.url}/slack/install") as page:
        assert page.status == 200
        shown = await page.text()
    assert 'href="/slack/privacy"' in shown
    link = re.search(r'class="add" href="([^"]+)"', shown)
    assert link
    assert link[1].startswith(f"{bot.here.url}/oauth/v2/authorize?")
    return parse_qs(urlsplit(link[1].replace("&amp;", "&")).query)


async def end(bot: Bot, browser: aiohttp.ClientSession, **query: str) -> tuple[int, str]:
    """Comes back from Slack."""
    async with browser.get(f"{bot.url}/slack/oauth_redirect", params=query) as page:
        return page.status, await page.text()


def browser() -> aiohttp.ClientSession:
    """A browser of its own, which keeps cookies of an address too."""
    return aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))


async def test_installing_from_page_to_answer() -> None:
    """An admin installs through two pages; the first command is answered, with few scopes asked."""
    async with running("http") as bot, browser() as admin:
        query = await begin(bot, admin)
        assert query["scope"] == [",".join(SCOPES)]
        assert not any("history" in s for s in SCOPES if s != "im:history")
        bot.here.codes["the-code"] = dict(GRANT)
        status, page = await end(bot, admin, code="the-code", state=query["state"][0])
        assert (status, "is installed" in page) == (200, True)
        (sent,) = bot.here.of("oauth.v2.access")
        assert sent["code"] == "the-code"
        answer = await bot.send(payloads.slash("help", respond=bot.hook()))
        assert "/badgewise goal set" in text(answer["blocks"])
        status, page = await end(bot, admin, code="the-code", state=query["state"][0])
        assert status == 400


async def test_nobody_else_s_consent_is_taken() -> None:
    """A state that is invented, used, of another browser, or without a code installs nothing."""
    async with running("http") as bot, browser() as admin, browser() as other:
        state = (await begin(bot, admin))["state"][0]
        bot.here.codes["c"] = dict(GRANT)
        assert (await end(bot, other, code="c", state=state))[0] == 400
        assert (await end(bot, admin, code="c", state="invented"))[0] == 400
        assert (await end(bot, admin, code="c"))[0] == 400
        assert (await end(bot, admin, error="access_denied", state=state))[0] == 400
        assert (await end(bot, admin, state=state, code=""))[0] == 400
        assert (await end(bot, admin, state="ü☃", code="c"))[0] == 400
        assert (await end(bot, admin, code="wrong", state=state))[0] == 400
        assert await bot.store.installation("slack", "T1") is None


async def test_pages_show_nothing_that_is_sent() -> None:
    """What comes in a query is never written into a page, and pages run no scripts."""
    async with running("http") as bot, browser() as admin:
        _, page = await end(bot, admin, error="<script>alert(1)</script>", state="<b>")
        assert "alert" not in page
        async with admin.get(f"{bot.url}/slack/privacy") as shown:
            assert "default-src 'none'" in shown.headers["Content-Security-Policy"]
            assert "Seen by others: nothing" in await shown.text()


@pytest.mark.parametrize(
    "inner",
    [
        {"type": "app_uninstalled"},
        {"type": "tokens_revoked", "tokens": {"bot": ["UBOT1"], "oauth": []}},
    ],
)
async def test_leaving_is_honoured_at_once(http: Bot, inner: dict[str, Any]) -> None:
    """Uninstalled or revoked: the token is gone with the answer, the data within thirty days."""
    await http.send(payloads.slash("goal set nurse", respond=http.hook()))
    await http.send(payloads.event(inner))
    assert await http.store.installation("slack", "T1") is None
    answer = await http.send(payloads.slash("goal show"))
    assert "not installed here" in answer["text"]
    assert await http.store.installation("slack", "T2") is not None
    await http.store.tidy(datetime.now(UTC) + timedelta(days=31))
    await installed(http, "T1")
    shown = await http.send(payloads.slash("goal show", respond=http.hook()))
    assert "not set a goal" in text(shown["blocks"])


async def test_a_user_s_own_token_is_no_matter(http: Bot) -> None:
    """When only a person's token is revoked, the bot stays."""
    tokens = {"oauth": ["U1"], "bot": []}
    await http.send(payloads.event({"type": "tokens_revoked", "tokens": tokens}))
    assert await http.store.installation("slack", "T1") is not None


async def test_an_old_goodbye_does_not_undo_a_return(http: Bot) -> None:
    """Word of an uninstallation that arrives after the bot was installed again is too late."""
    now = datetime.now(UTC)
    document = {"token": "xoxb-one", "installed_at": 1_900_000_500}  # pragma: allowlist secret
    await http.store.keep_installation("slack", "T1", document, now)
    await http.send(payloads.event({"type": "app_uninstalled"}))
    assert await http.store.installation("slack", "T1") == document


async def test_tokens_are_sealed_on_disk(tmp_path: Path) -> None:
    """With a key set, the token that Slack hands over is nowhere in the files."""
    file = tmp_path / "kept.sqlite3"
    store = await open_store(f"sqlite:///{file}", [Fernet.generate_key().decode()])
    async with running("http", store) as bot, browser() as admin:
        query = await begin(bot, admin)
        bot.here.codes["c"] = dict(GRANT)
        assert (await end(bot, admin, code="c", state=query["state"][0]))[0] == 200
    await store.close()
    for path in await asyncio.to_thread(lambda: list(tmp_path.iterdir())):
        assert b"xoxb-one" not in path.read_bytes()


async def test_in_socket_mode_there_are_no_install_pages() -> None:
    """One workspace, no public address: nothing to install or to forge requests at."""
    async with running("socket") as bot:
        for path in ("/slack/install", "/slack/oauth_redirect", "/slack/events"):
            async with bot.web.post(f"{bot.url}{path}") as answer:
                assert answer.status == 404

"""Slow databases, dropped connections, rate limits, reconnects, being told to stop."""

import asyncio
import json
import time
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from adapters.problems import PlatformProblem
from bot.person import Person
from bot.store import Store, StoreProblem, open_store
from tests.sizes import size
from tests.slack import payloads
from tests.slack.conftest import Bot, installed, running
from tests.slack.server import slack
from tests.slack.test_scenarios import text


class Slow:
    """A store whose reads of people take their time, or fail."""

    def __init__(self, store: Store, seconds: float, *, broken: bool = False) -> None:
        self._store, self.seconds, self.broken = store, seconds, broken

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    async def workspace(self, *args: Any) -> Any:
        """As is, or not at all."""
        if self.broken:
            raise StoreProblem("The database cannot be reached; try again in a minute.")
        return await self._store.workspace(*args)

    async def first_time(self, *args: Any) -> Any:
        """As is, or not at all."""
        if self.broken:
            raise StoreProblem("The database cannot be reached; try again in a minute.")
        return await self._store.first_time(*args)

    async def load(self, *args: Any) -> Any:
        """Late, or not at all."""
        await asyncio.sleep(self.seconds)
        if self.broken:
            raise StoreProblem("The database cannot be reached; try again in a minute.")
        return await self._store.load(*args)


@pytest.fixture
async def slow() -> Any:
    """A store that answers after 1.2 seconds."""
    store = await open_store("sqlite:///:memory:")
    yield Slow(store, 1.2)
    await store.close()


@pytest.mark.parametrize("mode", ["http", "socket"])
async def test_a_slow_answer_follows_the_acknowledgement(slow: Any, mode: str) -> None:
    """When an answer takes long, Slack hears within a second, and the person gets it after."""
    async with running(mode, slow) as bot:
        await installed(bot, "T1")
        began = time.monotonic()
        assert await bot.send(payloads.slash("goal set nurse", respond=bot.hook())) == {}
        assert time.monotonic() - began < 1.0
        (answer,) = await bot.here.until("respond")
        assert "Your goal is" in text(answer["blocks"])
        assert answer["response_type"] == "ephemeral"


class Far:
    """A store as far away as another continent: each call takes 200 ms more."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._store, name)

        async def later(*args: Any, **named: Any) -> Any:
            await asyncio.sleep(0.2)
            return await method(*args, **named)

        return later


@pytest.mark.parametrize("mode", ["http", "socket"])
async def test_with_a_far_database_slack_hears_in_time(mode: str) -> None:
    """With a database 200 ms slower, Slack hears within a second, and every answer follows."""
    near = await open_store("sqlite:///:memory:")
    async with running(mode, Far(near)) as bot:  # type: ignore[arg-type]
        await installed(bot, "T1")

        async def timed(payload: Any) -> float:
            began = time.monotonic()
            answer = await bot.send(payload)
            answered.append("Your goal is" in text(answer.get("blocks", [])))
            return time.monotonic() - began

        answered: list[bool] = []
        said = [
            payloads.slash(f"goal set nurse horizon:{n}", user=f"U{n}", respond=bot.hook())
            for n in range(size(15, 50))
        ]
        asked = [
            payloads.event(payloads.direct("is CSM worth it?", user=f"U{n}")) for n in range(5)
        ]
        took = await asyncio.gather(*map(timed, [*said, *asked]))
        assert max(took) < 1.0
        late = len(said) - sum(answered)
        await bot.here.until("chat.postMessage", len(asked))
        after = await bot.here.until("respond", late) if late else []
        assert all("Your goal is" in text(a["blocks"]) for a in after)
    await near.close()


async def test_a_slow_form_shows_that_it_waits(slow: Any) -> None:
    """A form whose answer takes long says so at once, and is filled in after."""
    view = {"type": "modal", "callback_id": "form:goal set", "blocks": []}
    async with running("http", slow) as bot:
        await installed(bot, "T1")
        answer = await bot.send(payloads.sent(view, {"role": "nurse"}))
        assert answer["response_action"] == "update"
        assert "One moment" in text(answer["view"])
        (after,) = await bot.here.until("views.update")
        assert "Your goal is" in text(after["view"])


async def test_work_under_way_is_finished_when_told_to_stop(slow: Any) -> None:
    """What was acknowledged is answered, even when the process is told to stop right then."""
    async with slack() as here:
        async with running("http", slow, here) as bot:
            await installed(bot, "T1")
            await bot.send(payloads.slash("goal set nurse", respond=bot.hook()))
            began = time.monotonic()
        assert time.monotonic() - began < 10
        assert "Your goal is" in text(here.of("respond")[0]["blocks"])


async def test_a_database_out_of_order_is_a_sentence() -> None:
    """Without a database people read one sentence, on every surface."""
    store = await open_store("sqlite:///:memory:")
    async with running("http", Slow(store, 0, broken=True)) as bot:
        await installed(bot, "T1")
        answer = await bot.send(payloads.slash("goal show", respond=bot.hook()))
        assert "cannot be reached" in text(answer["blocks"])
        await bot.send(payloads.slash("goal set", respond=bot.hook()))
        assert "cannot be reached" in text((await bot.here.until("respond"))[0]["blocks"])
        opened = {"type": "app_home_opened", "user": "U1", "channel": "D1", "tab": "home"}
        await bot.send(payloads.event(opened))
        assert "cannot be reached" in text((await bot.here.until("views.publish"))[0]["view"])
    await store.close()


def dropped(request: web.Request) -> web.Response | None:
    """The call arrived; its answer does not."""
    assert request.transport
    request.transport.close()
    return web.json_response({"ok": True})


@pytest.mark.parametrize("method", ["chat.postMessage", "chat.postEphemeral", "respond"])
async def test_a_dropped_connection_brings_no_second_post(http: Bot, method: str) -> None:
    """When the connection drops after a message was delivered, it is not sent again."""
    http.here.faults[method] = dropped
    if method == "respond":
        pressed = {"action_id": "say:0:U1", "value": "=/help"}
        await http.send(payloads.press(pressed, respond=http.hook()))
    else:
        inner = payloads.direct if method == "chat.postMessage" else payloads.mention
        await http.send(payloads.event(inner("is CSM worth it?")))
    await http.here.until(method)
    await asyncio.sleep(1.5)
    assert len(http.here.of(method)) == 1


async def test_a_rate_limit_is_waited_for(http: Bot) -> None:
    """A rate limit of Slack's is waited out, then the message goes out once."""
    limited = [web.Response(status=429, headers={"Retry-After": "1"})]
    http.here.faults["chat.postMessage"] = lambda _: limited.pop() if limited else None
    await http.send(payloads.event(payloads.direct("is CSM worth it?")))
    began = time.monotonic()
    await http.here.until("chat.postMessage", 2)
    assert time.monotonic() - began > 0.8
    await asyncio.sleep(0.2)
    assert len(http.here.of("chat.postMessage")) == 2


async def test_where_no_form_opens_the_answer_says_what_is_missing(http: Bot) -> None:
    """When Slack opens no form (too late, or out of order), a sentence says what to type."""
    http.here.faults["views.open"] = lambda _: web.json_response(
        {"ok": False, "error": "expired_trigger_id"}
    )
    await http.send(payloads.slash("goal set", respond=http.hook()))
    (answer,) = await http.here.until("respond")
    assert "for example" in text(answer["blocks"])


async def jobs(store: Store, users: list[str]) -> list[str]:
    """All that these people told of their work."""
    people = [await store.load(Person("slack", "T1", user)) for user in users]
    return [work.area for loaded in people for work in loaded.learner.experience]


async def test_reconnects_lose_nothing() -> None:
    """Over many cut and renewed sockets every command is answered and changes once."""
    async with running("socket", ping=0.2) as bot:
        keys, users = [], [f"U{n}" for n in range(10)]
        for number in range(size(12, 100)):
            said = payloads.slash(
                f"experience add job number {number}", user=users[number % 10], respond=bot.hook()
            )
            keys.append(await bot.here.push("slash_commands", said))
            socket = bot.here.open_sockets[-1] if bot.here.open_sockets else None
            if socket is not None and number % 2:
                await socket.send_json({"type": "disconnect", "reason": "refresh_requested"})
            elif socket is not None:
                await socket.close()
            async with asyncio.timeout(20):
                while not bot.here.open_sockets or bot.here.open_sockets[-1] is socket:  # noqa: ASYNC110
                    await asyncio.sleep(0.002)
        for key in keys:
            await bot.here.acked(key, 20)
        assert bot.here.connections > len(keys) // 2
        wanted = sorted(f"job number {n}" for n in range(len(keys)))
        async with asyncio.timeout(10):
            while sorted(await jobs(bot.store, users)) != wanted:  # noqa: ASYNC110
                await asyncio.sleep(0.05)


async def test_what_could_not_be_noted_comes_again() -> None:
    """An event that the database could not take is not acknowledged; sent again, it is answered."""
    store = await open_store("sqlite:///:memory:")
    slow = Slow(store, 0, broken=True)
    async with running("socket", slow, ping=0.2) as bot:
        key = await bot.here.push("events_api", payloads.event(payloads.direct("is CSM worth it?")))
        await asyncio.sleep(0.3)
        assert key not in bot.here.acks
        slow.broken = False
        await bot.here.open_sockets[-1].close()
        await bot.here.acked(key)
        assert len(await bot.here.until("chat.postMessage")) == 1
    async with running("http", slow) as bot:
        await installed(bot, "T1")
        slow.broken = True
        body = json.dumps(payloads.event(payloads.direct("is CSM worth it?"))).encode()
        assert (await bot.post(body, "application/json"))[0] == 500
        slow.broken = False
        assert (await bot.post(body, "application/json"))[0] == 200
        assert len(await bot.here.until("chat.postMessage")) == 1
    await store.close()


async def test_a_token_that_is_none_is_said_at_once() -> None:
    """With a token that Slack does not take, serving ends with the key's name, not its value."""
    with pytest.raises(PlatformProblem, match=r"slack\.bot_token \(invalid_auth\)") as caught:
        async with running(
            "socket",
            slack={"bot_token": "xoxb-bad-and-secret"},  # pragma: allowlist secret
        ):  # pragma: allowlist secret
            pass
    assert "secret" not in str(caught.value)
    with pytest.raises(PlatformProblem, match=r"slack\.signing_secret is not set"):
        async with running("http", slack={"signing_secret": None}):
            pass


async def test_health_tells_of_database_and_socket() -> None:
    """Alive while it answers; ready while database and socket are there."""
    store = await open_store("sqlite:///:memory:")
    slow = Slow(store, 0)
    async with running("socket", slow, ping=0.2) as bot:
        for path, wanted in (("/healthz", 200), ("/readyz", 200)):
            async with asyncio.timeout(5):
                while (await status(bot, path)) != wanted:  # noqa: ASYNC110
                    await asyncio.sleep(0.02)
        slow.broken = True
        assert await status(bot, "/readyz") == 503
        assert await status(bot, "/healthz") == 200
    await store.close()


async def status(bot: Bot, path: str) -> int:
    """What a path answers."""
    async with aiohttp.ClientSession() as session, session.get(f"{bot.url}{path}") as answer:
        return answer.status

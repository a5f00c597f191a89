"""Nudges as direct messages on Slack: what it says, and what is done about it."""

import asyncio
from collections.abc import AsyncIterator, Callable

import aiohttp
import pytest
from aiohttp import web

from adapters.slack.deliver import DirectMessages
from adapters.slack.installations import token_finder
from bot.advice.nudging import Heard
from bot.nudges.loop import Courier, Way
from bot.person import Person
from bot.store import Store, open_store
from tests.nudges.nudged import ANN, BOB, CEM, DUA, NOW, Clock, courier, nudge, states
from tests.slack import payloads, valid
from tests.slack.conftest import Bot, installed, running
from tests.slack.server import JSON, Slack, slack
from tests.slack.test_scenarios import buttons, text

Answer = Callable[[web.Request], web.Response | None]


@pytest.fixture
async def here() -> AsyncIterator[Slack]:
    """The server, where the bot is installed in two workspaces."""
    async with slack() as found:
        yield found


@pytest.fixture
async def store() -> AsyncIterator[Store]:
    """A store of this test's own."""
    opened = await open_store("sqlite:///:memory:")
    for team, token in (("T1", "xoxb-one"), ("T2", "xoxb-two")):
        await opened.keep_installation("slack", team, {"token": token}, NOW)
    yield opened
    await opened.close()


@pytest.fixture
def clock() -> Clock:
    """The database's clock, as this test sets it."""
    return Clock()


@pytest.fixture
async def worker(here: Slack, store: Store, clock: Clock) -> AsyncIterator[Courier]:
    """A worker that delivers to the loopback Slack."""
    async with aiohttp.ClientSession() as session:
        token = token_finder(store, "")
        deliver = DirectMessages(session, store, token, clock, f"{here.url}/api")
        yield courier(store, clock, slack=Way(deliver, 0.002, by_tenant=True))


def says(error: str, status: int = 200, **headers: str) -> Answer:
    """Slack refuses."""

    def answer(_: web.Request) -> web.Response:
        return web.json_response({"ok": False, "error": error}, status=status, headers=headers)

    return answer


def to(user: str, answer: Answer, here: Slack) -> Answer:
    """The same, for one user alone."""

    def chosen(request: web.Request) -> web.Response | None:
        return answer(request) if here.calls[-1].values.get("channel") == user else None

    return chosen


def once(answer: Answer) -> Answer:
    """The same, for the first request alone."""
    left = [1]

    def first(request: web.Request) -> web.Response | None:
        return answer(request) if left and left.pop() else None

    return first


def cut(request: web.Request) -> web.Response:
    """The connection breaks."""
    assert request.transport
    request.transport.abort()
    return web.Response()


def words(_: web.Request) -> web.Response:
    """Something that is no JSON, as proxies say it."""
    return web.Response(text="<html>no</html>", content_type="text/html", status=502)


def empty(_: web.Request) -> web.Response:
    """An answer that says nothing."""
    return web.Response(text="", content_type="application/json")


async def is_on(store: Store, person: Person) -> bool:
    """Whether somebody's nudges are on."""
    plan = (await store.load(person)).learner.nudging
    assert plan
    return plan.on


async def test_a_nudge_arrives_once(
    store: Store, here: Slack, clock: Clock, worker: Courier
) -> None:
    """One message that Slack takes, with its reason and its buttons, and nothing comes again."""
    await nudge(store, ANN)
    for _ in range(3):
        await worker.tick()
        clock.later(seconds=40)
    (message,) = here.direct.of("T1", "U1")
    assert valid.message(message) == []
    assert "Twenty minutes on Google Data Analytics" in text(message["blocks"])
    assert "Why this, and why now" in text(message["blocks"])
    assert list(buttons(message))[-1] == "Stop nudges"
    (delivery,) = (await store.export(ANN))["nudges"]
    assert (delivery["state"], delivery["message"]) == ("sent", message["ts"])
    assert message["metadata"]["event_payload"] == {"id": delivery["id"]}
    assert here.direct.of("T2", "U1") == [], "the same id elsewhere is somebody else"


@pytest.mark.parametrize(
    "error",
    ["channel_not_found", "user_not_found", "user_disabled", "user_not_visible", "is_archived",
     "messages_tab_disabled", "restricted_action"],
)  # fmt: skip
async def test_who_cannot_be_reached(
    store: Store, here: Slack, clock: Clock, worker: Courier, error: str
) -> None:
    """Nudges are switched off at the first refusal, and nothing more is tried; others go on."""
    here.faults["chat.postMessage"] = to("U1", says(error), here)
    await nudge(store, ANN)
    await nudge(store, BOB)
    for _ in range(3):
        await worker.tick()
        clock.later(hours=1)
    assert [c["channel"] for c in here.of("chat.postMessage")].count("U1") == 1
    assert await states(store, ANN) == ["unreachable"]
    assert not await is_on(store, ANN)
    assert await states(store, BOB) == ["sent"]


@pytest.mark.parametrize(
    "error",
    ["account_inactive", "token_revoked", "invalid_auth", "team_access_not_granted",
     "app_uninstalled", "missing_scope", "ekm_access_denied", "access_denied", "token_expired"],
)  # fmt: skip
async def test_a_workspace_pauses(
    store: Store, here: Slack, clock: Clock, worker: Courier, error: str
) -> None:
    """A workspace that takes nothing is tried once an hour; others go on, and so does it later."""

    def refuse(request: web.Request) -> web.Response | None:
        first = here.calls[-1].token == "xoxb-one"  # pragma: allowlist secret
        return says(error)(request) if first else None

    here.faults["chat.postMessage"] = refuse
    for person in (ANN, BOB, CEM, DUA):
        await nudge(store, person)
    await worker.tick()
    assert await states(store, DUA) == ["sent"]
    for _ in range(2):
        tried = len(here.of("chat.postMessage"))
        clock.later(minutes=59)
        await worker.tick()
        assert len(here.of("chat.postMessage")) == tried
        clock.later(minutes=2)
        await worker.tick()
        assert len(here.of("chat.postMessage")) == tried + 1
    del here.faults["chat.postMessage"]
    clock.later(minutes=61)
    await worker.tick()
    clock.later(minutes=2)
    await worker.tick()
    for person in (ANN, BOB, CEM):
        assert await states(store, person) == ["sent"]
        assert len(here.direct.of("T1", person.user)) == 1
        assert await is_on(store, person)


async def test_nothing_goes_to_a_workspace_that_left(
    store: Store, here: Slack, clock: Clock, worker: Courier
) -> None:
    """From the moment a workspace uninstalls the bot nothing is tried there; others go on."""
    for person in (ANN, DUA):
        await nudge(store, person)
    await store.drop_installation("slack", "T1", NOW)
    await worker.tick()
    assert await states(store, DUA) == ["sent"]
    clock.later(hours=7)
    await worker.tick()
    assert {c.token for c in here.calls} == {"xoxb-two"}
    assert await states(store, ANN) == ["expired"]


@pytest.mark.parametrize(
    ("answer", "seconds"),
    [
        (says("ratelimited", 429, **{"Retry-After": "3600"}), 3_600),
        (says("ratelimited", 200, **{"Retry-After": "3600"}), 3_600),
        (says("rate_limited", 429), 20),
        (says("service_unavailable", 503), 20),
        (says("team_added_to_org"), 600),
        (says("org_login_required"), 600),
    ],
    ids=["429", "429 in words", "429 without a time", "unavailable", "moving", "login"],
)
async def test_later(
    store: Store, here: Slack, clock: Clock, worker: Courier, answer: Answer, seconds: float
) -> None:
    """A workspace over its limit waits as long as Slack says, then all go; others go on at once."""
    here.faults["chat.postMessage"] = once(answer)
    await nudge(store, ANN)
    await worker.tick()
    for person in (BOB, DUA):
        await nudge(store, person)
    clock.later(seconds=seconds - 10)
    await worker.tick()
    assert [await states(store, p) for p in (ANN, BOB, DUA)] == [["open"], ["open"], ["sent"]]
    assert len(here.of("chat.postMessage")) == 2
    for span in (11, 3):
        clock.later(seconds=span)
        await worker.tick()
    assert [await states(store, p) for p in (ANN, BOB)] == [["sent"], ["sent"]]
    assert here.of("conversations.history") == [], "what was refused needs no looking up"


AMBIGUOUS = {
    "cut": cut,
    "internal_error": says("internal_error"),
    "fatal_error": says("fatal_error"),
    "500": says("", 500),
    "no JSON": words,
    "nothing": empty,
}


@pytest.mark.parametrize("after", [False, True], ids=["before delivery", "after delivery"])
@pytest.mark.parametrize("name", AMBIGUOUS)
async def test_what_may_have_got_through_is_looked_up(
    store: Store, here: Slack, clock: Clock, worker: Courier, name: str, after: bool
) -> None:
    """After a cut or a failure inside Slack the conversation is looked through, however late."""
    (here.after if after else here.faults)["chat.postMessage"] = once(AMBIGUOUS[name])
    await nudge(store, ANN)
    await worker.tick()
    assert await states(store, ANN) == ["open"]
    here.direct.talk("T1", "U1", 130)
    clock.later(minutes=10)
    await worker.tick()
    assert here.of("conversations.history")
    sent = [m for m in here.direct.of("T1", "U1") if "metadata" in m]
    assert len(sent) == 1
    assert (await store.export(ANN))["nudges"][0]["message"] == sent[0]["ts"]
    assert await states(store, ANN) == ["sent"]


async def test_no_answer_is_ambiguous(
    store: Store, here: Slack, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An answer that does not come in time is waited for no longer, and looked up."""
    monkeypatch.setattr("adapters.slack.deliver.PATIENCE", 1)

    async def wait(_: web.Request, method: str) -> None:
        if method == "chat.postMessage":
            await asyncio.sleep(60)

    here.carried_out = wait
    async with aiohttp.ClientSession() as session:
        token = token_finder(store, "")
        deliver = DirectMessages(session, store, token, clock, f"{here.url}/api")
        worker = courier(store, clock, slack=Way(deliver, 0.002, by_tenant=True))
        await nudge(store, ANN)
        await worker.tick()
        assert await states(store, ANN) == ["open"]
        here.carried_out = None
        clock.later(minutes=1)
        await worker.tick()
    assert len(here.direct.of("T1", "U1")) == 1
    assert await states(store, ANN) == ["sent"]


@pytest.mark.parametrize("after", [False, True], ids=["before delivery", "after delivery"])
async def test_without_the_right_to_look(
    store: Store, here: Slack, clock: Clock, worker: Courier, after: bool
) -> None:
    """Where the bot may not read, a doubtful one is recorded as unknown and never sent again."""
    here.direct.readable = False
    (here.after if after else here.faults)["chat.postMessage"] = once(cut)
    await nudge(store, ANN)
    for _ in range(4):
        await worker.tick()
        clock.later(hours=1)
    assert await states(store, ANN) == ["unknown"]
    assert len(here.of("chat.postMessage")) == 1
    assert [id_ for id_, *_ in await store.outbox.doubtful()] == [
        (await store.export(ANN))["nudges"][0]["id"]
    ]
    plan = (await store.load(ANN)).learner.nudging
    assert plan
    assert plan.on
    assert [s.rule for s in plan.sent] == ["module"], "it is not said again next week either"


@pytest.mark.parametrize(
    "answer",
    [cut, words, says("ratelimited", 429, **{"Retry-After": "3600"}), says("internal_error")],
    ids=["cut", "no JSON", "429", "internal_error"],
)
@pytest.mark.parametrize("method", ["conversations.open", "conversations.history"])
async def test_a_failed_look_up_is_made_again(
    store: Store, here: Slack, clock: Clock, worker: Courier, method: str, answer: Answer
) -> None:
    """While the conversation cannot be read nothing is sent again, and then it is found."""
    here.after["chat.postMessage"] = once(cut)
    await nudge(store, ANN)
    await worker.tick()
    here.faults[method] = answer
    for _ in range(2):
        clock.later(hours=1, minutes=1)
        await worker.tick()
        assert await states(store, ANN) == ["open"]
    del here.faults[method]
    clock.later(hours=1, minutes=1)
    await worker.tick()
    assert await states(store, ANN) == ["sent"]
    assert len(here.direct.of("T1", "U1")) == 1


async def nudged(bot: Bot, person: Person) -> JSON:
    """The message in front of somebody, delivered beside the running bot."""
    clock = Clock()
    async with aiohttp.ClientSession() as session:
        token = token_finder(bot.store, "xoxb-one")
        deliver = DirectMessages(session, bot.store, token, clock, f"{bot.here.url}/api")
        await nudge(bot.store, person)
        await courier(bot.store, clock, slack=Way(deliver, 0.002, by_tenant=True)).tick()
    (message,) = bot.here.direct.of("T1", person.user)
    return message


@pytest.mark.parametrize("mode", ["http", "socket"])
async def test_every_button_works_once(mode: str) -> None:
    """A press under a nudge is answered, over HTTP and over the socket, and counts once."""
    async with running(mode) as bot:
        if mode == "http":
            await installed(bot, "T1")
        message = await nudged(bot, ANN)
        pressed = payloads.press(buttons(message)["Done"], respond=bot.hook(), ephemeral=False)
        await bot.send(pressed)
        answers = await bot.here.until("respond")
        assert "one step further with Google Data Analytics" in text(answers[-1])
        version = (await bot.store.load(ANN)).version
        await bot.send(pressed)
        await asyncio.sleep(0.2)
        loaded = await bot.store.load(ANN)
        assert loaded.learner.nudging
        assert [s.heard for s in loaded.learner.nudging.sent] == [Heard.DONE]
        assert loaded.version == version
        before = len(bot.here.of("respond"))
        stop = buttons(message)["Stop nudges"]
        await bot.send(payloads.press(stop, respond=bot.hook(), ephemeral=False))
        answers = await bot.here.until("respond", before + 1)
        assert "Nudges are off" in text(answers[-1])
        assert not await is_on(bot.store, ANN)


async def test_somebody_elses_nudge_is_not_mine() -> None:
    """A press by anybody but the person it was sent to changes nothing."""
    async with running("http") as bot:
        await installed(bot, "T1")
        message = await nudged(bot, ANN)
        stop = buttons(message)["Stop nudges"]
        await bot.send(payloads.press(stop, user="U2", respond=bot.hook(), ephemeral=False))
        await asyncio.sleep(0.2)
        assert await is_on(bot.store, ANN)

"""Nudges as direct messages on Discord: what it says, and what is done about it."""

import asyncio
from collections.abc import AsyncIterator
from copy import copy

import aiohttp
import pytest
from msgspec.structs import replace

from adapters.discord.deliver import DirectMessages
from bot.advice.nudging import Heard
from bot.commands.service import Ask, Service
from bot.nudges.loop import Courier, Way
from bot.person import Person
from bot.store import Store
from tests.discord.conftest import NOW
from tests.discord.people import DIRECT, Member
from tests.discord.platform import HANGING, TOKEN, Discord, Exchange, Fault
from tests.discord.rules import every
from tests.discord.seeing import buttons, read
from tests.nudges.nudged import Clock, courier, learner, nudge, states

ADA, BEN, CAT = (Person("discord", "users", f"10000000000000000{n}") for n in (1, 2, 3))
MESSAGES, OPENING = "/messages", "/users/@me/channels"


@pytest.fixture
def clock() -> Clock:
    """The database's clock, as this test sets it."""
    return Clock(NOW)


@pytest.fixture
async def way(store: Store, discord: Discord, clock: Clock) -> AsyncIterator[Way]:
    """The way to the loopback Discord."""
    async with aiohttp.ClientSession() as session:
        deliver = DirectMessages(session, TOKEN, store, clock, discord.url)
        yield Way(deliver, 0.002)


@pytest.fixture
def worker(store: Store, clock: Clock, way: Way) -> Courier:
    """A worker that delivers to it."""
    return courier(store, clock, discord=way)


def count(discord: Discord, method: str, part: str = MESSAGES) -> int:
    """How many requests there were."""
    return sum(m == method and p.endswith(part) for m, p in discord.requests)


async def is_on(store: Store, person: Person) -> bool:
    """Whether somebody's nudges are on."""
    plan = (await store.load(person)).learner.nudging
    assert plan
    return plan.on


async def test_a_nudge_arrives_once(
    store: Store, discord: Discord, clock: Clock, worker: Courier
) -> None:
    """One message with its reason and its buttons; it is remembered, and nothing comes again."""
    await nudge(store, ADA, NOW)
    for _ in range(3):
        await worker.tick()
        clock.later(seconds=40)
    (message,) = discord.direct.of(ADA.user)
    assert discord.direct.posts == 1
    text = "\n".join(c["content"] for c in every(message["components"]) if c["type"] == 10)
    assert "Twenty minutes on Google Data Analytics" in text
    assert "Why this, and why now" in text
    labels = [c["label"] for c in every(message["components"]) if c["type"] == 2]
    assert labels == ["Done", "Smaller step", "Snooze", "Not my goal any more", "Stop nudges"]
    (delivery,) = (await store.export(ADA))["nudges"]
    assert (delivery["state"], delivery["rule"]) == ("sent", "module")
    assert delivery["message"] == message["id"]
    plan = (await store.load(ADA)).learner.nudging
    assert plan
    assert [(s.rule, s.at) for s in plan.sent] == [("module", NOW)]


async def test_the_longest_is_one_message(store: Store, discord: Discord, worker: Courier) -> None:
    """With the longest title there is, full of marks, it is still one whole message."""
    found = learner(NOW)
    title = "*_" * 100
    long = replace(found, credentials=(replace(found.credentials[0], title=title),))
    await nudge(store, ADA, NOW, long)
    await worker.tick()
    (message,) = discord.direct.of(ADA.user)
    parts = list(every(message["components"]))
    assert [p["type"] for p in parts if p["type"] == 13] == []
    assert any(r"\*\_" * 100 in p["content"] for p in parts if p["type"] == 10)


@pytest.mark.parametrize("part", [OPENING, MESSAGES])
@pytest.mark.parametrize(("status", "code"), [(403, 50007), (403, 50278), (404, 10013)])
async def test_who_cannot_be_reached(
    store: Store, discord: Discord, clock: Clock, worker: Courier, part: str, status: int, code: int
) -> None:
    """Nudges are switched off at the first refusal, and nothing more is tried; others go on."""
    discord.faults.append(Fault(part, status, body={"message": "no", "code": code}))
    await nudge(store, ADA, NOW)
    await worker.tick()
    await nudge(store, BEN, NOW)
    before = len(discord.requests)
    for _ in range(3):
        clock.later(hours=1)
        await worker.tick()
    assert await states(store, ADA) == ["unreachable"]
    assert not await is_on(store, ADA)
    assert (await store.export(ADA))["next_nudge_at"] is None
    assert len(discord.requests) == before + 2, "one conversation opened, one message, for Ben"
    assert await states(store, BEN) == ["sent"]


async def test_why_they_ended_is_told_once(store: Store, worker: Courier, ada: Member) -> None:
    """Whoever could not be reached hears so at the next contact, and only then."""
    ada.discord.faults.append(Fault(MESSAGES, 403, body={"message": "no", "code": 50007}))
    await nudge(store, ADA, NOW)
    await worker.tick()
    assert "I could not reach you" in read(await ada.run("goal show"))
    assert "I could not reach you" not in read(await ada.run("goal show"))


@pytest.mark.parametrize("part", [OPENING, MESSAGES])
async def test_a_refused_token_pauses(
    store: Store, discord: Discord, clock: Clock, worker: Courier, part: str
) -> None:
    """While the token is refused one try an hour is made; once it is good all go out."""
    refusal = Fault(part, 401, times=99, body={"message": "401: Unauthorized", "code": 0})
    discord.faults.append(refusal)
    for person in (ADA, BEN, CAT):
        await nudge(store, person, NOW)
    await worker.tick()
    for _ in range(2):
        tried = 99 - refusal.times
        clock.later(minutes=59)
        await worker.tick()
        assert 99 - refusal.times == tried
        clock.later(minutes=2)
        await worker.tick()
        assert 99 - refusal.times == tried + 1
    refusal.times = 0
    clock.later(minutes=61)
    await worker.tick()
    assert sum(len(discord.direct.of(p.user)) for p in (ADA, BEN, CAT)) == 1
    clock.later(minutes=2)
    await worker.tick()
    for person in (ADA, BEN, CAT):
        assert await states(store, person) == ["sent"]
        assert len(discord.direct.of(person.user)) == 1
        assert await is_on(store, person)


async def test_one_persons_limit_is_theirs(
    store: Store, discord: Discord, clock: Clock, worker: Courier
) -> None:
    """A limit of an hour on one conversation holds nobody else back, and is waited for."""
    limit = {"message": "slow", "retry_after": 3_600.0, "global": False}
    discord.faults.append(Fault(f"{int(ADA.user) + 7}{MESSAGES}", 429, body=limit))
    for person in (ADA, BEN):
        await nudge(store, person, NOW)
    await worker.tick()
    await nudge(store, CAT, NOW)
    clock.later(minutes=59)
    await worker.tick()
    assert [await states(store, p) for p in (ADA, BEN, CAT)] == [["open"], ["sent"], ["sent"]]
    clock.later(minutes=1)
    await worker.tick()
    assert await states(store, ADA) == ["sent"]
    assert count(discord, "GET") == 0, "what was refused needs no looking up"


@pytest.mark.parametrize(
    ("fault", "seconds"),
    [
        (Fault(MESSAGES, 429, body={"retry_after": 90.5, "global": True}), 91),
        (Fault(OPENING, 429, body={"retry_after": 90.5, "global": False}), 91),
        (Fault(OPENING, 429, headers={"Retry-After": "90"}, body={"code": 40003}), 90),
        (Fault(OPENING, 400, body={"code": 40003, "message": "too fast"}), 600),
    ],
    ids=["global", "opening", "40003 with a time", "40003"],
)
async def test_a_limit_for_all(
    store: Store,
    discord: Discord,
    clock: Clock,
    worker: Courier,
    fault: Fault,
    seconds: float,
) -> None:
    """Where everybody is over a limit nothing is sent until it ends, and then all of it."""
    discord.faults.append(copy(fault))
    await nudge(store, ADA, NOW)
    await worker.tick()
    await nudge(store, BEN, NOW)
    tried = len(discord.requests)
    clock.later(seconds=seconds - 10)
    await worker.tick()
    assert len(discord.requests) == tried
    clock.later(seconds=11)
    await worker.tick()
    clock.later(seconds=3)
    await worker.tick()
    assert [await states(store, p) for p in (ADA, BEN)] == [["sent"], ["sent"]]
    assert count(discord, "GET") == 0


@pytest.mark.parametrize("after", [False, True], ids=["before delivery", "after delivery"])
@pytest.mark.parametrize("status", [0, 500, 502, 503, HANGING])
async def test_what_may_have_got_through_is_looked_up(
    store: Store,
    discord: Discord,
    clock: Clock,
    worker: Courier,
    monkeypatch: pytest.MonkeyPatch,
    status: int,
    after: bool,
) -> None:
    """After a cut, a timeout or a 5xx the conversation is looked through, however late."""
    monkeypatch.setattr("adapters.discord.deliver.PATIENCE", 0.4)
    discord.faults.append(Fault(MESSAGES, status, after=after))
    await nudge(store, ADA, NOW)
    await worker.tick()
    assert await states(store, ADA) == ["open"]
    discord.direct.forgetful = True
    discord.direct.talk(ADA.user, 130, discord.number() + 5_000)
    clock.later(minutes=10)
    await worker.tick()
    assert count(discord, "GET") >= 1
    assert await states(store, ADA) == ["sent"]
    sent = [m for m in discord.direct.of(ADA.user) if "nonce" in m]
    assert len(sent) == 1
    assert (await store.export(ADA))["nudges"][0]["message"] == sent[0]["id"]


async def test_a_failed_look_up_is_made_again(
    store: Store, discord: Discord, clock: Clock, worker: Courier
) -> None:
    """While the conversation cannot be read nothing is sent again, whatever the reason."""
    discord.faults.append(Fault(MESSAGES, 0, after=True))
    await nudge(store, ADA, NOW)
    await worker.tick()
    discord.direct.forgetful = True
    for status in (500, 0, 429, 401, 403):
        times = 1 if status else 2  # aiohttp tries a broken GET twice by itself
        discord.faults.append(Fault(MESSAGES, status, times, body={"retry_after": 5.0}))
        clock.later(hours=1, minutes=1)
        await worker.tick()
        assert await states(store, ADA) == ["open"]
    clock.later(hours=1, minutes=1)
    await worker.tick()
    assert len(discord.direct.of(ADA.user)) == 1
    assert await states(store, ADA) == ["unknown"], "six hours are over: recorded, not resent"


async def test_stop_works_while_it_waits_for_its_turn(
    store: Store, discord: Discord, clock: Clock, way: Way, service: Service
) -> None:
    """Whoever says stop between the message being made and its turn gets nothing."""
    worker = courier(store, clock, discord=way)
    await nudge(store, ADA, NOW)
    await store.outbox.take_turns("discord", NOW, 1.0, 1, 5)
    work = asyncio.create_task(worker.tick())
    await asyncio.sleep(0.4)
    await service.answer(Ask(person=ADA, command="nudge off"), store, NOW)
    await work
    await worker.tick()
    assert discord.direct.posts == 0
    assert await states(store, ADA) == ["off"]


async def test_a_changed_plan_is_looked_at_again(
    store: Store, discord: Discord, clock: Clock, way: Way, service: Service
) -> None:
    """What changes while a nudge waits for its turn changes the nudge; it still comes once."""
    worker = courier(store, clock, discord=way)
    await nudge(store, ADA, NOW)
    await store.outbox.take_turns("discord", NOW, 1.0, 1, 5)
    work = asyncio.create_task(worker.tick())
    await asyncio.sleep(0.4)
    await service.answer(
        Ask(person=ADA, command="credential remove", values={"credential": "c1"}), store, NOW
    )
    await work
    await worker.tick()
    texts = [
        c.get("content", "") for m in discord.direct.of(ADA.user) for c in every(m["components"])
    ]
    assert texts
    assert not any("Google Data Analytics" in text and "Twenty" in text for text in texts)
    assert discord.direct.posts == 1


async def test_every_button_works_once(store: Store, worker: Courier, ada: Member) -> None:
    """A press under a nudge goes through the gateway, is answered in private, and counts once."""
    await nudge(store, ADA, NOW)
    await worker.tick()
    (message,) = ada.discord.direct.of(ADA.user)
    nudged = Exchange({"id": message["id"]}, first={"data": message})
    me = ada.at(where=DIRECT)
    payload = me.press_payload(nudged, buttons(nudged)["Done"])
    answer = await ada.discord.interact(payload)
    assert "one step further with Google Data Analytics" in read(answer)
    version = (await store.load(ADA)).version
    await ada.discord.send(payload)
    await asyncio.sleep(0.2)
    found = (await store.load(ADA)).learner.nudging
    assert found
    assert [s.heard for s in found.sent] == [Heard.DONE]
    assert (await store.load(ADA)).version == version
    for label, says in (
        ("Smaller step", "Five minutes"),
        ("Snooze", "I come back to this"),
        ("Not my goal any more", "forgotten that goal"),
        ("Stop nudges", "Nudges are off"),
    ):
        assert says in read(await me.press(nudged, buttons(nudged)[label])), label
    assert not await is_on(store, ADA)


async def test_somebody_elses_nudge_is_not_mine(store: Store, worker: Courier, ada: Member) -> None:
    """A press by anybody but the person it was sent to is refused, and changes nothing."""
    await nudge(store, ADA, NOW)
    await worker.tick()
    (message,) = ada.discord.direct.of(ADA.user)
    nudged = Exchange({"id": message["id"]}, first={"data": message})
    await ada.at(number=int(BEN.user), where=DIRECT).press(nudged, buttons(nudged)["Stop nudges"])
    assert await is_on(store, ADA)

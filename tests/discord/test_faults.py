"""What goes wrong between Discord and the bot: nothing is lost, nothing happens twice."""

import asyncio
from typing import Any, cast

import pytest

from adapters.discord.client import Client
from adapters.discord.serve import serve
from adapters.problems import PlatformProblem
from adapters.running import supervise
from bot.commands.service import Service
from bot.person import Person
from bot.store import Store
from tests.discord.conftest import running, settings_for
from tests.discord.people import DIRECT, LONG_WORDS, Member
from tests.discord.platform import ANNOUNCE, ANNOUNCE_CHANGE, SAY, Discord, Fault, until
from tests.discord.seeing import buttons, private, read
from tests.discord.slowly import Slowly

SLOW = 0.8


async def _back(discord: Discord) -> None:
    async with asyncio.timeout(15):
        await discord.connected.wait()


async def _projects(store: Store) -> int:
    loaded = await store.load(Person("discord", "users", "100000000000000001"))
    return len(loaded.learner.projects)


# The gateway


async def test_op_7_resumes(ada: Member) -> None:
    """Told to reconnect, the bot resumes its session and goes on."""
    await ada.discord.op(7)
    await _back(ada.discord)
    assert ada.discord.resumes == 1
    assert "Help" not in read(await ada.run("goal show"))


@pytest.mark.parametrize("resumable", [True, False])
async def test_op_9(ada: Member, resumable: bool) -> None:
    """An invalid session is resumed where that is possible and else begun anew."""
    ada.discord.no_resume = not resumable
    await ada.discord.op(9, resumable)
    await _back(ada.discord)
    assert (ada.discord.resumes, len(ada.discord.identifies)) == ((1, 1) if resumable else (0, 2))
    assert (await ada.run("help")).first["type"] == SAY


async def test_a_cut_connection(ada: Member) -> None:
    """What somebody asks while the connection is broken is answered once it is back."""
    await ada.discord.cut()
    answer = await ada.discord.interact(ada.slash("goal show"))
    assert "goal" in read(answer)
    assert answer.deliveries == 1
    assert ada.discord.resumes == 1


async def test_a_half_open_connection(service: Service, store: Store) -> None:
    """A server that no longer answers heartbeats is left, and the session resumed."""
    discord = Discord(heartbeat=200)
    await discord.start()
    async with running(service, store, discord, half_open=0.7):
        assert (await Member(discord).run("help")).deliveries == 1
        discord.deaf = True
        discord.connected.clear()
        await _back(discord)
        discord.deaf = False
        assert (await Member(discord).run("help")).deliveries == 1
    await discord.stop()
    assert discord.problems == []
    assert discord.resumes >= 1


async def test_a_failed_first_connect(
    service: Service, store: Store, discord: Discord, caplog: Any
) -> None:
    """The first connect failing is not the end: it is tried again until it works."""
    # aiohttp tries a broken GET twice by itself.
    discord.faults.append(Fault("/users/@me", status=0, times=2))
    stop, settings = asyncio.Event(), settings_for(discord)
    task = asyncio.create_task(
        supervise("discord", lambda: serve(service, store, settings, stop), stop)
    )
    await _back(discord)
    assert (await Member(discord).run("help")).first["type"] == SAY
    stop.set()
    assert await asyncio.wait_for(task, 9)
    assert "discord was interrupted" in caplog.text


@pytest.mark.parametrize("code", [4004, 4014])
async def test_refused_for_good(
    service: Service, store: Store, discord: Discord, code: int
) -> None:
    """A token or an intent that Discord refuses is one sentence, not a loop."""
    discord.close_with = code
    with pytest.raises(PlatformProblem, match="Discord refuses"):
        await serve(service, store, settings_for(discord), asyncio.Event())
    assert len(discord.identifies) == 1


async def test_a_wrong_token(service: Service, store: Store, discord: Discord) -> None:
    """A token that the API refuses is told in a sentence without it."""
    settings = settings_for(discord, token="wrong.secret.token")
    with pytest.raises(PlatformProblem, match=r"discord\.token") as caught:
        await serve(service, store, settings, asyncio.Event())
    assert "wrong" not in str(caught.value)


async def test_as_many_shards_as_discord_says(service: Service, store: Store) -> None:
    """Discord says how many shards there are; each identifies as one of them."""
    discord = Discord(shards=2)
    await discord.start()
    async with running(service, store, discord):
        await until(lambda: len(discord.identifies) == 2)
        assert [i["shard"] for i in discord.identifies] == [[0, 2], [1, 2]]
        assert {i["intents"] for i in discord.identifies} == {0}, "no intent is asked for"
        assert (await Member(discord).run("help")).first["type"] == SAY
    await discord.stop()


# The answers


@pytest.mark.parametrize(
    "fault",
    [
        Fault("/callback", 429, 1, {"Retry-After": "0.3"}),
        Fault("/callback", 500, 2),
        Fault("/callback", 502, 1, after=True),
        Fault("/callback", 0, 1),
        Fault("/callback", 0, 1, after=True),
    ],
    ids=["429", "5xx", "5xx after delivery", "cut", "cut after delivery"],
)
async def test_an_answer_gets_through_once(ada: Member, store: Store, fault: Fault) -> None:
    """A refused or broken delivery is tried again in time, and never shown or done twice."""
    ada.discord.faults.append(fault)
    answer = await ada.run("project add", title="a dashboard")
    await asyncio.sleep(0.4)
    assert "p1" in read(answer)
    assert answer.first_after < 3
    assert await _projects(store) == 1
    assert fault.times == 0


async def test_a_429_of_an_hour_holds_nobody_else_up(
    ada: Member, bot: Client, store: Store
) -> None:
    """One answer that has to wait an hour is given up; what it did stays done, others go on."""
    fault = Fault("/callback", 429, 1, {"Retry-After": "3600"})
    ada.discord.faults.append(fault)
    lost = await ada.discord.send(ada.slash("project add", title="a dashboard"))
    await until(lambda: not fault.times)
    bob = ada.at(number=100000000000000002)
    answer = await bob.run("goal show")
    assert answer.first_after < 1
    assert lost.first is None
    await until(lambda: not bot._desk.under_way, seconds=2)
    assert await _projects(store) == 1


async def test_slow_answers_follow(service: Service, store: Store, discord: Discord) -> None:
    """When the database is slow, the answer is announced within a second and follows, private."""
    async with running(service, cast("Store", Slowly(store, SLOW)), discord):
        ada = Member(discord)
        discord.faults.append(Fault("@original", 500, 1))
        answer = await ada.run("advise", credential="PL-300", goal="data analyst")
        assert answer.first["type"] == ANNOUNCE
        assert answer.first_after < 1
        assert private(answer)
        assert "PL-300" in read(answer)
        look = await ada.press(answer, buttons(answer)["Share"])
        posted = await ada.press(look, buttons(look)["Post it for everybody"])
        assert posted.first["type"] == ANNOUNCE_CHANGE, "a post must not begin as something private"
        assert not private(posted)
        asked = await ada.run("advise", credential="AZ-900")
        changed = await ada.press(asked, next(iter(buttons(asked).values())))
        assert changed.first["type"] == ANNOUNCE_CHANGE
        assert changed.changes


async def test_the_same_interaction_twice(ada: Member, store: Store) -> None:
    """An interaction that Discord delivers twice is answered and carried out once."""
    payload = ada.slash("project add", title="a dashboard")
    await asyncio.gather(ada.discord.send(payload), ada.discord.send(payload))
    exchange = await ada.discord.interact(payload)
    await asyncio.sleep(0.2)
    assert exchange.deliveries == 1
    assert await _projects(store) == 1


async def test_the_same_interaction_in_another_process(
    service: Service, store: Store, discord: Discord
) -> None:
    """Delivered again to another process, it is still carried out once."""
    ada = Member(discord)
    payload = ada.slash("project add", title="a dashboard")
    async with running(service, store, discord):
        await discord.interact(payload)
    discord.connected.clear()
    async with running(service, store, discord):
        await discord.send(payload)
        await ada.run("help")
    assert await _projects(store) == 1


@pytest.mark.parametrize("where", [0, DIRECT])
async def test_buttons_survive_a_restart(
    service: Service, store: Store, discord: Discord, where: int
) -> None:
    """Buttons and menus made before a restart work after it, short lines and kept ones."""
    ada = Member(discord, where=where)
    long = f"is PL-300 worth it for a data analyst {LONG_WORDS}"
    async with running(service, store, discord):
        made = [await ada.run("advise", text=long), await ada.run("project add", title="a report")]
    discord.connected.clear()
    async with running(service, store, discord):
        assert "PL-300" in read(await ada.press(made[0], buttons(made[0])["Why?"]))
        assert "is done" in read(await ada.press(made[1], buttons(made[1])["It is done"]))


async def test_pressed_often_done_once(ada: Member, store: Store) -> None:
    """A button pressed five times at once has one effect, and each press gets an answer."""
    answer = await ada.run("credential add", title="AZ-900", status="earned")
    custom = buttons(answer)["Add a project to it"]
    presses = [ada.press_payload(answer, custom) for _ in range(5)]
    found = await asyncio.gather(*(ada.discord.interact(p) for p in presses))
    assert await _projects(store) == 1
    assert sum("done already" in read(f) for f in found) == 4


async def test_an_old_or_foreign_button(ada: Member) -> None:
    """A button that nobody here made is answered with a sentence."""
    answer = await ada.run("help")
    for custom in (
        "something else",
        "0krcn1hssight AAAAAAAAAAAAAAAA",
        "0l! /help",
        "s1",
        "window x",
    ):
        told = await ada.press(answer, custom)
        assert any(w in read(told) for w in ("too old", "belong to the person")), custom


async def test_a_database_out_of_order(service: Service, store: Store, discord: Discord) -> None:
    """When the database fails, people get a sentence, completions stay empty, nothing breaks."""
    async with running(service, store, discord) as bot:
        ada = Member(discord)
        await store.close()
        answer = await ada.run("goal show")
        assert read(answer).startswith("### ⛔")
        assert await ada.complete("credential edit", "credential", "a") == []
        assert not bot.is_closed()


async def test_odd_payloads(ada: Member, bot: Client, caplog: Any) -> None:
    """What this version does not expect gets a sentence, or nothing, and the bot goes on."""
    odd = [
        ada.payload(2, {"id": "1", "name": "unheard-of", "type": 1}),
        ada.payload(2, {"id": "1", "name": "goal", "type": 1, "options": []}),
        ada.payload(2, {"id": "1", "name": "Advise on this", "type": 3, "target_id": "5"}),
        ada.payload(5, {"custom_id": "window nonsense", "components": []}),
        ada.payload(5, {"custom_id": "window advise", "components": [{"type": 18}]}),
        ada.payload(3, {"custom_id": "s0rcn1hssight", "component_type": 3, "values": []}),
    ]
    for payload in odd:
        answer = await ada.discord.interact(payload)
        assert read(answer).startswith("### ⛔"), payload["data"]
    assert (await ada.run("help")).deliveries == 1


async def test_a_mishap_has_a_reference(ada: Member, caplog: Any) -> None:
    """An unforeseen error is one sentence with a reference that also stands in the log."""
    answer = await ada.discord.interact(
        ada.payload(2, {"id": "1", "name": "Advise on this", "type": 3, "target_id": "5"})
    )
    reference = read(answer).split("reference ")[1].split(")")[0]
    assert f"mishap {reference}" in caplog.text
    assert "Traceback" not in read(answer)

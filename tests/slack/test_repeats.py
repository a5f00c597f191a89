"""What Slack sends again has no second effect."""

import asyncio
import json
from datetime import UTC, datetime, timedelta

import pytest

from bot.store import open_store
from tests.slack import payloads
from tests.slack.conftest import Bot, installed, running
from tests.slack.server import slack
from tests.slack.test_scenarios import text


@pytest.mark.parametrize("mode", ["http", "socket"])
@pytest.mark.parametrize("named", ["the same id", "a new id"])
async def test_slack_s_own_repeats_have_one_effect(mode: str, named: str) -> None:
    """The same event at 0, 1 and 5 minutes, from a process started anew each time: one answer."""
    store, began = await open_store("sqlite:///:memory:"), datetime.now(UTC)
    inner = payloads.direct("experience add nursing")
    first = payloads.event(inner)
    async with slack() as here:
        for minutes in (0, 0, 1, 5):
            clock = lambda at=began + timedelta(minutes=minutes): at  # noqa: E731
            async with running(mode, store, here, clock=clock) as bot:
                await installed(bot, "T1")
                again = first if named == "the same id" else payloads.event(inner)
                for _ in range(2):
                    await bot.send(again)
                await here.until("chat.postMessage")
                await store.tidy(clock())
                await bot.send(payloads.slash("experience list", respond=bot.hook()))
    assert len(here.of("chat.postMessage")) == 1
    async with running("http", store) as bot:
        await installed(bot, "T1")
        shown = text((await bot.send(payloads.slash("experience list")))["blocks"])
    assert "e1" in shown
    assert "e2" not in shown
    await store.close()


async def test_an_event_that_comes_again_is_answered_once(bot: Bot) -> None:
    """The same event several times at once, also under a new id: one answer."""
    for inner, method in (
        (payloads.mention("is CSM worth it?"), "chat.postEphemeral"),
        (payloads.direct("experience add nursing"), "chat.postMessage"),
    ):
        first = payloads.event(inner)
        for repeat in (first, first, first, payloads.event(inner), payloads.event(inner)):
            await bot.send(repeat)
        await bot.here.until(method)
        await asyncio.sleep(0.1)
        assert len(bot.here.of(method)) == 1
    shown = await bot.send(payloads.slash("experience list", respond=bot.hook()))
    assert "e1" in text(shown["blocks"])
    assert "e2" not in text(shown["blocks"])


async def test_repeats_at_the_same_moment_are_answered_once(http: Bot) -> None:
    """Of ten deliveries at once, one is answered."""
    inner = payloads.direct("is CSM worth it?")
    await asyncio.gather(*(http.send(payloads.event(inner)) for _ in range(10)))
    await http.here.until("chat.postMessage")
    await asyncio.sleep(0.1)
    assert len(http.here.of("chat.postMessage")) == 1


@pytest.mark.parametrize("line", ["experience add nursing", "project add a chart"])
async def test_a_command_that_comes_again_changes_once(bot: Bot, line: str) -> None:
    """A command delivered again says kindly that it is done, and nothing is added twice."""
    same = payloads.slash(line, respond=bot.hook())
    await bot.send(same)
    assert "done already" in text((await bot.send(same))["blocks"])
    export = text((await bot.send(payloads.slash("privacy export", respond=bot.hook())))["blocks"])
    assert "e2" not in export
    assert "p2" not in export


async def test_a_deletion_that_comes_again_deletes_nothing_new(bot: Bot) -> None:
    """What was told after a deletion stays, even if the deletion is delivered again."""
    same = payloads.slash("privacy delete", respond=bot.hook())
    await bot.send(same)
    await bot.send(payloads.slash("goal set nurse", respond=bot.hook()))
    await bot.send(same)
    shown = await bot.send(payloads.slash("goal show", respond=bot.hook()))
    assert "Your goal is" in text(shown["blocks"])


async def test_a_form_sent_twice_changes_once(http: Bot) -> None:
    """A form that is sent twice adds one entry."""
    await http.send(payloads.slash("experience add", respond=http.hook()))
    view = (await http.here.until("views.open"))[0]["view"]
    same = payloads.sent(view, {"area": "nursing", "years": "3"})
    again = payloads.sent(view, {"area": "nursing", "years": "3"})
    again["view"] = same["view"]
    await http.send(same)
    assert "done already" in json.dumps(await http.send(again))
    shown = await http.send(payloads.slash("experience list", respond=http.hook()))
    assert "e2" not in text(shown["blocks"])


async def test_pressing_fast_brings_no_conflict(bot: Bot) -> None:
    """Twenty changes of one person at the same moment are all made, one after another."""
    lines = [f"experience add job {n}" for n in range(20)]
    said = [payloads.slash(line, respond=bot.hook()) for line in lines]
    await asyncio.gather(*map(bot.send, said))
    shown = await bot.send(payloads.slash("privacy export", respond=bot.hook()))
    for n in range(20):
        assert f'"job {n}"' in text(shown["blocks"])

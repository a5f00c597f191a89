"""What Slack sends again has no second effect."""

import asyncio
import json

import pytest

from tests.slack import payloads
from tests.slack.conftest import Bot
from tests.slack.test_scenarios import text


async def test_an_event_that_comes_again_is_answered_once(bot: Bot) -> None:
    """The same event at once, after a minute and after five, also under a new id: one answer."""
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

"""Who is who: workspaces, organisations, outsiders, admins."""

import asyncio
import json
from typing import Any

import aiohttp
import pytest
from msgspec.structs import replace

from adapters.slack.caller import Caller
from adapters.slack.members import Member, Members
from adapters.slack.wire import Wire
from bot.person import Person
from tests.slack import payloads
from tests.slack.conftest import Bot, running
from tests.slack.test_scenarios import buttons, text

JSON = dict[str, Any]


async def test_two_workspaces_at_once(http: Bot) -> None:
    """The same user id in two workspaces is two people, each answered with their own token."""
    goals = {"T1": "nurse", "T2": "data analyst"}
    await asyncio.gather(
        *(
            http.send(payloads.slash(f"goal set {goal}", team=team, respond=http.hook()))
            for team, goal in goals.items()
        )
    )
    for team, goal in goals.items():
        shown = await http.send(payloads.slash("goal show", team=team, respond=http.hook()))
        assert goal in text(shown["blocks"])
        await http.send(payloads.event(payloads.direct("goal show"), team=team))
    said = await http.here.until("chat.postMessage", 2)
    assert len(said) == 2
    by_token = {c.token: text(c.values["blocks"]) for c in http.here.calls if "post" in c.method}
    assert "nurse" in by_token["xoxb-one"]
    assert "data analyst" in by_token["xoxb-two"]


async def test_nobody_s_button_works_in_another_workspace(http: Bot) -> None:
    """A kept line is found neither by another person nor in another workspace."""
    long = "is AZ-900 worth it for a cloud engineer? " + "I wonder about it every day. " * 90
    answer = await http.send(payloads.slash(long, respond=http.hook()))
    await http.send(payloads.press(buttons(answer)["Why?"], team="T2", respond=http.hook()))
    (refused,) = await http.here.until("respond")
    assert "AZ-900" not in text(refused["blocks"])


async def test_where_it_is_not_installed_nothing_is_read(http: Bot) -> None:
    """A workspace without the bot gets one sentence, and nothing is stored of it."""
    answer = await http.send(payloads.slash("goal set nurse", team="T9"))
    assert "not installed here" in answer["text"]


async def test_an_organisation_is_one_place(http: Bot) -> None:
    """Installed for a whole organisation, a person is one person in all of its workspaces."""
    whole = {"enterprise_id": "E1", "enterprise_name": "Org", "is_enterprise_install": "true"}
    document = {"token": "xoxb-one", "enterprise": "E1"}  # pragma: allowlist secret
    from tests.store.people import NOW  # noqa: PLC0415

    await http.store.keep_installation("slack", "E1", document, NOW)
    said = payloads.slash("goal set nurse", team="T5", user="W1", respond=http.hook(), **whole)
    await http.send(said)
    there = payloads.slash("goal show", team="T6", user="W1", respond=http.hook(), **whole)
    assert "nurse" in text((await http.send(there))["blocks"])


@pytest.mark.parametrize("elsewhere", [{"user_team": "T7"}, {"team": "T7"}])
async def test_outsiders_of_a_shared_channel_leave_nothing(http: Bot, elsewhere: JSON) -> None:
    """Somebody of another workspace gets a kind sentence; nothing is read or stored of them."""
    inner = payloads.mention("is CSM worth it?", user="U1", **elsewhere)
    await http.send(payloads.slash("goal set nurse", respond=http.hook()))
    await http.send(payloads.event(inner, is_ext_shared_channel=True))
    (answer,) = await http.here.until("chat.postEphemeral")
    assert "people of this workspace only" in text(answer["blocks"])
    pressing = payloads.press({"action_id": "say:0:U1", "value": "=/goal show"}, respond="x")
    pressing["user"]["team_id"] = "T7"
    pressing["response_url"] = http.hook()
    await http.send(pressing)
    (refused,) = await http.here.until("respond")
    assert "nurse" not in text(refused["blocks"])


@pytest.mark.parametrize("flag", ["is_admin", "is_owner", "is_primary_owner"])
async def test_admins_are_those_that_slack_names(bot: Bot, flag: str) -> None:
    """An admin's word counts for the workspace; anybody else's is refused by the core."""
    bot.here.users["U1"] = {flag: True}
    for user, wanted in (("U2", "Only an admin"), ("U1", "is trusted here")):
        line = 'providers trust "Acme Academy" reason:"our own"'
        answer = await bot.send(payloads.slash(line, user=user, respond=bot.hook()))
        assert wanted in text(answer["blocks"])
    listed = await bot.send(payloads.slash("providers list", user="U2", respond=bot.hook()))
    assert "@name-u1" in text(listed["blocks"])
    shown = await bot.send(payloads.slash("settings", respond=bot.hook()))
    assert "Learning nudges" in text(shown["blocks"])
    bot.here.users["U1"] = {}
    answer = await bot.send(payloads.slash("settings", respond=bot.hook()))
    assert "Only an admin" in text(answer["blocks"])


async def test_help_names_admin_commands_to_admins(bot: Bot) -> None:
    """Admin commands are in the help of admins alone."""
    bot.here.users["U1"] = {"is_admin": True}
    for user, there in (("U1", True), ("U2", False)):
        answer = await bot.send(payloads.slash("help", user=user, respond=bot.hook()))
        assert ("/badgewise providers trust" in text(answer["blocks"])) is there


async def test_where_slack_says_nothing_nobody_is_admin(http: Bot) -> None:
    """When Slack cannot be asked, an admin command is refused."""
    http.here.users["U1"] = {"is_admin": True}
    http.here.tokens.clear()
    answer = await http.send(payloads.slash("settings", respond=http.hook()))
    assert "Only an admin" in text(answer["blocks"])


async def test_language_and_time_zone_come_from_the_profile(http: Bot) -> None:
    """What the person set in Slack is the default: asked for once, and kept for an hour."""
    http.here.users["U1"] = {"locale": "en-GB", "tz": "Europe/Berlin"}
    now = [0.0]
    async with aiohttp.ClientSession() as session:
        members = Members(Wire(f"{http.here.url}/api/", session), clock=lambda: now[0])
        ann = Caller(
            person=Person("slack", "T1", "U1"), token="xoxb-one"
        )  # pragma: allowlist secret
        assert members.known(ann.person) is None
        await members.ask(ann)
        assert members.known(ann.person) == Member(locale="en-GB", time_zone="Europe/Berlin")
        assert members.known(replace(ann.person, tenant="T2")) is None
        now[0] = 3_601.0
        assert members.known(ann.person) is None
    (asked,) = http.here.of("users.info")
    assert asked == {"user": "U1", "include_locale": True}


async def test_a_newcomer_s_profile_is_asked_for_once(http: Bot) -> None:
    """Whoever speaks for the first time is looked up, in passing; nobody is looked up twice."""
    for _ in range(3):
        await http.send(payloads.slash("goal show", respond=http.hook()))
        await http.here.until("users.info")
    assert len(http.here.of("users.info")) == 1


async def test_a_list_of_admins_counts_instead() -> None:
    """With admins listed, they alone are; the same user id in another workspace is not."""
    from tests.slack.conftest import installed  # noqa: PLC0415

    async with running("http", slack={"admins": ["T1/U5"]}) as bot:
        await installed(bot, "T1", "T2")
        bot.here.users["U1"] = {"is_admin": True}
        for team, user, there in (("T1", "U5", True), ("T2", "U5", False), ("T1", "U1", False)):
            said = payloads.slash("settings", team=team, user=user, respond=bot.hook())
            refused = "Only an admin" in json.dumps(await bot.send(said))
            assert refused is not there, (team, user)

"""The Home tab: a dashboard from which everything can be done."""

import json
from typing import Any

import pytest

from adapters.slack.buttons import grave
from bot.commands.table import COMMANDS
from tests.slack import payloads, valid
from tests.slack.conftest import Bot
from tests.slack.test_scenarios import buttons, text

JSON = dict[str, Any]
OPENED = {"type": "app_home_opened", "user": "U1", "channel": "D1", "tab": "home"}
EVERYTHING = "Everything else I can do"


async def home(bot: Bot, number: int = 1) -> JSON:
    """The tab, after so many were shown."""
    await bot.send(payloads.event(OPENED))
    shown = (await bot.here.until("views.publish", number))[number - 1]
    assert shown["user_id"] == "U1"
    assert valid.view(shown["view"]) == []
    return {**shown["view"], "id": "VH"}


async def test_home_is_a_dashboard(bot: Bot) -> None:
    """Home shows goal, next step, portfolio, projects and privacy, and everything is done there."""
    for line in (
        "goal set data analyst",
        "credential add AZ-900",
        "project add ward waiting times credential:c1",
    ):
        await bot.send(payloads.slash(line, respond=bot.hook()))
    tab = await home(bot)
    words = text(tab)
    for wanted in (
        "Your goal is data analyst",
        "Next step:",
        "Your portfolio: data analyst",
        "Off your goal",
        "AZ-900",
        "Open projects",
        "ward waiting times",
        "Your privacy",
    ):
        assert wanted in words
    found = buttons(tab)
    await bot.send(payloads.press(found["Done: ward waiting times"], view=tab))
    form = (await bot.here.until("views.open"))[0]["view"]
    chosen = next(b for b in form["blocks"] if b.get("block_id") == "title")["element"]
    assert chosen["initial_option"]["value"] == "p1"
    filled = {"title": ("p1",), "result": "40 minutes less"}
    await bot.send(payloads.sent(form, filled))
    again = (await bot.here.until("views.publish", 2))[1]["view"]
    assert "40 minutes less" in text(again)
    await bot.send(payloads.press(buttons(again)["Lines for my CV"], view={**again, "id": "VH"}))
    answer = (await bot.here.until("views.open", 2))[1]["view"]
    assert "40 minutes less" in text(answer)
    assert answer["private_metadata"] == "home"
    await bot.here.until("views.publish", 3)


async def test_everything_on_home_can_be_pressed(http: Bot) -> None:
    """Every button of a full Home leads to a valid form or answer."""
    for line in ("goal set nurse", "credential add AZ-900", "project add a chart"):
        await http.send(payloads.slash(line, respond=http.hook()))
    tab = await home(http)
    found = [b for label, b in buttons(tab).items() if label != "Delete my data"]
    assert len(found) >= 14
    for number, button in enumerate(found, 1):
        await http.send(payloads.press(button, view=tab))
        view = (await http.here.until("views.open", number))[-1]["view"]
        assert valid.view(view) == [], json.dumps(button)


@pytest.mark.parametrize("admin", [False, True])
async def test_every_command_is_reached_from_home(http: Bot, admin: bool) -> None:
    """A menu leads to each command (admins' only for admins): its form where it needs words."""
    http.here.users["U1"] = {"is_admin": admin}
    await http.send(payloads.slash("help", respond=http.hook()))
    tab = await home(http)
    menu = buttons(tab)[EVERYTHING]
    reached = {o["value"][2:]: n for n, o in enumerate(menu["options"])}
    wanted = {n for n, c in COMMANDS.items() if not c.hidden and (admin or not c.admin)}
    assert {n for n in wanted if not grave(f"/{n}")} == set(reached)
    assert {o["value"] for o in (*buttons(tab).values(),) if "value" in o} >= {
        f"=/{n}" for n in wanted if grave(f"/{n}")
    }
    for number, (name, place) in enumerate(reached.items(), 1):
        await http.send(payloads.press({**menu, "chosen": place}, view=tab))
        view = (await http.here.until("views.open", number))[-1]["view"]
        assert valid.view(view) == [], name
        asks = any(o.required for o in COMMANDS[name].fields) or name == "advise"
        assert ("submit" in view) is asks, name


async def test_what_cannot_be_undone_asks_first(http: Bot) -> None:
    """Deleting everything is asked for again before it is done, and stands in no menu."""
    tab = await home(http)
    assert "no way back" in text(buttons(tab)["Delete my data"]["confirm"])
    assert "delete" not in text(buttons(tab)[EVERYTHING]["options"]).lower().split()


async def test_a_goal_is_changed_from_where_it_stands(http: Bot) -> None:
    """“Change my goal” opens the form as the goal is now."""
    line = 'goal set "data analyst" situation:switching horizon:"next summer"'
    await http.send(payloads.slash(line, respond=http.hook()))
    tab = await home(http)
    await http.send(payloads.press(buttons(tab)["Change my goal"], view=tab))
    form = (await http.here.until("views.open"))[0]["view"]
    filled = {b["block_id"]: b["element"] for b in form["blocks"] if b["type"] == "input"}
    assert filled["role"]["initial_value"] == "data analyst"
    assert filled["situation"]["initial_option"]["value"] == "switching"
    assert filled["horizon"]["initial_value"] == "next summer"


async def test_a_full_profile_still_fits(http: Bot) -> None:
    """A Home of fifty entries is within Slack's limits, and keeps its last buttons."""
    lines = [f"project add chart number {n}" for n in range(30)]
    lines += [f"credential add course number {n}" for n in range(30)]
    for line in ("goal set data analyst", *lines):
        await http.send(payloads.slash(line, respond=http.hook()))
    tab = await home(http)
    found = buttons(tab)
    assert "Done: chart number 29" in found
    assert "Done: chart number 19" not in found
    assert {"Add a project", "Export my data", EVERYTHING} <= found.keys()


async def test_a_newcomer_s_home_says_how_to_begin(http: Bot) -> None:
    """Somebody new sees no empty page but where to begin."""
    tab = await home(http)
    assert {"Set my goal", "Ask about a credential", "Add a project"} <= buttons(tab).keys()
    assert buttons(tab)["Ask about a credential"]["style"] == "primary"


async def test_nudges_are_set_from_home(http: Bot) -> None:
    """They are switched on by a form, shown with their dates, changed by a form, and stopped."""
    http.here.users["U1"] = {"locale": "en-GB", "tz": "Europe/Berlin"}
    off = await home(http)
    assert "Nudges are off" in text(off)
    await http.send(payloads.press(buttons(off)["Choose when"], view=off))
    form = (await http.here.until("views.open"))[0]["view"]
    await http.send(payloads.sent(form, {"weekday": "friday", "hour": "10"}))
    on = {**(await http.here.until("views.publish", 2))[1]["view"], "id": "VH"}
    for wanted in ("Nudges are on", "every week on Friday", "Europe/Berlin", "The next three"):
        assert wanted in text(on)
    await http.send(payloads.press(buttons(on)["Change my nudges"], view=on))
    form = (await http.here.until("views.open", 2))[1]["view"]
    await http.send(payloads.sent(form, {"weekday": "monday"}))
    changed = {**(await http.here.until("views.publish", 3))[2]["view"], "id": "VH"}
    assert "every week on Monday" in text(changed)
    await http.send(payloads.press(buttons(changed)["Stop nudges"], view=changed))
    assert "Nudges are off" in text((await http.here.until("views.publish", 4))[3]["view"])

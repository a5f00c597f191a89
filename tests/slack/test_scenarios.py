"""Every command, form, shortcut and button, over HTTP and over the socket, as people use them."""

import asyncio
import json
from typing import Any

import pytest
from msgspec.structs import replace

from bot.advice.learner import Project
from bot.commands.table import COMMANDS
from bot.person import Person
from tests.slack import payloads, valid
from tests.slack.conftest import Bot
from tests.store.people import NOW

JSON = dict[str, Any]
TALK = (
    ("goal set data analyst situation:switching", "Your goal is data analyst"),
    ("is the google data cert worth it?", "Do if"),
    ("advise credential:AZ-900 goal:“cloud engineer”", "AZ-900"),
    ("suggest", "data analyst"),
    ("compare CSM or PSM I for a scrum master", "Professional Scrum Master I"),
    ("goal show", "Your goal is data analyst"),
    ('credential add "Google Data Analytics" status:earned earned_on:2026-03', "Google Data"),
    ("credential list", "Google Data Analytics"),
    ("credential edit c1 expires_on:2028-01", "Google Data"),
    ("experience add registered nurse years:6", "registered nurse"),
    ("experience list", "registered nurse"),
    ("education add BSc Biology kind:degree", "BSc Biology"),
    ("education list", "BSc Biology"),
    ("project add ward waiting times credential:c1 link:https://example.org/p", "ward waiting"),
    ('project done p1 result:"3 hours less & <5% errors"', "ward waiting"),
    ("project list", "3 hours less & <5% errors"),
    ("portfolio", "ward waiting times"),
    ("cv", "3 hours less & <5% errors"),
    ("check CompTIA Security+", "Security+"),
    ("match We need SQL, Power BI, negotiation and 2 years of experience", "SQL"),
    ("privacy about", "Your privacy"),
    ("privacy export", "badgewise-export.json"),
    ("providers list", "No admin has decided"),
    ("providers trust Acme reason:ours", "Only an admin"),
    ("providers distrust Acme reason:none", "Only an admin"),
    ("settings", "Only an admin"),
    ("help", "/badgewise goal set"),
    ("help goal", "situation"),
    ("", "/badgewise goal set"),
    ("project remove p1", "removed"),
    ("education remove d1", "removed"),
    ("experience remove e1", "removed"),
    ("credential remove c1", "off your list"),
    ("goal clear", "forgotten"),
    ("privacy delete", "deleted"),
    ("golasdf xx", ""),
)


def text(value: Any) -> str:
    """All that a person reads in a message or a view."""
    return "\n".join(_texts(value))


def _texts(value: Any) -> list[str]:
    if isinstance(value, list):
        return [t for v in value for t in _texts(v)]
    if not isinstance(value, dict):
        return []
    own = [value["text"]] if isinstance(value.get("text"), str) and "type" in value else []
    return own + [t for k, v in value.items() for t in _texts(v)]


def buttons(value: Any) -> dict[str, JSON]:
    """The buttons and menus of a message or a view, by label."""
    found: dict[str, JSON] = {}
    for block in value["blocks"]:
        for element in block.get("elements", ()) if block["type"] == "actions" else ():
            label = element.get("text") or element.get("placeholder")
            found[label["text"]] = element
    return found


async def test_every_command_is_answered_in_private(bot: Bot) -> None:
    """Each command of the table is answered with the acknowledgement, for its author's eyes."""
    for line, wanted in TALK:
        answer = await bot.send(payloads.slash(line, respond=bot.hook()))
        assert answer["response_type"] == "ephemeral", line
        assert wanted in text(answer["blocks"]), line
        assert valid.message(answer) == [], line
    spoken = {" ".join(line.split()[:n]) for line, _ in TALK for n in (1, 2)}
    assert {n for n, c in COMMANDS.items() if not c.hidden} - spoken <= {"advise", "nudge on"} | {
        n for n in COMMANDS if n.startswith("nudge ")
    }


@pytest.mark.parametrize(
    "command",
    [
        n
        for n, c in COMMANDS.items()
        if n == "advise" or (any(o.required for o in c.fields) and not c.hidden)
    ],
)
async def test_a_command_without_words_opens_its_form(http: Bot, command: str) -> None:
    """A command that needs words and has none opens a form with a field for each option."""
    assert await http.send(payloads.slash(command, respond=http.hook())) == {}
    (call,) = await http.here.until("views.open")
    assert valid.view(call["view"]) == []
    shown = [b["block_id"] for b in call["view"]["blocks"] if b["type"] == "input"]
    assert shown == [o.name for o in COMMANDS[command].fields if not o.hidden]
    assert call["trigger_id"].startswith("trigger.")


async def test_a_form_is_answered_in_its_window(bot: Bot) -> None:
    """A sent form shows the answer in the same window; a slip keeps it open with one sentence."""
    await bot.send(payloads.slash("goal set", respond=bot.hook()))
    view = (await bot.here.until("views.open"))[0]["view"]
    filled = {"role": "data analyst", "situation": ("switching",)}
    answer = await bot.send(payloads.sent(view, filled))
    assert answer["response_action"] == "update"
    assert "Your goal is data analyst" in text(answer["view"])
    assert "switching fields" in text(answer["view"])
    assert valid.view(answer["view"]) == []
    await bot.send(payloads.slash("credential add", respond=bot.hook()))
    view = (await bot.here.until("views.open", 2))[1]["view"]
    wrong = await bot.send(payloads.sent(view, {"title": "AZ-900", "earned_on": "soon"}))
    assert wrong["response_action"] == "errors"
    assert "I cannot read earned_on" in wrong["errors"]["earned_on"]
    more = buttons(answer["view"])["What should I take?"]
    shown = {**answer["view"], "id": "V9"}
    await bot.send(payloads.press(more, view=shown))
    (updated,) = await bot.here.until("views.update")
    assert updated["view_id"] == "V9"
    assert "data analyst" in text(updated["view"])


async def test_buttons_go_on_with_the_conversation(bot: Bot) -> None:
    """A press is answered privately through the response URL; a remembered goal is remembered."""
    asked = "is the google data cert worth it for a data analyst?"
    answer = await bot.send(payloads.slash(asked, respond=bot.hook()))
    found = buttons(answer)
    assert await bot.send(payloads.press(found["Why?"], respond=bot.hook())) == {}
    (why,) = await bot.here.until("respond")
    assert (why["response_type"], why["replace_original"]) == ("ephemeral", False)
    assert valid.message(why) == []
    keep = next(v for k, v in found.items() if k.startswith("Remember"))
    await bot.send(payloads.press(keep, respond=bot.hook()))
    await bot.here.until("respond", 2)
    goal = await bot.send(payloads.slash("goal show", respond=bot.hook()))
    assert "data analyst" in text(goal["blocks"])


async def test_a_question_is_replaced_by_its_answer(http: Bot) -> None:
    """A choice answers the bot's question, and the question disappears."""
    answer = await http.send(payloads.slash("is AZ-900 worth it?", respond=http.hook()))
    choices = [
        e for b in answer["blocks"] if b["type"] == "actions" for e in b["elements"]
        if e["action_id"].startswith("pick:")
    ]  # fmt: skip
    assert choices, text(answer["blocks"])
    await http.send(payloads.press(choices[0], respond=http.hook()))
    (after,) = await http.here.until("respond")
    assert after["replace_original"] is True
    assert after["response_type"] == "ephemeral"


async def test_buttons_outlive_a_restart(tmp_path: Any) -> None:
    """A long question's buttons work in a new process, for their own person and nobody else."""
    from bot.store import open_store  # noqa: PLC0415
    from tests.slack.conftest import installed, running  # noqa: PLC0415

    store = await open_store(f"sqlite:///{tmp_path / 'kept.sqlite3'}")
    long = "is AZ-900 worth it for a cloud engineer? " + "I wonder about it every day. " * 90
    async with running("http", store) as first:
        await installed(first, "T1")
        answer = await first.send(payloads.slash(long, respond=first.hook()))
        why = buttons(answer)["Why?"]
        assert why["value"].startswith("#")
    async with running("http", store) as second:
        await second.send(payloads.press(why, respond=second.hook()))
        (shown,) = await second.here.until("respond")
        assert "AZ-900" in text(shown["blocks"])
        for stolen in (why, {**why, "action_id": "say:0:U2"}):
            await second.send(payloads.press(stolen, user="U2", respond=second.hook()))
        for refused in (await second.here.until("respond", 3))[1:]:
            assert "AZ-900" not in text(refused["blocks"])
            assert "button" in text(refused["blocks"])
    await store.close()


async def test_only_its_person_may_press_a_button(http: Bot) -> None:
    """A button that carries its line does nothing for another person, and says so kindly."""
    button = {"action_id": "say:0:U1", "value": "=/goal set nurse"}
    await http.send(payloads.press(button, user="U2", respond=http.hook()))
    (refused,) = await http.here.until("respond")
    assert "belongs to the person who asked" in text(refused["blocks"])
    shown = await http.send(payloads.slash("goal show", user="U2", respond=http.hook()))
    assert "not set a goal" in text(shown["blocks"])


async def test_sharing_is_looked_at_then_posted(http: Bot) -> None:
    """Share shows what everybody would see; only the second press posts it, and once."""
    asked = "is AZ-900 worth it for a cloud engineer?"
    answer = await http.send(payloads.slash(asked, respond=http.hook()))
    await http.send(payloads.press(buttons(answer)["Share"], respond=http.hook()))
    (look,) = await http.here.until("respond")
    assert look["response_type"] == "ephemeral"
    await http.send(payloads.press(buttons(look)["Post it for everybody"], respond=http.hook()))
    _, post, gone = await http.here.until("respond", 3)
    assert post["response_type"] == "in_channel"
    assert not buttons(post)
    assert "@name-u1" in text(post["blocks"])
    assert gone == {"delete_original": True}


async def test_advise_on_this_reads_a_message(bot: Bot) -> None:
    """The message shortcut answers its user alone, and takes nothing of it as their own facts."""
    said = "I am a nurse &amp; took <https://example.org|AZ-900>, want to be a cloud engineer <@U7>"
    await bot.send(payloads.on_message(said, respond=bot.hook()))
    (answer,) = await bot.here.until("respond")
    assert answer["response_type"] == "ephemeral"
    assert "AZ-900" in text(answer["blocks"])
    assert not any(b.startswith(("Remember", "Share")) for b in buttons(answer))
    await bot.send(payloads.on_message(" ", respond=bot.hook()))
    assert "no words" in text((await bot.here.until("respond", 2))[1]["blocks"])
    posted = payloads.on_message("", respond=bot.hook())
    posted["message"] |= {"attachments": [{"fallback": "New course: AZ-900"}, "odd", {"text": 3}]}
    await bot.send(posted)
    assert "AZ-900" in text((await bot.here.until("respond", 3))[2]["blocks"])


async def test_ask_from_anywhere(bot: Bot) -> None:
    """The global shortcut opens the form for advice, and it answers."""
    await bot.send(payloads.shortcut("ask"))
    view = (await bot.here.until("views.open"))[0]["view"]
    answer = await bot.send(payloads.sent(view, {"credential": "CSM", "goal": "scrum master"}))
    assert "Certified ScrumMaster" in text(answer["view"])


async def test_a_mention_and_a_message_are_answered(bot: Bot) -> None:
    """A mention is answered for its author alone, in its thread; a direct message in its place."""
    asked = payloads.mention("is CSM worth it for a scrum master?", thread_ts="16.1")
    assert await bot.send(payloads.event(asked)) == {}
    (private,) = await bot.here.until("chat.postEphemeral")
    assert (private["channel"], private["user"], private["thread_ts"]) == ("C1", "U1", "16.1")
    assert "Certified ScrumMaster" in text(private["blocks"])
    assert valid.message(private) == []
    for said, wanted in (("help", "/badgewise goal set"), ("goal show", "not set a goal")):
        count = len(bot.here.of("chat.postEphemeral"))
        await bot.send(payloads.event(payloads.mention(said)))
        assert wanted in text((await bot.here.until("chat.postEphemeral", count + 1))[-1]["blocks"])
    await bot.send(payloads.event(payloads.direct("goal set nurse")))
    (said,) = await bot.here.until("chat.postMessage")
    assert said["channel"] == "D1"
    assert "Your goal is" in text(said["blocks"])
    await bot.send(payloads.press(next(iter(buttons(said).values())), respond=bot.hook(),
                                  ephemeral=False))  # fmt: skip
    (stays,) = await bot.here.until("respond")
    assert stays["response_type"] == "in_channel"


@pytest.mark.parametrize(
    "inner",
    [
        payloads.direct("hello", bot_id="B1"),
        payloads.direct("hello", subtype="message_changed"),
        payloads.direct("hello", channel_type="channel"),
        payloads.mention("hello", bot_id="B1"),
        {"type": "reaction_added", "user": "U1"},
    ],
)
async def test_what_is_not_said_to_the_bot_is_left_alone(http: Bot, inner: JSON) -> None:
    """Messages of bots, edits, other channels and other events are acknowledged, not answered."""
    assert await http.send(payloads.event(inner)) == {}
    await http.send(payloads.slash("help", respond=http.hook()))
    assert not http.here.of("chat.postMessage")
    assert not http.here.of("chat.postEphemeral")


async def full(bot: Bot) -> str:
    """Fills a profile until its export is long; the export as Slack shows it."""
    person = Person("slack", "T1", "U1")
    loaded = await bot.store.load(person)
    mine = tuple(
        Project(id=f"p{n}", title=f"project {n}", done=True, result="é" * 900) for n in range(150)
    )
    await bot.store.save(person, replace(loaded.learner, projects=mine), loaded.version, NOW)
    kept = await bot.store.export(person)
    return json.dumps(kept, indent=2, ensure_ascii=False, sort_keys=True)


def copied(values: list[JSON]) -> str:
    """What stands in the boxes of these messages or views."""
    boxes = [e for v in values for b in v["blocks"] for e in b.get("elements", ())]
    found = [e for e in boxes if e["type"] == "rich_text_preformatted"]
    return "".join(e["elements"][0]["text"] for e in found)


@pytest.mark.parametrize("line", ["privacy export", "privacy delete"])
async def test_a_long_answer_arrives_whole(bot: Bot, line: str) -> None:
    """What a response URL takes no more is written to the person: no page of an export is lost."""
    wanted = await full(bot)
    first = await bot.send(payloads.slash(line, respond=bot.hook()))
    pages_ = wanted.count("é" * 900) // 20
    rest = await bot.here.until("chat.postMessage", pages_ // 3)
    async with asyncio.timeout(10):
        while len(copied([first, *bot.here.of("respond"), *rest])) < len(wanted):
            await asyncio.sleep(0.01)
            rest = bot.here.of("chat.postMessage")
    assert copied([first, *bot.here.of("respond"), *rest]) == wanted
    assert {r["channel"] for r in rest} == {"U1"}
    assert all(r["response_type"] == "ephemeral" for r in bot.here.of("respond"))


async def test_a_long_answer_in_a_window_is_written_too(http: Bot) -> None:
    """A window that cannot hold an answer says so, and the person gets all of it as messages."""
    wanted = await full(http)
    view = {"id": "VH", "type": "home", "blocks": []}
    await http.send(
        payloads.press({"action_id": "say:0:U1", "value": "=/privacy delete"}, view=view)
    )
    window = (await http.here.until("views.open"))[0]["view"]
    assert valid.view(window) == []
    assert "I wrote you all of it" in text(window)
    async with asyncio.timeout(10):
        while len(copied(http.here.of("chat.postMessage"))) < len(wanted):  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    assert copied(http.here.of("chat.postMessage")) == wanted

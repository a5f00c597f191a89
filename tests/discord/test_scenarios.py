"""What members do, through the real gateway and REST of a loopback Discord."""

import asyncio
import json

import pytest

from bot.commands.table import COMMANDS
from bot.store import Store
from tests.discord.people import DIRECT, GROUP, LONG_WORDS, Member
from tests.discord.platform import CHANGE, SAY, WINDOW
from tests.discord.seeing import buttons, menu, private, read

# (command, values, what the answer says); in this order, each on top of the ones before
STORY = [
    ("help", {}, "/goal set"),
    ("help", {"command": "goal"}, "situation:"),
    ("goal show", {}, "not set a goal"),
    ("goal set", {"role": "data analyst", "situation": "switching"}, "Your goal is Data analyst"),
    ("goal show", {}, "switching fields"),
    ("advise", {"text": "is AZ-900 worth it for a cloud engineer?"}, "Next step"),
    ("advise", {"credential": "PL-300", "provider": "Microsoft"}, "PL-300"),
    ("compare", {"text": "PL-300 or tableau desktop specialist"}, "PL-300"),
    ("suggest", {}, "data analyst"),
    ("credential add", {"title": "AZ-900", "status": "earned"}, "is on your list"),
    ("credential list", {}, "c1"),
    ("credential edit", {"credential": "c1", "earned_on": "2026-03"}, "I have changed"),
    ("experience add", {"area": "registered nurse", "years": 6.5}, "nurse"),
    ("experience list", {}, "e1"),
    ("education add", {"title": "BSc Biology", "kind": "degree"}, "BSc Biology"),
    ("education list", {}, "d1"),
    ("project add", {"title": "ward waiting times in SQL", "credential": "c1"}, "p1"),
    ("project list", {}, "waiting times"),
    ("project done", {"title": "p1", "result": "saved 3 hours a week"}, "is done"),
    ("portfolio", {}, "AZ-900"),
    ("match", {"text": "We need SQL, Power BI and negotiation"}, "terms"),
    ("check", {"credential": "CompTIA Security+"}, "Security+"),
    ("cv", {}, "LinkedIn"),
    ("providers list", {}, "No admin has decided"),
    ("privacy about", {}, "Not kept"),
    ("privacy export", {}, "as JSON"),
    ("experience remove", {"experience": "e1"}, "removed"),
    ("education remove", {"education": "d1"}, "removed"),
    ("project remove", {"project": "p1"}, "removed"),
    ("credential remove", {"credential": "c1"}, "off your list"),
    ("goal clear", {}, "forgotten your goal"),
    ("privacy delete", {}, "is deleted"),
]
ADMINS = [
    ("providers trust", {"provider": "Acme Academy", "reason": "ours"}, "is trusted here"),
    ("providers distrust", {"provider": "Udemy", "reason": "no exam"}, "is not trusted here"),
    ("settings", {}, "Learning nudges"),
]


async def test_every_command_answers(ada: Member) -> None:
    """Each command of the table, as a slash command, does what it says and is private."""
    told = {name for name, *_ in (*STORY, *ADMINS)}
    assert told == {n for n, c in COMMANDS.items() if not c.hidden and not n.startswith("nudge")}
    for name, values, expected in STORY:
        answer = await ada.run(name, **values)
        assert expected.lower() in read(answer).lower(), (name, read(answer))
        assert private(answer), name
    for name, values, expected in ADMINS:
        answer = await ada.at(admin=True).run(name, **values)
        assert expected.lower() in read(answer).lower(), (name, read(answer))


@pytest.mark.parametrize("where", [DIRECT, GROUP])
async def test_every_place(ada: Member, where: int) -> None:
    """Direct messages and group chats work as servers do, as does an install of one's own."""
    somebody = ada.at(where=where, installed_by_user=True)
    await somebody.run("goal set", role="data analyst")
    answer = await somebody.run("advise", credential="PL-300")
    assert "PL-300" in read(answer)
    assert private(answer) is (where != DIRECT), "only in one's own chat is nobody else there"
    shown = await ada.at(guild=2, installed_by_user=True).run("goal show")
    assert "data analyst" in read(shown), "the same person, whatever the place"


async def test_advice_shows_the_verdict_first(ada: Member) -> None:
    """Verdict and colour first, then at most six short findings, one next step, then buttons."""
    await ada.run("experience add", area="registered nurse", years=6.5)
    for name in range(4):
        await ada.run("credential add", title=f"Basket Weaving {name}", status="earned")
    for credential, provider, goal in (
        ("AZ-900", "", "cloud engineer"), ("AZ-900", "Microsoft", ""), ("PL-300", "", "nurse"),
        ("food hygiene cert", "Harward Online University", "chef"), ("CISSP", "", "soc analyst"),
        ("PMP", "Udemy", "project manager"), ("Wonder Course", "", "data analyst"),
    ):  # fmt: skip
        answer = await ada.run("advise", credential=credential, provider=provider, goal=goal)
        box, *rows = answer.data["components"]
        assert box["type"] == 17
        assert box["accent_color"]
        assert [row["type"] for row in rows] == [1] * len(rows)
        lines = read(answer).split("\n")
        assert lines[0].startswith("### ")
        findings = [line for line in lines if line[0:1] in tuple("🟢🔵🟡🔴🟣▫")]
        assert 1 <= len(findings) <= 6, read(answer)
        assert all(len(line) < 250 for line in findings), read(answer)
        steps = sum(line.startswith("**Next step:**") for line in lines)
        assert steps == (lines[0] != "### ❓ Tell me first"), read(answer)


async def test_every_button_answers(ada: Member) -> None:
    """Each button under each kind of answer does what it says, and none ends in an error."""
    todo = [await ada.run(n, **v) for n, v, _ in STORY if "delete" not in n]
    todo.append(await ada.run("advise", credential="PL-300", goal="data analyst"))
    seen: set[str] = set()
    while todo:
        exchange = todo.pop()
        for label, custom in buttons(exchange).items():
            if label in seen or label == "Delete my data":
                continue
            seen.add(label)
            answer = await ada.press(exchange, custom)
            assert "went wrong" not in read(answer), label
            assert "too old" not in read(answer), label
            todo.append(answer)
    assert seen >= {
        "Why?", "What would change it", "Add to my list", "Share", "Not my goal",
        "Post it for everybody", "Put it back", "It is done", "What should I take?",
        "Export my data",
    }, seen  # fmt: skip
    assert any(label.startswith("Remember that your goal") for label in seen)


async def test_a_question_is_answered_in_its_place(ada: Member) -> None:
    """A choice is remembered, and the answer takes the place of the question."""
    asked = await ada.run("advise", credential="AZ-900")
    choices = menu(asked)
    custom = choices["custom_id"] if choices else next(iter(buttons(asked).values()))
    values = [choices["options"][0]["value"]] if choices else []
    answer = await ada.press(asked, custom, *values)
    assert answer.first["type"] == CHANGE
    assert "Next step" in read(answer)
    assert "not set" not in read(await ada.run("goal show"))


@pytest.mark.parametrize("command", ["advise", "match", "compare"])
async def test_a_window_asks_for_long_text(ada: Member, command: str) -> None:
    """A command that needs a long text and has none opens a window, and takes what is written."""
    opened = await ada.run(command)
    assert opened.first["type"] == WINDOW
    words = "We want SQL.\nPL-300 or tableau desktop specialist for a data analyst?\n" * 30
    answer = await ada.submit(opened.data, words)
    assert answer.first["type"] == SAY
    assert private(answer)
    assert "went wrong" not in read(answer)
    assert answer.data["components"][0]["accent_color"] != 0xC8453B, read(answer)


async def test_advise_on_this_reads_somebody_elses_message(ada: Member, store: Store) -> None:
    """The message's menu judges what it names for the presser, and takes none of it as theirs."""
    await ada.run("goal set", role="data analyst")
    answer = await ada.advise_on("I'm a welder, got my PL-300, my goal is chef. good, right?")
    assert private(answer)
    assert "PL-300" in read(answer)
    assert "data analyst" in read(answer).lower()
    assert "chef" not in read(answer).lower()
    why = await ada.press(answer, buttons(answer)["Why?"])
    assert "chef" not in read(why).lower(), "a button under it must not take them either"
    assert "Share" not in buttons(answer)


async def test_advise_on_ones_own_message(ada: Member) -> None:
    """In one's own message the facts are one's own."""
    answer = await ada.advise_on("is PL-300 worth it for a data analyst?", author=ada.number)
    assert "data analyst" in read(answer).lower()


async def test_a_message_without_words(ada: Member) -> None:
    """A picture alone is answered with a sentence that says so."""
    answer = await ada.advise_on(" \n")
    assert "no words for me to read" in read(answer)
    assert private(answer)


async def test_share_posts_after_a_look(ada: Member) -> None:
    """Share shows what will be seen, to the presser alone; the second press posts it, once."""
    answer = await ada.run("advise", credential="PL-300", goal="data analyst")
    look = await ada.press(answer, buttons(answer)["Share"])
    assert private(look)
    assert "Nothing is posted yet" in read(look)
    post = buttons(look)["Post it for everybody"]
    presses = [ada.press_payload(look, post) for _ in range(3)]
    found = await asyncio.gather(*(ada.discord.interact(p) for p in presses))
    public = [f for f in found if not private(f)]
    assert len(public) == 1
    assert "Shared by Ada" in read(public[0])
    assert buttons(public[0]) == {}
    assert sum("done already" in read(f) for f in found) == 2


async def test_nothing_to_share_in_a_direct_message(ada: Member) -> None:
    """Where nobody else is, no Share is offered."""
    answer = await ada.at(where=DIRECT).run("advise", credential="PL-300", goal="data analyst")
    assert "Why?" in buttons(answer)
    assert "Share" not in buttons(answer)


async def test_completion(ada: Member) -> None:
    """Credentials, roles, issuers, industries and one's own entries appear while typing."""
    assert "PL-300" in str(await ada.complete("advise", "credential", "pl-3"))
    assert any(
        "analyst" in c["value"].lower() for c in await ada.complete("goal set", "role", "data an")
    )
    assert any(c["value"] == "Coursera" for c in await ada.complete("check", "provider", "cours"))
    assert await ada.complete("goal set", "industry", "")
    assert any(c["value"] == "goal set" for c in await ada.complete("help", "command", "goal"))
    assert await ada.complete("credential edit", "credential", "") == []
    await ada.run("credential add", title="AZ-900")
    own = await ada.complete("credential edit", "credential", "az")
    assert [c["value"] for c in own] == ["c1"]
    assert (
        await ada.at(number=100000000000000002).complete("credential edit", "credential", "") == []
    )


async def test_completion_is_quick(ada: Member) -> None:
    """Completions come within 50 ms, whatever is typed."""
    times = []
    for typed in ("", "a", "certified", "zzzz", "x" * 100, "@everyone", "ﷺ" * 50):
        for option in ("credential", "provider", "goal"):
            exchange = await ada.discord.interact(
                ada.payload(4, ada._data("advise", {option: typed}, focused=option))
            )
            times.append(exchange.first_after)
    times.sort()
    assert times[len(times) * 9 // 10] < 0.05, times


async def test_export_is_a_file(ada: Member) -> None:
    """What is kept comes as a JSON file, and after deletion nothing is left."""
    await ada.run("goal set", role="data analyst")
    answer = await ada.run("privacy export")
    kept = json.loads(answer.files["badgewise-export.json"])
    assert "data_analyst" in json.dumps(kept).replace("-", "_")
    await ada.run("privacy delete")
    gone = await ada.run("privacy export")
    assert json.loads(gone.files["badgewise-export.json"])["profile"] is None


async def test_only_the_owner_presses(ada: Member) -> None:
    """Somebody else's press changes nothing, for either of them, and gets a kind private word."""
    bob = ada.at(number=100000000000000002, name="bob")
    answer = await ada.run("advise", credential="PL-300", goal="data analyst")
    for label, custom in buttons(answer).items():
        told = await bob.press(answer, custom)
        assert "belong to the person who asked" in read(told), label
        assert private(told)
    assert "no credentials yet" in read(await bob.run("credential list"))
    assert "no credentials yet" in read(await ada.run("credential list"))


async def test_long_lines_survive_a_button(ada: Member) -> None:
    """A question too long for a button is kept for its person, and asked again by the button."""
    asked = f"is PL-300 worth it for a data analyst {LONG_WORDS}"
    answer = await ada.run("advise", text=asked)
    why = await ada.press(answer, buttons(answer)["Why?"])
    assert "PL-300" in read(why)
    await ada.run("privacy delete")
    late = await ada.press(answer, buttons(answer)["Why?"])
    assert "too old" in read(late)

"""Replies as Discord shows them: within every limit, and nothing in a text comes alive."""

import random
import re
import time

import pytest

from adapters.discord.buttons import Held, Kind, custom_id, read, select_id, select_value, short
from adapters.discord.packing import packed
from adapters.discord.render import Message, message
from adapters.discord.text import escaped, visible
from bot.advice.words import words_for
from bot.reply import (
    Action,
    Banner,
    Bullets,
    Copyable,
    Fine,
    Item,
    Part,
    Reply,
    Table,
    Text,
    Tone,
)
from tests.discord import openapi, rules
from tests.discord.rules import every
from tests.sizes import size

OWNER = "123456789012345678"
WORDS = words_for("en")
# What Discord turns into something else, unless a backslash stands before its first sign.
ALIVE = re.compile(
    r"(?<!\\)(?:\\\\)*(?:@(?:everyone|here)|<(?:@|#|/|t:|id:|a?:)|\[|https?://|discord://|"
    r"\|\||~~|`|\*\*|__|<https?)|^[ \t]*(?:#|>|-|\+|\d+[.)])[ ]",
    re.MULTILINE,
)
HIDDEN = re.compile(
    "[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ud800-\udfff\u3164\u2800]"
)
PIECES = (
    "@everyone", "@here", "<@123456789012345678>", "<@!1>", "<@&123>", "<#123>", "</goal set:12>",
    "<t:0:R>", "<id:guide>", "<a:x:1>", "[Coursera](https://evil.example)", "https://evil.example",
    "[a](" * 8, "# big", "## big", "-# small", "> quote", ">>> all", "- item", "1. one", "```",
    "``", "`code`", "**bold**", "__under__", "~~gone~~", "||spoiler||", "\\", "\\\\", "\n", "\n\n",
    "\r", "\t", "\u202eevil\u202c", "\u2066x\u2069", "\u200b", "\u0000", "\ud800", "\ufdfa" * 9,
    "e" + "\u0301" * 30, "👩\u200d💻", "🟢", "\u3164", "a" * 50, " ", "AZ-900", "C++", "C#", "µ",
    "discord.gg/abc", "javascript:alert(1)", "steam://x", "\u2028", "《》", "مرحبا", "{role}", "%s",
)  # fmt: skip


def hostile(chance: random.Random, most: int = 12) -> str:
    """A text made of what goes wrong elsewhere."""
    found = "".join(chance.choice(PIECES) for _ in range(chance.randint(0, most)))
    return found * chance.choice((1, 1, 1, 1, 40))


def hostile_part(chance: random.Random) -> Part:
    """Any kind of part, made of hostile texts."""
    tone = chance.choice(list(Tone))
    texts = [hostile(chance) for _ in range(chance.randint(0, 9))]
    items = tuple(Item(t, tone, lead=t[: chance.randint(0, 30)]) for t in texts)
    columns = tuple(hostile(chance, 2) for _ in range(chance.randint(1, 6)))
    rows = tuple(tuple(hostile(chance, 3) for _ in columns) for _ in range(chance.randint(0, 60)))
    return chance.choice(
        (
            Banner(hostile(chance), tone, hostile(chance)), Text(hostile(chance)),
            Fine(hostile(chance)), Copyable(hostile(chance)), Copyable(hostile(chance), "a.json"),
            Bullets(hostile(chance), items), Table(columns, rows),
        )
    )  # fmt: skip


def hostile_reply(chance: random.Random) -> tuple[Reply, tuple[Held, ...]]:
    """A reply of hostile parts and buttons, as the platform holds them."""
    parts = tuple(hostile_part(chance) for _ in range(chance.randint(0, 20)))
    actions = tuple(
        Action(hostile(chance), f"/advise {n}", choice=chance.random() < 0.3)
        for n in range(chance.randint(0, 30))
    )
    held = tuple(Held(a, chance.choice((a.line, "k" * 16)), Kind.KEPT) for a in actions)
    return Reply(hostile(chance), parts, actions), held


def sent(found: Message) -> dict:
    """The body as it is sent."""
    names = [{"id": str(n), "filename": f.name} for n, f in enumerate(found.files)]
    return {
        "flags": 1 << 15, "components": found.components, "allowed_mentions": {"parse": []},
        **({"attachments": names} if names else {}),
    }  # fmt: skip


def problems(found: Message) -> list[str]:
    """Everything that Discord would refuse."""
    body = sent(found)
    wrong = list(rules.message_problems(body))
    if openapi.SPEC.exists():
        schema = {"$ref": "#/components/schemas/IncomingWebhookInteractionRequest"}
        wrong += openapi.problems(body, schema)
    return wrong


def test_ten_thousand_hostile_texts() -> None:
    """No text pings, links, formats or hides anything, whatever it is made of."""
    chance = random.Random(4)
    for _ in range(size(10_000, 100_000)):
        raw = hostile(chance)
        found = escaped(raw)
        assert not ALIVE.search(found), (raw, found)
        assert not HIDDEN.search(found), raw


@pytest.mark.parametrize("seed", range(4))
def test_hostile_replies_stay_within_limits(seed: int) -> None:
    """Whatever a reply is made of, Discord would take it, and nothing in it is alive."""
    chance = random.Random(seed)
    for _ in range(size(100, 2_000)):
        reply, held = hostile_reply(chance)
        found = message(reply, held, OWNER, WORDS)
        assert problems(found) == []
        for component in every(found.components):
            text = component.get("content") or component.get("label") or ""
            assert not HIDDEN.search(text)
            if component["type"] == 10:
                ours = re.sub(
                    r"^(?:### |-# )|\*\*|^```\n[\s\S]*\n```$", "", text, flags=re.MULTILINE
                )
                assert not ALIVE.search(ours), text


def test_text_is_shown_as_typed() -> None:
    """Taking the escapes away gives back what was typed; ordinary words have none."""
    for raw in ("AZ-900 (Azure), 3.5 years: C++ & C#!", "Data analysis – SQL", "日本語 👩‍💻 naïve"):
        assert escaped(raw) == raw
    for raw in ("[a](https://b.c)", "# big", "@everyone", "1. one", "a_b*c", "<t:0:R>", "- x"):
        assert escaped(raw) != raw
        assert re.sub(r"\\(\W|_)", r"\1", escaped(raw)) == raw


def test_escaping_is_linear() -> None:
    """A hundred thousand hostile characters take a fraction of a second."""
    for raw in (
        "[a](" * 25_000,
        "*" * 100_000,
        "\\" * 100_000,
        "e\u0301" * 50_000,
        "\n1. " * 25_000,
    ):
        started = time.process_time()
        escaped(raw)
        assert time.process_time() - started < 0.5, raw[:4]


def test_nothing_is_cut_silently() -> None:
    """What does not fit goes along as a file, and the answer says so."""
    rows = tuple((f"c{n}", "A long title of a credential", "planned") for n in range(300))
    found = message(
        Reply("x", (Banner("Yours"), Table(("Id", "Title", "Status"), rows))), (), OWNER, WORDS
    )
    assert problems(found) == []
    assert "c299" in found.files[0].text
    texts = [c["content"] for c in every(found.components) if c["type"] == 10]
    assert "file" in texts[-1]


def test_copyable_is_a_block() -> None:
    """What is to be taken elsewhere stands in a block, or in a file where it would break out."""
    good = message(Reply("x", (Copyable("- Did *this*"),)), (), OWNER, WORDS)
    assert [c["content"] for c in every(good.components) if c["type"] == 10] == [
        "```\n- Did *this*\n```"
    ]
    bad = message(Reply("x", (Copyable("a ``` @everyone"),)), (), OWNER, WORDS)
    assert [f.text for f in bad.files] == ["a ``` @everyone"]


def shown(*parts: Part) -> str:
    """What the parts look like, as markdown."""
    found = every(message(Reply("x", parts), (), OWNER, WORDS).components)
    return "\n".join(c["content"] for c in found if c["type"] == 10)


def test_what_people_copy_is_shown() -> None:
    """Lines for a CV stand in the answer, to be copied on a phone; what machines read is a file."""
    assert shown(Copyable("one line", "cv.txt")) == "```\none line\n```"
    export = message(Reply("x", (Copyable("{}", "export.json"),)), (), OWNER, WORDS)
    assert [f.name for f in export.files] == ["export.json"]


def test_the_next_step_stands_out() -> None:
    """The one thing to do begins in bold, and no other paragraph does."""
    assert shown(Text("Next step: do *it*")) == "**Next step:** do \\*it\\*"
    assert shown(Text("The next step: none")) == "The next step: none"


def test_reasons_are_small_print() -> None:
    """Under Why, each finding is read at a glance; its rule and evidence follow smaller."""
    item = Item("It helps. Rule goal-link: [x]", Tone.GOOD, lead="It helps.")
    assert shown(Bullets("", (item,))) == "🟢 It helps.\n-# Rule goal-link: \\[x\\]"
    assert shown(Bullets("", (Item("It helps.", lead="It helps."),))) == "▫️ It helps."


def test_a_long_row_takes_several_lines() -> None:
    """A row that no phone shows on one line is broken at its cells; a short one is not."""
    columns = ("Credential", "Verdict", "Because", "Next step")
    row = ("PL-300", "Do", "It leads to your goal, and the issuer counts.", "Book it " * 9)
    lines = shown(Table(columns, (row, row))).split("\n")
    assert lines[:4] == [
        "**PL-300**", "Do", "Because: It leads to your goal, and the issuer counts.",
        f"Next step: {'Book it ' * 9}".strip(),
    ]  # fmt: skip
    assert lines[4] == ""
    assert shown(Table(("Id", "Title"), (("c1", "AZ-900"),))) == "**c1** AZ-900"


def test_long_buttons_come_last() -> None:
    """Short buttons stand side by side on a phone, long ones follow; choices keep their order."""
    labels = ("Why?", "Remember that your goal is data analyst", "Share")

    def order(*, choice: bool) -> list[str]:
        actions = [Action(label, f"/help {label}", choice=choice) for label in labels]
        held = [Held(a, a.line, Kind.LINE) for a in actions]
        found = every(message(Reply("x"), held, OWNER, WORDS).components)
        return [c["label"] for c in found if c["type"] == 2]

    assert order(choice=False) == ["Why?", "Share", "Remember that your goal is data analyst"]
    assert order(choice=True) == list(labels)


def test_verdict_has_colour_and_sign() -> None:
    """Each tone has a colour of its own and, for those who see none, a sign."""
    found = [message(Reply("x", (Banner("Go", tone),)), (), OWNER, WORDS) for tone in Tone]
    assert len({f.components[0]["accent_color"] for f in found}) == len(Tone)
    heads = {f.components[0]["components"][0]["content"] for f in found}
    assert len(heads) == len(Tone)


def test_custom_ids_come_back() -> None:
    """What a button carries is read back whole, for every owner and mark."""
    chance = random.Random(1)
    for number in range(2_000):
        owner = str(chance.randint(1, 2**63))
        action = Action(
            "x", f'/goal set role:"{number}"', choice=number % 2 == 0, public=number % 3 == 0
        )
        others, kind = number % 5 == 0, list(Kind)[number % 3]
        text = {Kind.LINE: action.line, Kind.PACKED: packed(action.line), Kind.KEPT: "k" * 16}
        meant = "k" * 16 if kind is Kind.KEPT else action.line
        held, kept = Held(action, text[kind], kind), kind is Kind.KEPT
        custom = custom_id(number % 100, held, owner, of_others=others)
        pressed = read(custom)
        assert pressed
        assert (pressed.owner, pressed.text, pressed.kept) == (owner, meant, kept)
        assert (pressed.of_others, pressed.in_place, pressed.posts) == (
            others,
            action.choice,
            action.public,
        )
        menu, value = select_id(held, owner, of_others=others), select_value(number % 100, held)
        chosen = read(menu, value)
        assert chosen
        assert (chosen.owner, chosen.text, chosen.kept) == (owner, meant, kept)
        assert (chosen.of_others, chosen.in_place) == (others, action.choice)
    assert len(short(str(2**64))) <= 13


@pytest.mark.parametrize("text", ["", "x", "a" * 101, "0l", "0l! x", "s!", "9" * 99])
def test_foreign_custom_ids_are_nobodys(text: str) -> None:
    """What this program did not write is not read as a button."""
    assert read(text) is None


def test_emoji_survive() -> None:
    """Joined emoji and marks of real scripts stay; a flood of marks does not."""
    for raw in ("👩‍💻", "é", "हिन्दी", "ภาษาไทย", "Việt"):
        assert visible(raw) == raw
    assert len(visible("e" + "\u0301" * 100)) <= 5

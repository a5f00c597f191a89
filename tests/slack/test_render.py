"""Whatever a reply holds, what goes out is something that Slack takes; nothing in it is live."""

import time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters.slack import buttons, messages
from adapters.slack.text import line_of, marked_safe, unmarked
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
from tests.sizes import size
from tests.slack import valid

SAY = words_for("en")
HOSTILE = (
    "<!channel>", "<!here> <!everyone>", "<@U1>", "<!subteam^S1>", "<#C1>", "<https://e.org|bank>",
    "*bold* _it_ ~s~ `c` ```block```", ":boom:", "&amp;&lt;", "[text](https://e.org)", "@here",
    "\u202eevil\u202c", "a\u0000b\u0007", "\ud800", "e" + "\u0301" * 500, "ﷺ" * 50, "👩‍👩‍👧",
    "\n" * 50,     "x" * 20_000, "",
)  # fmt: skip
text = st.one_of(
    st.sampled_from(HOSTILE), st.text(max_size=200), st.text(min_size=2_900, max_size=3_100)
)
tones = st.sampled_from(Tone)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """A table of any width."""
    columns = draw(st.lists(text, min_size=1, max_size=8))
    row = st.lists(text, min_size=len(columns), max_size=len(columns)).map(tuple)
    return Table(tuple(columns), tuple(draw(st.lists(row, max_size=40))))


parts = st.one_of(
    st.builds(Banner, text, tones, text),
    st.builds(Text, text),
    st.builds(Fine, text),
    st.builds(Copyable, text, text),
    st.builds(Bullets, text, st.lists(st.builds(Item, text, tones), max_size=60).map(tuple)),
    tables(),
)
actions = st.builds(
    Action, text, st.text(min_size=1, max_size=3_000), choice=st.booleans(), public=st.booleans()
)
replies = st.builds(
    Reply,
    text,
    st.lists(parts, max_size=8).map(tuple),
    st.lists(actions, max_size=30, unique_by=lambda a: a.line).map(tuple),
)


def carried(reply: Reply) -> dict[str, str]:
    """As when every long line were kept."""
    return {a.line: "=" + a.line if len(a.line) < 140 else "#" + "k" * 16 for a in reply.actions}


@settings(max_examples=size(40, 5_000), deadline=None, suppress_health_check=list(HealthCheck))
@given(replies)
def test_any_reply_fits(reply: Reply) -> None:
    """Any reply makes messages and a modal within Slack's limits, with nothing live in them."""
    carry = carried(reply)
    for message in messages.messages(reply, carry, "U1", SAY):
        assert valid.message(message) == []
    assert valid.view(messages.shown(reply, carry, "U1", SAY, place="home")) == []


@pytest.mark.parametrize("hostile", [h for h in HOSTILE if h])
def test_words_are_shown_as_typed(hostile: str) -> None:
    """Nothing that looks like Slack's marks comes alive; what can be seen stays as it is."""
    part: tuple[Part, ...] = (Banner(hostile), Text(hostile), Fine(hostile), Copyable(hostile))
    reply = Reply(hostile, part, (Action(hostile, "/help"),))
    (message, *_) = messages.messages(reply, carried(reply), "U1", SAY)
    assert valid.live(message["blocks"]) == []
    assert not set(message["text"]) & {"<", ">"}
    if hostile.isprintable() and len(hostile) < 60:
        assert hostile in str(message["blocks"])


def test_rendering_is_linear() -> None:
    """A hundred thousand characters are rendered, or read, in well under a quarter of a second.

    Nothing here waits, so that the processor's time is the stall that people would feel.
    """
    for said in (
        "<" * 100_000,
        "<a|" * 33_000,
        "&lt;" * 25_000,
        "a " * 50_000,
        "[a](" * 25_000,
        "/goal " * 16_000,
    ):
        began = time.thread_time()
        unmarked(said)
        line_of(said)
        marked_safe(said)
        reply = Reply(said, (Banner(said), Text(said), Bullets(said, (Item(said),))))
        messages.messages(reply, {}, "U1", SAY)
        assert time.thread_time() - began < 0.25, said[:4]


def test_every_row_and_word_is_there() -> None:
    """Long lists and long texts are spread over messages; none of it is lost."""
    rows = tuple((f"row-{n}", "x" * 90, f"end-{n}") for n in range(300))
    reply = Reply(
        "t", (Table(("A", "B", "C"), rows), Copyable("\n".join(f"line-{n}" for n in range(9_000))))
    )
    sent = messages.messages(reply, {}, "U1", SAY)
    assert len(sent) > 5
    assert [valid.message(m) for m in sent] == [[]] * len(sent)
    shown = "".join(str(m["blocks"]) for m in sent)
    for n in range(300):
        assert f"'row-{n}'" in shown
        assert f"end-{n}'" in shown
    for n in range(9_000):
        assert f"line-{n}" in shown


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("", "/help"),
        ("  ", "/help"),
        ("help", "/help"),
        ("help goal", "/help goal"),
        ("help me choose a certificate", "help me choose a certificate"),
        ("goal", "/help goal"),
        ("goal set nurse", "/goal set nurse"),
        ("Goal  Set nurse", "/Goal  Set nurse"),
        ("goals in life", "goals in life"),
        ("is CSM worth it?", "is CSM worth it?"),
        ("advise is CSM worth it?", "/advise is CSM worth it?"),
        ("credential:AZ-900 goal:nurse", "/advise credential:AZ-900 goal:nurse"),
        ("credential AZ-900 any good?", "credential AZ-900 any good?"),
        ("/goal show", "/goal show"),
        ("answer about:goal choice:x", "answer about:goal choice:x"),
        ("project add x link:<https://e.org/a?b=1&amp;c=2>", "/project add x link:https://e.org/a?b=1&c=2"),
        ("see <http://e.org|e.org> <@U1|ann> <#C1|jobs> <!here>", "see e.org  #jobs"),
        ("a &lt;b&gt; &amp;amp; c", "a <b> &amp; c"),
    ],
)  # fmt: skip
def test_what_is_typed_is_read_as_meant(typed: str, line: str) -> None:
    """Commands, questions and Slack's own marks are told apart."""
    assert line_of(typed) == line


async def test_many_choices_become_a_menu() -> None:
    """Six choices or more are a menu; each carries its line, or the key of a long one."""
    from bot.person import Person  # noqa: PLC0415
    from bot.store import open_store  # noqa: PLC0415
    from tests.store.people import NOW  # noqa: PLC0415

    store = await open_store("sqlite:///:memory:")
    ann = Person("slack", "T1", "U1")
    lines = [f"/goal set role:{'x' * n}" for n in (3, 120, 136, 400, 2_500, 3)]
    chosen = tuple(Action(f"c{n}", f"{line}{n}", choice=True) for n, line in enumerate(lines))
    carry = await buttons.carried(store, ann, chosen, NOW)
    (block,) = buttons.rows(chosen, carry, "U1", SAY)
    assert valid.limits(block) == []
    found: dict[str, Any] = block["elements"][0]
    assert found["type"] == "static_select"
    for action, option in zip(chosen, found["options"], strict=True):
        assert await buttons.meant(store, ann, option["value"]) == action.line
    await store.close()


@pytest.mark.parametrize(
    ("core", "here"),
    [
        ("Try: /goal set data analyst", "Try: /badgewise goal set data analyst"),
        ("/help", "/badgewise help"),
        ("“/credential add”, then /cv.", "“/badgewise credential add”, then /badgewise cv."),
        ("(/goal)", "(/badgewise goal)"),
        ("https://e.org/help and/or /helper /goal-x a/help", None),
        ("/badgewise help", None),
        ("1/2 /etc/passwd", None),
    ],
)
def test_commands_are_named_as_one_types_them_here(core: str, here: str | None) -> None:
    """A command in a sentence is shown behind this app's slash command; nothing else changes."""
    parts: tuple[Part, ...] = (
        Banner(core),
        Text(core),
        Fine(core),
        Bullets(core, (Item(core),)),
        Table(("A",), ((core,),)),
    )
    for part in parts:
        (sent,) = messages.messages(Reply("t", (part,)), {}, "U1", SAY)
        shown = [sent["text"], *_strings(sent["blocks"])]
        assert any((here or core) in s for s in shown), part
        assert here is None or not any(core in s for s in shown), part
    (kept,) = messages.messages(Reply("t", (Copyable(core),)), {}, "U1", SAY)
    assert core in _strings(kept["blocks"])


def _strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [s for v in inner for s in _strings(v)]


def test_an_entry_s_title_comes_before_its_short_name() -> None:
    """In a list of entries the title stands first and in bold, the short name last."""
    table = Table(("Id", "Project", "State"), (("p1", "Ward times", "open"), ("p2", "", "done")))
    (sent,) = messages.messages(Reply("t", (table,)), {}, "U1", SAY)
    first, second = sent["blocks"][0]["elements"][0]["elements"]
    assert [e["text"] for e in first["elements"]] == ["Ward times", " · State: open", " (p1)"]
    assert first["elements"][0]["style"] == {"bold": True}
    assert second["elements"][0]["text"] == "p2"


def test_rows_with_signs_need_no_points() -> None:
    """A list whose every row has its sign has no points; a mixed one has them, and its words."""
    signed = Bullets("h", (Item("a", Tone.GOOD), Item("b", Tone.WAIT)))
    mixed = Bullets("h", (Item("a", Tone.GOOD), Item("b")))
    kinds = []
    for part in (signed, mixed):
        (sent,) = messages.messages(Reply("t", (part,)), {}, "U1", SAY)
        assert {"✅ a"} <= set(_strings(sent["blocks"]))
        kinds.append(sent["blocks"][0]["elements"][1]["type"])
    assert kinds == ["rich_text_section", "rich_text_list"]


@pytest.mark.parametrize(("count", "rows"), [(1, [1]), (5, [5]), (6, [3, 3]), (11, [4, 3, 4])])
def test_buttons_stand_in_even_rows(count: int, rows: list[int]) -> None:
    """Buttons are spread over rows of about the same length, each of five at most."""
    found = tuple(Action(f"b{n}", f"/x {n}") for n in range(count))
    made = buttons.rows(found, {a.line: a.line for a in found}, "U1", SAY)
    assert [len(b["elements"]) for b in made] == rows


@pytest.mark.parametrize(
    ("said", "lead"),
    [
        ("Next step: build a small chart.", "Next step:"),
        ("It helps, once the open points are settled.", ""),
        ("A much longer beginning than a label has: no", ""),
        ("https://e.org/a: b", ""),
        ("Next step:", ""),
    ],
)
def test_what_leads_into_a_paragraph_stands_out(said: str, lead: str) -> None:
    """A label before a colon is bold; the words stay the same."""
    (sent,) = messages.messages(Reply("t", (Text(said),)), {}, "U1", SAY)
    found = sent["blocks"][0]["elements"][0]["elements"]
    assert "".join(e["text"] for e in found) == said
    assert "".join(e["text"] for e in found if e.get("style")) == lead


@given(found=st.lists(st.dictionaries(st.sampled_from("abc"), text, max_size=3), max_size=6))
@settings(deadline=None)
def test_a_look_at_the_size_is_never_too_kind(found: list[dict[str, Any]]) -> None:
    """What is small enough at a look is so by the exact count, and the other way round."""
    exact = messages.size(found)
    assert not messages.fits(found, exact - 1)
    assert messages.fits(found, exact)

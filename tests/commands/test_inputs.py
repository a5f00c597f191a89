"""Whatever is sent: an answer or one clear sentence, at once, and nothing breaks or is lost."""

import os
import time
import unicodedata
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.advice.words import Words
from bot.commands.command import Refused
from bot.commands.line import parse
from bot.commands.running import options_of
from bot.commands.service import Service
from bot.commands.table import COMMANDS
from bot.person import Person
from bot.reply import Reply, plain
from bot.store import Store, open_store
from tests.commands import hostile
from tests.commands.talk import Talk
from tests.sizes import size

INPUTS = int(os.environ.get("INPUTS") or size(1_000, 100_000))
STALL = 0.25  # seconds
AT_ONCE = 0.01
A_PERSON = 25  # inputs of one person, before lists are full
PROFILE = (
    "/goal set data analyst",
    "/credential add AZ-900 status:earned",
    "/credential add my thing",
    "/project add dashboard credential:c1",
    "/experience add nursing years:6",
    "/education add BSc",
)
INNER = ("Traceback", "pydantic", "validation", "NoneType", "object at 0x", "sqlite", "went wrong")


@pytest.fixture
async def store() -> AsyncIterator[Store]:
    """An empty database in memory: here it is the words that count, not the disk."""
    opened = await open_store("sqlite:///:memory:")
    yield opened
    await opened.close()


def clear(reply: Reply) -> str:
    """What is wrong with a reply; empty when it is well or one clear sentence."""
    text = plain(reply)
    if not text.strip() or not reply.title.strip():
        return "says nothing"
    if not reply.ok and ("\n" in text or not 15 <= len(text) <= 900):
        return "is no single sentence"
    if not reply.ok and any(word in text for word in INNER):
        return "shows the inside"
    return next((f"shows {char!a}" for char in visible_text(reply) if unsafe(char)), "")


def visible_text(reply: Reply) -> str:
    """Everything of a reply that somebody gets to see or send on."""
    buttons = "".join(action.label + action.line for action in reply.actions)
    return plain(reply).replace("\n", " ") + reply.title + buttons


def unsafe(char: str) -> bool:
    """Whether a character hides, turns or breaks what stands beside it; joined emoji may stay."""
    return char != "\u200d" and unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Cn"}


def dead(reply: Reply) -> str:
    """The first button whose line would be refused for its form."""
    for action in reply.actions:
        try:
            line = parse(action.line, Words())
            options_of(line.command, line.values, Words())
        except Refused as problem:
            return f"has a dead button {action.line!a}: {problem}"
    return ""


async def timed(talk: Talk, ask: dict[str, Any]) -> tuple[Reply, float]:
    """The reply and how long it took; a slow one is repeated, for others work on this machine."""
    spent: list[float] = []
    while not spent or (spent[-1] > STALL and len(spent) < 3):
        begun = time.perf_counter()
        reply = await talk.say(**ask)
        spent.append(time.perf_counter() - begun)
    return reply, min(spent)


async def newcomer(service: Service, store: Store, number: int) -> Talk:
    """A person with a small profile, now and then no admin."""
    person = Person("console", f"tenant{number}", f"user{number}")
    talk = Talk(service, store, person=person, admin=number % 10 > 0, can_share=number % 3 > 0)
    await talk.well(*PROFILE)
    return talk


@pytest.mark.parametrize("name", COMMANDS)
async def test_any_input_is_answered(service: Service, store: Store, name: str) -> None:
    """Generated hostile inputs of a command: none raises, none stalls, each gets a clear answer."""
    canary = await newcomer(service, store, 10**9)
    kept = await store.load(canary.person)
    answered = 0
    for number, ask in enumerate(hostile.asks(COMMANDS[name], INPUTS)):
        if number % A_PERSON == 0:
            talk = await newcomer(service, store, number)
        reply, spent = await timed(talk, ask)
        talk.replies.clear()
        answered += reply.ok
        problem = clear(reply) or dead(reply) or ("stalls" if spent > STALL else "")
        assert not problem, f"{hostile.shown([ask])}\n{problem}\n{plain(reply)!a:.600}"
        if number % A_PERSON == A_PERSON - 1:
            assert (await talk.say("/privacy export")).ok
    assert await store.load(canary.person) == kept
    assert answered < INPUTS


async def test_the_generator_reaches_both_sides(service: Service, store: Store) -> None:
    """The generated inputs are no noise alone: over all commands many are taken well."""
    well = 0
    for number, name in enumerate(COMMANDS):
        talk = await newcomer(service, store, number)
        for ask in hostile.asks(COMMANDS[name], 40):
            well += (await talk.say(**ask)).ok
    assert well > 10 * len(COMMANDS)


FLOODS = [
    "x" * 100_000,
    "[a](" * 25_000,
    "\u0301" * 100_000,
    '"' * 100_000,
    "a:" * 50_000,
    "\ufdfa" * 100_000,
    "9" * 100_000,
    "/" * 100_000,
]


@pytest.mark.parametrize("flood", FLOODS, ids=[ascii(f[:4]) for f in FLOODS])
@pytest.mark.parametrize("name", ["advise", "goal set", "credential add", "match", "answer"])
async def test_a_flood_is_refused_at_once(talk: Talk, name: str, flood: str) -> None:
    """100,000 characters are refused within 10 ms, typed or in a form, with a sentence."""
    (first, *_) = COMMANDS[name].fields
    await talk.say("/goal show")
    for ask in ({"line": f"/{name} {flood}"}, {"command": name, "values": {first.name: flood}}):
        spent = []
        for _ in range(5):
            begun = time.perf_counter()
            reply = await talk.say(**ask)
            spent.append(time.perf_counter() - begun)
            assert not reply.ok
            assert not clear(reply)
        assert min(spent) < AT_ONCE


LOOK_ALIKES = ["Ϲoursera", "Cоursera", "rnicrosoft", "Ｇｏｏｇｌｅ", "𝐆𝐨𝐨𝐠𝐥𝐞", "G00gle", "Сisсо"]


@pytest.mark.parametrize("issuer", LOOK_ALIKES)
@pytest.mark.parametrize("line", ["/advise credential:CKA provider:{}", "CKA from {}?"])
async def test_look_alikes_are_suspect(talk: Talk, line: str, issuer: str) -> None:
    """An issuer's name in letters that only look right is named a fake, typed or in a field."""
    await talk.well("/goal set cloud engineer")
    (advice,) = (await talk.say(line.format(issuer))).advice
    assert (advice["provider"]["recognition"], advice["verdict"]) == ("suspect", "skip")


STRIPPED = [
    ("data\u202e analyst", "data analyst"),
    ("da\0ta ana\u200blyst", "data analyst"),
    ("z\u0301\u0302\u0303\u0304ed", "z\u0301\u0302ed"),
    ("my 👩‍💻 badge", "my 👩‍💻 badge"),
    ("TOEFL™ №1", "TOEFL™ №1"),
    ("a\nb\tc", "a b c"),
    ("\x1b[31mred", "[31mred"),
]


@pytest.mark.parametrize(("typed", "kept"), STRIPPED, ids=[ascii(t) for t, _ in STRIPPED])
async def test_what_is_kept_can_be_seen(talk: Talk, typed: str, kept: str) -> None:
    """Names are kept as they look, without what hides in them; joined emoji survive."""
    for ask in ({"line": f"/education add {typed}"},
                {"command": "education add", "values": {"title": typed}}):  # fmt: skip
        assert (await talk.say(**ask)).ok
    assert [e.title for e in (await talk.learner()).education] == [kept, kept]


@pytest.mark.parametrize("typed", ["\u200b", "\u202e\u2066", "\0", "\ud800", "\ufeff \u2060"])
async def test_what_cannot_be_seen_is_nothing(talk: Talk, typed: str) -> None:
    """A name of nothing but invisible characters is no name."""
    for ask in ({"line": f"/education add {typed}"},
                {"command": "education add", "values": {"title": typed}}):  # fmt: skip
        reply = await talk.say(**ask)
        assert plain(reply).startswith("/education add needs title")


async def test_an_unknown_command_of_a_platform_is_a_sentence(talk: Talk) -> None:
    """A command that an old menu still offers is answered, not stumbled over."""
    reply = await talk.say(command="gone since", values={"x": "y"})
    assert not reply.ok
    assert not clear(reply)

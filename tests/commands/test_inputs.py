"""Whatever is sent: an answer or one clear sentence, at once, and nothing breaks or is lost."""

import asyncio
import os
import time
import unicodedata
from collections.abc import AsyncIterator
from functools import lru_cache
from typing import Any, cast

import pytest

from bot.advice.learner import Learner
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
from tests.commands.memory import Memory
from tests.commands.talk import Talk
from tests.commands.watch import Watch
from tests.sizes import size

INPUTS = int(os.environ.get("INPUTS") or size(20_000, 100_000))  # a command
A_PART = 2_000  # of them in one test, so that they spread over processes
AT_ONCE = 0.01  # seconds
A_PERSON = 25  # inputs of one person, before lists are full
WORDS = Words()
PROFILE = (
    "/goal set data analyst",
    "/credential add AZ-900 status:earned",
    "/credential add my thing",
    "/project add dashboard credential:c1",
    "/experience add nursing years:6",
    "/education add BSc",
)
INNER = ("Traceback", "msgspec", "validation", "NoneType", "object at 0x", "sqlite", "went wrong")


@pytest.fixture
async def store() -> AsyncIterator[Store]:
    """An empty database in memory: here it is the words that count, not the disk."""
    opened = await open_store("sqlite:///:memory:")
    yield opened
    await opened.close()


@pytest.fixture(scope="module")
def profile(service: Service) -> Learner:
    """A person with a little of everything."""

    async def make() -> Learner:
        talk = Talk(service, cast(Store, Memory()))
        await talk.well(*PROFILE)
        return await talk.learner()

    return asyncio.run(make())


def clear(reply: Reply) -> str:
    """What is wrong with a reply; empty when it is well or one clear sentence."""
    text = plain(reply)
    if not text.strip() or not reply.title.strip():
        return "says nothing"
    if not reply.ok and ("\n" in text or not 15 <= len(text) <= 900):
        return "is no single sentence"
    if not reply.ok and any(word in text for word in INNER):
        return "shows the inside"
    shown = visible_text(reply)
    if shown.isprintable():
        return ""
    return next((f"shows {char!a}" for char in shown if unsafe(char)), "")


def visible_text(reply: Reply) -> str:
    """Everything of a reply that somebody gets to see or send on."""
    buttons = "".join(action.label + action.line for action in reply.actions)
    return plain(reply).replace("\n", " ") + reply.title + buttons


def unsafe(char: str) -> bool:
    """Whether a character hides, turns or breaks what stands beside it; joined emoji may stay."""
    return char != "\u200d" and unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Cn"}


@lru_cache(maxsize=5_000)
def refused(line: str) -> str:
    """Why a line would be refused for its form, if so."""
    try:
        found = parse(line, WORDS)
        options_of(found.command, found.values, WORDS)
    except Refused as problem:
        return str(problem)
    return ""


def dead(reply: Reply) -> str:
    """The first button whose line would be refused for its form."""
    lines = (action.line for action in reply.actions)
    return next((f"has a dead button {n!a}: {refused(n)}" for n in lines if refused(n)), "")


async def problem_of(talk: Talk, ask: dict[str, Any]) -> str:
    """What is wrong with the answer to an ask; one that seems to stall is given two more tries."""
    stalls = 0
    while stalls < 3:
        watch = Watch()
        reply = await talk.say(**ask)
        stalls = stalls + 1 if watch.stalled() else 3
    return clear(reply) or dead(reply) or ("stalls" if watch.stalled() else "")


async def newcomer(service: Service, store: Store, number: int, profile: Learner) -> Talk:
    """A person with a small profile, now and then no admin."""
    person = Person("console", f"tenant{number}", f"user{number}")
    talk = Talk(service, store, person=person, admin=number % 10 > 0, can_share=number % 3 > 0)
    await store.save(person, profile, 0, talk.now)
    return talk


async def answered(
    service: Service, store: Store, seed: tuple[str, int], number: int, profile: Learner
) -> int:
    """Says so many inputs and checks each answer; how many were taken well."""
    canary = await newcomer(service, store, 10**9, profile)
    well = 0
    for count, ask in enumerate(hostile.asks(*seed, number)):
        if count % A_PERSON == 0:
            talk = await newcomer(service, store, count, profile)
        problem = await problem_of(talk, ask)
        if problem:
            least = await hostile.shrunk(ask, lambda a, t=talk: problem_of(t, a))  # type: ignore[misc]
            shown = plain(talk.replies[-1])
            pytest.fail(
                f"input {count} of {seed}: {hostile.shown(least)}\n{problem}\n{shown!a:.600}"
            )
        well += talk.replies[-1].ok
        talk.replies.clear()
        if count % A_PERSON == A_PERSON - 1:
            assert (await talk.say("/privacy export")).ok
    assert (await store.load(canary.person)).learner == profile
    return well


@pytest.mark.parametrize("part", range(-(-INPUTS // A_PART)))
@pytest.mark.parametrize("name", COMMANDS)
async def test_any_input_is_answered(
    service: Service, profile: Learner, name: str, part: int
) -> None:
    """Generated hostile inputs of a command: none raises, none stalls, each gets a clear answer."""
    well = await answered(service, cast(Store, Memory()), (name, part), A_PART, profile)
    assert well < A_PART


@pytest.mark.parametrize("name", COMMANDS)
async def test_any_input_can_be_kept(
    service: Service, store: Store, profile: Learner, name: str
) -> None:
    """The same over a database: what is taken well is stored, and nobody else's is touched."""
    assert await answered(service, store, (name, -1), 250, profile) < 250


async def test_the_generator_reaches_both_sides(
    service: Service, store: Store, profile: Learner
) -> None:
    """The generated inputs are no noise alone: over all commands many are taken well."""
    well = [
        await answered(service, cast(Store, Memory()), (name, -2), 40, profile) for name in COMMANDS
    ]
    assert sum(well) > 10 * len(COMMANDS)


async def test_a_problem_is_made_small(service: Service) -> None:
    """What is printed of a failing input is the least of it that still fails."""

    async def problem(ask: dict[str, Any]) -> str:
        return "bad" if "\0" in ask.get("values", {}).get("title", "") else ""

    ask = {"command": "goal set", "values": {"title": "x" * 300 + "\0" + "y" * 90, "link": "z"}}
    assert await hostile.shrunk(ask, problem) == {"command": "goal set", "values": {"title": "\0"}}


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
            begun = time.thread_time()
            reply = await talk.say(**ask)
            spent.append(time.thread_time() - begun)
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


async def test_an_unknown_option_of_a_platform_is_a_sentence(talk: Talk) -> None:
    """An option that an old menu still offers is told, not dropped unheard."""
    reply = await talk.say(command="goal set", values={"role": "nurse", "since": "2020"})
    assert not reply.ok
    assert plain(reply) == "I cannot use since as it is; see /help goal set."


async def test_an_unknown_command_of_a_platform_is_a_sentence(talk: Talk) -> None:
    """A command that an old menu still offers is answered, not stumbled over."""
    reply = await talk.say(command="gone since", values={"x": "y"})
    assert not reply.ok
    assert not clear(reply)

"""Privacy: all in hand as JSON, gone when asked for, and not a word where it does not belong."""

import io
import json
import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from adapters.logs import set_up
from bot.advice.learner import Learner
from bot.commands.service import Service
from bot.person import Person
from bot.reply import Copyable, Reply, plain
from bot.store import Store, open_store
from tests.commands.talk import Talk

GOAL = "keeper of the lighthouse at Ouessant"
WORDS = (
    "zeppelin-course",
    "ferry-school",
    "riveting-project",
    "lamplighting",
    "navigation-diploma",
)
PROFILE = (
    f'/goal set "{GOAL}" horizon:ere-long',
    "/credential add zeppelin-course provider:ferry-school link:https://zep.example/mine",
    "/project add riveting-project result:“gone-by-noon” credential:c1",
    "/experience add lamplighting years:7",
    "/education add navigation-diploma",
    '/answer about:skills choice:sql asked:"beaconry"',
)
SAID = "is the quicksilver-polish certificate worth it for a pearl-diver"


def exported(reply: Reply) -> dict[str, Any]:
    """The JSON in a reply."""
    (part,) = [p for p in reply.parts if isinstance(p, Copyable)]
    assert part.filename == "badgewise-export.json"
    found: dict[str, Any] = json.loads(part.text)
    return found


def on_disk(database: Path, text: str) -> bool:
    """Whether a text is in any file beside the database, its log included."""
    files = list(database.parent.iterdir())
    assert database in files
    return any(text.encode() in path.read_bytes() for path in files)


async def test_export_holds_everything(talk: Talk) -> None:
    """The export is JSON and holds every word that is kept of a person."""
    await talk.well(*PROFILE)
    found = exported(await talk.say("/privacy export"))
    text = json.dumps(found, ensure_ascii=False)
    for word in (GOAL, "ere-long", "zep.example", "gone-by-noon", "beaconry", *WORDS):
        assert word in text
    assert found["person"] == {"platform": "console", "tenant": "local", "user": "you"}
    assert found["profile"]["learner"].keys() == set(Learner.__struct_fields__)


async def test_export_changes_nothing(talk: Talk) -> None:
    """Looking at one's data leaves it as it was, however often."""
    await talk.well(*PROFILE)
    kept = await talk.learner()
    first = exported(await talk.say("/privacy export"))
    assert exported(await talk.say("/privacy export")) == first
    assert await talk.learner() == kept


async def test_delete_leaves_no_byte(talk: Talk, database: Path) -> None:
    """After deletion no word of the person is in the database file or in its write-ahead log."""
    await talk.well(*PROFILE)
    await talk.well("/goal set “" + GOAL + "s”", "/credential edit c1 title:gyroscope-course")
    for word in (GOAL, "beaconry", "gyroscope", "zeppelin", *WORDS[1:]):
        assert on_disk(database, word)
    reply = await talk.say("/privacy delete")
    assert reply.ok
    for word in (GOAL, "beaconry", "gyroscope", *WORDS):
        assert not on_disk(database, word), word
    assert await talk.learner() == Learner()


async def test_the_last_copy_is_handed_over(talk: Talk) -> None:
    """Deletion hands over everything that was kept, so that a slip costs nothing."""
    await talk.well(*PROFILE)
    last = exported(await talk.say("/privacy export"))
    assert exported(await talk.say("/privacy delete")) == last
    assert exported(await talk.say("/privacy export"))["profile"] is None


async def test_delete_spares_the_others(service: Service, store: Store, database: Path) -> None:
    """Deletion takes one person alone: not the same id elsewhere, nobody else in the tenant."""
    people = [Person("console", "local", "you"), Person("console", "local", "ann"),
              Person("slack", "local", "you")]  # fmt: skip
    talks = [Talk(service, store, person=person) for person in people]
    for number, talk in enumerate(talks):
        await talk.well(f"/education add diploma-{number}")
    await talks[0].well("/privacy delete")
    assert not on_disk(database, "diploma-0")
    assert [len((await talk.learner()).education) for talk in talks] == [0, 1, 1]


async def test_life_goes_on_after_deletion(talk: Talk) -> None:
    """Who was deleted can begin again, with the first ids and nothing of before."""
    await talk.well(*PROFILE, "/privacy delete", "/privacy delete", "/education add BA")
    learner = await talk.learner()
    assert [e.id for e in learner.education] == ["d1"]
    assert learner.goal is None


async def test_what_is_said_in_passing_is_not_kept(talk: Talk, database: Path) -> None:
    """A question, a job ad and somebody else's words leave nothing in the database."""
    await talk.well("/goal set nurse")
    await talk.say(SAID)
    await talk.say("/match We need SQL and a gilded-anchor")
    await talk.say("/suggest goal:“maker of velvet-anvils”")
    await talk.say(SAID.replace("quicksilver", "brimstone"), of_others=True)
    await talk.store.close()
    for word in ("gilded-anchor", "brimstone"):
        assert not on_disk(database, word)


async def test_unknown_names_are_counted_without_who(talk: Talk, database: Path) -> None:
    """Names that were not recognised are counted for the operator, not beside who said them."""
    await talk.say("/check quicksilver-polish")
    await talk.say("/check quicksilver-polish")
    assert ("credential", "quicksilver-polish", 2) in await talk.store.unrecognised()
    assert exported(await talk.say("/privacy export"))["profile"] is None
    await talk.store.close()
    assert not on_disk(database, "you")


@pytest.fixture
def logged() -> Iterator[io.StringIO]:
    """Everything that the program would write to its log at the most talkative level."""
    root, stream = logging.getLogger(), io.StringIO()
    before, level = list(root.handlers), root.level
    set_up("debug", stream)
    yield stream
    root.handlers[:] = before
    root.setLevel(level)


async def test_logs_hold_no_words(talk: Talk, logged: io.StringIO) -> None:
    """At the most talkative level the log holds nothing that a person said."""
    await talk.well(*PROFILE)
    await talk.say(SAID)
    await talk.say("/credential add x earned_on:brimstone")
    await talk.say("/privacy delete")
    logging.getLogger("badgewise").debug("the log works")
    text = logged.getvalue()
    assert "the log works" in text
    for word in (GOAL, "quicksilver", "brimstone", "beaconry", *WORDS):
        assert word not in text, word


async def test_a_busy_database_is_a_sentence(service: Service, database: Path) -> None:
    """While another program holds the database one is told so, and what was kept is still there."""
    store = await open_store(f"sqlite:///{database}?wait=0.1")
    talk = Talk(service, store)
    await talk.well(*PROFILE)
    kept = await talk.learner()
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        reply = await talk.say("/education add BA")
    assert not reply.ok
    assert "is locked by another program" in plain(reply)
    assert await talk.learner() == kept
    await talk.well("/education add BA")
    await store.close()

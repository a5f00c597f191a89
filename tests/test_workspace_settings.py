"""What an admin decides for a whole server or workspace, asked of the core itself."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from bot.advice.library import Library
from bot.commands.service import Ask, Service
from bot.person import Person
from bot.reply import Reply, plain
from bot.store import Store, open_store

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
ADVICE = "/advise credential:PL-300 goal:data analyst"


@pytest.fixture(scope="module")
def service() -> Service:
    """The core."""
    return Service(Library())


@pytest.fixture
async def store(tmp_path) -> AsyncIterator[Store]:
    """A store of this test's own."""
    store = await open_store(f"sqlite:///{tmp_path}/settings.sqlite3")
    yield store
    await store.close()


async def say(service: Service, store: Store, line: str, **more) -> Reply:
    """Somebody in a workspace says something."""
    more = {"person": Person("x", "people", "ada"), "workspace": "w1", "can_share": True, **more}
    return await service.answer(Ask(line=line, **more), store, NOW)


async def test_settings_are_shown_and_changed(service: Service, store: Store) -> None:
    """An admin sees every setting, changes those that are named, and the others stay."""
    shown = plain(await say(service, store, "/settings", admin=True))
    assert "Learning nudges; Now: allowed" in shown
    changed = await say(service, store, "/settings nudges:off", admin=True)
    assert changed.ok
    await say(service, store, "/settings language:en", admin=True)
    workspace = await store.workspace("x", "w1")
    assert (workspace.nudges, workspace.sharing, workspace.language) == (False, True, "en")
    await say(service, store, "/settings nudges:on language:own", admin=True)
    workspace = await store.workspace("x", "w1")
    assert (workspace.nudges, workspace.language) == (True, "")
    assert (await store.workspace("x", "people")).settings == {}, "kept where it counts"


async def test_only_admins(service: Service, store: Store) -> None:
    """Anybody else is refused, and nothing changes."""
    for line in ("/settings", "/settings sharing:off"):
        reply = await say(service, store, line)
        assert not reply.ok
        assert "Only an admin" in plain(reply)
    assert (await store.workspace("x", "w1")).settings == {}


@pytest.mark.parametrize("line", ["language:xx", "language:../../etc", "sharing:maybe"])
async def test_what_cannot_be_set(service: Service, store: Store, line: str) -> None:
    """A value that does not exist is refused with those that do."""
    reply = await say(service, store, f"/settings {line}", admin=True)
    assert not reply.ok
    assert " must be " in plain(reply)
    assert (await store.workspace("x", "w1")).settings == {}


async def test_share_needs_somebody_and_leave(service: Service, store: Store) -> None:
    """Share is offered only where others are and an admin has not switched it off."""
    labels = [a.label for a in (await say(service, store, ADVICE)).actions]
    assert labels[-1] == "Share"
    alone = await say(service, store, ADVICE, can_share=False)
    assert "Share" not in [a.label for a in alone.actions]
    assert not (await say(service, store, f"/share then:{ADVICE}", can_share=False)).ok
    await say(service, store, "/settings sharing:off", admin=True)
    assert "Share" not in [a.label for a in (await say(service, store, ADVICE)).actions]
    for step in ("look", "post"):
        reply = await say(service, store, f"/share step:{step} then:{ADVICE}")
        assert not reply.ok
        assert not reply.public


async def test_share_looks_then_posts_once(service: Service, store: Store) -> None:
    """A look first, private; then the post, public, without buttons, once an event."""
    look = await say(service, store, f"/share then:{ADVICE}")
    assert not look.public
    (post,) = look.actions
    assert post.public
    posted = await say(service, store, post.line, event="x:1", who="Ada")
    assert posted.public
    assert not posted.actions
    assert "Shared by Ada" in plain(posted)
    assert "PL-300" in plain(posted)
    again = await say(service, store, post.line, event="x:1", who="Ada")
    assert not again.public


@pytest.mark.parametrize(
    "line", ["/goal show", "/privacy delete", "/credential list", "/share then:/cv"]
)
async def test_only_advice_is_shared(service: Service, store: Store, line: str) -> None:
    """One's own lists, and whatever changes something, cannot be shared."""
    reply = await say(service, store, f"/share step:post then:{line}")
    assert not reply.ok
    assert not reply.public


async def test_the_same_admin_event_once(service: Service, store: Store) -> None:
    """An admin's change that comes twice is made once."""
    line = '/providers trust "Acme" reason:"ours"'
    first = await say(service, store, line, admin=True, event="x:9")
    again = await say(service, store, line, admin=True, event="x:9")
    assert first.ok
    assert "done already" in plain(again)

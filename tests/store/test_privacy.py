"""What stays on the disk: nothing after a deletion, nothing readable when keys are set."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from bot.person import Person
from bot.store import Store, StoreProblem, open_store
from bot.workspace import Workspace
from tests.store.people import ANN, BOB, FULL, NOW, SECRET, aiming_at

OLD, NEW, OTHER = (Fernet.generate_key().decode() for _ in range(3))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the database is, alone in its folder."""
    return tmp_path / "data" / "store.sqlite3"


async def opened(path: Path, *keys: str) -> Store:
    """The store in that file."""
    return await open_store(f"sqlite:///{path}", keys)


def on_disk(path: Path, text: str) -> bool:
    """Whether a text is anywhere in the folder of the database, its log included."""
    return any(text.encode() in file.read_bytes() for file in path.parent.iterdir())


async def fill(store: Store) -> None:
    """Many people and a few changes, so that rows move between pages."""
    for number in range(120):
        await store.save(Person("slack", "T1", f"N{number}"), aiming_at("n" * number * 40), 0, NOW)
    for version in range(6):
        await store.save(ANN, aiming_at(f"{SECRET} {version} " + "x" * 3_000), version, NOW)
        await store.save(BOB, aiming_at("b" * 900 * version), version, NOW)
    await store.save(ANN, FULL, 6, NOW, line_keys={"k": f"advise {SECRET} key-line"})


async def test_no_byte_of_the_deleted_stays(path: Path) -> None:
    """After a deletion no text of the person, now or earlier, is in the file or its log."""
    store = await opened(path)
    await fill(store)
    assert on_disk(path, SECRET)
    assert on_disk(path, "Tïtle 🎓")
    await store.delete(ANN)
    for text in (SECRET, "Tïtle 🎓", "key-line", "U1"):
        assert not on_disk(path, text)
    assert (await store.load(BOB)).version == 6
    await store.close()
    assert not on_disk(path, SECRET)


async def test_no_byte_of_a_changed_goal_stays(path: Path) -> None:
    """A goal that was replaced is gone from the file too, once its person is deleted."""
    store = await opened(path)
    await fill(store)
    await store.save(ANN, aiming_at("something else"), 7, NOW)
    await store.close()
    store = await opened(path)
    await store.delete(ANN)
    assert not on_disk(path, SECRET)
    assert not on_disk(path, "something else")
    await store.close()


async def test_a_reader_that_holds_on_is_named(path: Path) -> None:
    """While another program reads an old copy the deletion says so; later it leaves no byte."""
    store = await open_store(f"sqlite:///{path}?wait=0.2")
    await fill(store)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM learner").fetchone()
        with pytest.raises(StoreProblem, match="deleted, but another program"):
            await store.delete(ANN)
        assert (await store.load(ANN)).version == 0
    await store.delete(ANN)
    assert not on_disk(path, SECRET)
    await store.close()


async def test_files_are_for_their_owner_alone(path: Path) -> None:
    """The database, its log and its copies can be read by nobody else on the machine."""
    store = await opened(path)
    await fill(store)
    await store.backup(path.parent / "copy")
    assert len(list(path.parent.iterdir())) == 4
    for file in (path.parent, *path.parent.iterdir()):
        assert file.stat().st_mode & 0o077 == 0, file
    await store.close()


async def test_with_keys_nothing_is_readable(path: Path) -> None:
    """With a key set no profile, button or setting is in the file as text, at any time."""
    store = await opened(path, NEW)
    await fill(store)
    await store.save_workspace("slack", "T1", Workspace(settings={"motto": SECRET}), NOW)
    assert not on_disk(path, SECRET)
    assert not on_disk(path, "Tïtle")
    loaded = await store.load(ANN)
    assert (loaded.learner, loaded.workspace.settings) == (FULL, {"motto": SECRET})
    assert await store.line(ANN, "k") == f"advise {SECRET} key-line"
    assert (await store.export(ANN))["profile"]["learner"]["goal"]["text"] == SECRET
    await store.close()
    assert not on_disk(path, SECRET)


async def test_keys_can_be_changed(path: Path) -> None:
    """With a new key before the old one all is read; sealed anew, it needs the new key alone."""
    store = await opened(path, OLD)
    await fill(store)
    await store.save_workspace("slack", "T1", Workspace(settings={"a": 1}), NOW)
    await store.close()
    store = await opened(path, NEW, OLD)
    assert (await store.load(ANN)).learner == FULL
    assert await store.reseal() == 122 + 1 + 1
    assert (await store.load(ANN)).version == 7
    await store.close()
    store = await opened(path, NEW)
    loaded = await store.load(ANN)
    assert (loaded.learner, loaded.workspace.settings) == (FULL, {"a": 1})
    assert await store.line(ANN, "k") == f"advise {SECRET} key-line"
    await store.check()
    await store.close()


async def test_keys_can_be_set_later(path: Path) -> None:
    """What was stored in clear is read with a key set, and sealed by the next change of keys."""
    store = await opened(path)
    await fill(store)
    await store.close()
    store = await opened(path, NEW)
    assert (await store.load(ANN)).learner == FULL
    await store.reseal()
    await store.close()
    with pytest.raises(StoreProblem, match="is encrypted: put its key into"):
        await opened(path)


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        ((), "is encrypted: put its key into store.encryption_keys"),
        ((OTHER,), "encrypted with another key: put that key into store.encryption_keys"),
        (("short",), "holds something that is no key"),
        (("ä" * 44,), "holds something that is no key"),
        ((OLD[:-2] + "!=",), "holds something that is no key"),
    ],
)
async def test_wrong_keys_are_a_sentence(path: Path, keys: tuple[str, ...], sentence: str) -> None:
    """Without the right key the store does not open, says why, names no key and keeps the file."""
    store = await opened(path, OLD)
    await store.save(ANN, FULL, 0, NOW)
    await store.close()
    before = path.read_bytes()
    with pytest.raises(StoreProblem, match=sentence) as problem:
        await opened(path, *keys)
    assert not any(key in str(problem.value) for key in keys)
    assert path.read_bytes() == before
    await (await opened(path, OLD)).close()


async def test_a_lock_is_no_leak(path: Path) -> None:
    """A problem's sentence, and what caused it, hold nothing of what was to be stored."""
    store = await open_store(f"sqlite:///{path}?wait=0")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreProblem) as problem:
            await store.save(ANN, FULL, 0, NOW)
    error: BaseException | None = problem.value
    while error:
        assert SECRET not in repr(error)
        error = error.__cause__ or error.__context__
    await store.close()


async def test_tokens_are_sealed_and_leave_no_byte(path: Path) -> None:
    """An installation's document is sealed, follows a change of keys, and goes."""
    store = await opened(path, OLD)
    await store.keep_installation("slack", "T1", {"token": SECRET}, NOW)
    assert not on_disk(path, SECRET)
    await store.close()
    with pytest.raises(StoreProblem, match="another key"):
        await opened(path, OTHER)
    store = await opened(path, NEW, OLD)
    assert await store.reseal() == 1
    await store.close()
    store = await opened(path, NEW)
    assert await store.installation("slack", "T1") == {"token": SECRET}
    await store.close()


async def test_dropped_tokens_leave_no_byte(path: Path) -> None:
    """Once an installation is dropped, its token is nowhere in the files."""
    store = await opened(path)
    await store.keep_installation("slack", "T1", {"token": SECRET}, NOW)
    assert on_disk(path, SECRET)
    await store.drop_installation("slack", "T1", NOW)
    assert not on_disk(path, SECRET)
    await store.close()


async def test_a_workspace_that_left_leaves_no_profile(path: Path) -> None:
    """A month after a workspace left, no profile of its people is in the database."""
    store = await opened(path)
    await store.save(ANN, FULL, 0, NOW)
    await store.drop_installation("slack", ANN.tenant, NOW)
    await store.tidy(NOW + timedelta(days=31))
    await store.close()
    assert not on_disk(path, SECRET)

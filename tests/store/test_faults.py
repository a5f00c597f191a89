"""Broken, full, locked and forbidden files: a clear sentence, and the file kept as it is."""

import os
import re
import sqlite3
import subprocess
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.person import Person
from bot.store import Store, StoreProblem, open_store
from tests.store.people import ANN, BOB, FULL, NOW, aiming_at
from tests.store.small_disk import small_disk
from tests.store.test_processes import child, said


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the database is."""
    return tmp_path / "store.sqlite3"


@pytest.fixture
async def filled(path: Path) -> Path:
    """A database of about a megabyte, closed."""
    store = await open_store(f"sqlite:///{path}")
    for number in range(200):
        await store.save(Person("console", "", str(number)), aiming_at("x" * 4_000), 0, NOW)
    await store.close()
    return path


@pytest.fixture
def reachable() -> Iterator[Path]:
    """A folder that a user without rights can get to."""
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def contents(folder: Path) -> dict[Path, bytes]:
    """What is in a folder; SQLite's index of its log, and an empty log, do not count."""
    files = {file: file.read_bytes() for file in folder.iterdir() if file.is_file()}
    return {file: text for file, text in files.items() if text and file.suffix != ".sqlite3-shm"}


async def refusal(path: Path) -> str:
    """The sentence with which opening fails; every file is left as it was."""
    before = contents(path.parent)
    with pytest.raises(StoreProblem) as problem:
        await open_store(f"sqlite:///{path}?wait=0.2")
    assert str(path) in str(problem.value)
    assert contents(path.parent) == before
    return str(problem.value)


async def test_garbage_is_refused(path: Path) -> None:
    """A file that is no database is named, refused and left byte for byte."""
    for garbage in (b"hello", os.urandom(10_000), b"SQLite format 3\0" + os.urandom(8_000)):
        path.write_bytes(garbage)
        assert re.search("It was left as it is: restore a backup", await refusal(path))


@pytest.mark.parametrize("place", [0.02, 0.3, 0.5, 0.9])
async def test_damage_is_refused(filled: Path, place: float) -> None:
    """A database with a page overwritten anywhere is refused at the start, left byte for byte."""
    text = bytearray(filled.read_bytes())
    page = int(len(text) * place) // 4_096 * 4_096
    text[page : page + 4_096] = b"\xa5" * 4_096
    filled.write_bytes(text)
    assert re.search("damaged.*It was left as it is: restore a backup", await refusal(filled))


async def test_a_cut_off_file_is_refused(filled: Path) -> None:
    """A database that lost its end is refused, left byte for byte."""
    filled.write_bytes(filled.read_bytes()[:-300_000])
    assert re.search("damaged.*restore a backup", await refusal(filled))


async def test_damage_beside_a_log_is_refused(filled: Path) -> None:
    """What a killed program left in its log stays there when the database is damaged."""
    with closing(sqlite3.connect(filled)) as file:
        file.execute("INSERT INTO inbox VALUES ('Ev1', 1)")
        file.commit()
        log = Path(f"{filled}-wal").read_bytes()
        text = bytearray(filled.read_bytes())
    text[400_000:450_000] = b"\xa5" * 50_000
    filled.write_bytes(text)
    Path(f"{filled}-wal").write_bytes(log)
    assert re.search("damaged", await refusal(filled))


async def test_a_foreign_database_is_refused(path: Path) -> None:
    """Another program's database is not written into."""
    with closing(sqlite3.connect(path)) as file:
        file.execute("CREATE TABLE songs (title TEXT)")
    assert re.search("another program's database: name another", await refusal(path))


async def test_damage_during_work_is_a_sentence(filled: Path) -> None:
    """A database that is damaged while it is open gives a sentence, and the check finds it."""
    store = await open_store(f"sqlite:///{filled}")
    with filled.open("r+b") as file:
        file.seek(8_192)
        file.write(b"\xa5" * 900_000)
    with pytest.raises(StoreProblem, match="damaged"):
        await store.check()
    with pytest.raises(StoreProblem, match="damaged"):
        await store.export(Person("console", "", "7"))
    await store.close()


@pytest.mark.parametrize("locked", ["file", "folder", "both"])
async def test_read_only_is_a_sentence(reachable: Path, locked: str) -> None:
    """A file or folder that may not be written is named, and nothing in it changes."""
    folder = reachable / "data"
    path = folder / "store.sqlite3"
    store = await open_store(f"sqlite:///{path}")
    await store.save(ANN, FULL, 0, NOW)
    await store.close()
    path.chmod(0o666 if locked == "folder" else 0o444)
    folder.chmod(0o777 if locked == "file" else 0o555)
    before = path.read_bytes()
    sentence = said(child("nobody", f"sqlite:///{path}"))
    assert str(path) in sentence
    assert "file and folder" in sentence or "folder is there" in sentence
    assert path.read_bytes() == before


async def test_a_forbidden_file_is_a_sentence(reachable: Path) -> None:
    """A file that this user may not even read, or a folder where none may be made, is named."""
    path = reachable / "store.sqlite3"
    path.touch(0o600)
    if os.geteuid() == 0:
        assert "Permission denied" in said(child("nobody", f"sqlite:///{path}"))
        assert "Permission denied" in said(child("nobody", f"sqlite:///{reachable}/new.sqlite3"))
    with pytest.raises(StoreProblem, match=r"Is a directory|cannot be used"):
        await open_store(f"sqlite:///{reachable}")
    with pytest.raises(StoreProblem, match="cannot be used"):
        await open_store(f"sqlite:///{path}/below")


async def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    """On a full disk a save says so; what was saved stays, and saving works again with room."""
    with small_disk(tmp_path / "small", 600) as folder:
        ballast = folder / "ballast"
        ballast.write_bytes(b"x" * 150_000)
        store = await open_store(f"sqlite:///{folder / 'store.sqlite3'}")
        saved = await save_until_full(store)
        assert saved > 10
        await still_there(store, saved)
        ballast.unlink()
        assert await store.save(BOB, FULL, 0, NOW) == 1
        await still_there(store, saved)
        await store.check()
        await store.close()


async def save_until_full(store: Store) -> int:
    """Adds people until the disk is full; returns how many were saved."""
    for number in range(5_000):
        try:
            await store.save(Person("console", "", str(number)), aiming_at("x" * 500), 0, NOW)
        except StoreProblem as problem:
            assert "disk" in str(problem)  # noqa: PT017 - the sentence is what counts
            return number
    raise AssertionError("the disk was never full")


async def still_there(store: Store, saved: int) -> None:
    """Every one who was saved is there, and nobody else."""
    for number in range(saved + 1):
        loaded = await store.load(Person("console", "", str(number)))
        assert loaded.version == (1 if number < saved else 0)


async def test_a_file_that_may_not_grow_loses_nothing(path: Path) -> None:
    """Where a file reaches its limit a save says so, and all that was acknowledged is there."""
    process = child("limited", f"sqlite:///{path}")
    out, err = process.communicate(timeout=60)
    *numbers, sentence = out.splitlines()
    assert err == ""
    assert "disk" in sentence
    store = await open_store(f"sqlite:///{path}")
    for number in numbers:
        assert (await store.load(Person("console", "", number))).version == 1
    assert len(numbers) > 10
    await store.close()


@pytest.fixture
async def waiting(path: Path) -> AsyncIterator[Store]:
    """A store that waits for others' locks for a moment only."""
    store = await open_store(f"sqlite:///{path}?wait=0.2")
    yield store
    await store.close()


async def test_a_locked_file_is_a_sentence(path: Path, waiting: Store) -> None:
    """While another program holds the write lock reading goes on, writing says so, then works."""
    await waiting.save(ANN, FULL, 0, NOW)
    holder = ["python3", "-c", HOLD, str(path)]
    with subprocess.Popen(
        holder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        assert (await waiting.load(ANN)).version == 1
        for event in (None, "Ev1"):
            with pytest.raises(StoreProblem, match="locked by another program"):
                await waiting.save(ANN, FULL, 1, NOW, event=event)
        with pytest.raises(StoreProblem, match="locked by another program"):
            await open_store(f"sqlite:///{path}?wait=0.2")
        process.communicate("let go")
    assert await waiting.save(ANN, FULL, 1, NOW, event="Ev1") == 2


HOLD = """
import sqlite3, sys
file = sqlite3.connect(sys.argv[1], isolation_level=None)
file.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""


@pytest.mark.parametrize(
    "url",
    [
        "",
        "sqlite:",
        "sqlite:///",
        "sqlite://host/path",
        "mysql://here/there",
        "sqlite:///x?wait=soon",
        "sqlite:///x?mode=ro",
        "sqlite:///a%00b",
        "sqlite:///x?wait=nan",
        "http://[",
    ],
)
async def test_an_unknown_url_is_a_sentence(url: str) -> None:
    """A URL that is not understood is answered with those that are."""
    with pytest.raises(StoreProblem, match=r"store\.url is not understood: write sqlite:///PATH"):
        await open_store(url)

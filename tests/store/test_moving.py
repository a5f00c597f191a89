"""From one database into another: everything, once, or not at all."""

import os
import pty
import random
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from bot.nudges.planning import planned
from bot.person import Person
from bot.store import Store, StoreProblem, open_store
from bot.store.migrating import migrations
from bot.store.moving import copying, move
from bot.store.moving.copying import _open
from bot.store.moving.side import Row, Side
from bot.store.opening import address
from tests.nudges.nudged import nudge
from tests.store.mover import PAGE
from tests.store.people import ANN, ANN_ELSEWHERE, BOB, FULL, NOW, aiming_at
from tests.store.servers import Server

ROOT = Path(__file__).parents[2]
Urls = tuple[str, str]
INSIDE = ("noted", "added")  # lines from inside a transaction
KILLED_AT = (  # which of a run's lines
    ("copying learner", 2), ("added learner", 5), ("copying learner", 4), ("noted inbox", 1),
    ("noted identity", 4), ("copying identity", 6), ("checking learner", 3),
)  # fmt: skip


def quiet(*_: object) -> None:
    """Says nothing."""


async def fill(store: Store, people: int = 50) -> None:
    """Something in every table, odd characters included."""
    await store.save(ANN, FULL, 0, NOW, event="Ev1", line_keys={"k": "/advise “ü” 🎓\n\t'\""})
    await store.save(ANN_ELSEWHERE, aiming_at("日本語 \\ % $1 ?"), 0, NOW, event="Ev2")
    for number in range(people):
        await store.save(Person("console", "é", f"{number}"), aiming_at("x" * 500), 0, NOW)
    await store.save_workspace("slack", "T1", await store.workspace("slack", "T1"), NOW)
    await store.keep_installation("slack", "T1", {"token": "x"}, NOW)
    await store.drop_installation("slack", "T2", NOW)
    await store.issue_ticket("install", NOW)
    await store.note_unrecognised("goal", "Größe \\N")
    await nudge(store, Person("discord", "users", "1"), NOW)
    await store.outbox.plan("discord", NOW, 1, partial(planned, now=NOW))
    await store.outbox.take_turns("discord", NOW, 1, 1, 1)


async def filled(url: str, people: int = 50) -> str:
    """A database with something in every table; its URL."""
    store = await open_store(url)
    await fill(store, people)
    await store.close()
    return url


async def contents(url: str) -> dict[str, list[Row]]:
    """Every row of every table."""
    side: Side = await _open(address(url), reads=True)
    names = [table.name for table in await side.tables()]
    found = {name: sorted(await side.rows(f"SELECT * FROM {name}"), key=repr) for name in names}
    await side.close()
    return found


@pytest.fixture(params=["sqlite to postgres", "postgres to sqlite", "sqlite to sqlite"])
def urls(request: pytest.FixtureRequest, new_url: Callable[[str], str]) -> Urls:
    """A source and a target, both empty."""
    kinds = request.param.split(" to ")
    return new_url(kinds[0]), new_url(kinds[1]).replace("store.sqlite3", "other.sqlite3")


async def test_everything_is_moved(urls: Urls) -> None:
    """Each row of each table is there, byte for byte, and the target is a store like any other."""
    source, target = urls
    before = await contents(await filled(source))
    assert all(before.values()), "a table that this test leaves empty shows nothing"
    counts = await move(source, target, quiet)
    assert counts == {name: len(rows) for name, rows in before.items()}
    assert await contents(target) == before
    assert await contents(source) == before
    store = await open_store(target)
    assert (await store.load(ANN)).learner == FULL
    assert await store.save(ANN, FULL, 1, NOW, event="Ev3") == 2
    assert await store.save(BOB, FULL, 0, NOW) == 1
    await store.check()
    await store.close()


async def test_no_table_is_forgotten(shared: str) -> None:
    """What is moved is every table that the migrations make, read from the database itself."""
    store = await open_store(shared)
    made = {n for step in migrations() for n in re.findall(r"CREATE TABLE (\w+)", step.text)}
    await store.close()
    side = await _open(address(shared), reads=True)
    tables = await side.tables()
    await side.close()
    assert {table.name for table in tables} == made
    assert len(made) >= 8
    assert all(table.key for table in tables), "a table without a key cannot be paged"


async def test_both_databases_describe_the_same_tables(new_url: Callable[[str], str]) -> None:
    """SQLite and PostgreSQL tell the same of every table: columns, key, what it refers to."""
    told = []
    for kind in ("sqlite", "postgres"):
        url = new_url(kind)
        await (await open_store(url)).close()
        side = await _open(address(url), reads=True)
        told.append(sorted(await side.tables(), key=lambda table: table.name))
        await side.close()
    assert told[0] == told[1]
    assert any(table.needs for table in told[0])


async def test_the_source_stays_as_it_was(tmp_path: Path, postgres: Server) -> None:
    """Not a byte of a SQLite file changes, a write-ahead log that a killed bot left included."""
    path = tmp_path / "store.sqlite3"
    await filled(f"sqlite:///{path}")
    with closing(sqlite3.connect(path)) as file:
        file.execute("INSERT INTO inbox VALUES ('left in the log', 1)")
        file.commit()
        kept = {p: p.read_bytes() for p in (path, Path(f"{path}-wal"))}
    for place, text in kept.items():
        place.write_bytes(text)
    counts = await move(f"sqlite:///{path}", postgres.new(), quiet)
    assert counts["inbox"] == 3
    assert {p: p.read_bytes() for p in kept} == kept


async def test_a_target_that_holds_data_is_refused(urls: Urls) -> None:
    """Other data in the target is never mixed with, nor overwritten."""
    source, target = await filled(urls[0]), urls[1]
    store = await open_store(target)
    await store.save(BOB, FULL, 0, NOW)
    await store.close()
    before = await contents(target)
    with pytest.raises(StoreProblem, match="holds data already: name an empty one"):
        await move(source, target, quiet)
    assert await contents(target) == before
    with pytest.raises(StoreProblem, match="the same database"):
        await move(source, source, quiet)


async def test_a_target_that_is_being_filled_serves_nobody(urls: Urls, tmp_path: Path) -> None:
    """Until a move has come to its end no Badgewise starts on the target, nor moves another in."""
    source, target = await filled(urls[0]), urls[1]

    def stop(what: str, table: str, done: int, total: int) -> None:
        if table == "learner" and done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        await move(source, target, stop)
    with pytest.raises(StoreProblem, match="being filled by `badgewise migrate --to`"):
        await open_store(target)
    other = await filled(f"sqlite:///{tmp_path}/another.sqlite3", 1)
    with pytest.raises(StoreProblem, match="being filled from another database"):
        await move(other, target, quiet)
    await move(source, target, quiet)
    assert await contents(target) == await contents(source)


@pytest.mark.parametrize("late", ["changed", "added", "gone"])
async def test_a_source_that_changes_is_noticed(
    urls: Urls, late: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A write to the source while it is copied is found by the check; the next run begins anew."""
    source, target = await filled(urls[0]), urls[1]
    store = await open_store(source)
    writes = {
        "changed": lambda: store.save(ANN, aiming_at("something else"), 1, NOW),
        "added": lambda: store.save(BOB, FULL, 0, NOW),
        "gone": lambda: store.delete(ANN),
    }
    check = copying._checked

    async def write_then_check(*values):
        await writes[late]()
        return await check(*values)

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(copying, "_checked", write_then_check)
        with pytest.raises(StoreProblem, match="changed while it was copied: stop whatever uses"):
            await move(source, target, quiet)
    await store.close()
    await move(source, target, quiet)
    assert await contents(target) == await contents(source)


def started(
    source: str, target: str, folder: Path, stdin: int = subprocess.DEVNULL
) -> "subprocess.Popen[str]":
    """``badgewise migrate --to`` in a process of its own; see tests/store/mover.py."""
    return subprocess.Popen(
        [sys.executable, "-u", "-m", "tests.store.mover", "migrate", "--to", target],
        cwd=folder, stdin=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "BADGEWISE_STORE__URL": source, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip


def killed(process: "subprocess.Popen[str]", at: str, number: int, seconds: float) -> list[str]:
    """What a move says until it is killed: inside a transaction, or on its way to the next line."""
    assert process.stdin
    assert process.stdout
    lines = []
    for line in process.stdout:
        lines.append(line.strip())
        last = sum(line.startswith(at) for line in lines) == number
        if not last or not at.startswith(INSIDE):
            process.stdin.write("\n")
            process.stdin.flush()
        if last:
            break
    time.sleep(seconds)
    process.kill()
    rest, errors = process.communicate()
    assert process.returncode == -signal.SIGKILL, errors
    return lines + rest.splitlines()


def copied(lines: list[str]) -> dict[str, list[int]]:
    """How many rows of each table were there, from line to line."""
    found: dict[str, list[int]] = {}
    for table, done in re.findall(r"^copying (\w+): (\d+) of", "\n".join(lines), re.MULTILINE):
        found.setdefault(table, []).append(int(done))
    return found


async def test_a_killed_move_goes_on(urls: Urls, tmp_path: Path) -> None:
    """Killed again and again, a move goes on where it stopped; each row comes once."""
    source, target = await filled(urls[0], 400), urls[1]
    dice, there, amid = random.Random(5), Counter[str](), set[str]()
    before = await contents(source)
    for at, number in KILLED_AT:
        process = started(source, target, tmp_path, subprocess.PIPE)
        for table, done in copied(killed(process, at, number, dice.uniform(0, 0.02))).items():
            said = there[table]  # the page that a kill falls on may be there or not
            assert said <= done[0] <= said + PAGE, "it goes on where another has stopped"
            amid |= {table} if 0 < done[0] < len(before[table]) else set()
            there[table] = done[-1]
    assert amid == {"learner", "identity"}, "runs that went on in the middle of a table"
    last = started(source, target, tmp_path)
    out, errors = last.communicate()
    assert last.returncode == 0, errors
    for table, rows in before.items():
        assert f"{table}: {len(rows)}, the same on both sides\n" in out
    assert await contents(target) == before
    assert await contents(source) == before


def _shown(source: str, target: str, folder: Path) -> tuple[int, str]:
    """The command's exit code, and what a terminal gets to see."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "adapters", "migrate", "--to", target],
        cwd=folder, stdin=theirs, stdout=theirs, stderr=theirs,
        env={**os.environ, "BADGEWISE_STORE__URL": source, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    os.close(theirs)
    seen = b""
    while True:
        try:
            piece = os.read(ours, 65_536)
        except OSError:  # the other end is closed
            piece = b""
        if not piece:
            break
        seen += piece
    os.close(ours)
    return process.wait(), seen.decode(errors="replace")


async def test_a_terminal_shows_bars(tmp_path: Path) -> None:
    """On a terminal a bar grows for each table; elsewhere there are plain lines."""
    source = await filled(f"sqlite:///{tmp_path}/store.sqlite3")
    code, seen = _shown(source, f"sqlite:///{tmp_path}/other.sqlite3", tmp_path)
    assert code == 0, seen
    assert "copying learner" in seen
    assert "100.0%" in seen
    people = len((await contents(source))["learner"])
    assert f"learner: {people}, the same on both sides" in seen
    process = started(source, f"sqlite:///{tmp_path}/third.sqlite3", tmp_path)
    out, err = process.communicate()
    assert (process.returncode, err) == (0, "")
    assert f"copying learner: {PAGE} of {people}\n" in out
    assert "\x1b" not in out
    assert out.endswith("the old database is unchanged.\n")

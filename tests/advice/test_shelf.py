"""Tables that are looked into where they lie: the same as in memory, and never half a file."""

import os
import random
import tracemalloc
from pathlib import Path

import pytest

from bot.advice import cache, shelf
from bot.advice.knowledge import BUILT_IN, load
from bot.advice.library import Library
from bot.advice.shelf import Entries, opened, written


def shelved(folder: Path, table: dict) -> object:
    """The table, out of a file."""
    path = folder / "x.shelf"
    path.write_bytes(written({"table": table}))
    return opened(path)["table"]


def test_a_table_is_what_was_put_there(tmp_path: Path) -> None:
    """Every key gives back its value, in the same order, and no other key gives any."""
    chance = random.Random(2)
    letters = "abcdefgé日 \ud800"
    table = {
        "".join(chance.choice(letters) for _ in range(chance.randint(0, 9))): (n, str(n))
        for n in range(5_000)
    } | {7: {"a": "b"}}
    found = shelved(tmp_path, table)
    assert list(found.items()) == list(table.items())
    assert list(found) == list(table)
    assert len(found) == len(table)
    assert all(found[key] == value and key in found for key, value in table.items())
    for missing in ("no such key", "", 8, "7x", "\udfff"):
        if missing not in table:
            assert missing not in found
            assert found.get(missing, "nothing") == "nothing"
            with pytest.raises(KeyError):
                found[missing]


def test_keys_of_one_hash(tmp_path: Path) -> None:
    """Two keys with the same hash are two keys."""
    table = {"plumless": 1, "buckeroo": 2}  # the best known pair of one CRC-32
    found = shelved(tmp_path, table)
    assert dict(found.items()) == table
    assert (found["plumless"], found["buckeroo"]) == (1, 2)


def test_an_empty_table(tmp_path: Path) -> None:
    """A table with nothing in it has nothing in it."""
    found = shelved(tmp_path, {})
    assert "x" not in found
    assert list(found.items()) == []


@pytest.mark.parametrize("damage", ["cut", "empty", "foreign", "directory"])
def test_half_a_file_is_none(tmp_path: Path, damage: str) -> None:
    """A file that is not whole is refused at once, not when somebody asks."""
    path = tmp_path / "x.shelf"
    whole = written({"table": {str(n): n for n in range(100)}})
    path.write_bytes(
        {
            "cut": whole[:-1],
            "empty": b"",
            "foreign": b"x" * len(whole),
            "directory": whole[:-5] + b"\x09" + whole[-4:],
        }[damage]
    )
    with pytest.raises(ValueError, match=r"^"):
        opened(path)


def test_damaged_knowledge_is_read_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the kept file is damaged, the knowledge comes from its own files, and is kept again."""
    monkeypatch.setattr(cache, "FOLDER", tmp_path)
    Library()
    kept = next(tmp_path.glob("knowledge-*"))
    kept.write_bytes(kept.read_bytes()[:10_000])
    assert cache.load((BUILT_IN,)) is None
    assert Library().knowledge.roles["data-analyst"].name == "data analyst"
    assert cache.load((BUILT_IN,)) is not None
    assert [path.name for path in tmp_path.iterdir()] == [kept.name], "and nothing is left beside"


def test_entries_are_made_when_asked_for(tmp_path: Path) -> None:
    """An entry is made once while it is in use, and thousands of others do not pile up."""
    many = 3 * shelf.REMEMBERED
    rows = shelved(tmp_path, {str(n): (n,) for n in range(many)})
    made: list[int] = []

    def make(row: tuple[int]) -> int:
        made.append(row[0])
        return row[0] + 1

    entries = Entries(rows, make)
    assert [entries["1"] for _ in range(9)] == [2] * 9
    assert made == [1]
    assert all(entries[str(n)] == n + 1 for n in range(many))
    assert dict.__len__(entries) <= shelf.REMEMBERED


def test_entries_are_the_whole_table(tmp_path: Path) -> None:
    """However few are in use, a table has all its entries, and no others, in their order."""
    rows = shelved(tmp_path, {str(n): (n,) for n in range(9)})
    entries = Entries(rows, lambda row: row[0] + 1)
    whole = {str(n): n + 1 for n in range(9)}
    assert entries["4"] == 5
    assert entries == whole
    assert (entries != whole) is False
    assert entries != {**whole, "9": 10}
    assert len(entries) == len(whole)
    assert list(entries) == list(entries.keys()) == list(whole)
    assert list(entries.items()) == list({**entries}.items()) == list(whole.items())
    assert [entries.get("8"), entries.get("9"), entries.get("", 0)] == [9, None, 0]
    assert "8" in entries
    assert "9" not in entries


def test_a_table_lies_in_its_file(tmp_path: Path) -> None:
    """What is looked up is read and not kept: neither the file nor the table is in memory."""
    rows = shelved(tmp_path, {str(n): "x" * 1_000 for n in range(20_000)})
    tracemalloc.start()
    assert sum(len(rows[str(n)]) for n in range(0, 20_000, 7)) == 2_858_000
    held, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert held < most < 100_000


def test_indices_of_the_knowledge() -> None:
    """Credentials by skill and by role, and roles by core skill, are those that say so."""
    plain, kept = load(), Library().knowledge
    for skill in ("sql", "welding", "no-such-skill"):
        told = [t for t in plain.credentials.values() if skill in t.skills and not t.retired]
        assert kept.titles_for_skill(skill) == told
        assert kept.roles_around(skill) == [r for r in plain.roles.values() if skill in r.core]
    for role in ("data-analyst", "nurse", "no-such-role"):
        told = [t for t in plain.credentials.values() if role in t.roles and not t.retired]
        assert kept.titles_for_role(role) == told


def test_what_another_process_writes_is_left_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two that start at once leave each other's file be; outdated and unfinished ones go."""
    monkeypatch.setattr(cache, "FOLDER", tmp_path)
    outdated, theirs = tmp_path / "knowledge-old.shelf", tmp_path / "writing-by-another"
    stopped = tmp_path / "writing-long-ago"
    for path in (outdated, theirs, stopped):
        path.touch()
    os.utime(stopped, (0, 0))
    knowledge = load((BUILT_IN,))
    cache.save((BUILT_IN,), knowledge, {})
    assert theirs.exists()
    assert not outdated.exists()
    assert not stopped.exists()
    assert len(list(tmp_path.glob("knowledge-*"))) == 1

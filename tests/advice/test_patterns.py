"""Patterns as they are kept find what :mod:`re` finds, and what is not kept is compiled."""

import random
import re

import pytest

from bot.advice.library import Library
from bot.advice.reading import circumstances, past, patterns, places, unfiled
from bot.advice.reading.patterns import Pattern, Phrase
from tests.eval import data

PARTS = "match search fullmatch".split()


@pytest.fixture(scope="module")
def kept() -> dict[str, tuple]:
    """What stands beside the knowledge."""
    return dict(Library().lexicon.tables["patterns"])


@pytest.fixture(scope="module")
def texts() -> list[str]:
    """Messages as people write them."""
    return [row.text.lower() for row in data.messages()][:150]


def test_every_pattern_is_kept(kept: dict[str, tuple]) -> None:
    """None has to be compiled by a process that finds the knowledge ready."""
    tables = (circumstances.STANDING, circumstances.CLUES, past.CLUES, places.CLUES, unfiled.CLUES)
    for clues in tables:
        for _, clue in clues.clues:
            assert f"0 {clue.whole.text}" in kept
    assert kept == {name: found for name, found in patterns.numbers().items() if name in kept}


def test_kept_patterns_find_the_same(kept: dict[str, tuple], texts: list[str]) -> None:
    """In every message each pattern has the matches, and the groups, that re gives it."""
    for name, numbers in kept.items():
        flags, text = name.split(" ", maxsplit=1)
        ours, theirs = patterns._taken_back(text, numbers), re.compile(text, int(flags))
        assert (ours, ours.groupindex, ours.groups) == (theirs, theirs.groupindex, theirs.groups)
        for line in texts:
            found = [(m.span(), m.groupdict(), m.groups()) for m in ours.finditer(line)]
            assert found == [(m.span(), m.groupdict(), m.groups()) for m in theirs.finditer(line)]


@pytest.mark.parametrize("code", [b"", b"\xff\xff\xff\xff" * 9, b"\x00\x00\x00\x00"])
def test_numbers_of_another_python(monkeypatch: pytest.MonkeyPatch, code: bytes) -> None:
    """Numbers that make no pattern are not used: it is compiled as if nothing were kept."""
    monkeypatch.setattr(patterns, "_KEPT", [{"0 a(?P<n>b)": (32, code, 1, {"n": 1})}])
    assert Pattern("a(?P<n>b)").search("cab")["n"] == "b"


def test_methods_are_those_of_re() -> None:
    """Each method says what the method of a compiled pattern says."""
    ours, theirs = Pattern(r"(A)b?", re.IGNORECASE), re.compile(r"(A)b?", re.IGNORECASE)
    for line in ("ab", "xab a", "c", ""):
        for part in PARTS:
            mine, its = getattr(ours, part)(line), getattr(theirs, part)(line)
            assert (mine and mine.span()) == (its and its.span())
        assert [m.span() for m in ours.finditer(line)] == [m.span() for m in theirs.finditer(line)]
        assert ours.sub("-", line) == theirs.sub("-", line)
        assert ours.split(line) == theirs.split(line)
        assert ours.findall(line) == theirs.findall(line)


def test_jobs_with_their_years(texts: list[str]) -> None:
    """Looking only near numbers and "working" finds every job that is said with its years."""
    said = [f"{a} {b} {c} {d}" for a in ("", "hi , head of department", "ex-nurse")
            for b in ("for", "with the last", "w / the past", ",", "now", "")
            for c in ("a about over 3 years", "six yrs", "1.5 y", "working in", "employed at")
            for d in ("sales", ", and", "")]  # fmt: skip
    for line in (" ".join(text.split()) for text in (*said, *texts)):
        found = [m.span() for m in past._in_the_job(line)]
        assert found == [m.span() for m in past._IN_THE_JOB.finditer(line)], line
    assert sum(bool([*past._in_the_job(line)]) for line in said) > 50


PHRASES = (  # one that is followed by its like at once, a look ahead, and some that may be anchored
    r"(?P<said>(?:(?!the )[a-z]+ ){1,2})",
    r"(?=(?P<said>[a-z]{3,}) (?:or|the) )",
    r"(?:(?P<said>x|^the)(?: |$)){1,2}",
    r"(?<!or )(?P<said>the|or)(?!\S)|(?P<other>x) $",
)


def test_phrases_find_what_re_finds_behind_spaces() -> None:
    """Tried behind spaces alone, they have the groups that they have where all is tried."""
    chance = random.Random(4)
    for text in PHRASES:
        ours, theirs = Phrase(text), re.compile(rf"(?<!\S)(?:{text})")
        for _ in range(3_000):
            line = " ".join(
                chance.choices("the or x abc def . , xx".split(), k=chance.randint(0, 9))
            )
            line = chance.choice(("", " ")) + line + chance.choice(("", " "))
            found = [(m.span("said"), m.groups(), m.end()) for m in ours.finditer(line)]
            assert found == [(m.span("said"), m.groups(), m.end()) for m in theirs.finditer(line)]
            mine, its = ours.search(line), theirs.search(line)
            assert (mine and mine.groups()) == (its and its.groups())

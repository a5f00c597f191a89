"""Patterns tried only where they can begin find what :mod:`re` finds everywhere."""

import os
import random
import re
import subprocess
import sys
from pathlib import Path

from bot.advice.reading.clues import Clues, Index, before
from bot.advice.reading.footholds import footholds, starts, without_lead_in

ROOT = Path(__file__).parents[2]
PATTERNS = (
    r"(?:a |my )?(?:boss|manager) (?:pays|paid)",
    r"\d+ ?(?:years?|yrs?)",
    r"(?<!no )(?:degree|diploma)(?: in \w+)?",
    r"(?:i'm |i am )?(?:stuck|bored)",
    r"\w+ing for \w+",
)
WORDS = (
    "a my boss manager pays paid 3 12 years yrs no degree diploma in nursing i'm i am stuck bored "
    "asking for work 7yrs x , ."
).split()
TITLE = re.compile(r"(?<!\S)(?P<title>(?:(?!(?:the|a|for) )[\w-]+ ){1,3})course(?!\S)")


STAYING = (  # not whole words, not all of it, not left out by the other side, or nothing follows
    "(?:re)?train", "(?:my |re)?train", "(?:my )?boss|job", "(?:my )boss", "(?:my )?",
    r"(?:my )?\W", r"(?:my )?\w+", "(?:my (?:own )?)?boss", "(?:my )??boss",
)  # fmt: skip


def lines(number: int) -> list[str]:
    """Lines of words of which some begin a pattern."""
    chance = random.Random(8)
    return [" ".join(chance.choices(WORDS, k=chance.randint(0, 25))) for _ in range(number)]


def test_what_stands_for_what() -> None:
    """A pattern that is in the line is found, one that is not is not."""
    clues = Clues({n: (pattern,) for n, pattern in enumerate(PATTERNS)})
    for line in lines(2_000):
        expected = {n for n, p in enumerate(PATTERNS) if re.search(rf"\b(?:{p})", line)}
        assert clues.found(line) == expected, line


def test_every_hit() -> None:
    """Each pattern's matches are those that finditer gives, by pattern, from the left."""
    clues = Clues({"odd": PATTERNS[::2], "even": PATTERNS[1::2]})
    for line in lines(2_000):
        hits = clues.hits(line)
        for key, patterns in (("odd", PATTERNS[::2]), ("even", PATTERNS[1::2])):
            expected = [m.span() for p in patterns for m in re.finditer(rf"\b(?:{p})", line)]
            assert [hit.span() for hit in hits.get(key, ())] == expected, line


def test_shortly_before_a_place() -> None:
    """A pattern that leads up to a word is found as finditer finds it."""
    chance = random.Random(9)
    some = ("course", "the", "for", "first-aid", "python", "a", "level", "2")
    for _ in range(2_000):
        line = " ".join(chance.choices(some, k=chance.randint(0, 20)))
        places = [m.start() for m in re.finditer("course", line)]
        found = [m.span() for m in before(TITLE, line, places, 3)]
        assert found == [m.span() for m in TITLE.finditer(line)], line


def test_lead_ins_that_may_be_missing() -> None:
    """They are left out where they are whole words, and nothing else is."""
    for pattern, bare in {
        "(?:my |the )?boss": "boss",
        "(?:my |the )?(?:new |old ){0,3}boss": "boss",
        r"(?:\w+ )?grad": "grad",
        "(?:my own )?(?<!her )boss (?:has )?paid": "(?<!her )boss (?:has )?paid",
    }.items():
        assert without_lead_in(pattern) == bare
    for pattern in STAYING:
        assert without_lead_in(pattern) == pattern


def test_bare_clues_find_the_same() -> None:
    """What stands for what does not change when lead-ins are left out."""
    table = {n: (pattern,) for n, pattern in enumerate(PATTERNS)}
    bare = Clues(table, bare=True)
    assert sum(clue.whole.text != rf"\b(?:{clue.pattern})" for _, clue in bare.clues) == 2
    for line in lines(2_000):
        expected = {n for n, p in enumerate(PATTERNS) if re.search(rf"\b(?:{p})", line)}
        assert bare.found(line) == expected, line


def test_beginnings() -> None:
    """Beginnings are worked out of alternatives, options and repeats; None when it may be any."""
    assert starts("(?:un)?happy") == {"unhap", "happy"}
    assert starts("(?:ab|c){1,2}d") == {"abd", "cd", "ababd", "abcd", "cabd", "ccd"}
    assert starts(r"\w+ing") is None


def test_footholds() -> None:
    """The two rarest words that a pattern cannot do without; what may be missing is neither."""
    for pattern, needs in {
        "(?:my |the )(?:boss|manager) pays": ({"pays"}, {"boss ", "manag"}),
        "(?:my |the )(?:boss|manager) (?:pays )?to": ({"boss ", "manag"},),
        "my (?:new )?(?:boss|line manager)": ({"boss", "line "},),
        "(?:want|need) (?:it|the job) now|no job": ({"now", "job"},),
        "my (?:best )+friend": ({"best "}, {"frien"}),
        r"the \w+ing (?:for|of) \w+": ({"the "},),
        r"\w+ing": (),
    }.items():
        assert footholds(pattern) == needs


def test_every_foothold_stands_in_what_is_found() -> None:
    """No line with a match is without a word that begins as one of each set of footholds does."""
    for line in lines(2_000):
        for pattern in PATTERNS:
            for needs in footholds(pattern) if re.search(rf"\b(?:{pattern})", line) else ():
                words = [line[m.start() :] for m in re.finditer(r"\w+", line)]
                assert any(word.startswith(tuple(needs)) for word in words), (pattern, line)


def test_tables_that_share_an_index() -> None:
    """What is found of a table is the same when lines are gone through for several at once."""
    index, tables = Index(), [{n: (p,)} for n, p in enumerate(PATTERNS)]
    together = [Clues(table, index) for table in tables]
    for line in lines(500):
        for table, shared in zip(tables, together, strict=True):
            spans = {key: [hit.span() for hit in hits] for key, hits in shared.hits(line).items()}
            alone = Clues(table).hits(line)
            assert spans == {key: [hit.span() for hit in hits] for key, hits in alone.items()}


def test_footholds_do_not_hang_on_how_a_process_hashes() -> None:
    """What one process keeps is what another would work out, whatever order its sets have."""
    code = (
        "from bot.advice.reading.circumstances import STANDING\n"
        "from bot.advice.reading.footholds import footholds\n"
        "for _, clue in STANDING.clues: print(*map(sorted, footholds(clue.pattern)))"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=ROOT, capture_output=True, text=True, check=True, timeout=60,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(told) == 1

"""A message twice as long takes about twice as long to read, whatever it repeats."""

import time
from collections.abc import Iterator

import pytest

from bot.advice.library import Library

WORDS = (
    'a is or and in by to from for at c1 r1 csm pmp nurse course level worth x- a: ( " :'.split()
)
REPEATED = (
    *(f"{word} " for word in WORDS),
    *(f"{word}, " for word in ("pmp", "az-900", "nurse", "coursera", "a")),
    "is it worth it ", "csm or ", "or csm ", "csm vs psm ", "course in ", "level 3 ", "from a in ",
    "20 years ", "6 years as a nurse ", "i am a nurse and want to become a ", "nurse or teacher ",
)  # fmt: skip
LONG_WORDS = ("1", "x", "x-", "x.", "x'", "a/", "e\u0301", "_")
BEFORE = ("", "csm or ", "is ", "course in ", "level 3 ", "from ", "i am a ", "20 ")
AFTER = " x y z, and so on"
MOST = 2.8  # times; it would be four where each word looks at every other
SHORT = 1_800  # letters


def shapes() -> Iterator[tuple[str, str]]:
    """What comes first, and what is repeated after it."""
    yield from (("csm ", repeated) for repeated in REPEATED)
    yield from ((before, repeated) for before in BEFORE for repeated in LONG_WORDS)


def seconds(library: Library, text: str) -> float:
    """Of the processor's time, the least of some tries."""
    taken = []
    for _ in range(3):
        began = time.thread_time()
        library.messages.message(text)
        taken.append(time.thread_time() - began)
    return min(taken)


def growth(library: Library, before: str, repeated: str) -> float:
    """How many times as long a message takes that says it twice as often."""
    often = SHORT // len(repeated)
    return seconds(library, before + repeated * (often * 2) + AFTER) / seconds(
        library, before + repeated * often + AFTER
    )


@pytest.mark.parametrize(("before", "repeated"), list(shapes()))
def test_reading_grows_with_the_length_alone(library: Library, before: str, repeated: str) -> None:
    """No repeated word and no word without an end is looked at again and again."""
    assert any(growth(library, before, repeated) < MOST for _ in range(3))

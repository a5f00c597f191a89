"""How long reading takes, and what loading costs."""

import json
import random
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.advice.library import Library
from tests.eval.data import Message

ROOT = Path(__file__).parents[2]
LENGTH = 500
# Run in a process of its own: the memory of this one is no measure. It reads one line in the end,
# so that whatever is built at first use is counted too.
_LOAD = """
import json, pathlib, resource, sys, time
kept = sys.argv[1] == "kept"
from bot.advice import cache, library
if not kept:
    cache.load = lambda roots: None
    cache.save = lambda *args: None
def used():
    status = pathlib.Path("/proc/self/statm")
    if status.exists():
        return int(status.read_text().split()[1]) * resource.getpagesize() / 2**20
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20  # macOS: bytes
before, start = used(), time.perf_counter()
made = library.Library()
made.forms
made.messages.message("is the comptya securty+ good for a soc analist")
print(json.dumps([time.perf_counter() - start, used() - before]))
"""


@dataclass(frozen=True, slots=True)
class Load:
    """Seconds and MiB that the knowledge and its readers take."""

    seconds: float
    mib: float


def load(*, kept: bool) -> Load:
    """The cost of a start, with the knowledge kept from an earlier one or read anew."""
    done = subprocess.run(
        [sys.executable, "-c", _LOAD, "kept" if kept else "anew"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return Load(*json.loads(done.stdout))


def long_texts(messages: Sequence[Message], count: int) -> list[str]:
    """Texts of about 500 characters, made of messages; each is new to every cache."""
    rng = random.Random(LENGTH)
    texts = []
    for _ in range(count):
        text = ""
        while len(text) < LENGTH:
            text += rng.choice(messages).text + ". "
        texts.append(text[:LENGTH])
    return texts


def reading(library: Library, texts: Sequence[str]) -> list[float]:
    """Milliseconds for each text, after a few to warm up."""
    for text in texts[:20]:
        library.messages.message(text)
    found = []
    for text in texts[20:]:
        start = time.perf_counter()
        library.messages.message(text)
        found.append(1000 * (time.perf_counter() - start))
    return found

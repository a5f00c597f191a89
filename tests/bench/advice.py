"""Advice: one credential judged, one message answered, a table of 10,000 rows, a fresh process."""

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from adapters.batch import advice as batch
from bot.advice.advise import advise
from bot.advice.case import cases
from bot.advice.learner import Learner
from bot.advice.library import Library
from bot.advice.reading.form import Form
from bot.advice.wording import Wording
from bot.advice.words import words_for
from bot.commands.command import Context
from bot.commands.line import parse
from bot.commands.running import run_line
from bot.workspace import Workspace
from tests.bench.table import Figure, percentiles

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 24)
ROWS = 10_000


def _forms(library: Library, number: int, seed: int = 7) -> list[Form]:
    """Rows as a training department might have them: known titles and home-made ones."""
    chance = random.Random(seed)
    k = library.knowledge
    titles, providers = list(k.credentials.values()), list(k.providers.values())
    roles, skills = list(k.roles.values()), list(k.skills.values())

    def one() -> Form:
        title = chance.choice(titles)
        known = chance.choice([title.name, *title.aliases])
        own = f"{chance.choice(['Practical', 'Modern', 'Applied'])} {chance.choice(skills).name}"
        return Form(
            credential=known if chance.random() < 0.6 else own,
            provider=chance.choice(providers).name if chance.random() < 0.4 else "",
            goal=chance.choice(roles).name,
            situation=chance.choice(["", "switching", "returning"]),
            experience=chance.choice(["", "sales 3 years; led a team", "nursing 5 years"]),
            credentials=chance.choice(["", "CSM|Scrum Alliance; AZ-900"]),
            projects=chance.choice(["", "sales dashboard in Power BI|PL-300"]),
        )

    return [one() for _ in range(number)]


def _timed(calls: list[Callable[[], object]]) -> list[float]:
    """Milliseconds of each call."""
    found = []
    for call in calls:
        started = time.perf_counter()
        call()
        found.append((time.perf_counter() - started) * 1000)
    return found


def judging(library: Library) -> list[Figure]:
    """One credential, facts in and findings out, in a process that has judged others before."""
    for seed in (8, 7):
        every = [
            cases(library.forms.form(form), Learner(), library.knowledge, TODAY)[0]
            for form in _forms(library, 3_000, seed)
        ]
        times = _timed([lambda c=c: advise(c) for c in every])  # type: ignore[misc]
    return percentiles("judge one credential", times, reach="p99 ≤ 1 ms")


def answering(library: Library) -> list[Figure]:
    """One message from text to reply, beside parsing and printing the same as JSON."""
    words = words_for("en")
    context = Context(
        learner=Learner(), workspace=Workspace(), library=library, now=datetime.now(UTC),
        words=words, wording=Wording(words, library.knowledge),
    )  # fmt: skip
    texts = [
        f"i work as a {f.goal} and my boss pays, is {f.credential} worth it to become a {g.goal}?"
        for f, g in zip(_forms(library, 2_000), _forms(library, 2_000)[1:], strict=False)
    ]
    replies = []
    times = _timed([lambda t=t: replies.append(run_line(context, parse(t, words))) for t in texts])  # type: ignore[misc]
    plain = [
        json.dumps({"line": t, "advice": list(r.reply.advice)})
        for t, r in zip(texts, replies, strict=True)
    ]
    bare = _timed([lambda p=p: json.dumps(json.loads(p)) for p in plain])  # type: ignore[misc]
    ratio = sum(times) / sum(bare)
    return [
        *percentiles("answer one message", times),
        Figure("  beside JSON in and out alone", f"{ratio:.1f} ×"),
    ]


def table(library: Library) -> list[Figure]:
    """A batch of 10,000 rows, beside printing as many ready-made advices."""
    forms = _forms(library, ROWS)
    started = time.process_time()
    found = [json.dumps(a) for a in batch(forms, library, TODAY)]
    ours = time.process_time() - started
    entries = [json.loads(line) for line in found]
    started = time.process_time()
    for entry in entries:
        json.dumps(entry)
    bare = time.process_time() - started
    return [
        Figure(f"batch of {ROWS:,} rows", f"{ROWS / ours:,.0f} rows/s", "≥ 3,000"),
        Figure("  beside printing ready-made advice alone", f"{ours / bare:.1f} ×"),
    ]


_CHILD = (
    "import sys; sys.argv[1:] = ['console', '--database', sys.argv[1]]; "
    "from adapters.__main__ import main; main(); "
    "from tests.bench.memory import peak; print(peak(), file=sys.stderr)"
)
_BARE = "import asyncio, sqlite3, msgspec, aiosqlite"


def _process(code: str, *arguments: str) -> tuple[float, str]:
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=ROOT, check=True, capture_output=True,
        text=True, input="is az-900 worth it for a cloud engineer?\n", env=dict(os.environ),
    )  # fmt: skip
    return time.perf_counter() - started, done.stderr.strip()


def starting() -> list[Figure]:
    """A fresh process from nothing to its first answer, and the memory it takes."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/bench.sqlite3"
        _process(_CHILD, url)
        runs = [_process(_CHILD, url) for _ in range(7)]
    times = sorted(seconds for seconds, _ in runs)
    bare = sorted(_process(_BARE)[0] for _ in range(7))
    memory = max(float(said.split()[-1]) for _, said in runs)
    return [
        Figure("fresh process to first answer, median", f"{times[3]:.2f} s", "≤ 0.6 s"),
        Figure("  beside importing its libraries alone", f"{times[3] / bare[3]:.1f} ×"),
        Figure("memory after the first answer", f"{memory:.0f} MB", "≤ 90 MB"),
    ]


def loading() -> list[Figure]:
    """All knowledge, from the kept form, in a process of its own."""
    code = (
        "import time; from bot.advice.library import Library; from tests.bench.memory import now; "
        "a = now(); t = time.perf_counter(); "
        "Library().forms; d = time.perf_counter() - t; print(d, now() - a)"
    )
    found = []
    for _ in range(7):
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True
        )
        seconds, size = done.stdout.split()
        found.append((float(seconds), float(size)))
    seconds, size = sorted(found)[3]
    return [
        Figure("load all knowledge, median", f"{seconds * 1000:.0f} ms", "≤ 120 ms"),
        Figure("  memory it takes", f"{size:.0f} MB", "≤ 30 MB"),
    ]


_CHATTER = (
    "my cousin did something like that last year and says it was fine. ",
    "i dont have much money atm and the kids keep me busy most evenings. ",
    "everyone on the internet says somthing different so im a bit lost tbh. ",
    "i could study two hours a day at the weekend, mornings are best. ",
)


def reading(library: Library) -> list[Figure]:
    """Messages of about 500 characters, every one new to a process that has read others before."""
    chance = random.Random(3)
    forms = _forms(library, 4_000)

    def text() -> str:
        a, b = chance.choice(forms), chance.choice(forms)
        found = f"been {a.goal} for {chance.randint(1, 20)} yrs and want to become {b.goal}. "
        found += f"thinkin about {a.credential} or {b.credential}, is it worht it? "
        while len(found) < 500:
            found += chance.choice(_CHATTER)
        return found[:500]

    for _ in range(2):
        texts = [text() for _ in range(500)]
        times = _timed([lambda t=t: library.messages.message(t) for t in texts])  # type: ignore[misc]
    return percentiles("read one message of 500 characters", times, reach="p99 ≤ 2 ms")


def figures() -> list[Figure]:
    """Everything about advice."""
    library = Library()
    return [
        *judging(library),
        *answering(library),
        *reading(library),
        *table(library),
        *starting(),
        *loading(),
    ]

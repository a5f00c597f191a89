"""Many people whose nudges are due, in front of a loopback platform, and what became of them."""

import asyncio
import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from aiohttp import web

from bot.person import Person
from bot.store import Store, StoreProblem, open_store
from tests.discord.platform import Discord
from tests.nudges.nudged import nudge
from tests.slack.server import slack

DISCORD, SLACK, BLIND = "discord", "slack", "slack without the right to look"


@dataclass
class Crowd:
    """A platform, and the people on it. ``name`` is one of the three above."""

    name: str
    api: str
    server: Any
    people: list[Person] = field(default_factory=list)
    _sent: Counter[str] = field(default_factory=Counter)

    @property
    def platform(self) -> str:
        """Its plain name."""
        return self.name.split()[0]

    async def gather(self, store: Store, number: int, now: datetime) -> None:
        """Adds people whose nudge is due."""
        for _ in range(number):
            key = len(self.people)
            user = str(10**17 + key) if self.platform == DISCORD else f"U{key}"
            person = Person(self.platform, "users" if self.platform == DISCORD else "T1", user)
            await nudge(store, person, now)
            self.people.append(person)

    def messages(self, person: Person) -> int:
        """How many nudges lie in front of somebody."""
        if self.platform == DISCORD:
            return len(self.server.direct.of(person.user))
        return len(self.server.direct.of(person.tenant, person.user))

    @property
    def all_messages(self) -> int:
        """How many there are altogether."""
        return sum(map(self.messages, self.people))

    async def kill(self, request: web.Request, what: str) -> None:
        """The server has the message; the worker dies before it hears so."""
        posted = what.endswith("/messages") or what == "chat.postMessage"
        if request.method == "POST" and posted:
            worker = request.headers["X-Worker"]
            self._sent[worker] += 1
            if self._sent[worker] == int(request.headers["X-Dies"]):
                with suppress(ProcessLookupError):
                    os.kill(int(worker), signal.SIGKILL)


@asynccontextmanager
async def crowd(name: str, store: Store, number: int, now: datetime) -> AsyncIterator[Crowd]:
    """A platform with so many people."""
    if name == DISCORD:
        discord = Discord(strict=False)
        await discord.start()
        found = Crowd(name, discord.url, discord)
        discord.carried_out = found.kill
        await found.gather(store, number, now)
        yield found
        await discord.stop()
        return
    async with slack() as here:
        found = Crowd(name, f"{here.url}/api", here)
        here.carried_out = found.kill
        here.direct.readable = name != BLIND
        tokens = {"token": "xoxb-one"}  # pragma: allowlist secret
        await store.keep_installation("slack", "T1", tokens, now)
        await found.gather(store, number, now)
        yield found


@asynccontextmanager
async def workers(
    url: str, found: Crowd, count: int, kills: int = 0, seed: int = 0
) -> AsyncIterator[list[str]]:
    """Workers in processes of their own, the killed ones replaced, until the end.

    The list holds, once they have stopped as they were told to, what they said.
    """
    command = [sys.executable, "-m", "tests.nudges.crashing", url, found.api, found.platform]
    command += [str(count), str(kills), str(seed)]
    words: list[str] = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as started:
        try:
            yield words
        finally:
            started.terminate()
            words += (await asyncio.to_thread(started.communicate, timeout=30))[0].split()
    assert started.returncode == 0


async def all_ended(store: Store, count: int, seconds: float) -> None:
    """Waits until so many deliveries have ended, whatever the database does meanwhile."""
    async with asyncio.timeout(seconds):
        while True:
            with suppress(StoreProblem):
                counts = await store.outbox.counts()
                if sum(n for *_, state, n in counts if state != "open") >= count:
                    return
            await asyncio.sleep(0.1)


async def judged(url: str, found: Crowd) -> Counter[str]:
    """How many are in which state; raises where one is lost or doubled."""
    store = await open_store(url)
    states: Counter[str] = Counter()
    for person in found.people:
        (one,) = (await store.export(person))["nudges"]
        states[one["state"]] += 1
        assert one["state"] in ("sent", "unknown"), one
        least = 1 if one["state"] == "sent" else 0
        assert least <= found.messages(person) <= 1, (one, found.messages(person))
        plan = (await store.load(person)).learner.nudging
        assert plan
        assert len(plan.sent) == (one["rule"] != ""), one
    doubtful = await store.outbox.doubtful(10_000)
    assert len(doubtful) == states["unknown"], "what is doubtful is shown"
    await store.close()
    return states

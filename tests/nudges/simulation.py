"""Weekly nudges of very many people over weeks, in simulated time.

``python -m tests.nudges.simulation --learners 20000 --days 28``

Schedules, planning, loop, store and database are the real ones; the platform is made up, and so is
the time. Fewer people than are meant stand for all of them: the rate limit, and what a worker takes
at once, are scaled down with them, so that queues are as long in minutes as they would be. Hours
are busy or not; workers restart or are killed, the database goes away, the platform refuses, is out
of order, or loses its answers.
"""

import argparse
import asyncio
import random
import resource
import tempfile
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from unittest import mock

from msgspec.structs import asdict

from adapters.nudging.serve import DISCORD_EACH
from bot.advice.nudging import Nudging, Weekday
from bot.nudges import loop
from bot.nudges.delivery import Delivery, RetryAfter, Sent
from bot.nudges.loop import Courier, Way
from bot.nudges.planning import due_of, minute_of
from bot.nudges.sending import Times
from bot.person import Person
from bot.reply import Reply
from bot.store import Store, StoreProblem, open_store
from tests.nudges.nudged import learner, library
from tests.nudges.warped import Warped, at_work

BEGIN = datetime(2026, 3, 2, tzinfo=UTC)  # a Monday; both clocks change within four weeks
IDLE = 60.0  # seconds between two looks: more than in earnest, to save time
ZONES = {
    "Asia/Shanghai": 20, "Asia/Kolkata": 18, "Europe/Berlin": 14, "America/New_York": 12,
    "Africa/Lagos": 8, "America/Sao_Paulo": 7, "Asia/Jakarta": 6, "Europe/London": 5,
    "America/Los_Angeles": 4, "Asia/Tokyo": 3, "Australia/Sydney": 2, "Asia/Kathmandu": 1,
}  # fmt: skip
HOURS = {8: 18, 9: 34, 10: 8, 12: 14, 13: 4, 17: 5, 18: 9, 19: 5, 20: 3}
WEEKDAYS = (34, 18, 16, 12, 10, 4, 6)  # Monday first
AWAY = timedelta(seconds=30)  # the database, once a week
OUT = timedelta(days=2, hours=12)  # the platform, in the busy hour of many on Wednesdays
OUT_FOR = timedelta(minutes=12)
RESTART = timedelta(hours=11)
KILL = timedelta(hours=7)
BACK = 15.0  # seconds until another worker takes the place


def drawn(chance: random.Random, weights: dict[Any, int]) -> Any:
    """One of the keys, by weight."""
    return chance.choices(list(weights), list(weights.values()))[0]


@dataclass
class Platform:
    """Takes messages, refuses some, loses some of its own answers; remembers what it has."""

    chance: random.Random
    clock: Callable[[], datetime]
    messages: dict[str, int] = field(default_factory=Counter)
    people: set[str] = field(default_factory=set)
    landed: dict[str, datetime] = field(default_factory=dict)
    refused: int = 0
    unheard: int = 0

    async def deliver(self, person: Person, _: Reply, id_: str, tries: int) -> Delivery:
        """One try, as an adapter would make it: from the second on it looks first."""
        await asyncio.sleep(self.chance.lognormvariate(-2, 0.5))
        if tries > 1 and id_ in self.landed:
            return Sent("found")
        now = self.clock()
        if timedelta() <= (now - BEGIN) % timedelta(weeks=1) - OUT < OUT_FOR:
            self.refused += 1
            return RetryAfter(30.0, everybody=True)
        if self.chance.random() < 0.003:
            self.refused += 1
            return RetryAfter(2.0)
        self.messages[id_] += 1
        self.people.add(person.user)
        self.landed.setdefault(id_, now)
        await asyncio.sleep(self.chance.lognormvariate(-3, 0.5))
        if self.chance.random() < 0.01:
            self.unheard += 1
            return RetryAfter(20.0, doubtful=True)
        return Sent("1")


class Noting:
    """An outbox that says that a thread is at work, fails when it should, and notes slots."""

    def __init__(self, outbox: Any, clock: Callable[[], datetime], slots: dict[str, datetime]):
        self._outbox, self._clock, self._slots = outbox, clock, slots

    async def clock(self) -> datetime:
        """The simulated one."""
        return self._clock()

    def __getattr__(self, name: str) -> Any:
        return partial(self._asked, getattr(self._outbox, name))

    async def _asked(self, method: Callable[..., Awaitable[Any]], *args: Any, **more: Any) -> Any:
        if (self._clock() - BEGIN) % timedelta(weeks=1) > timedelta(weeks=1) - AWAY:
            raise StoreProblem("away")
        with at_work():
            return await method(*args, **more)

    async def claim(self, *args: Any) -> Any:
        """Notes which slot each delivery is for."""
        found = await self._asked(self._outbox.claim, *args)
        self._slots |= {one.id: one.slot for one in found}
        return found


@dataclass
class Run:
    """What came of it."""

    people: int
    meant: int
    days: int
    platform: Platform
    first: dict[str, datetime] = field(default_factory=dict)  # each person's first slot
    slots: dict[str, datetime] = field(default_factory=dict)
    states: Counter[str] = field(default_factory=Counter)
    backlog: int = 0
    starts: int = 0
    kills: int = 0
    seconds: float = 0.0  # of the processor

    @property
    def late(self) -> list[float]:
        """Seconds from the slot to the message, in order."""
        landed = self.platform.landed
        return sorted((landed[id_] - self.slots[id_]).total_seconds() for id_ in landed)

    @property
    def doubled(self) -> int:
        """Nudges that somebody got twice."""
        return sum(count > 1 for count in self.platform.messages.values())

    @property
    def lost(self) -> int:
        """How many people had a nudge due, an hour before the end at the latest, and got none."""
        end = BEGIN + timedelta(days=self.days, hours=-1)
        due = {user for user, slot in self.first.items() if slot < end}
        return len(due - self.platform.people)

    def lines(self) -> list[str]:
        """The figures."""
        late, sent = self.late, self.states["sent"]
        p50, p99, most = late[len(late) // 2], late[int(len(late) * 0.99)], late[-1] / 60
        met = f"{self.platform.refused} refusals, {self.platform.unheard} answers lost"
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
        return [
            f"{self.people:,} people for {self.meant:,}, {self.days} days: {sent:,} nudges",
            f"{dict(self.states)}, {self.doubled} doubled, {self.lost} lost",
            f"late p50 {p50:.0f} s, p99 {p99:.0f} s, at most {most:.0f} min",
            f"backlog at most {self.backlog * self.meant // self.people:,} of {self.meant:,}",
            f"{self.starts} starts, {self.kills} kills, {met}",
            f"{self.seconds:,.0f} s of processor time, {memory} MB",
        ]


async def gather(store: Store, number: int, chance: random.Random) -> dict[str, datetime]:
    """Adds people with weekly nudges at hours of their own; the first slot of each."""
    found = {}
    for n in range(number):
        person = Person("discord", "users", str(10**17 + n))
        plan = Nudging(
            on=True, consent_at=BEGIN - timedelta(days=1), zone=drawn(chance, ZONES),
            hour=drawn(chance, HOURS), minute=minute_of(person),
            weekday=chance.choices(tuple(Weekday), WEEKDAYS)[0],
        )  # fmt: skip
        one = learner(BEGIN, **asdict(plan))
        due = due_of(plan, BEGIN)
        assert due.at
        found[person.user] = due.at
        with at_work():
            await store.save(person, one, 0, BEGIN, due=due)
    return found


async def kept_at_work(make: Callable[[asyncio.Event], Courier], run: Run, number: int) -> None:
    """One worker: restarted now and then, killed now and then, replaced each time."""
    while True:
        stop = asyncio.Event()
        work = asyncio.create_task(make(stop).run())
        run.starts += 1
        span = KILL if run.starts % 3 == 0 else RESTART
        await asyncio.wait({work}, timeout=span.total_seconds() + number * 3_600)
        if span is KILL:
            run.kills += 1
            work.cancel()
        stop.set()
        await asyncio.wait({work})
        await asyncio.sleep(BACK)


async def simulated(folder: Path, people: int, meant: int, days: int, workers: int = 2) -> Run:
    """So many people stand for as many as are meant."""
    running, chance = asyncio.get_running_loop(), random.Random(20_260_302)
    url = f"sqlite:///{folder / 'nudges.sqlite3'}"
    with at_work():
        stores: Sequence[Any] = [await open_store(url) for _ in range(workers)]
    first = await gather(stores[0], people, chance)
    started, used = running.time(), time.process_time()

    def clock() -> datetime:
        return BEGIN + timedelta(seconds=running.time() - started)

    run = Run(people, meant, days, Platform(chance, clock), first)
    way = Way(run.platform.deliver, DISCORD_EACH * meant / people)
    for store in stores:
        store.outbox = Noting(store.outbox, clock, run.slots)
        store.load = partial(store.outbox._asked, store.load)

    def made(store: Any, stop: asyncio.Event) -> Courier:
        return Courier(library(), store, {"discord": way}, stop=stop, times=Times(idle=IDLE))

    work = [
        asyncio.create_task(kept_at_work(partial(made, store), run, number))
        for number, store in enumerate(stores)
    ]
    for _ in range(days * 24 * 12):
        await asyncio.sleep(300)
        try:
            run.backlog = max(run.backlog, (await stores[0].outbox.backlog("discord", clock()))[0])
        except StoreProblem:
            continue
    for task in work:
        task.cancel()
    await asyncio.wait(work)
    with at_work():
        for _, state, count in await stores[0].outbox.counts():
            run.states[state] += count
        for store in stores:
            await store.close()
    run.seconds = time.process_time() - used
    return run


def simulate(folder: Path, people: int, meant: int, days: int) -> Run:
    """The same on a loop of its own."""
    many = max(1, loop.CLAIMED_AT_ONCE * people // meant)
    with (
        mock.patch.object(loop, "CLAIMED_AT_ONCE", many),
        asyncio.Runner(loop_factory=Warped) as runner,
    ):
        return runner.run(simulated(folder, people, meant, days))


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--learners", type=int, default=20_000)
    parser.add_argument("--meant", type=int, default=1_000_000)
    parser.add_argument("--days", type=int, default=28)
    said = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(*simulate(Path(folder), said.learners, said.meant, said.days).lines(), sep="\n")


if __name__ == "__main__":
    main()

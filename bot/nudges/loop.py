"""The loop that delivers nudges: any number of workers on one database.

Due nudges become deliveries; a worker leases some, looks at the person's consent and quiet hours
once more, waits for its turn at the platform's rate, sends, and records what became of it. A worker
that dies leaves its lease to run out; whoever takes over looks the message up before sending.
"""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from bot.advice.learner import Learner
from bot.advice.library import Library
from bot.nudges.composing import Composed, Later, Over, composed, lost, remembered
from bot.nudges.delivery import Deliver, Delivery, Paused, RetryAfter, Sent, Unknown, Unreachable
from bot.nudges.due import DueNudge
from bot.nudges.planning import due_of, planned
from bot.nudges.zones import VERSION
from bot.person import Person
from bot.store import Store, StoreProblem
from bot.store.outbox import Claimed, Due, Ending

log = logging.getLogger("badgewise.nudges")
PLANNED_AT_ONCE = 200
CLAIMED_AT_ONCE = 20
LEASE = timedelta(seconds=60)
PATIENCE = 5.0  # seconds that a turn may lie ahead
IDLE = 5.0  # seconds between two looks when nothing is due
PROBE = timedelta(hours=1)  # then a paused workspace is tried again
AFTER_A_FAULT = RetryAfter(20.0, doubtful=True)
MEND_EVERY = timedelta(hours=1)
_AT_ONCE = 500

Clock = Callable[[], Awaitable[datetime]]
Count = Callable[[str, str], None]


@dataclass(frozen=True, slots=True)
class Way:
    """How nudges reach people of a platform, and how many of them a second."""

    deliver: Deliver
    seconds_each: float
    by_tenant: bool = False  # the rate is counted for each tenant by itself

    def scope(self, person: Person) -> str:
        """Whose rate a message counts towards."""
        return f"{person.platform}:{person.tenant}" if self.by_tenant else person.platform


class Courier:
    """One worker. ``clock`` is the database's unless another is given."""

    def __init__(
        self,
        library: Library,
        store: Store,
        ways: Mapping[str, Way],
        *,
        clock: Clock | None = None,
        counted: Count = lambda _platform, _state: None,
        stop: asyncio.Event | None = None,
    ) -> None:
        self._library, self._store, self._ways = library, store, ways
        self._outbox = store.outbox
        self._clock = clock or store.outbox.clock
        self._counted = counted
        self._stop = stop or asyncio.Event()
        self._mended: datetime | None = None

    async def run(self) -> None:
        """Works until told to stop; a database out of order is waited for."""
        while not self._stop.is_set():
            try:
                busy = await self.tick()
            except StoreProblem as problem:
                log.warning("nudges wait for the database: %s", str(problem))
                busy = False
            if not busy:
                await self._pause(IDLE)

    async def _pause(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._stop.wait()
        except TimeoutError:
            pass

    async def tick(self) -> bool:
        """Plans and delivers once, on every platform; whether there is more to do."""
        await self._mend()
        busy = [await self._serve(platform, way) for platform, way in self._ways.items()]
        return any(busy)

    async def _mend(self) -> None:
        """At the start and every hour: what other zones, or a clock that jumped, have left."""
        now = await self._clock()
        if self._mended is not None and abs(now - self._mended) < MEND_EVERY:
            return
        self._mended = now
        count = await self._outbox.mend(now, VERSION, _AT_ONCE, partial(_anew, now=now))
        if count:
            log.info("the next moment of %d nudges was computed anew", count)

    async def _serve(self, platform: str, way: Way) -> bool:
        now = await self._clock()
        due = await self._outbox.plan(platform, now, PLANNED_AT_ONCE, partial(planned, now=now))
        claimed = await self._outbox.claim(platform, now, LEASE, CLAIMED_AT_ONCE)
        groups: dict[str, list[Claimed]] = defaultdict(list)
        for one in claimed:
            groups[way.scope(one.person)].append(one)
        await asyncio.gather(*(self._group(way, scope, group) for scope, group in groups.items()))
        return len(claimed) == CLAIMED_AT_ONCE or due == PLANNED_AT_ONCE

    async def _group(self, way: Way, scope: str, group: list[Claimed]) -> None:
        """Those that share a rate: composed first, so that only what goes out takes a turn."""
        ready = [one for one in await asyncio.gather(*map(self._compose, group)) if one]
        if not ready:
            return
        now = await self._clock()
        wait = await self._outbox.take_turns(scope, now, way.seconds_each, len(ready), PATIENCE)
        if wait is None:
            await self._give_back(scope, [claimed for claimed, _ in ready], now)
            return
        await asyncio.gather(
            *(
                self._after(wait + number * way.seconds_each, way, claimed, what)
                for number, (claimed, what) in enumerate(ready)
            )
        )

    async def _give_back(self, scope: str, group: Iterable[Claimed], now: datetime) -> None:
        """There is no turn soon: they are ready again when there is one."""
        free = await self._outbox.free_at(scope)
        ready = max(free or now, now + timedelta(seconds=1))
        for one in group:
            await self._outbox.put_back(one, ready, clean=True)

    async def _compose(self, claimed: Claimed) -> tuple[Claimed, Composed] | None:
        """What to send; None once the delivery has ended or waits for the end of the night."""
        now = await self._clock()
        loaded = await self._store.load(claimed.person)
        what = composed(loaded, self._library.knowledge, claimed.slot, now)
        match what:
            case Composed():
                return claimed, what
            case Later(ready):
                await self._outbox.put_back(claimed, ready, clean=True)
            case Over(state):
                doubtful = state == "expired" and claimed.tries > 1
                await self._end(claimed, Ending("unknown" if doubtful else state))
        return None

    async def _after(self, seconds: float, way: Way, claimed: Claimed, what: Composed) -> None:
        await self._pause(seconds)
        if self._stop.is_set():
            await self._outbox.put_back(claimed, await self._clock(), clean=True)
            return
        delivery = await self._deliver(way, claimed, what)
        await self._record(way, claimed, what.found, delivery)

    async def _deliver(self, way: Way, claimed: Claimed, what: Composed) -> Delivery:
        try:
            return await way.deliver(claimed.person, what.reply, claimed.id, claimed.tries)
        except Exception as error:  # noqa: BLE001 - whatever it is, it may have got through
            log.warning("a delivery failed: %s", type(error).__name__)
            return AFTER_A_FAULT

    async def _record(
        self, way: Way, claimed: Claimed, found: DueNudge, delivery: Delivery
    ) -> None:
        now, rule = await self._clock(), found.nudge.rule
        keep = partial(remembered, found=found, now=now)
        match delivery:
            case Sent(message):
                await self._end(claimed, Ending("sent", rule, message), keep)
            case Unknown(reason):
                log.error("delivery %s may have got through or not (%s)", claimed.id, reason)
                await self._end(claimed, Ending("unknown", rule, reason), keep)
            case Unreachable(reason):
                gone = partial(lost, reason="unreachable", now=now)
                await self._end(claimed, Ending("unreachable", rule, reason), gone)
            case RetryAfter(seconds, doubtful, everybody):
                until = now + timedelta(seconds=seconds)
                await self._outbox.put_back(claimed, until, clean=not doubtful)
                if everybody:
                    await self._outbox.hold(way.scope(claimed.person), until)
            case Paused(reason):
                person = claimed.person
                log.error("nudges of %s %s pause: %s", person.platform, person.tenant, reason)
                await self._outbox.put_back(claimed, now + PROBE, clean=True)
                await self._outbox.hold(way.scope(person), now + PROBE)

    async def _end(
        self,
        claimed: Claimed,
        ending: Ending,
        remember: "Callable[[Learner], tuple[Learner, Due | None]] | None" = None,
    ) -> None:
        if await self._outbox.end(claimed, ending, await self._clock(), remember):
            self._counted(claimed.person.platform, ending.state)


def _anew(learner: Learner, now: datetime) -> Due:
    return due_of(learner.nudging, now)

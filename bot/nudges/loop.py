"""The loop that delivers nudges: any number of workers on one database.

Due nudges become deliveries; a worker leases some, looks at the person's consent and quiet hours,
waits for its turn at the platform's rate, makes sure that nothing has changed meanwhile, sends, and
records what became of it. A worker that dies leaves its lease to run out; whoever takes over looks
the message up before sending.
"""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from functools import partial

from msgspec import Struct

from bot.advice.learner import Learner
from bot.advice.library import Library
from bot.nudges.composing import Composed, Later, composed
from bot.nudges.delivery import Deliver
from bot.nudges.planning import due_of, planned
from bot.nudges.sending import PROBE, Sender, Times, every
from bot.nudges.zones import VERSION
from bot.person import Person
from bot.store import Store, StoreProblem, Unreadable
from bot.store.outbox import UNREADABLE_WAITS, Claimed, Due, Ending

log = logging.getLogger("badgewise.nudges")
PLANNED_AT_ONCE = 200
CLAIMED_AT_ONCE = 20
NO_TURN = 0.2  # seconds, where nothing of what was claimed could go out
PATIENCE = 5.0  # seconds that a turn may lie ahead
AFTER_A_PROBE = timedelta(minutes=1)
MEND_EVERY = timedelta(hours=1)
_AT_ONCE = 500

Clock = Callable[[], Awaitable[datetime]]
Count = Callable[[str, str], None]


class Way(Struct, frozen=True):
    """How nudges reach people of a platform, and how many of them a second."""

    deliver: Deliver
    seconds_each: float
    by_tenant: bool = False  # the rate is counted for each tenant by itself

    def scope(self, person: Person) -> str:
        """Whose rate a message counts towards."""
        return f"{person.platform}:{person.tenant}" if self.by_tenant else person.platform


class _Ready(Struct, frozen=True):
    """A delivery with its message, made from the profile at ``version``."""

    claimed: Claimed
    version: int
    what: Composed


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
        times: Times | None = None,
    ) -> None:
        self._library, self._store, self._ways = library, store, ways
        self._outbox = store.outbox
        self._clock = clock or store.outbox.clock
        self._stop = stop or asyncio.Event()
        self._times = times or Times()
        self._sender = Sender(self._outbox, self._clock, counted, self._stop, self._times)
        self._surely = self._sender.surely
        self._mended: datetime | None = None
        self._mending = asyncio.Lock()
        self._lined_up: dict[str, datetime] = {}  # by scope: behind whom the next one goes

    async def run(self) -> None:
        """Works until told to stop, on each platform by itself: none waits for another."""
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._stop.wait())
                for name, way in self._ways.items():
                    group.create_task(self._keep_serving(name, way))
        except ExceptionGroup as several:  # the log names what happened, not that it was in a group
            raise several.exceptions[0] from several

    async def tick(self) -> None:
        """Plans and delivers once, on every platform."""
        await self._mend()
        await every(self._serve(name, way) for name, way in self._ways.items())

    async def _keep_serving(self, platform: str, way: Way) -> None:
        """A database out of order is waited for."""
        while not self._stop.is_set():
            try:
                await self._mend()
                wait = await self._serve(platform, way)
            except StoreProblem as problem:
                log.warning("nudges wait for the database: %s", str(problem))
                wait = self._times.idle
            if wait:
                await self._sender.pause(wait)

    async def _mend(self) -> None:
        """At the start and every hour: what other zones, or a clock that jumped, have left."""
        async with self._mending:
            now = await self._clock()
            if self._mended is not None and abs(now - self._mended) < MEND_EVERY:
                return
            count = await self._outbox.mend(now, VERSION, _AT_ONCE, partial(_anew, now=now))
            self._mended = now
        if count:
            log.info("the next moment of %d nudges was computed anew", count)

    async def _serve(self, platform: str, way: Way) -> float:
        """Plans and delivers once; seconds until it is worth looking again."""
        now = await self._clock()
        due = await self._outbox.plan(platform, now, PLANNED_AT_ONCE, partial(planned, now=now))
        room, wait = await self._room(platform, way, now)
        if not room:
            return wait
        claimed = await self._outbox.claim(platform, now, self._times.lease, room)
        groups: dict[str, list[Claimed]] = defaultdict(list)
        for one in claimed:
            groups[way.scope(one.person)].append(one)
        moved = await every(self._group(way, scope, group) for scope, group in groups.items())
        if moved and not any(moved):
            return NO_TURN
        more = len(claimed) == room or due == PLANNED_AT_ONCE
        return 0.0 if more else self._times.idle

    async def _room(self, platform: str, way: Way, now: datetime) -> tuple[int, float]:
        """How many can go out soon, all workers counted; if none, seconds until it is worth asking.

        Where each tenant has its own rate that shows only once they are claimed.
        """
        if way.by_tenant:
            return CLAIMED_AT_ONCE, 0.0
        free = await self._outbox.free_at(platform)
        ahead = max(0.0, (free - now).total_seconds()) if free else 0.0
        if ahead > PATIENCE:
            return 0, min(max(ahead - PATIENCE, NO_TURN), self._times.idle)
        return min(CLAIMED_AT_ONCE, int((PATIENCE - ahead) / way.seconds_each) + 1), 0.0

    async def _group(self, way: Way, scope: str, group: list[Claimed]) -> bool:
        """Those that share a rate, composed first: only what goes out takes a turn.

        False when none of them could get on.
        """
        found = await every(self._surely(partial(self._compose, one)) for one in group)
        ready = [one for one in found if one is not None]
        probe = await self._surely(partial(self._outbox.paused, scope)) if ready else None
        if probe is not None:
            ready = await self._probing(scope, ready, probe)
        elif not ready:
            return True
        return bool(ready) and await self._in_turn(way, scope, ready, probing=probe is not None)

    async def _probing(self, scope: str, ready: list[_Ready], probe: datetime) -> list[_Ready]:
        """While a scope is paused: one at most, when it is time; the others wait."""
        now = await self._surely(self._clock)
        mine = await self._surely(partial(self._outbox.take_probe, scope, now, now + PROBE))
        wait = now + AFTER_A_PROBE
        await self._give_back(ready[1:] if mine else ready, wait if mine else max(probe, wait))
        return ready[:1] if mine else []

    async def _in_turn(self, way: Way, scope: str, ready: list[_Ready], *, probing: bool) -> bool:
        wait, free = await self._surely(partial(self._turns, scope, way.seconds_each, len(ready)))
        if wait is None:
            await self._line_up(way, scope, ready, free)
            return False
        await every(
            self._one(way, one, wait + number * way.seconds_each, probing=probing)
            for number, one in enumerate(ready)
        )
        return True

    async def _line_up(self, way: Way, scope: str, ready: list[_Ready], free: datetime) -> None:
        """Puts them back one behind the other, so that a long line is not taken up in vain."""
        now, each = await self._surely(self._clock), timedelta(seconds=way.seconds_each)
        self._lined_up = {name: end for name, end in self._lined_up.items() if end > now}
        first = max(free, self._lined_up.get(scope, free))
        self._lined_up[scope] = first + len(ready) * each
        await every(self._give_back([one], first + n * each) for n, one in enumerate(ready))

    async def _turns(self, scope: str, each: float, count: int) -> tuple[float | None, datetime]:
        """Seconds until so many turns in a row, or None; and when there are some again."""
        now = await self._clock()
        wait = await self._outbox.take_turns(scope, now, each, count, PATIENCE)
        free = await self._outbox.free_at(scope) if wait is None else None
        return wait, max(free or now, now + timedelta(seconds=1))

    async def _give_back(self, ready: list[_Ready], moment: datetime) -> None:
        back = self._outbox.put_back
        await every(self._surely(partial(back, one.claimed, moment)) for one in ready)

    async def _compose(self, claimed: Claimed) -> _Ready | None:
        """What to send; None once the delivery has ended or waits for the end of the night."""
        now = await self._clock()
        try:
            loaded = await self._store.load(claimed.person)
        except Unreadable:
            await self._outbox.put_back(claimed, now + UNREADABLE_WAITS)
            return None
        what = composed(loaded, self._library.knowledge, claimed.slot, now)
        if isinstance(what, Composed):
            return _Ready(claimed, loaded.version, what)
        if isinstance(what, Later):
            await self._outbox.put_back(claimed, what.ready)
        else:
            await self._sender.end(claimed, Ending("unknown" if claimed.tries else what.state))
        return None

    async def _one(self, way: Way, one: _Ready, seconds: float, *, probing: bool) -> None:
        """Sends one in its turn, if it is still wanted then and still this worker's."""
        await self._sender.pause(seconds)
        begun = None if self._stop.is_set() else await self._surely(partial(self._begin, one))
        if begun is None:
            await self._give_back([one], await self._surely(self._clock))
            return
        scope = way.scope(begun.person)
        delivery = await self._sender.deliver(way.deliver, begun, one.what.reply)
        await self._surely(
            partial(self._sender.record, begun, scope, one.what.found, delivery, probing=probing)
        )

    async def _begin(self, one: _Ready) -> Claimed | None:
        until = await self._clock() + self._times.lease
        return await self._outbox.begin(one.claimed, one.version, until)


def _anew(learner: Learner, now: datetime) -> Due:
    return due_of(learner.nudging, now)

"""One delivery at a worker: sent, and what became of it recorded, whatever the database does."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from datetime import datetime, timedelta
from functools import partial
from typing import Any, TypeVar

from msgspec import Struct

from bot.nudges.composing import lost, remembered
from bot.nudges.delivery import Deliver, Delivery, Paused, RetryAfter, Sent, Unknown, Unreachable
from bot.nudges.due import DueNudge
from bot.reply import Reply
from bot.store import StoreProblem
from bot.store.outbox import LONGEST_WAIT, Claimed, Ending, Outbox, Remember

log = logging.getLogger("badgewise.nudges")
T = TypeVar("T")
PROBE = timedelta(hours=1)  # then a paused workspace is tried again
PART_FOR_SENDING = 0.7  # of a lease; the rest is for writing down what became of it
AFTER_A_FAULT = RetryAfter(20.0, doubtful=True)
HANDED_BACK = RetryAfter(0.0, doubtful=True)


class Times(Struct, frozen=True, kw_only=True):
    """How long a worker waits for what."""

    lease: timedelta = timedelta(seconds=30)  # nobody else touches a delivery for so long
    idle: float = 5.0  # seconds between two looks when nothing is due
    again: float = 0.5  # seconds until a database that failed is asked again
    finish: float = 6.0  # seconds for sends under way when told to stop


async def every(work: Iterable[Coroutine[Any, Any, T]]) -> list[T]:
    """The results of all of them, side by side; a failure is raised once all have ended."""
    results = await asyncio.gather(*work, return_exceptions=True)
    for result in results:
        if isinstance(result, BaseException):
            raise result
    return [result for result in results if not isinstance(result, BaseException)]


class Sender:
    """See ``Courier``."""

    def __init__(
        self,
        outbox: Outbox,
        clock: Callable[[], Awaitable[datetime]],
        counted: Callable[[str, str], None],
        stop: asyncio.Event,
        times: Times,
    ) -> None:
        self._outbox, self._clock, self._counted = outbox, clock, counted
        self._stop, self._times = stop, times

    async def pause(self, seconds: float) -> None:
        """Waits, but not beyond the order to stop."""
        try:
            async with asyncio.timeout(seconds):
                await self._stop.wait()
        except TimeoutError:
            pass

    async def surely(self, work: Callable[[], Awaitable[T]]) -> T:
        """Does what may be done twice, again while the database is out of order and a lease lasts.

        Raises StoreProblem after that: the lease has run out, and whoever takes over looks.
        """
        loop = asyncio.get_running_loop()
        until = loop.time() + self._times.lease.total_seconds()
        while True:
            try:
                return await work()
            except StoreProblem:
                if loop.time() + self._times.again >= until:
                    raise
            await asyncio.sleep(self._times.again)

    async def deliver(self, deliver: Deliver, begun: Claimed, reply: Reply) -> Delivery:
        """Sends; given up well before the lease ends, and some seconds after the order to stop."""
        work = asyncio.ensure_future(deliver(begun.person, reply, begun.id, begun.tries))
        stopping = asyncio.create_task(self._stop.wait())
        try:
            most = self._times.lease.total_seconds() * PART_FOR_SENDING
            await asyncio.wait({work, stopping}, timeout=most, return_when=asyncio.FIRST_COMPLETED)
            if stopping.done():
                await asyncio.wait({work}, timeout=self._times.finish)
            if work.done():
                return work.result()
            return HANDED_BACK if stopping.done() else AFTER_A_FAULT
        except Exception as error:  # noqa: BLE001 - whatever it is, it may have got through
            log.warning("a delivery failed: %s", type(error).__name__)
            return AFTER_A_FAULT
        finally:
            work.cancel()
            stopping.cancel()

    async def record(
        self,
        begun: Claimed,
        scope: str,
        found: DueNudge,
        delivery: Delivery,
        *,
        probing: bool = False,
    ) -> None:
        """Writes down what became of it; nothing is written twice where this is repeated."""
        now, rule = await self._clock(), found.nudge.rule
        keep = partial(remembered, found=found, now=now)
        if probing and not isinstance(delivery, Paused):
            await self._outbox.resume(scope)
        match delivery:
            case Sent(message):
                await self.end(begun, Ending("sent", rule, message), keep)
            case Unknown(reason):
                log.error("delivery %s may have got through or not (%s)", begun.id, reason)
                await self.end(begun, Ending("unknown", rule, reason), keep)
            case Unreachable(reason):
                gone = partial(lost, reason="unreachable", now=now)
                await self.end(begun, Ending("unreachable", rule, reason), gone)
            case RetryAfter(seconds, doubtful, everybody):
                until = now + min(timedelta(seconds=seconds), LONGEST_WAIT)
                if everybody:
                    await self._outbox.hold(scope, until)
                await self._outbox.put_back(begun, until, refused=not doubtful)
            case Paused(reason):
                log.error("nudges of %s pause: %s", scope, reason)
                await self._outbox.pause(scope, now + PROBE)
                await self._outbox.put_back(begun, now + PROBE, refused=True)

    async def end(self, claimed: Claimed, ending: Ending, remember: Remember | None = None) -> None:
        """Ends it, and counts that."""
        if await self._outbox.end(claimed, ending, await self._clock(), remember):
            self._counted(claimed.person.platform, ending.state)

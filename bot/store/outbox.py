"""Nudges on their way: when the next is due, and the outbox of those to be delivered."""

import json
import secrets
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta

from msgspec import Struct
from msgspec.structs import replace

from bot.advice.learner import Learner
from bot.person import Person
from bot.store.database import Connection, Database, Row
from bot.store.documents import learner_text, read_learner
from bot.store.problems import Unreadable
from bot.store.sealing import Seal
from bot.store.times import epoch

DAY = timedelta(days=1)
UNREADABLE_WAITS = timedelta(hours=1)  # for whoever can read the profile
LONGEST_WAIT = DAY  # no lease, hold or quiet night reaches further ahead than this


class Due(Struct, frozen=True):
    """When a learner's next nudge is due (None: off), and what that was computed with."""

    at: datetime | None
    period: timedelta = DAY
    zones: str = ""


class Planned(Struct, frozen=True):
    """What becomes of a nudge that is due: a delivery (or none), and the next one."""

    next: Due
    slot: datetime | None = None
    ready: datetime | None = None


class Claimed(Struct, frozen=True):
    """A delivery that this worker holds until its lease ends."""

    id: str
    learner: str
    person: Person
    slot: datetime
    token: int
    tries: int  # those that may have got through; the one that was begun included


class Ending(Struct, frozen=True):
    """How a delivery ended. ``state`` is sent, nothing, unreachable, unknown, expired or off."""

    state: str
    rule: str = ""
    message: str = ""


PAUSE = "pause "  # before the scope, in the table of rates
Decide = Callable[[Learner, datetime], Planned]
Remember = Callable[[Learner], tuple[Learner, Due | None]]


def at(second: int) -> datetime:
    """A stored second as an aware datetime."""
    return datetime.fromtimestamp(second, UTC)


def _millisecond(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)


def due_values(due: Due) -> dict[str, str | int | None]:
    """The columns of what is due."""
    second = None if due.at is None else epoch(due.at)
    return {"due": second, "period": int(due.period.total_seconds()), "zones": due.zones}


def _moved(learner: str, was: int, due: Due) -> dict[str, str | int | None]:
    return {"learner": learner, "was": was, **due_values(due)}


def _made(row: Row, slot: datetime, ready: datetime) -> dict[str, str | int]:
    learner, platform, tenant, user, *_ = row
    return {
        "id": secrets.token_hex(8),
        "learner": learner,
        "platform": platform,
        "tenant": tenant,
        "user_id": user,
        "slot": epoch(slot),
        "ready": epoch(ready),
    }


class Outbox:
    """For the workers that deliver nudges; every method raises StoreProblem."""

    def __init__(self, database: Database, seal: Seal) -> None:
        """For the store."""
        self._database, self._seal = database, seal

    async def clock(self) -> datetime:
        """The database's clock, which all workers share."""
        ((millisecond,),) = await self._database.rows("clock")
        return datetime.fromtimestamp(millisecond / 1000, UTC)

    async def plan(self, platform: str, now: datetime, most: int, decide: Decide) -> int:
        """Turns nudges that are due into deliveries; returns how many were due.

        ``decide`` gets the learner and the slot; it is pure. A slot gets one delivery, however
        often it is planned.
        """
        async with self._database.write() as connection:
            rows = await connection.rows("due_nudges", platform=platform, now=epoch(now), most=most)
            made, moved = [], []
            for row in rows:
                planned = self._planned(row, now, decide)
                moved.append(_moved(row[0], row[4], planned.next))
                if planned.slot is not None:
                    made.append(_made(row, planned.slot, planned.ready or planned.slot))
            if made:
                await connection.rows("add_deliveries", rows=json.dumps(made))
            if moved:
                await connection.rows("move_dues", rows=json.dumps(moved))
        return len(rows)

    def _planned(self, row: Row, now: datetime, decide: Decide) -> Planned:
        """One profile that cannot be read holds nobody else up."""
        try:
            return decide(read_learner(self._seal.open(row[5])), at(row[4]))
        except Unreadable:
            return Planned(Due(now + UNREADABLE_WAITS))

    async def claim(
        self, platform: str, now: datetime, lease: timedelta, most: int
    ) -> list[Claimed]:
        """Takes deliveries that are ready, and those whose lease has ended."""
        rows = await self._database.change(
            "claim_deliveries",
            platform=platform,
            now=epoch(now),
            lease=epoch(now + lease),
            most=most,
        )
        return [
            Claimed(id_, learner, Person(found, tenant, user), at(slot), token, tries)
            for id_, learner, found, tenant, user, slot, token, tries in rows
        ]

    async def begin(self, claimed: Claimed, version: int, until: datetime) -> Claimed | None:
        """Counts a try just before it is made, and leases the delivery anew.

        None when there is nothing to be sent any more: somebody else holds the delivery, or the
        profile is no longer the one at ``version``, from which the message was made.
        """
        begun = replace(claimed, tries=claimed.tries + 1)
        rows = await self._database.change(
            "begin_delivery",
            id=claimed.id,
            token=claimed.token,
            version=version,
            tries=begun.tries,
            lease=epoch(until),
        )
        return begun if rows else None

    async def put_back(self, claimed: Claimed, ready: datetime, *, refused: bool = False) -> bool:
        """Gives a delivery back for later; once is enough, however often it is called.

        ``refused``: the try that was begun surely did not get through. False when somebody else
        holds it by now, or the person is gone.
        """
        rows = await self._database.change(
            "put_back",
            id=claimed.id,
            token=claimed.token,
            ready=epoch(ready),
            tries=claimed.tries - refused,
        )
        return bool(rows)

    async def end(
        self, claimed: Claimed, ending: Ending, now: datetime, remember: Remember | None = None
    ) -> bool:
        """Ends a delivery, and changes the learner in the same transaction.

        False, and nothing is written, when somebody else holds it by now or the person is gone.
        """
        async with self._database.write() as connection:
            bodies = await connection.rows("lock_learner", id=claimed.learner)
            rows = await connection.rows(
                "end_delivery",
                id=claimed.id,
                token=claimed.token,
                state=ending.state,
                rule=ending.rule,
                message=ending.message,
                now=epoch(now),
            )
            if rows and bodies and remember:
                await self._remember(connection, claimed.learner, bodies[0][0], remember, now)
        return bool(rows)

    async def _remember(
        self, connection: Connection, learner: str, body: str, remember: Remember, now: datetime
    ) -> None:
        after, due = remember(read_learner(self._seal.open(body)))
        text = self._seal.close(learner_text(after))
        await connection.rows("change_nudged", id=learner, body=text, now=epoch(now))
        if due is not None:
            await connection.rows("move_due", learner=learner, **due_values(due))

    async def mend(
        self, now: datetime, zones: str, most: int, decide: Callable[[Learner], Due]
    ) -> int:
        """Computes anew what a wrong clock or other zones have left; returns how many changed."""
        values = {"now": epoch(now), "longest": int(LONGEST_WAIT.total_seconds())}
        await self._database.change("free_stuck", **values)
        changed, after = 0, ""
        while True:
            async with self._database.write() as connection:
                rows = await connection.rows(
                    "stale_nudges", after=after, now=epoch(now), zones=zones, most=most
                )
                moved = list(self._anew(rows, decide))
                if moved:
                    await connection.rows("move_dues", rows=json.dumps(moved))
            changed += sum(one["due"] != one["was"] for one in moved)
            if len(rows) < most:
                return changed
            after = rows[-1][0]

    def _anew(
        self, rows: Iterable[Row], decide: Callable[[Learner], Due]
    ) -> Iterator[dict[str, str | int | None]]:
        for learner, second, body in rows:
            try:
                due = decide(read_learner(self._seal.open(body)))
            except Unreadable:
                continue
            yield _moved(learner, second, due)

    async def take_turns(
        self, scope: str, now: datetime, seconds_each: float, count: int, patience: float
    ) -> float | None:
        """Reserves turns in a row; seconds until the first, or None when that is too far off."""
        millisecond = _millisecond(now)
        rows = await self._database.change(
            "take_turn",
            scope=scope,
            now=millisecond,
            step=int(seconds_each * 1000 * count),
            patience=int(patience * 1000),
            longest=int(LONGEST_WAIT.total_seconds() * 1000),
        )
        return max(0.0, (rows[0][0] - millisecond) / 1000) if rows else None

    async def free_at(self, scope: str) -> datetime | None:
        """From when on there are turns again."""
        rows = await self._database.rows("rate_free_at", scope=scope)
        return datetime.fromtimestamp(rows[0][0] / 1000, UTC) if rows else None

    async def hold(self, scope: str, until: datetime) -> None:
        """Lets nothing of a platform or workspace go out until then."""
        await self._database.change("hold_scope", scope=scope, until=_millisecond(until))

    async def pause(self, scope: str, until: datetime) -> None:
        """Lets nothing go out until somebody takes a probe, which is possible from then on."""
        await self._database.change("hold_scope", scope=PAUSE + scope, until=_millisecond(until))

    async def paused(self, scope: str) -> datetime | None:
        """When the next probe is due; None where nothing is paused."""
        return await self.free_at(PAUSE + scope)

    async def take_probe(self, scope: str, now: datetime, until: datetime) -> bool:
        """Whether this worker may try once; the next one may from ``until`` on."""
        rows = await self._database.change(
            "take_probe",
            scope=PAUSE + scope,
            now=_millisecond(now),
            until=_millisecond(until),
            longest=int(LONGEST_WAIT.total_seconds() * 1000),
        )
        return bool(rows)

    async def resume(self, scope: str) -> None:
        """Ends a pause."""
        await self._database.change("free_scope", scope=PAUSE + scope)

    async def backlog(self, platform: str, now: datetime) -> tuple[int, float]:
        """How many deliveries are ready, and for how many seconds the oldest has been."""
        ((count, oldest),) = await self._database.rows("backlog", platform=platform, now=epoch(now))
        return count, max(0.0, epoch(now) - oldest) if count else 0.0

    async def counts(self) -> list[tuple[str, str, int]]:
        """(platform, state, how many) of the deliveries that are kept."""
        rows = await self._database.rows("count_deliveries")
        return [(platform, state, count) for platform, state, count in rows]

    async def doubtful(self, most: int = 20) -> Sequence[tuple[str, str, str, datetime, str]]:
        """(id, platform, tenant, slot, rule) of the latest that may have got through or not."""
        rows = await self._database.rows("doubtful_deliveries", most=most)
        return [(id_, p, t, at(slot), rule) for id_, p, t, slot, rule in rows]

"""More nudges than may go out at once: they wait in line, and hold up nobody else."""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from bot.nudges.delivery import Sent
from bot.nudges.loop import Courier, Way
from bot.nudges.sending import Times
from bot.person import Person
from bot.store import open_store
from tests.nudges.nudged import library, nudge
from tests.nudges.simulation import BEGIN, Noting
from tests.nudges.warped import Warped, at_work

PEOPLE = 200
EACH = 0.25  # seconds: a minute for all of them
SPARE = 15.0  # seconds
WORKERS = 8
ONE_WORKSPACE = [Person("slack", "T1", f"U{number:03}") for number in range(PEOPLE)]
WORKSPACES = [Person("slack", f"T{number}", "U1") for number in range(PEOPLE)]
ON_DISCORD = [Person("discord", "users", f"{number}") for number in range(PEOPLE)]
HOUR = timedelta(hours=1)


class Line:
    """People whose nudges are all due now, and what becomes of them."""

    def __init__(self, people: Sequence[Person]) -> None:
        self._people = people
        self.claimed: list[int] = []
        self.got: list[Person] = []

    async def deliver(self, person: Person, *_: Any) -> Sent:
        """It is there."""
        self.got.append(person)
        return Sent("1")

    async def served(
        self, folder: Path, *, seconds: float, workers: int, by_tenant: bool = True, held: str = ""
    ) -> None:
        """So many workers, for so long; ``held`` names a platform that takes nothing meanwhile."""
        running = asyncio.get_running_loop()

        def clock() -> datetime:
            return BEGIN + timedelta(seconds=running.time())

        with at_work():
            store: Any = await open_store(f"sqlite:///{folder / 'line.sqlite3'}")
            for person in self._people:
                await nudge(store, person, BEGIN)
            await store.outbox.hold(held, BEGIN + HOUR)
        outbox, load = store.outbox, store.load
        store.outbox = noting = Noting(outbox, clock, {})
        store.load = partial(noting._asked, load)
        claim = noting.claim

        async def counted(*args: Any) -> Any:
            found = await claim(*args)
            self.claimed.append(len(found))
            return found

        noting.claim = counted  # type: ignore[method-assign]
        stop = asyncio.Event()
        ways = {
            "slack": Way(self.deliver, EACH, by_tenant=by_tenant),
            "discord": Way(self.deliver, EACH),
        }
        work = [
            asyncio.create_task(Courier(library(), store, ways, stop=stop, times=Times()).run())
            for _ in range(workers)
        ]
        await asyncio.sleep(seconds)
        stop.set()
        await asyncio.gather(*work)
        with at_work():
            await store.close()


@pytest.mark.parametrize(
    ("workers", "by_tenant", "most"),
    [(1, False, 1), (1, True, 2.5), (WORKERS, False, 2), (WORKERS, True, 3)],
    ids=["one, one rate", "one, a rate each", "several, one rate", "several, a rate each"],
)
def test_a_long_line(tmp_path: Path, workers: int, by_tenant: bool, most: float) -> None:
    """All are served as fast as the rate allows; few are taken up in vain, by one worker none."""
    line = Line(ONE_WORKSPACE)
    seconds = PEOPLE * EACH + SPARE
    with asyncio.Runner(loop_factory=Warped) as runner:
        runner.run(line.served(tmp_path, seconds=seconds, workers=workers, by_tenant=by_tenant))
    assert {person.user for person in line.got} == {person.user for person in ONE_WORKSPACE}
    assert len(line.got) == PEOPLE
    assert sum(line.claimed) <= most * PEOPLE


def test_a_platform_on_hold_slows_no_other(tmp_path: Path) -> None:
    """While Discord takes nothing for an hour, Slack's people have theirs within seconds."""
    line = Line([*ON_DISCORD, *WORKSPACES])
    with asyncio.Runner(loop_factory=Warped) as runner:
        runner.run(line.served(tmp_path, seconds=SPARE, workers=1, held="discord"))
    assert {person.tenant for person in line.got} == {person.tenant for person in WORKSPACES}
    assert len(line.got) == PEOPLE


async def test_what_nobody_foresaw_is_told_as_it_is(tmp_path: Path) -> None:
    """A fault on one platform ends the work with that fault, for the log to name."""
    store: Any = await open_store(f"sqlite:///{tmp_path / 'line.sqlite3'}")

    async def broken(*_: Any) -> int:
        raise ZeroDivisionError

    store.outbox.plan = broken
    line = Line([])
    ways = {"slack": Way(line.deliver, EACH), "discord": Way(line.deliver, EACH)}
    with pytest.raises(ZeroDivisionError):
        await asyncio.wait_for(Courier(library(), store, ways).run(), 10)
    await store.close()

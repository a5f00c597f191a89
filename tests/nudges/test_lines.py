"""More nudges than may go out at once: they wait in line, and are not taken up in vain."""

import asyncio
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


class Line:
    """People of one workspace whose nudges are all due now, and what becomes of them."""

    def __init__(self) -> None:
        self.claimed: list[int] = []
        self.got: list[str] = []

    async def deliver(self, person: Person, *_: Any) -> Sent:
        """It is there."""
        self.got.append(person.user)
        return Sent("1")

    async def served(self, folder: Path, *, by_tenant: bool) -> None:
        """Several workers, as long as it may take."""
        running = asyncio.get_running_loop()

        def clock() -> datetime:
            return BEGIN + timedelta(seconds=running.time())

        with at_work():
            store: Any = await open_store(f"sqlite:///{folder / 'line.sqlite3'}")
            for number in range(PEOPLE):
                await nudge(store, Person("slack", "T1", f"U{number:03}"), BEGIN)
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
        way = Way(self.deliver, EACH, by_tenant=by_tenant)
        workers = [
            Courier(library(), store, {"slack": way}, stop=stop, times=Times(idle=1.0))
            for _ in range(WORKERS)
        ]
        work = [asyncio.create_task(worker.run()) for worker in workers]
        await asyncio.sleep(PEOPLE * EACH + SPARE)
        stop.set()
        await asyncio.gather(*work)
        with at_work():
            await store.close()


@pytest.mark.parametrize("by_tenant", [False, True], ids=["one rate", "a rate each"])
def test_a_long_line(tmp_path: Path, by_tenant: bool) -> None:
    """All are served as fast as the rate allows, and few are taken up in vain."""
    line = Line()
    with asyncio.Runner(loop_factory=Warped) as runner:
        runner.run(line.served(tmp_path, by_tenant=by_tenant))
    assert sorted(line.got) == [f"U{number:03}" for number in range(PEOPLE)]
    assert sum(line.claimed) <= (3 if by_tenant else 2) * PEOPLE

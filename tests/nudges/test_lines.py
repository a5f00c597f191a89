"""More nudges than may go out at once: they wait in line, and are not taken up in vain."""

from typing import Any

import pytest

from bot.nudges import loop
from bot.nudges.delivery import Sent
from bot.nudges.loop import Courier, Way
from bot.person import Person
from bot.store import Store
from tests.nudges.nudged import Clock, courier, nudge, states

EACH = 0.1  # seconds
PEOPLE = 30
PATIENCE = 0.45  # seconds: five turns


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """A clock that a test sets; turns may lie less far ahead than usual."""
    monkeypatch.setattr(loop, "PATIENCE", PATIENCE)
    return Clock()


class Counting:
    """A platform that takes everything, and how often deliveries were claimed for it."""

    def __init__(self, store: Store) -> None:
        self.claimed: list[int] = []
        self.got: list[str] = []
        claim = store.outbox.claim

        async def counted(*args: Any) -> Any:
            found = await claim(*args)
            self.claimed.append(len(found))
            return found

        store.outbox.claim = counted  # type: ignore[method-assign]

    async def deliver(self, person: Person, *_: Any) -> Sent:
        """It is there."""
        self.got.append(person.user)
        return Sent("1")


async def crowd(store: Store) -> list[Person]:
    """People of one workspace, all with a nudge due now."""
    people = [Person("slack", "T1", f"U{number:02}") for number in range(PEOPLE)]
    for person in people:
        await nudge(store, person)
    return people


async def all_served(worker: Courier, clock: Clock, counting: Counting) -> None:
    """Ticks, a little later each time, until everybody has it."""
    for _ in range(10 * PEOPLE):
        await worker.tick()
        clock.later(seconds=PATIENCE)
        if len(counting.got) == PEOPLE:
            return


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
async def test_no_more_is_taken_than_can_go_out(store: Store, clock: Clock) -> None:
    """Where all share one rate, a worker takes as many as have turns soon."""
    counting = Counting(store)
    people = await crowd(store)
    worker = courier(store, clock, slack=Way(counting.deliver, EACH))
    await worker.tick()
    assert counting.claimed == [5]
    await all_served(worker, clock, counting)
    assert sorted(counting.got) == [person.user for person in people]
    assert sum(counting.claimed) == PEOPLE


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
async def test_a_long_line_is_taken_up_once_or_twice(store: Store, clock: Clock) -> None:
    """Where a workspace has its own rate, those without a turn come back when theirs is near."""
    counting = Counting(store)
    people = await crowd(store)
    worker = courier(store, clock, slack=Way(counting.deliver, EACH, by_tenant=True))
    await all_served(worker, clock, counting)
    assert sorted(counting.got) == [person.user for person in people]
    assert sum(counting.claimed) <= 2.5 * PEOPLE
    assert await states(store, people[0]) == ["sent"]

"""Workers killed at every point between claiming and recording: nothing doubled, nothing lost."""

from collections import Counter
from datetime import UTC, datetime

import pytest

from bot.store import open_store
from tests.nudges.crashing import POINTS
from tests.nudges.crowd import BLIND, DISCORD, SLACK, all_ended, crowd, judged, workers
from tests.sizes import size

KILLS = size(100, 1_000)
PEOPLE = 6 * KILLS  # enough for something to be left to plan at the last kill


@pytest.mark.timeout(3_600)
@pytest.mark.parametrize(("name", "count"), [(DISCORD, 2), (SLACK, 4), (BLIND, 3)])
async def test_killed_at_every_point(shared: str, name: str, count: int) -> None:
    """Over so many kills everybody gets the nudge once; what nobody can look up is recorded."""
    store = await open_store(shared)
    now = datetime.now(UTC).replace(microsecond=0)
    async with crowd(name, store, PEOPLE, now) as found:
        async with workers(shared, found, count, KILLS, seed=20_260_331) as started:
            await all_ended(store, len(found.people), 60 + 2 * KILLS)
        deaths = Counter(started)
        states = await judged(shared, found)
    await store.close()
    print(name, count, dict(deaths), dict(states))
    assert deaths.pop("ready") == 1
    assert sum(deaths.values()) >= KILLS * 0.9
    assert all(deaths[point] for point in POINTS), "each point had its deaths"
    if name == BLIND:
        assert 0 < states["unknown"] < len(found.people) / 2
    else:
        assert states == {"sent": len(found.people)}

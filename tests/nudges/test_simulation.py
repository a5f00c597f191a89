"""Weeks of weekly nudges in simulated time: none doubled, none lost, hardly any late."""

from pathlib import Path

import pytest

from tests.nudges.simulation import simulate
from tests.sizes import size

PEOPLE, MEANT = size(500, 20_000), size(25_000, 1_000_000)
DAYS = size(3, 28)
LATE = 300.0  # seconds


@pytest.mark.timeout(7_200)
def test_busy_hours_restarts_and_failures(tmp_path: Path) -> None:
    """At the platform's rate limit, with workers that stop and die, and platforms that fail."""
    run = simulate(tmp_path, PEOPLE, MEANT, DAYS)
    print(*run.lines(), sep="\n")
    assert run.doubled == 0
    assert run.lost == 0
    assert run.states["sent"] > PEOPLE * DAYS / 10
    assert run.late[int(len(run.late) * 0.99)] <= LATE
    assert run.kills
    assert run.platform.refused

"""People whose nudges are on."""

from datetime import UTC, datetime, timedelta
from functools import cache

from msgspec.structs import replace

from bot.advice.learner import Credential, Goal, Learner, Status
from bot.advice.library import Library
from bot.advice.nudging import Every, Nudging
from bot.nudges.loop import Courier, Way
from bot.nudges.sending import Times
from bot.nudges.zones import VERSION
from bot.person import Person
from bot.store import Store
from bot.store.outbox import Due

NOW = datetime(2026, 3, 31, 9, 0, tzinfo=UTC)
WEEK = timedelta(weeks=1)
ANN, BOB, CEM = (Person("slack", "T1", f"U{number}") for number in (1, 2, 3))
DUA = Person("slack", "T2", "U1")


def learner(now: datetime = NOW, **plan: object) -> Learner:
    """Somebody on the way to a goal, whose weekly nudge is due at ``now``; no quiet hours."""
    nudging = Nudging(
        on=True,
        consent_at=now - 3 * WEEK,
        every=Every.WEEKLY,
        weekday=tuple(type(Nudging().weekday))[now.weekday()],
        hour=now.hour,
        minute=now.minute,
        quiet_from=0,
        quiet_to=0,
    )
    return Learner(
        goal=Goal(text="data analyst", role="data-analyst", set_on=now.date()),
        credentials=(
            Credential(
                id="c1",
                title="Google Data Analytics",
                skills=("sql",),
                status=Status.IN_PROGRESS,
                moved_on=now.date() - timedelta(days=8),
            ),
        ),
        nudging=replace(nudging, **plan),  # type: ignore[arg-type]
    )


async def nudge(
    store: Store, person: Person, now: datetime = NOW, of: Learner | None = None
) -> None:
    """Saves somebody whose nudge is due at ``now``."""
    due = Due(now, WEEK, VERSION)
    await store.save(person, of or learner(now), 0, now, due=due)


async def states(store: Store, person: Person) -> list[str]:
    """How the deliveries of a person stand, oldest first."""
    return [one["state"] for one in (await store.export(person))["nudges"]]


class Clock:
    """A database's clock that a test sets."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    async def __call__(self) -> datetime:
        """What it shows."""
        return self.now

    def later(self, **span: float) -> None:
        """Moves it on."""
        self.now += timedelta(**span)


def courier(store: Store, clock: Clock, **ways: Way) -> Courier:
    """A worker that goes by a test's clock."""
    return Courier(library(), store, ways, clock=clock, times=Times(idle=0.01, again=0.05))


@cache
def library() -> Library:
    """Loaded once for all tests."""
    return Library()

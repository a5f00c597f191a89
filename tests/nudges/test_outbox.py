"""The outbox on every database: one delivery a slot, one holder at a time, nothing lost."""

import asyncio
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from msgspec.structs import replace

from adapters.upkeep import check
from bot.advice.learner import Learner
from bot.nudges.planning import due_of, planned
from bot.nudges.zones import VERSION
from bot.person import Person
from bot.settings import Settings, StoreSettings
from bot.store import Store, open_store
from bot.store.outbox import Claimed, Due, Ending
from tests.nudges.nudged import ANN, BOB, CEM, DUA, NOW, WEEK, learner, nudge, states

LEASE = timedelta(seconds=60)
YEAR = timedelta(days=365)
SENT = Ending("sent", "module", "1.2")


async def plan(store: Store, now: datetime = NOW) -> int:
    """Plans what is due."""
    return await store.outbox.plan("slack", now, 100, partial(planned, now=now))


async def claim(store: Store, now: datetime = NOW, most: int = 100) -> list[Claimed]:
    """Claims what is ready."""
    return await store.outbox.claim("slack", now, LEASE, most)


async def claimed(store: Store, now: datetime = NOW) -> Claimed:
    """The one delivery of somebody whose nudge is due."""
    await nudge(store, ANN, now)
    await plan(store, now)
    (one,) = await claim(store, now)
    return one


async def test_the_clock_is_right(store: Store) -> None:
    """The database's clock is this machine's, to the second, and has a zone."""
    assert abs(await store.outbox.clock() - datetime.now(UTC)) < timedelta(seconds=30)


async def test_a_slot_has_one_delivery(store: Store) -> None:
    """However often and by however many a slot is planned, it is delivered once."""
    await nudge(store, ANN)
    assert await plan(store, NOW - timedelta(minutes=1)) == 0
    assert sum(await asyncio.gather(*(plan(store) for _ in range(5)))) >= 1
    for _ in range(3):
        loaded = await store.load(ANN)
        version = await store.save(
            ANN, loaded.learner, loaded.version, NOW, due=Due(NOW, WEEK, VERSION)
        )
        assert version == loaded.version + 1
        assert await plan(store) == 1
    assert await states(store, ANN) == ["open"]
    export = await store.export(ANN)
    assert export["next_nudge_at"] == (NOW + WEEK).isoformat()


async def test_many_are_planned_at_once(store: Store) -> None:
    """What is due is planned in portions, the longest due first; nobody is left out or doubled."""
    people = [Person("slack", "T1", f"P{number}") for number in range(25)]
    for number, person in enumerate(people):
        await nudge(store, person, NOW - timedelta(minutes=number))
    decide = partial(planned, now=NOW)
    assert [await store.outbox.plan("slack", NOW, 10, decide) for _ in range(4)] == [10, 10, 5, 0]
    found = await claim(store)
    assert sorted(one.person.user for one in found) == sorted(p.user for p in people)
    assert await store.outbox.plan("discord", NOW, 10, decide) == 0


async def test_one_holder_at_a_time(store: Store) -> None:
    """A claimed delivery is nobody else's until its lease runs out; then it is taken over."""
    one = await claimed(store)
    assert (one.person, one.slot, one.tries) == (ANN, NOW, 0)
    assert await claim(store, NOW + LEASE - timedelta(seconds=1)) == []
    (other,) = await claim(store, NOW + LEASE)
    assert (other.id, other.token) == (one.id, one.token + 1)


async def test_claims_do_not_overlap(store: Store) -> None:
    """Workers that claim at the same moment get different deliveries, and together all of them."""
    for number in range(40):
        await nudge(store, Person("slack", "T1", f"P{number}"))
    await plan(store)
    shares = await asyncio.gather(*(claim(store, most=7) for _ in range(8)))
    ids = [one.id for share in shares for one in share]
    assert len(ids) == len(set(ids)) == 40


async def test_a_begun_try_counts(store: Store) -> None:
    """A try is counted when it begins, and stays counted when its holder is gone."""
    one = await claimed(store)
    begun = await store.outbox.begin(one, 1, NOW + LEASE)
    assert begun == replace(one, tries=1)
    assert await store.outbox.begin(one, 1, NOW + LEASE) == begun, "to ask again changes nothing"
    (other,) = await claim(store, NOW + LEASE)
    assert other.tries == 1
    again = await store.outbox.begin(other, 1, NOW + 2 * LEASE)
    assert again
    assert again.tries == 2


async def test_beginning_renews_the_lease(store: Store) -> None:
    """Who begins late has a whole lease for it."""
    one = await claimed(store)
    assert await store.outbox.begin(one, 1, NOW + 3 * LEASE)
    assert await claim(store, NOW + 3 * LEASE - timedelta(seconds=1)) == []
    assert len(await claim(store, NOW + 3 * LEASE)) == 1


async def test_the_old_holder_has_no_say(store: Store) -> None:
    """Who lost a delivery can neither begin it, nor end it, nor put it back."""
    one = await claimed(store)
    (other,) = await claim(store, NOW + LEASE)

    def never(_: Learner) -> tuple[Learner, None]:
        raise AssertionError("nothing is remembered")

    assert await store.outbox.begin(one, 1, NOW + LEASE) is None
    assert not await store.outbox.end(one, SENT, NOW, never)
    assert not await store.outbox.put_back(one, NOW)
    assert await claim(store, NOW + LEASE) == []
    assert await store.outbox.end(other, SENT, NOW)
    assert not await store.outbox.end(other, SENT, NOW), "once is enough"
    assert await states(store, ANN) == ["sent"]


async def test_a_changed_profile_is_not_begun(store: Store) -> None:
    """Whatever is set or switched off after the message was made, it is not begun."""
    one = await claimed(store)
    await store.save(ANN, learner(on=False), 1, NOW, due=Due(None))
    assert await store.outbox.begin(one, 1, NOW + LEASE) is None
    assert await store.outbox.begin(one, 2, NOW + LEASE)


async def test_what_surely_failed_does_not_count(store: Store) -> None:
    """A try that was refused is no try; one that may have got through is one."""
    one = await claimed(store)
    assert await store.outbox.put_back(one, NOW)
    for refused, tries in ((True, 0), (False, 1), (True, 1), (False, 2)):
        (one,) = await claim(store)
        begun = await store.outbox.begin(one, 1, NOW + LEASE)
        assert begun
        assert await store.outbox.put_back(begun, NOW, refused=refused)
        assert not await store.outbox.put_back(begun, NOW, refused=refused), "a repeat does nothing"
        (one,) = await claim(store)
        assert one.tries == tries
        await store.outbox.put_back(one, NOW)


async def test_put_back_waits(store: Store) -> None:
    """What is put back for later is nobody's until then."""
    one = await claimed(store)
    await store.outbox.put_back(one, NOW + timedelta(hours=1))
    assert await claim(store, NOW + timedelta(minutes=59)) == []
    assert len(await claim(store, NOW + timedelta(hours=1))) == 1


async def test_the_end_and_what_is_remembered_are_one(store: Store) -> None:
    """A delivery ends together with what is remembered of it, or neither does."""
    one = await claimed(store)

    def broken(_: Learner) -> tuple[Learner, None]:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await store.outbox.end(one, SENT, NOW, broken)
    assert await states(store, ANN) == ["open"]

    def noted(before: Learner) -> tuple[Learner, Due]:
        return replace(before, goal=None), Due(NOW + 2 * WEEK, WEEK, VERSION)

    assert await store.outbox.end(one, SENT, NOW, noted)
    loaded = await store.load(ANN)
    assert (loaded.learner.goal, loaded.version) == (None, 2)
    assert (await store.export(ANN))["next_nudge_at"] == (NOW + 2 * WEEK).isoformat()


async def test_a_deleted_person_is_gone_at_once(store: Store) -> None:
    """With a person go the nudge and its deliveries; one that is held then ends in nothing."""
    one = await claimed(store)
    await nudge(store, BOB)
    await store.delete(ANN)
    assert await store.outbox.begin(one, 1, NOW + LEASE) is None
    assert not await store.outbox.end(one, SENT, NOW, lambda before: (before, None))
    assert not await store.outbox.put_back(one, NOW)
    assert await store.outbox.counts() == []
    export = await store.export(ANN)
    assert (export["next_nudge_at"], export["nudges"], export["profile"]) == (None, [], None)
    await plan(store)
    assert [other.person for other in await claim(store, NOW + YEAR)] == [BOB]


async def test_deleting_races_with_ending(store: Store) -> None:
    """Whoever deletes the profile while workers plan and end waits for nothing but their turn."""
    people = [Person("slack", "T1", f"P{number}") for number in range(12)]
    for person in people:
        await nudge(store, person)
    await plan(store)
    found = await claim(store)

    def noted(before: Learner) -> tuple[Learner, Due]:
        return before, Due(NOW + WEEK, WEEK, VERSION)

    ends = (store.outbox.end(one, SENT, NOW, noted) for one in found)
    deletions = (store.delete(person) for person in people)
    async with asyncio.timeout(10):
        await asyncio.gather(*ends, *deletions, plan(store, NOW + WEEK), plan(store, NOW + WEEK))
    assert await store.outbox.counts() == []


async def test_the_export_holds_nudges(store: Store) -> None:
    """An export tells when the next nudge is due, and of each delivery what became of it."""
    one = await claimed(store)
    await store.outbox.end(one, SENT, NOW)
    export = await store.export(ANN)
    assert export["next_nudge_at"] == (NOW + WEEK).isoformat()
    assert export["nudges"] == [
        {
            "id": one.id,
            "slot": NOW.isoformat(),
            "state": "sent",
            "rule": "module",
            "message": "1.2",
        }
    ]


async def test_a_workspace_that_left_keeps_no_nudges(store: Store) -> None:
    """Thirty days after it left, the nudges of a workspace's people are gone; nobody else's."""
    for person in (ANN, BOB, DUA):
        await nudge(store, person)
    await plan(store)
    await store.drop_installation("slack", "T1", NOW)
    await store.tidy(NOW + timedelta(days=31))
    assert [one.person for one in await claim(store, NOW + YEAR)] == [DUA]
    assert (await store.export(ANN))["next_nudge_at"] is None


async def test_deliveries_are_forgotten_after_two_months(store: Store) -> None:
    """What has ended is kept for sixty days; what is under way stays."""
    one = await claimed(store)
    await store.outbox.end(one, SENT, NOW)
    await nudge(store, BOB)
    await plan(store)
    await store.tidy(NOW + timedelta(days=59))
    assert await store.outbox.counts() == [("slack", "open", 1), ("slack", "sent", 1)]
    await store.tidy(NOW + timedelta(days=61))
    assert await store.outbox.counts() == [("slack", "open", 1)]


async def test_what_may_have_got_through_is_listed(store: Store) -> None:
    """An operator sees the doubtful ones, and how much waits, without anybody's words."""
    one = await claimed(store)
    assert await store.outbox.backlog("slack", NOW) == (0, 0.0)
    await store.outbox.end(one, Ending("unknown", "module", "cut"), NOW)
    assert list(await store.outbox.doubtful()) == [(one.id, "slack", "T1", NOW, "module")]
    await nudge(store, BOB)
    await plan(store)
    assert await store.outbox.backlog("slack", NOW + timedelta(seconds=90)) == (1, 90.0)


async def test_the_doubtful_are_told_by_check(
    shared: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """``badgewise check`` names each, when it was due and by which rule; never whose it was."""
    store = await open_store(shared)
    one = await claimed(store)
    await store.outbox.end(one, Ending("unknown", "module", "cut"), NOW)
    await store.close()
    assert await check(Settings(store=StoreSettings(url=shared))) == 0
    told = f"nudges: {one.id} (slack, module, due 2026-03-31 09:00 UTC) may have got through or not"
    out = capsys.readouterr().out
    assert told in out
    assert ANN.user not in out.replace(one.id, "")


# Turns


async def test_turns_are_shared(shared: str) -> None:
    """Two workers together let no more go out than the rate allows, each in its own turn."""
    stores = [await open_store(shared) for _ in range(2)]
    turns: list[float] = []

    async def worker(store: Store) -> None:
        for _ in range(10):
            wait = await store.outbox.take_turns("slack:T1", NOW, 0.25, 3, 1_000)
            assert wait is not None
            turns.extend(wait + number * 0.25 for number in range(3))

    await asyncio.gather(*map(worker, stores))
    assert sorted(turns) == [number * 0.25 for number in range(60)]
    for store in stores:
        await store.close()


async def test_too_far_a_turn_is_not_taken(store: Store) -> None:
    """A turn beyond one's patience is none, and reserves nothing; other scopes have their own."""
    assert await store.outbox.take_turns("a", NOW, 1.0, 10, 5) == 0
    assert await store.outbox.take_turns("a", NOW, 1.0, 10, 5) is None
    assert await store.outbox.free_at("a") == NOW + timedelta(seconds=10)
    assert await store.outbox.take_turns("b", NOW, 1.0, 1, 5) == 0
    assert await store.outbox.take_turns("a", NOW + timedelta(seconds=6), 1.0, 1, 5) == 4
    assert await store.outbox.take_turns("a", NOW + timedelta(minutes=1), 1.0, 1, 5) == 0


async def test_a_hold_holds(store: Store) -> None:
    """Until a hold ends there are no turns; a shorter one does not cut it short; others go on."""
    await store.outbox.hold("slack:T1", NOW + timedelta(hours=1))
    await store.outbox.hold("slack:T1", NOW + timedelta(minutes=1))
    late = NOW + timedelta(minutes=59)
    assert await store.outbox.take_turns("slack:T1", late, 0.25, 1, 5) is None
    assert await store.outbox.take_turns("slack:T2", late, 0.25, 1, 5) == 0
    assert await store.outbox.take_turns("slack:T1", NOW + timedelta(hours=1), 0.25, 1, 5) == 0


async def test_one_probe_an_hour(store: Store) -> None:
    """While a scope is paused one worker may try once an hour, until somebody gets through."""
    hour = timedelta(hours=1)
    assert await store.outbox.paused("slack:T1") is None
    assert not await store.outbox.take_probe("slack:T1", NOW, NOW + hour)
    await store.outbox.pause("slack:T1", NOW + hour)
    assert await store.outbox.paused("slack:T1") == NOW + hour
    assert not await store.outbox.take_probe("slack:T1", NOW, NOW + hour)
    later = NOW + hour
    tries = [store.outbox.take_probe("slack:T1", later, later + hour) for _ in range(8)]
    assert sum(await asyncio.gather(*tries)) == 1
    assert await store.outbox.paused("slack:T2") is None
    await store.outbox.resume("slack:T1")
    assert await store.outbox.paused("slack:T1") is None


async def test_a_wrong_clock_does_not_block(store: Store) -> None:
    """What a clock that was a year ahead has reserved, held or paused holds nothing up."""
    ahead = NOW + YEAR
    assert await store.outbox.take_turns("a", ahead, 1.0, 10, 5) == 0
    assert await store.outbox.take_turns("a", NOW, 1.0, 1, 5) == 0
    await store.outbox.hold("b", ahead)
    assert await store.outbox.take_turns("b", NOW, 1.0, 1, 5) == 0
    await store.outbox.pause("c", ahead)
    assert await store.outbox.take_probe("c", NOW, NOW + timedelta(hours=1))


# Mending


async def mend(store: Store, now: datetime, zones: str = VERSION) -> int:
    """Computes anew, two at a time."""
    return await store.outbox.mend(
        now, zones, 2, lambda found: replace(due_of(found.nudging, now), zones=zones)
    )


async def test_a_jump_of_a_year_is_mended(store: Store) -> None:
    """After a clock that was a year ahead is set right, everybody's next nudge is theirs again."""
    for person in (ANN, BOB, CEM, DUA):
        await nudge(store, person)
    ahead = NOW + YEAR
    assert await plan(store, ahead) == 4
    held = await claim(store, ahead)
    assert await plan(store, NOW + WEEK) == 0, "all of them are parked a year ahead"
    assert await mend(store, NOW) == 4
    for person in (ANN, BOB, CEM, DUA):
        assert (await store.export(person))["next_nudge_at"] == (NOW + WEEK).isoformat()
    assert len(await claim(store, NOW)) == len(held), "no lease reaches a year ahead"
    assert await mend(store, NOW) == 0
    assert await plan(store, NOW + WEEK) == 4


async def test_a_jump_back_is_mended(store: Store) -> None:
    """A clock that goes back for a year and comes again brings nobody the same slot twice."""
    one = await claimed(store)
    await store.outbox.end(one, SENT, NOW)
    back = NOW - YEAR
    assert await mend(store, back) == 1
    assert await plan(store, back) == 0
    assert await mend(store, NOW) == 0
    assert await plan(store, NOW) == 1
    assert await claim(store, NOW) == [], "the slot was delivered"
    assert await states(store, ANN) == ["sent"]
    assert (await store.export(ANN))["next_nudge_at"] == (NOW + WEEK).isoformat()


async def test_other_zones_are_mended(store: Store) -> None:
    """Where the zones have changed, what was computed with the old ones is computed anew, once."""
    for person in (ANN, BOB, CEM):
        await store.save(person, learner(), 0, NOW, due=Due(NOW + timedelta(hours=1), WEEK, "old"))
    await store.save(DUA, learner(), 0, NOW, due=Due(NOW + timedelta(hours=1), WEEK, "new"))
    assert await mend(store, NOW, "new") == 3
    assert await mend(store, NOW, "new") == 0
    assert (await store.export(ANN))["next_nudge_at"] == (NOW + WEEK).isoformat()
    assert (await store.export(DUA))["next_nudge_at"] == (NOW + timedelta(hours=1)).isoformat()


async def test_what_nobody_can_read_holds_nobody_up(store: Store) -> None:
    """A profile that a newer version wrote is put off for an hour; the others are planned."""
    for person in (ANN, BOB):
        await nudge(store, person)
    text = '{"mood": "curious"}'
    async with store._database.write() as connection:  # type: ignore[attr-defined]
        for (
            id_,
            *_,
        ) in await connection.rows("due_nudges", platform="slack", now=2**40, most=1):
            await connection.rows("change_nudged", id=id_, body=text, now=0)
    assert await plan(store) == 2
    assert len(await claim(store)) == 1
    assert await plan(store, NOW + timedelta(minutes=59)) == 0
    assert await plan(store, NOW + timedelta(minutes=60)) == 1

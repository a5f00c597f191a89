"""What every store promises, on every database."""

import asyncio
from datetime import datetime, timedelta

import pytest

from bot.advice.learner import Experience, Goal, Learner
from bot.person import Person
from bot.store import AlreadyDone, Conflict, Loaded, Store, StoreProblem, line_key
from bot.workspace import TrustedProvider, Workspace
from tests.store.people import ANN, ANN_ELSEWHERE, BOB, FULL, NOW, SECRET, aiming_at

TRUSTING = Workspace(
    settings={"language": "en", "quota": 3},
    trusted=(TrustedProvider(name="Acme", industry="it", decided_on=NOW.date()),),
)


async def test_a_stranger_is_empty(store: Store) -> None:
    """Somebody never seen is an empty learner at version 0."""
    assert await store.load(ANN) == Loaded(Learner(), 0)


async def test_what_is_saved_is_loaded(store: Store) -> None:
    """A whole profile comes back as it was, with every field and type."""
    assert await store.save(ANN, FULL, 0, NOW) == 1
    assert await store.load(ANN) == Loaded(FULL, 1)


async def test_versions_count_up(store: Store) -> None:
    """Each save returns the version that the next one is made against."""
    for version in range(5):
        assert await store.save(ANN, aiming_at(str(version)), version, NOW) == version + 1


@pytest.mark.parametrize("stale", [0, 1, 3])
async def test_stale_saves_are_refused(store: Store, stale: int) -> None:
    """A save against any version but the stored one is a conflict and changes nothing."""
    await store.save(ANN, aiming_at("first"), 0, NOW)
    await store.save(ANN, aiming_at("second"), 1, NOW)
    for event in (None, "e1"):
        with pytest.raises(Conflict):
            await store.save(ANN, aiming_at("late"), stale, NOW, event=event, line_keys={"k": "x"})
    assert await store.load(ANN) == Loaded(aiming_at("second"), 2)
    assert not await store.done("e1")
    assert await store.line(ANN, "k") is None


async def test_an_event_has_one_effect(store: Store) -> None:
    """An event that comes twice is done once; the second time says so and writes nothing."""
    await store.save(ANN, aiming_at("once"), 0, NOW, event="Ev1")
    assert await store.done("Ev1")
    assert not await store.done("Ev2")
    with pytest.raises(AlreadyDone):
        await store.save(ANN, aiming_at("twice"), 1, NOW, event="Ev1", line_keys={"k": "x"})
    with pytest.raises(AlreadyDone):
        await store.save_workspace("slack", "T1", TRUSTING, NOW, event="Ev1")
    assert await store.load(ANN) == Loaded(aiming_at("once"), 1)
    assert await store.line(ANN, "k") is None


async def test_repeats_at_once_have_one_effect(store: Store) -> None:
    """Of ten deliveries of one event at the same moment, one is carried out."""

    async def deliver(number: int) -> bool:
        try:
            await store.save(ANN, aiming_at(str(number)), 0, NOW, event="Ev1")
        except (AlreadyDone, Conflict):
            return False
        return True

    assert sum(await asyncio.gather(*map(deliver, range(10)))) == 1
    assert (await store.load(ANN)).version == 1


async def test_tenants_are_apart(store: Store) -> None:
    """The same user id in two tenants, or on two platforms, is two people."""
    there = Person("discord", ANN.tenant, ANN.user)
    for person in (ANN, ANN_ELSEWHERE, there, BOB):
        assert (await store.load(person)).version == 0
        await store.save(person, aiming_at(f"{person}"), 0, NOW)
    await store.delete(ANN)
    for person in (ANN_ELSEWHERE, there, BOB):
        assert (await store.load(person)).learner == aiming_at(f"{person}")


@pytest.mark.parametrize("name", ["'; DROP TABLE learner; --", "ä\n\t🎓", "%", "a" * 5_000, ""])
async def test_any_name_is_a_name(store: Store, name: str) -> None:
    """Ids are values: quotes, wildcards and signs of any script are kept as they are."""
    odd = Person("console", name, name)
    await store.save(odd, FULL, 0, NOW, event=name)
    key = await store.keep_line(odd, name, NOW)
    assert (await store.load(odd)).learner == FULL
    assert await store.line(odd, key) == name
    assert (await store.load(Person("console", name, name + "x"))).version == 0


async def test_lines_are_for_their_own_person(store: Store) -> None:
    """A button's line comes back under its short key, to its own person alone."""
    line = "advise " + "x" * 3_000
    key = await store.keep_line(ANN, line, NOW)
    assert len(key) <= 16
    assert await store.line(ANN, key) == line
    for other in (BOB, ANN_ELSEWHERE):
        assert await store.line(other, key) is None
    assert await store.keep_line(ANN, line, NOW) == key
    assert await store.keep_line(BOB, line, NOW) != key


async def test_lines_are_saved_along(store: Store) -> None:
    """Lines given to a save are kept in the same transaction, under the keys made beforehand."""
    keys = {line_key(ANN, line): line for line in ("one\x00", "two")}
    await store.save(ANN, FULL, 0, NOW, line_keys=keys)
    assert {key: await store.line(ANN, key) for key in keys} == keys


async def test_deleted_is_gone(store: Store) -> None:
    """After a deletion nothing of the person is left, and they may begin anew."""
    key = await store.keep_line(ANN, "later", NOW)
    await store.save(ANN, FULL, 0, NOW)
    await store.delete(ANN)
    await store.delete(BOB)
    assert await store.load(ANN) == Loaded(Learner(), 0)
    assert await store.line(ANN, key) is None
    export = await store.export(ANN)
    assert (export["profile"], export["buttons"]) == (None, [])
    with pytest.raises(Conflict):
        await store.save(ANN, FULL, 1, NOW)
    assert await store.save(ANN, FULL, 0, NOW) == 1


async def test_export_holds_everything(store: Store) -> None:
    """An export names the person, their whole profile, their buttons, and when each was written."""
    await store.save(ANN, FULL, 0, NOW)
    await store.save(ANN, FULL, 1, NOW + timedelta(days=1))
    key = await store.keep_line(ANN, "later", NOW)
    assert await store.export(ANN) | {"profile": None} == {
        "person": {"platform": "slack", "tenant": "T1", "user": "U1"},
        "profile": None,
        "buttons": [{"key": key, "line": "later", "kept_at": "2026-03-31T09:00:00+00:00"}],
        "next_nudge_at": None,
        "nudges": [],
    }
    profile = (await store.export(ANN))["profile"]
    assert profile["learner"]["goal"]["text"] == SECRET
    assert (profile["version"], profile["created_at"]) == (2, "2026-03-31T09:00:00+00:00")
    assert profile["changed_at"] == "2026-04-01T09:00:00+00:00"


async def test_workspaces_are_kept(store: Store) -> None:
    """Settings and trusted providers come back, alone or beside a learner, for their tenant."""
    assert await store.workspace("slack", "T1") == Workspace()
    await store.save_workspace("slack", "T1", Workspace(), NOW)
    await store.save_workspace("slack", "T1", TRUSTING, NOW)
    assert await store.workspace("slack", "T1") == TRUSTING
    assert (await store.load(ANN)).workspace == TRUSTING
    assert (await store.load(ANN_ELSEWHERE)).workspace == Workspace()
    assert (await store.load(ANN_ELSEWHERE, workspace="T1")).workspace == TRUSTING
    assert await store.workspace("discord", "T1") == Workspace()


async def test_two_admins_do_not_undo_each_other(store: Store) -> None:
    """Settings saved against what was there before are refused when somebody changed them."""
    await store.save_workspace("slack", "T1", TRUSTING, NOW, before=Workspace())
    with pytest.raises(Conflict):
        await store.save_workspace("slack", "T1", Workspace(), NOW, before=Workspace())
    assert await store.workspace("slack", "T1") == TRUSTING
    await store.save_workspace("slack", "T1", Workspace(), NOW, before=TRUSTING)


async def test_unrecognised_names_are_counted(store: Store) -> None:
    """Names that could not be read are listed by how often they came, without who asked."""
    for name in ("b", "a", "b"):
        await store.note_unrecognised("credential", name)
    await store.note_unrecognised("provider", "b")
    assert (await store.unrecognised())[0] == ("credential", "b", 2)
    await store.note_unrecognised("credential", "a")
    await store.note_unrecognised("credential", "a")
    assert await store.unrecognised() == [
        ("credential", "a", 3),
        ("credential", "b", 2),
        ("provider", "b", 1),
    ]


async def test_a_flood_of_names_has_an_end(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """The list of names stops growing; names on it go on counting, each cut to 80 characters."""
    monkeypatch.setattr("bot.store.unrecognised.ROOM", 60)
    for number in range(200):
        await store.note_unrecognised("goal", f"{number} " + "x" * 500)
    names = await store.unrecognised()
    assert 50 <= len(names) <= 60
    assert max(len(name) for _, name, _ in names) <= 80
    await store.note_unrecognised("goal", names[0][1])
    assert (await store.unrecognised())[0][2] == 2


async def test_old_events_and_lines_are_tidied_away(store: Store) -> None:
    """Events are remembered for a week, lines for half a year, profiles until deleted."""
    await store.save(ANN, FULL, 0, NOW, event="Ev1")
    key = await store.keep_line(ANN, "later", NOW)
    await store.tidy(NOW + timedelta(days=6))
    assert await store.done("Ev1")
    await store.tidy(NOW + timedelta(days=8))
    assert not await store.done("Ev1")
    assert await store.line(ANN, key) == "later"
    await store.tidy(NOW + timedelta(days=181))
    assert await store.line(ANN, key) is None
    assert (await store.load(ANN)).learner == FULL


@pytest.mark.parametrize(
    "learner",
    [
        Learner(goal=Goal(text="half a character: \ud800")),
        Learner(experience=(Experience(id="e1", area="x", years=float("nan")),)),
        Learner(experience=(Experience(id="e1", area="x", years=float("inf")),)),
        Learner(experience=(Experience(id="e1", area=None),)),  # type: ignore[arg-type]
    ],
)
async def test_what_cannot_be_read_back_is_not_written(store: Store, learner: Learner) -> None:
    """A value that would not come back the same is refused in a sentence, and nothing is lost."""
    await store.save(ANN, FULL, 0, NOW)
    with pytest.raises(StoreProblem, match="cannot be stored"):
        await store.save(ANN, learner, 1, NOW)
    assert await store.load(ANN) == Loaded(FULL, 1)


async def test_half_a_character_in_an_id_is_a_sentence(store: Store) -> None:
    """An id that no database can hold is refused in a sentence, and the store goes on."""
    with pytest.raises(StoreProblem, match="cannot be stored"):
        await store.load(Person("console", "", "\udc80"))
    with pytest.raises(StoreProblem, match="cannot be stored"):
        await store.save(Person("console", "", "\udc80"), FULL, 0, NOW)
    await store.save(ANN, FULL, 0, NOW)


async def test_times_have_a_zone(store: Store) -> None:
    """A time without a zone is a mistake of the caller's, and nothing is written."""
    with pytest.raises(ValueError, match="time zone"):
        await store.save(ANN, FULL, 0, datetime(2026, 3, 31))  # noqa: DTZ001
    assert (await store.load(ANN)).version == 0


async def test_a_sound_store_passes_its_check(store: Store) -> None:
    """A check of a sound database says nothing, and closing twice is no error."""
    await store.save(ANN, FULL, 0, NOW)
    await store.check()
    await store.close()
    await store.close()


async def test_events_are_noted_once_before_their_work(store: Store) -> None:
    """Of several names for one event each is known afterwards; a repeat under any is seen."""
    assert await store.first_time(["id-1", "place-1"], NOW)
    assert not await store.first_time(["id-1"], NOW)
    assert not await store.first_time(["id-2", "place-1"], NOW)
    assert not await store.done("id-2")
    assert await store.first_time(["id-2", "place-2"], NOW)
    tries = [store.first_time([f"id-{n}", "place-3"], NOW) for n in range(10, 20)]
    assert sum(await asyncio.gather(*tries)) == 1


async def test_an_installation_is_kept_until_it_is_dropped(store: Store) -> None:
    """The newest document of a tenant is found, no other tenant's, and nothing once it is gone."""
    await store.keep_installation("slack", "T1", {"state": "old"}, NOW)
    await store.keep_installation("slack", "T1", {"state": "new", "n": 1}, NOW)
    assert await store.installation("slack", "T1") == {"state": "new", "n": 1}
    assert await store.installation("slack", "T2") is None
    assert await store.installation("discord", "T1") is None
    await store.drop_installation("slack", "T1", NOW)
    await store.drop_installation("slack", "never-there", NOW)
    assert await store.installation("slack", "T1") is None


async def test_a_workspace_that_left_is_forgotten_after_a_month(store: Store) -> None:
    """Thirty days after it left, nothing of a tenant is there; others, and those back, stay."""
    for person in (ANN, BOB, ANN_ELSEWHERE):
        await store.save(person, FULL, 0, NOW)
        await store.save_workspace("slack", person.tenant, TRUSTING, NOW)
    key = await store.keep_line(ANN, "later", NOW)
    for tenant in ("T1", "T2"):
        await store.keep_installation("slack", tenant, {}, NOW)
        await store.drop_installation("slack", tenant, NOW)
    await store.keep_installation("slack", "T2", {"back": True}, NOW)
    await store.tidy(NOW + timedelta(days=29))
    assert (await store.load(ANN)).learner == FULL
    await store.drop_installation("slack", "T1", NOW + timedelta(days=29))
    await store.tidy(NOW + timedelta(days=31))
    for person in (ANN, BOB):
        assert await store.load(person) == Loaded(Learner(), 0)
    assert await store.line(ANN, key) is None
    assert (await store.load(ANN_ELSEWHERE)).learner == FULL
    assert await store.installation("slack", "T2") == {"back": True}


async def test_a_ticket_is_good_once(store: Store) -> None:
    """A ticket is taken once, for its own purpose, while it is fresh; invented ones never are."""
    ticket = await store.issue_ticket("install", NOW)
    assert not await store.take_ticket("other", ticket, NOW, 600)
    assert not await store.take_ticket("install", "invented", NOW, 600)
    assert await store.take_ticket("install", ticket, NOW + timedelta(seconds=600), 600)
    assert not await store.take_ticket("install", ticket, NOW, 600)
    old = await store.issue_ticket("install", NOW)
    assert not await store.take_ticket("install", old, NOW + timedelta(seconds=601), 600)
    tries = [store.take_ticket("install", old, NOW, 600) for _ in range(10)]
    assert sum(await asyncio.gather(*tries)) == 1

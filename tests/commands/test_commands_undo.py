"""What was removed comes back by its button, lists have an end, and nothing is done twice."""

import asyncio

import pytest
from msgspec.structs import replace

from bot.advice.learner import Learner
from bot.advice.recognition import LocalWord
from bot.commands import background, credential, project, providers
from bot.commands.service import Service
from bot.person import Person
from bot.reply import plain
from bot.store import Store
from bot.workspace import Workspace
from tests.commands.talk import NOW, YOU, Talk

CSM = "/credential add CSM earned_on:2026-03-31"
UNDO = [
    ("/credential add Quux", "/credential remove c1"),
    ("/credential add “Quux: basics” provider:Acme status:in_progress", "/credential remove c1"),
    (CSM, "/credential remove c1"),
    ("/credential add Quux earned_on:2026 expires_on:2030-05 link:https://a.example/?b=c&d=e:f",
     "/credential remove c1"),
    ("/credential add Quux earned_on:2024 status:dropped", "/credential remove c1"),
    ("/credential add google data cert status:earned", "/credential remove c1"),
    ("/experience add led a sales team years:3", "/experience remove e1"),
    ("/experience add area:“years: of nursing”", "/experience remove e1"),
    ("/experience add nursing years:2.5", "/experience remove e1"),
    ("/education add BSc Biology", "/education remove d1"),
    ("/education add RN kind:licence", "/education remove d1"),
    ("/project add churn dashboard in SQL", "/project remove p1"),
    ("/project add churn report state:done", "/project remove p1"),
    ("/project add churn result:“9% fewer: yes” link:https://a.example", "/project remove p1"),
]  # fmt: skip


@pytest.mark.parametrize(("add", "remove"), UNDO, ids=[add for add, _ in UNDO])
async def test_undo_brings_it_back(talk: Talk, add: str, remove: str) -> None:
    """The button under a removal puts back what was removed, with all that was known of it."""
    await talk.well(add)
    before = await talk.learner()
    reply = await talk.say(remove)
    assert await talk.learner() == Learner()
    assert [action.label for action in reply.actions] == ["Put it back"]
    await talk.well(reply.actions[0].line)
    assert await talk.learner() == before


async def test_a_project_comes_back_linked(talk: Talk) -> None:
    """A removed project that belonged to a credential belongs to it again."""
    await talk.well(CSM, "/project add sprint log credential:c1")
    before = await talk.learner()
    reply = await talk.say("/project remove p1")
    await talk.well(reply.actions[0].line)
    assert await talk.learner() == before


async def test_a_credential_comes_back_with_its_projects(talk: Talk) -> None:
    """A credential that is put back has its projects again, and no others."""
    await talk.well(CSM, "/credential add Quux", "/project add sprint log credential:c1")
    await talk.well("/project add quux log credential:c2", "/project add c1 diary")
    reply = await talk.say("/credential remove c1")
    assert [p.credential for p in (await talk.learner()).projects] == ["", "c2", ""]
    await talk.well("/project add later log credential:c2", reply.actions[0].line)
    learner = await talk.learner()
    (back,) = [c for c in learner.credentials if c.title == "Certified ScrumMaster (CSM)"]
    assert [p.credential for p in learner.projects] == [back.id, "c2", "", "c2"]


GOALS = [
    "/goal set nurse situation:returning horizon:“next May”",
    "/goal set data analyst industry:health",
    "/goal set chief widgets underwriter",
]


@pytest.mark.parametrize("goal", GOALS)
@pytest.mark.parametrize("away", ["/goal clear", "/goal set florist", "/goal set flumpet wonk"])
async def test_a_goal_comes_back(talk: Talk, goal: str, away: str) -> None:
    """The goal that was cleared, or replaced by another one, comes back by one press."""
    await talk.well(goal)
    before = await talk.learner()
    reply = await talk.say(away)
    assert await talk.learner() != before
    (back,) = [a for a in reply.actions if a.label.startswith(("Put it back", "Back to "))]
    await talk.well(back.line)
    assert await talk.learner() == before


async def test_there_is_no_way_back_to_the_same(talk: Talk) -> None:
    """A goal set for the first time, or set anew with more about it, offers no way back."""
    for line in ("/goal set nurse", "/goal set registered nurse situation:returning"):
        assert [a.label for a in (await talk.say(line)).actions] == ["What should I take?"]


async def test_a_new_entry_takes_no_old_id(talk: Talk) -> None:
    """An id stays with its entry: after a removal in the middle the next one gets a new id."""
    await talk.well("/education add A", "/education add B", "/education add C")
    await talk.well("/education remove d2", "/education add D")
    assert [e.id for e in (await talk.learner()).education] == ["d1", "d3", "d4"]


LIMITS = [
    ("credentials", credential.MOST, "/credential add t{}", "/credential remove c1", "credentials"),
    ("experience", background.MOST, "/experience add t{}", "/experience remove e1",
     "entries of experience"),
    ("education", background.MOST, "/education add t{}", "/education remove d1",
     "entries of education"),
    ("projects", project.MOST, "/project add t{}", "/project remove p1", "projects"),
]  # fmt: skip


@pytest.mark.parametrize(("part", "most", "add", "remove", "what"), LIMITS)
async def test_lists_have_an_end(
    talk: Talk, part: str, most: int, add: str, remove: str, what: str
) -> None:
    """A full list refuses one more with a sentence, keeps what it holds, and takes one in a gap."""
    await talk.well(add.format(1))
    one = await talk.learner()
    (entry,) = getattr(one, part)
    full = tuple(replace(entry, id=f"{entry.id[0]}{n}") for n in range(1, most + 1))
    version = (await talk.store.load(YOU)).version
    await talk.store.save(YOU, replace(one, **{part: full}), version, NOW)
    reply = await talk.say(add.format(most + 1))
    assert not reply.ok
    assert plain(reply) == f"You have reached the limit of {most} {what}; remove one first."
    assert getattr(await talk.learner(), part) == full
    await talk.well(remove, add.format(most + 1))
    assert len(getattr(await talk.learner(), part)) == most


async def test_decisions_have_an_end(talk: Talk) -> None:
    """Admins can decide on many issuers, not on any number; a full list says so."""
    decided = tuple(LocalWord(name=f"t{n}", reason="x") for n in range(providers.MOST))
    await talk.store.save_workspace("console", "local", Workspace(trusted=decided), NOW)
    assert "You have reached the limit of 500 decisions" in await talk.text(
        "/providers trust one-more reason:x"
    )


async def test_a_repeated_event_changes_nothing_twice(talk: Talk) -> None:
    """An event that the platform sends again is answered kindly and done once."""
    for number in range(3):
        reply = await talk.say("/education add BSc", event="E1")
        assert reply.ok is (number == 0)
    assert plain(reply) == "That is done already; nothing was changed twice."
    assert len((await talk.learner()).education) == 1


async def test_two_at_once_both_count(service: Service, store: Store) -> None:
    """Commands of one person that meet are each done once or refused; none is lost in silence."""
    talks = [Talk(service, store) for _ in range(4)]
    replies = await asyncio.gather(*(t.say(f"/education add t{n}") for n, t in enumerate(talks)))
    kept = {e.title for e in (await talks[0].learner()).education}
    assert kept == {f"t{n}" for n, reply in enumerate(replies) if reply.ok}
    assert len(kept) >= 2


async def test_two_admins_at_once_both_count(service: Service, store: Store) -> None:
    """Decisions of two admins that meet are both kept, or one of them is told to send it again."""
    admins = [Talk(service, store, person=Person("console", "local", f"a{n}")) for n in range(3)]
    lines = [f"/providers trust Issuer{n} reason:x" for n in range(3)]
    replies = await asyncio.gather(*(a.say(x) for a, x in zip(admins, lines, strict=True)))
    listed = await admins[0].text("/providers list")
    assert [f"Issuer{n};" in listed for n in range(3)] == [reply.ok for reply in replies]
    assert sum(reply.ok for reply in replies) >= 2


async def test_people_do_not_mix(service: Service, store: Store) -> None:
    """The same user id on another platform or in another tenant is another person."""
    people = [YOU, Person("slack", "local", "you"), Person("console", "other", "you")]
    for number, person in enumerate(people):
        await Talk(service, store, person=person).well(f"/education add t{number}")
    for number, person in enumerate(people):
        mine = Talk(service, store, person=person)
        assert [e.title for e in (await mine.learner()).education] == [f"t{number}"]

"""The real knowledge, judged: what helps whom, what opens a door, and what comes after what."""

import pytest

from bot.advice.advise import advise
from bot.advice.case import Case, cases
from bot.advice.ladder import steps_below, successor_of
from bot.advice.learner import Learner
from bot.advice.library import Library
from bot.advice.reading.form import Form
from bot.advice.recognition import Recognition
from bot.advice.relevance import Link
from bot.advice.verdict import Verdict
from tests.advice.world import TODAY


def asked(library: Library, credential: str, goal: str) -> Case:
    """The case of somebody new who asks this."""
    reading = library.forms.form(Form(credential=credential, goal=goal))
    return cases(reading, Learner(), library.knowledge, TODAY)[0]


HELPS = (
    ("PL-300", "accountant"),
    ("LEED AP ID+C", "interior designer"),
    ("VTCT level 4 laser and ipl", "salon owner"),
    ("NEBOSH general certificate", "care home manager"),
    ("paediatric first aid", "midwife"),
    ("first aid at work", "childcare worker"),
    ("unreal engine course", "3d artist"),
    ("forklift licence LF", "warehouse operative"),
    ("BSL level 2", "teaching assistant"),
    ("personal licence APLH", "hotel manager"),
    ("mental health first aid", "hr manager"),
    ("hubspot inbound", "account executive"),
    ("GIS course", "epidemiologist"),
    ("part 107", "photographer"),
    ("lean six sigma green belt", "logistics manager"),
    ("WSET level 2", "waiter"),
    ("ILM level 3", "registered nurse"),
)
LEADS_ELSEWHERE = (
    ("PL-300", "hairdresser"),
    ("WSET level 2", "data analyst"),
    ("NEBOSH general certificate", "graphic designer"),
    ("white card", "accountant"),
    ("CCNA", "midwife"),
)
PERMITS = (
    ("white card", "construction labourer"),
    ("CSCS green card", "plasterer"),
    ("food hygiene level 2", "line cook"),
    ("RSA", "bartender"),
    ("RTITB counterbalance", "forklift operator"),
    ("ITSSAR lift truck", "forklift operator"),
    ("BLS provider", "registered nurse"),
    ("BOSIET", "oil and gas operator"),
)
MAKERS = (
    ("primavera p6 certification", "planning engineer"),
    ("salesforce admin certificate", "salesforce administrator"),
    ("PL-300", "demand planner"),
    ("tableau desktop specialist", "epidemiologist"),
)


@pytest.mark.parametrize(("credential", "goal"), HELPS)
def test_it_helps(library: Library, credential: str, goal: str) -> None:
    """What a job uses beside its core is a link, and never called none."""
    found = asked(library, credential, goal)
    assert found.role is not None
    assert found.connection.link in (Link.STRONG, Link.PARTIAL)


@pytest.mark.parametrize(("credential", "goal"), LEADS_ELSEWHERE)
def test_it_leads_elsewhere(library: Library, credential: str, goal: str) -> None:
    """That jobs are known more broadly links nothing to a job that has no use for it."""
    assert asked(library, credential, goal).connection.link is Link.NONE


@pytest.mark.parametrize(("credential", "goal"), PERMITS)
def test_a_card_is_shown_not_applied(library: Library, credential: str, goal: str) -> None:
    """A card or ticket needs no piece of work beside it and no hours of every week."""
    found = advise(asked(library, credential, goal))
    assert found.case.is_permit
    assert "apply-it" not in {finding.rule for finding in found.findings}
    assert "permit" in {aside.rule for aside in found.asides}
    assert found.next_step is not None
    assert found.next_step.key in ("next.permit", "next.permit-short", "next.gate-licence")


@pytest.mark.parametrize(("credential", "goal"), MAKERS)
def test_the_maker_counts_for_its_tool(library: Library, credential: str, goal: str) -> None:
    """Nobody is sent from the maker of a tool to somebody else."""
    found = asked(library, credential, goal)
    assert found.own_tool
    assert found.issuer.state is Recognition.RECOGNISED


def test_ladders_go_up(library: Library) -> None:
    """No step of a ladder rests on itself, and no step is made for another kind of work."""
    knowledge = library.knowledge
    for title in knowledge.credentials.values():
        below = steps_below(title, knowledge)
        assert title not in below
        for step in below[:1]:
            shared = set(title.skills) & set(step.skills) or set(title.roles) & set(step.roles)
            fields = {knowledge.skills[s].industry for s in title.skills}
            near = fields & {knowledge.skills[s].industry for s in step.skills}
            assert shared or near, f"{title.id} on {step.id}"


def test_who_can_no_longer_earn_it_is_sent_to_what_can_be_earned(library: Library) -> None:
    """Each retired credential is a Skip, and no step leads to another retired one."""
    knowledge = library.knowledge
    for title in knowledge.credentials.values():
        if title.retired:
            found = advise(asked(library, title.name, ""))
            assert (found.line.name, found.verdict) == ("no-longer-issued", Verdict.SKIP), title.id
            successor = successor_of(title, knowledge)
            assert successor is None or not successor.retired

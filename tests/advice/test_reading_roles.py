"""Goals as people type them: jobs, grades, slips, unknown ones and what comes closest."""

import pytest

from bot.advice.library import Library

KNOWN = (
    ("data analyst", "data-analyst"),
    ("Data Analyst", "data-analyst"),
    ("data-analyst", "data-analyst"),
    ("dataanalyst", "data-analyst"),
    ("junior data analyst", "data-analyst"),
    ("entry level data analyst", "data-analyst"),
    ("freelance data analyst", "data-analyst"),
    ("I want to be a data analyst", "data-analyst"),
    ("my goal is to become a data analyst", "data-analyst"),
    ("data analyst one day", "data-analyst"),
    ("data analyst or something else", "data-analyst"),
    ("a proper baker", "baker"),
    ("nurse", "registered-nurse"),
    ("registered nurse", "registered-nurse"),
    ("to become a nurse", "registered-nurse"),
    ("plumber", "plumber"),
    ("HR", "hr-assistant"),
    ("hr manager", "hr-manager"),
    ("ux", "ux-designer"),
    ("cyber security analyst", "cybersecurity-analyst"),
    ("scrum master", "scrum-master"),
    ("english teacher abroad", "esl-teacher"),
    ("care assistant", "care-worker"),
    ("lorry driver", "truck-driver"),
    ("HGV driver", "truck-driver"),
    ("software dev", "software-engineer"),
    ("backend engineer", "backend-developer"),
    ("work in marketing", "marketing-assistant"),
    ("helpdesk", "it-support-technician"),
    ("solicitor", "solicitor"),
    ("chef de partie", "line-cook"),
    # As people call it at work, short or in the words of another country.
    ("h&s advisor", "health-and-safety-officer"),
    ("room leader", "early-years-room-leader"),
    ("programme officer", "programme-officer-ngo"),
    ("supply chain planner", "demand-planner"),
    ("notary signing agent", "notary"),
    ("online pt", "personal-trainer"),
    ("hr person", "hr-generalist"),
    ("junior ds", "data-scientist"),
    ("jr dev", "junior-software-developer"),
    ("sre", "site-reliability-engineer"),
    ("prof de fle", "language-teacher"),
    ("lash tech", "lash-technician"),
    ("pacu nurse", "recovery-nurse"),
    ("game translator", "localisation-specialist"),
    ("farm lad", "farm-worker"),
    ("apprentice trainer", "vocational-trainer"),
    ("architecture tech", "architectural-technologist"),
    ("food van owner", "street-food-trader"),
    ("tax inspector", "tax-inspector"),
    ("garment machinist", "sewing-machine-operator"),
    ("boda boda rider", "motorcycle-courier"),
    ("bank po", "bank-teller"),
    ("asha worker", "community-health-worker"),
    ("kasambahay", "domestic-worker"),
    ("yacht stewardess", "yacht-steward"),
)

SLIPS = (
    ("Data Analist", "data-analyst"),
    ("nusre", "registered-nurse"),
    ("electrican", "electrician"),
    ("accountent", "accountant"),
    ("bookkeper", "bookkeeper"),
    ("projct manager", "project-manager"),
    ("cybersecurty analyst", "cybersecurity-analyst"),
)

UNKNOWN = (
    "zorber",
    "astronaut",
    "analyst",
    "consultant",
    "manager",
    "marine engineering consultant",
    "dog architect",
    "something with computers",
    "quantum gardener",
)


@pytest.mark.parametrize(("says", "expects"), KNOWN)
def test_known_job_is_read(library: Library, says: str, expects: str) -> None:
    """A job is found by its name, another name, a grade before it or a wish around it."""
    found = library.messages.roles.read(says)
    assert found is not None
    assert found.role == expects


@pytest.mark.parametrize(("says", "expects"), SLIPS)
def test_slip_is_mended_and_said(library: Library, says: str, expects: str) -> None:
    """A slip of the finger finds the job all the same, and is marked as mended."""
    found = library.messages.roles.read(says)
    assert found is not None
    assert (found.role, found.repaired) == (expects, True)


@pytest.mark.parametrize("says", UNKNOWN)
def test_unknown_job_is_not_guessed(library: Library, says: str) -> None:
    """A job that is not known, or only the head of one, is never silently taken for another."""
    found = library.messages.roles.read(says)
    assert found is not None
    assert found.role == ""
    assert len(found.guesses) <= 5
    assert set(found.guesses) <= set(library.knowledge.roles)


@pytest.mark.parametrize(
    ("says", "among"),
    [("marine engineering consultant", "marine-engineer"), ("quantum gardener", "gardener")],
)
def test_closest_jobs_are_offered(library: Library, says: str, among: str) -> None:
    """For an unknown job the ones that come closest are offered."""
    found = library.messages.roles.read(says)
    assert found is not None
    assert among in found.guesses


@pytest.mark.parametrize("says", ["", "   ", "?", "\u200b", "🙂"])
def test_no_words_are_no_goal(library: Library, says: str) -> None:
    """Where there are no words there is no goal."""
    assert library.messages.roles.read(says) is None


def test_what_the_person_told_wins(library: Library) -> None:
    """An answer to "which job comes closest?" holds for the same words, however they are typed."""
    for says in ("zorber", "Zorber", "a ZORBER", "zorbers"):
        found = library.messages.roles.read(says, {"zorber": "baker"})
        assert found is not None
        assert found.role == "baker"


def test_answer_to_a_job_that_is_gone_is_no_answer(library: Library) -> None:
    """An answer that names a job which the knowledge no longer has is asked for again."""
    found = library.messages.roles.read("zorber", {"zorber": "no-such-job"})
    assert found is not None
    assert found.role == ""


def test_every_job_is_found_by_its_own_name(library: Library) -> None:
    """Each job of the knowledge is read as itself, alone and in a wish."""
    wrong = []
    for role in library.knowledge.roles.values():
        for says in (role.name, f"I want to become a {role.name}"):
            found = library.messages.roles.read(says)
            if found is None or found.role != role.id:
                wrong.append(f"{says}: {found and found.role}")
    assert wrong == []


def test_every_walk_of_life_is_found_by_its_name(library: Library) -> None:
    """Each industry is known by its name and by its other names."""
    for industry in library.knowledge.industries.values():
        for name in (industry.name, *industry.aliases):
            assert library.messages.roles.industry(name), name
    assert library.messages.roles.industry("zorbing") is None

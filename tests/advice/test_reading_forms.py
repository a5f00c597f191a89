"""Forms and rows of a table: each field may be messy, and means what a message would."""

import pytest

from bot.advice.learner import Answers, Situation, Status
from bot.advice.library import Library
from bot.advice.reading.facts import Standing
from bot.advice.reading.form import Form

SITUATIONS = (
    ("switching", {Situation.SWITCHING}),
    ("Staying Current", {Situation.STAYING_CURRENT}),
    ("first-job", {Situation.FIRST_JOB}),
    ("EMPLOYER_SENT", {Situation.EMPLOYER_SENT}),
    ("switching; freelancing", {Situation.SWITCHING, Situation.FREELANCING}),
    ("coming back after maternity leave", {Situation.RETURNING}),
    ("my boss told me to", {Situation.EMPLOYER_SENT}),
    ("", set()),
    ("zorbing", set()),
)

HELD = (
    ("AZ-900", "microsoft-azure-fundamentals", Status.EARNED, ""),
    ("az900|Microsoft", "microsoft-azure-fundamentals", Status.EARNED, "Microsoft"),
    ("CSM|Scrum Alliance|in progress", "scrum-alliance-csm", Status.IN_PROGRESS, "Scrum Alliance"),
    ("CSM||planned", "scrum-alliance-csm", Status.PLANNED, ""),
    ("CSM | | DROPPED ", "scrum-alliance-csm", Status.DROPPED, ""),
    ("CSM||nonsense", "scrum-alliance-csm", Status.EARNED, ""),
    ("Zorbing|Nobody|earned", "", Status.EARNED, "Nobody"),
    ("|||", "", Status.EARNED, ""),
)

PROJECTS = (
    ("sales dashboard in Power BI|PL-300", True, "Power BI Data Analyst", "power-bi"),
    ("SQL report", True, "", "sql"),
    ("SQL report||planned", False, "", "sql"),
    ("SQL report|AZ-900|in progress", False, "Azure Fundamentals", "sql"),
    ("a thing|Zorbing", True, "Zorbing", ""),
)


@pytest.mark.parametrize(("says", "expects"), SITUATIONS)
def test_situation(library: Library, says: str, expects: set[Situation]) -> None:
    """A situation is read by its name in any spelling, or in a person's own words."""
    assert library.forms.form(Form(situation=says)).situations == expects


@pytest.mark.parametrize(("says", "known", "status", "issuer"), HELD)
def test_held_credential(
    library: Library, says: str, known: str, status: Status, issuer: str
) -> None:
    """A cell name|issuer|status is a credential, earned unless it says otherwise."""
    (found,) = library.forms.form(Form(credentials=says)).held
    assert (found.known, found.status, found.provider) == (known, status, issuer)


@pytest.mark.parametrize(("says", "done", "linked", "skill"), PROJECTS)
def test_project(library: Library, says: str, done: bool, linked: str, skill: str) -> None:
    """A cell name|credential is a project with its link, done unless it says otherwise."""
    (found,) = library.forms.form(Form(projects=says)).projects
    assert found.done is done
    assert linked in found.credential
    assert not linked or found.credential
    assert not skill or skill in found.skills


def test_whole_row(library: Library) -> None:
    """A row holds credential, issuer, goal, situation and a past of several entries."""
    found = library.forms.form(
        Form(
            credential="google data cert", provider="Coursera", goal="Data Analist",
            situation="switching", experience="nursing 5 years; led a team of 8",
            credentials="AZ-900; CSM||planned", projects="SQL report; dashboard|AZ-900",
        )
    )  # fmt: skip
    (asked,) = found.asked
    assert asked.title.known == "google-data-analytics"
    assert (asked.provider.id, asked.provider.inferred) == ("google", True)
    assert found.goal is not None
    assert found.goal.role == "data-analyst"
    assert (found.experience[0].role, found.experience[0].years) == ("registered-nurse", 5.0)
    assert "leadership" in found.experience[1].skills
    assert [c.status for c in found.held] == [Status.EARNED, Status.PLANNED]
    assert len(found.projects) == 2


def test_empty_row_says_nothing(library: Library) -> None:
    """A row without words has no credential, no goal and no past."""
    for form in (Form(), Form(credential=" ", goal="?", experience=";;", credentials=" ; ")):
        found = library.forms.form(form)
        assert (found.asked, found.goal, found.experience, found.held) == ((), None, (), ())


def test_issuer_said_wins_over_the_inferred_one(library: Library) -> None:
    """An issuer that is no platform is kept, though the credential is known as another's."""
    (asked,) = library.forms.form(Form(credential="AZ-900", provider="Nobody's College")).asked
    assert (asked.provider.standing, asked.provider.inferred) == (Standing.UNKNOWN, False)


def test_confirmed_issuer_is_remembered(library: Library) -> None:
    """A slip that the person has confirmed is the issuer it meant; one denied is unknown."""
    form = Form(credential="python course", provider="Corsera")
    for told, standing in (("coursera", Standing.NAMED), ("none", Standing.UNKNOWN)):
        (asked,) = library.forms.form(form, Answers(issuers={"corsera": told})).asked
        assert asked.provider.standing is standing


def test_no_experience_is_none(library: Library) -> None:
    """A field that says "none" is no experience in a field called so."""
    for says in ("no experience", "zero work experience"):
        found = library.forms.form(Form(experience=says))
        assert (found.experience, found.no_experience) == ((), True)


def test_long_lists_are_bounded(library: Library) -> None:
    """A cell of ten thousand entries is cut, not worked through."""
    found = library.forms.form(Form(credentials="x;" * 10_000, projects="y;" * 10_000))
    assert len(found.held) <= 100
    assert len(found.projects) <= 100

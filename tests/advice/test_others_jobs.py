"""Jobs that are said and are nobody's goal, and titles that are said beside others."""

import pytest

from bot.advice.library import Library


@pytest.fixture(scope="module")
def library() -> Library:
    """All that is known."""
    return Library()


@pytest.mark.parametrize(
    "said",
    [
        "CCNA? everybody is telling me different things",
        "BLS? there is an 8 month waiting list",
        "TEFL? i do NOT want to be a teacher, before anyone says it",
        "CELTA? not even sure i want to teach",
        "WSET 2? Teacher at school always said it is nothing",
        "WSET 2? would it be enough to be let back in the door",
        "PMP? theres meant to be a shortage",
        "PMP? cairo, i go there sometimes",
        "WSET 2? no money rn so later",
        "WSET 2? France Travail could finance one",
        "WSET 2? Not interested in travel agent stuff",
        "WSET 2? been translating for my grandma at the doctor",
    ],
)
def test_no_goal_is_read(library: Library, said: str) -> None:
    """A job that one waits for, does not want, or that others have, is not aimed at."""
    goal = library.messages.message(said).goal
    assert goal is None or goal.of_title


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("I'm a waitress, is WSET 2 worth it", "waiter"),
        ("I'm a HCA, is a phlebotomy course worth it", "healthcare-assistant"),
        ("is becoming a Certified Bookkeeper worth it? clients: a plumber and my sister",
         "bookkeeper"),
        ("warehouse lead. I'd like to make ops manager. is CLTD worth it", "operations-manager"),
    ],
)  # fmt: skip
def test_whose_job_it_is(library: Library, said: str, role: str) -> None:
    """One's own job counts however it is called, and so does the title that one would be."""
    goal = library.messages.message(said).goal
    assert goal is not None
    assert goal.role == role


@pytest.mark.parametrize(
    ("said", "titles"),
    [
        ("is the CLO3D certificate useful or should she take the Lectra Modaris one",
         ["CLO3D certificate", "Lectra Modaris"]),
        ("fumigation certificate + phytosanitary", ["fumigation certificate", "phytosanitary"]),
        ("PgCert MSK image reporting, or the CT head reporting module first?",
         ["PgCert MSK image reporting", "CT head reporting module"]),
        ("wella master colour or the L'Oréal colour specialist",
         ["L'Oréal colour specialist", "wella master colour"]),
        ("is BSL level 1 worth it or is it just \"hello my name is\"?", ["BSL level 1"]),
        ("i broke my arm last year, is NPLQ still worth it", ["NPLQ"]),
        ("Anyone done the ILM level 3, or the CMI one?", ["ILM level 3", "CMI"]),
        ("pharmacist from Kerala, OET for Ahpra", ["OET"]),
    ],
)  # fmt: skip
def test_titles_beside_titles(library: Library, said: str, titles: list[str]) -> None:
    """Both sides of a choice are read, and nothing that is none."""
    asked = library.messages.message(said).asked
    assert sorted(one.title.read for one in asked) == sorted(titles)


def test_who_asks_for_a_title_does_not_give_it(library: Library) -> None:
    """A regulator after "for" is no issuer."""
    (asked,) = library.messages.message("pharmacist from Kerala, OET for Ahpra").asked
    assert asked.provider.id == "cambridge-boxhill"

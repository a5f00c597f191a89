"""What is plain English, a place or a name is no slip of something else."""

import pytest

from bot.advice.library import Library

FINE = (
    "literally dodgy continent cleaned recognize bride postponing sprayed scrap dining travelling"
)
NAMES = "Cusco Durban Recife Accra Barrie Milan Gdansk Clare"


@pytest.fixture(scope="module")
def library() -> Library:
    """All that is known."""
    return Library()


@pytest.mark.parametrize("word", [*FINE.split(), *NAMES.split()])
def test_a_word_that_people_say_stays_as_it_is(library: Library, word: str) -> None:
    """Neither a word of everyday language nor a town is mended into a credential or a job."""
    reading = library.messages.message(f"so I am in {word} now, is the CCNA worth it")
    assert [asked.title.known for asked in reading.asked] == ["cisco-ccna"]
    speller = library.messages.lexicon.speller
    assert speller.mended[word, word.lower(), False] is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("certifcate", "certificate"), ("lifegaurd", "lifeguard"), ("Managment", "management")],
)
def test_a_slip_is_still_one(library: Library, typed: str, meant: str) -> None:
    """What is no word at all is read as the word a letter away."""
    assert library.messages.lexicon.speller.mended[typed, typed.lower(), False] == meant

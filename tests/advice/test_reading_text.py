"""What is typed becomes comparable words: cleaned, cut, stemmed; nothing unseen survives."""

import unicodedata

import pytest

from bot.advice.reading.looks import disguised, skeleton
from bot.advice.reading.text import MAX_CHARACTERS, clean, stem, stems, words

CLEANED = (
    ("plain words", "plain words"),
    ("  much \t space\n\nhere ", "much space here"),
    ("“smart” ‘quotes’ – and — dashes", "\"smart\" 'quotes' - and - dashes"),
    ("a\u200bb\u2060c\ufeff", "abc"),
    ("\u202eevil\u202c \u2066x\u2069", "evil x"),
    ("nul\x00 bell\x07 del\x7f", "nul bell del"),
    ("lone \ud800 surrogate", "lone surrogate"),
    ("private \ue000 use", "private use"),
    ("Ｆｕｌｌ ｗｉｄｔｈ", "Full width"),
    ("ﬁne", "fine"),
    ("teacher → designer", "teacher > designer"),
    ("family 👨\u200d👩\u200d👧 stays", "family 👨\u200d👩\u200d👧 stays"),
    ("e" + "\u0301" * 40, "é\u0301\u0301"),
    ("back`tick", "back'tick"),
    ("", ""),
)


@pytest.mark.parametrize(("says", "expects"), CLEANED, ids=range(len(CLEANED)))
def test_clean(says: str, expects: str) -> None:
    """What cannot be seen goes, spaces become one, quotes and dashes plain; emoji stay whole."""
    assert clean(says) == unicodedata.normalize("NFC", expects)


@pytest.mark.parametrize(
    "says",
    ["x" * 100_000, "\ufdfa" * 100_000, "e\u0301" * 100_000, "👨\u200d" * 50_000],
    ids=["letters", "a ligature of eighteen letters", "marks", "emoji"],
)
def test_length_is_bounded(says: str) -> None:
    """However long a text is, or becomes when it is normalised, what is left is bounded."""
    assert len(clean(says)) <= MAX_CHARACTERS


STEMS = (
    ("certificates", "certificate"),
    ("Analyses", "analysis"),
    ("analytics", "analytic"),
    ("organisation", "organization"),
    ("analyse", "analyze"),
    ("modelling", "modeling"),
    ("licence", "license"),
    ("Programmes", "program"),
    ("studies", "study"),
    ("classes", "class"),
    ("business", "business"),
    ("bus", "bus"),
    ("exercise", "exercise"),
    ("nurse's", "nurse"),
    ("café", "cafe"),
    ("mgmt", "management"),
    ("C++", "c++"),
    ("C#", "c#"),
)


@pytest.mark.parametrize(("says", "expects"), STEMS)
def test_stem(says: str, expects: str) -> None:
    """Number and the country's spelling fall away, and nothing else."""
    assert stem(says) == expects
    assert stem(says.upper()) == expects


@pytest.mark.parametrize(
    ("says", "expects"),
    [
        ("AZ-900", ("az", "900")),
        ("az900", ("az", "900")),
        ("Security+", ("security+",)),
        ("R&D", ("r", "and", "d")),
        (".NET developer", (".net", "developer")),
        ("UI/UX", ("ui", "ux")),
        ("nodes 3.5", ("node", "3.5")),
        ("don't", ("dont",)),
        ("日本語", ("日本語",)),
        ("🙂!?", ()),
    ],
)
def test_words_of_a_name(says: str, expects: tuple[str, ...]) -> None:
    """A name is cut into words and numbers; signs that belong to a word stay with it."""
    assert stems(says) == expects


def test_a_text_is_cut_into_words_once() -> None:
    """Several readers ask for the words of one message; they are the same object."""
    said = "is the ccna worth it for a network engineer"
    assert words(said) is words(said)


def test_words_know_where_they_stood() -> None:
    """Each word can be found again in the text as it was typed."""
    text = "Is AZ-900, from Microsoft, worth it? İstanbul C++"
    for word in words(text):
        assert text[word.start : word.end] == word.raw


ALIKE = (
    ("Coursera", "Ϲoursera"),
    ("Microsoft", "Rnicrosoft"),
    ("Google", "G00gle"),
    ("Google", "Ｇｏｏｇｌｅ"),
    ("Udacity", "Udaclty"),
)


@pytest.mark.parametrize(("real", "fake"), ALIKE)
def test_lookalikes_have_one_skeleton(real: str, fake: str) -> None:
    """Names that look the same to the eye have the same skeleton, whatever they are made of."""
    assert skeleton(real) == skeleton(fake)


@pytest.mark.parametrize(
    ("says", "expects"),
    [
        ("Coursera", False),
        ("Universität Zürich", False),
        ("Académie", False),
        ("Яндекс", False),
        ("東京大学", False),
        ("Ϲoursera", True),
        ("Gооgle", True),
        ("Ｇｏｏｇｌｅ", True),
        ("𝐆oogle", True),
    ],
)
def test_only_a_mixture_is_a_disguise(says: str, expects: bool) -> None:
    """Another script or an accent is no disguise; letters that stand in for Latin ones are."""
    assert disguised(says) is expects

"""Names of issuers: to the letter or not at all; look-alikes are told, slips are asked about."""

import pytest

from bot.advice.library import Library
from bot.advice.reading.facts import Standing

NAMED = (
    ("Coursera", "coursera"),
    ("COURSERA", "coursera"),
    ("coursera.org", "coursera"),
    ("https://www.coursera.org", "coursera"),
    ("Coursera, Inc.", "coursera"),
    ("from Coursera", "coursera"),
    ("Google via Coursera", "google"),
    ("IBM / Coursera", "ibm"),
    ("Coursera (IBM)", "ibm"),
    ("the University of Edinburgh", "university-of-edinburgh"),
    ("Microsoft Learn", "microsoft"),
    ("AWS", "amazon-web-services"),
    ("American Welding Society", "american-welding-society"),
    ("P.M.I.", "pmi"),
    ("Project Management Institute", "pmi"),
    ("Harvard", "harvard-university"),
    ("Open University", "open-university"),
    ("The Open University", "open-university"),
    ("Google\u200b", "google"),
    (" google ", "google"),
)

LOOKALIKES = (
    ("Ϲoursera", "coursera"),
    ("Соursera", "coursera"),
    ("c0ursera", "coursera"),
    ("Rnicrosoft", "microsoft"),
    ("Micros0ft", "microsoft"),
    ("Ｇｏｏｇｌｅ", "google"),
    ("𝐆𝐨𝐨𝐠𝐥𝐞", "google"),
    ("Harward Online University", "harvard-university"),
    ("Gооgle Academy", "google"),
)

SLIPS = (
    ("Corsera", "coursera"),
    ("Coursora", "coursera"),
    ("Goggle", "google"),
    ("Googel", "google"),
    ("Stanfrod", "stanford-university"),
    ("Micorsoft", "microsoft"),
)

UNKNOWN = (
    "Nobody's College",
    "Harvard Institute of Digital Excellence",
    "Oxford Online Academy of Business",
    "London Institute of Global Management",
    "Google Masters Academy",
    "Institute of Coursera Studies",
    "university",
    "online",
    "my cousin",
    "YouTube tutorial",
)


@pytest.mark.parametrize(("says", "expects"), NAMED)
def test_exact_name_is_read(library: Library, says: str, expects: str) -> None:
    """An issuer is known by its whole name, an alias, its address, or beside its platform."""
    found = library.messages.providers.read(says)
    assert (found.standing, found.id) == (Standing.NAMED, expects)


@pytest.mark.parametrize(("says", "real"), LOOKALIKES)
def test_lookalike_is_told(library: Library, says: str, real: str) -> None:
    """A name that only looks like a known one is suspect, and never that one."""
    found = library.messages.providers.read(says)
    assert (found.standing, found.id, found.resembles) == (Standing.SUSPECT, "", real)


@pytest.mark.parametrize(("says", "real"), SLIPS)
def test_slip_is_asked_about(library: Library, says: str, real: str) -> None:
    """A whole name one letter off is put as a question, never taken for the known one."""
    found = library.messages.providers.read(says)
    assert (found.standing, found.id, found.resembles) == (Standing.SLIP, "", real)


@pytest.mark.parametrize("says", UNKNOWN)
def test_invented_name_is_unknown(library: Library, says: str) -> None:
    """Known words do not make a known issuer: a name is matched whole or not at all."""
    found = library.messages.providers.read(says)
    assert (found.standing, found.id) == (Standing.UNKNOWN, "")
    assert found.read == says


@pytest.mark.parametrize("says", ["", "  ", "...", "\u202e\u200b", "🙂"])
def test_no_words_are_no_issuer(library: Library, says: str) -> None:
    """Where there are no words the issuer is not said."""
    assert library.messages.providers.read(says).standing is Standing.UNSAID


def test_every_issuer_is_found_by_its_own_name(library: Library) -> None:
    """Each issuer of the knowledge is read as itself, or as one that bears the same name."""
    wrong = []
    for provider in library.knowledge.providers.values():
        found = library.messages.providers.read(provider.name)
        if found.standing is not Standing.NAMED:
            wrong.append(f"{provider.name}: {found.standing.value}")
    assert wrong == []


def test_no_word_added_makes_a_name_known(library: Library) -> None:
    """A well-known name with a word more is another issuer's, whatever the word."""
    for name in ("Harvard University", "Coursera", "Google", "Microsoft"):
        for word in ("Elite", "Instant", "Global", "Diploma", "Excellence"):
            for says in (f"{name} {word}", f"{word} {name}"):
                assert library.messages.providers.read(says).standing is not Standing.NAMED, says

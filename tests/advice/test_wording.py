"""The words: every sentence is used, complete, the project's own, and open to translation."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir

from bot.advice import article
from bot.advice.findings import Said
from bot.advice.library import Library
from bot.advice.wording import SENTENCES, VERDICT_NAMES, Wording, with_article
from bot.advice.words import words_for
from bot.commands import verdict_words
from tests.advice.everything_said import everything_said
from tests.advice.world import WORLD

ROOT = Path(__file__).parents[2]
ARTICLE = ROOT.parent / "shared" / "article.txt"
RUN = 8
FRAGMENTS = ("change.", "name.", "choice.")  # parts of a sentence, or labels of a button


@pytest.fixture(scope="module")
def said() -> dict[str, list[str]]:
    """Every sentence as it is said in the small world, by its key."""
    wording = Wording(words_for("en"), WORLD)
    found: dict[str, list[str]] = {}
    for one in everything_said():
        found.setdefault(Wording._key(one), []).append(wording(one))
    return found


def test_every_sentence_is_said_and_every_key_exists(said: dict[str, list[str]]) -> None:
    """No sentence is there that nothing says, and nothing is said that has no sentence."""
    assert set(said) == set(SENTENCES)


@pytest.mark.parametrize("key", SENTENCES)
def test_sentence_reads_well(said: dict[str, list[str]], key: str) -> None:
    """A sentence has no gap, no stray space, no doubled word, and begins and ends as one does."""
    for text in said[key]:
        assert not re.search(
            r"[{}]|\(\s*\)|\s{2}|\s[.,;:!?)]|“”|(?<=.)\bNone\b|\ba[n]? [.,;:(]", text
        )
        assert not re.search(r"\b([A-Za-z]+) \1\b", text), text
        assert not re.search(r"\b1 \w+s\b", text), text
        if not key.startswith(FRAGMENTS):
            assert text[0].isupper() or text[0] == "“" or key.startswith("beyond."), text
            assert text[-1] in ".?!", text


@pytest.mark.parametrize(
    ("name", "spoken"),
    [
        ("analyst", "an analyst"),
        ("baker", "a baker"),
        ("HR manager", "an HR manager"),
        ("UX designer", "a UX designer"),
        ("university lecturer", "a university lecturer"),
        ("user researcher", "a user researcher"),
        ("urban planner", "an urban planner"),
        ("usher", "an usher"),
        ("underwriter", "an underwriter"),
        ("European lawyer", "a European lawyer"),
        ("MLOps engineer", "an MLOps engineer"),
        ("SEO specialist", "an SEO specialist"),
        ("IT trainer", "an IT trainer"),
        ("R&D engineer", "an R&D engineer"),
        ("iOS developer", "an iOS developer"),
        ("DJ", "a DJ"),
        (".NET developer", "a .NET developer"),
        ("3D artist", "a 3D artist"),
        ("hotel manager", "a hotel manager"),
    ],
)
def test_a_or_an(name: str, spoken: str) -> None:
    """A job's name has the article of its sound."""
    assert with_article(name) == spoken


@pytest.mark.parametrize(
    ("word", "role", "called"),
    [
        ("dental nurse", "dental-assistant", "dental nurse"),
        ("Sous Chef", "chef", "sous chef"),
        ("bi consultant", "business-intelligence-analyst", "BI consultant"),
        ("dentistry", "dentist", "dentist"),
        ("accounting", "accountant", "accountant"),
        ("no such word", "accountant", "accountant"),
    ],
)
def test_a_job_is_called_what_the_person_calls_it(
    library: Library, word: str, role: str, called: str
) -> None:
    """The person's own word for a job is used, spelled as it should be; a field is no job."""
    wording = Wording(words_for("en"), library.knowledge).to_one_who_says(word, role)
    assert wording.role(role) == called


@pytest.mark.parametrize(
    ("said_", "sentence"),
    [
        (Said("next.project", {"skill": "sql", "role": "analyst"}),
         "Make something with SQL that an analyst would use."),
        (Said("next.project", {"skill": "sql", "role": ""}), "Show SQL at work."),
        (Said("next.check-issuer", {"issuers": ()}),
         "Before you pay, look for the issuer in five job ads and ask two people who hire."),
        (Said("beyond.expired", {"day": date(2026, 3, 1)}),
         "Yours ran out on March 1, 2026: list it as expired or renew it."),
        (Said("apply-it.applied", {"skills": ("sql", "charts", "maps")}),
         "You can back it with work of your own in SQL, charts, and maps; that is what convinces."),
    ],
    ids=["idea for a job", "idea for nobody", "no list", "a day", "a list of three"],
)  # fmt: skip
def test_facts_are_put_in(said_: Said, sentence: str) -> None:
    """Names, lists, days and ideas stand in a sentence as people write them."""
    assert Wording(words_for("en"), WORLD)(said_) == sentence


def test_names_with_braces_stay_as_typed() -> None:
    """What a person typed is never taken for a place to fill in."""
    said = Said("ask.role-freely", {"goal": "{role} {0} %s"})
    assert "{role} {0} %s" in Wording(words_for("en"), WORLD)(said)


def own_words() -> Iterator[tuple[str, str]]:
    """Every sentence that the project has written, with where it stands."""
    yield from SENTENCES.items()
    yield from verdict_words.LINES.items()
    yield from ((row.id, row.statement) for row in (*article.RULES, *article.BEYOND))
    for skill in Library().knowledge.skills.values():
        yield from ((skill.id, text) for text in (skill.practice, *skill.projects))


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z']+", text.lower().replace("’", "'"))


@pytest.mark.skipif(not ARTICLE.exists(), reason="the article is not beside this checkout")
def test_no_sentence_is_the_article_s() -> None:
    """The rules are told in the project's own words: no eight in a row are the article's."""
    theirs = _words(ARTICLE.read_text(encoding="utf-8"))
    runs = {tuple(theirs[i : i + RUN]) for i in range(len(theirs) - RUN + 1)}
    for where, text in own_words():
        ours = _words(text)
        assert runs.isdisjoint(tuple(ours[i : i + RUN]) for i in range(len(ours))), where


def test_every_sentence_can_be_translated() -> None:
    """Babel finds each sentence, verdict, deciding line and rule for a translator's catalogue."""
    found = extract_from_dir(ROOT / "bot", [("**.py", "python")], keywords={"N_": None})
    messages = {message for _, _, message, _, _ in found}
    texts = {
        *SENTENCES.values(), *VERDICT_NAMES.values(), *verdict_words.LINES.values(),
        *(row.statement for row in (*article.RULES, *article.BEYOND)),
        *(evidence.text for row in article.RULES for evidence in row.evidence),
    }  # fmt: skip
    assert texts <= messages

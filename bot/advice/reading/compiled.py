"""Names and aliases, worked out once into plain tables that a reader can look things up in.

Everything here is made of strings, numbers, lists and dicts, so that it can be kept in a cache and
be back within milliseconds.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

from bot.advice.knowledge import Knowledge
from bot.advice.reading.english import english
from bot.advice.reading.looks import skeleton, squash
from bot.advice.reading.names import packed
from bot.advice.reading.places import countries, named_in
from bot.advice.reading.text import SHORT_FORMS, fold, spellable, spelled, stem, stems
from bot.advice.taxonomy import Named

NOISE = frozenset(
    stems(
        "a an the of in for and with by on to at as from professional certificate certification "
        "cert certified course training program online exam test level qualification diploma badge "
        "class award workshop nanodegree masterclass micro credential microcredential "
        "specialization bootcamp short free beginner new my this"
    )
)
_LITTLE = frozenset(
    stems("a an the my our some of in on at for to with by and other small little this that")
)
GENERIC_ISSUER = frozenset(
    stems(
        "university institute college academy school association international national council "
        "society board foundation center training professional certification global education "
        "learning online business science technology management american british royal european "
        "world health medical service group department ministry federation union chartered "
        "digital design engineering studies network federal state public united kingdom africa "
        "asia europe india canada australia indian canadian african australian standard open"
    )
)
MIN_BRAND = 5
SHORTEST_MEANT = 3  # letters of a word that a slip may be of
_MIN_JOINED = 6
_STEPS = frozenset(
    stems("level part grade stage step year module unit tier class version i ii iii iv v")
)
_CAPITALS = re.compile(r"(?<![\w&-])[A-Z]{3,5}(?![\w&-])")
_SHORT_ALIAS = re.compile(r"(?:[a-z]{3,5} )?[a-z]{3,5}")
_CODE = re.compile(r"\(([^()]{2,24})\)")


class Kind(StrEnum):
    """What a name can be the name of."""

    CREDENTIAL = "credential"
    PROVIDER = "provider"
    ROLE = "role"
    SKILL = "skill"
    INDUSTRY = "industry"


# Needed at every turn.
WHOLE = ("texts", "ids", "heads", "beginnings", "title_words", "ordinary", "plain")
VOCABULARY = "vocabulary"  # the column with how often a word stands in names
ENGLISH = "english"  # the column with words of everyday language, see english.py
_Name = tuple[Kind, str, str, tuple[str, ...]]  # kind, id, as written, stems


def without_noise(parts: Iterable[str]) -> tuple[str, ...]:
    """A title without the words that every title has."""
    return tuple(part for part in parts if part not in NOISE)


def bag(parts: Iterable[str]) -> str:
    """Words in any order, as one key."""
    return " ".join(sorted(set(parts)))


def doing_key(parts: Iterable[str]) -> str:
    """What is done in a job ("work on yachts"), without little words."""
    return " ".join(part for part in parts if part not in _LITTLE)


def _is_code(text: str) -> bool:
    """Whether words in parentheses name one exam: AZ-900 does, "Level 2" does not."""
    parts = stems(text)
    letters = [p for p in parts if p.isalpha() and p not in _STEPS]
    return bool(letters) and any(p.isdigit() for p in parts)


def _names(kind: Kind, name: str, aliases: Sequence[str]) -> Iterable[str]:
    yield name
    yield from aliases
    if kind is Kind.CREDENTIAL and "(" in name:
        yield _CODE.sub(" ", name)
        yield from (code for code in _CODE.findall(name) if _is_code(code))


def _every_name(
    tables: Mapping[Kind, Mapping[str, Named]],
) -> Iterator[_Name]:
    """Each name as (kind, id, name, words); an issuer's name that sets nobody apart is left out."""
    for kind, table in tables.items():
        for entry in table.values():
            for name in _names(kind, entry.name, entry.aliases):
                parts = stems(name)
                telling = [p for p in parts if p != "the"]
                if kind is Kind.PROVIDER:
                    vague = len(telling) == 1 and telling[0] in GENERIC_ISSUER
                    parts = () if vague else tuple(telling)
                if parts:
                    yield kind, entry.id, name, parts


def compile_names(knowledge: Knowledge) -> dict[str, Any]:
    """All tables, by name."""
    tables: dict[Kind, Mapping[str, Named]] = {
        Kind.PROVIDER: knowledge.providers,
        Kind.ROLE: knowledge.roles,
        Kind.SKILL: knowledge.skills,
        Kind.INDUSTRY: knowledge.industries,
        Kind.CREDENTIAL: knowledge.credentials,
    }
    names: dict[str, dict[str, str]] = {kind.value: {} for kind in Kind}
    vocabulary: dict[str, int] = defaultdict(int)
    bags: dict[str, str] = {}
    stripped: dict[str, str] = {}
    every = tuple(_every_name(tables))
    for kind, id_, _, parts in every:
        names[kind].setdefault(" ".join(parts), id_)
        for part in parts:
            vocabulary[part] += 1
        if kind is Kind.CREDENTIAL:
            _file_title(without_noise(parts), id_, bags, stripped)
    _settle(names, every)
    _file_other_forms(names, tables, every, vocabulary)
    vocabulary |= {s: 1 for s, w in SHORT_FORMS.items() if w in vocabulary and s not in vocabulary}
    ids = {kind: list(dict.fromkeys(found.values())) for kind, found in names.items()}
    return {
        "texts": packed({**_columns(names, ids), VOCABULARY: vocabulary, ENGLISH: english()}),
        "ids": ids,
        "bags": {key: id_ for key, id_ in bags.items() if id_},
        "title_words": {word: 1 for key in (*stripped, *bags) for word in key.split()},
        "stripped": stripped,
        "spelling": _by_first_letter(vocabulary),
        "ordinary": _listed("ordinary_words.txt"),
        "plain": _listed("plain_words.txt"),
        "together": _together(names),
        **_completing(tables),
        **_issuers(knowledge),
        "role_words": _role_words(knowledge),
        "doings": {
            doing_key(stems(said)): role.id
            for role in knowledge.roles.values()
            for said in role.does
        },
        "letters_of_titles": _letters_of_titles(knowledge),
        "tickets": _tickets(knowledge),
        "issued": _issued(knowledge),
        "heads": {stems(role.name)[-1]: 1 for role in knowledge.roles.values()},
    }


def _together(names: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    """Names without their spaces, shelved by kind and length ("role 11")."""
    shelves: dict[str, dict[str, str]] = defaultdict(dict)
    for kind in (Kind.ROLE, Kind.CREDENTIAL, Kind.SKILL):
        for name, id_ in names[kind.value].items():
            together = name.replace(" ", "")
            shelves[f"{kind.value} {len(together)}"].setdefault(together, id_)
    return dict(shelves)


def _completing(tables: Mapping[Kind, Mapping[str, Named]]) -> dict[str, Any]:
    """What completion looks through: by kind one text of lines, shortest names first.

    A line is a name or alias as it is searched for, a tab, and the number of the name to show.
    """
    texts: dict[str, str] = {}
    shown: dict[str, str] = {}
    for kind in (Kind.CREDENTIAL, Kind.PROVIDER, Kind.ROLE, Kind.INDUSTRY):
        every = sorted(
            (len(entry.name), " ".join(fold(alias).split()), entry.name)
            for entry in tables[kind].values()
            for alias in (entry.name, *entry.aliases)
        )
        numbers = {name: n for n, name in enumerate(dict.fromkeys(row[2] for row in every))}
        shown |= {f"{kind.value} {n}": name for name, n in numbers.items()}
        texts[kind.value] = "\n".join(["", *(f"{a}\t{numbers[n]}" for _, a, n in every), ""])
    return {"completing": texts, "shown": shown}


def _settle(names: dict[str, dict[str, str]], every: Sequence[_Name]) -> None:
    """Where two names share their stems, the one that is written so wins ("account executive")."""
    settled: set[tuple[Kind, str]] = set()
    for kind, id_, name, parts in every:
        key = " ".join(parts)
        if (kind, key) not in settled and " ".join(name.lower().split()) == key:
            settled.add((kind, key))
            names[kind][key] = id_


def _file_other_forms(
    names: dict[str, dict[str, str]],
    tables: Mapping[Kind, Mapping[str, Named]],
    every: Sequence[_Name],
    vocabulary: Mapping[str, int],
) -> None:
    """Ids as names, and names typed as one word, where no other entry has them."""
    for kind, table in tables.items():
        for id_ in table:
            names[kind].setdefault(" ".join(stems(id_)), id_)
    for kind, id_, _, parts in every:
        together = "".join(parts)
        if len(parts) > 1 and len(together) >= _MIN_JOINED and together not in vocabulary:
            names[kind].setdefault(together, id_)


def _file_title(
    bare: tuple[str, ...], id_: str, bags: dict[str, str], stripped: dict[str, str]
) -> None:
    """A title without its noise, in order and in any order; an ambiguous bag is left empty."""
    if len(bare) < 2:
        return
    stripped.setdefault(" ".join(bare), id_)
    key = bag(bare)
    if bags.setdefault(key, id_) != id_:
        bags[key] = ""


def _role_words(knowledge: Knowledge) -> dict[str, dict[str, list[str]]]:
    """Roles by each word of their names, shelved by the word's first letters."""
    shelves: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for role in knowledge.roles.values():
        for part in {p for name in (role.name, *role.aliases) for p in stems(name)}:
            shelves[part[:5]][part].append(role.id)
    return {prefix: dict(shelf) for prefix, shelf in shelves.items()}


def _columns(
    names: Mapping[str, Mapping[str, str]], ids: Mapping[str, Sequence[str]]
) -> dict[str, dict[str, int]]:
    """By kind: which entry has a name, counted from one, and how long names go on.

    The latter stands at the first two words of longer names, with a space behind them.
    """
    columns = {}
    for kind, found in names.items():
        numbers = {id_: number for number, id_ in enumerate(ids[kind], 1)}
        begun = {f"{begins} ": most for begins, most in _longest(found).items()}
        columns[kind] = {name: numbers[id_] for name, id_ in found.items()} | begun
    return columns


def _listed(name: str) -> frozenset[str]:
    """The words of a file beside this one, as they stand there and as stems."""
    words = (Path(__file__).parent / name).read_text(encoding="utf-8").split()
    return frozenset(words) | frozenset(map(stem, words))


def _by_first_letter(vocabulary: Iterable[str]) -> dict[str, list[str]]:
    """Words that a slip may be of, shelved by first letter and length ("n5")."""
    shelves: dict[str, list[str]] = defaultdict(list)
    for word in vocabulary:
        if len(word) >= SHORTEST_MEANT and spellable(word):
            shelves[f"{word[0]}{len(word)}"].append(word)
    return dict(shelves)


def _letters_of_titles(knowledge: Knowledge) -> dict[str, list[str]]:
    """Titles by the letters that stand for them ("cpp"), in capitals or as a name of their own."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    by_issuer: list[tuple[str, str]] = []  # "asis cpp": with the letters of the issuer
    for title in knowledge.credentials.values():
        aliases = [alias for alias in title.aliases if _SHORT_ALIAS.fullmatch(alias)]
        by_issuer += [(part, title.id) for alias in aliases for part in alias.split()]
        alone = (alias for alias in aliases if " " not in alias)
        for letters in (*map(str.lower, _CAPITALS.findall(title.name)), *alone):
            found[letters][title.id] = None
    for letters, id_ in by_issuer:
        if letters in found:
            found[letters][id_] = None
    return {letters: list(ids) for letters, ids in found.items()}


def _tickets(knowledge: Knowledge) -> dict[str, dict[str, list[str]]]:
    """Permits and licences by the country of their issuer, or else by those that they name.

    Each has the words of its name and of its aliases that not every title has.
    """
    found: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for title in knowledge.credentials.values():
        if title.permit or title.licence:
            home = knowledge.providers[title.issuer].country
            names = [" ".join(without_noise(stems(n))) for n in (title.name, *title.aliases)]
            for country in sorted((home,) if home else countries(named_in(title.name))):
                found[country][title.id] = names
    return dict(found)


def _issued(knowledge: Knowledge) -> dict[str, dict[str, str]]:
    """By issuer, its titles that are still issued, with the words of their names as above."""
    every = {issuer: knowledge.titles_of(issuer) for issuer in knowledge.providers}
    return {
        issuer: {title.id: " ".join(without_noise(stems(title.name))) for title in titles}
        for issuer, titles in every.items()
        if titles
    }


def _longest(names: Mapping[str, str]) -> dict[str, int]:
    """How many words the longest name has that goes on after two words."""
    longest: dict[str, int] = {}
    for first, second, *rest in (key.split(" ") for key in names if " " in key):
        if rest:
            begins = f"{first} {second}"
            longest[begins] = max(longest.get(begins, 0), 2 + len(rest))
    return longest


def _issuers(knowledge: Knowledge) -> dict[str, Any]:
    """What issuers' names look like, and which words set them apart."""
    skeletons: dict[str, str] = {}
    squashed: dict[int, dict[str, str]] = defaultdict(dict)
    brands: dict[int, dict[str, str]] = defaultdict(dict)
    letters: dict[str, str] = {}
    own_words: dict[str, list[str]] = {}
    for provider in knowledge.providers.values():
        every: set[str] = set()
        for name in (provider.name, *provider.aliases):
            parts = stems(name)
            every.update(parts)
            letters.setdefault(spelled(name), provider.id)
            if len(name) >= MIN_BRAND:
                skeletons.setdefault(skeleton(name), provider.id)
            together = squash(name)
            if len(together) >= MIN_BRAND:
                squashed[len(together)].setdefault(together, provider.id)
            for part in parts:
                if len(part) >= MIN_BRAND and part not in GENERIC_ISSUER and part.isalpha():
                    brands[len(part)].setdefault(part, provider.id)
        own_words[provider.id] = sorted(every)
    for id_ in knowledge.providers:
        letters.setdefault(spelled(id_), id_)
    return {
        "skeletons": skeletons,
        "squashed": dict(squashed),
        "brands": dict(brands),
        "letters": letters,
        "issuer_words": own_words,
    }

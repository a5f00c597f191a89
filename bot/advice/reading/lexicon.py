"""Every name and alias of the knowledge as an index of word sequences, longest match first."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.advice.knowledge import Knowledge
from bot.advice.reading.spelling import Speller
from bot.advice.reading.text import Word, stems

NOISE = frozenset(
    "a an the of in for and with by on to at as from professional certificate certification cert"
    " certified course training program online exam test level qualification diploma badge class"
    " micro credential microcredential specialization bootcamp short free beginner new my this".split()
)
_CODE = re.compile(r"\(([^()]{2,24})\)")
_MIN_JOINED = 6


class Kind(StrEnum):
    """What a name can be the name of."""

    CREDENTIAL = "credential"
    PROVIDER = "provider"
    ROLE = "role"
    SKILL = "skill"
    INDUSTRY = "industry"


@dataclass(frozen=True, slots=True)
class Match:
    """A name found in a text: which entry, and the words from ``start`` up to ``end``."""

    id: str
    start: int
    end: int
    repaired: tuple[tuple[str, str], ...] = ()

    @property
    def length(self) -> int:
        """How many words were matched."""
        return self.end - self.start


def without_noise(parts: Iterable[str]) -> tuple[str, ...]:
    """A title without the words that every title has."""
    return tuple(part for part in parts if part not in NOISE)


def _names(kind: Kind, name: str, aliases: Sequence[str]) -> Iterable[str]:
    yield name
    yield from aliases
    if kind is Kind.CREDENTIAL and "(" in name:
        yield _CODE.sub(" ", name)
        yield from (code for code in _CODE.findall(name) if any(c.isdigit() for c in code))


class Index:
    """All names of one kind."""

    def __init__(self) -> None:
        self.ids: dict[tuple[str, ...], str] = {}
        self.stripped: dict[tuple[str, ...], str] = {}
        self._longest: dict[str, int] = {}

    def add(self, key: tuple[str, ...], id_: str) -> None:
        """Files one name; the first owner of a name keeps it."""
        if not key:
            return
        self.ids.setdefault(key, id_)
        self._longest[key[0]] = max(self._longest.get(key[0], 0), len(key))

    def at(self, parts: Sequence[str], start: int) -> tuple[str, int] | None:
        """The longest name that begins at ``start``: its id and where it ends."""
        longest = self._longest.get(parts[start], 0)
        for end in range(min(len(parts), start + longest), start, -1):
            id_ = self.ids.get(tuple(parts[start:end]))
            if id_ is not None:
                return id_, end
        return None


class Lexicon:
    """The knowledge as a reader needs it. Building it is the slow part: do it once."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.indexes = {kind: Index() for kind in Kind}
        vocabulary: dict[str, int] = defaultdict(int)
        tables = (
            (Kind.CREDENTIAL, knowledge.credentials),
            (Kind.PROVIDER, knowledge.providers),
            (Kind.ROLE, knowledge.roles),
            (Kind.SKILL, knowledge.skills),
            (Kind.INDUSTRY, knowledge.industries),
        )
        for kind, table in tables:
            for entry in table.values():
                for name in _names(kind, entry.name, entry.aliases):
                    self._file(kind, stems(name), entry.id, vocabulary)
        self.speller = Speller(vocabulary)

    def _file(
        self, kind: Kind, key: tuple[str, ...], id_: str, vocabulary: dict[str, int]
    ) -> None:
        index = self.indexes[kind]
        index.add(key, id_)
        if kind is Kind.CREDENTIAL:
            bare = without_noise(key)
            if len(bare) > 1:
                index.stripped.setdefault(bare, id_)
        for part in key:
            vocabulary[part] += 1
        joined = "".join(key)
        if len(key) > 1 and len(joined) >= _MIN_JOINED and joined not in vocabulary:
            index.add((joined,), id_)
            vocabulary[joined] += 1

    def whole(self, kind: Kind, parts: tuple[str, ...]) -> str | None:
        """The entry that these words name exactly, or None."""
        return self.indexes[kind].ids.get(parts)

    def scan(self, kind: Kind, text: Sequence[Word], taken: Iterable[int] = ()) -> list[Match]:
        """Every name of one kind in the text, longest first from the left, none overlapping."""
        index = self.indexes[kind]
        used = set(taken)
        parts = ["" if i in used else word.stem for i, word in enumerate(text)]
        found: list[Match] = []
        position = 0
        while position < len(parts):
            hit = index.at(parts, position) if parts[position] else None
            if hit is None and position + 1 < len(parts) and parts[position]:
                hit = self._joined(index, parts, position)
            if hit is None:
                position += 1
                continue
            found.append(Match(hit[0], position, hit[1]))
            position = hit[1]
        return found

    @staticmethod
    def _joined(index: Index, parts: Sequence[str], position: int) -> tuple[str, int] | None:
        """A name of one word that was typed as two ("java script")."""
        if not parts[position + 1] or not parts[position].isalpha():
            return None
        joined = parts[position] + parts[position + 1]
        if len(joined) < _MIN_JOINED:
            return None
        id_ = index.ids.get((joined,))
        return (id_, position + 2) if id_ is not None else None

"""Reads an issuer's name. Exact names only: a look-alike is reported, a slip is asked about."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property, lru_cache

from bot.advice.knowledge import Knowledge
from bot.advice.reading.facts import ProviderRead, Standing
from bot.advice.reading.lexicon import Kind, Lexicon
from bot.advice.reading.spelling import within
from bot.advice.reading.text import clean, fold, stems
from bot.advice.taxonomy import ProviderKind

_SPLIT = re.compile(r"\s*(?:[/,|;()]|\s-\s|\b(?:via|on|through|by|with|at|hosted|offered)\b)\s*", re.I)
_TRIM = re.compile(
    r"^(?:the|https?|www|from|by|at)\b[\s:/.]*"
    r"|[\s.,/]*\b(?:inc|ltd|llc|gmbh|plc|corp|corporation|pty|com|org|net|edu|ac\.uk|co\.uk|io|website|platform)\b[./]*$",
    re.I,
)
_GENERIC = frozenset(
    stems(
        "university institute college academy school association international national council "
        "society board foundation center training professional certification global education "
        "learning online business science technology management american british royal european "
        "world health medical service group department ministry federation union chartered "
        "digital design engineering studies network federal state public united kingdom africa "
        "asia europe india canada australia indian canadian african australian standard open"
    )
)
_HOSTS = {ProviderKind.PLATFORM, ProviderKind.MARKETPLACE}
_MIN_BRAND = 5
_LONG_BRAND = 9
_DIGITS = str.maketrans("015$@", "olssa")


@lru_cache(maxsize=512)
def _ascii_skeleton(char: str) -> str:
    """The Latin letter that this one looks like, by Unicode TS 39's table of confusables."""
    from confusable_homoglyphs import confusables  # noqa: PLC0415 - large tables, rarely needed

    found = confusables.is_confusable(char, preferred_aliases=["latin"], greedy=True)
    for entry in found or ():
        for glyph in entry["homoglyphs"]:
            if glyph["c"].isascii():
                return str(glyph["c"])
    return char


def skeleton(text: str) -> str:
    """What a name looks like, in Latin letters: look-alikes, digits and ``rn`` folded."""
    latin = "".join(c if c.isascii() else _ascii_skeleton(c) for c in text)
    squashed = re.sub(r"[^a-z0-9]", "", fold(latin).translate(_DIGITS))
    return squashed.replace("rn", "m").replace("vv", "w").replace("cl", "d").replace("l", "i")


def _squash(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", fold(text))


def _disguised(text: str) -> bool:
    """Whether the name mixes Latin with look-alike letters of another script."""
    for char in text:
        if not char.isascii() and char.isalpha():
            name = unicodedata.name(char, "")
            if not name.startswith("LATIN") or "FULLWIDTH" in name:
                return True
    return False


class ProviderReader:
    """Reads issuers against the knowledge."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._knowledge: Knowledge = lexicon.knowledge

    def _names(self) -> Iterator[tuple[str, str]]:
        for provider in self._knowledge.providers.values():
            for name in (provider.name, *provider.aliases):
                yield name, provider.id

    @cached_property
    def _skeletons(self) -> dict[str, str]:
        return {skeleton(name): id_ for name, id_ in self._names() if len(name) >= _MIN_BRAND}

    @cached_property
    def _squashed(self) -> dict[int, list[tuple[str, str]]]:
        by_length: dict[int, list[tuple[str, str]]] = defaultdict(list)
        for name, id_ in self._names():
            squashed = _squash(name)
            if len(squashed) >= _MIN_BRAND:
                by_length[len(squashed)].append((squashed, id_))
        return by_length

    @cached_property
    def _brands(self) -> dict[str, str]:
        brands: dict[str, str] = {}
        for name, id_ in self._names():
            for part in stems(name):
                if len(part) >= _MIN_BRAND and part not in _GENERIC and part.isalpha():
                    brands.setdefault(part, id_)
        return brands

    def read(self, text: str) -> ProviderRead:
        """One issuer from the words of a field or of a phrase."""
        shown = clean(text)
        if not shown or not stems(shown):
            return ProviderRead()
        disguised = _disguised(text)
        named = None if disguised else self._named(shown)
        if named:
            return ProviderRead(read=shown, standing=Standing.NAMED, id=named)
        twin = self._skeletons.get(skeleton(shown))
        if twin:
            return ProviderRead(read=shown, standing=Standing.SUSPECT, resembles=twin)
        slip = self._slip(shown)
        if slip:
            return ProviderRead(read=shown, standing=Standing.SLIP, resembles=slip)
        brand = self._brand_slip(shown)
        if brand:
            return ProviderRead(read=shown, standing=Standing.SUSPECT, resembles=brand)
        return ProviderRead(read=shown, standing=Standing.UNKNOWN)

    def exact(self, text: str) -> str | None:
        """The issuer whose whole name or alias this is, or None."""
        while True:
            trimmed = _TRIM.sub("", text).strip()
            found = self._whole(text)
            if found or trimmed == text or not trimmed:
                return found
            text = trimmed

    def _whole(self, text: str) -> str | None:
        parts = tuple("university" if p in ("uni", "univ") else p for p in stems(text))
        return self._lexicon.whole(Kind.PROVIDER, parts)

    def _named(self, text: str) -> str | None:
        whole = self.exact(text)
        if whole:
            return whole
        pieces = [piece for piece in _SPLIT.split(text) if piece.strip()]
        found = [self.exact(piece) for piece in pieces]
        if len(pieces) < 2 or not all(found):  # noqa: PLR2004 - one piece was tried above
            return None
        named = [id_ for id_ in found if id_]
        awarding = [i for i in named if self._knowledge.providers[i].kind not in _HOSTS]
        return (awarding or named)[0]

    def _slip(self, text: str) -> str | None:
        squashed = _squash(text)
        if len(squashed) < _MIN_BRAND:
            return None
        for length in (len(squashed), len(squashed) - 1, len(squashed) + 1):
            for name, id_ in self._squashed.get(length, ()):
                if within(squashed, name, 1) is not None:
                    return id_
        return None

    def _brand_slip(self, text: str) -> str | None:
        for part in stems(text):
            if len(part) < _MIN_BRAND or part in self._brands or part in _GENERIC:
                continue
            if part in self._lexicon.speller.ordinary:
                continue
            limit = 2 if len(part) >= _LONG_BRAND else 1
            for brand, id_ in self._brands.items():
                if part[0] == brand[0] and within(part, brand, limit) is not None:
                    return id_
        return None

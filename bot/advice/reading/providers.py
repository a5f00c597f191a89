"""Reads an issuer's name. Exact names only: a look-alike is reported, a slip is asked about."""

import re

from bot.advice.reading.compiled import GENERIC_ISSUER, MIN_BRAND
from bot.advice.reading.facts import ProviderRead, Standing
from bot.advice.reading.lexicon import Lexicon
from bot.advice.reading.looks import disguised, skeleton, squash
from bot.advice.reading.patterns import Pattern
from bot.advice.reading.slips import nearest
from bot.advice.reading.text import clean, spelled, stems
from bot.advice.taxonomy import HOSTS

_SPLIT = Pattern(
    r"\s*(?:[/,|;()]|\s-\s|\b(?:via|on|through|by|with|at|hosted|offered)\b)\s*", re.IGNORECASE
)
_TRIM = Pattern(
    r"^(?:the|https?|www|from|by|at)\b[\s:/.]*"
    r"|[\s.,/]*\b(?:inc|ltd|llc|gmbh|plc|corp|corporation|pty|com|org|net|edu|ac\.uk|co\.uk|io|website|platform)\b[./]*$",
    re.IGNORECASE,
)
_LONG_BRAND = 9
_LONGEST = 200  # no issuer has a longer name


class ProviderReader:
    """Reads issuers against the knowledge."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._knowledge = lexicon.knowledge
        self._tables = lexicon.tables

    def read(self, text: str) -> ProviderRead:
        """One issuer from the words of a field or of a phrase."""
        text = text[:_LONGEST]
        shown = clean(text)
        if not shown or not stems(shown):
            return ProviderRead()
        named = None if disguised(text) else self._named(shown)
        if named:
            return ProviderRead(read=shown, standing=Standing.NAMED, id=named)
        twin = self._tables["skeletons"].get(skeleton(shown))
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
        letters: dict[str, str] = self._tables["letters"]
        return letters.get(spelled(text))

    def _named(self, text: str) -> str | None:
        whole = self.exact(text)
        if whole:
            return whole
        pieces = [piece for piece in _SPLIT.split(text) if piece.strip()]
        found = [self.exact(piece) for piece in pieces]
        if len(pieces) < 2 or not all(found):
            return None
        named = [id_ for id_ in found if id_]
        awarding = [i for i in named if self._knowledge.providers[i].kind not in HOSTS]
        return (awarding or named)[0]

    def _slip(self, text: str) -> str | None:
        squashed = squash(text)
        if len(squashed) < MIN_BRAND:
            return None
        for length in (len(squashed), len(squashed) - 1, len(squashed) + 1):
            names = self._tables["squashed"].get(length, {})
            near = nearest(squashed, names.keys(), 1)
            if near:
                return str(names[near])
        return None

    def _brands(self, length: int, slips: int) -> dict[str, str]:
        """The words that set issuers apart, with about so many letters."""
        lengths = range(length - slips, length + slips + 1)
        return {k: v for n in lengths for k, v in self._tables["brands"].get(n, {}).items()}

    def _brand_slip(self, text: str) -> str | None:
        for word in text.split():
            twin = self._tables["skeletons"].get(skeleton(word)) if disguised(word) else None
            if twin:
                return str(twin)
        for part in stems(text):
            limit = 2 if len(part) >= _LONG_BRAND else 1
            brands = self._brands(len(part), limit)
            if len(part) < MIN_BRAND or part in brands or part in GENERIC_ISSUER:
                continue
            if part in self._lexicon.speller.ordinary:
                continue
            near = nearest(part, brands.keys(), limit)
            if near and near[0] == part[0]:
                return str(brands[near])
        return None

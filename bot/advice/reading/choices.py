"""What stands beside a title in a choice: its other level, or an abbreviation that no one filed.

"AAT level 2 or straight to 3" asks about two, and so does "XYZP or CSM?".
"""

import re
from collections.abc import Iterator

from bot.advice.reading.facts import TitleRead
from bot.advice.reading.flat import Flat
from bot.advice.reading.lexicon import Kind, Lexicon
from bot.advice.reading.patterns import Pattern
from bot.advice.reading.spans import Named
from bot.advice.reading.text import stems
from bot.advice.reading.titles import TitleReader

_STEP = r"(?:level|lvl|l|part|series|stage|grade|unit|module|cat|category|class|tier|step)"
_NUMBER = r"(?:\d{1,2}|i{1,3}|iv|vi{0,3}|v|ix|x)(?: a| b)?"
_OTHER_LEVEL = Pattern(
    r"(?<!\S)c(?P<of>\d) (?:first |then |and |or |vs |versus |/ |, )+(?:(?:go |just |skip |i |should |to |do |straight |directly |the )*)"
    rf"(?P<said>(?:{_STEP} )?(?P<number>{_NUMBER}))(?= [,.;:!?()]| (?:first|straight|better|worth|directly|for|to|instead|is|or)(?!\S)| ?$)"
)
_LAST_NUMBER = Pattern(
    rf"(?<![\w-]){_NUMBER}(?![\w-])(?!.*(?<![\w-]){_NUMBER}(?![\w-]))", re.IGNORECASE
)
_BESIDE = Pattern(
    r"(?<!\S)(?:(?P<left>[a-z]{3,6}) (?:, )?(?:or|vs|versus) (?:the |just |maybe )?c\d|(?P<listed>[a-z]{3,6}) , (?:c\d|[a-z]{3,6}) (?:, )?or |(?:c\d) (?:, )?(?:or|vs|versus|/) (?:the |just |maybe )?(?P<right>[a-z]{3,6})(?= [,.;:!?()]| (?:for|to|if|first|as|is|which|worth|better|in)(?!\S)| ?$))"
)
_SIBLING = Pattern(  # "AWS SAA, DVA or SOA": what the same issuer calls so
    r"(?=(?<!\S)(?:c(?P<of>\d)|[a-z]{3,12}) (?:(?:done|passed|first|next) )?(?:, )?(?:or|vs|versus|and|then|,|/) (?:or |then |just |skip to |straight to |the ){0,2}(?P<name>[a-z]{3,12})(?= [,.;:!?()]| (?:or|and|vs|next|first|for|to|then|instead)(?!\S)| ?$))"
)
_NO_TITLE = frozenset(
    "usa uae nhs bpo fmcg ceo cto cmo cfo coo bsc msc mba phd gcse hnd hnc pgce gov ngo smes sme "
    "faq diy asap fyi aka etc jan feb mar apr jun jul aug sep sept oct nov dec".split()
)


class Choices:
    """Finds them once the known titles are marked."""

    def __init__(self, lexicon: Lexicon, titles: TitleReader) -> None:
        self._lexicon = lexicon
        self._titles = titles

    def find(self, flat: Flat, found: list[Named]) -> Iterator[Named]:
        """Each further title of a choice; ``found`` are those marked ``c0``, ``c1`` and so on."""
        for hit in _OTHER_LEVEL.finditer(flat.text) if found else ():
            number = int(hit.group("of"))
            other = self._level(flat, hit, found[number]) if number < len(found) else None
            if other:
                yield other
        yield from self._siblings(flat, found)
        for hit in _BESIDE.finditer(flat.text) if found else ():
            name = next(n for n in ("left", "listed", "right") if hit.group(n))
            start, end = flat.span(*hit.span(name))
            if self._abbreviation(flat.raw(start, end)):
                read = flat.raw(start, end)
                yield Named(start, end, self._titles.read(read) or TitleRead(read=read, name=read))

    def _siblings(self, flat: Flat, found: list[Named]) -> Iterator[Named]:
        """Further titles of the first title's issuer, by the short names that they have there."""
        known = self._lexicon.knowledge
        first = next((one.title.known for one in found if one.title.known), "")
        if not first:
            return
        issuer = known.providers[known.credentials[first].issuer]
        for hit in _SIBLING.finditer(flat.text):
            start, end = flat.span(*hit.span("name"))
            read = flat.raw(start, end)
            for name in (issuer.name, *issuer.aliases):
                parts = (*stems(name), *stems(read))
                title = self._lexicon.whole(Kind.CREDENTIAL, parts)
                if title:
                    yield Named(start, end, self._titles.known(title, read))
                    break

    def _level(self, flat: Flat, hit: re.Match[str], one: Named) -> Named | None:
        """The title of ``one`` with its number put as the hit says."""
        read = flat.raw(one.start, one.end)
        if not _LAST_NUMBER.search(read):
            return None
        start, end = flat.span(*hit.span("said"))
        number = flat.raw(*flat.span(*hit.span("number")))
        said = _LAST_NUMBER.sub(number, read)
        title = self._titles.read(said)
        if title is None or said == read or (title.known and title.known == one.title.known):
            title = TitleRead(read=said, name=said, skills=one.title.skills, roles=one.title.roles)
        return Named(start, end, title)

    def _abbreviation(self, typed: str) -> bool:
        """Whether it is written as abbreviations are and names nothing else."""
        lower = typed.lower()
        if not typed.isupper() or lower in _NO_TITLE or lower in self._lexicon.speller.ordinary:
            return False
        kinds = (Kind.ROLE, Kind.PROVIDER, Kind.INDUSTRY)
        return not any(self._lexicon.whole(kind, (lower,)) for kind in kinds)

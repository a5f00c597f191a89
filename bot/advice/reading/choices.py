"""What stands beside a title in a choice: its other level, or an abbreviation that no one filed.

"AAT level 2 or straight to 3" asks about two, and so does "XYZP or CSM?".
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from bot.advice.reading.facts import TitleRead
from bot.advice.reading.flat import Flat
from bot.advice.reading.lexicon import Kind, Lexicon, without_noise
from bot.advice.reading.patterns import Pattern, Phrase
from bot.advice.reading.spans import Named
from bot.advice.reading.text import stems
from bot.advice.reading.titles import TitleReader

_STEP = r"(?:level|lvl|l|part|series|stage|grade|unit|module|cat|category|class|tier|step)"
_NUMBER = r"(?:\d{1,2}|i{1,3}|iv|vi{0,3}|v|ix|x)(?: a| b)?"
_OTHER_LEVEL = Pattern(
    r"c(?<!\Sc)(?P<of>\d) (?:first |then |and |or |vs |versus |/ |, |[.?] (?=level ))+(?:(?:go |just |skip |i |should |to |do |straight |directly |the )*)"
    rf"(?P<said>(?:{_STEP} )?(?P<number>{_NUMBER}))(?= [,.;:!?()]| (?:first|next|now|straight|better|worth|directly|for|to|instead|is|or)(?!\S)| ?$)"
)
_LEVEL_NEXT = Phrase(rf"(?P<said>level (?P<number>{_NUMBER})) (?:next|now|instead)(?!\S)")
_STRAIGHT_TO = Phrase(
    rf"(?:straight|directly|jump|skip)(?: straight)? to (?:the )?(?P<said>(?:level )?(?P<number>{_NUMBER}))(?= [,.;:!?()]| (?:instead|first|or|for|to)(?!\S)| ?$)"
)
_LAST_NUMBER = Pattern(
    rf"(?<![\w-]){_NUMBER}(?![\w-])(?!.*(?<![\w-]){_NUMBER}(?![\w-]))", re.IGNORECASE
)
_BESIDE = Phrase(
    r"(?:(?P<left>[a-z]{3,6}) (?:, )?(?:or|vs|versus) (?:the |just |maybe )?c\d|(?P<listed>[a-z]{3,6}) , (?:c\d|[a-z]{3,6}) (?:, )?or |(?:c\d) (?:, )?(?:or|vs|versus|/) (?:the |just |maybe )?(?P<right>[a-z]{3,6})(?= [,.;:!?()]| (?:for|to|if|first|as|is|which|worth|better|in)(?!\S)| ?$))"
)
_SIBLING = Phrase(  # "AWS SAA, DVA or SOA": what the same issuer calls so
    r"(?=(?:c(?P<of>\d)|[a-z]{3,12}) (?:(?:done|passed|first|next) )?(?:, )?(?P<by>or|vs|versus|and|then|,|/) (?:or |then |just |skip to |straight to |the ){0,2}(?P<name>[a-z]{3,12}|[a-z]{1,3} \d{1,4})(?= [,.;:!?()]| (?:or|and|vs|next|first|for|to|then|instead|as|is|worth|which|better|card|ticket|exam|cert)(?!\S)| ?$))"
)
_JOINTS = frozenset(("or", "vs", "versus", "and", "/", ",", "then"))
_CODE = Pattern(r"\((\w+)\)")
_NO_TITLE = frozenset(
    "usa uae nhs bpo fmcg ceo cto cmo cfo coo bsc msc mba phd gcse hnd hnc pgce gov ngo smes sme "
    "faq diy asap fyi aka etc jan feb mar apr jun jul aug sep sept oct nov dec".split()
)


_BY_CHOICE = r"(?:or|vs|versus|and|then|plus|both|nor|/|also|another|other)"


def said_twice(flat: Flat, found: Sequence[Named]) -> set[int]:
    """Numbers of those that only say in plain words what a known one is: "AWAI, a copywriting cert".

    What stands in a choice is another one: "CIA or an internal audit cert". So do letters that
    stand in the name of another: "DEA" beside the "Domestic Energy Assessor … (DEA)".
    """
    known = [set(one.title.skills) for one in found if one.title.known]
    codes = {code: name for name in {o.title.name for o in found} for code in _CODE.findall(name)}
    short = {
        number
        for number, one in enumerate(found)
        if codes.get(one.title.read, one.title.name) != one.title.name
    }
    return short | {
        number
        for number, one in enumerate(found)
        if known and one.title.skills and not one.title.known
        and any(skills.issuperset(one.title.skills) for skills in known)
        and not _in_choice(flat.text, number)
    }  # fmt: skip


def _in_choice(line: str, number: int) -> bool:
    between = r"(?: (?!c\d)[^\s.;!?]+){0,5}"  # "or do i need a c1"
    return bool(
        re.search(rf"(?<!\S){_BY_CHOICE}{between} c{number}(?!\S)", line)
        or re.search(rf"(?<!\S)c{number} {_BY_CHOICE}(?!\S)", line)
    )


class Choices:
    """Finds them once the known titles are marked."""

    def __init__(self, lexicon: Lexicon, titles: TitleReader) -> None:
        self._lexicon = lexicon
        self._titles = titles

    def settled(self, flat: Flat, found: list[Named]) -> list[Named]:
        """With an abbreviation as its neighbour's issuer means it: "ASIS PSP or CPP"."""
        every = list(found)
        for at, (one, other) in enumerate(pairwise(found)):
            between = {word.plain for word in flat.words[one.end : other.start]}
            if between and between <= _JOINTS:
                every[at + 1] = self._as_beside(other, one) or other
                every[at] = self._as_beside(one, other) or one
        return every

    def _as_beside(self, one: Named, beside: Named) -> Named | None:
        """``one`` as a title of the issuer whose name is a part of ``beside`` as it was written."""
        known = self._lexicon.knowledge
        issuer = known.credentials[beside.title.known].issuer
        if known.credentials[one.title.known].issuer == issuer:
            return None
        read, own = stems(beside.title.read), stems(one.title.read)
        for at in range(1, len(read)):
            names = [(*part, *own) for part in (read[:at], read[at:])]
            titles = [self._lexicon.whole(Kind.CREDENTIAL, name) for name in names]
            title = next((t for t in titles if t and known.credentials[t].issuer == issuer), None)
            if title:
                return Named(one.start, one.end, self._titles.known(title, one.title.read))
        return None

    def find(self, flat: Flat, found: list[Named]) -> Iterator[Named]:
        """Each further title of a choice; ``found`` are those marked ``c0``, ``c1`` and so on."""
        yield from self.levels(flat, found)
        yield from self._siblings(flat, found)
        for hit in _BESIDE.finditer(flat.text) if found else ():
            name = next(n for n in ("left", "listed", "right") if hit.group(n))
            start, end = flat.span(*hit.span(name))
            if self._abbreviation(flat.raw(start, end)):
                read = flat.raw(start, end)
                yield Named(start, end, self._titles.read(read) or TitleRead(read=read, name=read))

    def levels(self, flat: Flat, found: list[Named]) -> Iterator[Named]:
        """The other level of a title that is asked about: "or straight to 5"."""
        for hit in _OTHER_LEVEL.finditer(flat.text) if found else ():
            number = int(hit.group("of"))
            other = self._level(flat, hit, found[number]) if number < len(found) else None
            if other:
                yield other
        steps = (each.finditer(flat.text) for each in (_LEVEL_NEXT, _STRAIGHT_TO) if found)
        for hit in chain.from_iterable(steps):
            other = self._level(flat, hit, found[0])
            if other:
                yield other

    def _siblings(self, flat: Flat, found: list[Named]) -> Iterator[Named]:
        """Further titles of a title's issuer, by the short names that they have there."""
        known = [one for one in found if one.title.known]
        for hit in _SIBLING.finditer(flat.text) if known else ():
            of = int(hit.group("of") or 0)
            beside = found[of] if of < len(found) and found[of] in known else known[0]
            start, end = flat.span(*hit.span("name"))
            read = flat.raw(start, end)
            if self._another_thing(stems(read), joined=hit.group("by")):
                continue
            for said in self._said_in_full(flat.raw(beside.start, beside.end), beside, read):
                title = self._by_name(stems(said))
                if title and self._is_sibling(title, beside.title.known):
                    yield Named(start, end, self._titles.known(title, read))
                    break

    def _another_thing(self, parts: tuple[str, ...], joined: str) -> bool:
        """Whether it is in no title, a job, an issuer, or an everyday word in a list."""
        if not all(part in self._lexicon.tables["title_words"] for part in parts):
            return True
        if any(self._lexicon.whole(kind, parts) for kind in (Kind.ROLE, Kind.PROVIDER)):
            return True
        return joined == "," and all(map(self._lexicon.speller.is_ordinary, parts))

    def _said_in_full(self, first: str, beside: Named, short: str) -> Iterator[str]:
        """The short name with its issuer's before it, or in the place of a word of the first."""
        known = self._lexicon.knowledge
        issuer = known.providers[known.credentials[beside.title.known].issuer]
        yield from (f"{name} {short}" for name in (issuer.name, *issuer.aliases))
        parts = first.split()
        if len(parts) > 1:
            for at in reversed(range(len(parts))):
                yield " ".join((*parts[:at], short, *parts[at + 1 :]))

    def _by_name(self, parts: tuple[str, ...]) -> str:
        """The title that these words name, with or without words that every title has."""
        bare = " ".join(without_noise(parts))
        whole = self._lexicon.whole(Kind.CREDENTIAL, parts)
        return whole or self._lexicon.tables["stripped"].get(bare, "")

    def _is_sibling(self, title: str, first: str) -> bool:
        """Whether it is another title of the same issuer."""
        known = self._lexicon.knowledge.credentials
        return title != first and known[title].issuer == known[first].issuer

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

"""A credential asked about by its issuer alone: "NASM vs ACE", "pl-300 or the google one"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from bot.advice.reading.facts import ProviderRead, Standing, TitleRead
from bot.advice.reading.flat import Flat
from bot.advice.reading.lexicon import Lexicon, Match, without_noise
from bot.advice.reading.namesakes import Namesakes
from bot.advice.reading.patterns import Pattern, Phrase
from bot.advice.reading.spans import Named
from bot.advice.reading.text import stems
from bot.advice.reading.titles import TitleReader
from bot.advice.taxonomy import HOSTS

_LEVELS = frozenset(stems("associate practitioner foundation advanced expert specialist 1 2 3"))
_OF = "(?:for|from|by|at|with|via|in|on)"
_CHOICE = r"(?:or|vs|versus|/|\\+|(?:or|and|but|then) (?:(?:i |just |maybe |should i |shld i |do i |i should |shall i |rather ){0,2}(?:do|get|take|go for|go with)|maybe|just|rather)(?: the)?|or the)"
_ALONE = Pattern(
    rf"(?:(?<!for )(?<!\S)(?:[cp]\d|level \d|l ?\d|one) (?:\" )?(?:(?!{_OF} )[\w+-]+ ){{0,2}}?(?:, )?{_CHOICE} (?:the |that |this )?p(?P<after>\d)(?!\S)"
    r"|(?<!\S)(?:the|an?|some|this|that|another|other) p(?P<one>\d) (?:one|ones|version|equivalent|route|way|path)(?!\S)"
    rf"|(?<!for )(?<!from )(?<!by )(?<!at )(?<!via )(?<!with )(?<!through )(?<!on )(?<!the )(?<!\S)p(?P<before>\d) (?:(?!{_OF} )[\w+-]+ ){{0,2}}?{_CHOICE} (?:the )?[cp]\d(?!\S)"
    r"|(?<!from )(?<!by )(?<!at )(?<!via )(?<!with )(?<!\S)p(?P<level>\d) (?:level|grade|l) ?\d(?!\S))"
)
_MORE = Pattern(r"(?: (?!(?:or|vs|versus|and|then|for|to|is|[crp]\d)(?: |$))[\w+#'-]+){1,4}")
_BARE_LEVEL = Pattern(r"(?<=[a-zA-Z]) ([1-8])$")
_ASKED = Phrase(
    r"(?:(?:is|are|get|getting|do|doing|take|taking) (?:the |an? |my )?p(?P<number>\d) "
    r"(?:membership |qualification |cert |exam )?(?:worth|any good|any use|legit|good|useful|recogni[sz]ed|enough|better|needed|to become)"
    r"|(?:^|(?<=[,.;:!?] ))p(?P<first>\d) (?:for|to become|to be) (?:an? )?r\d)(?!\S)"
)
_GIVES = Phrase(r"(?:for|from|by|at|via|with|through|on|the|c\d|in) $")


class IssuersAlone:
    """Finds them, and the title that the issuer has for the job aimed at."""

    def __init__(self, lexicon: Lexicon, titles: TitleReader, namesakes: Namesakes) -> None:
        self._namesakes = namesakes
        self._knowledge = lexicon.knowledge
        self._reader = titles

    def find(
        self, flat: Flat, providers: Sequence[Match], named: Sequence[Named], role: str
    ) -> Iterator[Named]:
        """Each issuer that stands where a credential would; ``role`` is aimed at, or empty.

        Of two issuers of one title ("BLS from the Red Cross vs AHA") the second means that title.
        """
        if not providers:
            return
        seen: set[int] = set()
        at = 0
        while hit := _ALONE.search(flat.text, at):
            at = hit.start() + 2
            for number in self._numbers(flat.text, hit):
                if number < len(providers) and number not in seen:
                    seen.add(number)
                    match = providers[number]
                    read = flat.raw(match.start, match.end)
                    title = self._same_title(match.id, named) or self._title(
                        match.id, role, read, named
                    )
                    yield Named(match.start, match.end, title)

    def _same_title(self, issuer: str, named: Sequence[Named]) -> TitleRead | None:
        """The issuer's own of a title that is asked about already."""
        said = ProviderRead(standing=Standing.NAMED, id=issuer)
        every = (self._namesakes.of_issuer(one.title, said) for one in reversed(named))
        known = self._knowledge.credentials
        return next((t for t in every if t.known and known[t.known].issuer == issuer), None)

    def asked_about(self, flat: Flat, providers: Sequence[Match], role: str) -> Iterator[Named]:
        """An issuer that awards, asked about as a credential is: "is CILT worth it"."""
        for hit in _ASKED.finditer(flat.text) if providers else ():
            number = int(hit.group("number") or hit.group("first"))
            match = providers[number] if number < len(providers) else None
            if match and self._knowledge.providers[match.id].kind not in HOSTS:
                read = flat.raw(match.start, match.end)
                yield Named(match.start, match.end, self._title(match.id, role, read, ()))

    def with_more(self, flat: Flat, providers: Sequence[Match]) -> Iterator[Named]:
        """Issuers whose next words tell one title of theirs: "meta front end", "ICA level 2"."""
        for number, match in enumerate(providers):
            at = flat.place(f"p{number}")
            after = _MORE.match(flat.text, at[1]) if at else None
            if at and after and not _GIVES.search(flat.text[: at[0]]):
                words = after.group().split()[: len(flat.words) - match.end]
                for length in range(len(words), 0, -1):
                    read = flat.raw(match.start, match.end + length)
                    said = _BARE_LEVEL.sub(r" level \1", read)  # "CMI 5"
                    title = self._reader.read(said, thorough=False)
                    if title and title.known and self._issued(title.known, match.id):
                        yield Named(match.start, match.end + length, title)
                        break

    def _issued(self, title: str, issuer: str) -> bool:
        return self._knowledge.credentials[title].issuer == issuer

    @staticmethod
    def _numbers(line: str, hit: re.Match[str]) -> list[int]:
        """Which issuers a choice names: the first of two counts too, unless it gives the other."""
        numbers = [
            hit.group("after") or hit.group("one") or hit.group("before") or hit.group("level")
        ]
        both = hit.group("after") and line[hit.start()] == "p"
        if both and not _GIVES.search(line[: hit.start()]):
            numbers.insert(0, line[hit.start() + 1])
        return [int(number) for number in numbers]

    def _of_the_same_kind(self, issuer: str, named: Sequence[Named]) -> list[str]:
        """The issuer's titles for the jobs of a title asked about, most like it by their names."""
        other = next((one.title for one in named if one.title.known), None)
        if other is None:
            return []
        words = set(without_noise(stems(other.name))) - _LEVELS
        alike: dict[int, list[str]] = defaultdict(list)
        for title in self._knowledge.titles_of(issuer):
            if set(title.roles) & set(other.roles):
                alike[len(words & set(stems(title.name)))].append(title.id)
        return alike[max(alike)] if max(alike, default=0) else []

    def _called_so(self, titles: Sequence[str], role: str) -> list[str]:
        """Those that are called by the job: "Certified Personal Trainer"."""
        job = set(stems(self._knowledge.roles[role].name))
        return [id_ for id_ in titles if job <= set(stems(self._knowledge.credentials[id_].name))]

    def _title(self, issuer: str, role: str, read: str, named: Sequence[Named]) -> TitleRead:
        known = [title.id for title in self._knowledge.titles_of(issuer) if role in title.roles]
        if len(known) > 1:
            known = self._called_so(known, role) or known
        if len(known) != 1:
            known = self._of_the_same_kind(issuer, named)
        if len(known) == 1:
            return self._reader.known(known[0], read, repaired=True)
        return TitleRead(read=read, name=read, issuer_in_title=issuer)

"""Who gives the titles that a message asks about: by its words, else by what a title gives away."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from msgspec.structs import replace

from bot.advice.learner import Answers
from bot.advice.reading.facts import Asked, ProviderRead, Standing, TitleRead
from bot.advice.reading.flat import Flat
from bot.advice.reading.lexicon import Lexicon, Match
from bot.advice.reading.namesakes import Namesakes
from bot.advice.reading.patterns import Pattern, Phrase
from bot.advice.reading.places import NAMES as PLACES
from bot.advice.reading.providers import ProviderReader
from bot.advice.reading.roles import normal
from bot.advice.reading.spans import Named
from bot.advice.taxonomy import HOSTS

_MOST_TRIED = 8
_ISSUER = Phrase(
    r"(?:from|by|at|via|through|offered by|run by|issued by) (?:the )?(?:\" )?"
    r"(?P<name>(?:(?!(?:is|are|was|worth|to|as|so|but|because|if|that|which|it|good|or|for|in|"
    r"can|will|does|do|would|should|they|who|i|my|help|helps|before|after|any|legit|"
    r"c\d|r\d|p\d|on|at|with|and i|a|an|this|it's|when|while|enough|useful|me|getting|"
    r"xmas|christmas|easter|next|then|now|today|tomorrow|friday|monday|end|summer|winter|myself|law|april|september)(?: |$))"
    r"[^\s,;:!?()\"]+(?: |$)){1,7})"
)
ISSUER_LIKE = Pattern(
    r"(?<!\S)(?:univ\w*|college|academ\w+|institut\w+|school|council|association|society|foundation|board|polytechnic|ministry|learning|"
    r"inc|ltd|llc|global|international|center|centre|guild|federation|hub|labs?|com|org|edu|certif\w+|careers?|masters?|skills?|experts?|hq|pro|world|online)(?!\S)"
)
_CHOICE = Phrase(r"(?:or|vs|versus) (?:the )?$")  # "c0 vs p0": another title
_TAKES_IT = Phrase(  # "c0 for p0", "accepted by p0": who asks for it
    r"(?:for|(?:accepted|recogni[sz]ed|required|asked for|wanted|approved|valued|needed) (?:by|at|in)) (?:the )?$"
)
_SENTENCE_ENDS = Pattern(r"[.!?]\s")
_MARK = Pattern(r"p(?<!\Sp)(\d)(?!\S)")
_TITLE = Pattern(r"c(?<!\Sc)\d(?!\S)")
_LISTED = Pattern(r"(?: (?:and|or|vs|versus|/|,|\+) (?:the |my )?c\d)+")  # "CPR / BLS from"
_WORKPLACE = Phrase(  # "fed up with p0", "get me into p0", "seasonal at p0": an employer
    r"(?:(?:work|works|worked|working|job|jobs|role|roles|career|employed|position|interview|seasonal|shifts?|temp|intern|internship|placement|years?|yrs?|now|currently|stuck|started|starting|hired|ops|driver|cashier|manager|staff) (?:\w+ )?(?:at|for|in|with|by|from)"
    r"|(?:bored|sick|tired|fed up|done|out|leaving|left|leave|quit|quitting|ditch|ditching|escape|ex|former|formerly|goodbye|bye|join|joining)(?: (?:of|with))?|(?:get|gets|got|getting|me|us|move|moving|go|going|break|breaking|foot|way)(?: (?:back|hired))? (?:in|into|in to|to|by|at)|in to|into|apply(?:ing)? (?:to|for|at)|hired (?:at|by)|like|such as|target|faang|big 4)"
    r"(?: (?:an?|the|my|working at|working for)){0,2}(?: [\w&'-]+ (?:like|such as))?(?: p\d (?:or|and|,))* $"
)


class Issuers:
    """Finds them against one lexicon."""

    def __init__(self, lexicon: Lexicon, providers: ProviderReader, namesakes: Namesakes) -> None:
        self._lexicon = lexicon
        self._providers = providers
        self._namesakes = namesakes

    def of(
        self, named: Named, number: int, flat: Flat, providers: Sequence[Match], *, alone: bool
    ) -> Asked:
        """The title with the issuer that the message names for it, else the one it is known by.

        ``number`` is that of its mark, ``c0`` and so on; ``alone`` when no other title is named.
        """
        at = flat.place(f"c{number}")
        _, after = flat.clause(at[1]) if at else ("", flat.text)
        after = after[: _own_words(after)]
        said = self._issuer_said(after, flat, providers, alone=alone)
        return self.asked(named, said)

    def asked(self, named: Named, said: ProviderRead) -> Asked:
        """One credential with its issuer; an issuer not said is inferred from the title."""
        title = self._namesakes.of_issuer(named.title, said)
        return Asked(title=title, provider=self.inferred(title, said))

    def unmasked(self, asked: Asked, masks: frozenset[str]) -> Asked:
        """An issuer in letters that only look Latin is none, however it reads once cleaned."""
        said = asked.provider
        if masks.isdisjoint(said.read.lower().split()):
            return asked
        real = self._providers.read(said.read).id or said.id
        fake = ProviderRead(read=said.read, standing=Standing.SUSPECT, resembles=real)
        return replace(asked, provider=fake)

    def settled(self, asked: Asked, answers: Answers) -> Asked:
        """With the issuer that the person said is meant, when asked about a slip."""
        said = self.confirmed(asked.provider, answers)
        return replace(asked, provider=self.inferred(asked.title, said))

    def confirmed(self, said: ProviderRead, answers: Answers) -> ProviderRead:
        """An issuer a slip away from a known one, as the person answered when asked."""
        told = answers.issuers.get(normal(said.read))
        if told is None or said.standing is not Standing.SLIP:
            return said
        if told in self._lexicon.knowledge.providers:
            return replace(said, standing=Standing.NAMED, id=told, resembles="")
        return replace(said, standing=Standing.UNKNOWN, resembles="")

    def inferred(self, title: TitleRead, said: ProviderRead) -> ProviderRead:
        """The issuer said, or the one that the title gives away."""
        known = self._lexicon.knowledge.credentials
        own = known[title.known].issuer if title.known else title.issuer_in_title
        if own and (said.standing is Standing.UNSAID or self._is_host(said)):
            return ProviderRead(read=said.read, standing=Standing.NAMED, id=own, inferred=True)
        return said

    def _is_host(self, said: ProviderRead) -> bool:
        provider = self._lexicon.knowledge.providers.get(said.id)
        return provider is not None and provider.kind in HOSTS

    def _issuer_said(
        self, after: str, flat: Flat, providers: Sequence[Match], *, alone: bool
    ) -> ProviderRead:
        mark = _issuer_mark(after) or (_issuer_mark(flat.text) if alone else None)
        if mark and int(mark.group(1)) < len(providers):
            match = providers[int(mark.group(1))]
            read = flat.raw(match.start, match.end)
            return ProviderRead(read=read, standing=Standing.NAMED, id=match.id)
        found = flat if alone else flat.part(after)
        for hit in islice(_ISSUER.finditer(found.text), _MOST_TRIED):
            name = hit.group("name").strip(" .")
            if name in PLACES or self._is_everyday(name):
                continue
            read = _SENTENCE_ENDS.split(found.raw(*found.span(*hit.span("name"))))[0]
            said = self._providers.read(read)
            if said.standing is not Standing.UNKNOWN or ISSUER_LIKE.search(name) or "." in name:
                return said
        return ProviderRead()

    def _is_everyday(self, name: str) -> bool:
        return all(word in self._lexicon.speller.ordinary for word in name.split())


def _own_words(after: str) -> int:
    """How far the words behind a title speak of it alone, or of it and those it is listed with."""
    listed = _LISTED.match(after)
    other = _TITLE.search(after, listed.end() if listed else 0)
    return other.start() if other else len(after)


def _issuer_mark(line: str) -> re.Match[str] | None:
    """The first issuer marked in a line that is not said as a place of work."""
    marks = _MARK.finditer(line)
    no_issuer = (_WORKPLACE, _CHOICE, _TAKES_IT)
    return next((m for m in marks if not any(p.search(line[: m.start()]) for p in no_issuer)), None)


def apart(every: Iterable[Asked]) -> tuple[Asked, ...]:
    """Each credential once, however often it is said; from two issuers that were said it is two."""
    found: dict[str, list[Asked]] = {}
    for one in every:
        alike = found.setdefault(one.title.known or one.title.read.lower(), [])
        told = [a for a in alike if not _unsaid(a.provider)]
        if not told and not _unsaid(one.provider):
            alike[:] = [one]
        elif not alike or not (_unsaid(one.provider) or any(_alike(a, one) for a in alike)):
            alike.append(one)
    return tuple(one for alike in found.values() for one in alike)


def _unsaid(provider: ProviderRead) -> bool:
    return provider.inferred or provider.standing is Standing.UNSAID


def _alike(one: Asked, other: Asked) -> bool:
    return one.provider.id == other.provider.id

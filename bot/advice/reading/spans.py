"""The stretches of a message that name credentials which are known."""

from collections.abc import Sequence

from msgspec import Struct

from bot.advice.reading.facts import TitleRead
from bot.advice.reading.flat import Flat
from bot.advice.reading.lexicon import Kind, Lexicon, Match
from bot.advice.reading.loosely import LooseTitles
from bot.advice.reading.patterns import Pattern
from bot.advice.reading.text import Word, stems
from bot.advice.reading.titles import TitleReader

_ABBREVIATION = 5
_NOT_BEFORE_TITLE = frozenset(("a", "an", "as", "become", "be", "being", "am", "im", "was", "for"))
_ASKING = frozenset(
    ("is", "get", "take", "do", "doing", "or", "vs", "about", "and", "getting", "taking")
)
_ASKED_AFTER = frozenset(("worth", "good", "or", "vs", "better", "useful", "?", "helpful", "legit"))
_FOREIGN = frozenset(  # little words of other languages, abbreviations here when in capitals
    "sie die der das des dem den ein mit und ich ist con las los por una mas que est les ces sur pas dei non muna".split()
)
_TAKEN = frozenset(stems("do doing get getting take taking sit sitting pass passed or vs"))
_STRIVEN = frozenset(stems("pay paying paid go going study studying sit sitting ask asking train"))
_GIVEN_BY = frozenset(("by", "from", "via", "through"))
_BESIDE = frozenset(("or", "vs", "versus", "+", "first", "then"))
_AT_WORK = frozenset(("work", "job", "role", "position", "gig", "career"))
_ASKED_FOR = Pattern(
    r"(?:cert|course|exam|certif\w*|badge|train\w*|class|program\w*|diploma|workshop|licen[cs]e|certified|qualified|ticket|card)"
)


class Named(Struct, frozen=True):
    """A title and the word positions it takes."""

    start: int
    end: int
    title: TitleRead


def cut_off(text: Sequence[Word], match: Match) -> bool:
    """Whether a match cuts words apart: "coach u" of "coach u12s", "is 200" of a question."""
    first, last = text[match.start], text[match.end - 1]
    after = text[match.end] if match.end < len(text) else None
    joined = after is not None and after.start == last.end and after.plain.isalnum()
    asking = (
        first.raw.islower() and first.plain in ("is", "do", "an", "in", "as") and match.length > 1
    )
    return (joined and len(last.plain) == 1) or (asking and first.end < text[match.start + 1].start)


class KnownTitles:
    """Finds them against one lexicon."""

    def __init__(self, lexicon: Lexicon, titles: TitleReader) -> None:
        self._lexicon = lexicon
        self._titles = titles
        self._loosely = LooseTitles(lexicon)

    def find(self, flat: Flat) -> list[Named]:
        """Every known title; a name that is a role or a skill too needs a word such as *cert*."""
        found = []
        for match in self._lexicon.scan(Kind.CREDENTIAL, flat.words):
            if self._meant_as_title(flat.words, match):
                read = flat.raw(match.start, match.end)
                found.append(Named(match.start, match.end, self._titles.known(match.id, read)))
        taken = {i for n in found for i in range(n.start, n.end)}
        for match in self._loosely.find(flat.words, taken):
            if cut_off(flat.words, match):
                continue
            read = flat.raw(match.start, match.end)
            found.append(Named(match.start, match.end, self._titles.known(match.id, read)))
        return sorted(found, key=lambda n: n.start)

    def _meant_as_title(self, text: Sequence[Word], match: Match) -> bool:
        parts = tuple(w.stem for w in text[match.start : match.end])
        first = text[match.start]
        if cut_off(text, match) or self._gives_it(text, match, parts):
            return False
        if match.length == 1 and first.plain in _FOREIGN and not first.raw.isupper():
            return False
        role = self._lexicon.whole(Kind.ROLE, parts) is not None
        skill = self._lexicon.whole(Kind.SKILL, parts) is not None and match.length == 1
        everyday = match.length == 1 and parts[0] in self._lexicon.speller.ordinary
        ordinary = everyday and not self._in_capitals(text, match.start)
        if not (role or skill or ordinary) or parts[0].startswith("certifi"):
            return True
        previous = text[match.start - 1].stem if match.start else ""
        after = text[match.end].stem if match.end < len(text) else ""
        if role and after in _AT_WORK:
            return False
        if role and match.length > 1 and (previous in _TAKEN or after in _GIVEN_BY):
            return True
        if not ordinary and match.length == 1 and len(parts[0]) <= _ABBREVIATION:
            paid = match.start > 1 and text[match.start - 2].stem in _STRIVEN
            return previous not in _NOT_BEFORE_TITLE or (previous == "for" and paid)
        if not role and (
            {previous, after} & _BESIDE or (previous in _ASKING and after in _ASKED_AFTER)
        ):
            return True
        reach = 1 if ordinary else 2
        beside = (*text[max(0, match.start - 1) : match.start], *text[match.end :][:reach])
        return any(_ASKED_FOR.match(w.stem) for w in beside)

    @staticmethod
    def _in_capitals(text: Sequence[Word], at: int) -> bool:
        """Whether a word is an abbreviation by its capitals, in a line that is not shouted."""
        word, around = text[at].raw, (w.raw for w in text[max(0, at - 2) : at + 3])
        beside = [raw for raw in around if len(raw) > 1 and raw.isalpha()]
        shouted = len(beside) > 1 and all(map(str.isupper, beside))
        return len(word) > 2 and word.isupper() and not shouted

    def _gives_it(self, text: Sequence[Word], match: Match, parts: tuple[str, ...]) -> bool:
        """Whether it is the issuer of what stands before it, or who asks for it.

        "FMVA by CFI", or an "OET for AHPRA"; what one studies for is a title.
        """
        before = text[match.start - 1].plain if match.start > 1 else ""
        asks = before == "for" and text[match.start - 2].stem not in _STRIVEN
        issuer = self._lexicon.whole(Kind.PROVIDER, parts)
        return (before in _GIVEN_BY or asks) and issuer is not None

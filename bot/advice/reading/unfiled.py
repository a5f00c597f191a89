"""The stretches of a message that name credentials which no one filed.

They stand before or after a word such as *course*, in quotes, or beside a title that is known.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from bot.advice.reading.clues import Clues, before
from bot.advice.reading.flat import Flat
from bot.advice.reading.lexicon import Kind, Lexicon, without_noise
from bot.advice.reading.patterns import Pattern, Phrase
from bot.advice.reading.spans import Named
from bot.advice.reading.text import Word, spelled, stems
from bot.advice.reading.titles import TitleReader
from bot.advice.taxonomy import HOSTS

_HEAD = (
    r"(?:certificates?|certifications?|certs?|courses?|badges?|diplomas?|bootcamps?|nanodegrees?|training|"
    r"class|classes|microcredentials?|micro credentials?|specializations?|specialisations?|workshops?|"
    r"qualifications?|tickets?|masterclass|masterclasses|program|programme|programs|exam|award|"
    r"pgcerts?|pgdips?|hncs?|hnds?|moocs?|modules?|seminars?)"
)
_EDGE = (
    r"(?:an?|the|this|that|these|those|is|are|was|be|being|do|does|did|done|should|shall|would|will|can|could|i|i'm|im|i've|ive|i'd|my|me|"
    r"some|any|get|gets|getting|got|take|takes|taking|took|have|has|had|having|about|if|whether|or|but|so|because|cause|than|then|"
    r"with|without|to|of|for|in|on|at|from|by|via|need|needs|want|wants|wanted|wanna|think|thinking|consider|considering|finish|finished|"
    r"complete|completed|start|started|pass|passed|paid|buy|bought|another|ur|ya|through|first(?! aid)|since|still|next|one|which|what|worth|it|they|he|she|we|you|your|our|their|"
    r"as|where|when|how|why|after|before|doing|study|studying|free|good|new|same|other|every|more|no|not|just|only|really|"
    r"found|saw|see|enrolled|quick|little|short|cheap|expensive|called|weeks?|months?|hours?|days?|weekend|stupid|random|fancy|local|already|"
    r"c\d|vs|versus|please|pls|hi|hello|hey|guys|all|was|boss|manager|company|employer|work|job|wants|told|offered|offers|offering|go|going|"
    r"help|helps|there|like|maybe|also|too|am|been|currently|now|today|recommend|recommended|best|right|into|out|up|x|two|three|four|few|"
    r"many|much|most|best|own|next|last|online|his|her|such|who|using|use|legit|valid|real|different|looking|at|saying|says|said|"
    r"means?|counts?|matters?|anything|something|nothing)"
)
_BEFORE = Pattern(rf"(?<!\S)(?P<title>(?:(?!{_EDGE} )[\w+#&'/-]+ ){{1,6}}){_HEAD}(?!\S)")
_WHO = r"certified (?:associate|professional|user|specialist|practitioner|expert|admin|administrator|developer|technician|operator)(?!\S)"
_CERTIFIED = Pattern(
    rf"(?<!\S)(?P<title>(?:(?!{_EDGE} )[\w+#&'-]+ ){{1,3}}){_WHO}(?: in (?!{_EDGE} )[\w-]+)?"
)
_AFTER = (
    rf"(?<!\S){_HEAD} (?:in|on|of|called|named|about) (?P<title>(?:(?!(?:from|by|via|at|through|is|was|are|worth|to|as|so|but|because|if|that|which|it|help|helps|how|what|who|where|does|do|did|than|then|i|"
    r"good|useful|will|would|should|can|c\d|any|my|me|someone|people|beginners|free|this|an?|when|while|with|last|next|now|online|and)(?: |$))[\w+#&'/-]+(?: |$)){1,7})"
)
_LEVELLED = (
    rf"(?<!\S)(?P<title>(?:(?:nvq|svq|btec|vtct|ncfe|rqf|cert|certificate|award|diploma|nc) ){{1,2}}(?:level |lvl |l )?(?:\d|iii|ii|iv)(?: in)?(?: (?!{_EDGE}(?: |$)|{_HEAD}(?: |$)|is |vs )[\w-]+){{0,4}}"
    rf"|(?:level|lvl|l) ?\d(?: in)?(?: (?!{_EDGE}(?: |$)|{_HEAD}(?: |$)|vs )[\w-]+){{1,4}})(?!\S)"
)
_SCHOOLED = (  # said before the subject, without "in"
    rf"(?<!\S)(?P<title>(?:pgcert|pgdip|hnc|hnd|btec|fachausweis|brevet|licence pro|weiterbildung|ausbildung|umschulung|formation|curso|diplomado|corso|szkolenie)"
    rf"(?: (?!{_EDGE}(?: |$)|{_HEAD}(?: |$)|vs )[\w'-]+){{1,3}})(?!\S)"
)
_TO_LEVEL = Pattern(rf"(?<!\S)(?P<title>(?:(?!{_EDGE} )[\w&'-]+ ){{1,3}}(?:level|lvl) \d)(?!\S)")
_FROM_IN = rf"(?<!\S){_HEAD} (?:from|by) [^.;!?,]{{3,60}}? in (?P<title>(?:(?!{_EDGE} )[\w+#&'/-]+ ){{1,4}})(?=ok|okay|good|worth|any|legit|recogni|valid|real|useful|accepted|enough|[?.,])"
CLUES: Clues[str] = Clues(
    {
        "head": (rf"(?<!\S){_HEAD}(?!\S)",),
        "certified": (rf"(?<!\S){_WHO}",),
        "level": (_LEVELLED, _SCHOOLED),
        "to level": (r"(?<!\S)(?:level|lvl) \d(?!\S)",),
        "after": (_AFTER,),
        "from in": (_FROM_IN,),
    },
)
_MOST_ASKED_ABOUT = 24  # phrases tried in one message
_MOST_CERTIFIED = 3  # words of a title before "certified user"
_MOST_BEFORE = 6  # words of a title before "course" or "or"
# "or must I rather go the … route", "or just start out …"
_LEAD = (
    r"(?:(?:the|an?|my|just|also|maybe|do|get|then|some|that|start|out|with|go|going|straight|direct|directly|to|for|should|shall|must|"
    r"i|rather|better|take|already|aim|aiming|hold|on|and|skip|instead|first(?! aid)|even|only|both) ){0,6}"
)
_TITLE_OR = Pattern(r"c(?<!\Sc)\d (?:or|vs) ")
_OR_TITLE = Pattern(r" (?:or|vs|versus) (?:(?:the|an?|do|get|just|go for) )?c\d(?!\S)")
_ALTERNATIVE = Pattern(
    r"(?:(?<=c\d or )|(?<=c\d vs ))(?P<title>(?:[\w+#&'/-]+(?: |$)){1,4}?)(?=$|[?.,;!]|for |to |if |because )"
)
_LISTED = Pattern(
    rf"c(?<!\Sc)\d (?:{_HEAD} |certified user |level \d |l\d )?(?:or|vs|versus|and|/) {_LEAD}"
    rf"(?P<title>(?!{_EDGE}(?: |$))[\w+#&'-]+(?: (?!{_EDGE}(?: |$))[\w+#&'-]+){{0,2}}?)(?= ?(?:$|[?.,;:!()]|(?:for|to|if|because|which|is|are|worth|better|next|first|as|can|will|would|but|and|route|way|path|instead|while|before|after)(?!\S)))"
)
_FIRST_OF_TWO = Pattern(
    rf"(?<!\S)(?<! in )(?<! on )(?<! of )(?<! for )(?P<title>(?:(?!{_EDGE} )[\w+#&'/-]+ ){{1,5}})(?=(?:, )?(?:or|vs|versus) (?:(?:the|an?|do|get|just|go for) )?c\d(?!\S))"
)
_ONE = Phrase(  # "or the Lectra Modaris one"
    rf"(?:the|an?|that|this) (?P<title>(?:(?!{_EDGE} )[\w+#&'-]+ ){{1,4}})ones?(?! (?:day|of|thing|more|who|person|week|month|year))(?!\S)"
)
_QUOTED = Pattern(
    r'(?<!\bfrom )(?<!\bby )(?<!\bat )(?<!\bvia )(?<!\bfrom the )(?<!\bby the )(?<!\bat the )" (?P<title>[^"]{3,120}?) "'
)
_WORTH = Phrase(
    r"(?:is|are|about|get|getting|take|taking|do|doing|learn|learning|of|if|whether|think|consider|considering|or|vs|how about|study|studying|worth) "
    r"(?:the |an? |my |doing |getting |taking |learning |some ){0,5}(?P<title>(?:(?!(?:it|this|that|an?|the|worth|good|i|my|for|to|in|is|getting|doing|taking|there|these|they|so|any)(?: |$))[\w+#&'/-]+(?: |$)){1,6})"
    r"(?=worth|good|useful|any good|legit|helpful|a good|enough|help|better|necessary|pointless|for|to become|to get|if|\?|as|$|so|or|,)"
)
_THEN_WORTH = Pattern(
    rf"(?:^|[,.;:!?] )(?P<title>(?:(?!{_EDGE} )[\w+#&'/-]+ ){{1,5}})(?=worth|any good|any use|worthwhile|enough|legit|needed|useful|\?)"
)
_ENTITLED = Phrase(  # what is no course: a licence, a membership
    rf"(?P<title>(?:(?!{_EDGE} )[\w+#&'-]+ ){{1,4}}(?:licen[cs]e|permit|card|membership|associateship|fellowship|accreditation|endorsement))(?!\S)(?! (?:holder|expire[sd]|expiring|lapsed|ran out|runs out|is up))"
)
_NO_NAME = frozenset(  # after "course in": when and where
    "january february march april may june july august september october november december "
    "spring summer autumn winter person dubai london india canada uk usa us gulf lagos nairobi "
    "delhi mumbai hyderabad bangalore bengaluru pune karachi lahore manila kenya nigeria ghana "
    "australia germany ireland scotland wales toronto sydney melbourne singapore qatar saudi uae "
    "texas california florida york japan pakistan philippine europe africa asia spain france italy".split()
)
_NO_SUBJECT = frozenset(
    stems("digital lifetime reentry verified accredited recognised drive y1 y2 y3 y4 y5 y6")
)
_VAGUE = frozenset(("thing", "stuff", "that", "this"))  # "that nebosh thing"
_TRAILING = frozenset(
    "first enough instead proper again yet either while when if then now next too also maybe "
    "please pls thanks straight only still just really before after until till".split()
)
_SHORTEST = 3  # letters of a name that no one filed
_BEGINS_NONE = Pattern(rf"{_EDGE}(?!\S)")
_HEADS = frozenset(
    stems(
        "certificate certification cert course badge diploma bootcamp training ticket license award exam qualification card membership"
    )
)
_SHORT_QUESTION = 5
_ASKED_FOR_SKILL = Pattern(
    r"(?:worth|learn|study|good|useful|help|should|want|become|need|cert|job|career|or|vs|for|level|l?\d$)"
)


class UnfiledTitles:
    """Finds them against one lexicon."""

    def __init__(self, lexicon: Lexicon, titles: TitleReader) -> None:
        self._lexicon = lexicon
        self._titles = titles

    def headed(self, flat: Flat, answers: Mapping[str, Sequence[str]]) -> Iterator[Named]:
        """Titles that no one filed: in quotes, or before or after a word such as *course*."""
        line = flat.text
        found = CLUES.hits(line)
        heads, certified, levels = (
            [hit.start() for hit in found.get(said, ())]
            for said in ("head", "certified", "to level")
        )
        for hit, headed in (
            *((hit, False) for hit in self._quoted(flat)),
            *((hit, False) for hit in found.get("level", ())),
            *((hit, True) for hit in before(_BEFORE, line, heads, _MOST_BEFORE)),
            *((hit, False) for hit in before(_TO_LEVEL, line, levels, _MOST_CERTIFIED)),
            *((hit, True) for hit in before(_CERTIFIED, line, certified, _MOST_CERTIFIED)),
            *((hit, True) for hit in found.get("after", ())),
            *((hit, False) for hit in found.get("from in", ())),
        ):
            named = self._read(flat, hit, answers, headed=headed)
            if named:
                yield named

    def chosen(self, flat: Flat, answers: Mapping[str, Sequence[str]]) -> Iterator[Named]:
        """Titles that no one filed, beside one that is marked: "c0 or …", "…, c0 and …"."""
        line = flat.text
        choices = [hit.start() + 1 for hit in _OR_TITLE.finditer(line)]
        seconds = _ALTERNATIVE.finditer(line) if _TITLE_OR.search(line) else ()
        for hit in (*seconds, *before(_FIRST_OF_TWO, line, choices, _MOST_BEFORE)):
            named = self._read(flat, hit, answers)
            if named and (named.title.known or named.title.skills or self._strange(flat, named)):
                yield named
        for hit in (*_ONE.finditer(line), *_ENTITLED.finditer(line)):
            named = self._read(flat, hit, answers)
            if named and self._strange(flat, named) and self._capital(flat, named):
                yield named
        for hit in _LISTED.finditer(line):
            named = self._read(flat, hit, answers)
            taught = named and named.title.skills and " and " not in hit.group()
            if named and (named.title.known or taught or self._strange(flat, named)):
                yield named

    def _strange(self, flat: Flat, named: Named) -> bool:
        """Whether a word of it names something, and nothing that is known as no title."""
        parts = tuple(word.stem for word in flat.words[named.start : named.end])
        kinds = (Kind.ROLE, Kind.PROVIDER, Kind.INDUSTRY)
        if any(self._lexicon.whole(kind, parts) for kind in kinds) or _NO_NAME & set(parts):
            return False
        typed = flat.raw(named.start, named.end)
        if len(typed) < _SHORTEST or _BEGINS_NONE.match(typed.lower()):
            return False
        headed = parts[-1] in _HEADS and len(parts) > 1
        if not headed and self._lexicon.scan(Kind.ROLE, flat.words[named.start : named.end]):
            return False
        return headed or typed.isupper() or not self._plain(flat, named)

    def _quoted(self, flat: Flat) -> Iterator[re.Match[str]]:
        """What stands in quotes and is a name, no saying: "hello my name is"."""
        for hit in _QUOTED.finditer(flat.text) if '"' in flat.text else ():
            words = flat.words[slice(*flat.span(*hit.span("title")))]
            if any(w.raw[:1].isupper() for w in words[1:]) or any(w.stem in _HEADS for w in words):
                yield hit

    @staticmethod
    def _capital(flat: Flat, named: Named) -> bool:
        """Whether a word of it begins as names do."""
        return any(word.raw[:1].isupper() for word in flat.words[named.start : named.end])

    def asked_about(self, flat: Flat, answers: Mapping[str, Sequence[str]]) -> Iterator[Named]:
        """What stands in "is … worth it" when nothing else names a credential."""
        found = [*_WORTH.finditer(flat.text), *_THEN_WORTH.finditer(flat.text)]
        found = [*_ENTITLED.finditer(flat.text), *found]
        hits = [self._read(flat, hit, answers) for hit in found[:_MOST_ASKED_ABOUT]]
        named = [hit for hit in hits if hit]
        telling = [n for n in named if n.title.known or n.title.skills]
        strange = [n for n in named if not self._plain(flat, n)]
        yield from (telling or strange)[:1]

    def _plain(self, flat: Flat, named: Named) -> bool:
        """Whether it is made of everyday words alone, which name nothing."""
        speller = self._lexicon.speller
        return all(
            w.is_stop
            or speller.is_ordinary(w.stem)
            or (w.raw.islower() and speller.is_english(w.raw) and not speller.names(w.stem))
            for w in flat.words[named.start : named.end]
        )

    def skills(self, flat: Flat, free: Sequence[Word]) -> Iterator[Named]:
        """A bare skill ("python?") among the words that nothing else took, as a last resort."""
        words = [w.stem for w in flat.words if not w.is_stop]
        job = any(w.raw == "," != o.raw for w, o in zip(free, flat.words, strict=True))
        asked = job or len(words) <= _SHORT_QUESTION or any(map(_ASKED_FOR_SKILL.match, words))
        for match in self._lexicon.scan(Kind.SKILL, free)[:1] if asked else ():
            read = flat.raw(match.start, match.end)
            title = self._titles.read(read)
            if title:
                yield Named(match.start, match.end, title)

    @staticmethod
    def _trails(word: Word) -> bool:
        """Whether a word only follows a title: "level 3 first", "lvl 2 while"."""
        return word.is_stop or word.plain in _TRAILING

    def _could_be_title(self, text: str) -> bool:
        """Whether the words may be a title: not an issuer alone, not a number."""
        parts = stems(text)
        if all(part.isdigit() for part in parts) or (len(parts) == 1 and parts[0] in _NO_NAME):
            return False
        kinds = (Kind.SKILL, Kind.CREDENTIAL)
        if not without_noise(parts):
            return False
        issuer = self._lexicon.whole(Kind.PROVIDER, parts)
        issuer = issuer or self._lexicon.tables["letters"].get(spelled(text))
        return not issuer or any(self._lexicon.whole(kind, parts) for kind in kinds)

    def _awards(self, text: str) -> bool:
        """Whether it is an issuer that gives certificates of its own ("articulate 360 cert")."""
        providers = self._lexicon.knowledge.providers
        issuer = self._lexicon.whole(Kind.PROVIDER, stems(text))
        return issuer is not None and providers[issuer].kind not in HOSTS

    def _read(
        self,
        flat: Flat,
        hit: re.Match[str],
        answers: Mapping[str, Sequence[str]],
        *,
        headed: bool = False,
    ) -> Named | None:
        """The title in a phrase; ``headed`` when "course" and the like belong to it."""
        start, end = flat.span(*(hit.span() if headed else hit.span("title")))
        first, last = flat.span(*hit.span("title"))
        while last - first > 1 and flat.words[last - 1].stem in _VAGUE:
            end, last = end - (end == last), last - 1
        while last - first > 1 and flat.words[first].stem in _VAGUE:
            start, first = start + (start == first), first + 1
        while end == last > first + 1 and self._trails(flat.words[last - 1]):
            end, last = end - 1, last - 1
        text = flat.raw(first, last)
        if re.fullmatch(r"[crp]\d", hit.group("title").strip()):
            return None
        whole = flat.raw(start, end)
        if self._lexicon.tables["letters"].get(spelled(whole)):  # "highspeed training", an issuer
            return None
        if "award" not in whole.lower() and _tells_no_subject(text):  # "level 7 cert"
            return None
        if not self._could_be_title(text) and not (
            hit.re is _BEFORE.compiled and self._awards(text)
        ):
            return None
        title = self._titles.read(whole, answers=answers, thorough=False)
        return Named(start, end, title) if title else None


def _tells_no_subject(text: str) -> bool:
    """Whether a title is a level, or what every title may be called, and nothing else."""
    telling = (part for part in without_noise(stems(text)) if part not in _NO_SUBJECT)
    return all(part.isdigit() for part in telling)

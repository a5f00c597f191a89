"""Reads what the person has behind them: work, credentials, projects, degrees and licences."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec.structs import replace

from bot.advice.learner import Credential, Education, EducationKind, Experience, Project, Status
from bot.advice.reading.amounts import NUMBER, YEARS, number
from bot.advice.reading.clues import MESSAGES, Clues, before
from bot.advice.reading.flat import Flat
from bot.advice.reading.lexicon import Kind, Lexicon
from bot.advice.reading.patterns import Pattern, Phrase
from bot.advice.reading.spans import Named
from bot.advice.reading.text import clean, words

_TAIL = r"(?P<area>(?!,)[^.;!?]{2,60})"
_YEARS_OF = rf"(?P<years>{YEARS})(?! (?:out|off|away|gap|break|at home|not|ago|old|long|course|to|until|degree|from now|program|warranty))(?: of)?(?: \w+)?(?: experience| exp| work)?(?: as| in| of| with| doing| on| at| using| working(?: as| in| with)?)?(?: an?| the)? {_TAIL}"
_FOR_YEARS = rf"(?<!\S)(?:worked|working|work|been|was|done|doing|did|used|using|use|sold|taught|run|ran|managed|led)(?: with| in| as| on| at)?(?: an?| the)? (?P<area>[^.;!?,]{{2,50}}?) for (?:the )?(?:last |past )?(?P<years>{YEARS})"
_NOT_AT_WORK = r"(?! (?:out|off|away|gap|break|at home|not|ago|old|long|course|until|degree|from now|program|warranty))"
_IN_THE_JOB = Pattern(  # "welder 10 years", "court clerk , 9 years"
    rf"(?<!\S)(?P<area>(?:(?!(?:for|with|w|the|last|past) )[a-z'-]+ ){{1,3}})(?:for |with |w / |w )?(?:the )?(?:last |past )?(?P<years>{YEARS}){_NOT_AT_WORK}"
    rf"|(?<!\S)(?P<before>(?:[a-z'-]+ ){{1,3}})[,.] (?P<then>{YEARS})(?= ?[,.;!?]| ?$)"
    r"|(?<!\S)(?P<now>(?:[a-z'-]+ ){1,3})(?:currently |now |already )?(?:working|employed) (?:in|at|for|with)(?!\S)"
)
_YEARS_OR_WORK = rf"(?<!\S)(?:{NUMBER}|working|employed)"
_JOB_AND_YEARS = 11  # words at most from the job to the number of years
_DOING = (
    r"(?<!\S)(?<!can )(?<!could )(?<!may )(?<!should )(?<!would )(?:i|i've|ive|i'm|im|i am|and|already|we) (?:(?:have|had|also|already|currently|do|did|am|been|regularly|often|daily) ){0,5}(?P<verb>use|used|using|work with|worked with|working with|work on|worked on|build|built|run|ran|running|manage|managed|managing|lead|led|leading|teach|taught|"
    rf"handle|handled|supervise|supervised|supervising|coach|coached|train|trained|sell|sold|cook|cooked|write|wrote|design|designed|volunteer|volunteered|organised|organized|negotiate|negotiated|look after|looked after|care for|cared for|fix|fixed) {_TAIL}"
)
_MAKING = frozenset(("build", "built", "design", "designed", "write", "wrote"))
_LED_PEOPLE = Pattern(
    r"(?:(?<!\S)(?:lead|led|leading|manage|managed|managing|supervis\w+|in charge of|run|ran)) (?:[\w-]+ ){0,3}?(?:team|people|staff|crew|shift|squad|department|group|store|kitchen|\d+)"
)
_MADE = r"(?<!\S)(?:i|i've|ive|have|already|and) (?:have |already |just |also ){0,5}(?:built|made|created|launched|designed|developed|shipped|published|finished|completed|did|ran|wrote|put together)(?: up)? (?P<what>(?:an? |my |some |two |three |\d+ |the |own |small |few ){0,5}[^.;!?]{3,70})"
_SHOWN = r"(?<!\S)(?:have|got|with|has)(?: already)? (?P<what>(?:an? |my |some |two |three |\d+ |the |own |small |few |couple of |good ){0,5}(?:[\w-]+ ){0,4}(?:portfolio|projects?|website|github|case study|case studies|campaigns?|dashboards?|apps?|published \w+|showreel|side project)(?: (?:in|of|on|with|for) [^.;!?,]{2,40})?)"
_WORK_WORDS = Pattern(
    r"(?<!\S)(?:projects?|portfolio|websites?|web ?apps?|apps?|dashboards?|campaigns?|blogs?|shops?|stores?|games?|reports?|models?|bots?|videos?|films?|songs?|albums?|tools?|scripts?|analys[ei]s|case stud(?:y|ies)|system|pipeline|database|books?|articles?|lessons?|curriculum|event|menu|garden|furniture|collection|prototype|logo|brand|poster|spreadsheets?|models|macros?|newsletter|podcast|plan)(?!\S)"
)
_DEGREE = r"(?<!no )(?<!without )(?<!\S)(?:have|hold|got|did|finished|completed|with|my|studied|graduated with|has|i've|earned|doing) (?:an? |my |the )?(?:[\w-]+ ){0,2}?(?P<what>(?:bachelor'?s?|master'?s?|bsc|b\.?sc|ba|msc|ma|mba|phd|doctorate|btech|beng|b\.?tech|bcom|llb|degree|hnd|associate'?s? degree)(?!\S)(?: degree)?(?: (?:in|of) [^.;!?,]{2,40})?)"
_NO_DEGREE = r"(?:no|without|don't have|dont have|never got|not have|haven't got|instead of|replace|equal to|afford|didn't finish|dropped out)(?: \w+){0,3} (?:degree|bachelor|master|uni)"
_LICENSED = r"(?<!\S)(?:am|i'm|im|as an?|a|already|being) (?:an? |fully |already ){0,5}(?P<what>(?:licen[cs]ed|registered|chartered|board certified|state registered) \w+)|(?<!\S)(?:have|hold|got|with) (?:an? |my |the )(?P<held>(?:\w+ ){0,3}licen[cs]e)(?!\S)"
_NEGATED = Pattern(
    r"(?:\b(?:any ?one|any ?body|some ?one|some ?body|who|has anyone|have you|did you|have any of you|people|mates?|friends?|sister|brother|cousin|colleagues?|she|he|they|everyone|no|not|never|without|zero|any|haven't|havent|don't|dont|cannot|can't|want to|wanna|need to|would|will|could|should|if i|going to|to) )(?:\w+ ){0,2}$"
)
_HELD = Pattern(
    r"(?<!\S)(?:(?:i've|ive|i|have|already|just|recently|and) (?:have |already |just |recently |also |now |finally ){0,5}(?:have|hold|got|did|done|passed|earned|completed|finished|obtained|cleared)|already (?:have|hold|got)|i have|ive got|(?:got|have|done|did|passed|finished|completed|hold) (?:my|the|both)|holding|certified in|with my|(?:^|(?<=[.;!,] ))(?:already )?(?:got|have|hold|done|passed|did|finished|completed|cleared|earned)(?: already)?|after (?:passing|getting|finishing|completing))"
    r"(?: (?:my|the|an?|both|two|three|also|a few|certs?|levels?|like|:|in|from|p\d|exam|,|and|&|c\d|\+|plus|as well as|then)){0,5} $"
)
_TITLE = Pattern(r"c(?<!\Sc)(\d)(?!\S)")
_DONE = Pattern(
    r" (?:(?:is|was|already|all|exam|card|badge|cert|just|now|got|both|level \d) ){0,3}(?:done|passed|completed|cleared|revoked|in the bag|under my belt|complete)(?! (?:with|by|through|at|online|in \d|before|after)(?!\S))(?= [,.;!]| (?:dva|next|now|what|so|and|but|already|years?|last)(?!\S)| ?$)"
)
_REFUSED = Phrase(  # "not interested in c0", "not c0 but c1"
    r"(?:(?:not|isn't|aint|never|no longer) (?:really |that )?(?:interested in|into|doing|taking|going for|keen on|fussed about|a fan of)|don'?t (?:really )?(?:want|need|fancy|like)|no to|forget|skip the|skip|besides|apart from|other than|anything but)"
    r"(?: (?:the|an?|my|doing|getting|taking|another)){0,2} $"
)
_REFUSED_AFTER = Pattern(  # "c0 ? no .", "c0 is too long , can i just do c1"
    r" (?:\? |, )?(?:no|nope|nah|no thanks|no way|hell no)(?= [,.;!]| but(?!\S)| ?$)"
    r"|(?: (?:is|looks|seems|was))? (?:way |far |much |just ){0,2}too (?:long|hard|expensive|pricey|much|costly|basic|advanced|slow|broad)(?!\S)[^.;!?]{0,40}? (?:just|instead|rather|so|but|what about|how about|or)(?!\S)[^.;!?]{0,30}? c\d"
    r"|(?: \w+){0,2} (?:student|aside|not for me|is out|isn't for me)(?!\S)"
)
_WHAT_NEXT = Phrase(
    r"(?:what(?:'s| is|s)? (?:next|now|else|after|then)|what (?:should|shall|can|could|do) i (?:do|get|take|go for|study) (?:next|now|after)|anything else|where (?:next|now)|next step)(?!\S)"
)
_TAKEN_BACK = Pattern(
    r"c(?<!\Sc)(?P<first>\d) (?:[,.;!?] ){0,4}(?:no |actually ){0,2}(?:forget (?:it|that)|never ?mind|nvm|scratch that|no wait|not that one)(?!\S)[^c]{0,60}(?<!\S)(?:what about|how about|or|is|about|maybe|c\d)"
)
CLUES: Clues[str] = Clues(
    {
        "years": (_FOR_YEARS, _YEARS_OF),
        "doing": (_DOING,),
        "made": (_MADE, _SHOWN),
        "degree": (_DEGREE,),
        "no degree": (_NO_DEGREE,),
        "licence": (_LICENSED,),
        "years or work": (_YEARS_OR_WORK,),
    },
    MESSAGES,
)


@lru_cache(maxsize=8)
def _said(line: str) -> dict[str, list[re.Match[str]]]:
    return CLUES.hits(line)


def _in_the_job(line: str) -> Iterator[re.Match[str]]:
    """Its matches, tried only shortly before what none is without."""
    ends = [said.start() for said in _said(line).get("years or work", ())]
    return before(_IN_THE_JOB, line, ends, _JOB_AND_YEARS)


_AHEAD = Pattern(
    r"(?:and |now |but |so )*(?:i |i'm |im |i am )?(?:now )?(?:want|wanna|hop(?:e|ing)|try(?:ing)?|tryna|looking|thinking|"
    r"plan|planning|would|going to|gonna|aim|aiming|considering|dream|like to|need)(?!\S)"
)


class PastReader:
    """Reads the past against one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def skills(self, text: str) -> tuple[str, ...]:
        """The skills that a phrase names, in order; a role stands for its core skills."""
        parts = words(clean(text))
        found = [m.id for m in self._lexicon.scan(Kind.SKILL, parts)]
        return tuple(dict.fromkeys(found))

    def role(self, text: str) -> str:
        """The role that a phrase names, or an empty string."""
        found = self._lexicon.scan(Kind.ROLE, words(clean(text)))
        return max(found, key=lambda m: m.length).id if found else ""

    def area(self, text: str, years: float = 0.0, id_: str = "said") -> Experience:
        """One piece of experience from a phrase such as "3 years of sales"."""
        held = re.search(YEARS, text.lower())
        said = years or (number(held.group()) if held else 0.0)
        skills = self.skills(text)
        if _LED_PEOPLE.search(text.lower()):
            skills = (*skills, *self._leading())
        return Experience(
            id=id_, area=text.strip(), years=said, skills=skills, role=self.role(text)
        )

    def _leading(self) -> tuple[str, ...]:
        known = self._lexicon.knowledge.skills
        return tuple(s for s in ("team-management", "leadership") if s in known)

    def project(self, text: str, *, done: bool = True, id_: str = "said") -> Project:
        """Something made, with the skills that its words name."""
        return Project(id=id_, title=text.strip(), skills=self.skills(text), done=done)

    def experience(self, line: str, origins: Sequence[str]) -> tuple[Experience, ...]:
        """Work said in a message; ``origins`` are the roles that the person has or had."""
        found = [*self._for_years(line)]
        years = next((said.years for said in found if said.years), 0.0)
        found = [said for said in found if said.skills or said.role]
        found += self._doing(line)
        for role, held in self._jobs_held(line):
            if all(e.role != role for e in found):
                name = self._lexicon.knowledge.roles[role].name
                found.append(Experience(id="said", area=name, years=held, role=role))
        for role in origins:
            if all(e.role != role for e in found):
                name = self._lexicon.knowledge.roles[role].name
                found.append(Experience(id="said", area=name, years=years, role=role))
        return tuple(found)

    def _for_years(self, line: str) -> Iterator[Experience]:
        """Work said with its years: "3 years of sales"; whether or not I know what it is."""
        for hit in _said(line).get("years", ()):
            if not _AHEAD.match(hit.group("area")):  # "… for 3 yrs and want to become a chef"
                yield self.area(_first_part(hit.group("area")), number(hit.group("years")))

    def _doing(self, line: str) -> Iterator[Experience]:
        """Work said by what one does: "I run a team of five"."""
        for hit in _said(line).get("doing", ()):
            if _NEGATED.search(line[: hit.start("verb")]):
                continue
            said = self.area(f"{hit.group('verb')} {_first_part(hit.group('area'))}")
            if hit.group("verb") in _MAKING:  # "built a sales dashboard" is no job in sales
                said = replace(said, role="")
            if said.skills:
                yield said

    def _jobs_held(self, line: str) -> Iterator[tuple[str, float]]:
        """Jobs with the years said right after them."""
        for hit in _in_the_job(line):
            said = words(clean(hit.group("area") or hit.group("before") or hit.group("now")))
            ending = [m for m in self._lexicon.scan(Kind.ROLE, said) if m.end == len(said)]
            if ending:
                yield (
                    max(ending, key=lambda m: m.length).id,
                    number(hit.group("years") or hit.group("then") or ""),
                )

    def projects(self, line: str) -> tuple[Project, ...]:
        """Things that the person says they have made."""
        found = []
        for hit in _said(line).get("made", ()):
            what = _first_part(hit.group("what"))
            if _WORK_WORDS.search(what) and not _NEGATED.search(line[: hit.start("what")]):
                found.append(self.project(what))
        return tuple({p.title: p for p in found}.values())

    def education(self, line: str) -> tuple[Education, ...]:
        """Degrees and licences that the person says they hold."""
        found: list[Education] = []
        said = _said(line)
        if not said.get("no degree"):
            for hit in said.get("degree", ()):
                if not _NEGATED.search(line[: hit.start()]):
                    found.append(Education(id="said", title=hit.group("what").strip()))
                    break
        for hit in said.get("licence", ()):
            title = hit.group("what") or hit.group("held")
            if title and not _NEGATED.search(line[: hit.start()]):
                found.append(Education(id="said", title=title, kind=EducationKind.LICENCE))
                break
        return tuple(found)


def _first_part(text: str) -> str:
    return re.split(
        r" (?:but|so|because|which|that|and i|and want\w*|and now|,|looking|want|wants|trying|hoping|thinking) ?",
        text,
    )[0].strip(" ,")


def held_numbers(flat: Flat) -> set[int]:
    """Which of the marks ``c0``, ``c1`` … the person says to hold already."""
    held = set()
    for at in _TITLE.finditer(flat.text):
        before, _ = flat.clause(at.start())
        hit = _HELD.search(before)
        after = flat.text[at.end() :]
        if (hit and not _NEGATED.search(before[: hit.start()])) or _DONE.match(after):
            held.add(int(at.group(1)))
    return held


def taken_back(flat: Flat) -> set[int]:
    """Which of the marks the person thinks better of: "PMP, nah forget it. what about CSM"."""
    back = {int(hit.group("first")) for hit in _TAKEN_BACK.finditer(flat.text)}
    for at in _TITLE.finditer(flat.text):
        before = flat.text[: at.start()].rsplit(" . ", 1)[-1]
        if _REFUSED.search(before) or _REFUSED_AFTER.match(flat.text, at.end()):
            back.add(int(at.group(1)))
    return back


def asks_what_next(line: str) -> bool:
    """Whether it is asked what comes after what one has, not whether that was worth it."""
    return _WHAT_NEXT.search(line) is not None


def as_held(named: Named) -> Credential:
    """A title said to be held, as a credential of the profile."""
    title = named.title
    return Credential(
        id="said", title=title.name, known=title.known, skills=title.skills, status=Status.EARNED
    )

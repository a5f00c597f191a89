"""Reads the role that a person aims for, or offers the ones that come closest."""

import re
from collections import defaultdict
from collections.abc import Container, Mapping, Sequence

from bot.advice.reading.facts import GoalRead
from bot.advice.reading.lexicon import Kind, Lexicon, Match
from bot.advice.reading.patterns import Pattern
from bot.advice.reading.peoples import PEOPLES
from bot.advice.reading.places import NAMES as PLACES
from bot.advice.reading.slips import within
from bot.advice.reading.text import LONGEST_NAME, Word, clean, stems, words

_GRADES = frozenset(
    stems(
        "grad fresher newly new "
        "a an the junior senior entry level lead trainee apprentice head "
        "principal graduate intern part full time "
        "remote freelance self employed qualified registered certified chartered "
        "licensed good better great "
        "professional international local mid top new future aspiring successful "
        "experienced first proper real my own "
        "big small paid permanent temporary hybrid independent expert skilled "
        "online starting working be become being"
    )
)
_AFTER = frozenset(
    stems(
        "grad fresher graduate student trainee newbie wannabe "
        "in at for with of on from role job position career level work working "
        "field here now within "
        "or and to specializing focused remotely abroad one day someday eventually soon instead who"
    )
)
_LEAD_IN = Pattern(
    r"^\W*(?:(?:i|id|i'd|my|goal|dream|aim|target|long|term|is|to|be|become|becoming|get|getting|find|land|a|an|the|job|work|"
    r"working|as|into|want|wanna|would|like|hope|hoping|plan|planning|trying|looking|for|in|of|career|role|position|move|switch|"
    r"switching|moving|stay|keep|being|going|go|:)\b[\s:]*)+",
    re.IGNORECASE,
)
_GENERIC_HEADS = frozenset(
    stems(
        "manager analyst engineer consultant architect assistant officer "
        "specialist coordinator director technician "
        "worker operator developer designer administrator advisor adviser lead "
        "supervisor executive associate expert "
        "professional trainer teacher instructor agent clerk planner inspector "
        "controller representative scientist"
    )
)
_MAX_GUESSES = 5
_LONGEST_FIELD = 3
_PLAIN_HEADS = tuple(stems("technician worker assistant engineer specialist operator analyst"))
_TEACHERS = frozenset(stems("teacher tutor lecturer instructor"))
_SUBJECTS = frozenset(stems("history geography art drama pe re dt physics biology science"))
# What they are whatever kind they are: a game translator translates.
_OF_ANY_KIND = frozenset(
    stems(
        "translator interpreter nurse photographer videographer electrician plumber carpenter "
        "welder "
        "accountant bookkeeper auditor paramedic pharmacist dentist chef baker barber hairdresser "
        "journalist librarian lawyer midwife physiotherapist psychologist farmer grower herder "
        "cleaner carer counsellor vet driller roofer doctor"
    )
)
_SHORT = 4
_LIVED = frozenset(("life", "day", "world"))  # "quitting barista life"
_LONG_NOUN = 6
_DOING_WORDS = {
    "management": "manager", "engineering": "engineer", "development": "developer",
    "audit": "auditor",
    "administration": "administrator", "design": "designer", "analysis": "analyst",
    "instruction": "instructor", "coaching": "coach", "writing": "writer", "training": "trainer",
    "inspection": "inspector", "consulting": "consultant", "coordination": "coordinator",
}  # fmt: skip
_PEOPLE = ("er", "or", "ist", "ian", "man", "person", "ess", "smith", "wright", "eer", "admin")
_PLACES_OF_WORK = frozenset(("theater", "center", "power", "cyber", "counter", "parlor", "career"))
_MODALS = frozenset("can could will would may might shall should must did does".split())
_BEFORE_NURSE = frozenset(  # in small letters: else it is short for "right now"
    "a an as the am im i'm i new grad former ex icu er nicu picu pacu med surg travel psych "
    "oncology school staff , . >".split()
) | {""}
_LETTERS = range(2, 5)  # of "HCA" and "CTO", whose last stands for what they are
DOERS = ("er", "or", "ist", "ian", "ant", "ent", "man", "smith", "eer", "ee", "wright", "chef")
# Said in every field: no job by themselves.
_TOO_WIDE = frozenset(
    stems(
        "training testing running building working managing planning writing reading making buying "
        "selling trading directing operating consulting engineering developing designing helping "
        "letting being having getting giving "
        "coaching supervising cleaning caring editing modeling producing promoting officering "
        "mentoring serving hosting analysing advising counseling marketing packing "
        "telling waiting acting turning picking growing joining reporting judging collecting "
        "performing fitting conducting founding tailing restoring financing stocking coping "
        "nailing logging assembling typing streaming blasting investigating"
    )
)
_TOO_WIDE_DOERS = frozenset(
    "maker worker helper runner manager keeper starter looker getter user learner reader player "
    "planner buyer seller trader operator director builder trainer tester doer earner coach".split()
)


def _doers(verb: str) -> tuple[str, ...]:
    base = verb.removesuffix("e")
    doubled = f"{verb}{verb[-1:]}er"
    teachers = ("instructor", "coach") if verb in ("teach", "coach", "train") else ()
    return (f"{base}er", f"{base}or", doubled, f"{base}ist", *teachers)


def normal(text: str) -> str:
    """The form under which an unknown name is remembered and counted."""
    return " ".join(stems(text))[:80]


class RoleReader:
    """Reads roles against the knowledge."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._roles = lexicon.knowledge.roles

    def read(
        self, text: str, answers: Mapping[str, str] | None = None, *, as_typed: bool = False
    ) -> GoalRead | None:
        """The goal in a field or a phrase; None when there are no words.

        Args:
            as_typed: for words that nothing says are a goal: none of them is a slip.
        """
        shown = clean(text)[:LONGEST_NAME]
        bare = _LEAD_IN.sub("", shown).strip(" .,;:!?\"'") or shown
        if not stems(bare):
            return None
        told = (answers or {}).get(normal(bare))
        if told in self._roles:
            return GoalRead(read=bare, role=str(told))
        for attempt in (shown, bare):
            role = self._find(words(attempt)) or self._who_does(attempt)
            if role:
                return GoalRead(read=bare, role=role)
        mended = bare if as_typed else self.repair(bare, thorough=True)
        named = self._lexicon.whole(Kind.SKILL, stems(bare))  # no slip then: baking is no banking
        role = (
            self._find(words(mended))
            or (None if named or as_typed or self._fine(bare) else self._near(stems(bare)))
            or self.of_field(mended)
            or self._with_head(mended)
        )
        if role:
            return GoalRead(read=bare, role=role, repaired=True)
        return GoalRead(read=bare, guesses=self.guesses(mended))

    def _who_does(self, text: str) -> str | None:
        """The job of a field that ends in what its people do: "account management"."""
        parts = stems(text)
        doer = _DOING_WORDS.get(parts[-1]) if len(parts) > 1 else None
        return self._lexicon.whole(Kind.ROLE, (*parts[:-1], doer)) if doer else None

    def _with_head(self, text: str) -> str | None:
        """A field said for its plain job: "helpdesk" for helpdesk technician."""
        parts = [p for p in stems(text) if p not in _GRADES | _AFTER]
        if not parts or parts[-1] in _GENERIC_HEADS or len(parts) > _LONGEST_FIELD:
            return None
        tried = (self._lexicon.whole(Kind.ROLE, (*parts, head)) for head in _PLAIN_HEADS)
        return next((role for role in tried if role), None)

    def activities(self, text: Sequence[Word], taken: Container[int]) -> list[Match]:
        """Jobs said by what one does in them: "bartending", "dental nursing"."""
        found: list[Match] = []
        for at, word in enumerate(text):
            if at in taken or not word.stem.endswith("ing"):
                continue
            before = text[at - 1].stem if at and at - 1 not in taken else ""
            pair = self._doer((before,), word.stem) if before else None
            alone = None if word.stem in _TOO_WIDE else self._doer((), word.stem)
            following = [w.stem for w in text[at + 1 : at + 3] if not w.is_stop]
            whole = self._of_doing(word.stem, following)
            if whole:
                found.append(Match(whole[0], at, at + 1 + whole[1]))
            elif pair:
                found.append(Match(pair, at - 1, at + 1))
            elif alone:
                found.append(Match(alone, at, at + 1))
        return found

    def _of_doing(self, doing: str, what: Sequence[str]) -> tuple[str, int] | None:
        """The job of one who is doing this, and how many words tell what: "teaching yoga"."""
        base = doing.removesuffix("ing")
        for length in range(len(what), 0, -1):
            for doer in _doers(base):
                role = self._lexicon.whole(Kind.ROLE, (*what[:length], *stems(doer)))
                if role:
                    return role, length
        return None

    def _doer(self, before: tuple[str, ...], doing: str) -> str | None:
        """The job whose holder does this: bartending, nursing, stewarding, tattooing."""
        base = doing.removesuffix("ing")
        if len(base) < _SHORT - 1:
            return None
        names = (f"{base}{ending}" for ending in ("er", "e", "or", "ist", ""))
        found = (self._lexicon.whole(Kind.ROLE, (*before, *stems(name))) for name in names)
        return next((role for role in found if role), None)

    def of_verb(self, verb: str, what: Sequence[str]) -> str | None:
        """The job of one who does this: "teach yoga", "interpret", "drive buses"."""
        doers = [d for d in _doers(verb) if d not in _TOO_WIDE_DOERS or what]
        for length in range(len(what), -1, -1):
            for doer in doers:
                parts = (*stems(" ".join(what[:length])), *stems(doer))
                role = self._lexicon.whole(Kind.ROLE, parts)
                if role and (length or doer not in _TOO_WIDE_DOERS):
                    return role
        return None

    def _fine(self, text: str) -> bool:
        """Whether every word is right as it was typed: a town is no slip of a job."""
        return all(self._lexicon.speller.is_english(word.raw) for word in words(text))

    def _near(self, parts: tuple[str, ...]) -> str | None:
        """A job whose whole name is a slip away; known words that end as jobs do are meant."""
        meant = all(map(self._lexicon.speller.knows, parts)) and parts[-1] in _GENERIC_HEADS
        if meant:
            return None
        return self._lexicon.near(Kind.ROLE, parts)

    def of_field(self, text: str) -> str | None:
        """The one job that a field is the heart of: "carbon accounting", "botox"."""
        parts = tuple(p for p in stems(text) if p not in _GRADES | _AFTER)
        skill = self._lexicon.whole(Kind.SKILL, parts)
        around = self._lexicon.knowledge.roles_around(skill) if skill else []
        jobs = [role for role in around if role.core[0] == skill]
        if len(jobs) > 1:
            named = [r for r in jobs if set(parts) & set(stems(r.name))]
            jobs = named if len(named) == 1 else []
        return jobs[0].id if jobs else None

    def industry(self, text: str) -> str | None:
        """The industry that words name exactly, or None."""
        return self._lexicon.whole(Kind.INDUSTRY, stems(text))

    def repair(self, text: str, *, thorough: bool = False) -> str:
        """The text with slips of the finger mended where a known word was meant."""
        speller = self._lexicon.speller
        return " ".join(speller.meant(w, thorough=thorough) or w.raw for w in words(text))

    def _find(self, text: Sequence[Word]) -> str | None:
        whole = self._lexicon.whole(Kind.ROLE, tuple(w.stem for w in text if not w.is_stop))
        if whole:
            return whole
        matches = [m for m in self._lexicon.scan(Kind.ROLE, text) if self.stands(text, m)]
        best = max(matches, key=lambda m: (m.length, -m.start), default=None)
        return best.id if best else None

    def stands(
        self, text: Sequence[Word], match: Match, taken: Container[int] = frozenset()
    ) -> bool:
        """Whether the match is the whole job title, not the tail of an unknown one.

        ``taken`` are the positions of words that belong to other names already.
        """
        after = text[match.end] if match.end < len(text) and match.end not in taken else None
        ends = after is None or after.is_stop or self._ends(after.stem)
        open_ended = after and not ends and (after.stem in _GENERIC_HEADS or match.length == 1)
        if open_ended and after:
            someone = self._person(text[match.end - 1].stem)
            if not someone or self._of_roles(after.stem):
                return False
        if match.length > 1:
            return True
        if self._something(text, match) or self._verb(text, match):
            return False
        free = match.start and match.start - 1 not in taken
        before = text[match.start - 1] if free else None
        if before is None or before.is_stop or self._modifier(before):
            return True
        if text[match.start].stem in _OF_ANY_KIND:
            return True
        taught = self._lexicon.whole(Kind.SKILL, (before.stem,)) or before.stem in _SUBJECTS
        return text[match.start].stem in _TEACHERS and bool(taught)

    def _something(self, text: Sequence[Word], match: Match) -> bool:
        """Whether it is a thing, no field of work: "I have a mortgage"."""
        before = text[match.start - 1].plain if match.start else ""
        word = text[match.start].stem
        head = word.endswith(DOERS) or self.is_person(match.id, text[match.start : match.end])
        after = text[match.end].stem if match.end < len(text) else ""
        return before in ("a", "an") and not head and after not in _AFTER

    def _verb(self, text: Sequence[Word], match: Match) -> bool:
        """Whether it is what is done ("they could finance it"), or "rn" for right now."""
        before = text[match.start - 1].plain if match.start else ""
        if text[match.start].raw == "rn":
            return before not in _BEFORE_NURSE
        return before in _MODALS and not self.is_person(match.id, text[match.start : match.end])

    def is_person(self, role: str, said: Sequence[Word]) -> bool:
        """Whether a job is said by who has it ("estate agent", "HCA"), not by its field."""
        word = said[-1].stem
        if word in self._lexicon.tables["heads"] or word.endswith(_PEOPLE):
            return word not in _PLACES_OF_WORK
        head = stems(self._roles[role].name)[-1]
        return len(said) == 1 and len(word) in _LETTERS and word[-1] == head[0]

    @staticmethod
    def _person(word: str) -> bool:
        """Whether the word can only be someone ("agronomist"), whatever follows it."""
        return len(word) > _LONG_NOUN and word.endswith(("ist", "ian", "keeper", "grapher"))

    def _of_roles(self, word: str) -> bool:
        """Whether the word stands in the name of any job."""
        shelf: Mapping[str, object] = self._lexicon.tables["role_words"].get(word[:5], {})
        return word in shelf

    def _ends(self, word: str) -> bool:
        """Whether a job title is over before this word."""
        if word in _GENERIC_HEADS:
            return False
        return (
            word.isdigit()
            or word in PLACES
            or word in _LIVED
            or word in _AFTER
            or word in _GRADES
            or self._lexicon.speller.is_ordinary(word)
        )

    def _modifier(self, word: Word) -> bool:
        """Whether a word before a job title leaves the job what it is."""
        return (
            word.stem in _GRADES
            or word.stem in _AFTER
            or word.stem in PEOPLES
            or word.stem in self._lexicon.speller.ordinary
            or self._lexicon.whole(Kind.INDUSTRY, (word.stem,)) is not None
        )

    def narrowed(self, text: Sequence[Word], match: Match) -> Match:
        """The job with the word before it, where there is one of that name: "construction PM"."""
        if not match.start or text[match.start - 1].is_stop:
            return match
        named = (text[match.start - 1].stem, *stems(self._roles[match.id].name))
        role = self._lexicon.whole(Kind.ROLE, named)
        return Match(role, match.start - 1, match.end) if role else match

    def guesses(self, text: str) -> tuple[str, ...]:
        """Up to five roles that come closest to words that name none, best first."""
        parts = set(stems(text))
        scored: dict[str, float] = defaultdict(float)
        for part in parts - _GENERIC_HEADS - _GRADES - _AFTER:
            self._by_word(part, scored)
        for role in scored:
            heads = parts & _GENERIC_HEADS & set(stems(self._roles[role].name))
            scored[role] += len(heads) * 0.5
        for match in self._lexicon.scan(Kind.SKILL, words(text)):
            self._by_skill(match.id, scored)
        for match in self._lexicon.scan(Kind.INDUSTRY, words(text)):
            self._by_industry(match.id, scored)
        return tuple(sorted(scored, key=lambda id_: (-scored[id_], id_))[:_MAX_GUESSES])

    def _by_word(self, part: str, scored: dict[str, float]) -> None:
        """Roles whose names have the word, or one that begins like it."""
        for word, roles in self._lexicon.tables["role_words"].get(part[:5], {}).items():
            alike = len(part) > _SHORT and within(word, part, 3) is not None
            if word == part or alike:
                for role in roles:
                    scored[role] += 2.0 if word == part else 1.2

    def _by_skill(self, skill: str, scored: dict[str, float]) -> None:
        for role in self._lexicon.knowledge.roles_around(skill):
            scored[role.id] += 1.5 - role.core.index(skill) / 10

    def _by_industry(self, industry: str, scored: dict[str, float]) -> None:
        for role in self._lexicon.knowledge.roles_in(industry):
            scored[role.id] += 0.4

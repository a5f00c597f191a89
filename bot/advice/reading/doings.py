"""A goal said by what one would do in it: "make games", "work on yachts", "give piano lessons".

The knowledge tells for each job how people say so (``does``); here a message's wishes are looked
up. What one did ("used to make games") is no wish. Who would teach something is no worker in that
field but a teacher of it.
"""

from collections.abc import Iterator, Mapping, Sequence

from bot.advice.reading.compiled import doing_key
from bot.advice.reading.facts import GoalRead
from bot.advice.reading.flat import Flat
from bot.advice.reading.lexicon import Kind, Lexicon
from bot.advice.reading.patterns import Pattern
from bot.advice.reading.text import Word, stems

_WISHED = Pattern(
    r"(?<!\S)(?:(?<!used )(?<!have )(?<!had )(?<!got )to|wanna|tryna|gonna|i can|can i|could|let me|into|of|at|start|"
    r"(?:^|(?<=, )|(?<=\. ))(?=(?:opening|starting|running|launching|setting|teach) ))(?: (?:start|be|being|do|doing|eventually|just|then|also|get into|go into)){0,2} ?"
)
_LONGEST = 9  # words from the verb to the end of what is done
_MOST = 5  # words that tell, of them
_DOUBLED = 2
_TEACH = "teach"
_TEACHERS = stems("teacher instructor trainer tutor")
_TAUGHT = frozenset(  # who is taught, and how: no part of what
    stems(
        "kids children people adults others someone beginners students classes lessons class in how to"
    )
)
_ENDS = frozenset("with at for from on as and or but if so when while is are online abroad".split())
_LONGEST_FIELD = 3
# How the knowledge says that one teaches what no teacher of its own is filed for.
_AT_COMPUTERS, _STAFF, _TRADE = "teach computers", "train staff", "teach a trade"
_COMPUTERS = frozenset(("technology", "data", "security"))
_OFFICES = frozenset(
    "administration finance hr management marketing product project-management sales".split()
)


def _verbs(word: str) -> Iterator[str]:
    """The verb as it may stand in the knowledge: "making" is "make"."""
    yield word
    if word.endswith("ing") and len(word) > len("being"):
        base = word.removesuffix("ing")
        yield base
        yield f"{base}e"
        if base[-1:] * _DOUBLED == base[-_DOUBLED:]:
            yield base[:-1]


class Doings:
    """Finds them against one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._known: Mapping[str, str] = lexicon.tables["doings"]
        self._lexicon = lexicon

    def find(self, flat: Flat) -> GoalRead | None:
        """The job of the first wish that names one by what is done in it."""
        flat = flat.unmarked()
        taught = None
        for hit in _WISHED.finditer(flat.text):
            start, _ = flat.span(hit.end(), hit.end() + 1)
            said = flat.words[start : start + _LONGEST]
            found = self._at(said)
            if found:
                role, length = found
                return GoalRead(read=flat.raw(start, start + length), role=role)
            if taught is None and said and _TEACH in _verbs(said[0].stem):
                taught = self._taught(flat, start)
        return taught

    def _taught(self, flat: Flat, start: int) -> GoalRead | None:
        """Whoever teaches what is said from ``start`` on: a teacher of just that, or of its kind."""
        following = flat.words[start + 1 : start + _LONGEST]
        end = next((i for i, w in enumerate(following) if w.is_stop or w.plain in _ENDS), None)
        what = [(i, w.stem) for i, w in enumerate(following[:end]) if w.stem not in _TAUGHT]
        for length in range(min(_LONGEST_FIELD, len(what)), 0, -1):
            parts = tuple(part for _, part in what[:length])
            read = flat.raw(start, start + what[length - 1][0] + 2)
            role = self._teacher(parts)
            if role:
                return GoalRead(read=read, role=role)
            field = self._field(parts)
            if field:
                return GoalRead(read=read, role=self._trainer(field[0]), field=field)
        return None

    def _teacher(self, parts: tuple[str, ...]) -> str | None:
        """The job of one who teaches this and nothing else."""
        named = (self._lexicon.whole(Kind.ROLE, (*parts, doer)) for doer in _TEACHERS)
        return self._known.get(doing_key((_TEACH, *parts))) or next(filter(None, named), None)

    def _field(self, parts: tuple[str, ...]) -> tuple[str, ...]:
        """The skills of what is taught, and of the job that it is the heart of."""
        known = self._lexicon.knowledge
        skill = self._lexicon.whole(Kind.SKILL, parts)
        role = self._lexicon.whole(Kind.ROLE, parts)
        if skill:
            of_it = (r for r in known.roles_around(skill) if r.core[0] == skill)
            core = next((r.core for r in of_it), (skill,))
        else:
            core = known.roles[role].core if role else ()
        return tuple(skill for skill in core if not known.skills[skill].transferable)

    def _trainer(self, skill: str) -> str:
        """The job of one who teaches a skill of this kind."""
        industry = self._lexicon.knowledge.skills[skill].industry
        said = _AT_COMPUTERS if industry in _COMPUTERS else _STAFF
        said = said if industry in _COMPUTERS | _OFFICES else _TRADE
        return self._known.get(doing_key(stems(said)), "")

    def _at(self, words: Sequence[Word]) -> tuple[str, int] | None:
        """The job that the words begin to tell, and how many of them do."""
        end = next((i for i, word in enumerate(words) if word.is_stop), len(words))
        telling = [(i, word.stem) for i, word in enumerate(words[:end]) if doing_key([word.stem])]
        for length in range(min(_MOST, len(telling)), 0, -1):
            parts = [part for _, part in telling[:length]]
            for verb in _verbs(parts[0]):
                role = self._known.get(doing_key([verb, *parts[1:]]))
                if role:
                    return role, telling[length - 1][0] + 1
        return None

"""A goal that nobody said: the job that the credential is for, when people speak of themselves.

"CRCST hours are killing me" comes from someone who wants to be what that certificate is for;
"is CRCST any good" tells nothing of who asks, and no goal is supposed.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from bot.advice.learner import Situation
from bot.advice.reading import circumstances
from bot.advice.reading.amounts import YEARS
from bot.advice.reading.compiled import NOISE
from bot.advice.reading.facts import GoalRead, TitleRead
from bot.advice.reading.goals import RolesSaid
from bot.advice.reading.lexicon import Lexicon
from bot.advice.reading.patterns import Phrase
from bot.advice.reading.roles import DOERS, RoleReader
from bot.advice.reading.spans import Named
from bot.advice.reading.text import stem, stems
from bot.advice.taxonomy import Role

_ASKING = "do|does|did|should|shall|can|could|would|will|must|may|shud"
_ONESELF = Phrase(
    r"(?:i'm|im|i am|i've|ive|i'd|i'll|my|mine|me|myself|we|we're|us|our|gonna|here"
    r"|(?:ex|former|retired|qualified|trained) [a-z]"
    rf"|(?<!do )(?<!should )(?<!can )(?<!shall )(?<!did )(?<!could )i (?!(?:{_ASKING})(?!\S))"
    rf"|{YEARS})(?!\S)"
)
_LEVELS = NOISE | frozenset("level 1 2 3 4 5 6 7 8 i ii iii iv nvq award".split())
_TO_TITLE = Phrase(r"r\d (?:to|into|>) c\d(?!\S)")
_TO_BE_TITLED = Phrase(
    r"(?:want|wanna|hope|hoping|aim|aiming|plan|planning|trying|like|love|gonna|going|dream|goal is) ?(?:to )?(?:be|become|becoming|go|make)(?: an?| my)?(?: (?!c\d)[\w&-]+)? c(?P<number>\d)(?!\S)(?! (?:cert|exam|course|certified|accredited|registered|qualified|ready))"
)
_LONG = 5  # letters of a word for who does something
_JOBS = frozenset(("job", "jobs", "role", "roles", "position", "positions", "work"))
_ANY_FIELD = frozenset(  # they say nothing of which job it is
    "manager managers engineer engineers consultant supervisor director coordinator administrator "
    "operator advisor adviser contractor employer recruiter recruiters worker other another "
    "mentor professor doctor instructor author".split()
)
_SOMEBODYS = frozenset("my his her our their your the some every any that another".split())
_SHORTHAND = 3  # letters of "QA" or "MA"
_HEARSAY = Phrase(r"(?:just curious|not for work|for fun|no goal|out of interest)(?!\S)")


class Supposing:
    """Supposes goals by the titles that a message asks about."""

    def __init__(self, lexicon: Lexicon, roles: RoleReader) -> None:
        self._known = lexicon.knowledge.roles
        self._skills = lexicon.knowledge.skills
        self._is_ordinary = lexicon.speller.is_ordinary
        self._reader = roles

    def goal(self, said: RolesSaid, line: str, marked: str, asked: Sequence[Named]) -> RolesSaid:
        """With the goal that the titles give away, where nobody said one."""
        by_word = self._by_word(said.goal, marked, asked)
        if by_word:
            return replace(said, goal=by_word)
        begins = Situation.FIRST_JOB in circumstances.situations(line)
        if said.goal is None and begins and self._leads_to(said.studied, asked):
            name = self._known[said.studied].name
            return replace(said, goal=GoalRead(read=name, role=said.studied, assumed=True))
        goal, meant = said.goal, self._of_titles(asked)
        leaves = _left_behind(said, line, marked, asked)
        no_aim = bool(goal and goal.assumed and (leaves or self._elsewhere(goal.role, line, asked)))
        if meant is None:
            return replace(said, goal=None) if no_aim else said
        if goal and not (no_aim or self._shorthand(goal, meant)):
            return replace(said, goal=_settled(goal, meant))
        told = leaves or no_aim or _tells_of_oneself(line) or self._tells_of_something(marked)
        return replace(said, goal=meant) if told and not _HEARSAY.search(line) else said

    def _leads_to(self, role: str, asked: Sequence[Named]) -> bool:
        """Whether a title is for this job, or for a skill that is core to it."""
        if not role:
            return False
        core = {s for s in self._known[role].core if not self._skills[s].transferable}
        return any(role in one.title.roles or core & set(one.title.skills) for one in asked)

    def _by_word(
        self, goal: GoalRead | None, marked: str, asked: Sequence[Named]
    ) -> GoalRead | None:
        """A job said by a word that many jobs share, where a title is for one of them.

        "Buyer" beside a certificate in procurement, or a "dev" beside one in Salesforce.
        """
        jobs = [self._known[role] for one in asked for role in one.title.roles]
        if goal is None:
            for before, word, after in _in_threes(marked) if jobs else ():
                if len(word) < _LONG or word in _ANY_FIELD or before in _SOMEBODYS:
                    continue
                role = _called(word, ((job, (job.name, *job.aliases)) for job in jobs))
                if role:
                    return GoalRead(read=word, role=role, assumed=after not in _JOBS)
            return None
        if goal.assumed or not goal.role or " " in goal.read or goal.role in (j.id for j in jobs):
            return None
        field = self._known[goal.role].industry
        if stem(goal.read.lower()) in stems(self._known[goal.role].name):
            return None
        role = _called(goal.read, [(job, (job.name,)) for job in jobs if job.industry == field])
        return replace(goal, role=role) if role else None

    def by_title(self, said: RolesSaid, marked: str, named: Sequence[Named]) -> RolesSaid:
        """With the job of the title that one wants to be, not only to have: "wanna be a c1"."""
        hit = None if said.aimed else _TO_BE_TITLED.search(marked)
        number = int(hit.group("number")) if hit else len(named)
        title = named[number].title if number < len(named) else None
        if title is None or not title.roles:
            return said
        return replace(said, goal=GoalRead(read=title.read, role=title.roles[0]), aimed=True)

    def _elsewhere(self, work: str, line: str, asked: Sequence[Named]) -> bool:
        """Whether no title is for the work that the person has, nor for any work of its kind.

        What the employer asks for is for that work, whatever it is.
        """
        if Situation.EMPLOYER_SENT in circumstances.situations(line):
            return False
        have = self._known[work]
        own = {skill for skill in have.core if not self._skills[skill].transferable}
        jobs = {role for one in asked for role in self._jobs(one.title)}
        near = any(self._known[role].industry == have.industry for role in jobs)
        return bool(jobs) and not (near or any(own & set(one.title.skills) for one in asked))

    def _shorthand(self, goal: GoalRead, meant: GoalRead) -> bool:
        """Whether the goal is an abbreviation that means something else in the titles' field."""
        if not goal.role or len(goal.read) > _SHORTHAND or not goal.read.isalpha():
            return False
        return self._known[meant.role].industry != self._known[goal.role].industry

    def _tells_of_something(self, marked: str) -> bool:
        """Whether anything but everyday words stands beside the names in a marked line."""
        beside = (word for word in marked.split() if word.isalpha() and len(word) > 1)
        return any(not self._is_ordinary(stem(word)) for word in beside)

    def _of_titles(self, named: Sequence[Named]) -> GoalRead | None:
        """The job that every title asked about is for; None when they differ or tell of none."""
        every = [(one.title.name, self._jobs(one.title)) for one in named]
        jobs = [found for _, found in every if found]
        role = next((r for r in jobs[0] if all(r in other for other in jobs)), "") if jobs else ""
        if not role:
            return None
        read = next(name for name, jobs in every if role in jobs)
        return GoalRead(read=read, role=role, assumed=True, of_title=True)

    def _jobs(self, title: TitleRead) -> tuple[str, ...]:
        """What a title is for; one that no one filed may be called by a job or by its field."""
        if title.known or title.roles:
            return title.roles
        bare = " ".join(part for part in stems(title.name) if part not in _LEVELS)
        role = self._reader.of_field(bare)
        return (role,) if role else ()


def _in_threes(line: str) -> Iterator[tuple[str, str, str]]:
    """Each word with its neighbours."""
    said = line.split()
    return zip(("", *said), said, (*said[1:], ""), strict=False)


def _called(word: str, jobs: Iterable[tuple[Role, tuple[str, ...]]]) -> str:
    """The first job with a name that ends in this word for who does it."""
    doer = stem(word.lower())
    if not doer.endswith(DOERS):
        return ""
    said = f" {doer}"
    return next((job.id for job, names in jobs if any(f" {n}".endswith(said) for n in names)), "")


def _tells_of_oneself(line: str) -> bool:
    """Whether the person says anything of themselves, not only asks after a title."""
    return bool(_ONESELF.search(line) or circumstances.situations(line))


def _settled(goal: GoalRead, meant: GoalRead) -> GoalRead:
    """A goal in words that fit several jobs, settled where the titles are for one of them."""
    if goal.role or meant.role not in goal.guesses:
        return goal
    return replace(goal, role=meant.role, guesses=(), repaired=True)


def _left_behind(said: RolesSaid, line: str, marked: str, named: Iterable[Named]) -> bool:
    """Whether the job that the person has is one that they leave, not what the title is for."""
    kept = any(origin in one.title.roles for one in named for origin in said.origins)
    if kept or not said.origins:
        return False
    found = circumstances.situations(line)
    past = set(said.origins) <= set(said.left) and Situation.RETURNING not in found
    leaving = past or Situation.SWITCHING in found
    return leaving or _TO_TITLE.search(marked) is not None

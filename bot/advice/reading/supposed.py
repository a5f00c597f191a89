"""A goal that nobody said: the job that the credential is for, when people speak of themselves.

"CRCST hours are killing me" comes from someone who wants to be what that certificate is for;
"is CRCST any good" tells nothing of who asks, and no goal is supposed.
"""

import re
from collections.abc import Callable, Iterable

from bot.advice.learner import Situation
from bot.advice.reading import circumstances
from bot.advice.reading.circumstances import YEARS
from bot.advice.reading.compiled import NOISE
from bot.advice.reading.facts import GoalRead, TitleRead
from bot.advice.reading.goals import RolesSaid
from bot.advice.reading.roles import RoleReader
from bot.advice.reading.spans import Named
from bot.advice.reading.text import stem, stems

_ASKING = "|".join(
    ("do", "does", "did", "should", "shall", "can", "could", "would", "will", "must", "may", "shud")
)
_ONESELF = re.compile(
    r"(?<!\S)(?:i'm|im|i am|i've|ive|i'd|i'll|my|mine|me|myself|we|we're|us|our|gonna|here"
    r"|(?:ex|former|retired|qualified|trained) [a-z]"
    rf"|(?<!do )(?<!should )(?<!can )(?<!shall )(?<!did )(?<!could )i (?!(?:{_ASKING})(?!\S))"
    rf"|{YEARS})(?!\S)"
)
_LEVELS = NOISE | frozenset("level 1 2 3 4 5 6 7 8 i ii iii iv nvq award".split())
_HEARSAY = re.compile(r"(?<!\S)(?:just curious|not for work|for fun|no goal|out of interest)(?!\S)")


def tells_of_oneself(line: str) -> bool:
    """Whether the person says anything of themselves, not only asks after a title."""
    told = _ONESELF.search(line) or circumstances.situations(line)
    return bool(told)


def only_curious(line: str) -> bool:
    """Whether the person says that no work is meant."""
    return _HEARSAY.search(line) is not None


def tells_of_something(marked: str, is_ordinary: Callable[[str], bool]) -> bool:
    """Whether anything but everyday words stands beside the names in a marked line."""
    beside = (word for word in marked.split() if word.isalpha() and len(word) > 1)
    return any(not is_ordinary(stem(word)) for word in beside)


def from_titles(named: Iterable[Named], reader: RoleReader) -> GoalRead | None:
    """The job that every title asked about is for; None when they differ or tell of none."""
    titles = [one.title for one in named]
    jobs = [jobs for jobs in (_jobs(title, reader) for title in titles) if jobs]
    role = next((r for r in jobs[0] if all(r in other for other in jobs)), "") if jobs else ""
    if not role:
        return None
    read = next(title.name for title in titles if role in _jobs(title, reader))
    return GoalRead(read=read, role=role, assumed=True, of_title=True)


def _jobs(title: TitleRead, reader: RoleReader) -> tuple[str, ...]:
    """What a title is for; one that no one filed may be called by a job or by its field."""
    if title.known or title.roles:
        return title.roles
    bare = " ".join(part for part in stems(title.name) if part not in _LEVELS)
    role = reader.of_field(bare)
    return (role,) if role else ()


def left_behind(said: RolesSaid, line: str, named: Iterable[Named]) -> bool:
    """Whether the job that the person has is one that they leave, not what the title is for."""
    leaving = Situation.SWITCHING in circumstances.situations(line)
    kept = any(origin in one.title.roles for one in named for origin in said.origins)
    return leaving and bool(said.origins) and not kept

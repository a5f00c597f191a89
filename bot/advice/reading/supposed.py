"""A goal that nobody said: the job that the credential is for, when people speak of themselves.

"CRCST hours are killing me" comes from someone who wants to be what that certificate is for;
"is CRCST any good" tells nothing of who asks, and no goal is supposed.
"""

import re
from collections.abc import Callable, Iterable

from bot.advice.learner import Situation
from bot.advice.reading import circumstances
from bot.advice.reading.circumstances import YEARS
from bot.advice.reading.facts import GoalRead
from bot.advice.reading.goals import RolesSaid
from bot.advice.reading.spans import Named
from bot.advice.reading.text import stem

_ASKING = "|".join(
    ("do", "does", "did", "should", "shall", "can", "could", "would", "will", "must", "may", "shud")
)
_ONESELF = re.compile(
    r"(?<!\S)(?:i'm|im|i am|i've|ive|i'd|i'll|my|mine|me|myself|we|we're|us|our|gonna|here"
    r"|(?:ex|former|retired|qualified|trained) [a-z]"
    rf"|(?<!do )(?<!should )(?<!can )(?<!shall )(?<!did )(?<!could )i (?!(?:{_ASKING})(?!\S))"
    rf"|{YEARS})(?!\S)"
)
_HEARSAY = re.compile(r"(?<!\S)(?:just curious|not for work|for fun|no goal|out of interest)(?!\S)")


def tells_of_oneself(line: str) -> bool:
    """Whether the person says anything of themselves, not only asks after a title."""
    told = _ONESELF.search(line) or circumstances.situations(line)
    return bool(told) and not _HEARSAY.search(line)


def tells_of_something(marked: str, is_ordinary: Callable[[str], bool]) -> bool:
    """Whether anything but everyday words stands beside the names in a marked line."""
    beside = (word for word in marked.split() if word.isalpha() and len(word) > 1)
    return any(not is_ordinary(stem(word)) for word in beside)


def from_titles(named: Iterable[Named]) -> GoalRead | None:
    """The job that every title asked about is for; None when they differ or tell of none."""
    titles = [one.title for one in named]
    jobs = [title.roles for title in titles if title.known and title.roles]
    role = next((r for r in jobs[0] if all(r in other for other in jobs)), "") if jobs else ""
    if not role:
        return None
    read = next(title.name for title in titles if role in title.roles)
    return GoalRead(read=read, role=role, assumed=True, of_title=True)


def left_behind(said: RolesSaid, line: str) -> bool:
    """Whether the job that the person has is one that they want to leave."""
    return Situation.SWITCHING in circumstances.situations(line) and bool(said.origins)

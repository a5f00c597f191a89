"""Where the person stands, by the words of a message and by the jobs that it names."""

from collections.abc import Set as AbstractSet

from bot.advice.knowledge import Knowledge
from bot.advice.learner import Situation
from bot.advice.reading import circumstances
from bot.advice.reading.goals import RolesSaid, works_elsewhere
from bot.advice.reading.patterns import Pattern

_SWITCH_TITLE = Pattern(r"switch(?:ing)? (?:to|from|over to) (?:the )?c\d(?!\S)")
_STARTS_OR_LEAVES = Pattern(  # an apprentice, or someone off to another country
    r"(?<!\S)(?:apprentice|trainee|student|abroad|overseas|emigrat\w+|immigrat\w+|visa"
    r"|(?:planning|plan|moving|move|going|go|apply|applying|heading|relocat\w+|work|job|jobs|gusto ko mag)"
    r" (?:for|to|in|o)?(?: the)? ?(?:us|usa|uk|america|canada|australia|germany|ireland|japan|korea|gulf|dubai|uae|qatar"
    r"|saudi|europe|new zealand|singapore|kuwait|oman|norway|switzerland|netherlands))(?!\S)"
)
# What one situation tells of another: whoever comes back has had a job, whoever runs a business
# or changes trade says "no experience" of the new one, and a licence renewed is no sign by itself.
_TELLS_MORE: tuple[tuple[Situation, frozenset[Situation]], ...] = (
    (
        Situation.RETURNING,
        frozenset((Situation.SWITCHING, Situation.STAYING_CURRENT, Situation.FIRST_JOB)),
    ),
    (Situation.EMPLOYER_SENT, frozenset((Situation.FREELANCING, Situation.FIRST_JOB))),
    (Situation.FREELANCING, frozenset((Situation.STAYING_CURRENT, Situation.FIRST_JOB))),
    (Situation.SWITCHING, frozenset((Situation.STAYING_CURRENT, Situation.FIRST_JOB))),
)


def standing(line: str, marked: str, said: RolesSaid, knowledge: Knowledge) -> frozenset[Situation]:
    """Every situation said; from one job to another is a switch, the same job stays current."""
    found = set(circumstances.situations(line))
    if _SWITCH_TITLE.search(marked):  # from one certificate to another
        found.discard(Situation.SWITCHING)
    found |= _by_jobs(line, marked, said, knowledge, found)
    if circumstances.stays(line):
        found = (found - {Situation.SWITCHING}) | {Situation.STAYING_CURRENT}
    if circumstances.learns(line):
        found -= {Situation.SWITCHING}
    for tells, of in _TELLS_MORE:
        if tells in found:
            found -= of
    return frozenset(found)


def _by_jobs(
    line: str, marked: str, said: RolesSaid, knowledge: Knowledge, found: AbstractSet[Situation]
) -> set[Situation]:
    """What the jobs named tell, beside what is found in the words."""
    goal = said.goal
    if not (goal and goal.role):
        return set()
    settled = found & {Situation.FREELANCING, Situation.FIRST_JOB}
    if not said.origins:
        elsewhere = said.aimed and not settled and works_elsewhere(marked)
        return {Situation.SWITCHING} if elsewhere else set()
    if goal.role not in said.origins and not _moves_up(found, said, knowledge):
        return set() if settled else {Situation.SWITCHING}
    alone = not found and not _STARTS_OR_LEAVES.search(line)
    return {Situation.STAYING_CURRENT} if alone else set()


def _moves_up(found: AbstractSet[Situation], said: RolesSaid, knowledge: Knowledge) -> bool:
    """Whether someone goes on, or comes back, within the field that they are from."""
    field = knowledge.roles[said.goal.role].industry if said.goal else ""
    stays = found & {Situation.STAYING_CURRENT, Situation.RETURNING}
    return bool(stays) and any(knowledge.roles[origin].industry == field for origin in said.origins)

"""Where the person stands, by the words of a message and by the jobs that it names."""

from bot.advice.knowledge import Knowledge
from bot.advice.learner import Situation
from bot.advice.reading import circumstances
from bot.advice.reading.goals import RolesSaid, works_elsewhere
from bot.advice.reading.patterns import Pattern, Phrase

_SWITCH_TITLE = Pattern(r"switch(?:ing)? (?:to|from|over to) (?:the )?c\d(?!\S)")
_STARTS_OR_LEAVES = Phrase(  # an apprentice, or someone off to another country
    r"(?:apprentice|trainee|student|abroad|overseas|emigrat\w+|immigrat\w+|visa"
    r"|(?:planning|plan|moving|move|going|go|apply|applying|heading|relocat\w+|work|job|jobs|gusto ko mag)"
    r" (?:for|to|in|o)?(?: the)? ?(?:us|usa|uk|america|canada|australia|germany|ireland|japan|korea|gulf|dubai|uae|qatar"
    r"|saudi|europe|new zealand|singapore|kuwait|oman|norway|switzerland|netherlands))(?!\S)"
)


def standing(line: str, marked: str, said: RolesSaid, knowledge: Knowledge) -> frozenset[Situation]:
    """Every situation said; from one job to another is a switch, the same job stays current."""
    found = set(circumstances.situations(line))
    if _SWITCH_TITLE.search(marked):  # from one certificate to another
        found.discard(Situation.SWITCHING)
    goal = said.goal
    if goal and goal.role and said.aimed and not said.origins and works_elsewhere(marked):
        found.add(Situation.SWITCHING)
    if goal and goal.role and said.origins:
        if goal.role not in said.origins and not _moves_up(found, said, knowledge):
            found.add(Situation.SWITCHING)
        elif not found and not _STARTS_OR_LEAVES.search(line):
            found.add(Situation.STAYING_CURRENT)
    return frozenset(found)


def _moves_up(found: set[Situation], said: RolesSaid, knowledge: Knowledge) -> bool:
    """Whether someone goes on, or comes back, within the field that they are from."""
    field = knowledge.roles[said.goal.role].industry if said.goal else ""
    stays = found & {Situation.STAYING_CURRENT, Situation.RETURNING}
    return bool(stays) and any(knowledge.roles[origin].industry == field for origin in said.origins)

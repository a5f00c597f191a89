"""A short code that was mended into a known one is doubted where that one leads elsewhere.

Codes of a few letters lie close together: what is one letter away from an accountant's certificate
may well be a nurse's. Where the mended one does not lead to the goal, the words stand as they are.
"""

import re

from msgspec.structs import replace

from bot.advice.knowledge import Knowledge
from bot.advice.reading.facts import Asked, ProviderRead, TitleRead
from bot.advice.relevance import Link, connect
from bot.advice.taxonomy import Role

_LETTERS = re.compile(r"[a-z]+")
SHORT = 4  # letters of a code; longer ones lie further apart


def as_said(asked: Asked, role: Role | None, knowledge: Knowledge) -> Asked:
    """The credential as read; as an unknown one where a mended short code leads off the goal."""
    title = asked.title
    if role is None or not _mended_code(title, knowledge):
        return asked
    if connect(title.skills, title.roles, role, knowledge).link is not Link.NONE:
        return asked
    said = asked.provider
    return Asked(
        title=TitleRead(read=title.read, name=title.read),
        provider=ProviderRead() if said.inferred else replace(said, inferred=False),
    )


def _mended_code(title: TitleRead, knowledge: Knowledge) -> bool:
    """Whether a few letters were read as a title that nobody calls so."""
    known = knowledge.credentials.get(title.known)
    said = title.read.casefold()
    if known is None or len(said) > SHORT or not said.isalpha():
        return False
    return all(said not in _LETTERS.findall(n.casefold()) for n in (known.name, *known.aliases))

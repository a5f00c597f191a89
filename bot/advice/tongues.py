"""Language tests: whether the work that somebody aims at is done in that language.

What a certificate in a language is worth hangs on where the work is. Bodies that register nurses,
teachers or electricians ask newcomers for proof of the language; elsewhere it helps at the edge.
"""

from collections.abc import Collection

from msgspec.structs import replace

from bot.advice.knowledge import Knowledge
from bot.advice.relevance import Connection, Link, Tongue
from bot.advice.taxonomy import Gate, Role


def by_language(
    found: Connection,
    skills: tuple[str, ...],
    role: Role | None,
    places: Collection[str],
    knowledge: Knowledge,
) -> Connection:
    """The connection, judged by where the work is done when the credential tests a language.

    Args:
        places: codes of the countries where the work is to be; empty when nobody said.
    """
    spoken = tuple(s for s in skills if knowledge.skills[s].spoken_in)
    if role is None or not spoken or spoken[0] != skills[0] or set(spoken) & set(role.core):
        return found
    spoken = _plainest(spoken, knowledge)
    regulated = role.gate is Gate.LICENCE
    if not places:
        asked = regulated and found.link is Link.NONE
        return _linked(Link.PARTIAL, Tongue.ASKED, spoken) if asked else found
    there = tuple(s for s in spoken if not set(knowledge.skills[s].spoken_in).isdisjoint(places))
    if there:
        link = Link.STRONG if regulated or found.link is Link.STRONG else Link.PARTIAL
        tongue = Tongue.REGISTERED if regulated else Tongue.THERE
        return replace(found, link=link, tongue=tongue, spoken=there)
    return _linked(Link.NONE, Tongue.ELSEWHERE, spoken) if regulated else found


def _plainest(spoken: tuple[str, ...], knowledge: Knowledge) -> tuple[str, ...]:
    """Without kinds of a language that is there itself: English, not academic English as well."""
    names = {s: knowledge.skills[s].name for s in spoken}
    others = tuple(names.values())
    return tuple(s for s in spoken if not any(names[s].endswith(f" {n}") for n in others))


def _linked(link: Link, tongue: Tongue, spoken: tuple[str, ...]) -> Connection:
    return Connection(link=link, tongue=tongue, spoken=spoken)

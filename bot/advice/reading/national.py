"""The ticket of the country where the work is, for a name that several countries use.

"Forklift licence" is one paper in Leeds and another one in Perth. Where the place is said, its own
is meant; a name that only one issuer uses ("OSHA forklift") stays what it is everywhere.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from bot.advice.reading.facts import Asked, ProviderRead, Standing, TitleRead
from bot.advice.reading.issuers import Issuers
from bot.advice.reading.lexicon import Lexicon, without_noise
from bot.advice.reading.places import countries, named_in, parts
from bot.advice.reading.text import stems
from bot.advice.reading.titles import TitleReader
from bot.advice.remembered import Remembered
from bot.advice.taxonomy import Title

_PAPERS = frozenset(stems("licence ticket card permit check registration pass"))
_TICKETS = _PAPERS | frozenset(stems("certificate certification cert qualification"))
_COUNTRIES = 40  # whose tickets are kept at hand
_Ticket = tuple[str, tuple[frozenset[str], ...]]  # with the telling words of each of its names
_Nearness = tuple[bool, int, int]


class NationalTickets:
    """Finds them against one lexicon."""

    def __init__(self, lexicon: Lexicon, titles: TitleReader, issuers: Issuers) -> None:
        self._known = lexicon.knowledge
        self._filed: Mapping[str, Mapping[str, Sequence[str]]] = lexicon.tables["tickets"]
        self._titles = titles
        self._issuers = issuers
        self._of_country: Remembered[str, tuple[_Ticket, ...]]
        self._of_country = Remembered(lambda code: tuple(self._tickets(code)), _COUNTRIES)

    def there(self, asked: Asked, places: Collection[str], role: str) -> Asked:
        """The credential as the places said have it; ``role`` is aimed at, or empty."""
        where = sorted({code[:2] for code in countries(places)})
        if not where or not self._is_open(asked, where):
            return asked
        title = asked.title
        telling = _telling(title.read) - {word for name in places for word in name.split()}
        called = [
            (self._known.credentials[id_], names)
            for code in where
            for id_, names in (self._of_country[code] if telling else ())
            if telling <= frozenset().union(*names)
        ]
        found = [
            (_nearness(one, names, telling, title, role), one.id)
            for one, names in called
            if _alike(one, title, role) and _parts_of(one) <= parts(places)
        ]
        if not found:
            return asked
        nearest = min(found, key=lambda pair: pair[0])[1]
        meant = self._titles.known(nearest, title.read)
        return Asked(title=meant, provider=self._issuers.inferred(meant, ProviderRead()))

    def _is_open(self, asked: Asked, where: Collection[str]) -> bool:
        """Whether no issuer was said, and it is a ticket, but of none of these countries."""
        said = asked.provider
        if not (said.inferred or said.standing is Standing.UNSAID):
            return False
        title = self._known.credentials.get(asked.title.known)
        if title is None:
            return not _TICKETS.isdisjoint(stems(asked.title.read))
        local = any(title.id in self._filed.get(code, ()) for code in where)
        return (title.permit or title.licence) and not local

    def _tickets(self, country: str) -> Iterator[_Ticket]:
        for id_, names in self._filed.get(country, {}).items():
            yield id_, tuple(frozenset(name.split()) - _PAPERS for name in names)


def _telling(name: str) -> frozenset[str]:
    """The words of a name that tell what for, not what kind of paper it is."""
    return frozenset(without_noise(stems(name))) - _PAPERS


def _parts_of(title: Title) -> frozenset[str]:
    """The states or provinces that its name says it is for."""
    return parts(named_in(title.name))


def _alike(one: Title, asked: TitleRead, role: str) -> bool:
    """Whether it is for the same work as what was read, or for the job aimed at."""
    if role in one.roles or not set(asked.roles).isdisjoint(one.roles):
        return True
    return not (asked.roles and one.roles) and not set(asked.skills).isdisjoint(one.skills)


def _nearness(
    one: Title, names: Collection[frozenset[str]], telling: frozenset[str], asked: TitleRead,
    role: str,
) -> _Nearness:  # fmt: skip
    """How far from what was read; the nearest is the least."""
    others = len(set(one.roles) - set(asked.roles) - {role})
    further = min((len(name - telling) for name in names if telling <= name), default=9)
    return role not in one.roles, others, further

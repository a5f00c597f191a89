"""The one of several titles with the same name that the issuer said for it gives.

"CMA" alone is the accountants'; "CMA from AAMA" is the medical assistants'.
"""

from collections.abc import Iterator, Mapping

from bot.advice.reading.facts import ProviderRead, Standing, TitleRead
from bot.advice.reading.lexicon import Kind, Lexicon, without_noise
from bot.advice.reading.text import stems
from bot.advice.reading.titles import TitleReader
from bot.advice.remembered import Remembered
from bot.advice.taxonomy import HOSTS

_ISSUERS = 200


class Namesakes:
    """Finds it against one lexicon."""

    def __init__(self, lexicon: Lexicon, titles: TitleReader) -> None:
        self._lexicon = lexicon
        self._known = lexicon.knowledge
        self._titles = titles
        self._issued: Mapping[str, tuple[tuple[str, frozenset[str]], ...]]
        self._issued = Remembered(self._words_of_issued, _ISSUERS)

    def of_issuer(self, title: TitleRead, said: ProviderRead) -> TitleRead:
        """The title as the issuer said has it; unchanged when that issuer has none by the name."""
        own = self._known.credentials[title.known].issuer if title.known else ""
        if said.standing is not Standing.NAMED or own == said.id:
            return title
        found = next((id_ for id_ in self._named(title, said.id)), "")
        return self._titles.known(found, title.read) if found else title

    def _named(self, title: TitleRead, issuer: str) -> Iterator[str]:
        """Titles of the issuer by this name: with its own name before or after, or by its words."""
        provider = self._known.providers[issuer]
        read = stems(title.read)
        for name in map(stems, (provider.name, *provider.aliases)):
            for parts in ((*name, *read), (*read, *name)):
                found = self._lexicon.whole(Kind.CREDENTIAL, parts)
                if found and self._known.credentials[found].issuer == issuer:
                    yield found
        if provider.kind in HOSTS:  # of others' courses, by any name
            return
        telling = set(without_noise(read))
        every = self._issued[issuer] if telling else ()
        fitting = [title_ for title_, own in every if telling <= own]
        if len(fitting) == 1:
            yield fitting[0]

    def _words_of_issued(self, issuer: str) -> tuple[tuple[str, frozenset[str]], ...]:
        """The titles of an issuer with the words of all their names."""
        titles = self._known.titles_of(issuer)
        return tuple((t.id, frozenset(stems(" ".join((t.name, *t.aliases))))) for t in titles)

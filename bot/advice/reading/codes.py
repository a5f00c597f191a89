"""Names that stand for several titles ("CPP", "red seal"), as the field that is spoken of has them.

The field is the job aimed at, or else what the other titles of the message are for. Where it does
not tell one title, the letters stay what they are.
"""

from collections.abc import Iterator, Sequence

from bot.advice.reading.facts import TitleRead
from bot.advice.reading.flat import Flat
from bot.advice.reading.lexicon import Kind, Lexicon, without_noise
from bot.advice.reading.spans import Named
from bot.advice.reading.text import Word, stem, stems
from bot.advice.reading.titles import TitleReader
from bot.advice.relevance import Link, connect
from bot.advice.taxonomy import Title

_LETTERS = range(3, 6)
_LONGEST = 24  # letters of "the CPP certification exam"
_ELSE = (Kind.ROLE, Kind.SKILL, Kind.INDUSTRY, Kind.PROVIDER)


class Codes:
    """Finds what they stand for, against one lexicon."""

    def __init__(self, lexicon: Lexicon, titles: TitleReader) -> None:
        self._lexicon = lexicon
        self._known = lexicon.knowledge
        self._titles = titles

    def settled(self, title: TitleRead, role: str) -> TitleRead:
        """The title that its letters, or its issuer's name, stand for in the field of ``role``."""
        if role in title.roles or role not in self._known.roles or len(title.read) > _LONGEST:
            return title
        made = self._made_for(title, role)
        if made:
            return self._titles.known(made.id, title.read)
        parts = without_noise(stems(title.read))
        if len(parts) != 1 or len(parts[0]) not in _LETTERS:
            return title
        own = self._known.credentials.get(title.known)
        if own and self._link(own, role) is not Link.NONE:
            return title
        meant = self._in_field(parts[0], role)
        another = meant is not None and (own is None or meant.issuer != own.issuer)
        return self._titles.known(meant.id, title.read) if meant and another else title

    def _made_for(self, title: TitleRead, role: str) -> Title | None:
        """The issuer's own for the job, with all that was read in its name: "red seal"."""
        own = self._known.credentials.get(title.known)
        read = set(without_noise(stems(title.read)))
        if own is None or not read or self._link(own, role) is not Link.NONE:
            return None
        titles = self._known.titles_of(own.issuer)
        every = [one for one in titles if role in one.roles and read <= set(stems(one.name))]
        return every[0] if len(every) == 1 else None

    def find(self, flat: Flat, named: Sequence[Named], role: str) -> Iterator[Named]:
        """Letters in capitals that nothing took: for the job, or of an issuer asked about."""
        capitals = [at for at, word in enumerate(flat.words) if word.raw.isupper()]
        if not capitals or len(capitals) == sum(word.raw.isalpha() for word in flat.words):
            return
        taken = {at for one in named for at in range(one.start, one.end)}
        known = {one.title.known for one in named}
        issuers = {self._known.credentials[id_].issuer for id_ in known - {""}}
        for at in capitals:
            word = flat.words[at]
            if at in taken or not self._may_be(word):
                continue
            every = [t for t in self._meanings(word.plain) if t.id not in known]
            meant = [t for t in every if (t.issuer in issuers if named else role in t.roles)]
            if len(meant) == 1:
                yield Named(at, at + 1, self._titles.known(meant[0].id, word.raw))

    def _may_be(self, word: Word) -> bool:
        if len(word.raw) not in _LETTERS:
            return False
        return not any(self._lexicon.whole(kind, (word.plain,)) for kind in _ELSE)

    def _in_field(self, code: str, role: str) -> Title | None:
        """The one title of these letters for the job, or else the one that leads there."""
        every = self._meanings(code)
        made = [one for one in every if role in one.roles]
        found = made or [one for one in every if self._link(one, role) is Link.STRONG]
        return found[0] if len(found) == 1 else None

    def _link(self, title: Title, role: str) -> Link:
        return connect(title.skills, title.roles, self._known.roles[role], self._known).link

    def _meanings(self, letters: str) -> list[Title]:
        """The titles that these letters stand for; none where they are an everyday word."""
        ids: Sequence[str] = self._lexicon.tables["letters_of_titles"].get(letters, ())
        if not ids or self._lexicon.speller.is_ordinary(stem(letters)):
            return []
        return [self._known.credentials[id_] for id_ in ids]

"""Reads a credential's title: a known one by name or code, else by the skills it names."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from bot.advice.reading.facts import TitleRead
from bot.advice.reading.lexicon import NOISE, Kind, Lexicon, Match, bag, without_noise
from bot.advice.reading.text import LONGEST_NAME, Word, clean, spelled, stems, words
from bot.advice.remembered import Remembered

_FILLER = NOISE | frozenset(
    stems(
        "i ii iii iv v 1 2 3 4 5 one two basic intermediate advanced "
        "introduction introductory foundation fundamental "
        "essential associate expert complete masterclass master part module "
        "pathway track series path award degree "
        "nanodegree specialisation professional practitioner academy learning "
        "platform website using use level exam prep "
        "preparation new updated 2019 2020 2021 2022 2023 2024 2025 2026 edition "
        "version official full approved accredited"
    )
)
_CERTIFIED = frozenset(stems("certified cert certification certificate exam"))
_MOST_SKILLS = 8
_ISSUERS = 500  # whose titles are kept at hand


def _shown(text: str) -> str:
    """A field or a phrase without what stands around a title."""
    return clean(text)[:LONGEST_NAME].strip(" .,;:!?\"'")


class TitleReader:
    """Reads titles against the knowledge."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._titles = lexicon.knowledge.credentials
        self._tables = lexicon.tables
        self._issued: Mapping[str, tuple[tuple[str, frozenset[str]], ...]]
        self._issued = Remembered(self._words_of_issued, _ISSUERS)

    @cached_property
    def _host_words(self) -> frozenset[str]:
        hosts = ("coursera", "edx", "udemy", "linkedin-learning", "futurelearn", "udacity")
        return frozenset(w for h in hosts for w in self._tables["issuer_words"].get(h, ()))

    def known(self, id_: str, read: str, *, repaired: bool = False) -> TitleRead:
        """A title of the knowledge as a reading."""
        title = self._titles[id_]
        return TitleRead(
            read=read,
            name=title.name,
            known=id_,
            skills=title.skills,
            roles=title.roles,
            repaired=repaired,
        )

    def read(
        self, text: str, provider: str = "", answers: Mapping[str, Sequence[str]] | None = None,
        *, thorough: bool = True,
    ) -> TitleRead | None:  # fmt: skip
        """The credential that a field or a phrase names; None when there are no words.

        Args:
            thorough: for a field, which must name something: look for slips in known words too.
        """
        shown = _shown(text)
        parts = stems(shown)
        if not parts:
            return None
        told = (answers or {}).get(" ".join(parts)[:80])
        if told is not None:
            return TitleRead(read=shown, name=shown, skills=tuple(told))
        found = self._known(shown, provider)
        if found:
            return self.known(found, shown)
        mended = self._mend(shown)
        found = self._known(mended, provider) if stems(mended) != parts else None
        if found:
            return self.known(found, shown, repaired=True)
        strange = not all(map(self._lexicon.speller.knows, parts))
        near = self._near(shown, parts) if strange else None
        by_words = near or self._by_words(shown, mended)
        if not (by_words.skills or strange) and thorough:
            return self._near(shown, parts) or by_words
        return by_words

    def _near(self, shown: str, parts: tuple[str, ...]) -> TitleRead | None:
        """A title, a skill or a job whose whole name is a slip of the finger away."""
        bare = tuple(p for p in parts if p not in NOISE and not p.isdigit())
        for tried in dict.fromkeys((parts, bare)):
            known = self._lexicon.near(Kind.CREDENTIAL, tried)
            if known:
                return self.known(known, shown, repaired=True)
        skill = self._lexicon.near(Kind.SKILL, bare)
        if skill:
            return TitleRead(read=shown, name=shown, skills=(skill,), repaired=True)
        role = self._lexicon.near(Kind.ROLE, bare)
        if role:
            core = self._lexicon.knowledge.roles[role].core
            return TitleRead(read=shown, name=shown, skills=core, roles=(role,), repaired=True)
        return None

    def _mend(self, text: str) -> str:
        speller = self._lexicon.speller
        return " ".join(speller.meant(w, thorough=True) or w.raw for w in words(text))

    def _known(self, text: str, provider: str) -> str | None:
        parts = stems(text)
        bare = without_noise(parts)
        issuer = without_noise(stems(provider))
        issued = self._tables["bags"].get(bag((*bare, *issuer))) if issuer else None
        found = self._lexicon.whole(Kind.CREDENTIAL, parts)
        if found:
            return issued or self._namesake(found, bare, provider) or found
        if not self._could_be(text):
            return issued or self._inside(words(text))
        stripped = self._tables["stripped"].get(" ".join(bare))
        mixed = self._tables["bags"].get(bag(bare))
        return (
            stripped or mixed or issued or self._inside(words(text)) or self._shortened(words(text))
        )

    def _namesake(self, found: str, bare: Sequence[str], provider: str) -> str | None:
        """Where another body is named: its only title that has these words in its name."""
        body = self._tables["letters"].get(spelled(provider))
        if body is None or not bare or body == self._titles[found].issuer:
            return None
        own = [id_ for id_, words_ in self._issued[body] if words_.issuperset(bare)]
        return own[0] if len(own) == 1 else None

    def _shortened(self, text: Sequence[Word]) -> str | None:
        """An issuer's title with words left out: the shortest that has all the said ones."""
        match = self._issuer_at_start(text)
        if match is None:
            return None
        said = set(without_noise(w.stem for w in text if not w.is_stop))
        if len(said) < 2:
            return None
        named = set(stems(self._lexicon.knowledge.providers[match.id].name))
        wanted = said - named - {w.stem for w in text[: match.end]}
        sizes: dict[int, list[str]] = defaultdict(list)
        for id_, words_ in self._issued[match.id]:
            if wanted <= words_:
                sizes[len(words_ | named)].append(id_)
        shortest = sizes[min(sizes)] if sizes else []
        return shortest[0] if len(shortest) == 1 else None

    def _words_of_issued(self, issuer: str) -> tuple[tuple[str, frozenset[str]], ...]:
        """The titles of an issuer with the words of their names that set them apart."""
        titles: Mapping[str, str] = self._tables["issued"].get(issuer, {})
        return tuple((id_, frozenset(words_.split())) for id_, words_ in titles.items())

    def _could_be(self, text: str) -> bool:
        """Whether the bare words may be a title: a role or skill alone only when certified."""
        parts = stems(text)
        bare = without_noise(parts)
        skill = self._lexicon.whole(Kind.SKILL, bare)
        if skill and self._lexicon.knowledge.skills[skill].tool:
            return bool(_CERTIFIED & set(parts))
        generic = skill or self._lexicon.whole(Kind.ROLE, bare)
        return not generic or "certified" in parts

    def _inside(self, text: Sequence[Word]) -> str | None:
        """A known title inside a longer one whose other words add nothing."""
        matches = self._lexicon.scan(Kind.CREDENTIAL, text)
        best = max(matches, key=lambda m: m.length, default=None)
        if best is None:
            return None
        issuer = frozenset(self._tables["issuer_words"].get(self._titles[best.id].issuer, ()))
        own = set(stems(self._titles[best.id].name))
        for i, word in enumerate(text):
            inside = best.start <= i < best.end or word.is_stop
            if not inside and word.stem not in _FILLER | issuer | self._host_words | own:
                return None
        return best.id

    def _by_words(self, shown: str, mended: str) -> TitleRead:
        text = words(mended)
        provider = self._issuer_at_start(text)
        skills = self._lexicon.scan(Kind.SKILL, text)
        roles = self._standing(text, self._lexicon.scan(Kind.ROLE, text), skills)
        if provider:
            skills, provider = self._without_namesakes(skills, roles, provider)
        found = list(dict.fromkeys(m.id for m in skills))
        named = self._roles_named(roles, skills)
        for role in named:
            found += [s for s in self._lexicon.knowledge.roles[role].core if s not in found]
        return TitleRead(
            read=shown,
            name=shown,
            skills=tuple(found[:_MOST_SKILLS]),
            roles=named,
            issuer_in_title=provider.id if provider else "",
            repaired=mended != shown and bool(found),
        )

    def _standing(
        self, text: Sequence[Word], roles: Sequence[Match], skills: Sequence[Match]
    ) -> list[Match]:
        """Without a job of one word that only stands among others ("Developer Data Use Policy")."""
        named = {i for m in (*roles, *skills) for i in range(m.start, m.end)}
        rest = [w for i, w in enumerate(text) if i not in named and not w.is_stop]
        knows = self._lexicon.speller.knows
        plain = all(w.stem in _FILLER or not knows(w.stem) for w in rest)
        return [m for m in roles if plain or m.length > 1]

    def _issuer_at_start(self, text: Sequence[Word]) -> Match | None:
        match = self._lexicon.first(Kind.PROVIDER, text)
        return match if match and match.end < len(text) else None

    def _without_namesakes(
        self, skills: list[Match], roles: list[Match], provider: Match
    ) -> tuple[list[Match], Match | None]:
        """Drops a tool or an issuer that only shares letters with one ("AWS Certified Welder")."""
        knowledge = self._lexicon.knowledge
        rest = [m for m in skills if m.start >= provider.end]
        industries = {knowledge.skills[m.id].industry for m in rest}
        industries |= {knowledge.roles[m.id].industry for m in roles if m.start >= provider.end}
        trusted = set(knowledge.providers[provider.id].industries)
        if not industries or "*" in trusted or industries & trusted or industries == {"common"}:
            return skills, provider
        return rest, None

    def _roles_named(self, roles: Iterable[Match], skills: Sequence[Match]) -> tuple[str, ...]:
        """Roles in a title that no longer skill name swallows ("data analyst bootcamp")."""
        return tuple(
            dict.fromkeys(
                m.id
                for m in roles
                if not any(
                    s.start <= m.start and s.end >= m.end and s.length >= m.length for s in skills
                )
            )
        )

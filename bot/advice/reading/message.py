"""Reads a whole message: which words are the credential, the issuer, the goal, the past."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import compress, islice, zip_longest
from operator import itemgetter

from msgspec.structs import replace

from bot.advice.learner import Answers, Situation
from bot.advice.reading import circumstances
from bot.advice.reading.alone import IssuersAlone
from bot.advice.reading.choices import Choices, said_twice
from bot.advice.reading.codes import Codes
from bot.advice.reading.facts import Asked, GoalRead, Reading, Stage, Standing
from bot.advice.reading.flat import Flat
from bot.advice.reading.goals import GoalFinder, RolesSaid
from bot.advice.reading.issuers import ISSUER_LIKE, Issuers, apart
from bot.advice.reading.lexicon import Kind, Lexicon, Match
from bot.advice.reading.namesakes import Namesakes
from bot.advice.reading.national import NationalTickets
from bot.advice.reading.past import PastReader, as_held, asks_what_next, held_numbers, taken_back
from bot.advice.reading.places import NAMES as PLACES
from bot.advice.reading.places import places, whereabouts
from bot.advice.reading.providers import ProviderReader
from bot.advice.reading.roles import RoleReader, normal
from bot.advice.reading.source import masks, source_of
from bot.advice.reading.spans import KnownTitles, Named, cut_off
from bot.advice.reading.standing import standing
from bot.advice.reading.supposed import Supposing
from bot.advice.reading.teams import asks_for_team
from bot.advice.reading.text import Said, Word, stems, words
from bot.advice.reading.titles import TitleReader
from bot.advice.reading.unfiled import UnfiledTitles
from bot.advice.remembered import Remembered

MOST_ASKED = 8
_MOST_MARKED = 9  # titles get one digit each
_MOST_TRIED = 24  # a text of nothing but "course course …" names no more
_MOST_ROLES = 9
_LONG = 5  # letters of a word for people: "welder", not "driver's"
# Said by the way; what is said ends there, as it does at a comma.
_ASIDES = frozenset(
    "lol lmao rofl haha hahaha hehe tbh idk idc imo imho pls plz please bruv bro ty thx thanks ffs "
    "omg smh ngl innit ye yh yeah nah hmm hm btw fyi cheers ok okay xx".split()
)
_AS_TYPED: Callable[[Word], tuple[str, str, str]] = itemgetter(0, 1, 4)  # stem, raw, plain
_UNITS = frozenset(("hr", "hrs", "h"))
_AFTER_LEVEL = frozenset(("or", "vs", "versus", "then", "level", "award", "?", ",", "first"))
_BRACKETS = frozenset('()"')


class MessageReader:
    """Reads messages and forms against one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.titles = TitleReader(lexicon)
        self.roles = RoleReader(lexicon)
        self.providers = ProviderReader(lexicon)
        self.past = PastReader(lexicon)
        self._known = KnownTitles(lexicon, self.titles)
        self._unfiled = UnfiledTitles(lexicon, self.titles)
        self._choices = Choices(lexicon, self.titles)
        namesakes = Namesakes(lexicon, self.titles)
        self.issuers = Issuers(lexicon, self.providers, namesakes)
        self._alone = IssuersAlone(lexicon, self.titles, namesakes)
        self._codes = Codes(lexicon, self.titles)
        self._national = NationalTickets(lexicon, self.titles, self.issuers)
        self._goals = GoalFinder(lexicon, self.roles)
        self._supposing = Supposing(lexicon, self.roles)
        self._needs_a_look: Mapping[tuple[str, str, str], bool] = Remembered(self._might_change)

    def message(self, text: str, answers: Answers = Answers()) -> Reading:  # noqa: B008 - frozen
        """Everything that one message says."""
        source = source_of(text)
        typed = words(source)
        parts, repairs = self._mended(typed)
        flat = Flat(parts, source)
        line = flat.text
        named = self._titles_in(flat, answers)
        roles, providers = self._mark_rest(flat, typed, named)
        said = self._goals.find(flat, roles, answers.roles)
        if not named:
            named = self._last_resort(flat, parts, answers, roles, said)
            if named and said.goal is None:  # "MIG welding welder": the trade behind the skill
                roles, providers = self._mark_rest(flat, typed, named)
                said = self._goals.find(flat, roles, answers.roles)
        if said.goal is None or said.goal.assumed:
            said = self._said_otherwise(flat, named, roles, said, answers)
        named += self._issuers_alone(flat, providers, named, said)
        held, dropped = held_numbers(flat), taken_back(flat) | said_twice(flat, named)
        done = bool(named) and len(held) == len(named)
        finished = done and not asks_what_next(line)
        asked = {i: n for i, n in enumerate(named) if i not in held | dropped}
        asked = asked or ({} if done and not finished else dict(enumerate(named)))
        for_team = asks_for_team(flat.text)
        if for_team and said.goal and said.goal.assumed:  # whoever asks has another job than they
            said = replace(said, goal=None)
        said = self._supposing.by_title(said, flat.text, named)
        said = self._supposing.goal(said, line, flat.text, list(asked.values()))
        role = said.goal.role if said.goal else ""
        said_of = self._with_issuers(asked, flat, providers, role, alone=len(named) == 1)
        masked, here = masks(text), whereabouts(line)
        settled = (self.issuers.settled(self.issuers.unmasked(a, masked), answers) for a in said_of)
        every = apart(self._national.there(a, here, role) if here else a for a in settled)
        telling = {i for n in named for i in range(n.start, n.end)}
        telling |= {i for m in roles for i in range(m.start, m.end)}
        return self._reading(
            line, flat.text, said,
            asked=every[:MOST_ASKED],
            held=tuple(as_held(n) for i, n in enumerate(named) if i in held and not finished),
            costly=circumstances.costly(line, source),
            for_team=for_team,
            stage=Stage.FINISHED if finished else circumstances.stage(line),
            repairs=tuple(pair for at, pair in repairs if at in telling),
        )  # fmt: skip

    def _reading(
        self, line: str, marked: str, said: RolesSaid, *, for_team: bool, **found: object
    ) -> Reading:
        situations = standing(line, marked, said, self.lexicon.knowledge)
        return Reading(
            goal=said.goal,
            situations=situations - {Situation.SWITCHING} if for_team else situations,
            for_team=for_team,
            experience=self.past.experience(line, said.origins),
            education=self.past.education(line),
            projects=self.past.projects(line),
            hopes=circumstances.hopes(line),
            promises=circumstances.promises(line),
            no_experience=circumstances.no_experience(line),
            places=places(line),
            **found,  # type: ignore[arg-type]
        )

    def _with_issuers(
        self, asked: Mapping[int, Named], flat: Flat, providers: Sequence[Match], role: str,
        *, alone: bool,
    ) -> Iterator[Asked]:  # fmt: skip
        """Each title by its number, as the goal's field has it, with the issuer said of it."""
        for number, one in _enough(asked):
            title = self._codes.settled(one.title, role)
            yield self.issuers.of(replace(one, title=title), number, flat, providers, alone=alone)

    def _issuers_alone(
        self, flat: Flat, providers: Sequence[Match], named: Sequence[Named], said: RolesSaid
    ) -> list[Named]:
        role = said.goal.role if said.goal else ""
        found = [
            *self._alone.with_more(flat, providers),
            *self._alone.find(flat, providers, named, role),
        ]
        if not found and not named:
            found = list(self._alone.asked_about(flat, providers, role))
        found += self._codes.find(flat, [*named, *found], role)
        found = [n for n in found if all(n.start != o.start for o in found[: found.index(n)])]
        found = found[: MOST_ASKED - len(named)]
        for number, one in enumerate(found, len(named)):
            flat.mark(one.start, one.end, f"c{number}")
        return found

    def _said_otherwise(
        self, flat: Flat, named: Sequence[Named], roles: list[Match], said: RolesSaid,
        answers: Answers,
    ) -> RolesSaid:  # fmt: skip
        """A goal said by what one does ("bartending"), or within a title ("game developer")."""
        parts = flat.words
        spans: list[Named | Match] = [*named, *roles]
        taken = {i for n in spans for i in range(n.start, n.end)}
        doing = self.roles.activities(parts, taken)
        if doing and len(roles) + len(doing) <= _MOST_ROLES:
            for number, match in enumerate(doing, len(roles)):
                flat.mark(match.start, match.end, f"r{number}")
            found = self._goals.find(flat, [*roles, *doing], answers.roles)
            if found.goal:
                return found
        for one in named if said.goal is None else ():
            for match in self.lexicon.scan(Kind.ROLE, parts[one.start : one.end]):
                said_as = parts[one.start + match.start : one.start + match.end]
                last = said_as[-1].stem
                certified = parts[one.start].stem.startswith("certifi")
                if certified or (match.length == 1 and one.title.known):  # "Apple Teacher" badge
                    continue
                if len(last) > _LONG and self.roles.is_person(match.id, said_as):
                    read = flat.raw(one.start + match.start, one.start + match.end)
                    return replace(said, goal=GoalRead(read=read, role=match.id))
        return said

    def _mended(self, typed: Sequence[Word]) -> tuple[Said, list[tuple[int, tuple[str, str]]]]:
        """The words with slips mended, and each repair with its position."""
        repairs: list[tuple[int, tuple[str, str]]] = []
        parts = list(typed)
        mended = self.lexicon.speller.mended
        looks = map(self._needs_a_look.__getitem__, map(_AS_TYPED, typed))
        for at in list(compress(range(len(typed)), looks)):
            word = typed[at]
            if word.plain in _UNITS and at and typed[at - 1].end == word.start:  # "200hr"
                word = word._replace(stem="hour", plain="hours")
            meant = mended[word.raw, word.stem, False]
            if word.plain in _ASIDES:
                word = word._replace(stem=",", raw=",", plain=",")
            elif meant:
                repairs.append((at, (word.raw, meant)))
                word = word._replace(stem=meant, raw=meant, plain=meant)
            parts[at] = word
        return Said(parts), repairs

    def _might_change(self, as_typed: tuple[str, str, str]) -> bool:
        """Whether a word, by its stem, as it was typed, and folded, may be meant otherwise."""
        stem, raw, plain = as_typed
        meant = self.lexicon.speller.mended[raw, stem, False]
        return plain in _UNITS or plain in _ASIDES or meant is not None

    def _titles_in(self, flat: Flat, answers: Answers) -> list[Named]:
        found = self._choices.settled(flat, self._without_issuers(self._known.find(flat)))
        for number, named in enumerate(found[:_MOST_MARKED]):
            flat.mark(named.start, named.end, f"c{number}")
        _add(flat, found, self._choices.find(flat, found[:_MOST_MARKED]))
        for more in (self._unfiled.headed, self._unfiled.chosen):
            _add(flat, found, islice(more(flat, answers.skills), _MOST_TRIED))
        if not any(named.title.known for named in found):
            _add(flat, found, self._choices.levels(flat, list(found)))
        return found

    def _without_issuers(self, found: Sequence[Named]) -> list[Named]:
        """Without a title that stands before another as its issuer: "ACCA diploma in IFRS"."""
        credentials = self.lexicon.knowledge.credentials
        kept = []
        for one, following in zip_longest(found, found[1:]):
            issuer = self.lexicon.whole(Kind.PROVIDER, stems(one.title.read))
            gives = following and following.start == one.end and issuer
            if not (gives and credentials[following.title.known].issuer == issuer):
                kept.append(one)
        return kept

    def _last_resort(
        self, flat: Flat, parts: Sequence[Word], answers: Answers, roles: Sequence[Match],
        said: RolesSaid,
    ) -> list[Named]:  # fmt: skip
        """No title was found: what "is … worth it" names, else the first skill."""
        for candidate in self._unfiled.asked_about(flat, answers.skills):
            return [candidate]
        if said.goal and said.goal.field:  # what one would teach is no course
            return []
        taken = [i for m in roles for i in range(m.start, m.end)]
        free = tuple(
            w if i not in taken else w._replace(stem="", raw=",", plain=",")
            for i, w in enumerate(parts)
        )
        return list(self._unfiled.skills(flat, free))

    def _mark_rest(
        self, flat: Flat, typed: Sequence[Word], named: Sequence[Named]
    ) -> tuple[list[Match], list[Match]]:
        """Roles, with typos mended, and issuers, to the letter; both marked in the line."""
        parts = flat.words
        taken = {i for n in named for i in range(n.start, n.end)}
        roles = [
            self.roles.narrowed(parts, m)
            for m in self.lexicon.scan(Kind.ROLE, parts, taken)
            if self.roles.stands(parts, m, taken) and not self._within_issuer(typed, m)
        ]
        taken |= {i for m in roles for i in range(m.start, m.end)}
        providers = [
            m
            for m in self.lexicon.scan(Kind.PROVIDER, typed, taken)
            if self.providers.exact(flat.raw(m.start, m.end))
            and not (self._everyday(typed, m) or cut_off(typed, m))
        ]
        for number, match in enumerate(roles[:_MOST_ROLES]):
            flat.mark(match.start, match.end, f"r{number}")
        for number, match in enumerate(providers[:9]):
            if not self._part_of_longer(parts, match):
                flat.mark(match.start, match.end, f"p{number}")
        return roles[:_MOST_ROLES], providers[:9]

    def _within_issuer(self, typed: Sequence[Word], role: Match) -> bool:
        """Whether the word for a job ends an address: the "ai" of "deeplearning.ai"."""
        if role.length > 1 or role.start < 2:  # a word, a dot and a word
            return False
        before, dot, word = typed[role.start - 2 : role.start + 1]
        return dot.raw == "." and (before.end, dot.end) == (dot.start, word.start)

    def _everyday(self, typed: Sequence[Word], match: Match) -> bool:
        """Whether it is a little word in small letters ("who", "step", "act"), or a place."""
        word = typed[match.start]
        if match.length > 1 or word.raw.isupper():
            return False
        return word.plain in PLACES or (
            word.raw.islower() and word.plain in self.lexicon.speller.ordinary
        )

    @staticmethod
    def _part_of_longer(parts: Sequence[Word], match: Match) -> bool:
        """Whether the name goes on into words that make it another issuer's."""
        following = parts[match.end].raw.lower() if match.end < len(parts) else ""
        if following == "foundation":  # a level, when a choice follows: "CIPR foundation or …"
            beyond = parts[match.end + 1].raw.lower() if match.end + 1 < len(parts) else "?"
            return beyond not in _AFTER_LEVEL
        return bool(following and ISSUER_LIKE.fullmatch(following))


def _enough(named: Mapping[int, Named]) -> Iterator[tuple[int, Named]]:
    """The marked titles by their numbers, and of what follows them the first few others."""
    others: dict[str, int] = {}
    for number, one in named.items():
        if number < _MOST_MARKED:
            yield number, one
        elif len(others) < MOST_ASKED:
            others.setdefault(one.title.known or one.title.read.lower(), number)
    yield from ((number, named[number]) for number in others.values())


def _add(flat: Flat, found: list[Named], more: Iterable[Named]) -> None:
    """Further titles, each marked in the line, as long as there is room and nothing is twice."""
    for named in list(more):
        if len(found) < MOST_ASKED and not any(_same(named, o, flat) for o in found):
            flat.mark(named.start, named.end, f"c{len(found)}")
            found.append(named)


def _same(named: Named, other: Named, flat: Flat) -> bool:
    """Whether two stretches overlap, or stand together as one name ("… (CeMAP)")."""
    first, second = sorted((named, other), key=lambda n: n.start)
    between = flat.words[first.end : second.start]
    return all(word.raw in _BRACKETS for word in between)


def wondering(reading: Reading) -> Iterable[tuple[str, str]]:
    """Names that the knowledge lacks, as (kind, normalised name)."""
    for asked in reading.asked:
        if not asked.title.known and not asked.title.skills:
            yield "credential", normal(asked.title.read)
        if asked.provider.standing is Standing.UNKNOWN:
            yield "provider", normal(asked.provider.read)
    if reading.goal and not reading.goal.role:
        yield "role", normal(reading.goal.read)

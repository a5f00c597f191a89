"""Reads a form: the fields of a command or a row of a table, each of which may be messy too."""

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from bot.advice.learner import Answers, Credential, Education, Project, Situation, Status
from bot.advice.reading import circumstances
from bot.advice.reading.facts import (
    Asked,
    GoalRead,
    Hope,
    Promise,
    ProviderRead,
    Reading,
    TitleRead,
)
from bot.advice.reading.message import MessageReader
from bot.advice.reading.text import clean, words

_MOST = 100
_NO_ANSWERS = Answers()


class Form(Struct, frozen=True, kw_only=True):
    """What was typed into the fields; lists are separated by semicolons."""

    credential: str = ""
    provider: str = ""
    goal: str = ""
    situation: str = ""
    experience: str = ""
    credentials: str = ""
    projects: str = ""


def cells(text: str) -> list[str]:
    """The entries of a list field."""
    return [part for part in (clean(piece) for piece in text.split(";")[:_MOST]) if part]


class _Told(Struct, frozen=True):
    """What one field tells of the person."""

    education: tuple[Education, ...]
    hopes: frozenset[Hope]
    promises: frozenset[Promise]
    costly: bool
    no_experience: bool


_NOTHING = _Told((), frozenset(), frozenset(), costly=False, no_experience=False)


class FormReader:
    """Reads forms with the same readers as messages.

    A table repeats its cells: one goal, and one person's past, stand in every row of a catalogue.
    So a reader of tables remembers cells; a reader of people's own words does not.
    """

    def __init__(self, messages: MessageReader, remembered: int = 0) -> None:
        self._read = messages
        kept = lru_cache(maxsize=remembered)
        self.held = kept(self._held)
        self.project = kept(self._project)
        self._area = kept(messages.past.area)
        self._told = kept(self._tells)
        self._situations = kept(self.situations)
        self._role = kept(messages.roles.read)
        self._issuer = kept(messages.providers.read)

    def form(self, form: Form, answers: Answers = _NO_ANSWERS) -> Reading:
        """The same facts that a message would give."""
        provider = self._provider(form.provider, answers)
        title = self._read.titles.read(form.credential, form.provider, answers.skills)
        fields = (form.situation, form.experience, form.goal)
        told = [told for told in map(self._told, fields) if told is not _NOTHING]
        none = any(t.no_experience for t in told)
        return Reading(
            asked=tuple(self._asked(title, provider)),
            goal=self._goal(form.goal, answers),
            situations=self._situations(form.situation),
            experience=() if none else tuple(self._area(c) for c in cells(form.experience)),
            held=tuple(self.held(c) for c in cells(form.credentials)),
            education=tuple(degree for t in told for degree in t.education),
            projects=tuple(self.project(c) for c in cells(form.projects)),
            hopes=frozenset().union(*[t.hopes for t in told]),
            promises=frozenset().union(*[t.promises for t in told]),
            costly=any(t.costly for t in told),
            no_experience=none,
        )

    def _asked(self, title: TitleRead | None, provider: ProviderRead) -> Iterator[Asked]:
        if title:
            yield Asked(title=title, provider=self._read.issuers.inferred(title, provider))

    def _provider(self, text: str, answers: Answers) -> ProviderRead:
        return self._read.issuers.confirmed(self._issuer(text), answers)

    def _goal(self, text: str, answers: Answers) -> GoalRead | None:
        return self._read.roles.read(text, answers.roles) if answers.roles else self._role(text)

    def _tells(self, field: str) -> _Told:
        said = clean(field)
        line = " ".join(w.raw.lower() for w in words(said))
        told = _Told(
            education=self._read.past.education(line),
            hopes=circumstances.hopes(line),
            promises=circumstances.promises(line),
            costly=circumstances.costly(line, said),
            no_experience=circumstances.no_experience(line),
        )
        return _NOTHING if told == _NOTHING else told

    @staticmethod
    def situations(text: str) -> frozenset[Situation]:
        """Situations by name or in words."""
        if not text.strip():
            return frozenset()
        flat = clean(text).lower().replace(" ", "_").replace("-", "_")
        named = {s for s in Situation if s.value in flat}
        line = " ".join(w.raw.lower() for w in words(clean(text)))
        return frozenset(named) or circumstances.situations(line)

    def _held(self, cell: str) -> Credential:
        """A cell ``name|issuer|status``; earned unless it says otherwise."""
        name, issuer, status = (*(p.strip() for p in cell.split("|", 2)), "", "", "")[:3]
        title = self._read.titles.read(name, issuer)
        state = status.lower().replace(" ", "_").replace("-", "_")
        return Credential(
            id="said",
            title=title.name if title else name,
            provider=issuer,
            known=title.known if title else "",
            skills=title.skills if title else (),
            status=Status(state) if state in set(Status) else Status.EARNED,
        )

    def _project(self, cell: str) -> Project:
        """A cell ``name|credential``; done unless it says planned, open or not done."""
        name, linked, state = (*(p.strip() for p in cell.split("|", 2)), "", "", "")[:3]
        title = self._read.titles.read(linked) if linked else None
        open_ = state.lower() in {
            "planned",
            "open",
            "todo",
            "in progress",
            "in_progress",
            "not done",
            "started",
        }
        skills = self._read.past.skills(name)
        return Project(
            id="said", title=name, credential=title.name if title else "",
            skills=skills, done=not open_,
        )  # fmt: skip

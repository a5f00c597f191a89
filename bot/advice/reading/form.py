"""Reads a form: the fields of a command or a row of a table, each of which may be messy too."""

from dataclasses import dataclass
from functools import lru_cache

from bot.advice.learner import Answers, Credential, Project, Situation, Status
from bot.advice.reading import circumstances
from bot.advice.reading.facts import Asked, GoalRead, ProviderRead, Reading
from bot.advice.reading.message import MessageReader
from bot.advice.reading.text import clean, words

_MOST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
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


class FormReader:
    """Reads forms with the same readers as messages."""

    def __init__(self, messages: MessageReader) -> None:
        self._read = messages
        # A table repeats its cells: one person's past stands in every row of a catalogue.
        self.held = lru_cache(maxsize=2_000)(self._held)
        self.project = lru_cache(maxsize=2_000)(self._project)
        self._area = lru_cache(maxsize=2_000)(messages.past.area)

    def form(self, form: Form, answers: Answers = Answers()) -> Reading:  # noqa: B008 - frozen
        """The same facts that a message would give."""
        provider = self._provider(form.provider, answers)
        title = self._read.titles.read(form.credential, form.provider, answers.skills)
        asked = (
            (Asked(title=title, provider=self._read.inferred(title, provider)),) if title else ()
        )
        said = clean(f"{form.situation} ; {form.experience} ; {form.goal}")
        line = " ".join(w.raw.lower() for w in words(said))
        none = circumstances.no_experience(line)
        return Reading(
            asked=asked,
            goal=self._goal(form.goal, answers),
            situations=self.situations(form.situation),
            experience=() if none else tuple(self._area(c) for c in cells(form.experience)),
            held=tuple(self.held(c) for c in cells(form.credentials)),
            education=self._read.past.education(line),
            projects=tuple(self.project(c) for c in cells(form.projects)),
            hopes=circumstances.hopes(line),
            promises=circumstances.promises(line),
            costly=circumstances.costly(line, said),
            no_experience=none,
        )

    def _provider(self, text: str, answers: Answers) -> ProviderRead:
        return self._read.confirmed(self._read.providers.read(text), answers)

    def _goal(self, text: str, answers: Answers) -> GoalRead | None:
        return self._read.roles.read(text, answers.roles)

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

"""What the program makes of the labelled data."""

import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.advice.advise import advise
from bot.advice.case import Case, cases
from bot.advice.learner import Learner
from bot.advice.library import Library
from bot.advice.reading.facts import GoalRead, Reading, Standing, TitleRead
from bot.advice.reading.form import Form
from bot.advice.relevance import Link
from bot.advice.verdict import Verdict
from tests.eval import typos
from tests.eval.data import Issuer, Message, Pair

TODAY = date(2026, 6, 1)
SEED = 7
DRAWS = 3  # slips tried for each pair


@dataclass(frozen=True, slots=True)
class JudgedPair:
    """A pair and the connection that the program sees."""

    pair: Pair
    link: Link
    verdict: Verdict
    read: str  # how both texts were read


@dataclass(frozen=True, slots=True)
class Slipped:
    """A pair with a slip in both texts, beside the same pair without."""

    credential: str
    goal: str
    before: JudgedPair
    after: JudgedPair

    @property
    def kept(self) -> bool:
        """Whether the verdict is the same."""
        return self.before.verdict is self.after.verdict

    @property
    def misled(self) -> bool:
        """Whether another verdict came without a question."""
        return not self.kept and self.after.verdict is not Verdict.TELL_ME


@dataclass(frozen=True, slots=True)
class JudgedMessage:
    """A message, and which parts of it were read right."""

    message: Message
    reading: Reading
    credentials: bool
    goal: bool
    situation: bool

    @property
    def right(self) -> bool:
        """Whether all three are."""
        return self.credentials and self.goal and self.situation


@dataclass(frozen=True, slots=True)
class JudgedIssuer:
    """An issuer and how its name was taken."""

    issuer: Issuer
    standing: Standing


class Judge:
    """Puts the labelled data to the program, as a person who has told it nothing else."""

    def __init__(self) -> None:
        self.library = Library()

    def pair(self, pair: Pair, credential: str = "", goal: str = "") -> JudgedPair:
        """One pair, with other texts if given."""
        form = Form(
            credential=credential or pair.credential,
            provider=pair.issuer,
            goal=goal or pair.goal,
        )
        reading = self.library.forms.form(form)
        case = cases(reading, Learner(), self.library.knowledge, TODAY)[0]
        return JudgedPair(pair, case.connection.link, advise(case).verdict, _as_read(case))

    def pairs(self, rows: Iterable[Pair]) -> list[JudgedPair]:
        """Many pairs."""
        return [self.pair(row) for row in rows]

    def slips(self, judged: Iterable[JudgedPair], draws: int = DRAWS) -> list[Slipped]:
        """The same pairs with a slip in both texts, where both have a word that is long enough."""
        rng = random.Random(SEED)
        found = []
        for before in judged:
            pair = before.pair
            if not (typos.can_slip(pair.credential) and typos.can_slip(pair.goal)):
                continue
            for _ in range(draws):
                credential, goal = typos.slip(pair.credential, rng), typos.slip(pair.goal, rng)
                after = self.pair(pair, credential, goal)
                found.append(Slipped(credential, goal, before, after))
        return found

    def message(self, row: Message) -> JudgedMessage:
        """One message."""
        reading = self.library.messages.message(row.text)
        return JudgedMessage(
            message=row,
            reading=reading,
            credentials=credentials_right(row, [asked.title for asked in reading.asked]),
            goal=self._goal_right(row, reading.goal),
            situation=frozenset(s.value for s in reading.situations) in row.situations,
        )

    def messages(self, rows: Iterable[Message]) -> list[JudgedMessage]:
        """Many messages."""
        return [self.message(row) for row in rows]

    def _goal_right(self, row: Message, goal: GoalRead | None) -> bool:
        if goal is None:
            return "" in row.goal
        role = self.library.knowledge.roles.get(goal.role)
        if role is None:
            return False
        named = f"{role.id.replace('-', ' ')} / {role.name}"
        return any(e and re.search(e, named, re.IGNORECASE) for e in row.goal)

    def issuers(self, rows: Iterable[Issuer]) -> list[JudgedIssuer]:
        """Issuers, as typed into the field for them."""
        read = self.library.messages.providers.read
        return [JudgedIssuer(row, read(row.name).standing) for row in rows]


def _as_read(case: Case) -> str:
    title, role = case.asked.title if case.asked else None, case.role
    known = (title.known or f"[{', '.join(title.skills)}]") if title else "nothing"
    return f"{known} -> {role.id if role else 'nothing'}"


def credentials_right(row: Message, titles: Sequence[TitleRead]) -> bool:
    """Whether each credential asked about was read once, and nothing else but what may be."""
    texts = [f"{title.read} / {title.name}" for title in titles]
    return _shared_out(row.credentials, texts, row.also)


def _shared_out(
    expected: Sequence[re.Pattern[str]], texts: Sequence[str], also: Sequence[re.Pattern[str]]
) -> bool:
    """Whether every expression finds a text of its own, and ``also`` explains the rest."""
    if not expected:
        return all(any(e.search(text) for e in also) for text in texts)
    first, *rest = expected
    return any(
        first.search(text) and _shared_out(rest, [*texts[:n], *texts[n + 1 :]], also)
        for n, text in enumerate(texts)
    )

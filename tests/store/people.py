"""People and profiles for the tests of the store."""

from datetime import UTC, date, datetime

from bot.advice.learner import (
    Answers,
    Credential,
    Education,
    EducationKind,
    Experience,
    Goal,
    Learner,
    Project,
    Situation,
    Status,
)
from bot.person import Person

NOW = datetime(2026, 3, 31, 9, 0, tzinfo=UTC)
ANN = Person("slack", "T1", "U1")
BOB = Person("slack", "T1", "U2")
ANN_ELSEWHERE = Person("slack", "T2", "U1")
SECRET = "to-lead-the-lighthouse-museum"  # pragma: allowlist secret

FULL = Learner(
    goal=Goal(
        text=SECRET,
        role="museum-director",
        situation=Situation.SWITCHING,
        set_on=date(2026, 1, 2),
    ),
    credentials=(
        Credential(
            id="c1",
            title="Tïtle 🎓",
            skills=("a", "b"),
            status=Status.EARNED,
            earned_on=date(2025, 12, 31),
        ),
    ),
    experience=(Experience(id="e1", area="guiding", years=2.5),),
    education=(Education(id="d1", title="BA", kind=EducationKind.DEGREE),),
    projects=(Project(id="p1", title="A tour", credential="c1", done=True),),
    answers=Answers(skills={"tour": ("guiding", "speaking")}, named_in_ads={"x": True}),
)


def aiming_at(text: str) -> Learner:
    """A learner with nothing but a goal."""
    return Learner(goal=Goal(text=text))

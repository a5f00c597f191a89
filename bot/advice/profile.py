"""What the person has: work, credentials, degrees and projects, remembered and said."""

from msgspec import Struct

from bot.advice.kept import kept
from bot.advice.learner import (
    Credential,
    Education,
    EducationKind,
    Experience,
    Learner,
    Project,
    Status,
)
from bot.advice.reading.facts import Reading


class Profile(Struct, frozen=True, kw_only=True, dict=True):
    """What the person has, from the memory and from the message together."""

    experience: tuple[Experience, ...] = ()
    credentials: tuple[Credential, ...] = ()
    education: tuple[Education, ...] = ()
    projects: tuple[Project, ...] = ()

    @kept
    def earned(self) -> tuple[Credential, ...]:
        """Credentials that are really held."""
        return tuple(c for c in self.credentials if c.status is Status.EARNED)

    @kept
    def finished(self) -> tuple[Project, ...]:
        """Projects that are done."""
        return tuple(p for p in self.projects if p.done)

    def has(self, kind: EducationKind) -> bool:
        """Whether a degree, or a licence, is in the profile."""
        return any(e.kind is kind for e in self.education)


def merged(learner: Learner, reading: Reading) -> Profile:
    """The memory and what the message adds to it, for this answer only."""
    return Profile(
        experience=(*learner.experience, *reading.experience),
        credentials=(*learner.credentials, *reading.held),
        education=(*learner.education, *reading.education),
        projects=(*learner.projects, *reading.projects),
    )

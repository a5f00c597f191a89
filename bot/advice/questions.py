"""The one question that a case may need, with its choices."""

from enum import StrEnum

from msgspec import Struct

from bot.advice.case import Case
from bot.advice.findings import Said
from bot.advice.reading.roles import normal
from bot.advice.reading.text import stems
from bot.advice.taxonomy import Role


class About(StrEnum):
    """What an answer tells; it is remembered for the person under this heading."""

    CREDENTIAL = "credential"
    GOAL = "goal"
    ROLE = "role"
    SKILLS = "skills"
    ADS = "ads"
    ISSUER = "issuer"


class Choice(Struct, frozen=True):
    """One answer: what to show and the value it stands for."""

    said: Said
    value: str


class Question(Struct, frozen=True):
    """A question about ``asked`` (the words it concerns)."""

    about: About
    said: Said
    asked: str
    choices: tuple[Choice, ...] = ()


NONE = "none"
_MOST = 5


def _role_choices(ids: tuple[str, ...]) -> tuple[Choice, ...]:
    return tuple(Choice(Said("name.role", {"role": r}), r) for r in ids[:_MOST])


def which_credential() -> Question:
    """Nothing was read that could be a credential."""
    return Question(About.CREDENTIAL, Said("ask.credential"), "")


def _closeness(role: Role, skills: set[str], made_for: bool) -> tuple[object, ...]:
    """Sorts roles: made for it first, then by shared core skills and how early they stand."""
    shared = [s for s in role.core if s in skills]
    first = role.core.index(shared[0]) if shared else len(role.core)
    return (not made_for, -len(shared), first, len(role.name), role.id)


def which_goal(case: Case) -> Question:
    """No goal is known: the job supposed, those its skills are core to, else those they support."""
    skills = set(case.skills)
    made_for = case.asked.title.roles if case.asked else ()
    fits = {r.id: r for s in case.skills for r in case.knowledge.roles_around(s)}
    fits |= {id_: case.knowledge.roles[id_] for id_ in made_for if id_ in case.knowledge.roles}
    fits = fits or {r.id: r for s in case.skills for r in case.knowledge.roles_helped_by(s)}
    scored = sorted(fits.values(), key=lambda r: _closeness(r, skills, r.id in made_for))
    likely = (case.supposed,) if case.supposed else ()
    choices = _role_choices(tuple(dict.fromkeys((*likely, *(r.id for r in scored)))))
    return Question(About.GOAL, Said("ask.goal"), "", choices)


def which_role(case: Case) -> Question:
    """A goal was said in words that name no known role."""
    goal = case.goal
    assert goal is not None  # noqa: S101 - asked only when a goal was said
    choices = _role_choices(goal.guesses)
    if not choices:
        return Question(About.ROLE, Said("ask.role-freely", {"goal": goal.read}), goal.read)
    none = Choice(Said("choice.none"), NONE)
    said = Said("ask.role", {"goal": goal.read})
    return Question(About.ROLE, said, normal(goal.read), (*choices, none))


def what_it_teaches(case: Case) -> Question:
    """The credential's skills are unknown."""
    assert case.role is not None and case.asked is not None  # noqa: S101, PT018
    wanted = (*case.role.core, *case.role.supporting)[:_MOST]
    choices = tuple(Choice(Said("name.skill", {"skill": s}), s) for s in wanted)
    asked = " ".join(stems(case.asked.title.read))[:80]
    said = Said("ask.skills", {"title": case.name})
    return Question(
        About.SKILLS, said, asked, (*choices, Choice(Said("choice.something-else"), NONE))
    )


def named_in_ads(case: Case) -> Question:
    """It is still unknown, so ask whether ads for the goal name it."""
    assert case.role is not None and case.asked is not None  # noqa: S101, PT018
    asked = " ".join(stems(case.asked.title.read))[:80]
    said = Said("ask.ads", {"title": case.name, "role": case.role.id})
    choices = (Choice(Said("choice.yes"), "yes"), Choice(Said("choice.no"), "no"))
    return Question(About.ADS, said, asked, choices)


def real_issuer(case: Case) -> Question:
    """The issuer's name is one letter off a known one."""
    assert case.asked is not None and case.issuer.resembles is not None  # noqa: S101, PT018
    read = case.asked.provider.read
    said = Said("ask.issuer", {"issuer": read, "real": case.issuer.resembles.name})
    choices = (
        Choice(Said("choice.yes"), case.issuer.resembles.id),
        Choice(Said("choice.no"), NONE),
    )
    return Question(About.ISSUER, said, " ".join(stems(read))[:80], choices)


def question(case: Case, *, told_skills: bool) -> Question | None:
    """The question for a case that cannot be judged yet, or a doubtful issuer; else None.

    Args:
        told_skills: whether the person was already asked what it teaches.
    """
    if case.asked is None:
        return which_credential()
    if case.goal is None:
        return which_goal(case)
    if case.role is None:
        return which_role(case)
    if not case.skills and case.role.id not in case.asked.title.roles and case.named_in_ads is None:
        return named_in_ads(case) if told_skills else what_it_teaches(case)
    return real_issuer(case) if case.issuer.slip else None

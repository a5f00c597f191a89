"""The buttons under an answer: a question's choices, or reasons, changes and what to keep."""

from msgspec import Struct

from bot.advice.advise import Advice
from bot.advice.learner import Learner, Status
from bot.advice.questions import About
from bot.advice.reading.facts import Reading
from bot.advice.reading.text import stems
from bot.advice.verdict import Verdict
from bot.advice.wording import Wording
from bot.advice.words import N_
from bot.commands.quoting import written
from bot.reply import Action


class Asked(Struct, frozen=True):
    """How the question came: the line to ask it again, what was read, and what is remembered."""

    line: str
    reading: Reading
    learner: Learner
    others: bool = False


def actions(advice: Advice, asked: Asked, wording: Wording) -> list[Action]:
    """The question's choices, else the buttons of an answer."""
    found = choices(advice, asked, wording)
    say, case = wording.words, advice.case
    if case.asked is None:
        return [*found, *_instead(advice, asked, wording)]
    if not (advice.question and advice.verdict is Verdict.TELL_ME):
        found.append(Action(say(N_("Why?")), _again(asked, "why")))
        if advice.ways:
            found.append(Action(say(N_("What would change it")), _again(asked, "change")))
    if asked.others:
        return found
    return found + _keep(advice, asked, wording)


def _instead(advice: Advice, asked: Asked, wording: Wording) -> list[Action]:
    """What helps when no credential was named."""
    say, role = wording.words, advice.case.role
    goal = written("suggest", goal=role.name) if role else "/suggest"
    return [
        Action(say(N_("Suggest some for my goal")), goal),
        *([] if asked.others else _facts(advice, asked, wording)),
        Action(say(N_("Help")), "/help"),
    ]


def _again(asked: Asked, show: str) -> str:
    """The same question, asked to show more."""
    command, _, rest = asked.line.partition(" ")
    if command != "/advise":
        return written("advise", show=show) + " " + asked.line
    return f"{command} show:{show} {rest}"


def choices(advice: Advice, asked: Asked, wording: Wording) -> list[Action]:
    """The answers to the one question; each is remembered and then asks the first line again."""
    question = advice.question
    if question is None:
        return []
    return [
        Action(
            wording(c.said),
            written(
                "answer",
                asked.line,
                about=question.about.value,
                choice=c.value,
                asked=_subject(advice, question.about, question.asked),
            ),
            choice=True,
        )
        for c in question.choices
    ]


def _subject(advice: Advice, about: About, words: str) -> str:
    """What an answer is filed under; for ads it depends on the goal too."""
    role = advice.case.role
    return f"{words}|{role.id}" if about is About.ADS and role else words


def _keep(advice: Advice, asked: Asked, wording: Wording) -> list[Action]:
    """What is worth keeping, offered and never stored silently."""
    say, case, found = wording.words, advice.case, []
    if case.asked and case.own is None and case.skills:
        status = Status.EARNED.value if case.already_earned else ""
        said = case.issuer.provider.name if case.issuer.provider else case.asked.provider.read
        line = written("credential add", title=case.name, provider=said, status=status)
        found.append(Action(say(N_("Add to my list")), line))
    found += _facts(advice, asked, wording)
    if case.role and case.asked:
        line = written(
            "advise", credential=case.asked.title.read, provider=case.asked.provider.read, goal="?"
        )
        found.append(Action(say(N_("Not my goal")), line))
    return found


def _facts(advice: Advice, asked: Asked, wording: Wording) -> list[Action]:
    """What the message told of the person: the goal, and the first piece of work that is new."""
    say, case, found = wording.words, advice.case, []
    kept = asked.learner.goal
    if (
        case.role
        and asked.reading.goal
        and not case.goal_assumed
        and (kept is None or kept.role != case.role.id)
    ):
        situation = next(iter(sorted(case.situations)), None)
        line = written(
            "goal set",
            role=wording.role(case.role.id),
            situation=situation.value if situation else "",
        )
        found.append(
            Action(
                say(N_("Remember that your goal is {role}"), role=wording.role(case.role.id)), line
            )
        )
    known = {stems(work.area) for work in asked.learner.experience}
    for work in asked.reading.experience:
        if stems(work.area) not in known and (work.skills or work.role):
            years = f"{work.years:g}" if work.years else ""
            line = written("experience add", area=work.area, years=years)
            found.append(Action(say(N_("Remember your work: {area}"), area=work.area), line))
            break
    return found

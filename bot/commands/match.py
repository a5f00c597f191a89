"""``match``: a job ad against what the person has."""

import re
from collections.abc import Iterable, Sequence
from typing import Annotated

from bot.advice.case import Case
from bot.advice.catalogue import trusted_for
from bot.advice.learner import EducationKind
from bot.advice.profile import merged
from bot.advice.reading.amounts import YEARS
from bot.advice.reading.facts import Reading
from bot.advice.reading.lexicon import Kind
from bot.advice.reading.text import clean, words
from bot.advice.taxonomy import Proof, Skill
from bot.advice.words import N_
from bot.commands.command import LONG, Command, Context, Options, Outcome, option
from bot.commands.quoting import written
from bot.reply import Action, Banner, Bullets, Fine, Item, Part, Reply, Tone

_MOST = 12
_DEGREE = re.compile(r"\b(?:bachelor|master|degree|diploma|bsc|msc|phd)\b", re.IGNORECASE)
_LICENCE = re.compile(
    r"\b(?:licen[cs]e|licen[cs]ed|registration|registered with|chartered)\b", re.IGNORECASE
)
_NO_SKILL = N_("I found no skill in that text that I know; paste the part with the requirements.")


class MatchOptions(Options, frozen=True, kw_only=True):
    """The ad."""

    text: Annotated[str, option(N_("Paste the job ad"), min_length=1, max_length=LONG)]


def asked_for(context: Context, text: str) -> list[Skill]:
    """The skills that an ad names, in its order; a known credential stands for what it teaches."""
    lexicon, knowledge = context.library.lexicon, context.library.knowledge
    parts = words(clean(text))
    found = [m.id for m in lexicon.scan(Kind.SKILL, parts)]
    for match in lexicon.scan(Kind.CREDENTIAL, parts):
        found += knowledge.credentials[match.id].skills[:1]
    return [knowledge.skills[s] for s in dict.fromkeys(found)]


def _years(case: Case, skills: Iterable[Skill]) -> float:
    """Years of work that had to do with one of the skills."""
    wanted = {s.id for s in skills}
    total = 0.0
    for work in case.profile.experience:
        role = case.knowledge.roles.get(work.role)
        if wanted & {*work.skills, *(role.core if role else ())}:
            total += work.years
    return total


def _gaps(text: str, case: Case, skills: list[Skill], context: Context) -> list[Item]:
    """What no course closes: years in this kind of work, degrees and licences."""
    say, found = context.words, []
    years = re.search(YEARS, text.lower())
    if years and _years(case, skills) < _least(years.group()):
        found.append(Item(say(N_("{years} of experience"), years=years.group()), Tone.BAD))
    if _DEGREE.search(text) and not case.profile.has(EducationKind.DEGREE):
        found.append(Item(say(N_("a degree")), Tone.BAD))
    if _LICENCE.search(text) and not case.profile.has(EducationKind.LICENCE):
        found.append(Item(say(N_("a licence or registration")), Tone.BAD))
    return found


def _least(years: str) -> float:
    """The smallest number in words such as "3 to 5 years"; one where none is written in digits."""
    return min(map(float, re.findall(r"\d+(?:\.\d+)?", years)), default=1.0)


def run(context: Context, options: MatchOptions) -> Outcome:
    """Sorts the ad's terms into have, credential, project and experience."""
    say = context.words
    title = say(N_("Your profile against the ad"))
    text = clean(options.text)
    skills = asked_for(context, text)
    case = Case(
        knowledge=context.library.knowledge,
        today=context.now.date(),
        asked=None,
        goal=None,
        profile=merged(context.learner, Reading()),
    )
    gaps = _gaps(text, case, skills, context)
    if not skills and not gaps:
        return Outcome(reply=Reply(title, (Banner(say(_NO_SKILL), Tone.ASK),), ok=False))
    proven = case.practised | case.made
    certified = {s for c in case.profile.earned for s in c.skills}
    missing = [s for s in skills if s.id not in proven | certified]
    have = len(skills) - len(missing)
    parts: list[Part] = [
        Banner(say(N_("You have {have} of {all} terms"), have=have, all=len(skills)), Tone.PLAIN),
        *_listed(N_("You have"), _have(skills, proven, certified, context), context),
        *_closed_by(N_("A credential could add"), Proof.NONE, Tone.CONDITION, missing, context),
        *_closed_by(N_("Needs a project to show"), Proof.SHOW_WORK, Tone.WAIT, missing, context),
        *_closed_by(N_("Only experience closes"), Proof.PRACTICE, Tone.BAD, missing, context, gaps),
        Fine(say(N_("The ad was read in memory and is not kept."))),
    ]
    return Outcome(reply=Reply(title, tuple(parts), tuple(_buttons(missing, context))))


def _listed(heading: str, items: Sequence[Item], context: Context) -> tuple[Part, ...]:
    return (Bullets(context.words(heading), tuple(items[:_MOST])),) if items else ()


def _closed_by(
    heading: str, proof: Proof, tone: Tone, missing: Iterable[Skill], context: Context,
    more: Sequence[Item] = (),
) -> tuple[Part, ...]:  # fmt: skip
    """The missing terms that one kind of proof closes."""
    items = [Item(skill.name, tone) for skill in missing if skill.proof is proof]
    return _listed(heading, [*items, *more], context)


def _have(
    skills: list[Skill], proven: frozenset[str], certified: set[str], context: Context
) -> list[Item]:
    say = context.words
    found = [Item(s.name, Tone.GOOD) for s in skills if s.id in proven]
    found += [
        Item(say(N_("{skill} (by certificate only: show it in use)"), skill=s.name), Tone.CONDITION)
        for s in skills
        if s.id in certified - proven
    ]
    return found


def _buttons(missing: list[Skill], context: Context) -> list[Action]:
    knowledge = context.library.knowledge
    for skill in missing:
        if skill.proof is Proof.NONE and trusted_for([skill.id], None, knowledge, 1):
            return [
                Action(
                    context.words(N_("Is a {skill} course worth it?"), skill=skill.name),
                    written("advise", credential=skill.name),
                )
            ]
    return []


COMMANDS = (
    Command(
        name="match",
        help=N_("A job ad against what you have"),
        options=MatchOptions,
        run=run,
        example="/match We look for an analyst with SQL, Power BI and 3 years of experience",
    ),
)

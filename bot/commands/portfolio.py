"""``portfolio`` and ``cv``: what the person has, ordered by the goal, work first."""

from collections.abc import Iterator

from msgspec import Struct

from bot.advice.learner import Credential, Experience, Learner, Project, Status
from bot.advice.relevance import Link, connect
from bot.advice.words import N_
from bot.commands.command import Command, Context, Options, Outcome
from bot.commands.credential import STATUSES
from bot.reply import Action, Banner, Bullets, Copyable, Fine, Item, Part, Reply, Text, Tone

_NOTHING_YET = N_(
    "There is nothing to write yet: add work with /project add or /experience add first."
)
_ON_LINKEDIN = N_(
    "On LinkedIn use the issuer's exact title under Licenses & certifications, and link the "
    "project there."
)


class Sorted(Struct, frozen=True):
    """Credentials by what they do for the goal."""

    core: tuple[Credential, ...] = ()
    support: tuple[Credential, ...] = ()
    off_goal: tuple[Credential, ...] = ()
    unknown: tuple[Credential, ...] = ()


def sorted_by_goal(context: Context) -> Sorted:
    """Core, support and off-goal; unknown where goal or skills are not known."""
    knowledge, learner = context.library.knowledge, context.learner
    role = knowledge.roles.get(learner.goal.role) if learner.goal else None
    found: dict[Link, list[Credential]] = {link: [] for link in Link}
    for mine in learner.credentials:
        title = knowledge.credentials.get(mine.known)
        link = connect(mine.skills, title.roles if title else (), role, knowledge).link
        found[link].append(mine)
    return Sorted(
        tuple(found[Link.STRONG]),
        tuple(found[Link.PARTIAL]),
        tuple(found[Link.NONE]),
        tuple(found[Link.UNKNOWN]),
    )


def _shown(context: Context, mine: Credential) -> Item:
    say = context.words
    projects = [p.title for p in context.learner.projects if p.credential == mine.id and p.done]
    text = f"{mine.title} ({say(STATUSES[mine.status])})"
    if projects:
        text += " " + say(N_("applied in {projects}"), projects=say.listed(projects))
    elif mine.status is Status.EARNED:
        text += " " + say(N_("not applied yet"))
    return Item(text, Tone.GOOD if projects else Tone.PLAIN)


def portfolio(context: Context, _: Options) -> Outcome:
    """The whole picture."""
    say, learner = context.words, context.learner
    title = say(N_("Your portfolio"))
    if not (learner.credentials or learner.projects or learner.experience or learner.education):
        text = say(
            N_("Nothing here yet. Begin with /goal set, then /experience add or /credential add.")
        )
        return Outcome(reply=Reply(title, (Banner(text, Tone.ASK),)))
    parts: list[Part] = [Banner(title, about=learner.goal.text if learner.goal else "")]
    work = [
        Item(
            f"{e.area}, {say.plural('{number} year', '{number} years', round(e.years))}"
            if e.years >= 1
            else e.area,
            Tone.GOOD,
        )
        for e in learner.experience
    ]
    work += [
        Item(p.title + (f": {p.result}" if p.result else ""), Tone.GOOD if p.done else Tone.PLAIN)
        for p in learner.projects
    ]
    work += [Item(e.title) for e in learner.education]
    found = sorted_by_goal(context)
    for heading, items in (
        (say(N_("Work, projects and education")), work),
        (say(N_("Credentials at the core of your goal")), [_shown(context, c) for c in found.core]),
        (say(N_("Credentials that support it")), [_shown(context, c) for c in found.support]),
        (
            say(N_("Off your goal: leave them out when you apply")),
            [_shown(context, c) for c in found.off_goal],
        ),
        (say(N_("Not sorted yet")), [_shown(context, c) for c in found.unknown]),
    ):
        if items:
            parts.append(Bullets(heading, tuple(items)))
    if found.unknown and learner.goal is None:
        parts.append(
            Text(say(N_("Set a goal, and I can tell core from support: /goal set data analyst")))
        )
    return Outcome(reply=Reply(title, tuple(parts), (Action(say(N_("Lines for my CV")), "/cv"),)))


def _project_line(project: Project) -> str:
    return (
        project.title
        + (f": {project.result}" if project.result else "")
        + (f" ({project.link})" if project.link else "")
    )


def _credential_line(context: Context, mine: Credential, learner: Learner) -> str:
    say = context.words
    parts = [mine.title]
    if mine.provider:
        parts.append(mine.provider)
    if mine.earned_on:
        parts.append(str(mine.earned_on.year))
    if mine.expires_on:
        expired = mine.expires_on < context.now.date()
        parts.append(
            say(
                N_("expired {day}") if expired else N_("valid until {day}"),
                day=mine.expires_on.isoformat(),
            )
        )
    line = ", ".join(parts)
    applied = next((p for p in learner.projects if p.credential == mine.id and p.done), None)
    return f"{line}; {say(N_('applied in: {project}'), project=applied.title)}" if applied else line


def cv(context: Context, _: Options) -> Outcome:
    """Lines to paste: results and experience first, credentials as support, only earned ones."""
    title = context.words(N_("Lines for your CV and LinkedIn"))
    found = sorted_by_goal(context)
    lines = _cv_lines(context, found)
    if not lines:
        banner = Banner(context.words(_NOTHING_YET), Tone.ASK)
        return Outcome(reply=Reply(title, (banner,)))
    parts: list[Part] = [Banner(title), Copyable("\n".join(lines).strip(), "cv.txt")]
    parts += [Fine(note) for note in _cv_notes(context, found)]
    return Outcome(reply=Reply(title, tuple(parts)))


def _cv_lines(context: Context, found: Sorted) -> list[str]:
    """Each heading that has something below it, with its rows."""
    say, learner = context.words, context.learner
    earned = [c for c in (*found.core, *found.support, *found.unknown) if c.status is Status.EARNED]
    lines: list[str] = []
    for heading, rows in (
        (N_("RESULTS AND PROJECTS"), [_project_line(p) for p in learner.projects if p.done]),
        (N_("EXPERIENCE"), [_experience_line(e, context) for e in learner.experience]),
        (N_("EDUCATION AND LICENCES"), [e.title for e in learner.education]),
        (N_("CREDENTIALS"), [_credential_line(context, c, learner) for c in earned]),
    ):
        if rows:
            lines += [say(heading), *(f"• {row}" for row in rows), ""]
    return lines


def _experience_line(one: Experience, context: Context) -> str:
    return one.area + (f", {one.years:g} {context.words(N_('years'))}" if one.years else "")


def _cv_notes(context: Context, found: Sorted) -> Iterator[str]:
    """What was left out, and how to show the rest."""
    say, learner = context.words, context.learner
    off = [c.title for c in found.off_goal if c.status is Status.EARNED]
    waiting = [
        c.title for c in learner.credentials if c.status in (Status.PLANNED, Status.IN_PROGRESS)
    ]
    if off:
        left_out = N_("Left out, for they do not serve this goal: {titles}.")
        yield say(left_out, titles=say.listed(off))
    if waiting:
        yield say(N_("Left out until earned: {titles}."), titles=say.listed(waiting))
    if not learner.experience and not any(p.done for p in learner.projects):
        yield say(N_("Credentials alone carry little: put one finished project above them."))
    yield say(_ON_LINKEDIN)


COMMANDS = (
    Command(
        name="portfolio", help=N_("Your work and credentials, sorted by your goal"), run=portfolio
    ),
    Command(name="cv", help=N_("Lines for your CV: work first, credentials as support"), run=cv),
)

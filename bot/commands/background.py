"""``experience`` and ``education``: the work, degrees and licences that advice builds on."""

from typing import Annotated

from msgspec.structs import replace

from bot.advice.learner import Education, EducationKind
from bot.advice.words import N_
from bot.commands.command import Command, Completes, Context, Options, Outcome, option
from bot.commands.form import done, limit, next_id, pick
from bot.commands.quoting import written
from bot.reply import Action, Banner, Reply, Table, Text, Tone

MOST = 100


class ExperienceOptions(Options, frozen=True, kw_only=True):
    """One piece of work."""

    area: Annotated[
        str, option(N_("What you did, such as nursing, or led a sales team"), min_length=1)
    ]
    years: Annotated[float, option(N_("For how many years"), max_length=None, ge=0, le=70)] = 0.0


class WhichExperience(Options, frozen=True, kw_only=True):
    """Which one."""

    experience: Annotated[
        str,
        option(N_("Which one: its id or name"), completes=Completes.OWN_EXPERIENCE, min_length=1),
    ]


class EducationOptions(Options, frozen=True, kw_only=True):
    """A degree or a licence."""

    title: Annotated[str, option(N_("Its name"), min_length=1)]
    kind: Annotated[
        EducationKind, option(N_("A degree, or a licence to practise"), max_length=None)
    ] = EducationKind.DEGREE


class WhichEducation(Options, frozen=True, kw_only=True):
    """Which one."""

    education: Annotated[
        str,
        option(N_("Which one: its id or name"), completes=Completes.OWN_EDUCATION, min_length=1),
    ]


def add_experience(context: Context, options: ExperienceOptions) -> Outcome:
    """Adds work, with the skills and the job read from its words."""
    say, learner = context.words, context.learner
    limit(learner.experience, MOST, say(N_("entries of experience")), say)
    found = context.library.messages.past.area(
        options.area, options.years, next_id("e", learner.experience)
    )
    role = context.library.knowledge.roles.get(found.role)
    names = [context.wording.skill(s) for s in found.skills]
    if role:
        names.insert(0, say(N_("the work of {role}"), role=role.name))
    read = (
        say(N_("I take it to show {skills}."), skills=say.listed(names))
        if names
        else say(
            N_("I recognised no skill in that; name what you did, such as “wrote SQL reports”.")
        )
    )
    return Outcome(
        learner=replace(learner, experience=(*learner.experience, found)),
        reply=done(
            say(N_("Experience added")),
            say(N_("{id}: {area}"), id=found.id, area=found.area),
            Text(read),
        ),
    )


def list_experience(context: Context, _: Options) -> Outcome:
    """All of it."""
    say, mine = context.words, context.learner.experience
    title = say(N_("Your experience"))
    if not mine:
        text = say(N_("You have told me of no experience yet. Try: /experience add retail years:3"))
        return Outcome(reply=Reply(title, (Banner(text, Tone.ASK),)))
    rows = tuple((e.id, e.area, f"{e.years:g}" if e.years else "") for e in mine)
    heads = (say(N_("Id")), say(N_("What")), say(N_("Years")))
    return Outcome(reply=Reply(title, (Banner(title), Table(heads, rows))))


def remove_experience(context: Context, options: WhichExperience) -> Outcome:
    """Takes one entry away."""
    say, mine = context.words, context.learner.experience
    old = pick(mine, [e.area for e in mine], options.experience, say(N_("experience")), say)
    undo = written("experience add", area=old.area, years=f"{old.years:g}" if old.years else "")
    return Outcome(
        learner=replace(context.learner, experience=tuple(e for e in mine if e.id != old.id)),
        reply=done(
            say(N_("Experience removed")),
            say(N_("I have removed {area}."), area=old.area),
            actions=(Action(say(N_("Put it back")), undo),),
        ),
    )


def add_education(context: Context, options: EducationOptions) -> Outcome:
    """Adds a degree or licence."""
    say, learner = context.words, context.learner
    limit(learner.education, MOST, say(N_("entries of education")), say)
    found = Education(id=next_id("d", learner.education), title=options.title, kind=options.kind)
    return Outcome(
        learner=replace(learner, education=(*learner.education, found)),
        reply=done(
            say(N_("Education added")), say(N_("{id}: {title}"), id=found.id, title=found.title)
        ),
    )


def list_education(context: Context, _: Options) -> Outcome:
    """All of it."""
    say, mine = context.words, context.learner.education
    title = say(N_("Your education"))
    if not mine:
        text = say(
            N_(
                "You have told me of no degree or licence yet. Try: /education add BSc "
                "Biology kind:degree"
            )
        )
        return Outcome(reply=Reply(title, (Banner(text, Tone.ASK),)))
    kinds = {EducationKind.DEGREE: say(N_("degree")), EducationKind.LICENCE: say(N_("licence"))}
    rows = tuple((e.id, e.title, kinds[e.kind]) for e in mine)
    return Outcome(
        reply=Reply(
            title, (Banner(title), Table((say(N_("Id")), say(N_("Title")), say(N_("Kind"))), rows))
        )
    )


def remove_education(context: Context, options: WhichEducation) -> Outcome:
    """Takes one entry away."""
    say, mine = context.words, context.learner.education
    old = pick(mine, [e.title for e in mine], options.education, say(N_("education")), say)
    undo = written("education add", title=old.title, kind=old.kind.value)
    return Outcome(
        learner=replace(context.learner, education=tuple(e for e in mine if e.id != old.id)),
        reply=done(
            say(N_("Education removed")),
            say(N_("I have removed {title}."), title=old.title),
            actions=(Action(say(N_("Put it back")), undo),),
        ),
    )


COMMANDS = (
    Command(
        name="experience add",
        help=N_("Tell of work you have done"),
        options=ExperienceOptions,
        run=add_experience,
        example="/experience add led a sales team years:3",
    ),
    Command(name="experience list", help=N_("Show your experience"), run=list_experience),
    Command(
        name="experience remove",
        help=N_("Remove an entry of experience"),
        options=WhichExperience,
        run=remove_experience,
        example="/experience remove e1",
    ),
    Command(
        name="education add",
        help=N_("Tell of a degree or a licence"),
        options=EducationOptions,
        run=add_education,
        example="/education add BSc Biology kind:degree",
    ),
    Command(name="education list", help=N_("Show your degrees and licences"), run=list_education),
    Command(
        name="education remove",
        help=N_("Remove a degree or a licence"),
        options=WhichEducation,
        run=remove_education,
        example="/education remove d1",
    ),
)

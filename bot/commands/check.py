"""``check``: what is known of a credential, and what is not; no invented score."""

from typing import Annotated

from bot.advice.reading.facts import ProviderRead, Standing, TitleRead
from bot.advice.taxonomy import Assessed, Level, Provider, Title
from bot.advice.words import N_
from bot.commands.command import Command, Completes, Context, Options, Outcome, option
from bot.commands.quoting import written
from bot.reply import Action, Banner, Fine, Part, Reply, Table, Tone

LEVELS = {
    Level.FOUNDATION: N_("foundation"),
    Level.INTERMEDIATE: N_("intermediate"),
    Level.ADVANCED: N_("advanced"),
    Level.EXPERT: N_("expert"),
}
ASSESSED = {
    Assessed.EXAM: N_("an exam"),
    Assessed.PROJECT: N_("a project"),
    Assessed.PRACTICAL: N_("a practical test"),
    Assessed.PORTFOLIO: N_("a portfolio"),
    Assessed.COURSEWORK: N_("work during the course"),
    Assessed.ATTENDANCE: N_("attendance only: nothing was tested"),
    Assessed.UNKNOWN: "",
}


class CheckOptions(Options, frozen=True, kw_only=True):
    """Which one."""

    credential: Annotated[
        str,
        option(N_("The credential, by name or code"), completes=Completes.CREDENTIAL, min_length=1),
    ]
    provider: Annotated[str, option(N_("Who issues it"), completes=Completes.PROVIDER)] = ""


def _validity(title: Title | None, context: Context) -> str:
    say = context.words
    if title is None or title.valid_months is None:
        return ""
    if title.valid_months == 0:
        return say(N_("does not expire"))
    return say.plural(
        "{number} month, then renewal", "{number} months, then renewal", title.valid_months
    )


def _issuer(provider: Provider | None, said: ProviderRead, context: Context) -> str:
    say = context.words
    if provider:
        where = (
            say(N_("everywhere"))
            if "*" in provider.industries
            else say.listed(context.wording.industry(i) for i in provider.industries)
        )
        return say(N_("{issuer}, known in: {where}"), issuer=provider.name, where=where)
    if said.resembles:
        real = context.library.knowledge.providers[said.resembles].name
        return say(N_("unknown; resembles {real} and is not it"), real=real)
    return (
        say(N_("“{issuer}” is unknown to me"), issuer=said.read)
        if said.standing is Standing.UNKNOWN
        else ""
    )


def rows(
    title: Title | None, read: TitleRead, said: ProviderRead, context: Context
) -> list[tuple[str, str]]:
    """What there is to know, as (heading, fact); an empty fact is not known."""
    say = context.words
    provider = context.library.knowledge.providers.get(said.id)
    weeks = (
        say.plural("about {number} week part time", "about {number} weeks part time", title.weeks)
        if title and title.weeks
        else ""
    )
    return [
        (say(N_("Issuer")), _issuer(provider, said, context)),
        (say(N_("Teaches or tests")), say.listed(context.wording.skill(s) for s in read.skills)),
        (say(N_("Level")), say(LEVELS[title.level]) if title else ""),
        (say(N_("Assessed by")), say(ASSESSED[title.assessed]) if title else ""),
        (say(N_("Workload")), weeks),
        (say(N_("Valid for")), _validity(title, context)),
        (say(N_("Asked before")), title.requires if title else ""),
        (say(N_("Content renewed")), title.updated if title else ""),
        (
            say(N_("Still issued")),
            (say(N_("no, retired")) if title.retired else say(N_("yes"))) if title else "",
        ),
    ]


def run(context: Context, options: CheckOptions) -> Outcome:
    """Lists the known and the unknown."""
    say, messages = context.words, context.library.messages
    read = messages.titles.read(
        options.credential, options.provider, context.learner.answers.skills
    )
    if read is None:
        read = TitleRead(read=options.credential, name=options.credential)
    title = context.library.knowledge.credentials.get(read.known)
    said = messages.issuers.inferred(read, messages.providers.read(options.provider))
    facts = rows(title, read, said, context)
    unknown = [heading for heading, fact in facts if not fact]
    parts: list[Part] = [
        Banner(read.name, Tone.PLAIN, "" if title else say(N_("not in my knowledge by that name"))),
        Table((say(N_("What")), say(N_("Known"))), tuple((h, f) for h, f in facts if f)),
    ]
    if unknown:
        parts.append(
            Fine(
                say(N_("Not known to me, so ask the issuer: {things}."), things=say.listed(unknown))
            )
        )
    parts.append(
        Fine(
            say(
                N_(
                    "A credential can be checked when it names holder, issuer, date, what "
                    "was learned, the workload and how it was assessed (EU Council "
                    "Recommendation 2022/C 243/02)."
                )
            )
        )
    )
    buttons = [
        Action(
            say(N_("Is it worth it for me?")),
            written("advise", credential=read.name, provider=options.provider),
        )
    ]
    if title and title.replaced_by in context.library.knowledge.credentials:
        successor = context.library.knowledge.credentials[title.replaced_by].name
        buttons.append(Action(say(N_("Its successor")), written("check", credential=successor)))
    unrecognised = () if title else (("credential", options.credential.lower()),)
    return Outcome(
        reply=Reply(say(N_("What is known of it")), tuple(parts), tuple(buttons)),
        unrecognised=unrecognised,
    )


COMMANDS = (
    Command(
        name="check",
        help=N_("What is known of a credential, and what is not"),
        options=CheckOptions,
        run=run,
        example="/check CompTIA Security+",
    ),
)

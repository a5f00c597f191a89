"""``providers trust|distrust|list``: an admin's word on issuers, for this server or workspace."""

from typing import Annotated

from msgspec.structs import replace

from bot.advice.reading.text import stems
from bot.advice.recognition import LocalWord
from bot.advice.words import N_
from bot.commands.command import (
    Command,
    Completes,
    Context,
    Options,
    Outcome,
    Refused,
    option,
)
from bot.commands.form import done, limit
from bot.reply import Banner, Reply, Table

MOST = 500


class DecideOptions(Options, frozen=True, kw_only=True):
    """Which issuer, where, and why."""

    provider: Annotated[str, option(N_("The issuer"), completes=Completes.PROVIDER, min_length=1)]
    reason: Annotated[str, option(N_("Why, in a few words; members see it"), min_length=1)]
    industry: Annotated[
        str, option(N_("For which industry; empty for all"), completes=Completes.INDUSTRY)
    ] = ""


def _decide(context: Context, options: DecideOptions, *, trusted: bool) -> Outcome:
    say, workspace = context.words, context.workspace
    if not context.admin:
        raise Refused(say(N_("Only an admin can decide that; ask one.")))
    limit(workspace.trusted, MOST, say(N_("decisions")), say)
    industry = context.library.messages.roles.industry(options.industry) or ""
    if options.industry and not industry:
        names = say.listed(i.name for i in list(context.library.knowledge.industries.values())[1:8])
        raise Refused(
            say(N_("I do not know that industry; it could be {names} and others."), names=names)
        )
    read = context.library.messages.providers.read(options.provider)
    known = context.library.knowledge.providers.get(read.id)
    word = LocalWord(
        name=known.name if known else options.provider,
        industry=industry,
        trusted=trusted,
        reason=options.reason,
        decided_by=context.who,
        decided_on=context.now.date(),
    )
    others = tuple(
        w
        for w in workspace.trusted
        if (stems(w.name), w.industry) != (stems(word.name), word.industry)
    )
    text = (
        say(N_("{issuer} is trusted here from now on."), issuer=word.name)
        if trusted
        else say(N_("{issuer} is not trusted here from now on."), issuer=word.name)
    )
    return Outcome(
        workspace=replace(workspace, trusted=(*others, word)), reply=done(say(N_("Issuers")), text)
    )


def trust(context: Context, options: DecideOptions) -> Outcome:
    """Members are told that it counts here, who decided so, when and why."""
    return _decide(context, options, trusted=True)


def distrust(context: Context, options: DecideOptions) -> Outcome:
    """Members are told that it does not count here."""
    return _decide(context, options, trusted=False)


def list_(context: Context, _: Options) -> Outcome:
    """All decisions, for everybody to see."""
    say = context.words
    title = say(N_("Issuers decided on here"))
    if not context.workspace.trusted:
        return Outcome(
            reply=Reply(title, (Banner(say(N_("No admin has decided on an issuer here yet."))),))
        )
    rows = tuple(
        (
            w.name,
            say(N_("trusted")) if w.trusted else say(N_("not trusted")),
            context.wording.industry(w.industry) if w.industry else say(N_("all")),
            w.reason,
            w.decided_by,
            w.decided_on.isoformat() if w.decided_on else "",
        )
        for w in context.workspace.trusted
    )
    heads = tuple(
        say(h)
        for h in (N_("Issuer"), N_("Decision"), N_("Industry"), N_("Reason"), N_("By"), N_("On"))
    )
    return Outcome(reply=Reply(title, (Banner(title), Table(heads, rows))))


COMMANDS = (
    Command(
        name="providers trust",
        help=N_("Count an issuer as trusted here (admins)"),
        options=DecideOptions,
        run=trust,
        admin=True,
        example='/providers trust "Acme Academy" reason:"our own training centre"',
    ),
    Command(
        name="providers distrust",
        help=N_("Count an issuer as not trusted here (admins)"),
        options=DecideOptions,
        run=distrust,
        admin=True,
    ),
    Command(
        name="providers list", help=N_("The issuers that admins here have decided on"), run=list_
    ),
)

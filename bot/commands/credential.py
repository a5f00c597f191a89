"""``credential add|list|edit|remove``: what the person plans, takes and holds."""

from datetime import date
from typing import Annotated

from msgspec.structs import replace

from bot.advice.learner import Credential, Learner, Status
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
from bot.commands.form import day, done, limit, link, next_id, pick
from bot.commands.quoting import written
from bot.reply import Action, Banner, Reply, Table, Text, Tone

MOST = 200
STATUSES = {
    Status.PLANNED: N_("planned"),
    Status.IN_PROGRESS: N_("in progress"),
    Status.EARNED: N_("earned"),
    Status.DROPPED: N_("dropped"),
}


class AddOptions(Options, frozen=True, kw_only=True):
    """A new credential."""

    title: Annotated[
        str, option(N_("Its name or code"), completes=Completes.CREDENTIAL, min_length=1)
    ]
    provider: Annotated[str, option(N_("Who issues it"), completes=Completes.PROVIDER)] = ""
    status: Annotated[Status, option(N_("How far you are"), max_length=None)] = Status.PLANNED
    earned_on: Annotated[
        str, option(N_("When you earned it, such as 2026-03-31"), max_length=20)
    ] = ""
    expires_on: Annotated[str, option(N_("When it runs out"), max_length=20)] = ""
    link: Annotated[str, option(N_("Where it can be checked (https)"), max_length=400)] = ""
    projects: Annotated[
        str, option(N_("Ids of projects that apply it"), max_length=1_200, hidden=True)
    ] = ""


class EditOptions(Options, frozen=True, kw_only=True):
    """What is to be different."""

    credential: Annotated[
        str,
        option(
            N_("Which of yours: its id or name"), completes=Completes.OWN_CREDENTIAL, min_length=1
        ),
    ]
    title: Annotated[str, option(N_("A new name"), completes=Completes.CREDENTIAL)] = ""
    provider: Annotated[str, option(N_("Who issues it"), completes=Completes.PROVIDER)] = ""
    status: Annotated[Status | None, option(N_("How far you are"), max_length=None)] = None
    earned_on: Annotated[
        str, option(N_("When you earned it, such as 2026-03-31"), max_length=20)
    ] = ""
    expires_on: Annotated[str, option(N_("When it runs out"), max_length=20)] = ""
    link: Annotated[str, option(N_("Where it can be checked (https)"), max_length=400)] = ""


class OneOption(Options, frozen=True, kw_only=True):
    """Which one."""

    credential: Annotated[
        str,
        option(
            N_("Which of yours: its id or name"), completes=Completes.OWN_CREDENTIAL, min_length=1
        ),
    ]


def _later(start: date, months: int) -> date:
    """The same day so many months on, clamped to the month's end."""
    total = start.month - 1 + months
    year, month = start.year + total // 12, total % 12 + 1
    for last in (start.day, 30, 29, 28):
        try:
            return date(year, month, min(start.day, last))
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")  # pragma: no cover


def _read(context: Context, title: str, provider: str) -> Credential:
    read = context.library.messages.titles.read(title, provider, context.learner.answers.skills)
    known = context.library.knowledge.credentials.get(read.known) if read else None
    issuer = context.library.knowledge.providers.get(known.issuer) if known else None
    return Credential(
        id="",
        title=known.name if known else title,
        provider=provider or (issuer.name if issuer else ""),
        known=known.id if known else "",
        skills=read.skills if read else (),
    )


def _dated(context: Context, found: Credential, options: AddOptions | EditOptions) -> Credential:
    """With dates and link; where validity is known, expiry follows from the day earned."""
    say, today = context.words, context.now.date()
    earned = day(options.earned_on, "earned_on", say) or found.earned_on
    expires = day(options.expires_on, "expires_on", say)
    if earned and earned > today:
        raise Refused(
            say(N_("earned_on lies in the future; use status:in_progress until you have it."))
        )
    if earned and expires and expires < earned:
        raise Refused(say(N_("expires_on lies before earned_on; check the two dates.")))
    known = context.library.knowledge.credentials.get(found.known)
    if expires is None and options.earned_on and earned and known and known.valid_months:
        expires = _later(earned, known.valid_months)
    status = found.status
    if options.earned_on and options.status in (None, Status.PLANNED):
        status = Status.EARNED
    return replace(
        found,
        earned_on=earned,
        expires_on=expires or found.expires_on,
        status=status,
        link=link(options.link, say) or found.link,
    )


def _summary(context: Context, mine: Credential) -> Text:
    say = context.words
    parts = [say(N_("{id}: {title}"), id=mine.id, title=mine.title), say(STATUSES[mine.status])]
    if mine.provider:
        parts.insert(1, mine.provider)
    if mine.earned_on:
        parts.append(say(N_("earned on {day}"), day=say.day(mine.earned_on)))
    if mine.expires_on:
        parts.append(say(N_("runs out on {day}"), day=say.day(mine.expires_on)))
    return Text(", ".join(parts) + ".")


def add(context: Context, options: AddOptions) -> Outcome:
    """Adds one; the same one again is refused, with how to change it."""
    say, learner = context.words, context.learner
    limit(learner.credentials, MOST, say(N_("credentials")), say)
    found = replace(_read(context, options.title, options.provider), status=options.status)
    found = _dated(
        context,
        replace(found, id=next_id("c", learner.credentials), added_on=context.now.date()),
        options,
    )
    twin = next(
        (c for c in learner.credentials if c.title.casefold() == found.title.casefold()), None
    )
    if twin:
        raise Refused(
            say(
                N_(
                    "{title} is on your list already, as {id}. Change it with /credential "
                    "edit {id}."
                ),
                title=twin.title,
                id=twin.id,
            )
        )
    linked = options.projects.split()
    changed = replace(
        learner,
        credentials=(*learner.credentials, found),
        projects=tuple(
            replace(p, credential=found.id) if p.id in linked and not p.credential else p
            for p in learner.projects
        ),
    )
    more = [_summary(context, found)]
    if found.known and options.title.casefold() != found.title.casefold():
        more.append(
            Text(say(N_("I read “{read}” as {name}."), read=options.title, name=found.title))
        )
    buttons = []
    if found.status is Status.EARNED:
        line = written(
            "project add",
            title=say(N_("my project with {title}"), title=found.title),
            credential=found.id,
        )
        buttons.append(Action(say(N_("Add a project to it")), line))
    return Outcome(
        learner=changed,
        reply=done(
            say(N_("Credential added")),
            say(N_("{title} is on your list."), title=found.title),
            *more,
            actions=buttons,
        ),
    )


def list_(context: Context, _: Options) -> Outcome:
    """All of them."""
    say, mine = context.words, context.learner.credentials
    title = say(N_("Your credentials"))
    if not mine:
        text = say(N_("You have no credentials yet. Try: /credential add AZ-900 status:earned"))
        return Outcome(reply=Reply(title, (Banner(text, Tone.ASK),)))
    rows = tuple(
        (
            c.id,
            c.title,
            c.provider,
            say(STATUSES[c.status]),
            c.expires_on.isoformat() if c.expires_on else "",
        )
        for c in mine
    )
    heads = tuple(
        say(h) for h in (N_("Id"), N_("Credential"), N_("Issuer"), N_("Status"), N_("Runs out"))
    )
    return Outcome(reply=Reply(title, (Banner(title), Table(heads, rows))))


def _mine(context: Context, wanted: str) -> Credential:
    mine = context.learner.credentials
    return pick(
        mine, [c.title for c in mine], wanted, context.words(N_("credential")), context.words
    )


def _replaced(learner: Learner, old: Credential, new: Credential) -> Learner:
    return replace(
        learner, credentials=tuple(new if c.id == old.id else c for c in learner.credentials)
    )


def edit(context: Context, options: EditOptions) -> Outcome:
    """Changes what is given and leaves the rest."""
    say, old = context.words, _mine(context, options.credential)
    new = old
    if options.title or options.provider:
        read = _read(
            context,
            options.title or old.title,
            options.provider or ("" if options.title else old.provider),
        )
        new = replace(
            read,
            id=old.id,
            status=old.status,
            earned_on=old.earned_on,
            expires_on=old.expires_on,
            link=old.link,
            added_on=old.added_on,
            moved_on=old.moved_on,
        )
    new = _dated(context, replace(new, status=options.status or new.status), options)
    if new.status is not old.status:
        new = replace(new, moved_on=context.now.date())
    if new == old:
        raise Refused(say(N_("Nothing to change; name what is different, such as status:earned.")))
    return Outcome(
        learner=_replaced(context.learner, old, new),
        reply=done(
            say(N_("Credential changed")),
            say(N_("I have changed {title}."), title=new.title),
            _summary(context, new),
        ),
    )


def remove(context: Context, options: OneOption) -> Outcome:
    """Takes one off the list; projects linked to it stay, unlinked."""
    say, old = context.words, _mine(context, options.credential)
    learner = replace(
        context.learner,
        credentials=tuple(c for c in context.learner.credentials if c.id != old.id),
        projects=tuple(
            replace(p, credential="") if p.credential == old.id else p
            for p in context.learner.projects
        ),
    )
    undo = written(
        "credential add",
        title=old.title,
        provider=old.provider,
        status=old.status.value,
        link=old.link,
        earned_on=old.earned_on.isoformat() if old.earned_on else "",
        expires_on=old.expires_on.isoformat() if old.expires_on else "",
        projects=" ".join(p.id for p in context.learner.projects if p.credential == old.id),
    )
    return Outcome(
        learner=learner,
        reply=done(
            say(N_("Credential removed")),
            say(N_("{title} is off your list."), title=old.title),
            actions=(Action(say(N_("Put it back")), undo),),
        ),
    )


COMMANDS = (
    Command(
        name="credential add",
        help=N_("Put a credential on your list"),
        options=AddOptions,
        run=add,
        example="/credential add AZ-900 status:earned earned_on:2026-03",
    ),
    Command(name="credential list", help=N_("Show your credentials"), run=list_),
    Command(
        name="credential edit",
        help=N_("Change one of your credentials"),
        options=EditOptions,
        run=edit,
        example="/credential edit c1 status:earned",
    ),
    Command(
        name="credential remove",
        help=N_("Take a credential off your list"),
        options=OneOption,
        run=remove,
        example="/credential remove c1",
    ),
)

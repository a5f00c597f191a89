"""``privacy about|export|delete``: what is kept, all of it in hand, or gone."""

from bot.advice.words import N_
from bot.commands.command import Command, Context, Effect, Options, Outcome
from bot.reply import Action, Banner, Bullets, Item, Reply, Text, Tone

KEPT = (
    N_(
        "Kept: your goal, credentials, experience, education, projects, how your nudges are set "
        "and which you got, and your answers to my questions, as parsed fields."
    ),
    N_("Not kept: what you type, job ads you paste, what a message says in passing."),
    N_(
        "Counted without you: names of credentials, issuers and roles that I did "
        "not recognise, so that the knowledge can grow."
    ),
    N_("Seen by others: nothing, unless you press Share. Admins see no person's goal or list."),
    N_(
        "Whoever runs this bot's database could read what is in it, unless "
        "encryption keys are set; ask them."
    ),
)


def about(context: Context, _: Options) -> Outcome:
    """What is kept, and who could see it."""
    say = context.words
    title = say(N_("Your privacy"))
    buttons = (
        Action(say(N_("Export my data")), "/privacy export"),
        Action(say(N_("Delete my data")), "/privacy delete"),
    )
    return Outcome(
        reply=Reply(title, (Banner(title), Bullets("", tuple(Item(say(k)) for k in KEPT))), buttons)
    )


def export(context: Context, _: Options) -> Outcome:
    """Everything stored, as JSON; the store fills it in."""
    say = context.words
    title = say(N_("Your data"))
    return Outcome(
        reply=Reply(title, (Banner(say(N_("Everything I keep about you, as JSON"))),)),
        effect=Effect.EXPORT_ME,
    )


def delete(context: Context, _: Options) -> Outcome:
    """Gone at once; the reply carries a last copy, so that a slip costs nothing."""
    say = context.words
    text = Text(
        say(N_("This is the last copy. I keep none: the next thing you tell me starts afresh."))
    )
    head = Banner(say(N_("Everything about you is deleted")), Tone.GOOD)
    return Outcome(reply=Reply(say(N_("Deleted")), (head, text)), effect=Effect.DELETE_ME)


COMMANDS = (
    Command(name="privacy about", help=N_("What is kept, and who could see it"), run=about),
    Command(name="privacy export", help=N_("Everything kept about you, as JSON"), run=export),
    Command(name="privacy delete", help=N_("Delete everything about you, at once"), run=delete),
)

"""Which clock a person goes by: what they said, what is remembered, what the platform knows."""

from bot.advice.words import N_
from bot.commands.command import Context, Outcome, Refused
from bot.commands.nudge_options import PlanOptions, quiet_hours
from bot.commands.quoting import written
from bot.nudges import zones
from bot.reply import Action, Banner, Reply, Text, Tone

_COMMON = (
    "America/Los_Angeles",
    "America/Chicago",
    "America/New_York",
    "America/Sao_Paulo",
    "Europe/London",
    "Europe/Berlin",
    "Africa/Lagos",
    "Africa/Johannesburg",
    "Asia/Dubai",
    "Asia/Kolkata",
    "Asia/Singapore",
    "Australia/Sydney",
)
_MOST = 12


def zone_of(context: Context, said: str) -> str:
    """The zone; empty where it has to be asked for. Raises Refused for what is no place."""
    plan = context.learner.nudging
    if said:
        found = zones.certain(said)
        if not found and not zones.search(said):
            raise Refused(
                context.words(
                    N_(
                        "I know no time zone for “{place}”: name a large city near you, such as "
                        "zone:Berlin or zone:Asia/Kolkata."
                    ),
                    place=said,
                )
            )
        return found
    if plan and plan.consent_at:
        return plan.zone
    return context.zone if context.zone in zones.names() else ""


def _spoken(zone: str) -> str:
    return zone.rsplit("/", 1)[-1].replace("_", " ")


def zone_question(context: Context, command: str, options: PlanOptions) -> Outcome:
    """Asks where the person's clock is, with what they may have meant. Raises Refused."""
    say = context.words
    if options.quiet:
        quiet_hours(options.quiet, context)
    found = zones.search(options.zone)[:_MOST] if options.zone else _COMMON
    given = {
        "every": options.every or "",
        "weekday": options.weekday or "",
        "hour": "" if options.hour is None else str(options.hour),
        "quiet": options.quiet,
        "day": "" if options.day is None else str(options.day),
    }
    buttons = tuple(
        Action(_spoken(zone), written(command, zone=zone, **given), choice=True) for zone in found
    )
    text = say(N_("By which clock? Choose one, or name a city: /nudge on zone:Vienna"))
    note = Text(say(N_("I ask so that nothing comes in the middle of your night.")))
    return Outcome(reply=Reply(say(N_("Your time zone")), (Banner(text, Tone.ASK), note), buttons))

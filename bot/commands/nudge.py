"""``nudge on|off|set|snooze|show``: how the bot may write first, and how to stop it."""

from msgspec.structs import replace

from bot.advice.nudging import Every, Nudging, Weekday
from bot.advice.words import N_
from bot.commands.command import Command, Context, Options, Outcome, Refused
from bot.commands.form import done
from bot.commands.nudge_options import PlanOptions, SnoozeOptions, quiet_hours, until
from bot.commands.nudge_zone import zone_of, zone_question
from bot.nudges.due import due
from bot.nudges.message import PACES, message
from bot.nudges.schedule import clock, is_quiet, missed, moment, upcoming
from bot.reply import Action, Banner, Fine, Moment, Moments, Part, Reply, Table, Text, Tone

TITLE = N_("Learning nudges")
WEEKDAYS = {
    Weekday.MONDAY: N_("Monday"),
    Weekday.TUESDAY: N_("Tuesday"),
    Weekday.WEDNESDAY: N_("Wednesday"),
    Weekday.THURSDAY: N_("Thursday"),
    Weekday.FRIDAY: N_("Friday"),
    Weekday.SATURDAY: N_("Saturday"),
    Weekday.SUNDAY: N_("Sunday"),
}


def _allowed(context: Context) -> None:
    if not context.workspace.nudges:
        raise Refused(
            context.words(N_("Nudges are switched off for everybody here; ask an admin why."))
        )


def _changed(context: Context, options: PlanOptions, zone: str) -> Nudging:
    """The plan with what was said. Raises Refused where it contradicts itself."""
    old, say = context.learner.nudging or Nudging(), context.words
    today = context.now.astimezone(clock(replace(old, zone=zone))).date()
    begin, end = (
        quiet_hours(options.quiet, context) if options.quiet else (old.quiet_from, old.quiet_to)
    )
    said_day = options.day is not None and options.every is None
    found = replace(
        old,
        zone=zone,
        every=Every.MONTHLY if said_day else options.every or old.every,
        weekday=options.weekday or old.weekday,
        hour=old.hour if options.hour is None else options.hour,
        day=options.day or (old.day if old.consent_at else today.day),
        quiet_from=begin,
        quiet_to=end,
        minute=context.minute,
        since=today if options.every or old.since is None else old.since,
        paced_at=None if options.every else old.paced_at,
        locale=say.locale,
    )
    if is_quiet(found, moment(found, today)):
        raise Refused(
            say(
                N_(
                    "{hour}:00 lies in your quiet hours, {begin} to {end}: choose another hour, "
                    "or other quiet hours."
                ),
                hour=found.hour,
                begin=begin,
                end=end,
            )
        )
    return found


def dates(context: Context, plan: Nudging) -> Part:
    """The next three."""
    say, zone = context.words, clock(plan)
    found = tuple(Moment(at, say.moment(at, zone)) for at in upcoming(plan, context.now))
    return Moments(say(N_("The next three")), found)


def _no_goal(context: Context) -> tuple[Part, ...]:
    if context.learner.goal:
        return ()
    text = N_("You have no goal yet, and without one there is no next step: /goal set data analyst")
    return (Text(context.words(text)),)


def _confirmed(context: Context, plan: Nudging, text: str) -> Outcome:
    say = context.words
    parts = (Banner(text, Tone.GOOD), dates(context, plan), *_no_goal(context))
    fine = Fine(
        say(
            N_(
                "A private message each time, with one step and the reason for it. /nudge off "
                "stops them at once."
            )
        )
    )
    buttons = (
        Action(say(N_("Stop nudges")), "/nudge off"),
        Action(say(N_("What would you say now?")), "/nudge show"),
    )
    return Outcome(
        learner=replace(context.learner, nudging=plan),
        reply=Reply(say(TITLE), (*parts, fine), buttons),
    )


def on(context: Context, options: PlanOptions) -> Outcome:
    """Switches them on: the person's consent, with its moment."""
    _allowed(context)
    zone = zone_of(context, options.zone)
    if not zone:
        return zone_question(context, "nudge on", options)
    plan = replace(
        _changed(context, options, zone),
        on=True,
        consent_at=context.now.replace(microsecond=0),
        lost="",
        paused_until=None,
        paced_at=None,
    )
    pace = context.words(PACES[plan.every])
    return _confirmed(context, plan, context.words(N_("Nudges are on, {pace}."), pace=pace))


def set_(context: Context, options: PlanOptions) -> Outcome:
    """Changes how they are set; what is not named stays."""
    plan = context.learner.nudging
    if plan is None or not plan.on:
        raise Refused(context.words(N_("Nudges are off; /nudge on takes the same options.")))
    zone = zone_of(context, options.zone)
    if not zone:
        return zone_question(context, "nudge set", options)
    changed = _changed(context, options, zone)
    pace = context.words(PACES[changed.every])
    return _confirmed(context, changed, context.words(N_("Nudges come {pace} now."), pace=pace))


def off(context: Context, _: Options) -> Outcome:
    """Switches them off, at once."""
    say, plan = context.words, context.learner.nudging
    reply = done(
        say(TITLE),
        say(N_("Nudges are off. I do not write to you first.")),
        actions=(Action(say(N_("Switch them on again")), "/nudge on"),),
    )
    if plan is None or not plan.on:
        return Outcome(reply=reply)
    return Outcome(
        learner=replace(context.learner, nudging=replace(plan, on=False, again=None)), reply=reply
    )


def snooze(context: Context, options: SnoozeOptions) -> Outcome:
    """Pauses all of them until a day."""
    say, plan = context.words, context.learner.nudging
    if plan is None or not plan.on:
        raise Refused(say(N_("Nudges are off already; /nudge on switches them on.")))
    today = context.now.astimezone(clock(plan)).date()
    paused = replace(plan, paused_until=until(options.until, today, context), again=None)
    assert paused.paused_until is not None  # noqa: S101 - just set
    text = say(N_("Not a word before {day}."), day=say.day(paused.paused_until))
    reply = done(say(TITLE), text, actions=(Action(say(N_("Go on now")), "/nudge on"),))
    return Outcome(
        learner=replace(context.learner, nudging=paused),
        reply=replace(reply, parts=(*reply.parts, dates(context, paused))),
    )


def _rows(context: Context, plan: Nudging) -> Table:
    say = context.words
    how = say(PACES[plan.every])
    if plan.every in (Every.WEEKLY, Every.FORTNIGHTLY):
        how = say(N_("{pace} on {weekday}"), pace=how, weekday=say(WEEKDAYS[plan.weekday]))
    if plan.every is Every.MONTHLY:
        how = say(N_("{pace}, on day {day}"), pace=how, day=plan.day)
    quiet = (
        f"{plan.quiet_from}–{plan.quiet_to}"
        if plan.quiet_from != plan.quiet_to
        else say(N_("none"))
    )
    rows = [
        (say(N_("How often")), how),
        (say(N_("At")), f"{plan.hour}:{plan.minute:02}, {plan.zone.replace('_', ' ')}"),
        (say(N_("Quiet hours")), quiet),
    ]
    if plan.paused_until and plan.paused_until > context.now.date():
        rows.append((say(N_("Paused until")), say.day(plan.paused_until)))
    if plan.consent_at:
        asked = say.day(plan.consent_at.astimezone(clock(plan)).date())
        rows.append((say(N_("You asked for them on")), asked))
    return Table((say(N_("Setting")), say(N_("Now"))), tuple(rows))


def show(context: Context, _: Options) -> Outcome:
    """How they are set, the next three dates, and what would be said now, to be answered here."""
    say, plan = context.words, context.learner.nudging
    if plan is None or not plan.on:
        text = say(N_("/nudge on brings one small step a week, when it suits you."))
        return Outcome(
            reply=Reply(
                say(TITLE),
                (Banner(say(N_("Nudges are off"))), Text(text)),
                (Action(say(N_("Switch nudges on")), "/nudge on"),),
            )
        )
    parts: list[Part] = [
        Banner(say(N_("Nudges are on"))),
        _rows(context, plan),
        dates(context, plan),
    ]
    found = due(context.learner, context.library.knowledge, context.now, context.workspace.trusted)
    if found is None:
        nothing = Text(say(N_("There is nothing to say now: no step of your plan is open.")))
        stop = Action(say(N_("Stop nudges")), "/nudge off")
        return Outcome(reply=Reply(say(TITLE), (*parts, *_no_goal(context), nothing), (stop,)))
    said = message(found, context.wording)
    parts.append(Text(say(N_("What I would say now:"))))
    return Outcome(reply=Reply(say(TITLE), (*parts, *said.parts), said.actions))


def say_due(context: Context, _: Options) -> Outcome:
    """Says the nudge that has come due since the last one, for who is here."""
    say, learner = context.words, context.learner
    found = None
    if missed(learner.nudging, context.now):
        found = due(learner, context.library.knowledge, context.now, context.workspace.trusted)
    if found is None:
        return Outcome(reply=Reply(say(TITLE), (Fine(say(N_("Nothing is due."))),)))
    return Outcome(
        learner=replace(learner, nudging=found.plan), reply=message(found, context.wording)
    )


COMMANDS = (
    Command(
        name="nudge on",
        help=N_("One small step at your own hour, as a private message"),
        options=PlanOptions,
        run=on,
        example="/nudge on every:weekly weekday:monday hour:9 zone:Berlin",
    ),
    Command(name="nudge off", help=N_("Stop nudges, at once"), run=off),
    Command(
        name="nudge set",
        help=N_("Change how often and when nudges come"),
        options=PlanOptions,
        run=set_,
        example="/nudge set every:fortnightly weekday:friday hour:16",
    ),
    Command(
        name="nudge snooze",
        help=N_("Pause nudges until a day"),
        options=SnoozeOptions,
        run=snooze,
        example="/nudge snooze until:2 weeks",
    ),
    Command(name="nudge show", help=N_("How nudges are set, and what comes next"), run=show),
    Command(name="nudge due", help=N_("Say what is due"), run=say_due, hidden=True),
)

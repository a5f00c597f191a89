"""A nudge as a reply: what it suggests, why it came, and what can be pressed. Pure."""

from bot.advice.nudging import Every, Heard
from bot.advice.wording import Wording
from bot.advice.words import N_
from bot.nudges.due import DueNudge
from bot.nudges.rules import Nudge
from bot.nudges.sentences import SENTENCES, key
from bot.reply import Action, Banner, Fine, Part, Reply, Text, Tone

PACES = {
    Every.DAILY: N_("every day"),
    Every.WEEKLY: N_("every week"),
    Every.FORTNIGHTLY: N_("every two weeks"),
    Every.MONTHLY: N_("once a month"),
}
_ANSWERS = {
    "expiring": ((N_("I renew it"), Heard.DONE), (N_("Let it lapse"), Heard.DROP)),
    "goal-review": ((N_("Still my goal"), Heard.DONE),),
    "stalled": ((N_("I go on"), Heard.GO_ON), (N_("Drop it"), Heard.DROP)),
    "start": ((N_("I have begun"), Heard.DONE),),
    "suggest": ((N_("Add it to my list"), Heard.DONE),),
}
_DONE = ((N_("Done"), Heard.DONE),)
_ASKS = {"expiring", "goal-review", "stalled"}
_NO_SMALLER = {"goal-review"}


def line(nudge: Nudge, at: int, what: Heard) -> str:
    """What a press on a nudge's button says. ``at`` is the second it was sent."""
    about = f' about:"{nudge.about}"' if nudge.about else ""
    return f"/nudge answer what:{what.value} rule:{nudge.rule}{about} at:{at}"


def actions(found: DueNudge, wording: Wording) -> tuple[Action, ...]:
    """Done, Smaller step, Snooze, Not my goal any more, Stop; in the rule's own words."""
    say, nudge = wording.words, found.nudge
    at = int(found.plan.sent[-1].at.timestamp())
    pairs = list(_ANSWERS.get(nudge.rule, _DONE))
    if nudge.rule not in _NO_SMALLER and not found.smaller:
        pairs.append((N_("Smaller step"), Heard.SMALLER))
    pairs += [(N_("Snooze"), Heard.SNOOZE), (N_("Not my goal any more"), Heard.NOT_MY_GOAL)]
    pressed = tuple(Action(say(label), line(nudge, at, what)) for label, what in pairs)
    return (*pressed, Action(say(N_("Stop nudges")), "/nudge off"))


def step(nudge: Nudge, wording: Wording, *, smaller: bool) -> str:
    """The step that a nudge suggests, or its smaller one."""
    found = SENTENCES[key(nudge.rule, nudge.facts)]
    if smaller:
        return wording.put(found.small, nudge.facts)
    if nudge.rule in ("apply", "pile") and "skill" not in nudge.facts:
        return wording.words(N_("Make one small thing with it that you can show, and add it here."))
    return wording.put(found.step, nudge.facts)


def message(found: DueNudge, wording: Wording, *, late: bool = False) -> Reply:
    """The whole message; ``late`` when it comes clearly after its hour."""
    say, nudge = wording.words, found.nudge
    sentences = SENTENCES[key(nudge.rule, nudge.facts)]
    head = wording.put(sentences.head, nudge.facts)
    parts: list[Part] = [
        Banner(head, Tone.ASK if nudge.rule in _ASKS else Tone.PLAIN),
        Text(step(nudge, wording, smaller=found.smaller)),
        Fine(say(N_("Why this, and why now: {reason}"), reason=say(sentences.why))),
    ]
    if late:
        parts.append(Fine(say(N_("This comes later than you asked for; I am sorry."))))
    if found.slower:
        pace = say(PACES[found.plan.every])
        parts.append(
            Fine(
                say(
                    N_(
                        "You let the last three pass, so from now on I write {pace}. "
                        "/nudge set changes that."
                    ),
                    pace=pace,
                )
            )
        )
    if found.last:
        parts.append(
            Fine(
                say(
                    N_(
                        "You let the last three pass, so this is the last one. "
                        "/nudge on brings them back."
                    )
                )
            )
        )
    return Reply(head, tuple(parts), actions(found, wording), command="nudge")

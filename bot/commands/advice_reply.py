"""Turns advice into a reply: verdict first, a few findings, one next step, then buttons."""

from collections.abc import Sequence

from bot.advice.advise import Advice
from bot.advice.case import Case
from bot.advice.findings import Finding
from bot.advice.learner import Situation
from bot.advice.reading.facts import Reading
from bot.advice.verdict import Verdict
from bot.advice.wording import VERDICT_NAMES, Wording
from bot.advice.words import N_
from bot.commands.advice_buttons import Asked, actions
from bot.commands.entry import entry
from bot.commands.verdict_words import EFFECTS, LINES, TONES
from bot.reply import Banner, Bullets, Fine, Item, Part, Reply, Text

MOST_FINDINGS = 5
MOST_LINES = 6  # of findings, with what lies beyond the article
_DECIDING = {
    "unknown-issuer": "trusted-provider",
    "suspect-issuer": "trusted-provider",
    "no-connection": "goal-link",
    "unknown-connection": "goal-link",
    "pile-of-badges": "pile-of-badges",
    "experience-first": "experience-first",
}
_WEIGHT = (
    "goal-link",
    "trusted-provider",
    "degree-gate",
    "no-shortcut",
    "pile-of-badges",
    "experience-first",
    "field-switch",
    "re-entry",
    "freelance-proof",
    "fresh-skills",
    "keyword-scan",
    "apply-it",
    "steady-work",
    "focused",
    "support-not-pillar",
    "initiative",
)


_FOR_TEAM = N_(
    "A verdict is for one person and one goal: for a team, ask once for each job in it, and name "
    "that job as the goal, not yours."
)
_BESIDE = {  # what the first sentence says already, or what makes no difference any more
    "no-connection": {"degree-gate", "experience-first"},
}


def _left_out(advice: Advice) -> set[str]:
    """Rules that would only repeat what stands above or below them."""
    step = advice.next_step.key if advice.next_step else ""
    beside_it = advice.verdict in (Verdict.SKIP, Verdict.TELL_ME)
    said_below = step in ("next.project", "next.make-the-best")
    asked_below = {f.rule for f in advice.findings if f.said.key == "goal-link.no-goal"}
    return (
        _BESIDE.get(advice.line.name, set())
        | asked_below
        | ({"apply-it"} if said_below or beside_it else set())
    )


def _chosen(advice: Advice) -> list[Finding]:
    """The few findings that matter most, the deciding one first."""
    deciding, left_out = _DECIDING.get(advice.line.name), _left_out(advice)
    order = sorted(
        (f for f in advice.findings if f.rule not in left_out),
        key=lambda f: (f.rule != deciding, _WEIGHT.index(f.rule)),
    )
    return order[:MOST_FINDINGS]


def findings(advice: Advice, wording: Wording) -> Bullets:
    """The short list under the verdict, with what lies beyond the article marked as such."""
    chosen, left_out = _chosen(advice), _left_out(advice)
    said = {f.rule for f in chosen} | left_out
    asides = [a for a in advice.asides if not (a.rule == "regulated" and "degree-gate" in said)]
    items = [Item(wording(f.said), EFFECTS[f.effect]) for f in chosen]
    beyond = [
        Item(
            wording.words(
                N_("{text} (beyond the article; {source})"), text=wording(a.said), source=a.source
            )
        )
        for a in asides[:2]
    ]
    return Bullets("", (*items[: MOST_LINES - len(beyond)], *beyond))


def how_read(advices: Sequence[Advice], wording: Wording) -> str:
    """How the words were read, where that is not plain from them; each thing once."""
    titles = [_title_read(a, wording) for a in advices]
    goals = [_goal_read(a, wording) for a in advices[:1]]
    return " ".join(dict.fromkeys(filter(None, titles + goals)))


def _title_read(advice: Advice, wording: Wording) -> str:
    """How a credential and its issuer were read."""
    say, case, parts = wording.words, advice.case, []
    if case.asked:
        title, said = case.asked.title, case.asked.provider
        if title.known and title.read.casefold() != title.name.casefold():
            parts.append(say(N_("I read “{read}” as {name}."), read=title.read, name=title.name))
        elif not title.known and title.skills:
            skills = say.listed(wording.skill(s) for s in title.skills[:3])
            parts.append(
                say(
                    N_("I know no credential named “{title}”; by its words it teaches {skills}."),
                    title=title.read,
                    skills=skills,
                )
            )
        issuer = case.issuer.provider
        if said.inferred and issuer and issuer.name.casefold() not in title.name.casefold():
            parts.append(say(N_("Issuer taken from the title: {issuer}."), issuer=issuer.name))
    return " ".join(parts)


def _taken_for_goal(case: Case) -> str:
    """How it is said that a job was taken for the goal, as nobody named one."""
    if case.beginner or Situation.FIRST_JOB in case.situations:
        return N_("You named no goal, so I took it to be {role}.")
    if Situation.RETURNING in case.situations:
        return N_("You named no goal, so I took the work that you come back to as {role}.")
    return N_("You named no goal, so I took your present work as {role}.")


def _goal_read(advice: Advice, wording: Wording) -> str:
    """How the goal was read."""
    say, goal, role = wording.words, advice.case.goal, advice.case.role
    if goal is None or role is None:
        return ""
    if goal.assumed:
        return say(_taken_for_goal(advice.case), role=wording.role(role.id))
    if goal.read.casefold() in (role.name.casefold(), wording.role(role.id).casefold()):
        return ""
    return say(N_("I read your goal “{read}” as {role}."), read=goal.read, role=role.name)


def repairs(reading: Reading, wording: Wording) -> str:
    """The spelling that was taken as meant, said openly."""
    if not reading.repairs:
        return ""
    pairs = wording.words.listed(f"“{a}” → “{b}”" for a, b in reading.repairs[:4])
    return wording.words(N_("Spelling I took as meant: {pairs}."), pairs=pairs)


def for_team(reading: Reading, wording: Wording) -> tuple[Text, ...]:
    """That a verdict is for one person, to whoever asks for a team."""
    if not reading.for_team:
        return ()
    return (Text(wording.words(_FOR_TEAM)),)


def one(advice: Advice, asked: Asked, wording: Wording) -> Reply:
    """The reply about a single credential."""
    say = wording.words
    name = say(VERDICT_NAMES[advice.verdict.value])
    parts: list[Part] = [Banner(name, TONES[advice.verdict], advice.case.name)]
    parts.append(Text(say(LINES[advice.line.name])))
    parts += for_team(asked.reading, wording)
    if advice.case.asked:
        parts.append(findings(advice, wording))
    if advice.next_step:
        parts.append(Text(say(N_("Next step: {step}"), step=wording(advice.next_step))))
    if advice.question:
        parts.append(Text(wording(advice.question.said)))
    small = " ".join(
        t for t in (how_read((advice,), wording), repairs(asked.reading, wording)) if t
    )
    if small:
        parts.append(Fine(small))
    return Reply(
        name, tuple(parts), tuple(actions(advice, asked, wording)), advice=(entry(advice, wording),)
    )

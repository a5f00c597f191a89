"""Turns advice into a reply: verdict first, a few findings, one next step, then buttons."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.advice import article
from bot.advice.advise import Advice, first_of, rank
from bot.advice.findings import Effect, Finding
from bot.advice.learner import Learner, Status
from bot.advice.questions import About
from bot.advice.reading.facts import Reading
from bot.advice.verdict import Verdict
from bot.advice.wording import VERDICT_NAMES, Wording
from bot.advice.words import N_
from bot.commands.entry import entry
from bot.commands.quoting import written
from bot.reply import Action, Banner, Bullets, Fine, Item, Part, Reply, Table, Text, Tone

MOST_FINDINGS = 5
TONES = {
    Verdict.DO: Tone.GOOD,
    Verdict.DO_IF: Tone.CONDITION,
    Verdict.WAIT: Tone.WAIT,
    Verdict.SKIP: Tone.BAD,
    Verdict.TELL_ME: Tone.ASK,
}
_EFFECTS = {
    Effect.FOR: Tone.GOOD,
    Effect.AGAINST: Tone.BAD,
    Effect.CAUTION: Tone.WAIT,
    Effect.CONDITION: Tone.CONDITION,
}
_DECIDING = {
    "unknown-issuer": "trusted-provider", "suspect-issuer": "trusted-provider", "no-connection": "goal-link",
    "unknown-connection": "goal-link", "pile-of-badges": "pile-of-badges", "experience-first": "experience-first",
}  # fmt: skip
_WEIGHT = (
    "goal-link", "trusted-provider", "degree-gate", "no-shortcut", "pile-of-badges", "experience-first", "field-switch",
    "re-entry", "freelance-proof", "fresh-skills", "keyword-scan", "apply-it", "steady-work", "focused", "support-not-pillar", "initiative",
)  # fmt: skip
LINES = {
    "unreadable": N_("I could not tell which credential you mean."),
    "suspect-issuer": N_("The issuer's name imitates a real one."),
    "promises-a-job": N_("The issuer promises a job, and no serious one does."),
    "promises-a-licence": N_("The issuer promises a licence, which only the regulator gives."),
    "instead-of-a-licence": N_("The work needs a licence, and this is none."),
    "no-goal": N_("Without a goal nobody can say what helps."),
    "no-connection": N_("It does not lead towards your goal, whoever issues it."),
    "unknown-connection": N_("I cannot tell yet how it connects to your goal."),
    "already-earned": N_("You hold it already; use it now."),
    "adds-nothing": N_("It adds nothing that you do not show already."),
    "pile-of-badges": N_("Apply what you hold before you add to it."),
    "experience-first": N_("Practice comes first here, the certificate after it."),
    "unknown-issuer": N_("The issuer is not one that I can vouch for."),
    "conditions": N_("It helps, once the open points are settled."),
    "all-clear": N_("It leads to your goal, the issuer counts, and you can back it with work."),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """How the question came: the line to ask it again, what was read, and what is remembered."""

    line: str
    reading: Reading
    learner: Learner
    others: bool = False


def _chosen(advice: Advice) -> list[Finding]:
    """The few findings that matter most, the deciding one first."""
    deciding = _DECIDING.get(advice.line.name)
    order = sorted(
        advice.findings, key=lambda f: (f.rule != deciding, _WEIGHT.index(f.rule))
    )
    return order[:MOST_FINDINGS]


def findings(advice: Advice, wording: Wording) -> Bullets:
    """The short list under the verdict, with what lies beyond the article marked as such."""
    items = [Item(wording(f.said), _EFFECTS[f.effect]) for f in _chosen(advice)]
    beyond = [
        Item(wording.words(N_("{text} (beyond the article; {source})"), text=wording(a.said), source=a.source))
        for a in advice.asides[:2]
    ]
    return Bullets("", (*items, *beyond))


def how_read(advice: Advice, wording: Wording) -> str:
    """How the words were read, where that is not plain from them."""
    say, case, parts = wording.words, advice.case, []
    if case.asked:
        title, said = case.asked.title, case.asked.provider
        if title.known and title.read.casefold() != title.name.casefold():
            parts.append(say(N_("I read “{read}” as {name}."), read=title.read, name=title.name))
        elif not title.known and title.skills:
            skills = say.listed(wording.skill(s) for s in title.skills[:3])
            parts.append(say(N_("I do not know {title} by name; by its words I take it to teach {skills}."), title=title.read, skills=skills))
        if said.inferred and case.issuer.provider:
            parts.append(say(N_("Issuer taken from the title: {issuer}."), issuer=case.issuer.provider.name))
    if case.goal and case.role:
        if case.goal.assumed:
            parts.append(say(N_("You named no goal, so I took your present work as {role}."), role=case.role.name))
        elif case.goal.read.casefold() != case.role.name.casefold():
            parts.append(say(N_("I read your goal “{read}” as {role}."), read=case.goal.read, role=case.role.name))
    return " ".join(parts)


def _repairs(reading: Reading, wording: Wording) -> str:
    if not reading.repairs:
        return ""
    pairs = wording.words.listed(f"“{a}” → “{b}”" for a, b in reading.repairs[:4])
    return wording.words(N_("Spelling I took as meant: {pairs}."), pairs=pairs)


def one(advice: Advice, asked: Asked, wording: Wording) -> Reply:
    """The reply about a single credential."""
    say = wording.words
    name = say(VERDICT_NAMES[advice.verdict.value])
    parts: list[Part] = [Banner(name, TONES[advice.verdict], advice.case.name)]
    parts.append(Text(say(LINES[advice.line.name])))
    if advice.case.asked:
        parts.append(findings(advice, wording))
    if advice.next_step:
        parts.append(Text(say(N_("Next step: {step}"), step=wording(advice.next_step))))
    if advice.question:
        parts.append(Text(wording(advice.question.said)))
    small = " ".join(t for t in (how_read(advice, wording), _repairs(asked.reading, wording)) if t)
    if small:
        parts.append(Fine(small))
    return Reply(name, tuple(parts), tuple(actions(advice, asked, wording)), advice=(entry(advice, wording),))


def actions(advice: Advice, asked: Asked, wording: Wording) -> list[Action]:
    """The question's choices, else the buttons of an answer."""
    found = _choices(advice, asked, wording)
    say, case = wording.words, advice.case
    if case.asked is None:
        return [*found, *_instead(advice, wording)]
    if not (advice.question and advice.verdict is Verdict.TELL_ME):
        found.append(Action(say(N_("Why?")), _again(asked, "why")))
        if advice.ways:
            found.append(Action(say(N_("What would change it")), _again(asked, "change")))
    if asked.others:
        return found
    return found + _keep(advice, asked, wording)


def _instead(advice: Advice, wording: Wording) -> list[Action]:
    """What helps when no credential was named."""
    say, role = wording.words, advice.case.role
    goal = written("suggest", goal=role.name) if role else "/suggest"
    return [Action(say(N_("Suggest some for my goal")), goal), Action(say(N_("Help")), "/help")]


def _again(asked: Asked, show: str) -> str:
    """The same question, asked to show more."""
    command, _, rest = asked.line.partition(" ")
    if command != "/advise":
        return written("advise", show=show) + " " + asked.line
    return f"{command} show:{show} {rest}"


def _choices(advice: Advice, asked: Asked, wording: Wording) -> list[Action]:
    question = advice.question
    if question is None:
        return []
    return [
        Action(
            wording(c.said),
            written("answer", asked.line, about=question.about.value, choice=c.value, asked=_subject(advice, question.about, question.asked)),
            choice=True,
        )
        for c in question.choices
    ]  # fmt: skip


def _subject(advice: Advice, about: About, words: str) -> str:
    """What an answer is filed under; for ads it depends on the goal too."""
    role = advice.case.role
    return f"{words}|{role.id}" if about is About.ADS and role else words


def _keep(advice: Advice, asked: Asked, wording: Wording) -> list[Action]:
    """What is worth keeping, offered and never stored silently."""
    say, case, found = wording.words, advice.case, []
    kept = asked.learner.goal
    if case.asked and case.own is None and case.skills:
        status = Status.EARNED.value if case.already_earned else ""
        said = case.issuer.provider.name if case.issuer.provider else case.asked.provider.read
        line = written("credential add", title=case.name, provider=said, status=status)
        found.append(Action(say(N_("Add to my list")), line))
    if case.role and asked.reading.goal and not case.goal_assumed and (kept is None or kept.role != case.role.id):
        situation = next(iter(sorted(case.situations)), None)
        line = written("goal set", role=case.role.name, situation=situation.value if situation else "")
        found.append(Action(say(N_("Remember that your goal is {role}"), role=case.role.name), line))
    if case.role and case.asked:
        line = written("advise", credential=case.asked.title.read, provider=case.asked.provider.read, goal="?")
        found.append(Action(say(N_("Not my goal")), line))
    return found


def why(advice: Advice, wording: Wording) -> Reply:
    """Each finding with its rule, section, the fact that fired it, and evidence with its source."""
    say = wording.words
    items: list[Item] = []
    for found in advice.findings:
        row = article.BY_ID[found.rule]
        sections = say.listed(f"“{s}”" for s in row.sections)
        text = say(
            N_("{fact} Rule {rule}, from {sections}: {statement}"),
            fact=wording(found.said), rule=found.rule, sections=sections, statement=say(row.statement),
        )  # fmt: skip
        for proof in row.evidence:
            mark = say(N_(", who sells credentials")) if proof.seller else ""
            text += " " + say(N_("Evidence: {text} ({source}{mark})"), text=say(proof.text), source=proof.source, mark=mark)
        items.append(Item(text, _EFFECTS[found.effect]))
    beyond = tuple(
        Item(f"{wording(a.said)} {say(article.BEYOND_BY_ID[a.rule].statement)} ({a.source})") for a in advice.asides
    )
    name = say(VERDICT_NAMES[advice.verdict.value])
    decided = say(N_("Decided by line {number} of the list, {name}: {line}"), number=advice.line.number, name=advice.line.name, line=say(LINES[advice.line.name]))
    parts: list[Part] = [Banner(name, TONES[advice.verdict], advice.case.name), Text(decided), Bullets(say(N_("What spoke")), tuple(items))]
    if beyond:
        parts.append(Bullets(say(N_("Beyond the article")), beyond))
    return Reply(say(N_("Why: {verdict}"), verdict=name), tuple(parts), advice=(entry(advice, wording),))


def change(advice: Advice, wording: Wording) -> Reply:
    """The smallest sets of facts that would lead to a yes."""
    say = wording.words
    name = say(VERDICT_NAMES[advice.verdict.value])
    ways = tuple(Item(say.listed(wording(s) for s in way.changes), Tone.GOOD) for way in advice.ways)
    body: Part = (
        Bullets(say(N_("Any one of these would make it a “Do”:")), ways)
        if ways
        else Text(say(N_("Nothing that you could change would make it a “Do”; the goal comes first, not the badge.")))
    )
    return Reply(say(N_("What would change it")), (Banner(name, TONES[advice.verdict], advice.case.name), body), advice=(entry(advice, wording),))


def several(advices: Sequence[Advice], asked: Asked, wording: Wording) -> Reply:
    """Several credentials side by side, best first, with one question at most."""
    say = wording.words
    ordered = sorted(advices, key=rank)
    rows = tuple(
        (a.case.name, say(VERDICT_NAMES[a.verdict.value]), say(LINES[a.line.name]), wording(a.next_step) if a.next_step else "")
        for a in ordered
    )
    best = first_of(advices)
    if ordered[0].verdict in (Verdict.SKIP, Verdict.TELL_ME):
        head = say(N_("None of them yet"))
    elif len(best) > 1:
        head = say(N_("A tie: {titles}"), titles=say.listed(a.case.name for a in best))
    else:
        head = say(N_("First {title}"), title=best[0].case.name)
    parts: list[Part] = [Banner(head, TONES[ordered[0].verdict])]
    if len(best) > 1 and ordered[0].verdict not in (Verdict.SKIP, Verdict.TELL_ME):
        parts.append(Text(say(N_("Decide by which one your five favourite job ads name, then by which you could put into a project first."))))
    parts.append(Table((say(N_("Credential")), say(N_("Verdict")), say(N_("Because")), say(N_("Next step"))), rows))
    questioned = next((a for a in ordered if a.question), None)
    buttons: list[Action] = []
    if questioned and questioned.question:
        parts.append(Text(wording(questioned.question.said)))
        buttons += _choices(questioned, asked, wording)
    small = " ".join(filter(None, (*(how_read(a, wording) for a in ordered[:3]), _repairs(asked.reading, wording))))
    if small:
        parts.append(Fine(small))
    if not questioned:
        buttons += [
            Action(say(N_("Why {title}?"), title=a.case.name), written("advise", credential=a.case.name, goal=a.case.role.name if a.case.role else "", show="why"))
            for a in ordered[:3]
        ]
    return Reply(head, tuple(parts), tuple(buttons), advice=tuple(entry(a, wording) for a in advices))

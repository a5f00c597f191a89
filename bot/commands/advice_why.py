"""The answers behind the buttons Why? and What would change it."""

from bot.advice import article
from bot.advice.advise import Advice
from bot.advice.wording import VERDICT_NAMES, Wording
from bot.advice.words import N_
from bot.commands.entry import entry
from bot.commands.verdict_words import EFFECTS, LINES, TONES
from bot.reply import Banner, Bullets, Item, Part, Reply, Text, Tone


def why(advice: Advice, wording: Wording) -> Reply:
    """Each finding with its rule, section, the fact that fired it, and evidence with its source."""
    say = wording.words
    items: list[Item] = []
    for found in advice.findings:
        row = article.BY_ID[found.rule]
        sections = say.listed(f"“{s}”" for s in row.sections)
        text = say(
            N_("{fact} Rule {rule}, from {sections}: {statement}"),
            fact=wording(found.said),
            rule=found.rule,
            sections=sections,
            statement=say(row.statement),
        )
        for proof in row.evidence:
            mark = say(N_(", a seller of credentials")) if proof.seller else ""
            text += " " + say(
                N_("Evidence: {text} ({source}{mark})"),
                text=say(proof.text),
                source=proof.source,
                mark=mark,
            )
        items.append(Item(text, EFFECTS[found.effect], lead=wording(found.said)))
    beyond = tuple(
        Item(
            f"{wording(a.said)} {say(article.BEYOND_BY_ID[a.rule].statement)} ({a.source})",
            lead=wording(a.said),
        )
        for a in advice.asides
    )
    name = say(VERDICT_NAMES[advice.verdict.value])
    decided = say(
        N_("Decided by line {number} of the list, {name}: {line}"),
        number=advice.line.number,
        name=advice.line.name,
        line=say(LINES[advice.line.name]),
    )
    parts: list[Part] = [
        Banner(name, TONES[advice.verdict], advice.case.name),
        Text(decided),
        Bullets(say(N_("What spoke")), tuple(items)),
    ]
    if beyond:
        parts.append(Bullets(say(N_("Beyond the article")), beyond))
    return Reply(
        say(N_("Why: {verdict}"), verdict=name), tuple(parts), advice=(entry(advice, wording),)
    )


def change(advice: Advice, wording: Wording) -> Reply:
    """The smallest sets of facts that would lead to a yes."""
    say = wording.words
    name = say(VERDICT_NAMES[advice.verdict.value])
    ways = tuple(
        Item(say.listed(wording(s) for s in way.changes), Tone.GOOD) for way in advice.ways
    )
    body: Part = (
        Bullets(say(N_("Any one of these would make it a “Do”:")), ways)
        if ways
        else Text(
            say(
                N_(
                    "Nothing that you could change would make it a “Do”; the goal comes "
                    "first, not the badge."
                )
            )
        )
    )
    return Reply(
        say(N_("What would change it")),
        (Banner(name, TONES[advice.verdict], advice.case.name), body),
        advice=(entry(advice, wording),),
    )

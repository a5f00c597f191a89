"""Several credentials side by side, best first."""

from collections.abc import Sequence

from bot.advice.advise import Advice, first_of, rank
from bot.advice.verdict import Verdict
from bot.advice.wording import VERDICT_NAMES, Wording
from bot.advice.words import N_
from bot.commands.advice_buttons import Asked, choices
from bot.commands.advice_reply import how_read, repairs
from bot.commands.entry import entry
from bot.commands.quoting import written
from bot.commands.verdict_words import LINES, TONES
from bot.reply import Action, Banner, Fine, Part, Reply, Table, Text


def several(advices: Sequence[Advice], asked: Asked, wording: Wording) -> Reply:
    """Several credentials side by side, best first, with one question at most."""
    say = wording.words
    ordered = sorted(advices, key=rank)
    rows = tuple(
        (
            a.case.name,
            say(VERDICT_NAMES[a.verdict.value]),
            say(LINES[a.line.name]),
        )
        for a in ordered
    )
    best = first_of(advices)
    if ordered[0].verdict in (Verdict.SKIP, Verdict.TELL_ME):
        head = say(N_("None of them yet"))
    elif len(best) > 1:
        head = say(N_("A tie: {titles}"), titles=say.listed(a.case.name for a in best))
    else:
        head = say(N_("First: {title}"), title=best[0].case.name)
    parts: list[Part] = [Banner(head, TONES[ordered[0].verdict])]
    if len(best) > 1 and ordered[0].verdict not in (Verdict.SKIP, Verdict.TELL_ME):
        parts.append(
            Text(
                say(
                    N_(
                        "Decide by which one your five favourite job ads name, then by which you "
                        "could put into a project first."
                    )
                )
            )
        )
    parts.append(
        Table(
            (say(N_("Credential")), say(N_("Verdict")), say(N_("Because"))),
            rows,
        )
    )
    if ordered[0].next_step:
        parts.append(Text(say(N_("Next step: {step}"), step=wording(ordered[0].next_step))))
    questioned = next((a for a in ordered if a.question), None)
    buttons: list[Action] = []
    if questioned and questioned.question:
        parts.append(Text(wording(questioned.question.said)))
        buttons += choices(questioned, asked, wording)
    small = " ".join(
        filter(None, (how_read(ordered[:3], wording), repairs(asked.reading, wording)))
    )
    if small:
        parts.append(Fine(small))
    if not questioned:
        buttons += [
            Action(
                say(N_("Why {title}?"), title=a.case.name),
                written(
                    "advise",
                    credential=a.case.name,
                    goal=a.case.role.name if a.case.role else "",
                    show="why",
                ),
            )
            for a in ordered[:3]
        ]
    return Reply(
        head, tuple(parts), tuple(buttons), advice=tuple(entry(a, wording) for a in advices)
    )

"""Several credentials side by side, best first."""

from collections.abc import Iterator, Sequence
from itertools import permutations

from bot.advice.advise import Advice, first_of, in_order, rank
from bot.advice.goal_link import made_for
from bot.advice.ladder import is_below
from bot.advice.verdict import Verdict
from bot.advice.wording import VERDICT_NAMES, Wording
from bot.advice.words import N_
from bot.commands.advice_buttons import Asked, choices
from bot.commands.advice_reply import for_team, how_read, repairs
from bot.commands.entry import entry
from bot.commands.quoting import written
from bot.commands.verdict_words import LINES, TONES
from bot.reply import Action, Banner, Fine, Part, Reply, Table, Text

_NO_FIRST = (Verdict.SKIP, Verdict.TELL_ME)
_TIE = N_(
    "Decide by which one your five favourite job ads name, then by which you could put into a "
    "project first."
)

_ALIKE = N_("They are permits, no rivals: take whichever the site or the employer asks for.")


def several(advices: Sequence[Advice], asked: Asked, wording: Wording) -> Reply:
    """Several credentials side by side, best first, with one question at most."""
    say = wording.words
    ordered = in_order(advices)
    head = _head(advices, wording)
    parts: list[Part] = [Banner(head, TONES[ordered[0].verdict])]
    parts += for_team(asked.reading, wording)
    best = _first(advices)
    if len(best) > 1:
        alike = all(a.case.is_permit for a in best)
        parts.append(Text(say(_ALIKE if alike else _TIE)))
    parts += [Text(step) for step in _ladder(ordered, wording)]
    parts.append(
        _for_whom(ordered, wording) if _no_goal(advices) else _side_by_side(ordered, wording)
    )
    if ordered[0].next_step:
        parts.append(Text(say(N_("Next step: {step}"), step=wording(ordered[0].next_step))))
    questioned = next((a for a in ordered if a.question), None)
    if questioned and questioned.question:
        parts.append(Text(wording(questioned.question.said)))
        buttons = choices(questioned, asked, wording)
    else:
        buttons = [_why(a, wording) for a in ordered[:3]]
    read = (how_read(ordered[:3], wording), repairs(asked.reading, wording))
    small = " ".join(filter(None, read))
    if small:
        parts.append(Fine(small))
    entries = tuple(entry(a, wording) for a in advices)
    return Reply(head, tuple(parts), tuple(buttons), advice=entries)


def _first(advices: Sequence[Advice]) -> Sequence[Advice]:
    """Those that come first: several where they tie, none where none is worth it yet."""
    return () if min(advices, key=rank).verdict in _NO_FIRST else first_of(advices)


def _head(advices: Sequence[Advice], wording: Wording) -> str:
    say, best = wording.words, _first(advices)
    if not best and any(a.line.name == "no-goal" for a in advices):
        return say(N_("One question first"))
    if not best:
        return say(N_("None of them yet"))
    if len(best) > 1:
        return say(N_("A tie: {titles}"), titles=say.listed(a.case.name for a in best))
    return say(N_("First: {title}"), title=best[0].case.name)


def _no_goal(advices: Sequence[Advice]) -> bool:
    """Whether nothing but the goal is missing."""
    return all(a.line.name == "no-goal" for a in advices)


def _ladder(ordered: Sequence[Advice], wording: Wording) -> Iterator[str]:
    """Which of them is the step before another of them."""
    say, titles = wording.words, [a.case.title for a in ordered]
    knowledge = ordered[0].case.knowledge
    for lower, upper in permutations(filter(None, titles), 2):
        if is_below(lower, upper, knowledge) and not ordered[0].case.works_here:
            yield say(
                N_("{lower} is the step before {upper}: begin there, unless you are past it."),
                lower=lower.name,
                upper=upper.name,
            )
            return


def _for_whom(ordered: Sequence[Advice], wording: Wording) -> Table:
    """What each is made for, while nobody said a goal."""
    say = wording.words
    rows = tuple((a.case.name, _whose(a, wording)) for a in ordered)
    return Table((say(N_("Credential")), say(N_("Mostly for"))), rows)


def _whose(advice: Advice, wording: Wording) -> str:
    """The jobs that it is made for, else what it teaches."""
    roles = made_for(advice.case)
    if roles:
        return wording.words.listed((wording.role(r) for r in roles), "or")
    skills = advice.case.skills[:2]
    return wording.words.listed(wording.skill(s) for s in skills) or "?"


def _side_by_side(ordered: Sequence[Advice], wording: Wording) -> Table:
    say = wording.words
    rows = tuple(
        (a.case.name, say(VERDICT_NAMES[a.verdict.value]), say(LINES[a.line.name])) for a in ordered
    )
    return Table((say(N_("Credential")), say(N_("Verdict")), say(N_("Because"))), rows)


def _why(advice: Advice, wording: Wording) -> Action:
    case = advice.case
    goal = case.role.name if case.role else ""
    line = written("advise", credential=case.name, goal=goal, show="why")
    return Action(wording.words(N_("Why {title}?"), title=case.name), line)

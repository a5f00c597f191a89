"""The words of nudges: for each rule a headline, one step, a smaller one, and why it came."""

from msgspec import Struct

from bot.advice.words import N_


class Sentences(Struct, frozen=True):
    """``step`` and ``small`` may name any fact of the nudge; ``why`` is the rule in our words."""

    head: str
    step: str
    small: str
    why: str


SENTENCES: dict[str, Sentences] = {
    "expiring": Sentences(
        N_("{title} runs out on {day}"),
        N_("It serves your goal: book what the renewal asks for before that day."),
        N_("Five minutes: find out what the renewal costs and asks for, and write down the last day."),
        N_("A credential that lapses unnoticed is lost work; one that no longer serves may go."),
    ),
    "expiring+off-goal": Sentences(
        N_("{title} runs out on {day}"),
        N_("I see no direct link to your goal: letting it lapse costs you nothing there."),
        N_("Decide in one minute: does anybody still ask you for it?"),
        N_("A credential that lapses unnoticed is lost work; one that no longer serves may go."),
    ),
    "goal-review": Sentences(
        N_("Is {goal} still your goal?"),
        N_("You said so on {day}. Everything I advise is measured against it, so look at it once."),
        N_("One minute: would you still choose it today?"),
        N_("A goal that nobody has looked at in six months may have moved on without you."),
    ),
    "stalled": Sentences(
        N_("{title} has been waiting since {day}"),
        N_("No reproach: go on with it, make the step smaller, or drop it and have your head free."),
        N_("Five minutes: open it where you stopped and read the next heading; nothing more."),
        N_("Progress comes from steady work; what has stood still for four weeks wants a decision."),
    ),
    "pile": Sentences(
        N_("Use {title} before you take up another"),
        N_("You hold {number} credentials that nothing of yours uses yet. Begin with this: {idea}."),
        N_("Ten minutes: write down in one sentence what you would make with {title}, and for whom."),
        N_("A pile of unused certificates convinces nobody; one of them in use does."),
    ),
    "apply": Sentences(
        N_("Put {title} to work"),
        N_("{Idea}. First small step: name it, and write its first line today."),
        N_("Ten minutes: choose what it will be about and tell me with /project add."),
        N_("A certificate with a project beside it says far more than the certificate alone."),
    ),
    "apply-open": Sentences(
        N_("{project}: one step further"),
        N_("It is what makes {title} count. Half an hour on the part that can be shown first."),
        N_("Ten minutes: write down the one thing that is missing before somebody may see it."),
        N_("A certificate with a project beside it says far more than the certificate alone."),
    ),
    "evidence": Sentences(
        N_("Show {project}"),
        N_("It is done, and nothing leads there yet: put it where people can see it, and give me the link."),
        N_("Ten minutes: take one picture or paste one result into a public note, and link that."),
        N_("Work convinces once somebody can look at it."),
    ),
    "cv": Sentences(
        N_("{title} in the words of {a_role}"),
        N_("Add one line under your work: what you did with {skills}, for whom, and what changed, with a number."),
        N_("Five minutes: write only the number, and what it counts."),
        N_("Hiring systems look for the job's own words, and people for results; the title stands below."),
    ),
    "module": Sentences(
        N_("Twenty minutes on {title}"),
        N_("Take the open part, set a clock for twenty minutes, and stop when it rings."),
        N_("Five minutes: open it, read the next heading, and note one question that it should answer."),
        N_("Small steps at a fixed time finish things; that is all it takes."),
    ),
    "start": Sentences(
        N_("Begin {title}"),
        N_("It fits your goal, and nothing else is under way: book it and block two fixed hours a week."),
        N_("Ten minutes: find the page where one signs up, and what the first lesson is."),
        N_("Of what you plan, this one leads to your goal; one thing begun counts for more than five planned."),
    ),
    "suggest": Sentences(
        N_("Next for {a_role}: {title}"),
        N_("It fits, and you have nothing under way. See what it asks of you, then decide."),
        N_("Five minutes: read what it teaches, and say whether your work could use it."),
        N_("A goal moves on when one fitting step follows the other."),
    ),
}  # fmt: skip


def key(rule: str, facts: dict[str, object]) -> str:
    """Which sentences a nudge takes."""
    return "expiring+off-goal" if rule == "expiring" and not facts["serves"] else rule

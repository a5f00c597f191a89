"""What a message says in passing is offered to be kept, and kept only when that is pressed."""

import pytest

from tests.commands.talk import Talk

ROWS = [
    ("6 years as a nurse, is AZ-900 good to become a cloud engineer?", "cloud-engineer", 6.0),
    ("worked 3 years in sales, want to become a cloud engineer", "cloud-engineer", 3.0),
]


@pytest.mark.parametrize(("says", "goal", "years"), ROWS)
async def test_goal_and_work_are_offered(talk: Talk, says: str, goal: str, years: float) -> None:
    """A goal and a piece of work that a message tells of are kept by one press each."""
    await talk.say(says)
    offered = [a for a in talk.replies[-1].actions if a.label.startswith("Remember ")]
    assert len(offered) == 2
    assert (await talk.learner()).experience == ()
    for action in offered:
        await talk.well(action.line)
    learner = await talk.learner()
    assert learner.goal
    assert learner.goal.role == goal
    assert [work.years for work in learner.experience] == [years]
    again = await talk.say(says)
    assert not any(a.label.startswith("Remember ") for a in again.actions)


OTHERS = (
    "i worked 6 years as a nurse and hate it, my boss pays, is AZ-900 good to become a florist?"
)


async def test_words_of_others_are_no_facts_of_mine(talk: Talk) -> None:
    """Of another person's message only the credential is read: goal and work are not mine."""
    await talk.well("/goal set cloud engineer")
    mine = (await talk.say("AZ-900?")).advice
    theirs = await talk.say(OTHERS, of_others=True)
    assert theirs.advice == mine
    assert not any(a.label.startswith(("Remember ", "Add ")) for a in theirs.actions)
    assert (await talk.say(OTHERS)).advice != mine

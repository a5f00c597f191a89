"""All that the tables of this folder let the program say, for tests of its words."""

from collections.abc import Iterator

from bot.advice.advise import Advice, advise
from bot.advice.case import Case
from bot.advice.findings import Said
from tests.advice import test_beyond, test_changes, test_next_step, test_questions, test_rules
from tests.advice import test_verdict as verdicts


def cases() -> Iterator[Case]:
    """The case of every row."""
    for rows in (
        test_rules.ROWS, test_beyond.ROWS, verdicts.ROWS, test_changes.ROWS, test_next_step.ROWS,
    ):  # fmt: skip
        yield from (row.case for row in rows)


def sentences(advice: Advice) -> Iterator[Said]:
    """Every sentence of one advice, its buttons and what would change it."""
    yield from (finding.said for finding in advice.findings)
    yield from (aside.said for aside in advice.asides)
    yield from (said for way in advice.ways for said in way.changes)
    if advice.next_step:
        yield advice.next_step
    if advice.question:
        yield advice.question.said
        yield from (choice.said for choice in advice.question.choices)


def everything_said() -> Iterator[Said]:
    """Every sentence for every row."""
    for case in cases():
        yield from sentences(advise(case))
    for row in test_questions.ROWS:
        yield from sentences(advise(row.case, told_skills=row.told))

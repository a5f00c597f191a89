"""A case with facts changed is worked out anew only where they matter."""

from typing import Any

import pytest
from msgspec.structs import replace

from bot.advice import rules
from bot.advice.case import Case
from bot.advice.kept import kept
from bot.advice.learner import Experience, Project
from bot.advice.what_if import what_if
from tests.advice.rule_row import Row
from tests.advice.test_rules import ROWS

FACTS = tuple(name for name, fact in vars(Case).items() if isinstance(fact, kept))


def _changes(case: Case) -> list[tuple[dict[str, Any], Case]]:
    """Arguments of ``what_if``, and the plainly made case that it must equal."""
    done = Project(id="x", title="", credential=case.name, skills=case.shared, done=True)
    work = Experience(id="y", area="", skills=case.shared, years=3)
    with_project = replace(case.profile, projects=(*case.profile.projects, done))
    with_work = replace(case.profile, experience=(*case.profile.experience, work))
    return [
        ({"profile": with_project}, replace(case, profile=with_project)),
        ({"profile": with_work}, replace(case, profile=with_work)),
        ({"issuer_granted": True}, replace(case, issuer_granted=True)),
        ({"gate_open": False}, replace(case, gate_open=False)),
        ({"kept_promises": False}, replace(case, promises=frozenset())),
    ]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.rule}: {row.when}")
def test_no_fact_is_left_over(row: Row) -> None:
    """Every fact and every finding is as if the changed case had been made from nothing."""
    case = replace(row.case)
    for name in FACTS:
        getattr(case, name)
    rules.findings(case)
    for change, plain in _changes(case):
        found = what_if(case, **change)
        assert found == plain
        assert rules.findings(found) == rules.findings(plain)
        for name in FACTS:
            assert getattr(found, name) == getattr(plain, name), (name, change)

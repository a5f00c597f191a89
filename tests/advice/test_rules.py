"""Every rule of the article: when it fires, what it then says, and when it is silent."""

import pytest
from msgspec.structs import replace

from bot.advice import article, rules
from bot.advice.findings import Effect
from bot.advice.wording import SENTENCES
from tests.advice.rule_row import Row
from tests.advice.rule_rows_help import HELP
from tests.advice.rule_rows_limits import LIMITS
from tests.advice.rule_rows_wisely import WISELY
from tests.advice.world import case

ROWS = (*HELP, *LIMITS, *WISELY)


def _id(row: Row) -> str:
    return f"{row.rule}: {row.when}"


@pytest.mark.parametrize("row", ROWS, ids=_id)
def test_rule_says_what_its_row_says(row: Row) -> None:
    """A rule fires with this effect, sentence and facts, or is silent, as its row says."""
    found = rules.RULES[row.rule](row.case)
    if row.effect is None:
        assert found is None
        return
    assert found is not None
    assert (found.rule, found.effect, found.said.key) == (row.rule, row.effect, row.key)
    assert {k: found.said.facts[k] for k in row.facts} == row.facts


@pytest.mark.parametrize("rule", [row.id for row in article.RULES])
def test_every_rule_has_rows_for_firing_and_for_silence(rule: str) -> None:
    """No rule of the article is without a row in which it fires and one in which it does not."""
    rows = [row for row in ROWS if row.rule == rule]
    assert {row.effect is None for row in rows} == {True, False}


def test_table_and_functions_are_the_same_sixteen() -> None:
    """The article's table has sixteen rows, and each has its function."""
    assert len(article.RULES) == 16
    assert set(rules.RULES) == {row.id for row in article.RULES}


def test_every_sentence_of_a_rule_has_a_row() -> None:
    """Each sentence that a rule of the article can say is said in some row."""
    said = {row.key for row in ROWS if row.effect}
    assert said == {key for key in SENTENCES if key.split(".")[0] in rules.RULES}


def test_every_effect_is_used() -> None:
    """Rules speak for, against, in caution and on condition."""
    assert {row.effect for row in ROWS} == {*Effect, None}


def test_findings_come_in_the_table_s_order() -> None:
    """All findings of a case stand in the order of the article's table, each rule once."""
    found = [f.rule for f in rules.findings(case(costly=True, stage=rules.Stage.STALLED))]
    assert found == sorted(found, key=article.ORDER.__getitem__)
    assert len(found) == len(set(found)) >= 5


@pytest.mark.parametrize("row", ROWS, ids=_id)
def test_rules_look_at_the_case_alone(row: Row) -> None:
    """An equal case made afresh gives equal findings: rules keep nothing and ask no clock."""
    assert rules.findings(replace(row.case)) == rules.findings(row.case)


@pytest.mark.parametrize("row", article.RULES, ids=lambda row: row.id)
def test_every_rule_names_its_section(row: article.Row) -> None:
    """Each rule cites at least one heading of the article and says itself in a sentence."""
    headings = {
        article.WHAT, article.HYPE, article.HELP, article.SHORT, article.WISELY, article.TAKE,
        article.CONCLUSION,
    }  # fmt: skip
    assert row.sections
    assert set(row.sections) <= headings
    assert row.statement.endswith(".")
    assert all(evidence.source for evidence in row.evidence)

"""How well free text is read stays where it was, on texts that were never learnt from."""

import itertools
import random

import pytest

from bot.advice.learner import Situation
from tests.eval import baseline, data, measures, typos
from tests.eval.data import Label, Part
from tests.eval.judged import Judge
from tests.eval.metrics import Share, auc, percentile

# Raise these as reading gets better; `make eval` prints the present figures.
AT_LEAST = {
    measures.DECIDED: 0.92,
    measures.JUDGED_STRONG: 0.96,
    measures.CONNECT: 0.96,
    measures.CONNECT_ALL: 0.90,
    measures.STRONG_ALL: 0.82,
    measures.AUC: 0.96,
    measures.KEPT: 0.93,
    measures.RIGHT: 0.75,
    measures.CREDENTIALS: 0.89,
    measures.GOAL: 0.87,
    measures.SITUATION: 0.91,
    measures.RECOGNISED: 0.97,
}
# Of the outsiders who came later, by the letter of their rows: each has harder messages, and floors
# of their own, so that more data lowers no other.
LATER = {
    "o": {
        measures.RIGHT: 0.52,
        measures.CREDENTIALS: 0.78,
        measures.GOAL: 0.78,
        measures.SITUATION: 0.79,
    },
    "p": {
        measures.RIGHT: 0.60,
        measures.CREDENTIALS: 0.82,
        measures.GOAL: 0.78,
        measures.SITUATION: 0.82,
    },
    "q": {
        measures.RIGHT: 0.55,
        measures.CREDENTIALS: 0.81,
        measures.GOAL: 0.78,
        measures.SITUATION: 0.85,
    },
    "r": {
        measures.RIGHT: 0.48,
        measures.CREDENTIALS: 0.64,
        measures.GOAL: 0.68,
        measures.SITUATION: 0.80,
    },
    "t": {
        measures.RIGHT: 0.24,
        measures.CREDENTIALS: 0.56,
        measures.GOAL: 0.72,
        measures.SITUATION: 0.56,
    },
    "u": {
        measures.RIGHT: 0.35,
        measures.CREDENTIALS: 0.75,
        measures.GOAL: 0.55,
        measures.SITUATION: 0.70,
    },
}
AT_MOST = {
    measures.JUDGED_NONE: 0.025,
    measures.FALSE_STRONG: 0.025,
    measures.FALSE_LINK: 0.045,
    measures.MISLED: 0.025,
    measures.ACCEPTED: 0.0,
}
SIZES = {"pairs": 620, "messages": 210, "real": 200, "invented": 150}
SHARES = {Label.STRONG: 0.45, Label.PARTIAL: 0.20, Label.NONE: 0.35}


@pytest.fixture(scope="module")
def judge() -> Judge:
    """Who puts the texts to the program."""
    return Judge()


@pytest.fixture(scope="module")
def figures(judge: Judge) -> measures.Figures:
    """Every figure of the held part, but for the messages of the later outsiders."""
    rows = data.of(Part.HELD, data.pairs())
    before = [row for row in data.of(Part.HELD, data.messages()) if row.id[0] not in LATER]
    judged = judge.pairs(rows)
    links = [one.link for one in judged]
    return {
        **measures.of_pairs(rows, links, measures.ranks(links)),
        **measures.of_slips(judge.slips(judged)),
        **measures.of_messages(judge.messages(before)),
        **measures.of_issuers(judge.issuers(data.of(Part.HELD, data.issuers()))),
    }


def value(figure: Share | float) -> float:
    """The figure as a number."""
    return figure.value if isinstance(figure, Share) else figure


@pytest.mark.parametrize("name", AT_LEAST)
def test_held_figures_stay_up(figures: measures.Figures, name: str) -> None:
    """On held texts, no share of what is read right falls below its floor."""
    assert value(figures[name]) >= AT_LEAST[name], f"{name}: {figures[name]}"


@pytest.mark.parametrize("outsider", LATER)
def test_figures_of_later_outsiders_stay_up(judge: Judge, outsider: str) -> None:
    """How the held messages of each are read has floors of their own."""
    rows = [row for row in data.of(Part.HELD, data.messages()) if row.id.startswith(outsider)]
    found = measures.of_messages(judge.messages(rows))
    low = {n: found[n] for n, least in LATER[outsider].items() if value(found[n]) < least}
    assert not low


@pytest.mark.parametrize("name", AT_MOST)
def test_held_mistakes_stay_down(figures: measures.Figures, name: str) -> None:
    """On held texts, no share of grave mistakes rises above its bound."""
    assert value(figures[name]) <= AT_MOST[name], f"{name}: {figures[name]}"


def test_ids_are_unique_and_every_third_row_is_held() -> None:
    """Each row has its own id, and rows are shared out by their place alone."""
    for rows in (data.pairs(), data.messages()):
        assert len({row.id for row in rows}) == len(rows)
        own = [row for row in rows if not getattr(row, "outside", False)]
        assert [row.part for row in own] == [data.share(n) for n in range(1, len(own) + 1)]
        outside = [row for row in rows if getattr(row, "outside", False)]
        held = sum(row.part is Part.HELD for row in outside)
        assert held == round(len(outside) / 3)


def test_there_is_enough_data() -> None:
    """No kind of text has fewer rows than a figure needs to mean something."""
    issuers = data.issuers()
    counts = {
        "pairs": len(data.pairs()),
        "messages": len(data.messages()),
        "real": sum(one.real for one in issuers),
        "invented": sum(not one.real for one in issuers),
    }
    assert all(counts[kind] >= least for kind, least in SIZES.items()), counts


@pytest.mark.parametrize("part", Part)
def test_labels_are_shared_out_alike(part: Part) -> None:
    """Both parts hold each label in about the same, stated share."""
    rows = data.of(part, data.pairs())
    for label, share in SHARES.items():
        found = sum(row.label is label for row in rows) / len(rows)
        assert found == pytest.approx(share, abs=0.05), label


def test_nothing_is_there_twice() -> None:
    """No row is repeated, so that no held row can be learnt from a dev one."""
    pairs = [(p.credential.casefold(), p.goal.casefold()) for p in data.pairs()]
    texts = [m.text.casefold() for m in data.messages()]
    names = [issuer.name.casefold() for issuer in data.issuers()]
    for rows in (pairs, texts, names):
        assert len(set(rows)) == len(rows)


def test_messages_name_what_there_is() -> None:
    """Every message has text, a goal or "" for none, and situations that exist."""
    known = {situation.value for situation in Situation}
    for row in data.messages():
        assert row.text.strip()
        assert row.goal
        assert row.situations
        assert set().union(*row.situations) <= known, row.id


def test_a_slip_is_one_slip() -> None:
    """A slip changes a text, by one letter or by one swap of neighbours."""
    rng = random.Random(1)
    for pair in data.pairs():
        if typos.can_slip(pair.goal):
            wrong = typos.slip(pair.goal, rng)
            assert wrong != pair.goal
            assert abs(len(wrong) - len(pair.goal)) <= 1
            assert wrong[:1] == pair.goal[:1] or wrong[-1:] == pair.goal[-1:]
            differing = sum(a != b for a, b in zip(wrong, pair.goal, strict=False))
            assert differing <= 2 or len(wrong) != len(pair.goal)


def test_statistics_are_right() -> None:
    """Percentiles and the area under the curve are what a textbook says."""
    assert percentile(range(1, 101), 99) == 99
    assert percentile([5.0], 50) == 5
    assert auc([2, 3], [0, 1]) == 1
    assert auc([1, 1], [1, 1]) == 0.5


def test_thresholds_keep_false_alarms_rare() -> None:
    """The simpler means is given the best thresholds that the same bound on mistakes allows."""
    rows = data.of(Part.DEV, data.pairs())
    scores = baseline.overlap(rows)
    best = baseline.chosen(rows, scores)
    none = [s for row, s in zip(rows, scores, strict=True) if row.label is Label.NONE]
    assert sum(s >= best.strong for s in none) <= baseline.FALSE_STRONG * len(none)
    assert all(a <= b for a, b in itertools.pairwise([best.partial, best.strong]))

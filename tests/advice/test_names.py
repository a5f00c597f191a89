"""What is packed comes back as it was, and nothing else does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.advice.reading.names import Column, Texts, packed

TEXTS = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=12)
COLUMNS = st.dictionaries(TEXTS, st.integers(1, 65_535), max_size=20)


@given(one=COLUMNS, two=COLUMNS, asked=st.lists(TEXTS, max_size=10))
def test_every_figure_comes_back(
    one: dict[str, int], two: dict[str, int], asked: list[str]
) -> None:
    """Each column has its own texts with their figures, and nought for all others."""
    texts = Texts(packed({"one": one, "two": two}))
    for name, column in (("one", one), ("two", two)):
        for text in (*one, *two, *asked):
            assert Column(texts, name)[text] == column.get(text, 0)
            assert (text in Column(texts, name)) == (text in column)
    within = [place for place, column in enumerate((one, two)) if column.keys() & set(asked)]
    assert texts.within(asked, 2) == within
    assert texts.within(asked, 1) == [place for place in within if place < 1]


def test_the_texts_outlive_the_table_that_they_came_in() -> None:
    """What the trie looks into is kept with it, whoever else lets go of it."""
    column = {f"text {number}": number for number in range(1, 60_000)}
    texts = Texts(packed({"one": column}))
    garbage = [bytes([255]) * 300_000 for _ in range(50)]  # what was freed is written over
    assert all(Column(texts, "one")[text] == figure for text, figure in column.items())
    assert len(garbage) == 50


@pytest.mark.parametrize("figure", [-1, 65_536])
def test_a_figure_too_large_is_refused(figure: int) -> None:
    """Nothing is cut off when the knowledge outgrows the table."""
    with pytest.raises(OverflowError):
        packed({"one": {"text": figure}})

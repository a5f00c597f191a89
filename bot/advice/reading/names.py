"""Every name and word of the knowledge, packed: 100,000 of them in two megabytes, not fifteen.

The texts stand in one trie, which numbers them. A text's number leads to its row, one figure for
each column; nought where the column does not have the text. Equal rows are kept once.
"""

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

from marisa_trie import Trie

_FIGURE: Final = "H"  # sixteen bits; a larger figure is refused when the table is made


def packed(columns: Mapping[str, Mapping[str, int]]) -> dict[str, Any]:
    """Columns of texts and their figures as plain data, see :class:`Texts`.

    Raises OverflowError for a figure that is negative or has more than sixteen bits.
    """
    rows: dict[str, list[int]] = {}
    for place, column in enumerate(columns.values()):
        for text, figure in column.items():
            rows.setdefault(text, [0] * len(columns))[place] = figure
    trie = Trie(rows)
    ordered = [tuple(rows[text]) for _, text in sorted((trie[text], text) for text in rows)]
    each = {row: number for number, row in enumerate(dict.fromkeys(ordered))}
    return {
        "trie": trie.tobytes(),
        "row": array(_FIGURE, (each[row] for row in ordered)).tobytes(),
        "figures": array(_FIGURE, (figure for row in each for figure in row)).tobytes(),
        "columns": list(columns),
    }


class Texts:
    """Texts with a figure in each of some columns.

    Args:
        table: as :func:`packed` made it.
    """

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.trie = Trie()
        self._mapped: bytes = table["trie"]  # looked into where it is, so it has to stay there
        self.trie.map(self._mapped)
        self.rows = memoryview(table["row"]).cast(_FIGURE)  # by the trie's number
        self.figures = memoryview(table["figures"]).cast(_FIGURE)
        self.columns: Sequence[str] = table["columns"]

    def within(self, texts: Iterable[str], among: int) -> list[int]:
        """The columns, of the first so many, in which one of these texts stands."""
        width, numbers = len(self.columns), map(self.trie.get, texts)
        starts = [self.rows[number] * width for number in numbers if number is not None]
        rows = [self.figures[at : at + among] for at in starts]
        return [c for c, column in enumerate(zip(*rows, strict=True)) if any(column)]


class Column:
    """One column: its texts and their figures, nought for every other text."""

    def __init__(self, texts: Texts, name: str) -> None:
        self._number: Callable[[str], int | None] = texts.trie.get
        self._rows, self._width = texts.rows, len(texts.columns)
        self._figures = texts.figures[texts.columns.index(name) :]

    def __contains__(self, text: str) -> bool:
        return self[text] > 0

    def __getitem__(self, text: str) -> int:
        number = self._number(text)
        return 0 if number is None else self._figures[self._rows[number] * self._width]

"""Answers that are kept for those who ask again, up to a number."""

from collections.abc import Callable
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")
_MOST = 20_000


class Remembered(dict[K, V]):
    """``remembered[key]`` is what the function says of the key, asked once.

    A dict, for looking into one is what Python does fastest; full, it starts afresh.
    """

    def __init__(self, answer: Callable[[K], V], most: int = _MOST) -> None:
        super().__init__()
        self._answer, self._most = answer, most

    def __missing__(self, key: K) -> V:
        if dict.__len__(self) >= self._most:
            self.clear()
        self[key] = answer = self._answer(key)
        return answer

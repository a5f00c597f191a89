r"""Patterns that are compiled when first used, and taken from where they are kept if they can be.

:mod:`re` turns a pattern into a list of numbers. Working those out takes milliseconds for the long
ones, at the start of a process and again at the first message that needs them; taking them as they
were kept with the knowledge takes a hundredth. What a pattern finds is what :mod:`re` finds.

:mod:`re` goes through a text by the letter that a pattern begins with, and looking behind before it
hides that letter: ``c(?<!\Sc)`` is a fourth of the work of ``(?<!\S)c``.
"""

import re
from array import array
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from typing import Any, Final

from bot.advice.kept import kept

try:  # re's own rooms: where a Python has none of these, patterns are compiled as ever
    from re import _compiler as compiler  # type: ignore[attr-defined]
    from re import _parser as parser  # type: ignore[attr-defined]
except ImportError:  # pragma: no cover - no such Python yet
    compiler = parser = None

_NUMBER: Final = "I"  # unsigned, of four bytes, as re's own
_Kept = tuple[int, bytes, int, dict[str, int]]  # flags, numbers, groups, groups by name

_ALL: dict[str, "Pattern"] = {}
_KEPT: list[Mapping[str, _Kept]] = []


class Pattern:
    """One pattern; its methods are those of :class:`re.Pattern`."""

    def __init__(self, text: str, flags: int = 0) -> None:
        self.text, self.flags = text, int(flags)
        _ALL[self._name] = self

    @property
    def _name(self) -> str:
        return f"{self.flags} {self.text}"

    @kept
    def compiled(self) -> re.Pattern[str]:
        """The pattern as :mod:`re` has it."""
        for table in _KEPT:
            found = table.get(self._name)
            if found is not None:
                with suppress(RuntimeError, OverflowError, ValueError):  # another Python's numbers
                    return _taken_back(self.text, found)
        return re.compile(self.text, self.flags)

    @kept
    def match(self) -> Callable[..., re.Match[str] | None]:
        """See :meth:`re.Pattern.match`; so for the others."""
        return self.compiled.match

    @kept
    def search(self) -> Callable[..., re.Match[str] | None]:  # noqa: D102
        return self.compiled.search

    @kept
    def fullmatch(self) -> Callable[..., re.Match[str] | None]:  # noqa: D102
        return self.compiled.fullmatch

    @kept
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:  # noqa: D102
        return self.compiled.finditer

    @kept
    def findall(self) -> Callable[..., list[Any]]:  # noqa: D102
        return self.compiled.findall

    @kept
    def split(self) -> Callable[..., list[Any]]:  # noqa: D102
        return self.compiled.split

    @kept
    def sub(self) -> Callable[..., str]:  # noqa: D102
        return self.compiled.sub


class Phrase(Pattern):
    r"""A pattern that begins where a word does, for lines of words with one space between them.

    It is ``(?<!\S)`` and what is handed over, tried behind spaces alone: a sixth of the work. A
    match that is not at the beginning of the line starts with the space; all groups are as ever.
    """

    def __init__(self, text: str) -> None:
        super().__init__(rf"(?<!\S)(?:{text})")
        self._behind = Pattern(f" (?:{text})")

    def search(self, line: str) -> re.Match[str] | None:
        """The first match."""
        return self.match(line) or self._behind.search(line)

    def finditer(self, line: str) -> Iterator[re.Match[str]]:
        """Every match; one may begin behind a space that the last one ends with."""
        found = self.search(line)
        while found:
            yield found
            end = found.end() - line.endswith(" ", 0, found.end())
            found = self._behind.search(line, max(end, found.start() + 1))


def numbers() -> dict[str, _Kept]:
    """Every pattern that there is, worked out, to be kept and handed to :func:`know`."""
    if compiler is None:
        return {}
    return {name: _worked_out(pattern) for name, pattern in _ALL.items()}


def know(table: Mapping[str, _Kept]) -> None:
    """Takes patterns as worked out before."""
    _KEPT[:] = [table]


def _worked_out(pattern: Pattern) -> _Kept:
    parsed = parser.parse(pattern.text, pattern.flags)
    code = array(_NUMBER, map(int, compiler._code(parsed, pattern.flags)))  # noqa: SLF001
    state = parsed.state
    return pattern.flags | state.flags, code.tobytes(), state.groups - 1, dict(state.groupdict)


def _taken_back(text: str, found: _Kept) -> re.Pattern[str]:
    flags, code, groups, by_name = found
    names: list[str | None] = [None] * (groups + 1)
    for name, number in by_name.items():
        names[number] = name
    numbers_ = array(_NUMBER, code).tolist()
    made: re.Pattern[str] = compiler._sre.compile(  # noqa: SLF001
        text, flags, numbers_, groups, by_name, tuple(names)
    )
    return made

"""Where a pattern can begin, and which words it cannot do without, worked out of the pattern.

Most turns of phrase stand in no given message, and most of those begin with words that stand in
every message ("my", "want"). What such a pattern goes on with ("boss", "career") tells at a glance
that it need not be tried.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from math import fsum
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from bot.advice.reading.patterns import Pattern

LETTERS = 5  # of a beginning; more would save little
_MOST = 250  # beginnings of one pattern
_ZERO_WIDTH = (parser.AT, parser.ASSERT, parser.ASSERT_NOT)
_REPEATS = (parser.MAX_REPEAT, parser.MIN_REPEAT, parser.POSSESSIVE_REPEAT)
_FIRST = Pattern(r"\w+\W?")
_DIGITS = "0123456789"
_OPTION = Pattern(r"\)(?:\?|\{0,\d+\})")
_EVERYDAY = (  # words of which any message has some
    "a about an and any are as at be been but can do dont for from get go going good has have help "
    "how i i'm i've if im in is it its just like me my need no not of on one or our so some that "
    "the their they this to up us want was we what when will with work would year you"
).split()
_RARE = 0.01  # how often another word is met, beside one of these

_NOTHING: tuple[Any, Any] = (None, None)

_Starts = frozenset[tuple[str, bool]]  # a beginning, and whether more of the pattern can follow
_EMPTY: _Starts = frozenset({("", True)})
_ANYTHING: _Starts = frozenset({("", False)})


def starts(pattern: str) -> frozenset[str] | None:
    """What a match may begin with, up to five letters each; None when it may be anything."""
    found = {text for text, _ in _of_sequence(parser.parse(pattern))}
    return None if "" in found else frozenset(found)


def _of_sequence(items: Iterable[tuple[Any, Any]]) -> _Starts:
    found = _EMPTY
    for kind, value in items:
        if not any(more for _, more in found):
            break
        found = _joined(found, _of_item(kind, value))
    return found


def _joined(heads: _Starts, tails: _Starts) -> _Starts:
    joined = {head for head in heads if not head[1]}
    for text, _ in (head for head in heads if head[1]):
        for tail, more in tails:
            whole = text + tail
            joined.add((whole[:LETTERS], more and len(whole) < LETTERS))
    return _shortened(frozenset(joined))


def _shortened(found: _Starts) -> _Starts:
    """The same with fewer letters each, when there are too many."""
    for length in range(LETTERS - 1, -1, -1):
        if len(found) <= _MOST:
            break
        found = frozenset((text[:length], more and len(text) < length) for text, more in found)
    return found


def _of_item(kind: Any, value: Any) -> _Starts:
    if kind is parser.LITERAL:
        return frozenset({(chr(value), True)})
    if kind is parser.IN:
        return _of_set(value)
    if kind is parser.BRANCH:
        return _shortened(frozenset().union(*map(_of_sequence, value[1])))
    if kind is parser.SUBPATTERN:
        return _of_sequence(value[-1])
    if kind in _REPEATS:
        least, most, inside = value
        once = _of_sequence(inside)
        found = once if least else once | _EMPTY
        for _ in range(min(int(most), LETTERS) - 1):
            found = found | _joined(found, once)
        return _shortened(found)
    return _EMPTY if kind in _ZERO_WIDTH else _ANYTHING


def _of_set(members: Iterable[tuple[Any, Any]]) -> _Starts:
    found: set[tuple[str, bool]] = set()
    for kind, value in members:
        if kind is parser.LITERAL:
            found.add((chr(value), True))
        elif kind is parser.RANGE:
            found.update((chr(code), False) for code in range(value[0], value[1] + 1))
        elif kind is parser.CATEGORY and value is parser.CATEGORY_DIGIT:
            found.update((digit, False) for digit in _DIGITS)
        else:
            return _ANYTHING
    return frozenset(found)


def footholds(pattern: str) -> tuple[frozenset[str], ...]:
    """Beginnings of words: in every line with the pattern, words begin with one of each set.

    Of all that would do, the two that are met least often; fewer when the pattern needs no more,
    or nothing else that is rare. It must begin at the beginning of a word.
    """
    every = sorted(_footholds(parser.parse(pattern), at_word=True), key=_met)
    rare = (found for found in every[1:] if _met(found) < 1 and not _alike(found, every[0]))
    return (*every[:1], *islice(rare, 1))


def _alike(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether one word may begin with one of each."""
    return any(a.startswith(b) or b.startswith(a) for a in some for b in others)


def _footholds(items: Iterable[tuple[Any, Any]], *, at_word: bool) -> Iterator[frozenset[str]]:
    """Every set of beginnings that would do; ``at_word`` when a word begins with the items."""
    items = list(items)
    for at, (kind, value) in enumerate(items):
        heads = _of_sequence(_one_word(items[at:])) if at_word else ()
        words = [_FIRST.match(head) for head, _ in heads]
        if words and None not in words:
            yield frozenset(word.group() for word in words if word)
        yield from _within(kind, value, at_word=at_word)
        at_word = _word_next(kind, value, at_word=at_word)


def _one_word(items: Sequence[tuple[Any, Any]]) -> Iterator[tuple[Any, Any]]:
    """The items up to where the first word surely ends."""
    for item in items:
        yield item
        if _ends_in_space([item]):
            break


def _within(kind: Any, value: Any, *, at_word: bool) -> Iterator[frozenset[str]]:
    """What an item needs that is itself made of items: of alternatives, what each needs."""
    if kind is parser.SUBPATTERN:
        yield from _footholds(value[-1], at_word=at_word)
    elif kind in _REPEATS and value[0]:
        yield from _footholds(value[2], at_word=at_word)
    elif kind is parser.BRANCH:
        every = [min(_footholds(a, at_word=at_word), key=_met, default=None) for a in value[1]]
        if None not in every:
            yield frozenset().union(*filter(None, every))


def _word_next(kind: Any, value: Any, *, at_word: bool) -> bool:
    """Whether what follows an item begins at the beginning of a word, if with a letter."""
    if kind in _ZERO_WIDTH:
        return at_word
    if kind in _REPEATS:
        return (at_word or value[0] > 0) and _ends_in_space(value[2])
    return _ends_in_space([(kind, value)])


def _met(heads: Iterable[str]) -> float:
    """How often a line has one of these, roughly."""
    # To the last digit the same in whatever order a set hands them out.
    return fsum(1.0 if _is_usual(head) else _RARE for head in heads)


def _is_usual(head: str) -> bool:
    word, whole, _ = head.partition(" ")
    return word in _EVERYDAY if whole else any(usual.startswith(word) for usual in _EVERYDAY)


def without_lead_in(pattern: str) -> str:
    """A pattern without words at its beginning that may be missing.

    Whether it is found does not depend on them: "(?:my |the )?boss pays" is found where "boss pays"
    is, and there are fewer places to try that.
    """
    end = _end_of_lead_in(pattern)
    return without_lead_in(pattern[end:]) if end else pattern


def _end_of_lead_in(pattern: str) -> int:
    """Where a lead-in ends that may be missing and is whole words; 0 where there is none."""
    items = list(parser.parse(pattern))
    kind, value = items[0] if len(items) > 1 else _NOTHING
    if kind is not parser.MAX_REPEAT or value[0] or not _ends_in_space(value[2]):
        return 0
    for group in _OPTION.finditer(pattern):
        with suppress(re.error):  # it ended within another group
            if repr(parser.parse(pattern[group.end() :])) == repr(items[1:]):
                heads = starts(pattern[group.end() :])
                return group.end() if heads and all(h[0].isalnum() for h in heads) else 0
    return 0


def _ends_in_space(items: Any) -> bool:
    kind, value = items[-1] if len(items) else _NOTHING
    if kind is parser.SUBPATTERN:
        return _ends_in_space(value[-1])
    if kind is parser.BRANCH:
        return all(map(_ends_in_space, value[1]))
    return kind is parser.LITERAL and chr(value) == " "

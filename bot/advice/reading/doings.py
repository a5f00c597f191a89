"""A goal said by what one would do in it: "make games", "work on yachts", "give piano lessons".

The knowledge tells for each job how people say so (``does``); here a message's wishes are looked
up. What one did ("used to make games") is no wish.
"""

from collections.abc import Iterator, Mapping, Sequence

from bot.advice.reading.compiled import doing_key
from bot.advice.reading.facts import GoalRead
from bot.advice.reading.flat import Flat
from bot.advice.reading.lexicon import Lexicon
from bot.advice.reading.patterns import Pattern
from bot.advice.reading.text import Word

_WISHED = Pattern(
    r"(?<!\S)(?:(?<!used )(?<!have )(?<!had )(?<!got )to|wanna|tryna|gonna|i can|can i|could|let me|into|of|at|start|"
    r"(?:^|(?<=, )|(?<=\. ))(?=(?:opening|starting|running|launching|setting) ))(?: (?:start|be|being|do|doing|eventually|just|then|also|get into|go into)){0,2} ?"
)
_LONGEST = 9  # words from the verb to the end of what is done
_MOST = 5  # words that tell, of them
_DOUBLED = 2


def _verbs(word: str) -> Iterator[str]:
    """The verb as it may stand in the knowledge: "making" is "make"."""
    yield word
    if word.endswith("ing") and len(word) > len("being"):
        base = word.removesuffix("ing")
        yield base
        yield f"{base}e"
        if base[-1:] * _DOUBLED == base[-_DOUBLED:]:
            yield base[:-1]


class Doings:
    """Finds them against one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._known: Mapping[str, str] = lexicon.tables["doings"]

    def find(self, flat: Flat) -> GoalRead | None:
        """The job of the first wish that names one by what is done in it."""
        flat = flat.unmarked()
        for hit in _WISHED.finditer(flat.text):
            start, _ = flat.span(hit.end(), hit.end() + 1)
            found = self._at(flat.words[start : start + _LONGEST])
            if found:
                role, length = found
                return GoalRead(read=flat.raw(start, start + length), role=role)
        return None

    def _at(self, words: Sequence[Word]) -> tuple[str, int] | None:
        """The job that the words begin to tell, and how many of them do."""
        end = next((i for i, word in enumerate(words) if word.is_stop), len(words))
        telling = [(i, word.stem) for i, word in enumerate(words[:end]) if doing_key([word.stem])]
        for length in range(min(_MOST, len(telling)), 0, -1):
            parts = [part for _, part in telling[:length]]
            for verb in _verbs(parts[0]):
                role = self._known.get(doing_key([verb, *parts[1:]]))
                if role:
                    return role, telling[length - 1][0] + 1
        return None

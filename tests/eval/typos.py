"""One slip of the finger in a text: a letter too many, too few, swapped or wrong."""

import random
import re
import string

_WORD = re.compile(r"[A-Za-z]{4,}")


def can_slip(text: str) -> bool:
    """Whether the text has a word long enough: a slip in a shorter one leaves another word."""
    return _WORD.search(text) is not None


def slip(text: str, rng: random.Random) -> str:
    """The text with one slip in a random letter of a random word of four letters or more."""
    word = rng.choice(list(_WORD.finditer(text)))
    while True:
        wrong = _slipped(word.group(), rng)
        if wrong != word.group():
            return text[: word.start()] + wrong + text[word.end() :]


def _slipped(word: str, rng: random.Random) -> str:
    at = rng.randrange(len(word))
    letter = rng.choice(string.ascii_lowercase)
    match rng.choice(("insert", "delete", "swap", "substitute")):
        case "insert":
            return word[:at] + letter + word[at:]
        case "delete":
            return word[:at] + word[at + 1 :]
        case "swap":
            at = min(at, len(word) - 2)
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        case _:
            return word[:at] + letter + word[at + 1 :]

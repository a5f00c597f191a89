"""A message as it is read: pronouns that are fields, in-laws and quotes put as they are meant."""

import re

from bot.advice.reading.looks import disguised
from bot.advice.reading.patterns import Pattern
from bot.advice.reading.text import MAX_CHARACTERS, clean

_IT_FIELD = Pattern(  # the field, not the pronoun
    r"\b((?:into|careers? in|jobs? in|work(?:ing)? in|"
    r"(?:switch|switching|move|moving|transition|go)(?: over)?(?: from [\w ]{2,30}?)? to) )"
    r"it\b(?! (?:is|was|be|as|up|over|more|at|in|all|works?)\b)",
    re.IGNORECASE,
)
_SINGLE_QUOTES = Pattern(r"(?<!\w)'((?:[A-Z][\w&+-]* ?(?:of |and |for |in |the )?){2,9})'(?!\w)")
_IN_LAW = Pattern(  # a relative, not the field
    r"\b((?:mother|father|sister|brother|son|daughter|mum|mom|dad|parents|family)s?)[ -]in[ -]laws?\b",
    re.IGNORECASE,
)


def source_of(text: str) -> str:
    """The cleaned text with what would be misread put otherwise."""
    quoted = _SINGLE_QUOTES.sub(r'"\1"', text) if "'" in text else text
    found = clean(quoted)
    lowered = found.lower()  # most messages have none of it: look for the plain words first
    if "in it" in lowered or "to it" in lowered:
        found = _IT_FIELD.sub(r"\1information technology", found)
    return _IN_LAW.sub(r"\1", found) if "law" in lowered else found


def masks(text: str) -> frozenset[str]:
    """Words in look-alike letters that cleaning makes Latin, as they read then."""
    if text.isascii():
        return frozenset()
    found = (word for word in text[:MAX_CHARACTERS].split() if disguised(word))
    return frozenset(
        w for w in (clean(f).lower().strip(".,;:!?()\"'") for f in found) if w.isascii()
    )

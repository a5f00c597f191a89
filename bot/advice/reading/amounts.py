"""Numbers and spans of years, in figures and in words."""

import re

_NUMBER_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20, "couple of": 2, "few": 3,
    "several": 4,
}  # fmt: skip
NUMBER = r"(?:\d+(?:\.\d+)?|" + "|".join(_NUMBER_WORDS) + r")"
YEARS = (
    rf"(?:(?:a |over |about |almost |nearly |around ){{0,3}}{NUMBER}"
    r"\s*\+?\s*(?:years?|yrs?|yr|yoe|y)\b)"
)


def number(text: str) -> float:
    """The number in a phrase such as ``six yrs``; 0 when there is none."""
    digits = re.search(r"\d+(?:\.\d+)?", text)
    if digits:
        return min(float(digits.group()), 70.0)
    return next((float(v) for k, v in _NUMBER_WORDS.items() if k in text), 0.0)

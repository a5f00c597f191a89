"""What a name looks like to the eye: look-alike letters of other scripts, digits for letters."""

import re
import unicodedata
from functools import lru_cache

from bot.advice.reading.text import fold

_DIGITS = str.maketrans("015$@", "olssa")


@lru_cache(maxsize=4096)
def _latin(char: str) -> str:
    """The Latin letter that this one looks like, by Unicode TS 39's table of confusables."""
    if unicodedata.name(char, "").startswith("LATIN") or not char.isalpha():
        return char
    from confusable_homoglyphs import confusables  # noqa: PLC0415 - large tables, rarely needed

    found = confusables.is_confusable(char, preferred_aliases=["latin"], greedy=True)
    for entry in found or ():
        for glyph in entry["homoglyphs"]:
            if glyph["c"].isascii():
                return str(glyph["c"])
    return char


def skeleton(text: str) -> str:
    """What a name looks like, in Latin letters: look-alikes, digits and ``rn`` folded."""
    latin = text if text.isascii() else "".join(c if c.isascii() else _latin(c) for c in text)
    squashed = re.sub(r"[^a-z0-9]", "", fold(latin).translate(_DIGITS))
    return squashed.replace("rn", "m").replace("vv", "w").replace("d", "cl").replace("l", "i")


def squash(text: str) -> str:
    """Only the letters and digits."""
    return re.sub(r"[^a-z0-9]", "", fold(text))


def disguised(text: str) -> bool:
    """Whether letters stand in for the Latin ones they look like; another script is no disguise."""
    if text.isascii():
        return False
    latin = twin = other = False
    for char in text:
        name = unicodedata.name(char, "") if char.isalpha() else ""
        if "FULLWIDTH" in name or "MATHEMATICAL" in name:
            return True
        if char.isascii() or name.startswith("LATIN"):
            latin = latin or char.isalpha()
        elif name:
            twin, other = (True, other) if _latin(char).isascii() else (twin, True)
    return twin and (latin or not other)

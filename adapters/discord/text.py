"""Text that says what it says: nothing in it pings, links, formats or hides."""

import re
import unicodedata

_INLINE = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_~|<>[]@"})
_LINE_START = re.compile(r"^([ \t]*)([-+#]|\d+(?=[.)]))", re.MULTILINE)
# Latin letters, and the quotes and dashes of sentences: nothing in them hides.
_PRINTABLE = re.compile(r"[\n\x20-\x7e\xa1-\xac\xae-\u024f‐-‧‰-⁞→•]*")
_JOINER, _MOST_MARKS = "\u200d", 4
_HIDDEN_CATEGORIES = frozenset(("Cc", "Cf", "Cs", "Co", "Cn"))
_BLANKS = frozenset("\u115f\u1160\u3164\uffa0\u2800")  # letters and signs that show nothing
_BREAKS = frozenset(("Zl", "Zp"))


def visible(text: str) -> str:
    """The text without what cannot be seen; line breaks stay. Linear in its length."""
    if _PRINTABLE.fullmatch(text):
        return text
    kept: list[str] = []
    marks = 0
    for char in text:
        category = unicodedata.category(char)
        marks = marks + 1 if category in ("Mn", "Me") else 0
        if char == "\n" or category in _BREAKS:
            kept.append("\n")
        elif char == "\t":
            kept.append(" ")
        elif char == _JOINER or (
            category not in _HIDDEN_CATEGORIES and char not in _BLANKS and marks <= _MOST_MARKS
        ):
            kept.append(char)
    return "".join(kept)


def one_line(text: str) -> str:
    """What can be seen, on one line."""
    return " ".join(visible(text).split())


def _at_line_start(found: re.Match[str]) -> str:
    spaces, mark = found.groups()
    return f"{spaces}{mark}\\" if mark.isdigit() else f"{spaces}\\{mark}"


def escaped(text: str) -> str:
    """Shown letter by letter: mentions, links, timestamps and formatting stay plain text."""
    inline = visible(text).translate(_INLINE).replace("://", "\\://")
    return _LINE_START.sub(_at_line_start, inline)


def block(text: str) -> str | None:
    """A block that can be copied, or None where the text would break out of it."""
    text = visible(text)
    return None if "```" in text or text.endswith("`") else f"```\n{text}\n```"

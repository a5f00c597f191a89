"""What Discord allows, by its documentation."""

TEXT = 4_000  # characters in all the texts of one message together
COMPONENTS = 40  # in one message, nested ones included
BUTTONS_IN_ROW = 5
CUSTOM_ID = 100
LABEL = 80
OPTIONS = 25  # of a select menu
OPTION_LABEL = 100
OPTION_VALUE = 100
PLACEHOLDER = 150
CHOICES = 25  # of an option, or of a completion
CHOICE = 100
NAME = 32  # of a command or an option
DESCRIPTION = 100
MODAL_TITLE = 45
MODAL_LABEL = 45
MODAL_TEXT = 4_000
OPTION_TEXT = 6_000

EPHEMERAL = 1 << 6
COMPONENTS_V2 = 1 << 15

FIRST_ANSWER = 2.8  # seconds after which an interaction can no longer be answered (they say 3)
TOKEN_LIFE = 14 * 60.0  # seconds in which an answer can be changed or added to (they say 15 min)


def size(text: str) -> int:
    """A length that is never less than Discord's own: what is beyond 16 bits counts twice."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, most: int) -> str:
    """At most so long, with a sign where something is missing."""
    if size(text) <= most:
        return text
    kept = text[: most - 1]
    while size(kept) > most - 1:
        kept = kept[:-1]
    return kept.rstrip() + "…"

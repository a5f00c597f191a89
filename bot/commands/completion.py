"""What an option can be completed with, as people type."""

import re

from bot.advice.learner import Learner
from bot.advice.library import Library
from bot.advice.reading.text import fold
from bot.commands.command import Completes
from bot.commands.table import COMMANDS
from bot.nudges import zones

MOST = 25
_NUMBER = re.compile(r"\t(\d+)\n")


class Completer:
    """Completes from the knowledge and from one's own entries; no I/O."""

    def __init__(self, library: Library) -> None:
        self._tables = library.lexicon.tables

    def complete(
        self, kind: Completes, typed: str, learner: Learner
    ) -> tuple[tuple[str, str], ...]:
        """Up to 25 pairs of (what is shown, what is sent), best first."""
        own = self._own(kind, learner)
        if own is not None:
            wanted = fold(typed.strip())
            return tuple(
                (f"{text} ({id_})", id_) for text, id_ in own if wanted in fold(f"{text} {id_}")
            )[:MOST]
        if kind is Completes.ZONE:
            return tuple((name.replace("_", " "), name) for name in zones.search(typed))
        if kind is Completes.COMMAND:
            return tuple(
                (n, n) for n, c in COMMANDS.items() if n.startswith(typed.lower()) and not c.hidden
            )[:MOST]
        return tuple(
            (name, name) for name in self._known(kind, " ".join(fold(typed[:100]).split()))
        )

    def _known(self, kind: Completes, wanted: str) -> tuple[str, ...]:
        """Names that begin with what is wanted, then those with a word that does."""
        lines: str = self._tables["completing"][kind.value]
        found: dict[str, None] = {}
        for start in ("\n", " "):
            at = -1
            while len(found) < MOST and (at := lines.find(f"{start}{wanted}", at + 1)) >= 0:
                if line := _NUMBER.search(lines, at + 1):
                    found[self._tables["shown"][f"{kind.value} {line[1]}"]] = None
        return tuple(found)

    @staticmethod
    def _own(kind: Completes, learner: Learner) -> list[tuple[str, str]] | None:
        match kind:
            case Completes.OWN_CREDENTIAL:
                return [(c.title, c.id) for c in learner.credentials]
            case Completes.OWN_PROJECT:
                return [(p.title, p.id) for p in learner.projects]
            case Completes.OWN_EXPERIENCE:
                return [(e.area, e.id) for e in learner.experience]
            case Completes.OWN_EDUCATION:
                return [(e.title, e.id) for e in learner.education]
        return None

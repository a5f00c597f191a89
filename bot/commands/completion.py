"""What an option can be completed with, as people type."""

from collections.abc import Mapping
from functools import lru_cache

from bot.advice.learner import Learner
from bot.advice.library import Library
from bot.advice.reading.text import fold
from bot.advice.taxonomy import Named
from bot.commands.command import Completes
from bot.commands.table import COMMANDS
from bot.nudges import zones

MOST = 25


class Completer:
    """Completes from the knowledge and from one's own entries; no I/O."""

    def __init__(self, library: Library) -> None:
        knowledge = library.knowledge
        self._tables: dict[Completes, Mapping[str, Named]] = {
            Completes.CREDENTIAL: knowledge.credentials,
            Completes.PROVIDER: knowledge.providers,
            Completes.ROLE: knowledge.roles,
            Completes.INDUSTRY: knowledge.industries,
        }

    @lru_cache(maxsize=8)  # noqa: B019 - one completer lives as long as the process
    def _names(self, kind: Completes) -> tuple[tuple[str, str], ...]:
        """(folded name or alias, name to show), shortest names first."""
        found = [
            (fold(alias), entry.name)
            for entry in self._tables[kind].values()
            for alias in (entry.name, *entry.aliases)
        ]
        return tuple(sorted(found, key=lambda pair: (len(pair[1]), pair)))

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
        return tuple((name, name) for name in self._known(kind, fold(typed.strip())[:100]))

    def _known(self, kind: Completes, wanted: str) -> tuple[str, ...]:
        begins: dict[str, None] = {}
        within: dict[str, None] = {}
        for folded, name in self._names(kind):
            if folded.startswith(wanted):
                begins[name] = None
                if len(begins) == MOST:
                    break
            elif len(within) < MOST and f" {wanted}" in folded:
                within[name] = None
        return tuple({**begins, **within})[:MOST]

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

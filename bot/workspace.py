"""What one server or workspace has set for itself."""

from typing import Any

from msgspec import Struct, field

from bot.advice.recognition import LocalWord

TrustedProvider = LocalWord
SHARING, NUDGES, LANGUAGE = "sharing", "nudges", "language"


class Workspace(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Settings and trusted issuers of a Discord server, a Slack workspace or the terminal."""

    settings: dict[str, Any] = field(default_factory=dict)
    trusted: tuple[TrustedProvider, ...] = ()

    @property
    def sharing(self) -> bool:
        """Whether members may post answers for everybody to see."""
        return self.settings.get(SHARING) is not False

    @property
    def nudges(self) -> bool:
        """Whether members may switch nudges on here."""
        return self.settings.get(NUDGES) is not False

    @property
    def language(self) -> str:
        """The language of every answer here; empty for each member's own."""
        found = self.settings.get(LANGUAGE)
        return found if isinstance(found, str) else ""

"""What one server or workspace has set for itself."""

from dataclasses import dataclass, field
from typing import Any

from bot.advice.recognition import LocalWord

TrustedProvider = LocalWord


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """Settings and trusted issuers of a Discord server, a Slack workspace or the terminal."""

    settings: dict[str, Any] = field(default_factory=dict)
    trusted: tuple[TrustedProvider, ...] = ()

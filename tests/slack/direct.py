"""Direct messages of the loopback Slack: posted, opened, read back."""

import itertools
import json
from dataclasses import dataclass, field
from typing import Any

JSON = dict[str, Any]
METHODS = {"chat.postMessage", "conversations.open", "conversations.history"}


@dataclass
class Conversations:
    """What lies in everybody's conversation with the bot, by team and user, oldest first."""

    kept: dict[tuple[str, str], list[JSON]] = field(default_factory=dict)
    readable: bool = True  # the bot has the right to read them
    numbers: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))

    def of(self, team: str, user: str) -> list[JSON]:
        """The messages to somebody."""
        return self.kept.get((team, user), [])

    def talk(self, team: str, user: str, number: int) -> None:
        """Other messages in a conversation, newer than those before."""
        for _ in range(number):
            self._keep(team, user, {"text": "hi", "user": user})

    def _keep(self, team: str, user: str, message: JSON) -> str:
        ts = f"{1_900_000_000 + next(self.numbers)}.000100"
        self.kept.setdefault((team, user), []).append({**message, "type": "message", "ts": ts})
        return ts

    def answer(self, method: str, team: str, values: JSON, *, form: bool) -> JSON | None:
        """What Slack would say; None where this is about something else."""
        if method == "conversations.open":
            user = str(values.get("users") or "")
            return {"ok": True, "channel": {"id": f"D{user}"}} if user else _no("no_users")
        if method == "conversations.history":
            return self._history(team, values if form else {})
        if method == "chat.postMessage" and str(values.get("channel"))[:1] in ("U", "W"):
            ts = self._keep(team, values["channel"], json.loads(json.dumps(values)))
            return {"ok": True, "ts": ts, "channel": f"D{values['channel']}"}
        return None

    def _history(self, team: str, values: JSON) -> JSON:
        """Read methods take a form alone: of a JSON body Slack sees nothing."""
        if not self.readable:
            return {**_no("missing_scope"), "needed": "im:history"}
        if not str(values.get("channel", "")).startswith("D"):
            return _no("channel_not_found")
        oldest = float(values.get("oldest") or 0)
        found = [m for m in self.of(team, values["channel"][1:]) if float(m["ts"]) > oldest]
        found.reverse()
        start, most = int(values.get("cursor") or 0), int(values.get("limit") or 100)
        page, more = found[start : start + most], start + most < len(found)
        if str(values.get("include_all_metadata")).lower() not in ("1", "true"):
            page = [{k: v for k, v in m.items() if k != "metadata"} for m in page]
        cursor = {"next_cursor": str(start + most)} if more else {}
        return {"ok": True, "messages": page, "has_more": more, "response_metadata": cursor}


def _no(error: str) -> JSON:
    return {"ok": False, "error": error}

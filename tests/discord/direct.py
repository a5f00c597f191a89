"""Direct messages of the loopback Discord: conversations, messages, nonces, histories."""

import json
from typing import Any

from aiohttp import web

Json = dict[str, Any]
MOST = 100


class Direct:
    """What lies in everybody's conversation with the bot, oldest first."""

    def __init__(self) -> None:
        self.opened: dict[str, str] = {}  # the user of each channel
        self.messages: dict[str, list[Json]] = {}
        self.posts = 0  # requests to post, those that made no new message included
        self.forgetful = False  # the few minutes are over in which nonces are known
        self.problems: list[str] = []

    def of(self, user: str | int) -> list[Json]:
        """The messages to somebody."""
        return self.messages.get(self._channel(str(user)), [])

    def talk(self, user: str | int, number: int, at: int) -> None:
        """Other messages in a conversation, newer than those before."""
        kept = self.messages.setdefault(self._channel(str(user)), [])
        kept.extend({"id": str(at + n), "components": [], "content": "hi"} for n in range(number))

    @staticmethod
    def _channel(user: str) -> str:
        return str(int(user) + 7)

    def answer(self, request: web.Request, path: str, body: Json, number: int) -> Json | None:
        """What Discord would say; None where this is about something else."""
        parts = path.split("/")
        if (request.method, path) == ("POST", "/users/@me/channels"):
            channel = self._channel(str(body["recipient_id"]))
            self.opened[channel] = str(body["recipient_id"])
            return {"id": channel, "type": 1, "recipients": []}
        if len(parts) == 4 and parts[1] == "channels" and parts[3] == "messages":
            if request.method == "POST":
                return self._post(parts[2], body, number)
            return self._history(parts[2], request)  # type: ignore[return-value]
        return None

    def _post(self, channel: str, body: Json, number: int) -> Json:
        self.posts += 1
        if channel not in self.opened:
            self.problems.append("a message to a conversation that nobody opened")
        kept = self.messages.setdefault(channel, [])
        if body.get("enforce_nonce") and not self.forgetful:
            for message in kept:
                if message.get("nonce") == body["nonce"]:
                    return message
        message = json.loads(json.dumps({**body, "id": str(number), "channel_id": channel}))
        kept.append(message)
        return message

    def _history(self, channel: str, request: web.Request) -> list[Json]:
        most = int(request.query.get("limit", 50))
        if not 1 <= most <= MOST:
            self.problems.append(f"a history of {most} messages")
        before = int(request.query.get("before", 2**63))
        kept = [m for m in self.messages.get(channel, []) if int(m["id"]) < before]
        newest = sorted(kept, key=lambda m: -int(m["id"]))[:most]
        return [{k: v for k, v in m.items() if k != "nonce"} for m in newest]

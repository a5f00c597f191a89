"""What Discord sends when people do something."""

from dataclasses import dataclass, replace
from typing import Any

from bot.commands.table import COMMANDS
from tests.discord.platform import BOT, Discord, Exchange, user

Json = dict[str, Any]
SUBCOMMAND, TEXT, NUMBER = 1, 3, 10
GUILD, DIRECT, GROUP = 0, 1, 2
MANAGE_GUILD = 1 << 5
SERVER = 700000000000000001
# Too many, and too different, to fit into a button however they are packed.
LONG_WORDS = "".join(chr(97 + n * n * 7919 % 100_003 % 26) + " " * (n % 9 == 0) for n in range(500))


@dataclass(frozen=True)
class Member:
    """Somebody, somewhere."""

    discord: Discord
    number: int = 100000000000000001
    name: str = "ada"
    where: int = GUILD
    guild: int = SERVER
    admin: bool = False
    locale: str = "en-GB"
    installed_by_user: bool = False

    def at(self, **other: Any) -> "Member":
        """The same, with something different."""
        return replace(self, **other)

    def payload(self, kind: int, data: Json | None, message: Json | None = None) -> Json:
        """An interaction of this person's."""
        number = self.discord.number()
        me = user(self.number, self.name)
        found: Json = {
            "id": str(number), "application_id": str(BOT), "type": kind,
            "token": f"aW50ZXJhY3Rpb24tdG9rZW4tZm9yLXRlc3Rz{number}", "version": 1,
            "locale": self.locale, "app_permissions": "0", "entitlements": [],
            "attachment_size_limit": 10_485_760, "context": self.where,
            "authorizing_integration_owners": {"1": str(self.number)} if self.installed_by_user
            else {"0": str(self.guild if self.where == GUILD else 0)},
            "channel_id": "600000000000000001",
            "channel": {"id": "600000000000000001", "type": {GUILD: 0, DIRECT: 1, GROUP: 3}
                        [self.where], "name": "general", "recipients": [],
                        "permissions": "0", "position": 0},
        }  # fmt: skip
        if data is not None:
            found["data"] = data
        if message is not None:
            found["message"] = message
        if self.where == GUILD:
            found |= self._in_guild(me)
        else:
            found["user"] = me
        return found

    def _in_guild(self, me: Json) -> Json:
        rights = MANAGE_GUILD if self.admin else 1 << 11
        member = {"user": me, "roles": [], "joined_at": "2026-01-01T00:00:00+00:00", "deaf": False,
                  "mute": False, "flags": 0, "permissions": str(rights), "nick": None,
                  "avatar": None}  # fmt: skip
        guild = {"id": str(self.guild), "locale": "en-US", "features": []}
        return {
            "guild_id": str(self.guild), "guild_locale": "en-US", "guild": guild, "member": member,
        }  # fmt: skip

    def slash(self, name: str, /, **values: Any) -> Json:
        """A slash command's payload."""
        return self.payload(2, self._data(name, values))

    @staticmethod
    def _data(name: str, values: Json, focused: str = "") -> Json:
        options: list[Json] = [
            {"name": k, "type": TEXT if isinstance(v, str) else NUMBER, "value": v,
             **({"focused": True} if k == focused else {})}
            for k, v in values.items()
        ]  # fmt: skip
        first, _, second = name.partition(" ")
        if second:
            options = [{"name": second, "type": SUBCOMMAND, "options": options}]
        return {"id": "500000000000000001", "name": first, "type": 1, "options": options}

    async def run(self, name: str, /, **values: Any) -> Exchange:
        """Sends a slash command and waits for its answer."""
        assert name in COMMANDS
        return await self.discord.interact(self.slash(name, **values))

    async def complete(self, name: str, option: str, typed: str) -> list[Json]:
        """The choices that appear while typing."""
        data = self._data(name, {option: typed}, focused=option)
        exchange = await self.discord.interact(self.payload(4, data))
        return exchange.data["choices"]

    async def advise_on(self, text: str, author: int = 424242424242424242) -> Exchange:
        """The message's menu."""
        number = str(self.discord.number())
        message = {"id": number, "content": text, "author": user(author, "bob"), "type": 0,
                   "channel_id": "600000000000000001", "attachments": [], "embeds": [],
                   "timestamp": "2026-11-24T09:00:00+00:00", "edited_timestamp": None,
                   "mentions": [], "mention_roles": [], "tts": False, "flags": 0, "pinned": False,
                   "mention_everyone": False, "components": []}  # fmt: skip
        data = {"id": "500000000000000002", "name": "Advise on this", "type": 3,
                "target_id": number, "resolved": {"messages": {number: message}}}  # fmt: skip
        return await self.discord.interact(self.payload(2, data))

    async def submit(self, window: Json, text: str) -> Exchange:
        """Fills in a window."""
        label = window["components"][0]
        box = {"type": 4, "custom_id": label["component"]["custom_id"], "value": text, "id": 2}
        data = {
            "custom_id": window["custom_id"],
            "components": [{"type": 18, "id": 1, "component": box}],
        }
        return await self.discord.interact(self.payload(5, data))

    def press_payload(self, exchange: Exchange, custom_id: str, *values: str) -> Json:
        """A press on a button, or a choice in a menu, under an answer."""
        data: Json = {"custom_id": custom_id, "component_type": 3 if values else 2}
        if values:
            data["values"] = list(values)
        number = str(int(exchange.payload["id"]) + 500_000_000)
        message = {"id": number, "type": 20, "content": "", "channel_id": "600000000000000001",
                   "author": {**user(BOT, "badgewise"), "bot": True}, "attachments": [],
                   "embeds": [], "timestamp": "2026-11-24T09:00:00+00:00", "pinned": False,
                   "edited_timestamp": None, "mentions": [], "mention_roles": [], "tts": False,
                   "mention_everyone": False, "flags": exchange.data.get("flags", 0),
                   "components": exchange.data.get("components", [])}  # fmt: skip
        return self.payload(3, data, message)

    async def press(self, exchange: Exchange, custom_id: str, *values: str) -> Exchange:
        """Presses and waits."""
        payload = self.press_payload(exchange, custom_id, *values)
        return await self.discord.interact(payload)

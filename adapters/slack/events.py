"""Events: mentions, direct messages, the Home tab, uninstallation. Each has one effect."""

from typing import Any

from slack_bolt.context.async_context import AsyncBoltContext

from adapters.slack import home
from adapters.slack.caller import PLATFORM, Caller, Payload, event_caller, tenant
from adapters.slack.desk import Desk
from adapters.slack.installations import Installations
from adapters.slack.text import line_of


class Events:
    """Listeners. A repeat is known by the event's id, and by its team, channel and time."""

    def __init__(self, desk: Desk, installations: Installations) -> None:
        self._desk, self._installations = desk, installations

    async def _first_time(self, body: Payload, event: Payload, context: AsyncBoltContext) -> bool:
        """Written before the work. Raises StoreProblem, so that Slack comes again later."""
        place = f"{tenant(context)}:{event.get('channel')}:{event.get('ts')}"
        names = [f"{PLATFORM}:{body.get('event_id')}"]
        names += [f"{PLATFORM}:{place}"] if event.get("ts") else []
        first = await self._desk.store.first_time(names, self._desk.clock())
        self._desk.counted["event new" if first else "event repeated"] += 1
        return first

    async def mention(self, body: Payload, event: Payload, context: AsyncBoltContext) -> None:
        """A mention in a channel: read as a direct message is, answered to its author alone."""
        if not _by_a_person(event) or not await self._first_time(body, event, context):
            return
        who = event_caller(body, event, context)
        line = line_of(str(event.get("text") or ""))
        self._desk.spawn(self._send(who, event, line, "chat.postEphemeral", user=who.person.user))

    async def message(self, body: Payload, event: Payload, context: AsyncBoltContext) -> None:
        """A direct message to the bot: a command or a question."""
        if event.get("channel_type") != "im" or not _by_a_person(event):
            return
        if not await self._first_time(body, event, context):
            return
        who = event_caller(body, event, context)
        line = line_of(str(event.get("text") or ""))
        self._desk.spawn(self._send(who, event, line, "chat.postMessage"))

    async def _send(self, who: Caller, event: Payload, line: str, method: str, **more: Any) -> None:
        answered = await self._desk.answer(who, self._desk.ask(who, line))
        thread = {"thread_ts": event["thread_ts"]} if event.get("thread_ts") else {}
        for message in answered.messages():
            values = {"channel": event.get("channel"), **thread, **more, **message}
            if await self._desk.wire.call(method, who.token, **values) is None:
                return

    async def opened(self, body: Payload, event: Payload, context: AsyncBoltContext) -> None:
        """Somebody looks at the Home tab."""
        if event.get("tab") == "home" and event.get("user"):
            self._desk.spawn(home.publish(self._desk, event_caller(body, event, context)))

    async def uninstalled(self, body: Payload, event: Payload, context: AsyncBoltContext) -> None:
        """The tokens go at once, everything else of the workspace within thirty days."""
        if await self._first_time(body, event, context):
            await self._installations.forget(tenant(context), body.get("event_time"))

    async def revoked(self, body: Payload, event: Payload, context: AsyncBoltContext) -> None:
        """The bot's own token was taken back."""
        if (event.get("tokens") or {}).get("bot"):
            await self.uninstalled(body, event, context)


def _by_a_person(event: Payload) -> bool:
    """Not by a bot, no edit, no notice that somebody joined."""
    return bool(event.get("user")) and not event.get("bot_id") and not event.get("subtype")

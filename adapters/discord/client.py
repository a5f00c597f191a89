"""The connection: discord.py's client, asking for no intent and keeping no cache."""

import asyncio
import logging

import aiohttp
import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route
from msgspec import Struct

from adapters.discord.desk import Desk
from adapters.discord.syncing import sync

log = logging.getLogger("badgewise.discord")
discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # there is no voice here
HALF_OPEN = 45.0  # seconds of silence after which a connection counts as lost
FIRST_RETRY, LONGEST_RETRY = 2.0, 600.0


class Shards(Struct, frozen=True):
    """How many there are (0: as Discord says), and which this process serves (none: all)."""

    count: int = 0
    ids: tuple[int, ...] = ()

    @property
    def first(self) -> bool:
        """Whether the first is among them: its process registers the commands, for all."""
        return not self.ids or 0 in self.ids


ADVISED = Shards()


class Client(discord.AutoShardedClient):
    """Hands every interaction to the desk; Discord says how many shards there are, unless told."""

    def __init__(
        self, desk: Desk, *, shards: Shards = ADVISED, half_open: float = HALF_OPEN
    ) -> None:
        # It would warn at every start that no intent is asked for; none is needed.
        logging.getLogger("discord.state").addFilter(_needed)
        super().__init__(
            intents=discord.Intents.none(),
            shard_count=shards.count or None,
            shard_ids=list(shards.ids) or None,  # type: ignore[arg-type] # None is its default
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            guild_ready_timeout=0,
            heartbeat_timeout=half_open,
            allowed_mentions=discord.AllowedMentions.none(),
        )
        self._desk, self._shards = desk, shards
        self._there = asyncio.Event()  # the first session of any shard
        self._syncing: asyncio.Task[None] | None = None

    async def setup_hook(self) -> None:
        """Takes the gateway's address and the number of shards from the API."""
        shards, url, _ = await self.http.get_bot_gateway()
        # discord.py goes back to this address whenever a session cannot be resumed.
        DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(url)
        self.shard_count = self._shards.count or shards
        if self._shards.first:
            self._syncing = asyncio.create_task(self._sync())

    async def ready(self) -> bool:
        """Whether every shard of this process is connected."""
        wanted = self._shards.ids or range(self.shard_count or 1)
        there = {key for key, shard in self.shards.items() if not shard.is_closed()}
        return there.issuperset(wanted)

    async def _sync(self) -> None:
        """Until it has worked: without it, members would not see what is new.

        Once a session is there: who is waiting for an answer comes first.
        """
        await self._there.wait()
        wait = FIRST_RETRY
        while True:
            try:
                changed = await sync(self)
            except discord.Forbidden:
                log.error("commands cannot be registered: the token's owner may not do that")  # noqa: TRY400
                return
            except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
                log.warning("registering commands failed: %s", type(error).__name__)
                await asyncio.sleep(wait)
                wait = min(wait * 2, LONGEST_RETRY)
            else:
                log.info("commands are %s", "registered anew" if changed else "up to date")
                return

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Everything that members do."""
        await self._desk.take(interaction)

    async def on_error(self, event_method: str, /, *args: object, **kwargs: object) -> None:  # noqa: ARG002
        """Where, and nobody's words."""
        log.error("an event was not handled: %s", event_method, exc_info=True)  # noqa: LOG014

    async def on_shard_ready(self, shard_id: int) -> None:
        """A new session."""
        log.info("shard %d is ready", shard_id)
        self._there.set()

    async def on_shard_resumed(self, shard_id: int) -> None:
        """The same session again."""
        log.info("shard %d has resumed", shard_id)

    async def close(self) -> None:
        """Closes everything that belongs to the connection."""
        if self._syncing:
            self._syncing.cancel()
        await super().close()


def _needed(record: logging.LogRecord) -> bool:
    return not str(record.msg).startswith("Guilds intent seems to be disabled")


def point_at(api: str) -> None:
    """Uses another endpoint than Discord's own."""
    if api:
        Route.BASE = api.rstrip("/")

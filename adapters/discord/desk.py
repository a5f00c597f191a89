"""Answers interactions: within half a second in the response itself, else afterwards."""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime
from typing import Any

import discord
from msgspec import Struct
from msgspec.structs import replace

from adapters.discord import modals, reading
from adapters.discord.buttons import Pressed, hold
from adapters.discord.completing import completions
from adapters.discord.limits import COMPONENTS_V2, EPHEMERAL
from adapters.discord.render import Message, message
from adapters.discord.rest import Answers, Ticket
from bot.advice.words import N_, Words, words_for
from bot.commands.completion import Completer
from bot.commands.service import Ask, Service, apology, refusal
from bot.reply import Reply
from bot.store import Store

log = logging.getLogger("badgewise.discord")
Json = dict[str, Any]
SOON = 0.5  # seconds that an answer may take before it is announced
REMEMBERED = 10_000  # interactions that are known to have come
SAY, ANNOUNCE, ANNOUNCE_CHANGE, CHANGE, COMPLETE, WINDOW = 4, 5, 6, 7, 8, 9
NO_MENTIONS = {"parse": ()}


class Answer(Struct, frozen=True):
    """A rendered reply; ``public`` when it is meant for everybody."""

    message: Message
    public: bool

    def data(self, *, private: bool) -> Json:
        """The message's body; only a new message can be private."""
        flags = COMPONENTS_V2 | (EPHEMERAL if private and not self.public else 0)
        return {
            "flags": flags,
            "components": self.message.components,
            "allowed_mentions": NO_MENTIONS,
        }


class Manner(Struct, frozen=True):
    """How an answer goes out: seen by one alone, in the question's place, or to be posted."""

    private: bool
    in_place: bool = False
    posts: bool = False

    @property
    def announcement(self) -> Json:
        """What says that the answer takes a moment; a post must not begin as something private."""
        if self.in_place or self.posts:
            return {"type": ANNOUNCE_CHANGE}
        return {"type": ANNOUNCE, "data": {"flags": EPHEMERAL if self.private else 0}}


class Desk:
    """Takes every interaction; knows which are under way."""

    def __init__(
        self, service: Service, store: Store, answers: Answers, clock: Callable[[], datetime]
    ) -> None:
        self._service, self._store, self._answers, self._clock = service, store, answers, clock
        self._completer = Completer(service.library)
        self._seen: OrderedDict[int, None] = OrderedDict()
        self.under_way: set[asyncio.Task[None]] = set()

    async def take(self, interaction: discord.Interaction) -> None:
        """Answers one interaction; one that comes again is left alone."""
        if interaction.id in self._seen:
            return
        self._seen[interaction.id] = None
        if len(self._seen) > REMEMBERED:
            self._seen.popitem(last=False)
        task: asyncio.Task[None] | None = asyncio.current_task()
        if task:
            self.under_way.add(task)
            task.add_done_callback(self.under_way.discard)
        now = asyncio.get_running_loop().time()
        ticket = Ticket(interaction.application_id, interaction.id, interaction.token, now)
        words = words_for(str(interaction.locale))
        try:
            await self._handle(interaction, ticket, words)
        except Exception as error:  # noqa: BLE001 - the last defence; tests fail when it is reached
            await self._apologise(interaction, ticket, apology("", error, words), words)

    async def _apologise(
        self, interaction: discord.Interaction, ticket: Ticket, reply: Reply, words: Words
    ) -> None:
        if interaction.type is discord.InteractionType.autocomplete:
            await self._answers.first(ticket, {"type": COMPLETE, "data": {"choices": []}})
            return
        made = message(reply, (), str(interaction.user.id), words)
        data = Answer(made, public=False).data(private=True)
        await self._answers.first(ticket, {"type": SAY, "data": data})

    async def finish(self, seconds: float) -> None:
        """Waits for what is under way, and gives up on the rest."""
        mine = {task for task in self.under_way if task is not asyncio.current_task()}
        if not mine:
            return
        _, late = await asyncio.wait(mine, timeout=seconds)
        for task in late:
            task.cancel()

    async def _handle(self, interaction: discord.Interaction, ticket: Ticket, words: Words) -> None:
        match interaction.type:
            case discord.InteractionType.autocomplete:
                await self._complete(interaction, ticket)
            case discord.InteractionType.component:
                await self._press(interaction, ticket, words)
            case discord.InteractionType.modal_submit:
                asked = reading.modal(interaction) or _too_old(words)
                await self._answer(interaction, ticket, words, asked)
            case discord.InteractionType.application_command:
                await self._command(interaction, ticket, words)

    async def _complete(self, interaction: discord.Interaction, ticket: Ticket) -> None:
        choices = await completions(
            self._completer, self._store, reading.person(interaction), reading.data(interaction)
        )
        await self._answers.first(ticket, {"type": COMPLETE, "data": {"choices": choices}})

    async def _command(
        self, interaction: discord.Interaction, ticket: Ticket, words: Words
    ) -> None:
        if reading.is_on_message(interaction):
            asked = reading.on_message(interaction)
            wordless = not asked.values["text"].strip()
            await self._answer(interaction, ticket, words, _wordless(words) if wordless else asked)
            return
        command, values = reading.slash(reading.data(interaction))
        if command is None:
            gone = refusal(words(N_("I no longer know that command; type /help to see them all.")))
            await self._answer(interaction, ticket, words, gone)
        elif modals.wants_window(command, values):
            body = {"type": WINDOW, "data": modals.window(command, words)}
            await self._answers.first(ticket, body)
        else:
            asked = reading.ask(interaction, command=command.name, values=values)
            await self._answer(interaction, ticket, words, asked)

    async def _press(self, interaction: discord.Interaction, ticket: Ticket, words: Words) -> None:
        pressed = reading.pressed(interaction)
        if pressed is None:
            await self._answer(interaction, ticket, words, _too_old(words))
            return
        if pressed.owner != str(interaction.user.id):
            theirs = refusal(
                words(
                    N_(
                        "These buttons belong to the person who asked. Ask me yourself with "
                        "/advise; I answer you alone."
                    )
                )
            )
            await self._answer(interaction, ticket, words, theirs)
            return
        asked = reading.ask(
            interaction,
            line=pressed.text,
            of_others=pressed.of_others,
            event=reading.press_event(interaction),
        )
        await self._answer(interaction, ticket, words, asked, pressed)

    async def _answer(
        self,
        interaction: discord.Interaction,
        ticket: Ticket,
        words: Words,
        asked: Ask | Reply,
        pressed: Pressed | None = None,
    ) -> None:
        """In the response when ready soon; else announced, then put in its place."""
        manner = Manner(
            private=not interaction.context.dm_channel,
            in_place=bool(pressed and pressed.in_place),
            posts=bool(pressed and pressed.posts),
        )
        kept = bool(pressed and pressed.kept)
        work = asyncio.ensure_future(self._prepare(interaction, words, asked, kept=kept))
        try:
            async with asyncio.timeout(SOON):
                await asyncio.shield(work)
        except TimeoutError:
            await self._afterwards(ticket, work, manner)
            return
        answer, private = work.result(), manner.private and not manner.in_place
        kind = CHANGE if manner.in_place else SAY
        body = {"type": kind, "data": answer.data(private=private)}
        await self._answers.first(ticket, body, answer.message.files)

    async def _afterwards(
        self, ticket: Ticket, work: "asyncio.Future[Answer]", manner: Manner
    ) -> None:
        await self._answers.first(ticket, manner.announcement)
        answer = await work
        if manner.posts:
            data = answer.data(private=manner.private)
            await self._answers.add(ticket, data, answer.message.files)
        else:
            data = answer.data(private=False)
            await self._answers.change(ticket, data, answer.message.files)

    async def _prepare(
        self, interaction: discord.Interaction, words: Words, asked: Ask | Reply, *, kept: bool
    ) -> Answer:
        """The rendered reply; whatever goes wrong becomes one."""
        person, now = reading.person(interaction), self._clock()
        of_others = isinstance(asked, Ask) and asked.of_others
        try:
            reply = (
                asked if isinstance(asked, Reply) else await self._reply(asked, words, now, kept)
            )
            held = await hold(reply.actions, person, self._store, now)
            made = message(reply, held, person.user, words, of_others=of_others)
        except Exception as error:  # noqa: BLE001 - the last defence; tests fail when it is reached
            reply = apology(asked.command, error, words)
            made = message(reply, (), person.user, words)
        return Answer(made, reply.public)

    async def _reply(self, asked: Ask, words: Words, now: datetime, kept: bool) -> Reply:
        if kept:
            line = await self._store.line(asked.person, asked.line)
            if line is None:
                return _too_old(words)
            asked = replace(asked, line=line)
        return await self._service.answer(asked, self._store, now)


def _wordless(words: Words) -> Reply:
    return refusal(words(N_("That message has no words for me to read; ask me with /advise.")))


def _too_old(words: Words) -> Reply:
    return refusal(words(N_("That button is too old for me to remember; please ask again.")))

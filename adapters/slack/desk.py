"""The desk between Slack's payloads and the core: asks, waits, follows up, finishes."""

import asyncio
import logging
import traceback
from collections import Counter
from collections.abc import Callable, Coroutine, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from weakref import WeakValueDictionary

from msgspec import Struct
from msgspec.structs import replace

from adapters.slack import limits
from adapters.slack.buttons import carried
from adapters.slack.caller import Caller
from adapters.slack.members import Members
from adapters.slack.messages import Message, messages, overflows
from adapters.slack.wire import Wire
from bot.advice.words import N_, Words, words_for
from bot.commands.command import Refused
from bot.commands.line import Line
from bot.commands.service import Ask, Service, refusal
from bot.person import Person
from bot.reply import Reply
from bot.store import Store, StoreProblem

log = logging.getLogger("badgewise.slack")
SOON = 0.5  # seconds in which an answer goes out with the acknowledgement
_ASKS_SLACK = {"help", "nudge on", "nudge set"}  # need to know who may do what, or whose clock
TO_FINISH = 8.0  # seconds for work under way when told to stop
Carry = Mapping[str, str]


def now_utc() -> datetime:
    """The moment."""
    return datetime.now(UTC)


class Answered(Struct, frozen=True):
    """A reply, what its buttons carry, and whose it is."""

    reply: Reply
    carry: Carry
    owner: str
    say: Words

    def messages(self) -> list[Message]:
        """The reply as messages."""
        return messages(self.reply, self.carry, self.owner, self.say)


class Desk:
    """One for each process."""

    def __init__(
        self,
        service: Service,
        store: Store,
        wire: Wire,
        members: Members,
        clock: Callable[[], datetime] = now_utc,
    ) -> None:
        self.service, self.store, self.wire, self.members = service, store, wire, members
        self.clock = clock
        self.counted: Counter[str] = Counter()
        self._tasks: set[asyncio.Task[Any]] = set()
        self._under_way: dict[str, asyncio.Task[Answered]] = {}
        self._turns: WeakValueDictionary[Person, asyncio.Lock] = WeakValueDictionary()

    def say(self, caller: Caller) -> Words:
        """The adapter's own words, in the person's language as far as it is known."""
        member = self.members.known(caller.person)
        return words_for(member.locale if member else "en")

    def line(self, ask: Ask) -> Line | None:
        """The command and values of an ask; None when the core would refuse it."""
        try:
            return self.service.line(ask, words_for(ask.locale))
        except Refused:
            return None

    def ask(self, caller: Caller, line: str = "", **more: Any) -> Ask:
        """An ask of this caller."""
        member = self.members.known(caller.person)
        return Ask(
            person=caller.person,
            line=line,
            locale=member.locale if member else "en",
            event=caller.event,
            who=caller.who,
            can_share=caller.can_share,
            zone=member.time_zone if member else "",
            **more,
        )

    async def answer(self, caller: Caller, ask: Ask) -> Answered:
        """The core's answer. Whether the person is an admin is asked only where it matters."""
        if caller.outsider:
            return self.alone(caller, refusal(self.say(caller)(_OUTSIDER)))
        line = self.line(ask)
        if line is not None:
            ask = replace(ask, line="", command=line.command.name, values=line.values)
            if line.command.admin or line.command.name in _ASKS_SLACK:
                member = await self.members.ask(caller)
                ask = replace(ask, admin=member.admin, zone=member.time_zone)
        async with self._turn(caller):
            reply = await self.service.answer(ask, self.store, self.clock())
        self.counted[f"answered {'ok' if reply.ok else 'refused'}"] += 1
        self._meet(caller)
        return await self.with_buttons(caller, reply)

    def _turn(self, caller: Caller) -> AbstractAsyncContextManager[Any]:
        """What one person asks for is done in turn: pressing fast brings no conflict."""
        if not caller.event:
            return nullcontext()
        turn = self._turns.get(caller.person) or asyncio.Lock()
        self._turns[caller.person] = turn
        return turn

    async def with_buttons(self, caller: Caller, reply: Reply) -> Answered:
        """A reply with what its buttons carry; without buttons when they cannot be kept."""
        try:
            carry = await carried(self.store, caller.person, reply.actions, self.clock())
        except StoreProblem:
            return self.alone(caller, replace(reply, actions=()))
        return Answered(reply, carry, caller.person.user, self.say(caller))

    def alone(self, caller: Caller, reply: Reply) -> Answered:
        """A reply without buttons."""
        return Answered(reply, {}, caller.person.user, self.say(caller))

    def refused(self, caller: Caller, sentence: str) -> Answered:
        """One sentence of the adapter's own."""
        return self.alone(caller, refusal(self.say(caller)(sentence)))

    def _meet(self, caller: Caller) -> None:
        """Learns a newcomer's language, so that the next answer can be in it."""
        if self.members.known(caller.person) is None and caller.token:
            self.spawn(self.members.ask(caller))

    def spawn(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Work that goes on after the acknowledgement; it is finished before the process ends."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._finished)
        return task

    def _finished(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()):
            mishap(error)

    def once(self, caller: Caller, ask: Ask) -> tuple[asyncio.Task[Answered], bool]:
        """The answer under way, and whether it is new: a repeat joins the first."""
        under_way = self._under_way.get(caller.event)
        if under_way is not None:
            return under_way, False
        task = self.spawn(self.answer(caller, ask))
        if caller.event:
            self._under_way[caller.event] = task
            task.add_done_callback(lambda _: self._under_way.pop(caller.event, None))
        return task, True

    async def soon(self, task: asyncio.Task[Any], seconds: float = SOON) -> bool:
        """Whether a task is ready before an acknowledgement must go out."""
        await asyncio.wait({task}, timeout=seconds)
        return task.done()

    async def finish(self) -> None:
        """Waits for work under way, then lets go of the rest."""
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=TO_FINISH)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def follow_up(self, caller: Caller, answered: Answered, **how: Any) -> bool:
        """Answers through the response URL, privately unless the reply is meant for everybody."""
        kind = "in_channel" if answered.reply.public else "ephemeral"
        return await self.deliver(caller, answered.messages(), **{"response_type": kind, **how})

    async def deliver(self, caller: Caller, found: Sequence[Message], **how: Any) -> bool:
        """Messages through the response URL; what that takes no more goes to the person's own."""
        for number, message in enumerate(found):
            if number == limits.REPLIES:
                return await self.write(caller, found[number:])
            sent = {"replace_original": False, **message, **how}
            if not await self.wire.respond(caller.response_url, sent):
                return False
            how.pop("replace_original", None)
        return True

    async def write(self, caller: Caller, found: Sequence[Message]) -> bool:
        """Messages to the person alone, in the conversation with the bot."""
        for message in found:
            values = {"channel": caller.person.user, **message}
            if await self.wire.call("chat.postMessage", caller.token, **values) is None:
                return False
        return True

    async def send_whole(self, caller: Caller, answered: Answered) -> None:
        """Where a window shows only the beginning of an answer, the person gets all of it."""
        if overflows(answered.reply, answered.carry, answered.owner, answered.say):
            await self.write(caller, answered.messages())


_OUTSIDER = N_(
    "I answer people of this workspace only. Ask your own workspace to install Badgewise; what you "
    "tell me there stays there."
)


def mishap(error: BaseException) -> None:
    """Logs where an unforeseen error happened, without anybody's words."""
    frames = traceback.extract_tb(error.__traceback__)[-4:]
    where = " < ".join(f"{Path(f.filename).stem}:{f.lineno}" for f in reversed(frames))
    log.error("mishap: %s at %s", type(error).__name__, where)

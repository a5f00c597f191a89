"""Slash command, shortcuts and forms: what a person asks for outright."""

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.context.async_context import AsyncBoltContext

from adapters.slack import forms, home
from adapters.slack.caller import Caller, Payload, caller
from adapters.slack.desk import Answered, Desk
from adapters.slack.messages import Message, shown, waiting
from adapters.slack.spoken import spoken
from adapters.slack.text import line_of, said
from bot.advice.words import N_
from bot.commands.command import Command
from bot.commands.service import Ask
from bot.commands.table import free_text
from bot.store import StoreProblem

ADVISE_ON_THIS, ASK = "advise_on_this", "ask"  # the shortcuts' names in the manifest
_NOTHING = N_("That message has no words that I could read.")


class Commands:
    """Listeners."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def slash(self, ack: AsyncAck, body: Payload, context: AsyncBoltContext) -> None:
        """``/badgewise …`` where bolt took the request."""
        found = await self.heard(caller(body, context), str(body.get("text") or ""))
        await (ack(found) if found else ack())

    async def heard(self, who: Caller, text: str) -> Message | None:
        """``/badgewise …``: a form where words are missing, else the answer.

        None: there is nothing to say yet, and the acknowledgement goes out alone.
        """
        who = replace(who, can_share=True)
        ask = self._desk.ask(who, line_of(text))
        line = None if who.outsider else self._desk.line(ask)
        if line and forms.wanted(line.command, line.values):
            self._desk.spawn(self._open_or_say(who, line.command, ask))
            return None
        if line:  # read once
            ask = replace(ask, line="", command=line.command.name, values=line.values)
        return await self._answer(who, ask)

    async def _answer(self, who: Caller, ask: Ask) -> Message | None:
        """With the acknowledgement when ready soon, else through the response URL."""
        task, first_time = self._desk.once(who, ask)
        if not await self._desk.soon(task):
            if first_time:
                self._desk.spawn(self._later(who, task))
                self._desk.counted["late"] += 1
            return None
        first, *rest = task.result().messages()
        if rest:
            self._desk.spawn(self._desk.deliver(who, rest, response_type="ephemeral"))
        return {"response_type": "ephemeral", **first}

    async def _later(self, who: Caller, task: Any) -> None:
        await self._desk.follow_up(who, await task)

    async def _open_or_say(self, who: Caller, command: Command, ask: Ask) -> None:
        """Where no form can be opened, the core says what is missing."""
        if not await self.open_form(who, command, {}):
            await self._desk.follow_up(who, await self._desk.answer(who, ask))

    async def open_form(
        self, who: Caller, command: Command, given: Mapping[str, str], place: str = ""
    ) -> bool:
        """Opens the form of a command, with one's own entries to choose from."""
        say = self._desk.say(who)
        try:
            learner = (await self._desk.store.load(who.person)).learner
        except StoreProblem:
            return False
        view = forms.form(command, given, learner, self._desk.service.library, say, place=place)
        return bool(
            await self._desk.wire.call("views.open", who.token, trigger_id=who.trigger, view=view)
        )

    async def shortcut(self, ack: AsyncAck, body: Payload, context: AsyncBoltContext) -> None:
        """“Ask Badgewise”, from anywhere: the form for advice."""
        self._desk.spawn(self.open_form(caller(body, context), free_text(), {}))
        await ack()

    async def on_message(self, ack: AsyncAck, body: Payload, context: AsyncBoltContext) -> None:
        """“Advise on this”: the words of a message, for the eyes of the person who asked."""
        who = caller(body, context)
        self._desk.spawn(self._advise_on(who, body.get("message") or {}))
        await ack()

    async def _advise_on(self, who: Caller, message: Payload) -> None:
        text = said(message)
        if not text:
            await self._desk.follow_up(who, self._desk.refused(who, _NOTHING))
            return
        ask = self._desk.ask(
            who,
            command=free_text().name,
            values={free_text().fields[0].name: text},
            of_others=message.get("user") != who.person.user,
        )
        await self._desk.follow_up(who, await self._desk.answer(who, ask))

    async def sent(self, ack: AsyncAck, body: Payload, context: AsyncBoltContext) -> None:
        """A form that was filled in: answered in its own window."""
        view: Payload = body.get("view") or {}
        command = forms.of_view(view)
        if command is None:
            await ack()
            return
        event = f"slack:{context.team_id}:{view.get('id')}:{view.get('hash')}"
        who = replace(caller(body, context), event=event)
        place = str(view.get("private_metadata") or "")
        ask = self._desk.ask(who, command=command.name, values=forms.values(view))
        task = self._desk.spawn(self._desk.answer(who, ask))
        if not await self._desk.soon(task):
            self._desk.spawn(self._show_later(who, task, str(view.get("id") or ""), place))
            await ack(response_action="update", view=waiting(self._desk.say(who), place=place))
            return
        answered: Answered = task.result()
        if answered.reply.ok:
            await ack(response_action="update", view=_view(answered, place))
            self._desk.spawn(self._desk.send_whole(who, answered))
            self._refresh(who, place)
        else:
            told = spoken(answered.reply.title)
            await ack(response_action="errors", errors={forms.at_fault(command, told): told})

    async def _show_later(self, who: Caller, task: Any, view_id: str, place: str) -> None:
        answered: Answered = await task
        view = _view(answered, place)
        await self._desk.wire.call("views.update", who.token, view_id=view_id, view=view)
        await self._desk.send_whole(who, answered)
        self._refresh(who, place)

    def _refresh(self, who: Caller, place: str) -> None:
        """The Home tab shows what was changed from it."""
        if place == home.PLACE:
            self._desk.spawn(home.publish(self._desk, who))


def _view(answered: Answered, place: str) -> dict[str, Any]:
    return shown(answered.reply, answered.carry, answered.owner, answered.say, place=place)

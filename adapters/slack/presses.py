"""Buttons and menus that are pressed: in a message, in a modal, on the Home tab."""

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.context.async_context import AsyncBoltContext

from adapters.slack import forms, home
from adapters.slack.buttons import FORM, Press, chosen, meant, pressed
from adapters.slack.caller import Caller, Payload, caller
from adapters.slack.commands import Commands
from adapters.slack.desk import Answered, Desk
from adapters.slack.messages import shown, waiting
from bot.advice.words import N_
from bot.commands.line import Line
from bot.store import StoreProblem

_NOT_YOURS = N_("That button belongs to the person who asked. Ask me yourself: /badgewise help")
_OLD = N_("That button is too old, or was not meant for you. Please ask again.")


class Presses:
    """The listener."""

    def __init__(self, desk: Desk, commands: Commands) -> None:
        self._desk, self._commands = desk, commands

    async def press(self, ack: AsyncAck, body: Payload, context: AsyncBoltContext) -> None:
        """Acknowledged at once; the answer goes to where the button stands."""
        who = caller(body, context)
        view: Payload = body.get("view") or {}
        container: Payload = body.get("container") or {}
        private = bool(container.get("is_ephemeral"))
        who = replace(who, can_share=bool(who.response_url) and private and not view)
        action: Payload = (body.get("actions") or [{}])[0]
        where = _Where(view=view, private=private, choice=chosen(action))
        self._desk.spawn(self._answer(who, pressed(action), where))
        await ack()

    async def _answer(self, who: Caller, press: Press, where: "_Where") -> None:
        line, refusal = await self._line(who, press)
        if refusal:
            await self._show(who, where, refusal)
            return
        ask = self._desk.ask(who, line)
        found = self._desk.line(ask)
        if found and not who.outsider and self._form(press, found):
            place = where.place
            if where.modal:
                await self._fill_in(who, found, where)
            else:
                await self._commands.open_form(who, found.command, found.values, place)
            return
        if where.on_home:
            await self._over_home(who, line)
            return
        await self._show(who, where, await self._desk.answer(who, ask))

    async def _line(self, who: Caller, press: Press) -> tuple[str, Answered | None]:
        """The line behind a press, or why there is none."""
        if press.owner != who.person.user:
            return "", self._desk.refused(who, _NOT_YOURS)
        try:
            line = await meant(self._desk.store, who.person, press.value)
        except StoreProblem as problem:
            return "", self._desk.refused(who, str(problem))
        return (line, None) if line else ("", self._desk.refused(who, _OLD))

    @staticmethod
    def _form(press: Press, line: Line) -> bool:
        return press.value.startswith(FORM) or forms.wanted(line.command, line.values)

    async def _fill_in(self, who: Caller, line: Line, where: "_Where") -> None:
        """A form in the place of the modal that the button stands in."""
        say = self._desk.say(who)
        try:
            learner = (await self._desk.store.load(who.person)).learner
        except StoreProblem as problem:
            await self._show(who, where, self._desk.refused(who, str(problem)))
            return
        library = self._desk.service.library
        view = forms.form(line.command, line.values, learner, library, say, place=where.place)
        await self._update(who, where, view)

    async def _over_home(self, who: Caller, line: str) -> None:
        """The answer in a modal over the tab, then the tab as it is now."""
        say = self._desk.say(who)
        task = self._desk.spawn(self._desk.answer(who, self._desk.ask(who, line)))
        ready = await self._desk.soon(task)
        first = _view(task.result(), home.PLACE) if ready else waiting(say, place=home.PLACE)
        opened = await self._desk.wire.call(
            "views.open", who.token, trigger_id=who.trigger, view=first
        )
        answered = await task
        if not ready and opened:
            where = _Where(view=opened.get("view") or {})
            await self._update(who, where, _view(answered, home.PLACE))
        await self._desk.send_whole(who, answered)
        await home.publish(self._desk, who)

    async def _show(self, who: Caller, where: "_Where", answered: Answered) -> None:
        if where.modal:
            await self._update(who, where, _view(answered, where.place))
            await self._desk.send_whole(who, answered)
            if where.place == home.PLACE:
                await home.publish(self._desk, who)
        elif where.on_home:
            view = _view(answered, home.PLACE)
            await self._desk.wire.call("views.open", who.token, trigger_id=who.trigger, view=view)
        else:
            await self._in_message(who, where, answered)

    async def _in_message(self, who: Caller, where: "_Where", answered: Answered) -> None:
        """A choice replaces its question; what was posted for everybody leaves no look behind."""
        how: dict[str, Any] = {"replace_original": where.choice and answered.reply.ok}
        if not where.private:  # the bot's own direct message: what is said there stays there
            how["response_type"] = "in_channel"
        sent = await self._desk.follow_up(who, answered, **how)
        if sent and answered.reply.public:
            await self._desk.wire.respond(who.response_url, {"delete_original": True})

    async def _update(self, who: Caller, where: "_Where", view: Mapping[str, Any]) -> None:
        view_id = str(where.view.get("id") or "")
        await self._desk.wire.call("views.update", who.token, view_id=view_id, view=view)


class _Where:
    """Where a button stands."""

    def __init__(self, view: Payload, *, private: bool = False, choice: bool = False) -> None:
        self.view, self.private, self.choice = view, private, choice
        self.on_home = view.get("type") == "home"
        self.modal = view.get("type") == "modal"
        self.place = home.PLACE if self.on_home else str(view.get("private_metadata") or "")


def _view(answered: Answered, place: str) -> dict[str, Any]:
    return shown(answered.reply, answered.carry, answered.owner, answered.say, place=place)

"""The chat loop: lines in, replies out, as several persons if need be."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Protocol

from adapters.console.render import Renderer
from bot.advice.learner import Learner
from bot.advice.reading.text import visible
from bot.commands.service import Ask, Service
from bot.nudges import zones
from bot.person import Person
from bot.reply import Action, Banner, Reply, plain
from bot.store.store import Store

TENANT = "local"
_MOST_DIGITS = 4
LEAVE = frozenset({"/quit", "/exit", "/bye"})


class Voice(Protocol):
    """How replies leave the console."""

    def show(self, reply: Reply) -> None:
        """Shows one reply."""


class Machine:
    """One JSON object a line."""

    def show(self, reply: Reply) -> None:
        """Every key is always there."""
        found = {
            "command": reply.command,
            "ok": reply.ok,
            "title": reply.title,
            "text": plain(reply),
            "actions": [{"label": a.label, "line": a.line} for a in reply.actions],
            "advice": list(reply.advice),
        }
        print(json.dumps(found, ensure_ascii=True), flush=True)


class Human:
    """Text for eyes."""

    def __init__(self, renderer: Renderer) -> None:
        self._renderer = renderer

    def show(self, reply: Reply) -> None:
        """The reply and an empty line."""
        print(self._renderer.reply(reply) + "\n", flush=True)


class Chat:
    """One conversation at the console."""

    def __init__(
        self,
        service: Service,
        store: Store,
        voice: Voice,
        clock: Callable[[], datetime],
        *,
        numbered: bool,
    ) -> None:
        self.person = Person("console", TENANT, "you")
        self._service, self._store, self._voice, self._clock = service, store, voice, clock
        self._numbered = numbered
        self._choices: tuple[Action, ...] = ()

    def speak_as(self, name: str) -> None:
        """Goes on as another person."""
        self.person = Person("console", TENANT, name)
        self._choices = ()

    async def learner(self) -> Learner:
        """Who is speaking, as remembered; for completion."""
        return (await self._store.load(self.person)).learner

    async def greet(self) -> None:
        """Shows the nudge that has come due for the person who is here, if there is one."""
        reply = await self._service.answer(self._ask("/nudge due"), self._store, self._clock())
        if reply.actions:
            self._choices = reply.actions
            self._voice.show(reply)

    async def hear(self, line: str) -> bool:
        """Answers one line; False when it says goodbye. A blank line is answered with nothing."""
        line = line.strip()
        if not line:
            return True
        if line.lower() in LEAVE:
            return False
        if line.split(None, 1)[0].lower() == "/as":
            self._voice.show(self._as(line))
            if self._numbered:
                await self.greet()
            return True
        reply = await self._service.answer(self._ask(self._meant(line)), self._store, self._clock())
        self._choices = reply.actions
        self._voice.show(reply)
        return True

    def _as(self, line: str) -> Reply:
        name = visible(line[len("/as") :])[:80].strip('"“”„ ')
        if not name:
            text = "Say as whom, for example: /as ada"
            return Reply(text, (Banner(text),), ok=False, command="as")
        self.speak_as(name)
        text = f"You go on as {name}."
        return Reply(text, (Banner(text),), command="as")

    def _meant(self, line: str) -> str:
        """The line itself, or the button whose number, or the answer whose words, it is."""
        answers = {a.label.casefold(): a.line for a in self._choices if a.choice}
        if self._numbered and line.casefold() in answers:
            return answers[line.casefold()]
        if self._numbered and line.isdecimal() and len(line) <= _MOST_DIGITS:
            number = int(line)
            if 1 <= number <= len(self._choices):
                return self._choices[number - 1].line
        return line

    def _ask(self, line: str) -> Ask:
        return Ask(
            person=self.person, line=line, admin=True, who=self.person.user, zone=machine_zone()
        )


def machine_zone(local: Path = Path("/etc/localtime")) -> str:
    """The zone that this machine's clock goes by; UTC where it does not say."""
    named = os.environ.get("TZ", "").lstrip(":") or str(local.resolve())
    found = named.partition("zoneinfo/")[2] or named
    return found if found in zones.names() else "UTC"


def piped() -> Iterator[str]:
    """The lines of standard input; bytes that are no text become replacement marks."""
    for raw in sys.stdin.buffer:
        yield raw.decode("utf-8", errors="replace").rstrip("\r\n")

"""A conversation with the service over a real store, and rows of (says, expects)."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.advice.learner import Learner
from bot.commands.service import Ask, Service
from bot.person import Person
from bot.reply import Reply, plain
from bot.store import Store

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
YOU = Person("console", "local", "you")


@dataclass
class Talk:
    """One person's conversation; every answer is kept."""

    service: Service
    store: Store
    person: Person = YOU
    now: datetime = NOW
    admin: bool = True
    can_share: bool = False
    replies: list[Reply] = field(default_factory=list)

    async def say(self, line: str = "", **ask: Any) -> Reply:
        """Answers one line, or one command with its values."""
        found = {"admin": self.admin, "who": self.person.user, "can_share": self.can_share, **ask}
        asked = Ask(person=self.person, line=line, **found)
        reply = await self.service.answer(asked, self.store, self.now)
        self.replies.append(reply)
        return reply

    async def well(self, *lines: str) -> None:
        """Answers lines that must all be taken well."""
        for line in lines:
            reply = await self.say(line)
            assert reply.ok, f"{line!r} was refused: {plain(reply)}"

    async def text(self, line: str) -> str:
        """The whole answer to one line as text."""
        return plain(await self.say(line))

    async def learner(self) -> Learner:
        """The person as remembered."""
        return (await self.store.load(self.person)).learner


@dataclass(frozen=True)
class Row:
    """What a person says after ``before``, and what the answer must hold (or, ``not_``, not)."""

    says: str
    expects: tuple[str, ...]
    before: tuple[str, ...] = ()
    not_: tuple[str, ...] = ()
    admin: bool = True
    can_share: bool = False


def row(says: str, *expects: str, **more: Any) -> Any:
    """One row of a table of things that work; its id is what is said."""
    before = more.pop("before", ())
    before = (before,) if isinstance(before, str) else before
    named = more.pop("id", "")
    shown = named or " after ".join([says, *before[-1:]])
    return pytest.param(Row(says, expects, before, **more), id=shown[:90])


async def wrong(talk: Talk, given: Row) -> str:
    """What is wrong with the answer to a row's line: taken well, it holds what it must."""
    await _given(talk, given)
    shown = await _shown(talk, given, ok=True)
    missing = [text for text in given.expects if text not in shown]
    unwanted = [text for text in given.not_ if text in shown]
    return f"missing: {missing}, unwanted: {unwanted}, in:\n{shown}" if missing or unwanted else ""


async def refusal(talk: Talk, given: Row) -> str:
    """The sentence with which a row's line is refused; nothing has changed."""
    await _given(talk, given)
    kept = await talk.store.load(talk.person)
    shown = await _shown(talk, given, ok=False)
    assert await talk.store.load(talk.person) == kept
    return shown


async def _given(talk: Talk, given: Row) -> None:
    for line in given.before:
        await talk.well(line)
    talk.admin, talk.can_share = given.admin, given.can_share


async def _shown(talk: Talk, given: Row, *, ok: bool) -> str:
    reply = await talk.say(given.says)
    shown = plain(reply)
    assert reply.ok is ok, shown
    return shown

"""Puts one console session together: store, service, voice and where lines come from."""

import os
import sys
from collections.abc import Callable
from datetime import datetime

from adapters.console.chat import Chat, Human, Machine, Voice, piped
from adapters.console.render import Renderer
from bot.advice.library import Library
from bot.commands.service import Service
from bot.settings import Settings
from bot.store import open_store

WELCOME = (
    "Badgewise: is this credential worth it, for you, now?\n"
    "Ask in your own words; /help shows more, /quit leaves."
)


async def run(
    library: Library,
    settings: Settings,
    clock: Callable[[], datetime],
    *,
    as_json: bool,
    person: str | None,
) -> None:
    """Chats until the input ends."""
    keys = [key.get_secret_value() for key in settings.store.encryption_keys]
    store = await open_store(settings.store.url, keys)
    try:
        service = Service(library)
        chat = Chat(service, store, _voice(as_json=as_json), clock, numbered=not as_json)
        if person:
            chat.speak_as(person)
        if sys.stdin.isatty() and not as_json:
            await _interactive(chat, library)
            return
        if not as_json:
            await chat.greet()
        for line in piped():
            if not await chat.hear(line):
                break
    finally:
        await store.close()


def _voice(*, as_json: bool) -> Voice:
    if as_json:
        return Machine()
    colour = (
        sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    )
    return Human(Renderer(colour=colour))


async def _interactive(chat: Chat, library: Library) -> None:
    from adapters.console.prompt import LineCompleter, typed_lines  # noqa: PLC0415 - only with a TTY
    from bot.commands.completion import Completer  # noqa: PLC0415

    print(WELCOME + "\n")
    await chat.greet()
    completer = LineCompleter(Completer(library))
    async for line in typed_lines(completer):
        if not await chat.hear(line):
            break
        completer.learner = await chat.learner()

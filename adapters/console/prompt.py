"""The interactive prompt: history, completion of commands, options and known names."""

from collections.abc import AsyncIterator, Iterable

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.history import InMemoryHistory

from bot.advice.learner import Learner
from bot.commands.command import Command, Option
from bot.commands.completion import Completer as Names
from bot.commands.quoting import quoted
from bot.commands.table import COMMANDS


class LineCompleter(Completer):
    """Completes a command line from the one table of commands."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self.learner = Learner()

    def get_completions(
        self,
        document: Document,
        complete_event: CompleteEvent,  # noqa: ARG002 - the library's signature
    ) -> Iterable[Completion]:
        """Commands after a slash, then option names, then what an option can be."""
        text = document.text_before_cursor
        if not text.startswith("/"):
            return
        command = _command(text[1:])
        if command is None:
            typed = text[1:].lstrip()
            for name, found in COMMANDS.items():
                if name.startswith(typed.lower()) and not found.hidden:
                    yield Completion(name, -len(typed), display_meta=found.help)
            return
        yield from self._option(command, text[1 + len(command.name) :])

    def _option(self, command: Command, text: str) -> Iterable[Completion]:
        last = max(text.rfind(f"{o.name}:") for o in command.fields) if command.fields else -1
        word = text.rsplit(" ", 1)[-1]
        for field in command.fields:
            if field.name.startswith(word) and word and not field.hidden:
                yield Completion(f"{field.name}:", -len(word), display_meta=field.description)
        current, typed = self._current(command, text, last)
        if current:
            yield from self._values(current, typed)

    @staticmethod
    def _current(command: Command, text: str, last: int) -> tuple[Option | None, str]:
        for field in command.fields:
            if last >= 0 and text.startswith(f"{field.name}:", last):
                return field, text[last + len(field.name) + 1 :]
        return command.first, text.lstrip()

    def _values(self, option: Option, typed: str) -> Iterable[Completion]:
        bare = typed.lstrip('"')
        for choice in option.choices:
            if choice.startswith(bare.lower()):
                yield Completion(choice, -len(typed))
        if option.completes:
            for shown, sent in self._names.complete(option.completes, bare, self.learner):
                yield Completion(quoted(sent), -len(typed), display=shown)


def _command(text: str) -> Command | None:
    """The command whose whole name stands at the start, followed by a space."""
    parts = text.split(" ")
    for length in (2, 1):
        name = " ".join(parts[:length]).lower()
        if name in COMMANDS and len(parts) > length:
            return COMMANDS[name]
    return None


async def typed_lines(completer: LineCompleter) -> AsyncIterator[str]:
    """Lines as they are typed; ends at Ctrl-D, forgets a line at Ctrl-C.

    The history lasts as long as the chat: what people type is not written to disk.
    """
    session: PromptSession[str] = PromptSession(
        history=InMemoryHistory(), completer=completer, complete_while_typing=False
    )
    while True:
        try:
            yield await session.prompt_async("badgewise> ")
        except KeyboardInterrupt:
            continue
        except EOFError:
            return

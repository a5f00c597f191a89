"""The knowledge with its readers, built once and shared by every answer."""

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from bot.advice.knowledge import BUILT_IN, Knowledge, load
from bot.advice.reading.form import FormReader
from bot.advice.reading.lexicon import Lexicon
from bot.advice.reading.message import MessageReader


class Library:
    """Knowledge and readers. Raises KnowledgeError when an operator's file cannot be used."""

    def __init__(self, folders: Iterable[Path] = ()) -> None:
        self.knowledge: Knowledge = load((BUILT_IN, *folders))

    @cached_property
    def lexicon(self) -> Lexicon:
        """Names and aliases as an index."""
        return Lexicon(self.knowledge)

    @cached_property
    def messages(self) -> MessageReader:
        """Reads messages."""
        return MessageReader(self.lexicon)

    @cached_property
    def forms(self) -> FormReader:
        """Reads forms."""
        return FormReader(self.messages)

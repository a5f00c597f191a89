"""The knowledge with its readers, built once and shared by every answer.

Reading and checking some megabytes of TOML takes long, so the result is kept beside Python's own
compiled files and used as long as no knowledge file has changed.
"""

import gc
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from bot.advice import cache
from bot.advice.knowledge import BUILT_IN, Knowledge, existing, load
from bot.advice.knowledge_check import checked
from bot.advice.reading.form import FormReader
from bot.advice.reading.lexicon import Lexicon
from bot.advice.reading.message import MessageReader


class Library:
    """Knowledge and readers. Raises KnowledgeError when an operator's file cannot be used."""

    def __init__(self, folders: Iterable[Path] = ()) -> None:
        roots = (BUILT_IN, *map(existing, folders))
        kept = cache.load(roots)
        self.knowledge: Knowledge = kept[0] if kept else checked(load(roots))
        self.lexicon = Lexicon(self.knowledge, kept[1] if kept else None)
        if kept is None:
            cache.save(roots, self.knowledge, self.lexicon.tables)
        gc.freeze()  # it lives as long as the process: no need to look through it again and again

    @cached_property
    def messages(self) -> MessageReader:
        """Reads messages."""
        return MessageReader(self.lexicon)

    @cached_property
    def forms(self) -> FormReader:
        """Reads forms."""
        return FormReader(self.messages)

"""The knowledge with its readers, built once and shared by every answer.

Reading and checking some megabytes of TOML takes long, so the result is kept beside Python's own
compiled files and looked into there as long as no knowledge file has changed.
"""

import gc
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from bot.advice import cache
from bot.advice.knowledge import BUILT_IN, Knowledge, existing, load
from bot.advice.knowledge_check import checked
from bot.advice.reading import circumstances, past, patterns, places, unfiled
from bot.advice.reading.clues import beginnings, know
from bot.advice.reading.compiled import compile_names
from bot.advice.reading.form import FormReader
from bot.advice.reading.lexicon import Lexicon
from bot.advice.reading.message import MessageReader

CELLS = 2_000  # of a table, for each of its columns
_CLUES = (circumstances.STANDING, circumstances.CLUES, past.CLUES, places.CLUES, unfiled.CLUES)


def _anew(roots: Sequence[Path]) -> tuple[Knowledge, Mapping[str, Any]]:
    """From the files themselves; kept, and looked into where it is kept, if that can be."""
    knowledge = checked(load(roots))
    compiled = {
        **compile_names(knowledge),
        "beginnings": beginnings(*_CLUES),
        "patterns": patterns.numbers(),
    }
    cache.save(roots, knowledge, compiled)
    return cache.load(roots) or (knowledge, compiled)


class Library:
    """Knowledge and readers. Raises KnowledgeError when an operator's file cannot be used."""

    def __init__(self, folders: Iterable[Path] = ()) -> None:
        roots = (BUILT_IN, *map(existing, folders))
        self.knowledge, tables = cache.load(roots) or _anew(roots)
        know(tables["beginnings"])
        patterns.know(tables["patterns"])
        self.lexicon = Lexicon(self.knowledge, tables)
        gc.freeze()  # it lives as long as the process: no need to look through it again and again

    @cached_property
    def messages(self) -> MessageReader:
        """Reads messages."""
        return MessageReader(self.lexicon)

    @cached_property
    def forms(self) -> FormReader:
        """Reads forms."""
        return FormReader(self.messages)

    @cached_property
    def rows(self) -> FormReader:
        """Reads the rows of a table, whose cells it remembers."""
        return FormReader(self.messages, remembered=CELLS)

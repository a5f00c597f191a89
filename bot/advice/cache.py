"""Keeps the knowledge, ready for use, beside Python's compiled files, until a file changes."""

import hashlib
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import Any

from msgspec.structs import fields

from bot.advice import shelf
from bot.advice.knowledge import SHAPES as _SHAPES
from bot.advice.knowledge import Knowledge, indexed
from bot.advice.reading.compiled import WHOLE
from bot.advice.reading.english import source
from bot.advice.shelf import Entries, Shelf

FOLDER = Path(__file__).parent / "__pycache__"
_FORMAT = 6
INDEX = "index"
_WRITTEN_WITHIN = 3_600.0  # seconds; who has not got a file done by then was stopped at it
_MARK = ":"  # stands between the parts of a compiled table's name
_SOURCES = ("cache.py", "shelf.py", "knowledge.py", "taxonomy.py", "reading/*.py", "reading/*.txt")


def _key(roots: Sequence[Path]) -> str:
    """Changes whenever a knowledge file, or the code that reads them, changes."""
    found = hashlib.blake2b(f"{_FORMAT} {sys.version_info[:3]}".encode(), digest_size=12)
    here = Path(__file__).parent
    code = [path for name in _SOURCES for path in sorted(here.glob(name))]
    for path in (*code, source(), *(p for root in roots for p in sorted(root.rglob("*.toml")))):
        stat = path.stat()
        found.update(f"{path} {stat.st_mtime_ns} {stat.st_size}".encode())
    return found.hexdigest()


def load(roots: Sequence[Path]) -> tuple[Knowledge, Mapping[str, Any]] | None:
    """The knowledge and its compiled names as they were kept, or None when stale or missing."""
    with suppress(OSError, EOFError, ValueError, TypeError, KeyError):
        kept = shelf.opened(FOLDER / f"knowledge-{_key(roots)}.shelf")
        tables = {kind: Entries(kept[kind], _thawing(shape)) for kind, shape in _SHAPES.items()}
        compiled = _joined(kept)
        return Knowledge(**tables, index=compiled.pop(INDEX)), compiled
    return None


def save(roots: Sequence[Path], knowledge: Knowledge, compiled: Mapping[str, Any]) -> None:
    """Keeps them; where the folder cannot be written, nothing is kept and nothing is lost."""
    rows = {kind: _frozen(getattr(knowledge, kind)) for kind in _SHAPES}
    compiled = {**compiled, INDEX: indexed(knowledge)}
    with suppress(OSError):
        FOLDER.mkdir(exist_ok=True)
        kept = FOLDER / f"knowledge-{_key(roots)}.shelf"
        handle, name = tempfile.mkstemp(dir=FOLDER, prefix="writing-")
        with os.fdopen(handle, "wb") as file:
            file.write(shelf.written({**rows, **dict(_split(compiled))}))
        Path(name).replace(kept)
        for old in _outdated(kept):
            old.unlink(missing_ok=True)


def _outdated(kept: Path) -> Iterator[Path]:
    """Files of other states, and what nobody finished; what others are writing is left to them."""
    yield from (old for old in FOLDER.glob("knowledge-*") if old != kept)
    begun_before = kept.stat().st_mtime - _WRITTEN_WITHIN
    yield from (old for old in FOLDER.glob("writing-*") if old.stat().st_mtime < begun_before)


def _split(compiled: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[Any, Any]]]:
    """Compiled tables under names of their own; one that is kept whole is a table's only record."""
    for name, table in compiled.items():
        if name == INDEX:
            yield from ((f"{_MARK}{name}{_MARK}{kind}", inner) for kind, inner in table.items())
        else:
            yield f"{_MARK}{name}", {name: table} if name in WHOLE else table


def _joined(kept: Mapping[str, Shelf]) -> dict[str, Any]:
    """The compiled tables under the names that they had."""
    found: dict[str, Any] = {}
    for path, table in kept.items():
        _, *names = path.split(_MARK)
        if len(names) > 1:
            found.setdefault(names[0], {})[names[1]] = table
        elif names:
            found[names[0]] = table[names[0]] if names[0] in WHOLE else table
    return found


def _frozen(table: Mapping[str, Any]) -> dict[str, tuple[Any, ...]]:
    """Entries as plain tuples in the order of their fields."""
    return {
        key: tuple(_plain(getattr(entry, f.name)) for f in fields(entry))
        for key, entry in table.items()
    }


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, StrEnum) else value


def _thawing(kind: type) -> Callable[[tuple[Any, ...]], Any]:
    """What makes an entry of a plain tuple."""
    names = [f.name for f in fields(kind)]
    places = [
        (number, {member.value: member for member in f.type})
        for number, f in enumerate(fields(kind))
        if isinstance(f.type, type) and issubclass(f.type, StrEnum)
    ]

    def made(row: tuple[Any, ...]) -> Any:
        values = list(row)
        for place, members in places:
            values[place] = members[values[place]]
        return kind(**dict(zip(names, values, strict=True)))

    return made

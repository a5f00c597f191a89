"""Keeps the loaded knowledge beside Python's compiled files; a changed file makes it stale."""

import gc
import hashlib
import marshal
import mmap
import os
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import fields
from enum import StrEnum
from pathlib import Path
from typing import Any

from bot.advice.knowledge import KINDS, Knowledge
from bot.advice.taxonomy import Industry

FOLDER = Path(__file__).parent / "__pycache__"
_FORMAT = 1
_SOURCES = (
    "cache.py",
    "knowledge.py",
    "taxonomy.py",
    "reading/compiled.py",
    "reading/looks.py",
    "reading/text.py",
)


def _key(roots: Sequence[Path]) -> str:
    """Changes whenever a knowledge file, or the code that reads them, changes."""
    found = hashlib.blake2b(f"{_FORMAT} {sys.version_info[:2]}".encode(), digest_size=12)
    code = [Path(__file__).parent / name for name in _SOURCES]
    for path in (*code, *(p for root in roots for p in sorted(root.rglob("*.toml")))):
        stat = path.stat()
        found.update(f"{path} {stat.st_mtime_ns} {stat.st_size}".encode())
    return found.hexdigest()


@contextmanager
def _no_collection() -> Iterator[None]:
    """Many small objects at once: the garbage collector would only get in the way."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def load(roots: Sequence[Path]) -> tuple[Knowledge, Mapping[str, Any]] | None:
    """The knowledge and its compiled names as they were kept, or None when stale or missing."""
    path = FOLDER / f"knowledge-{_key(roots)}.marshal"
    with suppress(OSError, EOFError, ValueError, TypeError, KeyError), _no_collection():
        with (
            path.open("rb") as file,
            mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as bytes_,
        ):
            kept = marshal.loads(bytes_)  # noqa: S302 - our own file, beside our own code
        tables = {kind: _thawed(KINDS[kind], rows) for kind, rows in kept["tables"].items()}
        industries = _thawed(Industry, kept["industries"])
        return Knowledge(industries=industries, **tables), kept["compiled"]
    return None


def save(roots: Sequence[Path], knowledge: Knowledge, compiled: Mapping[str, Any]) -> None:
    """Keeps them; where the folder cannot be written, nothing is kept and nothing is lost."""
    kept = {
        "tables": {kind: _frozen(getattr(knowledge, kind)) for kind in KINDS},
        "industries": _frozen(knowledge.industries),
        "compiled": dict(compiled),
    }
    with suppress(OSError):
        FOLDER.mkdir(exist_ok=True)
        for old in FOLDER.glob("knowledge-*.marshal"):
            old.unlink(missing_ok=True)
        handle, name = tempfile.mkstemp(dir=FOLDER)
        with os.fdopen(handle, "wb") as file:
            file.write(marshal.dumps(_one_copy(kept, {})))
        Path(name).replace(FOLDER / f"knowledge-{_key(roots)}.marshal")


def _frozen(table: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """Entries as plain tuples in the order of their fields."""
    return [
        tuple(_plain(getattr(entry, f.name)) for f in fields(entry)) for entry in table.values()
    ]


def _one_copy(value: Any, texts: dict[str, str]) -> Any:
    """The same with each text held once: thousands of names and ids share their words."""
    if isinstance(value, str):
        return texts.setdefault(value, value)
    if isinstance(value, dict):
        return {_one_copy(k, texts): _one_copy(v, texts) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(_one_copy(v, texts) for v in value)
    return value


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, StrEnum) else value


def _thawed(kind: type, rows: list[tuple[Any, ...]]) -> dict[str, Any]:
    """Entries from plain tuples."""
    names = [f.name for f in fields(kind)]
    enums = {
        f.name: f.type
        for f in fields(kind)
        if isinstance(f.type, type) and issubclass(f.type, StrEnum)
    }
    places = [(names.index(name), type_) for name, type_ in enums.items()]
    at = names.index("id")
    found = {}
    for row in rows:
        values = list(row)
        for place, type_ in places:
            values[place] = type_(values[place])
        found[row[at]] = kind(**dict(zip(names, values, strict=True)))
    return found

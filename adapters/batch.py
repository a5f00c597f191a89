"""``advise --batch``: a table of credentials in, one advice a row out, in order."""

import csv
import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, TextIO

from msgspec.structs import fields

from bot.advice.advise import advise
from bot.advice.case import cases
from bot.advice.learner import Learner
from bot.advice.library import Library
from bot.advice.reading.form import Form
from bot.advice.wording import Wording
from bot.advice.words import words_for
from bot.commands.entry import entry

COLUMNS = tuple(f.name for f in fields(Form))
_MAX_CELL = 4_000


class BatchError(ValueError):
    """A table that cannot be read at all; the message says what to change."""


def rows(source: TextIO) -> Iterator[Form]:
    """The rows of a CSV file with a header from COLUMNS. Raises BatchError."""
    csv.field_size_limit(sys.maxsize)
    reader = csv.reader(line.replace("\0", "") for line in source)
    try:
        header = [h.strip().lstrip("\ufeff").lower() for h in next(reader, [])]
    except csv.Error as error:
        raise BatchError(f"The table's first line cannot be read ({error}).") from error
    known = [h for h in header if h in COLUMNS]
    if not known:
        raise BatchError(f"The table needs a header with columns from {', '.join(COLUMNS)}.")
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield Form()
            continue
        if row:
            cells = dict(zip(header, row, strict=False))
            yield Form(**{name: cells.get(name, "")[:_MAX_CELL] for name in known})


def advice(forms: Iterable[Form], library: Library, today: date) -> Iterator[dict[str, Any]]:
    """One entry a row; a row that cannot be read is a ``tell_me``."""
    wording = Wording(words_for("en"), library.knowledge)
    learner = Learner()
    read = library.rows.form
    for form in forms:
        reading = read(form)
        case = cases(reading, learner, library.knowledge, today)[0]
        yield entry(advise(case), wording)


def run(path: str, library: Library, today: date) -> None:
    """Reads ``path`` (``-``: standard input) and prints JSON lines. Raises BatchError."""
    if path == "-":
        sys.stdin.reconfigure(encoding="utf-8", errors="replace", newline="")  # type: ignore[union-attr]
        _print(sys.stdin, library, today)
        return
    try:
        source = Path(path).open(encoding="utf-8", errors="replace", newline="")  # noqa: SIM115
    except OSError as error:
        raise BatchError(f"{path} cannot be opened ({error.strerror}).") from error
    with source:
        _print(source, library, today)


def _print(source: TextIO, library: Library, today: date) -> None:
    for found in advice(rows(source), library, today):
        sys.stdout.write(json.dumps(found, ensure_ascii=True) + "\n")
    sys.stdout.flush()

"""Tables in a file that is looked into and never loaded.

What is asked for is read where it lies, so that a table costs no memory. (Mapped into memory it
would cost two megabytes wherever a kernel maps large pages, whichever few bytes are looked at.)
A table is an array of slots, found by the hash of a key, each with the place of a record; a record
is key and value, marshalled.
"""

import marshal
import os
import weakref
import zlib
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, TypeVar

from bot.advice.remembered import Remembered

T = TypeVar("T")
_MAGIC = b"BADGE\0\0\2"
_NUMBER: Final = "I"
_WIDTH = array(_NUMBER).itemsize
_SLOT = 3  # numbers: hash, place and length of a record; all nought when it is free
_HEAD = len(_MAGIC) + 2 * _WIDTH  # then: place and checksum of the directory, which comes last
REMEMBERED = 5_000  # entries of a table; those in use stay


def _hash(key: Any) -> int:
    return zlib.crc32(str(key).encode("utf-8", "surrogatepass"))


class _File:
    """A file that is read at places, by any thread. Raises OSError when it cannot be opened."""

    def __init__(self, path: Path) -> None:
        self._number = os.open(path, os.O_RDONLY)
        weakref.finalize(self, os.close, self._number)
        self.size = os.fstat(self._number).st_size

    def at(self, start: int, length: int) -> bytes:
        """So many bytes from there."""
        return os.pread(self._number, length, start)

    def numbers(self, start: int, count: int) -> Sequence[int]:
        """So many numbers from there."""
        return memoryview(self.at(start, count * _WIDTH)).cast(_NUMBER)


class Shelf(Mapping[Any, Any]):
    """One table of the file: keys to whatever was put there, in the order it was put.

    Args:
        slots: where they begin; ``size`` is their number.
        starts: where the places of the ``count`` records stand, and behind them where they end.
    """

    def __init__(self, file: _File, slots: int, size: int, starts: int, count: int) -> None:
        self._file, self._slots, self._size = file, slots, size
        self._starts, self._count = starts, count

    def get(self, key: Any, default: Any = None) -> Any:
        """The value of a key, or the default."""
        wanted = _hash(key)
        at = wanted % self._size
        while True:
            found, start, length = self._file.numbers(self._slots + at * _SLOT * _WIDTH, _SLOT)
            if not length:
                return default
            if found == wanted:
                own, value = marshal.loads(self._file.at(start, length))  # noqa: S302 - our own file
                if own == key:
                    return value
            at = (at + 1) % self._size

    def __getitem__(self, key: Any) -> Any:
        found = self.get(key, self)
        if found is self:
            raise KeyError(key)
        return found

    def __contains__(self, key: object) -> bool:
        return self.get(key, self) is not self

    def __iter__(self) -> Iterator[Any]:
        return (key for key, _ in self._records())

    def __len__(self) -> int:
        return self._count

    def items(self) -> Any:
        """Pairs of key and value, each read once."""
        return _Pairs(self._records, self._count)

    def values(self) -> Any:
        """The values in their order."""
        return [value for _, value in self._records()]

    def _records(self) -> Iterator[tuple[Any, Any]]:
        """Every key and value, out of the table as it lies in the file."""
        first, *ends = self._file.numbers(self._starts, self._count + 1)
        whole, start = memoryview(self._file.at(first, (ends or [first])[-1] - first)), 0
        for end in ends:
            yield marshal.loads(whole[start : end - first])  # noqa: S302 - our own file
            start = end - first


class _Pairs:
    """Pairs that are read while one goes through them."""

    def __init__(self, read: Callable[[], Iterator[tuple[Any, Any]]], count: int) -> None:
        self._read, self._count = read, count

    def __iter__(self) -> Iterator[tuple[Any, Any]]:
        return self._read()

    def __len__(self) -> int:
        return self._count


class Entries(Remembered[str, T]):
    """A table of rows as entries; what the dict itself holds are those in use."""

    def __init__(self, rows: Shelf, made: Callable[[tuple[Any, ...]], T]) -> None:
        super().__init__(lambda key: made(rows[key]), REMEMBERED)
        self._rows, self._made = rows, made

    def get(self, key: str, default: Any = None) -> Any:
        """The entry of a key, or the default."""
        if not key:  # what names nothing
            return default
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key: object) -> bool:
        return super().__contains__(key) or key in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Mapping) and dict(self.items()) == dict(other.items())

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = None  # type: ignore[assignment]

    def keys(self) -> Any:
        """The keys in their order."""
        return list(self._rows)

    def values(self) -> Any:
        """Every entry, made as one goes through them, and not remembered."""
        return map(self._made, self._rows.values())

    def items(self) -> Any:
        """Pairs of key and entry, made as one goes through them, and not remembered."""
        return zip(self._rows, self.values(), strict=True)


def written(tables: Mapping[str, Mapping[Any, Any]]) -> bytes:
    """The file's bytes."""
    body, directory = bytearray(_HEAD), {}
    for name, table in tables.items():
        starts, size = array(_NUMBER), 2 * len(table) + 1
        slots = array(_NUMBER, bytes(_SLOT * size * _WIDTH))
        for key, value in table.items():
            record, wanted = marshal.dumps((key, value)), _hash(key)
            at = wanted % size
            while slots[_SLOT * at + 2]:
                at = (at + 1) % size
            slots[_SLOT * at : _SLOT * (at + 1)] = array(_NUMBER, (wanted, len(body), len(record)))
            starts.append(len(body))
            body += record
        starts.append(len(body))
        places = []
        for numbers in (slots, starts):
            body += bytes(-len(body) % _WIDTH)
            places.append(len(body))
            body += numbers.tobytes()
        directory[name] = (places[0], size, places[1], len(table))
    place, listed = len(body), marshal.dumps(directory)
    body += listed
    head = array(_NUMBER, (place, zlib.crc32(listed)))
    body[:_HEAD] = _MAGIC + head.tobytes()
    return bytes(body)


def opened(path: Path) -> dict[str, Shelf]:
    """The tables of a file by name. Raises OSError, or ValueError when it is not whole."""
    file = _File(path)
    if file.size < _HEAD or file.at(0, len(_MAGIC)) != _MAGIC:
        raise ValueError(path)
    place, check = file.numbers(len(_MAGIC), 2)
    listed = file.at(place, max(0, file.size - place))
    if zlib.crc32(listed) != check:
        raise ValueError(path)
    directory = marshal.loads(listed)  # noqa: S302 - our own file, beside our own code
    return {name: Shelf(file, *found) for name, found in directory.items()}

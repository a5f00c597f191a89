"""Tables in a file that is looked into and never loaded.

The file is mapped into memory: the system reads the pages that are needed, drops them when memory
is short, and shares them between processes. A table is an array of slots, found by the hash of a
key, each with the place of a record; a record is key and value, marshalled.
"""

import marshal
import mmap
import zlib
from array import array
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, TypeVar

from bot.advice.remembered import Remembered

T = TypeVar("T")
_MAGIC = b"BADGE\0\0\1"
_NUMBER: Final = "I"
_WIDTH = array(_NUMBER).itemsize
_HEAD = len(_MAGIC) + 2 * _WIDTH  # then: place and checksum of the directory, which comes last
REMEMBERED = 5_000  # entries of a table; those in use stay


def _hash(key: Any) -> int:
    return zlib.crc32(str(key).encode("utf-8", "surrogatepass"))


class Shelf(Mapping[Any, Any]):
    """One table of the file: keys to whatever was put there, in the order it was put."""

    def __init__(self, data: memoryview, slots: int, size: int, starts: int, count: int) -> None:
        self._data, self._size, self._count = data, size, count
        self._slots = data[slots : slots + 2 * size * _WIDTH].cast(_NUMBER)
        self._starts = data[starts : starts + count * _WIDTH].cast(_NUMBER)

    def _record(self, start: int) -> tuple[Any, Any]:
        key, value = marshal.loads(self._data[start:])  # noqa: S302 - our own file
        return key, value

    @property
    def file(self) -> Any:
        """The file in memory that the table is a part of."""
        return self._data.obj

    def get(self, key: Any, default: Any = None) -> Any:
        """The value of a key, or the default."""
        slots, size, wanted = self._slots, self._size, _hash(key)
        at = wanted % size
        while start := slots[2 * at + 1]:
            if slots[2 * at] == wanted:
                found, value = self._record(start)
                if found == key:
                    return value
            at = (at + 1) % size
        return default

    def __getitem__(self, key: Any) -> Any:
        found = self.get(key, self)
        if found is self:
            raise KeyError(key)
        return found

    def __contains__(self, key: object) -> bool:
        return self.get(key, self) is not self

    def __iter__(self) -> Iterator[Any]:
        return (self._record(start)[0] for start in self._starts)

    def __len__(self) -> int:
        return self._count

    def items(self) -> Any:
        """Pairs of key and value, each read once."""
        return _Pairs(self._record, self._starts)

    def values(self) -> Any:
        """The values in their order."""
        return [self._record(start)[1] for start in self._starts]


class _Pairs:
    """Pairs that are read while one goes through them."""

    def __init__(self, record: Callable[[int], tuple[Any, Any]], starts: memoryview) -> None:
        self._record, self._starts = record, starts

    def __iter__(self) -> Iterator[tuple[Any, Any]]:
        return map(self._record, self._starts)

    def __len__(self) -> int:
        return len(self._starts)


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
        slots = array(_NUMBER, bytes(2 * size * _WIDTH))
        for key, value in table.items():
            starts.append(len(body))
            wanted = _hash(key)
            at = wanted % size
            while slots[2 * at + 1]:
                at = (at + 1) % size
            slots[2 * at], slots[2 * at + 1] = wanted, len(body)
            body += marshal.dumps((key, value))
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
    with path.open("rb") as file:
        data = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    if bytes(data[: len(_MAGIC)]) != _MAGIC:
        raise ValueError(path)
    place, check = data[len(_MAGIC) : _HEAD].cast(_NUMBER)
    if zlib.crc32(data[place:]) != check:
        raise ValueError(path)
    directory = marshal.loads(data[place:])  # noqa: S302 - our own file, beside our own code
    return {name: Shelf(data, *found) for name, found in directory.items()}


def let_go(tables: Mapping[str, Shelf]) -> None:
    """Hands back the memory of what was read so far; what is needed again is read again."""
    for file in {table.file for table in tables.values()}:
        if hasattr(file, "madvise"):  # not on every system
            file.madvise(mmap.MADV_DONTNEED)

"""Time zones by name: the IANA's own, from one source on every machine, and a search for them."""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib import resources
from zoneinfo import ZoneInfo

import tzdata

from bot.advice.reading.text import fold
from bot.nudges.zone_names import ABBREVIATIONS, PLACES

VERSION: str = tzdata.IANA_VERSION
MOST = 25
_NO_CHOICE = ("Etc/", "SystemV/", "US/", "posix/", "right/")
_LONGEST = 60


@cache
def names() -> frozenset[str]:
    """Every zone that can be chosen: places, and UTC; never a machine's own or a trick."""
    text = resources.files(tzdata).joinpath("zones").read_text("utf-8")
    found = {n for n in text.split() if "/" in n and not n.startswith(_NO_CHOICE)}
    return frozenset(found | {"UTC"})


@lru_cache(maxsize=700)
def zone(name: str) -> ZoneInfo:
    """The zone of a name out of ``names()``. Raises KeyError for any other."""
    if name not in names():
        raise KeyError(name)
    place = resources.files(tzdata).joinpath("zoneinfo", *name.split("/"))
    with place.open("rb") as file:
        return ZoneInfo.from_file(file, key=name)


def _place(name: str) -> str:
    return fold(name.rsplit("/", 1)[-1].replace("_", " "))


@cache
def _countries() -> Mapping[str, tuple[str, ...]]:
    """Names of countries in English to their zones, in the IANA's order."""
    from babel import Locale  # noqa: PLC0415 - loaded when first needed

    english = Locale("en").territories
    found: dict[str, list[str]] = {}
    table = resources.files(tzdata).joinpath("zoneinfo", "zone.tab").read_text("utf-8")
    for line in table.splitlines():
        if not line.startswith("#"):
            code, _, name, *_ = line.split("\t")
            if code in english and name in names():
                found.setdefault(fold(english[code]), []).append(name)
    return {country: tuple(zones) for country, zones in found.items()}


def search(text: str) -> tuple[str, ...]:
    """Zones that somebody may mean by a city, a country, a clock's abbreviation or its own name.

    Up to 25, the likeliest first; none for what is no place.
    """
    typed = fold(text.strip()[:_LONGEST].replace("_", " "))
    if not typed:
        return ()
    exact = next((n for n in names() if fold(n.replace("_", " ")) == typed), None)
    if exact:
        return (exact,)
    return tuple(dict.fromkeys(_found(typed)))[:MOST]


def _found(typed: str) -> Iterator[str]:
    """Whole names first, then beginnings, then what stands within."""
    tables = (ABBREVIATIONS, PLACES, _countries())
    for table in tables:
        yield from table.get(typed, ())
    ordered = sorted(names())
    yield from (n for n in ordered if _place(n) == typed)
    yield from (n for n in ordered if _place(n).startswith(typed))
    for table in tables[1:]:
        for name, zones in table.items():
            if name.startswith(typed):
                yield from zones
    if len(typed) > 2:
        yield from (n for n in ordered if typed in fold(n.replace("_", " ")))


def certain(text: str) -> str:
    """The one zone that a text names without doubt; empty otherwise."""
    typed = fold(text.strip()[:_LONGEST].replace("_", " "))
    found = search(text)
    places = tuple(n for n in found if _place(n) == typed)
    tables = (ABBREVIATIONS, PLACES, {typed: places} if places else {}, _countries())
    named = next((table[typed] for table in tables if typed in table), found)
    return named[0] if len(named) == 1 else ""

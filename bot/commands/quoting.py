"""Writes command lines, as buttons carry them."""

import re

_UNSAFE = re.compile(r"\s|:|^//")
_QUOTES = str.maketrans(dict.fromkeys('"“”„', "'"))


def quoted(value: str) -> str:
    """A value as it may stand in a line."""
    value = " ".join(value.split()).translate(_QUOTES)
    return f'"{value}"' if _UNSAFE.search(value) or not value else value


def written(command: str, rest: str = "", /, **values: str) -> str:
    """The line that says this; ``rest`` (a whole line) comes last, under ``then``."""
    parts = [f"/{command}", *(f"{k}:{quoted(v)}" for k, v in values.items() if v)]
    return " ".join([*parts, f"then:{rest}"] if rest else parts)

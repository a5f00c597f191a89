"""Figures and how they are printed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure, with what it should reach."""

    what: str
    value: str
    reach: str = ""


def percentiles(what: str, milliseconds: Sequence[float], reach: str = "") -> list[Figure]:
    """The median and the 99th percentile."""
    ordered = sorted(milliseconds)
    p50, p99 = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.99)]
    return [Figure(what, f"p50 {p50:.2f} ms, p99 {p99:.2f} ms", reach)]


def show(title: str, figures: Iterable[Figure]) -> None:
    """Prints one table."""
    print(f"\n{title}")
    for figure in figures:
        print(f"  {figure.what:<48} {figure.value:<32} {figure.reach}".rstrip(), flush=True)

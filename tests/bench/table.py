"""Figures and how they are printed, and how fast the machine was."""

import time
from collections.abc import Callable, Iterable, Sequence
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


def speed() -> str:
    """What this machine does just now: on a lent one that changes from minute to minute."""
    started, total = time.perf_counter(), 0
    for number in range(10_000_000):
        total += number
    return f"{time.perf_counter() - started:.2f} s"


def show(title: str, figures: Callable[[], Iterable[Figure]]) -> None:
    """Prints one table."""
    before, found = speed(), list(figures())
    print(f"\n{title} (ten million additions: {before} before, {speed()} after)")
    for figure in found:
        print(f"  {figure.what:<48} {figure.value:<32} {figure.reach}".rstrip(), flush=True)

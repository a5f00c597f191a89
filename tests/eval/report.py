"""The table that ``make eval`` prints."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tests.eval import measures as m
from tests.eval.metrics import Share

_NAME, _TARGET, _VALUE, _COUNT = 62, 8, 7, 5


@dataclass(frozen=True, slots=True)
class Target:
    """What a figure shall be at least, or at most."""

    value: float
    at_least: bool

    def met(self, figure: Share | float) -> bool:
        """Whether the figure is good enough."""
        value = figure.value if isinstance(figure, Share) else figure
        return value >= self.value if self.at_least else value <= self.value

    def __str__(self) -> str:
        return f"{'>=' if self.at_least else '<='} {100 * self.value:g}%"


TARGETS = {
    m.DECIDED: Target(0.92, at_least=True),
    m.JUDGED_STRONG: Target(0.96, at_least=True),
    m.JUDGED_NONE: Target(0.025, at_least=False),
    m.KEPT: Target(0.93, at_least=True),
    m.RIGHT: Target(0.90, at_least=True),
    m.ACCEPTED: Target(0, at_least=False),
}


@dataclass(frozen=True, slots=True)
class Both:
    """The same figures for both parts."""

    dev: m.Figures
    held: m.Figures


def table(program: Both, others: Sequence[tuple[str, Both | None]] = ()) -> Iterable[str]:
    """The lines: a figure each, the program's first, and beside it the simpler means."""
    if others:
        names = "".join(f"  {name:>{2 * _VALUE}}" for name, _ in others)
        yield " " * (_NAME + _TARGET + 2 * (_VALUE + _COUNT)) + names
    parts = f"{'dev':>{_VALUE}}{'held':>{_VALUE}}"
    counted = f"{'dev':>{_VALUE}}{'N':>{_COUNT}}{'held':>{_VALUE}}{'N':>{_COUNT}}"
    yield f"{'':{_NAME}}{'target':>{_TARGET}}{counted}" + f"  {parts}" * len(others)
    for name, dev in program.dev.items():
        held = program.held[name]
        beside = "".join("  " + _beside(name, both) for _, both in others)
        target = TARGETS.get(name)
        line = f"{name:{_NAME}}{_text(target):>{_TARGET}}{_counted(dev)}{_counted(held)}{beside}"
        yield f"{line}  {_missed(target, dev, held)}".rstrip()


def _text(target: Target | None) -> str:
    return str(target) if target else ""


def _missed(target: Target | None, dev: Share | float, held: Share | float) -> str:
    if target is None or (target.met(dev) and target.met(held)):
        return ""
    return "missed on dev" if target.met(held) else "missed"


def _counted(figure: Share | float) -> str:
    count = figure.of if isinstance(figure, Share) else ""
    return f"{_value(figure):>{_VALUE}}{count:>{_COUNT}}"


def _beside(name: str, both: Both | None) -> str:
    if both is None:
        return f"{'not installed':>{2 * _VALUE}}"
    if name not in both.dev:
        return " " * 2 * _VALUE
    return f"{_value(both.dev[name]):>{_VALUE}}{_value(both.held[name]):>{_VALUE}}"


def _value(figure: Share | float) -> str:
    if isinstance(figure, Share):
        return f"{100 * figure.value:.1f}%"
    return f"{figure:.3f}"

"""What Prometheus reads: figures of this process, none of them about a person.

Label values are names of commands, platforms, states, operations and levels: closed sets, never
what somebody wrote.
"""

import logging
from collections import Counter
from collections.abc import Iterable, Mapping

import prometheus_client as prometheus
from prometheus_client.core import CounterMetricFamily, Metric
from prometheus_client.registry import Collector

from bot import __version__
from bot.commands.table import COMMANDS

CONTENT_TYPE = prometheus.CONTENT_TYPE_PLAIN_0_0_4
QUICK = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)  # seconds
STALLS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 3.0)
COUNTS = "What a platform's adapter did"
NONE = "none"  # the command of what no command was found for


class Metrics:
    """The figures of one process (``bot.figures.Figures``). ``made``: name to (meaning, labels)."""

    def __init__(self) -> None:
        prometheus.disable_created_metrics()  # type: ignore[no-untyped-call] # a second series for each, which nobody asks for
        self.registry = prometheus.CollectorRegistry()
        self.made: dict[str, tuple[str, tuple[str, ...]]] = {}
        prometheus.ProcessCollector(registry=self.registry)
        self._commands = self._counter("commands", "Commands answered", "command", "outcome")
        self._seconds = self._histogram(
            "command_seconds", "Seconds from a command to its answer", QUICK, "command"
        )
        self._store = self._histogram(
            "store_seconds", "Seconds that the database took", QUICK, "operation"
        )
        self._problems = self._counter(
            "store_problems", "Times that the database was out of order", "operation"
        )
        self._stalls = self._histogram(
            "loop_stall_seconds", "Seconds that the event loop came late", STALLS
        )
        self._nudges = self._counter(
            "nudges", "Nudges by the state that they reached", "platform", "state"
        )
        self._backlog = self._gauge("nudges_backlog", "Nudges due and not delivered yet")
        self._logged = self._counter("log_records", "Log records written", "level")
        self._up = self._gauge(
            "platform_ready", "1 where a platform can be served, else 0", "platform"
        )
        self._gauge("version", "Always 1; the label says which version this is", "version").labels(
            __version__
        ).set(1)

    def _noted(self, name: str, meaning: str, labels: tuple[str, ...]) -> str:
        self.made[f"badgewise_{name}"] = (meaning, labels)
        return f"badgewise_{name}"

    def _counter(self, name: str, meaning: str, *labels: str) -> prometheus.Counter:
        full = self._noted(f"{name}_total", meaning, labels)
        return prometheus.Counter(full, meaning, labels, registry=self.registry)

    def _gauge(self, name: str, meaning: str, *labels: str) -> prometheus.Gauge:
        full = self._noted(name, meaning, labels)
        return prometheus.Gauge(full, meaning, labels, registry=self.registry)

    def _histogram(
        self, name: str, meaning: str, buckets: tuple[float, ...], *labels: str
    ) -> prometheus.Histogram:
        full = self._noted(name, meaning, labels)
        return prometheus.Histogram(full, meaning, labels, buckets=buckets, registry=self.registry)

    def answered(self, command: str, outcome: str, seconds: float) -> None:
        """Counts an answer."""
        name = command if command in COMMANDS else NONE
        self._commands.labels(name, outcome).inc()
        self._seconds.labels(name).observe(seconds)

    def nudged(self, platform: str, state: str) -> None:
        """Counts a nudge."""
        self._nudges.labels(platform, state).inc()

    def backlog(self, count: int) -> None:
        """Notes how many are waiting."""
        self._backlog.set(count)

    def stored(self, operation: str, seconds: float) -> None:
        """Counts an operation of the store."""
        self._store.labels(operation).observe(seconds)

    def failed(self, operation: str) -> None:
        """Counts an operation that the database could not do."""
        self._problems.labels(operation).inc()

    def stalled(self, seconds: float) -> None:
        """Notes how late the loop was."""
        self._stalls.observe(seconds)

    def ready(self, platform: str, *, is_so: bool) -> None:
        """Notes whether a platform can be served."""
        self._up.labels(platform).set(is_so)

    def logged(self, record: logging.LogRecord) -> bool:
        """As a filter of the log's handler: counts, and lets everything pass."""
        self._logged.labels(record.levelname.lower()).inc()
        return True

    def count(self, platform: str, counted: Mapping[str, int]) -> Collector:
        """Shows a platform's own counts as ``badgewise_PLATFORM_total`` until they are dropped."""
        name = self._noted(f"{platform}_total", COUNTS, ("what",))
        collector = _Counts(name.removesuffix("_total"), counted)
        self.registry.register(collector)
        return collector

    def text(self) -> bytes:
        """Everything, in the form that Prometheus reads."""
        return prometheus.generate_latest(self.registry)


class _Counts(Collector):
    """Counts that are kept elsewhere."""

    def __init__(self, name: str, counted: Mapping[str, int]) -> None:
        self._name, self._counted = name, counted

    def collect(self) -> Iterable[Metric]:
        """The counts as they are now."""
        family = CounterMetricFamily(self._name, COUNTS, labels=["what"])
        for what, times in sorted(Counter(self._counted).items()):
            family.add_metric([what], times)
        return [family]

"""What Prometheus reads: figures of this process, none of them about a person.

Label values are names of commands, platforms, states, operations and levels: closed sets, never
what somebody wrote.
"""

import logging
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import prometheus_client as prometheus
from prometheus_client.core import CounterMetricFamily, Metric
from prometheus_client.registry import Collector

from bot import __version__
from bot.commands.table import COMMANDS

CONTENT_TYPE = prometheus.CONTENT_TYPE_PLAIN_0_0_4
QUICK = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)  # seconds
STALLS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 3.0)
NONE = "none"  # the command of what no command was found for


class Metrics:
    """The figures of one process; see ``bot.figures.Figures``."""

    def __init__(self) -> None:
        self.registry = registry = prometheus.CollectorRegistry()
        prometheus.ProcessCollector(registry=registry)
        prometheus.Info("badgewise", "Which version this is", registry=registry).info(
            {"version": __version__}
        )
        self._commands = prometheus.Counter(
            "badgewise_commands", "Commands answered", ["command", "outcome"], registry=registry
        )
        self._seconds = prometheus.Histogram(
            "badgewise_command_seconds", "Seconds from a command to its answer", ["command"],
            buckets=QUICK, registry=registry,
        )  # fmt: skip
        self._store = prometheus.Histogram(
            "badgewise_store_seconds", "Seconds that the database took", ["operation"],
            buckets=QUICK, registry=registry,
        )  # fmt: skip
        self._problems = prometheus.Counter(
            "badgewise_store_problems", "Times that the database was out of order", ["operation"],
            registry=registry,
        )  # fmt: skip
        self._stalls = prometheus.Histogram(
            "badgewise_loop_stall_seconds", "Seconds that the event loop came late",
            buckets=STALLS, registry=registry,
        )  # fmt: skip
        self._nudges = prometheus.Counter(
            "badgewise_nudges", "Nudges by the state they reached", ["platform", "state"],
            registry=registry,
        )  # fmt: skip
        self._backlog = prometheus.Gauge(
            "badgewise_nudges_backlog", "Nudges due and not delivered yet", registry=registry
        )
        self._logged = prometheus.Counter(
            "badgewise_log_records", "Log records written", ["level"], registry=registry
        )
        self._up = prometheus.Gauge(
            "badgewise_platform_ready", "Whether a platform can be served", ["platform"],
            registry=registry,
        )  # fmt: skip

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
        collector = _Counts(f"badgewise_{platform}", counted)
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
        family = CounterMetricFamily(
            self._name, "What this platform's adapter did", labels=["what"]
        )
        for what, times in sorted(Counter(self._counted).items()):
            family.add_metric([what], times)
        return [family]


def names() -> Iterator[tuple[str, str, str]]:
    """Name, meaning and labels of every metric of ours, in order; for the documentation."""
    metrics = Metrics()
    metrics.count("slack", {})
    by = {"badgewise_commands": "command, outcome", "badgewise_slack": "what"}
    for family in metrics.registry.collect():
        if not family.name.startswith("process_"):
            yield family.name, family.documentation, by.get(family.name, "")

"""What Prometheus reads: right figures, and nobody's words."""

import asyncio
import logging
import re
import time
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from adapters import running
from adapters.http.metrics import Metrics
from adapters.http.site import Site
from adapters.http.stalls import watch
from adapters.http.stores import timed
from bot.commands.service import Ask, Service
from bot.commands.table import COMMANDS
from bot.person import Person
from bot.settings import Settings, settings_of
from bot.store import Store, StoreProblem
from tests.commands.hostile import LETTERS, LIVE, UNSEEN
from tests.discord.conftest import NOW
from tests.http.conftest import Get

ADA = Person("console", "", "rumpelstiltskin")
SECRET = "underwater basket weaver"  # pragma: allowlist secret


def samples(metrics: Metrics) -> dict[tuple[str, str], float]:
    """Each value by its name and its labels' values, as Prometheus would parse them."""
    families = text_string_to_metric_families(metrics.text().decode())
    return {(s.name, " ".join(s.labels.values())): s.value for f in families for s in f.samples}


@pytest.fixture
def measured(service: Service, metrics: Metrics) -> Service:
    """The core, counting."""
    return Service(service.library, metrics)


async def test_answers_are_counted_by_outcome(
    measured: Service, metrics: Metrics, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each answer is counted under its command and how it came about."""

    async def say(line: str, event: str = "") -> None:
        await measured.answer(Ask(person=ADA, line=line, event=event), store, NOW)

    await say("/goal set nurse", "Ev1")
    await say("/goal set chef", "Ev1")
    await say("/goal set")
    await say("/nonsense")

    async def broken(*_: object) -> None:
        raise StoreProblem("gone")

    with monkeypatch.context() as down:
        down.setattr(store, "load", broken)
        await say("/goal show")
    with monkeypatch.context() as down:
        down.setattr(store, "load", None)
        await say("/goal show")
    found = {key[1]: v for key, v in samples(metrics).items() if "commands_total" in key[0]}
    assert found == {
        "goal set ok": 1, "goal set repeat": 1, "goal set refused": 1, "none refused": 1,
        "goal show store": 1, "goal show mishap": 1,
    }  # fmt: skip
    assert samples(metrics)["badgewise_command_seconds_count", "goal set"] == 3


async def test_no_label_is_anybodys_word(measured: Service, metrics: Metrics, store: Store) -> None:
    """Whatever people write, labels stay in their closed sets, and the page holds none of it."""
    for line in (
        f"/{SECRET}",
        f"/goal set {SECRET}",
        SECRET,
        f'/"{SECRET}" x:y',
        *LIVE,
        *UNSEEN,
        *LETTERS,
    ):
        await measured.answer(Ask(person=ADA, line=line), timed(store, metrics), NOW)
    page = metrics.text().decode()
    assert SECRET not in page
    assert "weaver" not in page
    assert ADA.user not in page
    commands = set(re.findall(r'command="([^"]*)"', page))
    assert commands <= {*COMMANDS, "none"}
    assert "none" in commands
    assert set(re.findall(r'(\w+)="', page)) <= {
        "command", "outcome", "le", "operation", "level", "platform", "state", "what", "version",
    }  # fmt: skip


async def test_the_store_is_timed(metrics: Metrics, store: Store) -> None:
    """Each operation of the store is timed under its name, failures are counted, results pass."""
    watched = timed(store, metrics)
    assert (await watched.load(ADA)).version == 0
    assert await watched.unrecognised() == []
    with pytest.raises(StoreProblem):
        await watched.backup(Path("/"))
    found = samples(metrics)
    assert found["badgewise_store_seconds_count", "load"] == 1
    assert found["badgewise_store_problems_total", "backup"] == 1


async def test_stalls_are_seen(metrics: Metrics) -> None:
    """What blocks the event loop shows in the histogram."""
    watching = asyncio.create_task(watch(metrics))
    await asyncio.sleep(0.05)
    time.sleep(0.7)
    await asyncio.sleep(0.15)
    watching.cancel()
    found = samples(metrics)
    assert found["badgewise_loop_stall_seconds_sum", ""] > 0.5
    assert (
        found["badgewise_loop_stall_seconds_bucket", "0.25"]
        < found["badgewise_loop_stall_seconds_count", ""]
    )


async def test_a_process_without_a_way_in_is_measured_too(
    service: Service, store: Store, get: Get, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Serving nudges alone: health, readiness, and its own figures by the hook in the service."""
    seen, pages = asyncio.Event(), {}
    opened: list[Site] = []
    monkeypatch.setattr(running, "Library", lambda _: service.library)
    monkeypatch.setattr(Site, "__init__", _noting(Site.__init__, opened))

    async def serve(service: Service, store: Store, _: Settings, stop: asyncio.Event) -> None:
        service.figures.nudged("discord", "sent")
        service.figures.backlog(3)
        logging.getLogger("badgewise.test").warning("said")
        await store.workspace("discord", "1")
        for path in ("/healthz", "/readyz", "/metrics"):
            pages[path] = await get(opened[0], path)
        seen.set()
        stop.set()

    settings = settings_of({"http": {"port": 0}, "store": {"url": "sqlite:///:memory:"}})
    monkeypatch.setattr(running, "chosen", lambda *_: {"nudges": running.PLATFORMS["nudges"]})
    monkeypatch.setattr(running, "entrance", lambda *_: serve)
    handlers, level = list(logging.getLogger().handlers), logging.getLogger().level
    try:
        assert await running.run(settings, "nudges") == 0
    finally:
        logging.getLogger().handlers[:] = handlers
        logging.getLogger().setLevel(level)
    assert seen.is_set()
    assert [pages[p][0] for p in ("/healthz", "/readyz", "/metrics")] == [200, 200, 200]
    for line in (
        'badgewise_nudges_total{platform="discord",state="sent"} 1.0',
        "badgewise_nudges_backlog 3.0",
        'badgewise_log_records_total{level="warning"} 1.0',
        'badgewise_store_seconds_count{operation="workspace"} 1.0',
    ):
        assert line in pages["/metrics"][1]


def _noting(make, made: list[Site]):
    def init(self: Site, *values, **named) -> None:
        make(self, *values, **named)
        made.append(self)

    return init


def test_every_metric_is_told(metrics: Metrics) -> None:
    """Every metric of ours that Prometheus would see is one that the documentation is made from."""
    metrics.count("slack", {"x": 1})
    families = text_string_to_metric_families(metrics.text().decode())
    seen = {family.name for family in families if not family.name.startswith("process_")}
    assert seen == {name.removesuffix("_total") for name in metrics.made}
    assert all(name.startswith("badgewise_") for name in seen)

"""Slack over loopback HTTP, beside bare bolt's echo and bare aiohttp, in the same run.

Each server is a process of its own. Requests are signed, and come 1, 50 or 200 at a time; the
servers take turns in short rounds, so that a busy machine is as busy for each of them.
"""

import asyncio
import os
import re
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from urllib.parse import urlencode

import aiohttp

from adapters.slack.gate import signature
from tests.bench.table import Figure, percentiles, show
from tests.slack import payloads
from tests.slack.server import Slack, slack

ROOT = Path(__file__).parents[2]
SECRET = "bench"  # pragma: allowlist secret
ADVICE = "is the google data cert worth it for a data analyst?"
AT_ONCE = (1, 50, 200)
ROUNDS, EACH, WARM, STARTS = 7, {1: 60, 50: 250, 200: 400}, 400, 5
PEOPLE = 200  # what one person asks for is done in turn, so that requests at once are of several
BARE, FLOOR, OURS = "bolt", "aiohttp", "badgewise"
LINES = {
    "aiohttp with a signature": (FLOOR, "echo"),
    "bare bolt, echo": (BARE, "echo"),
    "goal show": (OURS, "goal show"),
    "advise": (OURS, ADVICE),
}
BASE = "bare bolt, echo"


@dataclass(slots=True)
class Tally:
    """What the rounds of one line took."""

    milliseconds: list[float] = field(default_factory=list)
    seconds: float = 0.0
    cpu: list[float] = field(default_factory=list)  # microseconds of the server, by round
    late: int = 0  # acknowledged first, answered after

    def beside(self, bare: "Tally") -> float:
        """How many times the other's CPU a request takes: the median over the rounds."""
        return median(mine / its for mine, its in zip(self.cpu, bare.cpu, strict=True) if its)


@dataclass(frozen=True, slots=True)
class Server:
    """A running server."""

    url: str
    pid: int
    ready: float  # seconds of CPU from nothing to serving


def _cpu(pid: int) -> float:
    """Seconds of CPU that a process has used, in Linux's finest count, not in its ticks of 10 ms.

    The clock of another process has no name in Python: clock_getcpuclockid(3) makes it so.
    """
    return time.clock_gettime(~pid << 3 | 2)


def _memory(pid: int) -> float:
    """MB resident."""
    rows = Path(f"/proc/{pid}/status").read_text().splitlines()
    return int(next(r for r in rows if r.startswith("VmRSS:")).split()[1]) / 1024


def _command(name: str, api: str) -> list[str]:
    if name == OURS:
        return ["-m", "adapters", "run", "--only", "slack"]
    return ["-m", "tests.bench.slack_echo", name, api, SECRET]


def _environment(api: str, folder: str) -> dict[str, str]:
    told = {
        "SLACK__MODE": "http", "SLACK__SIGNING_SECRET": SECRET,
        "SLACK__BOT_TOKEN": "xoxb-one",  # pragma: allowlist secret
        "SLACK__API_URL": api, "HTTP__PORT": "0", "STORE__URL": f"sqlite:///{folder}/bench.sqlite3",
    }  # fmt: skip
    return {**os.environ, **{f"BADGEWISE_{k}": v for k, v in told.items()}}


@asynccontextmanager
async def started(name: str, here: Slack) -> AsyncIterator[Server]:
    """A server at work."""
    with tempfile.TemporaryDirectory() as folder:
        api = f"{here.url}/api"
        child = await asyncio.create_subprocess_exec(
            sys.executable, *_command(name, api), cwd=ROOT, env=_environment(api, folder),
            stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
        assert child.stderr
        port, said = None, b"-"
        while said and not port:
            said = await child.stderr.readline()
            port = re.search(rb"serving\b.* on port (\d+)", said)
        assert port, f"{name} did not start"
        ready = _cpu(child.pid)
        reading = asyncio.create_task(child.stderr.read())
        try:
            url = f"http://127.0.0.1:{int(port[1])}/slack/events"
            yield Server(url, child.pid, ready)
        finally:
            with suppress(ProcessLookupError):
                child.terminate()
            await asyncio.gather(child.wait(), reading)


def _request(text: str, user: str, here: Slack) -> tuple[bytes, dict[str, str]]:
    respond = f"{here.url}/respond/{payloads.fresh('r')}"  # each request has one of its own
    body = urlencode(payloads.slash(text, user=user, respond=respond)).encode()
    moment = str(int(time.time()))  # noqa: TID251 - as Slack does
    return body, {
        "X-Slack-Request-Timestamp": moment,
        "X-Slack-Signature": signature(SECRET.encode(), moment, body).decode(),
        "Content-Type": "application/x-www-form-urlencoded",
    }


async def ask(
    server: Server, text: str, here: Slack, at_once: int, times: int, tally: Tally
) -> None:
    """One round of requests, so many at once."""
    requests = [_request(text, f"U{n % PEOPLE}", here) for n in range(times)]

    async def lane(session: aiohttp.ClientSession) -> None:
        while requests:
            body, headers = requests.pop()
            began = time.perf_counter()
            async with session.post(server.url, data=body, headers=headers) as answer:
                assert answer.status == 200, answer.status
                tally.late += not await answer.read()
            tally.milliseconds.append((time.perf_counter() - began) * 1000)

    connector = aiohttp.TCPConnector(limit=at_once)
    async with aiohttp.ClientSession(connector=connector) as session:
        late, answered = tally.late, len(here.of("respond"))
        used, began = _cpu(server.pid), time.perf_counter()
        await asyncio.gather(*(lane(session) for _ in range(at_once)))
        tally.seconds += time.perf_counter() - began
        await here.until("respond", answered + tally.late - late)  # their work counts as well
        tally.cpu.append((_cpu(server.pid) - used) / times * 1e6)


async def _rounds(servers: dict[str, Server], here: Slack) -> dict[int, dict[str, Tally]]:
    for name, text in LINES.values():
        await ask(servers[name], text, here, 10, WARM, Tally())
    found = {n: {line: Tally() for line in LINES} for n in AT_ONCE}
    for n in AT_ONCE:
        for _ in range(ROUNDS):
            for line, (name, text) in LINES.items():
                await ask(servers[name], text, here, n, EACH[n], found[n][line])
    return found


async def _measured() -> list[Figure]:
    async with slack() as here, AsyncExitStack() as stack:
        names = {name for name, _ in LINES.values()}
        servers = {n: await stack.enter_async_context(started(n, here)) for n in sorted(names)}
        found = [f for n, each in (await _rounds(servers, here)).items() for f in _lines(n, each)]
        memory = {n: _memory(servers[n].pid) for n in (OURS, BARE)}
        ready = {n: await _ready(n, here) for n in (OURS, BARE)}
    return [
        *found,
        _beside("process to serving, CPU, median", ready, "s"),
        _beside("memory after the answers", memory, "MB"),
    ]


async def _ready(name: str, here: Slack) -> float:
    times = []
    for _ in range(STARTS):
        async with started(name, here) as server:
            times.append(server.ready)
    return median(times)


def _beside(what: str, found: dict[str, float], unit: str) -> Figure:
    ours, bare = found[OURS], found[BARE]
    return Figure(what, f"{ours:.3g} {unit}, {ours / bare:.2f} × bare bolt", "≤ 1.5 ×")


def _lines(at_once: int, found: dict[str, Tally]) -> Iterator[Figure]:
    bare = found[BASE]
    for line, tally in found.items():
        rate, each = len(tally.milliseconds) / tally.seconds, median(tally.cpu)
        cost = f"{rate:,.0f}/s, {each:.0f} µs CPU each ({tally.beside(bare):.2f} × bolt)"
        ours = LINES[line][0] == OURS
        yield Figure(f"{line}, {at_once} at once", cost, "≤ 3 ×, aiming at 2" if ours else "")
        reach = "faster than bolt" if ours and at_once == 1 else ""
        late = f", {tally.late} after the acknowledgement" if tally.late else ""
        (times,) = percentiles("", tally.milliseconds)
        yield Figure("", times.value + late, reach)


def figures() -> list[Figure]:
    """Each of ours beside the bare ones."""
    return asyncio.run(_measured())


if __name__ == "__main__":
    show("Slack", figures)

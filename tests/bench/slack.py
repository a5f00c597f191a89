"""Slack over loopback HTTP, beside bare bolt's echo and bare aiohttp, in the same run.

Each server is a process of its own; requests are signed, and come 1, 50 or 200 at a time.
"""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import aiohttp

from adapters.slack.gate import signature
from tests.bench.table import Figure, percentiles, show
from tests.slack import payloads

SECRET = "bench"  # pragma: allowlist secret
LINES = ("goal show", "is the google data cert worth it for a data analyst?")
AT_ONCE = (1, 50, 200)
TIMES = 1_500
WARM = 200
BARE = "bare bolt"


@dataclass(frozen=True, slots=True)
class Run:
    """What one round of requests took."""

    milliseconds: Sequence[float]
    seconds: float
    cpu: float  # microseconds of the server for each request

    @property
    def rate(self) -> float:
        """Requests a second."""
        return len(self.milliseconds) / self.seconds


def _request(text: str) -> tuple[bytes, dict[str, str]]:
    body = urlencode(payloads.slash(text, user="U1", respond="http://127.0.0.1:9/")).encode()
    moment = str(int(time.time()))  # noqa: TID251 - as Slack does
    return body, {
        "X-Slack-Request-Timestamp": moment,
        "X-Slack-Signature": signature(SECRET.encode(), moment, body).decode(),
        "Content-Type": "application/x-www-form-urlencoded",
    }


def _cpu(pid: int) -> float:
    """Seconds of CPU that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(") ", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def _round(url: str, pid: int, text: str, at_once: int, times: int) -> Run:
    requests = [_request(text) for _ in range(times)]
    taken: list[float] = []

    async def work(session: aiohttp.ClientSession) -> None:
        while requests:
            body, headers = requests.pop()
            began = time.perf_counter()
            async with session.post(url, data=body, headers=headers) as answer:
                assert answer.status == 200, answer.status
                await answer.read()
            taken.append((time.perf_counter() - began) * 1000)

    connector = aiohttp.TCPConnector(limit=at_once)
    async with aiohttp.ClientSession(connector=connector) as session:
        used, began = _cpu(pid), time.perf_counter()
        await asyncio.gather(*(work(session) for _ in range(at_once)))
        seconds = time.perf_counter() - began
    return Run(taken, seconds, (_cpu(pid) - used) / times * 1e6)


async def _measure(server: str, text: str) -> dict[int, Run]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.slack_server", server], stdout=subprocess.PIPE
    )
    assert process.stdout
    try:
        url = f"http://127.0.0.1:{int(process.stdout.readline())}/slack/events"
        await _round(url, process.pid, text, 10, WARM)
        found = {}
        for n in AT_ONCE:
            times = TIMES // 5 if n == 1 else TIMES
            found[n] = await _round(url, process.pid, text, n, times)
        return found
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)
        process.stdout.close()


def figures() -> Iterator[Figure]:
    """Each of ours beside the bare ones."""
    bare = asyncio.run(_measure("bolt", "echo"))
    floor = asyncio.run(_measure("aiohttp", "echo"))
    for n in AT_ONCE:
        yield from _row(f"aiohttp and a signature, {n} at once", floor[n], bare[n])
        yield from _row(f"{BARE}, {n} at once", bare[n], bare[n])
    for text in LINES:
        ours = asyncio.run(_measure("badgewise", text))
        for n in AT_ONCE:
            yield from _row(f"“{text[:24]}”, {n} at once", ours[n], bare[n])


def _row(what: str, run: Run, bare: Run) -> Iterator[Figure]:
    ratio = run.cpu / bare.cpu
    (times,) = percentiles(what, run.milliseconds)
    yield Figure(
        what, f"{run.rate:,.0f}/s, {run.cpu:.0f} µs CPU ({ratio:.2f} × bolt)", f"{times.value}"
    )


if __name__ == "__main__":
    show("Slack", figures())

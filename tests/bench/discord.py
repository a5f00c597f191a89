"""Discord over the loopback interface, beside a bare discord.py echo in the same run.

Each bot is a process of its own; interactions come through the gateway, 1 or 50 at a time.
"""

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.bench.table import Figure, percentiles, show
from tests.discord.people import Member
from tests.discord.platform import TOKEN, Discord

ROOT = Path(__file__).parents[2]
AT_ONCE = (1, 50)
TIMES, WARM, STARTS = 1_500, 200, 5
ASKED = {"credential": "AZ-900", "goal": "cloud engineer"}


@dataclass(frozen=True, slots=True)
class Round:
    """What one round of interactions took."""

    milliseconds: Sequence[float]
    seconds: float
    cpu: float  # microseconds of the bot for each interaction

    @property
    def rate(self) -> float:
        """Interactions a second."""
        return len(self.milliseconds) / self.seconds


@dataclass(frozen=True, slots=True)
class Bot:
    """One bot under measurement."""

    rounds: dict[int, Round]
    ready: float  # seconds from nothing to a gateway session
    ready_cpu: float  # seconds of CPU until then
    memory: float  # MB resident once it has answered
    own: float  # of them, MB that are no pages of files: those the system can drop, and share


def _cpu(pid: int) -> float:
    """Seconds of CPU that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(") ", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _memory(pid: int, field: str = "VmRSS") -> float:
    """MB resident, or those of one kind."""
    rows = Path(f"/proc/{pid}/status").read_text().splitlines()
    return int(next(r for r in rows if r.startswith(f"{field}:")).split()[1]) / 1024


def _command(name: str, server: Discord) -> list[str]:
    if name == "bare":
        return ["-m", "tests.bench.discord_echo", server.url, server.gateway, TOKEN]
    return ["-m", "adapters", "run", "--only", "discord"]


@asynccontextmanager
async def started(name: str, server: Discord, folder: str) -> AsyncIterator[tuple[int, float]]:
    """A bot's process number, and the seconds until its gateway session began."""
    env = {
        **os.environ, "BADGEWISE_DISCORD__TOKEN": TOKEN, "BADGEWISE_LOG__LEVEL": "error",
        "BADGEWISE_DISCORD__API_URL": server.url,
        "BADGEWISE_STORE__URL": f"sqlite:///{folder}/bench.sqlite3",
    }  # fmt: skip
    server.connected.clear()
    began = time.perf_counter()
    child = await asyncio.create_subprocess_exec(
        sys.executable, *_command(name, server), cwd=ROOT, env=env
    )
    try:
        await asyncio.wait_for(server.connected.wait(), 20)
        yield child.pid, time.perf_counter() - began
    finally:
        child.terminate()
        await child.wait()


async def answered(server: Discord, times: int, at_once: int, pid: int) -> Round:
    """So many interactions, so many at once, each of another member."""
    numbers = iter(range(times))

    async def lane() -> list[float]:
        found = []
        for number in numbers:
            member = Member(server, number=100_000_000_000_000_000 + number)
            exchange = await server.interact(member.slash("advise", **ASKED), patience=30)
            found.append(exchange.first_after * 1000)
        return found

    cpu, began = _cpu(pid), time.perf_counter()
    lanes = await asyncio.gather(*(lane() for _ in range(at_once)))
    seconds = time.perf_counter() - began
    every = [one for found in lanes for one in found]
    return Round(every, seconds, (_cpu(pid) - cpu) / times * 1e6)


async def _measured(name: str) -> Bot:
    server = Discord(strict=False)
    await server.start()
    with tempfile.TemporaryDirectory() as folder:
        starts, cpu = [], []
        for _ in range(STARTS):
            async with started(name, server, folder) as (pid, seconds):
                starts.append(seconds)
                cpu.append(_cpu(pid))
        async with started(name, server, folder) as (pid, _):
            await answered(server, WARM, 10, pid)
            rounds = {n: await answered(server, TIMES, n, pid) for n in AT_ONCE}
            memory, own = _memory(pid), _memory(pid, "RssAnon")
    await server.stop()
    return Bot(rounds, median(starts), median(cpu), memory, own)


def _figures(ours: Bot, bare: Bot) -> Iterator[Figure]:
    for n in AT_ONCE:
        mine, theirs = ours.rounds[n], bare.rounds[n]
        yield from percentiles(f"advise answered, {n} at once", mine.milliseconds)
        yield from percentiles("  bare echo", theirs.milliseconds)
        rates = f"{mine.rate:,.0f} /s, bare {theirs.rate:,.0f} /s"
        yield Figure("  a second", rates)
        cost = f"{mine.cpu:.0f} µs, {mine.cpu / theirs.cpu:.1f} × bare"
        yield Figure("  CPU each", cost, "≤ 3 ×, aiming at 2")
    ready = f"{ours.ready:.2f} s, {ours.ready / bare.ready:.1f} × bare"
    yield Figure("process to gateway session, median", ready, "≤ 1.5 ×")
    busy = f"{ours.ready_cpu:.2f} s, {ours.ready_cpu / bare.ready_cpu:.1f} × bare"
    yield Figure("  CPU until then", busy)
    memory = f"{ours.memory:.0f} MB, {ours.memory / bare.memory:.1f} × bare"
    yield Figure("memory after the answers", memory, "≤ 1.5 ×")
    own = f"{ours.own:.0f} MB, {ours.own / bare.own:.1f} × bare"
    yield Figure("  without pages of files", own)


def figures() -> Iterator[Figure]:
    """The bare echo first, then Badgewise."""
    bare, ours = asyncio.run(_measured("bare")), asyncio.run(_measured("ours"))
    yield from _figures(ours, bare)


if __name__ == "__main__":
    show("Discord", figures)

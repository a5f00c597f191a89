"""Discord over the loopback interface, beside a bare discord.py echo in the same run.

Each bot is a process of its own; interactions come through the gateway, 1 or 50 at a time. The two
take turns, in their starts and in short rounds, so that a busy machine is as busy for both.
"""

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from tests.bench.table import Figure, percentiles, show
from tests.discord.people import Member
from tests.discord.platform import TOKEN, Discord

ROOT = Path(__file__).parents[2]
AT_ONCE = (1, 50)
TURNS, TIMES, WARM, STARTS = 7, 200, 200, 7
ASKED = {"credential": "AZ-900", "goal": "cloud engineer"}


@dataclass(slots=True)
class Tally:
    """What the rounds of one bot took, so many interactions at once."""

    milliseconds: list[float] = field(default_factory=list)
    seconds: float = 0.0
    cpu: list[float] = field(default_factory=list)  # microseconds for an interaction, by round

    @property
    def rate(self) -> float:
        """Interactions a second."""
        return len(self.milliseconds) / self.seconds


@dataclass(slots=True)
class Bot:
    """One bot under measurement."""

    rounds: dict[int, Tally] = field(default_factory=lambda: {n: Tally() for n in AT_ONCE})
    ready: list[float] = field(default_factory=list)  # seconds from nothing to a session
    ready_cpu: list[float] = field(default_factory=list)  # seconds of CPU until then
    memory: float = 0.0  # MB resident once it has answered
    own: float = 0.0  # of them, MB that are no pages of files: those the system can share


def beside(ours: Sequence[float], bare: Sequence[float]) -> str:
    """How many times the other's: the median over the turns."""
    return f"{median(a / b for a, b in zip(ours, bare, strict=True) if b):.1f} × bare"


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


async def answered(server: Discord, times: int, at_once: int, pid: int, tally: Tally) -> None:
    """A round of interactions, so many at once, each of another member."""
    numbers = iter(range(times))

    async def lane() -> None:
        for number in numbers:
            member = Member(server, number=100_000_000_000_000_000 + number)
            exchange = await server.interact(member.slash("advise", **ASKED), patience=30)
            tally.milliseconds.append(exchange.first_after * 1000)

    cpu, began = _cpu(pid), time.perf_counter()
    await asyncio.gather(*(lane() for _ in range(at_once)))
    tally.seconds += time.perf_counter() - began
    tally.cpu.append((_cpu(pid) - cpu) / times * 1e6)


async def _start_in_turn(servers: dict[str, Discord], bots: dict[str, Bot], folder: str) -> None:
    for _ in range(STARTS):
        for name, bot in bots.items():
            async with started(name, servers[name], folder) as (pid, seconds):
                bot.ready.append(seconds)
                bot.ready_cpu.append(_cpu(pid))


async def _answer_in_turn(servers: dict[str, Discord], bots: dict[str, Bot], folder: str) -> None:
    async with AsyncExitStack() as stack:
        pids = {}
        for name in bots:
            pids[name], _ = await stack.enter_async_context(started(name, servers[name], folder))
            await answered(servers[name], WARM, 10, pids[name], Tally())
        for n in AT_ONCE:
            for _ in range(TURNS):
                for name, bot in bots.items():
                    await answered(servers[name], TIMES, n, pids[name], bot.rounds[n])
        for name, bot in bots.items():
            bot.memory, bot.own = _memory(pids[name]), _memory(pids[name], "RssAnon")


async def _measured() -> tuple[Bot, Bot]:
    bots = {name: Bot() for name in ("ours", "bare")}
    servers = {name: Discord(strict=False) for name in bots}
    for server in servers.values():
        await server.start()
    with tempfile.TemporaryDirectory() as folder:
        await _start_in_turn(servers, bots, folder)
        await _answer_in_turn(servers, bots, folder)
    for server in servers.values():
        await server.stop()
    return bots["ours"], bots["bare"]


def _figures(ours: Bot, bare: Bot) -> Iterator[Figure]:
    for n in AT_ONCE:
        mine, theirs = ours.rounds[n], bare.rounds[n]
        yield from percentiles(f"advise answered, {n} at once", mine.milliseconds)
        yield from percentiles("  bare echo", theirs.milliseconds)
        rates = f"{mine.rate:,.0f} /s, bare {theirs.rate:,.0f} /s"
        yield Figure("  a second", rates)
        cost = f"{median(mine.cpu):.0f} µs, {beside(mine.cpu, theirs.cpu)}"
        yield Figure("  CPU each", cost, "≤ 3 ×, aiming at 2")
    ready = f"{median(ours.ready):.2f} s, {beside(ours.ready, bare.ready)}"
    yield Figure("process to gateway session, median", ready, "≤ 1.5 ×")
    busy = f"{median(ours.ready_cpu):.2f} s, {beside(ours.ready_cpu, bare.ready_cpu)}"
    yield Figure("  CPU until then", busy)
    memory = f"{ours.memory:.0f} MB, {ours.memory / bare.memory:.1f} × bare"
    yield Figure("memory after the answers", memory, "≤ 1.5 ×")
    own = f"{ours.own:.0f} MB, {ours.own / bare.own:.1f} × bare"
    yield Figure("  without pages of files", own)


def figures() -> Iterator[Figure]:
    """Badgewise beside the bare echo."""
    yield from _figures(*asyncio.run(_measured()))


if __name__ == "__main__":
    show("Discord", figures)

"""``badgewise run`` of Discord alone, as an operator's monitoring sees it."""

import asyncio
import json
import re
from asyncio.subprocess import Process
from pathlib import Path

import pytest

from tests.discord.people import Member
from tests.discord.platform import TOKEN, Discord
from tests.discord.test_running import process
from tests.http.conftest import Get


async def said(bot: Process, pattern: str) -> re.Match[str]:
    """Waits for a line of the log."""
    assert bot.stderr
    async with asyncio.timeout(40):
        while line := (await bot.stderr.readline()).decode():
            if found := re.search(pattern, line):
                return found
    raise AssertionError(f"it never said {pattern}")


@pytest.fixture
def free_port(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any port that is free, said in the log."""
    monkeypatch.setattr(
        "tests.discord.test_running.environment", _environment(HTTP__PORT="0", LOG__FORMAT="json")
    )


def _environment(**more: str):
    from tests.discord.test_running import environment  # noqa: PLC0415

    told = {f"BADGEWISE_{key}": value for key, value in more.items()}
    return lambda discord, folder: {**environment(discord, folder), **told}


@pytest.mark.usefixtures("free_port")
async def test_discord_alone_has_health_and_metrics(
    discord: Discord, tmp_path: Path, get: Get
) -> None:
    """Discord alone: ready while its shards are connected; commands and database are counted."""
    async with process(discord, tmp_path, "run", "--only", "discord") as bot:
        port = int((await said(bot, r"health and metrics on port (\d+)"))[1])
        await _until(get, port, 200)
        await Member(discord, name="rumpelstiltskin").run("goal set", role="basket weaver")
        page = (await get(port, "/metrics"))[1]
        assert 'badgewise_commands_total{command="goal set",outcome="ok"} 1.0' in page
        assert 'badgewise_store_seconds_count{operation="load"}' in page
        assert 'badgewise_platform_ready{platform="discord"} 1.0' in page
        for private in ("weaver", "rumpelstiltskin", TOKEN):
            assert private not in page
        discord.gateway_shut = True
        await discord.cut()
        await _until(get, port, 503)
        assert (await get(port, "/healthz"))[0] == 200
        bot.terminate()
        _, shown = await asyncio.wait_for(bot.communicate(), 15)
    lines = [json.loads(line) for line in shown.decode().splitlines()]
    assert lines[-1]["message"] == "stopped"
    assert all({"time", "level", "logger", "message"} <= set(line) for line in lines)


async def _until(get: Get, port: int, status: int) -> None:
    async with asyncio.timeout(20):
        while (await get(port, "/readyz"))[0] != status:  # noqa: ASYNC110
            await asyncio.sleep(0.05)


@pytest.mark.usefixtures("free_port")
async def test_a_taken_port_stops_no_platform(
    discord: Discord, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second process on one host with the same port serves all the same, and says what to do."""
    async with process(discord, tmp_path, "run") as first:
        port = (await said(first, r"health and metrics on port (\d+)"))[1]
        monkeypatch.setattr("tests.discord.test_running.environment", _environment(HTTP__PORT=port))
        async with process(discord, tmp_path, "run") as second:
            line = await said(second, "health and metrics are not served")
            assert "choose another port, one for each process on this host" in line.string
            await said(second, "shard 0 is ready")

"""The program itself: ``badgewise run``, ``check`` and ``manifest`` in a process of its own."""

import asyncio
import json
import os
import re
import signal
import sys
import time
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from adapters.slack.gate import signature
from tests.discord.people import Member
from tests.discord.platform import TOKEN, Discord
from tests.slack import payloads
from tests.slack.conftest import SECRET
from tests.slack.server import VALID_APP, Slack, slack

ROOT = Path(__file__).parents[2]


async def program(here: Slack, folder: Path, *words: str, **more: str) -> Any:
    """The program, told by its environment alone."""
    told = {
        "STORE__URL": f"sqlite:///{folder / 'run.sqlite3'}",
        "HTTP__PORT": "0",
        "SLACK__API_URL": f"{here.url}/api",
        "SLACK__BOT_TOKEN": "xoxb-one",  # pragma: allowlist secret
        "SLACK__APP_TOKEN": VALID_APP,
        "SLACK__SIGNING_SECRET": SECRET,
        **more,
    }
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "adapters", *words, cwd=folder,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            **{f"BADGEWISE_{key}": value for key, value in told.items()},
        },
    )  # fmt: skip


async def serving(process: Any) -> int:
    """Waits until it serves; the port."""
    async with asyncio.timeout(20):
        while line := (await process.stderr.readline()).decode():
            if found := re.search(r"serving slack .* on port (\d+)", line):
                return int(found[1])
    raise AssertionError("it never served")


async def stopped(process: Any) -> int:
    """Tells it to stop, as a service manager does; its exit code."""
    began = time.monotonic()
    process.send_signal(signal.SIGTERM)
    await process.communicate()
    assert time.monotonic() - began < 10
    code: int = process.returncode
    return code


async def test_run_serves_over_http_until_told_to_stop(tmp_path: Path) -> None:
    """Started with its environment alone it answers a signed command, and stops with 0."""
    async with slack() as here, aiohttp.ClientSession() as web:
        process = await program(here, tmp_path, "run", SLACK__MODE="http")
        port = await serving(process)
        body = b"text=goal+set+nurse&team_id=T1&user_id=U1&command=%2Fbadgewise&trigger_id=1"
        moment = str(int(time.time()))
        headers = {
            "X-Slack-Request-Timestamp": moment,
            "X-Slack-Signature": signature(SECRET.encode(), moment, body).decode(),
            "Content-Type": "application/x-www-form-urlencoded",
        }
        url = f"http://127.0.0.1:{port}/slack/events"
        async with web.post(url, data=body, headers=headers) as answer:
            assert "Your goal is" in await answer.text()
        assert await stopped(process) == 0


async def test_run_serves_over_the_socket_until_told_to_stop(tmp_path: Path) -> None:
    """The same over a socket; what is told there is there after a restart."""
    async with slack() as here:
        for line in ("goal set nurse", "goal show"):
            process = await program(here, tmp_path, "run", "--only", "slack")
            await serving(process)
            key = await here.push("slash_commands", payloads.slash(line))
            assert "Your goal is" in json.dumps(await here.acked(key))
            assert await stopped(process) == 0


async def test_one_process_serves_discord_and_slack(tmp_path: Path) -> None:
    """With both platforms' tokens set, one process answers on both, and stops with 0."""
    discord = Discord()
    await discord.start()
    tokens = {"DISCORD__TOKEN": TOKEN, "DISCORD__API_URL": discord.url}
    async with slack() as here:
        process = await program(here, tmp_path, "run", **tokens)
        await serving(process)
        await asyncio.wait_for(discord.connected.wait(), 20)
        key = await here.push("slash_commands", payloads.slash("goal set nurse"))
        exchange = await discord.interact(Member(discord).slash("goal set", role="nurse"))
        assert "Your goal is" in json.dumps(await here.acked(key))
        assert "Your goal is" in json.dumps(exchange.data)
        assert await stopped(process) == 0
    await discord.stop()


WRONG = {"SLACK__BOT_TOKEN": "xoxb-no"}  # pragma: allowlist secret


@pytest.mark.parametrize(
    ("words", "more", "code", "said"),
    [
        (("check",), {}, 0, "slack: fine"),
        (("check",), WRONG, 1, "does not take slack.bot_token"),
        (("run",), WRONG, 1, "does not take slack.bot_token"),
        (("manifest", "slack"), {}, 0, '"/badgewise"'),
        (("manifest", "slack"), {"SLACK__MODE": "http"}, 1, "needs http.public_url"),
    ],
)
async def test_the_program_says_how_it_stands(
    tmp_path: Path, words: tuple[str, ...], more: dict[str, str], code: int, said: str
) -> None:
    """Tokens, manifest and settings: an exit code and one sentence, without a traceback."""
    async with slack() as here:
        process = await program(here, tmp_path, *words, **more)
        out, err = await process.communicate()
        shown = (out + err).decode()
        assert process.returncode == code, shown
        assert said in shown
        assert "Traceback" not in shown
        assert "xoxb-no" not in shown

"""``badgewise run`` and ``badgewise check`` as an operator starts them: processes of their own."""

import asyncio
import os
import signal
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from adapters import running
from adapters.discord.check import check
from adapters.problems import PlatformProblem
from bot.settings import Settings, SettingsError
from tests.discord.conftest import settings_for
from tests.discord.people import Member
from tests.discord.platform import TOKEN, Discord, Fault, until
from tests.discord.seeing import read

ROOT = Path(__file__).parents[2]
SECRET_GOAL = "underwater basket weaver"  # pragma: allowlist secret


def environment(discord: Discord, folder: Path) -> dict[str, str]:
    """Settings as an operator gives them."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("BADGEWISE_")}
    return {
        **kept, "BADGEWISE_DISCORD__TOKEN": TOKEN, "BADGEWISE_DISCORD__API_URL": discord.url,
        "BADGEWISE_STORE__URL": f"sqlite:///{folder}/run.sqlite3", "PYTHONPATH": str(ROOT),
        "BADGEWISE_LOG__LEVEL": "debug",
    }  # fmt: skip


@asynccontextmanager
async def process(
    discord: Discord, folder: Path, *arguments: str, connected: bool = True
) -> AsyncIterator[asyncio.subprocess.Process]:
    """``badgewise`` in a process of its own, started in an empty folder."""
    started = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "adapters", *arguments, cwd=folder, env=environment(discord, folder),
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    try:
        if connected:
            async with asyncio.timeout(20):
                await discord.connected.wait()
        yield started
    finally:
        if started.returncode is None:
            started.kill()
        await started.communicate()


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
async def test_told_to_stop(discord: Discord, tmp_path: Path, sign: signal.Signals) -> None:
    """Told to stop, the process finishes the answer under way, and ends well within 10 s."""
    async with process(discord, tmp_path, "run", "--only", "discord") as bot:
        fault = Fault("/callback", 429, 1, {"Retry-After": "1"})
        discord.faults.append(fault)
        exchange = await discord.send(Member(discord).slash("project add", title="a report"))
        await until(lambda: not fault.times)
        began = time.monotonic()
        bot.send_signal(sign)
        _, shown = await asyncio.wait_for(bot.communicate(), 10)
        assert time.monotonic() - began < 10
    assert bot.returncode == 0, shown.decode()
    assert "p1" in read(exchange)
    assert b"stopped" in shown


async def test_logs_hold_no_words_and_no_tokens(discord: Discord, tmp_path: Path) -> None:
    """Even at the level debug, nobody's words and no token are written."""
    async with process(discord, tmp_path, "run") as bot:
        ada = Member(discord, name="rumpelstiltskin")
        await ada.run("goal set", role=SECRET_GOAL)
        await ada.run("advise", text=f"is AZ-900 good for a {SECRET_GOAL}")
        await ada.run("credential add", title="My Very Private Certificate")
        await ada.discord.interact(
            ada.payload(
                2, {"id": "1", "name": "Advise on this", "type": 3, "target_id": SECRET_GOAL}
            )
        )
        bot.terminate()
        shown, errors = await asyncio.wait_for(bot.communicate(), 10)
    logged = (shown + errors).decode()
    assert "mishap" in logged
    for private in (
        SECRET_GOAL,
        "Private Certificate",
        "rumpelstiltskin",
        TOKEN,
        "aW50ZXJhY3Rpb24",
    ):
        assert private not in logged
    assert "Traceback" not in logged


async def test_a_wrong_token_ends_the_process(discord: Discord, tmp_path: Path) -> None:
    """A token that Discord refuses ends ``badgewise run`` with one sentence and code 1."""
    discord.faults.append(Fault("/users/@me", 401, 9))
    async with process(discord, tmp_path, "run", connected=False) as bot:
        _, shown = await asyncio.wait_for(bot.communicate(), 20)
    assert bot.returncode == 1
    assert b"discord.token" in shown
    assert b"Traceback" not in shown


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(("run", "--only", "slack"), b"Slack cannot be served"), (("run", "--only", "x"), b"usage")],
)
async def test_wrong_use(discord: Discord, tmp_path: Path, arguments: tuple, said: bytes) -> None:
    """What cannot be served is told in a sentence."""
    async with process(discord, tmp_path, *arguments, connected=False) as bot:
        _, shown = await asyncio.wait_for(bot.communicate(), 20)
    assert bot.returncode in (1, 2)
    assert said in shown


def test_nothing_to_serve() -> None:
    """Without a token there is nothing to serve, and the sentence says what to set."""
    with pytest.raises(SettingsError, match=r"discord\.token"):
        running.chosen(Settings(), None)


async def test_only_the_platforms_in_use_are_imported(tmp_path: Path) -> None:
    """Serving Discord loads nothing of Slack's."""
    code = (
        "import sys, adapters.running as r; from bot.settings import settings_of; "
        "s = settings_of({'discord': {'token': 'x'}}); "
        "[r.entrance(n, p) for n, p in r.chosen(s, 'discord').items()]; "
        "print('discord' in sys.modules, 'slack_bolt' in sys.modules, 'slack_sdk' in sys.modules)"
    )
    ran = await asyncio.create_subprocess_exec(
        sys.executable, "-c", code, cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    shown, _ = await ran.communicate()
    assert shown.split() == [b"True", b"False", b"False"]


async def test_a_failing_platform_is_tried_again() -> None:
    """Whatever interrupts a platform, it is tried again; the one beside it goes on."""
    stop, tries = asyncio.Event(), []

    async def attempt() -> None:
        tries.append(asyncio.get_running_loop().time())
        if len(tries) == 3:
            stop.set()
        raise ConnectionResetError

    assert await running.supervise("x", attempt, stop)
    first, second = tries[1] - tries[0], tries[2] - tries[1]
    assert 0.7 < first < 1.5
    assert 1.4 < second < 3


async def test_a_hopeless_platform_leaves_the_others(service, store) -> None:
    """One platform that cannot be served does not end the others, and shows in the exit code."""
    stop, ended = asyncio.Event(), []

    async def hopeless(*_: object) -> None:
        raise PlatformProblem("no")

    async def steady(service: object, store: object, settings: object, stop: asyncio.Event) -> None:
        await stop.wait()
        ended.append("well")

    asyncio.get_running_loop().call_later(0.3, stop.set)
    fine = await running.serve_all(service, store, Settings(), {"a": hopeless, "b": steady}, stop)
    assert not fine
    assert ended == ["well"]


async def test_check(discord: Discord) -> None:
    """Each thing that is wrong with token, application or permission is one sentence."""
    settings = settings_for(discord)
    assert await check(settings) == [
        "the registered commands are another version's; `badgewise run` registers them anew."
    ]
    cases = {
        "Interactions Endpoint URL": {"interactions_endpoint_url": "https://x.example"},
        "code grant": {"bot_require_code_grant": True},
        "User Install": {"integration_types_config": {"0": {}}},
        "Guild Install": {"integration_types_config": {"1": {}}},
    }
    for said, application in cases.items():
        discord.application = application
        assert any(said in problem for problem in await check(settings)), said
    discord.application = {}
    discord.faults.append(Fault("/commands", 403, 1, body={"message": "x", "code": 50001}))
    assert "applications.commands" in (await check(settings))[0]
    wrong = settings_for(discord, token="a.b.c")  # pragma: allowlist secret
    assert "refused" in (await check(wrong))[0]
    discord.faults.append(Fault("/users/@me", 0, 2))
    assert "could not be asked" in (await check(settings))[0]


async def test_check_as_a_command(discord: Discord, tmp_path: Path) -> None:
    """``badgewise check`` names the platform, and fails where something is to be mended."""
    async with process(discord, tmp_path, "check", connected=False) as bot:
        shown, errors = await asyncio.wait_for(bot.communicate(), 20)
    assert b"discord: the registered commands" in shown, errors
    assert bot.returncode == 1
    async with process(discord, tmp_path, "run") as bot:
        await until(lambda: discord.puts > 0)
    async with process(discord, tmp_path, "check", connected=False) as bot:
        shown, _ = await asyncio.wait_for(bot.communicate(), 20)
    assert b"discord: fine" in shown
    assert bot.returncode == 0

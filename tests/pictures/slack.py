"""Pictures of Slack: ``python -m tests.pictures.slack [folder]``. Needs Chromium.

A person's morning with the bot, over loopback; what the bot sends is drawn as Slack would.
"""

import asyncio
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

from tests.pictures.slack_html import WIDTHS, page
from tests.slack import payloads
from tests.slack.conftest import Bot, installed, running

HERE = Path(__file__).parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--hide-scrollbars", "--disable-lcd-text", "--force-device-scale-factor=0.9",
)  # fmt: skip
ASKED = "is the google data cert worth it? I am a nurse and want to become a data analyst"
BEFORE = (
    "goal set data analyst situation:switching",
    "experience add registered nurse years:6",
    'credential add "Google Data Analytics" status:earned earned_on:2026-03',
    "credential add CSM status:in_progress",
    'project add "Ward waiting times" credential:c1',
    "nudge on weekday:monday hour:9 zone:Berlin",
)
Picture = tuple[str, str, dict[str, Any]]  # name, kind, payload


async def sent(bot: Bot) -> AsyncIterator[Picture]:
    """What the bot sends, by the name of its picture."""
    answer = await bot.send(payloads.slash(ASKED, respond=bot.hook()))
    yield "answer", "message", answer
    await bot.send(payloads.slash("goal set", respond=bot.hook()))
    yield "modal", "modal", (await bot.here.until("views.open"))[-1]["view"]
    for line in BEFORE:
        await bot.send(payloads.slash(line, respond=bot.hook()))
    opened = {"type": "app_home_opened", "user": "U1", "channel": "D1", "tab": "home"}
    await bot.send(payloads.event(opened))
    yield "home", "home", (await bot.here.until("views.publish"))[-1]["view"]


def _browser(*more: str) -> str:
    """Runs Chromium with an empty profile; what it printed."""
    program = next((b for b in BROWSERS if shutil.which(b)), None)
    if program is None:
        raise SystemExit("Pictures need Chromium: install it, for example with apt.")
    with tempfile.TemporaryDirectory() as profile:
        done = subprocess.run(
            [program, *FLAGS, f"--user-data-dir={profile}", *more],
            capture_output=True, text=True, check=True, timeout=120,
        )  # fmt: skip
    return done.stdout


def shot(kind: str, payload: dict[str, Any], to: Path) -> None:
    """Draws a payload into a PNG as high as it needs to be."""
    measure = "<script>document.title=document.body.scrollHeight</script>"
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        file.write_text(page(kind, payload) + measure, encoding="utf-8")
        size = f"--window-size={WIDTHS[kind]},10"
        height = re.search(r"<title>(\d+)", _browser(size, "--dump-dom", file.as_uri()))
        assert height
        size = f"--window-size={WIDTHS[kind]},{height[1]}"
        _browser(size, f"--screenshot={to}", file.as_uri())


async def _payloads() -> list[Picture]:
    async with running("http") as bot:
        await installed(bot, "T1")
        return [found async for found in sent(bot)]


def pictures(folder: Path = HERE) -> Iterator[Path]:
    """Draws every picture; their files."""
    for name, kind, payload in asyncio.run(_payloads()):
        to = folder / f"slack-{name}.png"
        shot(kind, payload, to)
        yield to


def main(folder: Path = HERE) -> None:
    """Draws and tells the sizes."""
    for file in pictures(folder):
        print(f"{file.name}: {file.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main(*(Path(a) for a in sys.argv[1:2]))

"""Pictures of Discord: ``python -m tests.pictures.discord [folder]``. Needs Chromium.

Each kind of answer, asked over loopback and drawn as a phone shows it.
"""

import asyncio
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

from bot.advice.library import Library
from bot.commands.service import Service
from bot.store import open_store
from tests.discord.conftest import running
from tests.discord.people import Member
from tests.discord.platform import WINDOW, Discord, Exchange
from tests.discord.seeing import buttons, menu, private
from tests.pictures.discord_html import WIDTH, message, page, window

HERE = Path(__file__).parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--hide-scrollbars", "--disable-lcd-text",
)  # fmt: skip
KEPT = ("advice", "question")  # those that the README shows
AD = "We look for someone with SQL, Power BI and dashboards; negotiation with stakeholders."


async def _told(ada: Member) -> None:
    """What Ada has told before."""
    await ada.run("goal set", role="data analyst", situation="switching")
    await ada.run("experience add", area="registered nurse", years=6.0)
    await ada.run("credential add", title="Google Data Analytics", status="earned")
    await ada.run("credential add", title="CSM", status="in_progress")
    await ada.run("project add", title="Ward waiting times in SQL", credential="c1")


async def answers(ada: Member) -> AsyncIterator[tuple[str, str, Exchange]]:
    """Name of the picture, what was asked, and the answer."""
    cold = ada.at(number=100000000000000002)
    yield "window", "/match", await cold.run("match")
    asked = await cold.run("advise", credential="AZ-900")
    yield "question", "/advise", asked
    advice = await cold.run("advise", credential="google data cert", goal="data analyst")
    yield "advice", "/advise", advice
    for label in ("Why?", "What would change it", "Share", "Add to my list", "Not my goal"):
        name = re.sub(r"\W+", "-", label.lower()).strip("-")
        yield name, label, await cold.press(advice, buttons(advice)[label])
    fake = {"credential": "food hygiene cert", "provider": "Harward Online University"}
    yield "skip", "/advise", await cold.run("advise", **fake, goal="cook")
    unknown = await cold.run("advise", credential="Wonder Course", goal="data analyst")
    yield "unknown", "/advise", unknown
    if found := menu(unknown):
        value = found["options"][0]["value"]
        yield "chosen", "a choice", await cold.press(unknown, found["custom_id"], value)
    await _told(ada)
    for name, values in (
        ("compare", {"text": "PL-300 or tableau desktop specialist"}), ("suggest", {}),
        ("portfolio", {}), ("cv", {}), ("match", {"text": AD}), ("goal show", {}),
        ("check", {"credential": "CompTIA Security+"}), ("credential list", {}), ("help", {}),
        ("help", {"command": "credential add"}), ("privacy about", {}), ("privacy export", {}),
    ):  # fmt: skip
        yield (
            f"{name} {values.get('command', '')}".strip(),
            f"/{name}",
            await ada.run(name, **values),
        )
    admin = ada.at(admin=True)
    yield "settings", "/settings", await admin.run("settings")
    yield (
        "trust",
        "/providers trust",
        await admin.run(
            "providers trust", provider="Acme Academy", reason="our own training centre"
        ),
    )
    yield "providers", "/providers list", await ada.run("providers list")
    yield "refusal", "/settings", await ada.run("settings")
    yield "on-a-message", "Advise on this", await ada.advise_on("got my PL-300 today! worth it?")


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


def drawn(html: str, to: Path) -> None:
    """Draws a page into a PNG as high as it needs to be."""
    height = "document.body.getBoundingClientRect().height"
    measure = f"<script>document.title=Math.ceil({height})</script>"
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        file.write_text(html + measure, encoding="utf-8")
        size = f"--window-size={WIDTH},10"
        told = re.search(r"<title>(\d+)", _browser(size, "--dump-dom", file.as_uri()))
        assert told
        _browser(f"--window-size={WIDTH},{told[1]}", f"--screenshot={to}", file.as_uri())


async def pages() -> dict[str, str]:
    """Every picture's page."""
    found: dict[str, str] = {}
    server = Discord(strict=False)
    await server.start()
    with tempfile.TemporaryDirectory() as folder:
        store = await open_store(f"sqlite:///{folder}/pictures.sqlite3")
        async with running(Service(Library()), store, server):
            async for name, asked, answer in answers(Member(server)):
                assert answer.first
                if answer.first["type"] == WINDOW:
                    body = window(answer.data)
                else:
                    parts = answer.data["components"]
                    body = message(parts, asked=asked, private=private(answer))
                found[name.replace(" ", "-")] = page(body)
        await store.close()
    await server.stop()
    return found


def main(folder: Path | None = None) -> None:
    """Draws into the folder; without one, those of the README, in their place."""
    for name, html in asyncio.run(pages()).items():
        if folder or name in KEPT:
            to = (folder or HERE) / f"discord-{name}.png"
            drawn(html, to)
            print(f"{to.name}: {to.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main(*(Path(a) for a in sys.argv[1:2]))

"""Makes the generated parts of the README from the program itself."""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from msgspec import NODEFAULT
from msgspec.structs import fields

from adapters.http.metrics import Metrics
from bot.advice.library import Library
from bot.commands.table import COMMANDS
from bot.settings import Settings

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
NOW = "2026-11-24T09:00+00:00"
FIRST = "im a nurse & wanna become a data analyst, is the google data cert worth it?"
CONVERSATION = (
    FIRST,
    "/goal set data analist situation:switching",
    "/experience add registered nurse years:6",
    "is a food hygiene cert from Harward Online University any good",
    "/suggest",
    '/credential add "google data analytics" status:earned earned_on:2026-10',
    "/project add ward waiting times in SQL credential:c1",
    '/project done p1 result:"cut the weekly report from 3 hours to 20 minutes"',
    "power bi course on udemy, my boss is paying",
    "/compare PL-300 or tableau desktop specialist",
    "they guarantee a job after the data bootcamp, legit?",
    "AZ900?",
    "/match We need SQL, Power BI, negotiation and 2 years of experience",
    "/cv",
)


def talk(lines: tuple[str, ...]) -> str:
    """What the terminal shows for these lines, in a process of its own with a new database."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "adapters", "console", "--now", NOW]
        command += ["--database", f"sqlite:///{folder}/readme.sqlite3"]
        shown = []
        for line in lines:
            done = subprocess.run(
                command, input=line, capture_output=True, text=True, check=True, cwd=ROOT,
                env={**os.environ, "COLUMNS": "80"},
            )  # fmt: skip
            shown.append(f"badgewise> {line}\n\n{done.stdout.strip()}\n")
    return "\n".join(shown)


def first_answer() -> str:
    """The answer under the README's first line."""
    return "```text\n" + talk((FIRST,)).split("\n\n", 1)[1].strip() + "\n```"


def conversation() -> str:
    """The whole conversation."""
    return "```text\n" + talk(CONVERSATION).strip() + "\n```"


def commands() -> str:
    """The table of commands."""
    rows = ["| command | what it does | options |", "|---|---|---|"]
    for command in COMMANDS.values():
        if not command.hidden:
            options = ", ".join(
                f"**{o.name}**" if o.required else o.name for o in command.fields if not o.hidden
            )
            rows.append(f"| `/{command.name}` | {command.help} | {options} |")
    return "\n".join(rows)


def settings() -> str:
    """The table of settings, with their defaults; the meaning is in config.example.toml."""
    example = (ROOT / "config.example.toml").read_text(encoding="utf-8")
    meaning: dict[str, str] = {}
    for section, block in re.findall(
        r"^\[(\w+)\]\n(.*?)(?=^\[|\Z)", example, re.MULTILINE | re.DOTALL
    ):
        for text, key in re.findall(r"^# (.+)\n(?:# )?(\w+) =", block, re.MULTILINE):
            meaning[f"{section}.{key}"] = text
    rows = ["| key | default | meaning |", "|---|---|---|"]
    for section in fields(Settings):
        for key in fields(section.type):
            name = f"{section.name}.{key.name}"
            default = "" if key.default in (None, "", NODEFAULT) else f"`{key.default}`"
            rows.append(f"| `{name}` | {default} | {meaning[name]} |")
    return "\n".join(rows)


def metrics() -> str:
    """The table of what /metrics tells."""
    made = Metrics()
    made.count("slack", {})
    rows = ["| meaning | metric | labels |", "|---|---|---|"]
    for name, (meaning, labels) in sorted(made.made.items()):
        rows.append(f"| {meaning} | `{name}` | {', '.join(labels)} |")
    return "\n".join(rows)


def counts() -> str:
    """How much it knows."""
    k = Library().knowledge
    return (
        f"It knows {len(k.roles):,} roles, {len(k.skills):,} skills, {len(k.credentials):,} "
        f"credentials and {len(k.providers):,} issuers, from {len(k.industries) - 1} walks of life."
    )


PARTS: dict[str, Callable[[], str]] = {
    "first answer": first_answer,
    "counts": counts,
    "conversation": conversation,
    "commands": commands,
    "settings": settings,
    "metrics": metrics,
}


def marked(name: str) -> re.Pattern[str]:
    """The stretch between a part's two marks."""
    return re.compile(rf"(<!-- {name}(?::[^>]*)? -->\n)(.*?)(\n?<!-- /{name} -->)", re.DOTALL)


def written(text: str) -> str:
    """The README with every generated part renewed."""
    for name, make in PARTS.items():
        made = make()
        text = marked(name).sub(lambda m, made=made: f"{m[1]}{made}\n<!-- /{name} -->", text)  # noqa: B023
    return text

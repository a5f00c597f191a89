"""The program as people run it: processes of its own, in a folder of their own."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
NOW = "2026-11-24T09:00+00:00"


def environment(**more: str) -> dict[str, str]:
    """The environment of a plain terminal, without settings or colours from outside."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("BADGEWISE_", "NO_COLOR"))}
    return {**kept, "PYTHONPATH": str(ROOT), "COLUMNS": "80", "TERM": "xterm-256color", **more}


@dataclass(frozen=True)
class Done:
    """A process that has ended."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The JSON objects of the output, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]


@dataclass(frozen=True)
class Program:
    """``badgewise`` in one folder, with one database there."""

    folder: Path

    def run(self, *arguments: str, said: str | bytes = "", **environ: str) -> Done:
        """Runs one command to its end."""
        given = said if isinstance(said, bytes) else said.encode()
        done = subprocess.run(
            [sys.executable, "-m", "adapters", *arguments],
            cwd=self.folder, env=environment(**environ), input=given, capture_output=True,
            timeout=60, check=False,
        )  # fmt: skip
        return Done(done.returncode, done.stdout.decode(), done.stderr.decode())

    def talk(self, *lines: str | bytes, options: tuple[str, ...] = (), **environ: str) -> Done:
        """Says lines at the console and expects that all goes well."""
        said = b"\n".join(x if isinstance(x, bytes) else x.encode() for x in lines)
        done = self.run("console", "--now", NOW, *options, said=said, **environ)
        assert (done.code, done.err) == (0, "")
        return done

    def asked(self, *lines: str | bytes, options: tuple[str, ...] = ()) -> list[dict[str, Any]]:
        """The answers to lines as JSON."""
        return self.talk(*lines, options=("--json", *options)).rows

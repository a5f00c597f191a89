"""Copies of a PostgreSQL database, made by the server's own tool. It blocks: run it in a thread."""

import os
import shutil
import subprocess
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from bot.store.copies import new_file
from bot.store.problems import StoreProblem

TOOL = "pg_dump"
LONGEST = 300  # characters of what the tool says


def dump(url: str, name: str, target: Path) -> None:
    """Writes a copy that ``pg_restore`` reads, while others read and write.

    ``url`` is the database's, its password included; ``name`` is how to speak of it. The password
    is handed over in the tool's environment: a command line is there for everybody to see. Raises
    StoreProblem.
    """
    tool = shutil.which(TOOL)
    if tool is None:
        raise StoreProblem(
            f"A PostgreSQL database is copied by its own tool: install {TOOL} and run this again,"
            f" or run `{TOOL} --format=custom --file={target} …` where it is."
        )
    address, password = _apart(url)
    with new_file(target) as part:
        command = [
            tool,
            "--format=custom",
            "--no-password",
            f"--file={part}",
            f"--dbname={address}",
        ]
        done = subprocess.run(  # noqa: S603 - our own words, and no shell
            command,
            env={**os.environ, **password},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        if done.returncode:
            raise StoreProblem(f"{TOOL} could not copy the database {name}: {_reason(done.stderr)}")


def _apart(url: str) -> tuple[str, dict[str, str]]:
    """The URL without its password, and the password as the tool's environment has it."""
    parts = urlsplit(url)
    options = dict(parse_qsl(parts.query))
    password = options.pop("password", None) or (parts.password and unquote(parts.password))
    user, _, host = parts.netloc.rpartition("@")
    user = user.partition(":")[0]
    netloc = f"{user}@{host}" if user else host
    address = parts._replace(netloc=netloc, query=urlencode(options)).geturl()
    return address, {"PGPASSWORD": password} if password else {}


def _reason(said: bytes) -> str:
    """What the tool says is wrong, in one line."""
    lines = [line.strip() for line in said.decode(errors="replace").splitlines() if line.strip()]
    text = "; ".join(line.removeprefix(f"{TOOL}: ") for line in lines) or "it does not say why."
    return text[:LONGEST]

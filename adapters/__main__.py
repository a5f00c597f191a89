"""The composition root and command line: the only place that knows everything."""

import argparse
import asyncio
import io
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from adapters import starting
from bot import __version__
from bot.advice.knowledge import KnowledgeError
from bot.advice.library import Library
from bot.settings import Settings, SettingsError, load_settings
from bot.store.store import StoreProblem

starting.done()
FAILED, WRONG_USE = 1, 2


def _moment(text: str) -> datetime:
    """A moment from ISO text; UTC where it names no zone."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("write the moment as 2026-03-31T09:00+01:00") from None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def arguments() -> argparse.ArgumentParser:
    """Every command of the program."""
    top = argparse.ArgumentParser(
        prog="badgewise",
        description="Advice on micro-credentials: is this one worth it, for you, now?",
    )
    top.add_argument("--version", action="version", version=f"badgewise {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="command")

    console = commands.add_parser("console", help="chat in the terminal")
    console.add_argument("--json", action="store_true", help="one JSON object a line out")
    console.add_argument(
        "--database", metavar="URL", help="where learners are kept; overrides store.url"
    )
    console.add_argument("--person", metavar="NAME", help="speak as this person")
    console.add_argument("--now", metavar="ISO", type=_moment, help="take this moment as now")

    advise = commands.add_parser("advise", help="judge a whole table of credentials")
    advise.add_argument(
        "--batch", metavar="FILE", required=True, help="a CSV file, or - for standard input"
    )
    advise.add_argument("--now", metavar="ISO", type=_moment, help="take this moment as now")

    knowledge = commands.add_parser("knowledge", help="look after the knowledge")
    knowledge.add_argument("action", choices=("check", "unrecognised"))

    run = commands.add_parser("run", help="serve Discord and Slack until told to stop")
    run.add_argument("--only", choices=("discord", "slack", "nudges"), help="serve this alone")
    manifest = commands.add_parser("manifest", help="what to tell a platform about this bot")
    manifest.add_argument("platform", choices=("discord", "slack"))

    commands.add_parser("check", help="look over configuration, database and tokens")
    migrate = commands.add_parser("migrate", help="bring the database up to date, or move it")
    migrate.add_argument(
        "--to", metavar="URL", help="copy everything into this database, which must be empty"
    )
    backup = commands.add_parser("backup", help="copy the database while it is in use")
    backup.add_argument("file", type=Path)
    return top


def _library(settings: Settings) -> Library:
    folder = settings.knowledge.folder
    return Library([folder] if folder else [])


def _clock(now: datetime | None) -> Callable[[], datetime]:
    return (lambda: now) if now else (lambda: datetime.now(UTC))


def _console(options: argparse.Namespace, settings: Settings) -> None:
    from adapters.console import session  # noqa: PLC0415 - each command imports what it needs

    if options.database:
        settings.store.url = options.database
    asyncio.run(
        session.run(
            _library(settings),
            settings,
            _clock(options.now),
            as_json=options.json,
            person=options.person,
        )
    )


def _advise(options: argparse.Namespace, settings: Settings) -> None:
    from adapters import batch  # noqa: PLC0415

    try:
        batch.run(options.batch, _library(settings), _clock(options.now)().date())
    except batch.BatchError as error:
        raise SystemExit(_failed(str(error))) from error


def _knowledge(options: argparse.Namespace, settings: Settings) -> None:
    from adapters import upkeep  # noqa: PLC0415

    if options.action == "check":
        sys.exit(upkeep.check_knowledge(settings))
    asyncio.run(upkeep.print_unrecognised(settings))


def _run(options: argparse.Namespace, settings: Settings) -> None:
    from adapters import running  # noqa: PLC0415

    sys.exit(asyncio.run(running.run(settings, options.only)))


def _manifest(options: argparse.Namespace, settings: Settings) -> None:
    from adapters import upkeep  # noqa: PLC0415

    upkeep.print_manifest(options.platform, settings)


def _check(_: argparse.Namespace, settings: Settings) -> None:
    from adapters import upkeep  # noqa: PLC0415

    sys.exit(asyncio.run(upkeep.check(settings)))


def _migrate(options: argparse.Namespace, settings: Settings) -> None:
    from adapters import moving, upkeep  # noqa: PLC0415

    if options.to:
        asyncio.run(moving.run(settings, options.to))
    else:
        asyncio.run(upkeep.migrate(settings))


def _backup(options: argparse.Namespace, settings: Settings) -> None:
    from adapters import upkeep  # noqa: PLC0415

    asyncio.run(upkeep.backup(settings, options.file))


RUN: dict[str, Callable[[argparse.Namespace, Settings], None]] = {
    "console": _console,
    "advise": _advise,
    "knowledge": _knowledge,
    "run": _run,
    "manifest": _manifest,
    "check": _check,
    "migrate": _migrate,
    "backup": _backup,
}


def _failed(text: str) -> int:
    """Prints one sentence where errors go; the exit code for failure."""
    print(f"badgewise: {text}", file=sys.stderr)
    return FAILED


def _lenient_streams() -> None:
    """A closed input is an empty one; a letter that the output cannot show becomes a mark."""
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115 - as long as we run
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def main(argv: list[str] | None = None) -> None:
    """Runs one command. Exit codes: 0 fine, 1 failed, 2 wrong use."""
    _lenient_streams()
    options = arguments().parse_args(argv)
    try:
        RUN[options.command](options, load_settings())
    except (SettingsError, KnowledgeError, StoreProblem) as error:
        sys.exit(_failed(str(error)))
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:  # the reader has left, as ``head`` does
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()

"""Logs carry ids and reasons: no secret, whatever logs it, and nobody's words."""

import json
import logging
import re
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

GONE = "[secret]"
_SHAPES = re.compile(
    r"(?<![\w-])(?:"
    r"[\w-]{23,30}\.[\w-]{6,7}\.[\w-]{27,}"  # a Discord bot token
    r"|mfa\.[\w-]{20,}"
    r"|xox[a-z](?:\.xox[a-z])?-[\w-]{8,}|xapp-[\w-]{8,}"  # Slack's tokens
    r"|aW50ZXJhY3Rpb2[\w+/=-]{20,}"  # the token of an interaction, in base 64
    r"|gAAAA[\w-]{60,}={0,2}"  # what Fernet has sealed
    r"|(?-i:[\w-]{43}=)(?![\w=])"  # a Fernet key
    r"|v0=[0-9a-f]{64}"  # a signature of Slack's
    r")"
    r"|(?<=/webhooks/)\d{15,}/[\w.~%-]{20,}"
    r"|(?<=/interactions/)\d{15,}/[\w.~%=+-]{20,}"
    r"|(?<=\bBearer )[\w.~+/=-]{8,}|(?<=\bBot )[\w.~+/=-]{20,}"
    r"|(?<=://)[^\s/@:]*:[^\s/@]+(?=@)"  # user and password in a URL
    r"|(?<=client_secret=)[^\s&]+|(?<=hooks\.slack\.com/)\S+",
    re.IGNORECASE,
)
# Libraries write whole payloads below INFO, and some of their loggers do so at INFO too.
_LIBRARIES = ("discord", "aiohttp", "slack_bolt", "slack_sdk", "asyncio", "aiosqlite", "asyncpg")
_LOUD = ("slack_bolt", "slack_sdk")
_FRAMES = 6
_IDS = ("reference", "command")  # what a record may carry beside its message


def redacted(text: str) -> str:
    """The text without anything that has the shape of a secret."""
    return _SHAPES.sub(GONE, text)


class Discreet(logging.Formatter):
    """Where an error happened, without its message, and no secrets anywhere."""

    def formatException(self, ei: object) -> str:  # noqa: N802 - the library's name
        """An error's kind and place: its message may quote somebody."""
        if not (isinstance(ei, tuple) and isinstance(ei[1], BaseException)):
            return ""
        frames = traceback.extract_tb(ei[1].__traceback__)[-_FRAMES:]
        where = " < ".join(f"{Path(f.filename).name}:{f.lineno}" for f in reversed(frames))
        return f"{type(ei[1]).__name__} at {where}"

    def format(self, record: logging.LogRecord) -> str:
        """One record, redacted."""
        if any(isinstance(value, BaseException) for value in _arguments(record)):
            record = logging.makeLogRecord({**record.__dict__, "args": _kinds(record)})
        return redacted(super().format(record))


def _arguments(record: logging.LogRecord) -> tuple[object, ...]:
    return record.args if isinstance(record.args, tuple) else ()


def _kinds(record: logging.LogRecord) -> tuple[object, ...]:
    """Errors among the arguments as their kinds alone."""
    return tuple(
        type(a).__name__ if isinstance(a, BaseException) else a for a in _arguments(record)
    )


def discreet(record: logging.LogRecord) -> bool:
    """Whether a record may be written: a library's payloads never are."""
    name = record.name.partition(".")[0]
    if name in _LOUD:
        return record.levelno >= logging.WARNING
    return name not in _LIBRARIES or record.levelno >= logging.INFO


class Structured(Discreet):
    """One JSON object a line, just as discreet, in ASCII: time, level, logger, message, ids."""

    def format(self, record: logging.LogRecord) -> str:
        """One record; what is redacted is so before anything is escaped."""
        found = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": super().format(record),
        }
        known = {key: redacted(str(record.__dict__[key])) for key in _IDS if key in record.__dict__}
        return json.dumps({**found, **known})


def _formatter(form: str) -> logging.Formatter:
    if form == "json":
        return Structured("%(message)s")
    return Discreet("%(asctime)s %(levelname)s %(name)s: %(message)s")


def set_up(level: str, stream: TextIO | None = None, form: str = "text") -> logging.Handler:
    """Sends every log to standard error through one discreet handler; ``form``: text or json."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(_formatter(form))
    handler.addFilter(discreet)
    root = logging.getLogger()
    for old in list(root.handlers):
        root.removeHandler(old)
    root.addHandler(handler)
    root.setLevel(level.upper())
    return handler

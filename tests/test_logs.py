"""Logs carry no secret and nobody's words, whoever writes them, at any level."""

import io
import json
import logging
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from adapters import logs
from bot.commands.service import mishap

PARTS = {
    "a Discord token": ("MTIzNDU2Nzg5MDEyMzQ1Njc4", ".GaBcDe.", "x" * 38),
    "a Slack bot token": ("xoxb-", "12345678901-", "abcdefghijkl"),
    "a Slack app token": ("xapp-", "1-A0123-", "abcdefabcdef"),
    "a rotated Slack token": ("xoxe.xoxb-", "1-Mi0yLTEw", "abcdefgh"),
    "an interaction's token": ("aW50ZXJhY3Rpb246", "MTIzNDU2Nzg5", "OTg3NjU0MzIx"),
    "a Fernet key": ("A1b2" * 10, "xyz", "="),
    "a sealed document": ("gAAAA", "A1b2" * 20, "=="),
    "a signature": ("v0=", "0a" * 16, "1b" * 16),
}
SECRETS = {name: "".join(parts) for name, parts in PARTS.items()}
AROUND = {
    "a database's password": ("postgresql://bot:{}@db/badgewise", "hunter2"),
    "a webhook": ("https://x/webhooks/900000000000000001/{}/messages/@original", "abc_" * 10),
    "an interaction's address": (
        "https://x/interactions/900000000000000001/{}/callback",
        "abc_" * 10,
    ),
    "a bearer": ("Authorization: Bearer {}", "abcdef123456"),  # pragma: allowlist secret
    "a client secret": (
        "POST /oauth?client_secret={}&code=1",
        "abcdef123456",  # pragma: allowlist secret
    ),  # pragma: allowlist secret
}


@pytest.fixture(params=["text", "json"])
def written(request: pytest.FixtureRequest) -> Iterator[io.StringIO]:
    """What is logged, from debug on, in each form."""
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    stream = io.StringIO()
    handler = logs.set_up("debug", stream, form=request.param)
    yield stream
    root.removeHandler(handler)
    for old in before:
        root.addHandler(old)
    root.setLevel(level)


@pytest.mark.parametrize("name", SECRETS)
def test_secrets_are_redacted(written: io.StringIO, name: str) -> None:
    """Anything with the shape of a secret is taken out, in messages, arguments and errors."""
    secret = SECRETS[name]
    log = logging.getLogger("badgewise.test")
    log.info("it is %s", secret)
    log.warning(f"header: {secret}, and more")  # noqa: G004 - what careless code does
    log.error("%s", {"token": secret})
    try:
        raise ValueError(f"not {secret}")  # noqa: TRY301
    except ValueError:
        log.exception("broken")
    assert secret not in written.getvalue()
    assert written.getvalue().count(logs.GONE) == 3
    assert "ValueError at test_logs.py" in written.getvalue()


@pytest.mark.parametrize("name", AROUND)
def test_secrets_in_addresses(written: io.StringIO, name: str) -> None:
    """So are secrets that show only by where they stand."""
    frame, secret = AROUND[name]
    logging.getLogger("aiohttp.client").warning("%s", frame.format(secret))
    assert secret not in written.getvalue()
    assert logs.GONE in written.getvalue()


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("discord.gateway", logging.DEBUG), ("discord.http", logging.DEBUG),
        ("aiohttp.access", logging.DEBUG), ("slack_sdk.web", logging.DEBUG),
        ("slack_bolt.App", logging.INFO), ("asyncio", logging.DEBUG), ("aiosqlite", logging.DEBUG),
    ],
)  # fmt: skip
def test_libraries_payloads_are_dropped(written: io.StringIO, name: str, level: int) -> None:
    """What libraries say about payloads is not written even when debugging."""
    logging.getLogger(name).setLevel(logging.DEBUG)
    logging.getLogger(name).log(level, "payload: my secret goal")
    logging.getLogger(name).warning("something is wrong")
    logging.getLogger(name).setLevel(logging.NOTSET)
    assert "my secret goal" not in written.getvalue()
    assert "something is wrong" in written.getvalue()


def test_errors_are_written_without_their_words(written: io.StringIO) -> None:
    """An error's own message may quote somebody: its kind and place are enough."""
    log = logging.getLogger("discord.client")
    error = ValueError("my secret goal")
    log.error("failed: %s", error)
    try:
        raise error
    except ValueError:
        log.exception("Ignoring exception in on_interaction")
    assert "my secret goal" not in written.getvalue()
    assert written.getvalue().count("ValueError") == 2


def test_ordinary_words_stay(written: io.StringIO) -> None:
    """Ids, versions and reasons can be read."""
    line = "shard 3 is ready in guild 700000000000000001 after 1.25 s (badgewise 1.2.3)"
    logging.getLogger("badgewise").info(line)
    assert line in written.getvalue()


@pytest.mark.parametrize("written", ["json"], indirect=True)
def test_json_is_one_object_a_line(written: io.StringIO) -> None:
    """As JSON each record is one line: time, level, logger, message, and a mishap's reference."""
    log = logging.getLogger("badgewise.test")
    log.info('two\nlines, "quotes", ünï\u2028code')
    log.warning("%s", {"token": SECRETS["a Slack bot token"]})
    reference = mishap("goal set", ValueError("my secret goal"))
    first, second, third = (json.loads(line) for line in written.getvalue().splitlines())
    assert first.keys() == {"time", "level", "logger", "message"}
    assert (first["level"], first["logger"]) == ("info", "badgewise.test")
    assert first["message"] == 'two\nlines, "quotes", ünï\u2028code'
    assert datetime.fromisoformat(first["time"]).utcoffset() == timedelta(0)
    assert logs.GONE in second["message"]
    assert (third["reference"], third["command"]) == (reference, "goal set")
    assert reference in third["message"]
    assert "my secret goal" not in written.getvalue()

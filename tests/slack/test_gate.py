"""What Slack did not sign just now does not get in."""

import asyncio
import gzip
import json
import random
import time
from collections.abc import Callable
from urllib.parse import urlencode

import pytest

from adapters.slack import site
from adapters.slack.gate import Gate, signature
from tests.sizes import size
from tests.slack import payloads
from tests.slack.conftest import SECRET, Bot

FORM = "application/x-www-form-urlencoded"
Headers = dict[str, str]
BODY = urlencode(payloads.slash("goal set nurse")).encode()


def signed(body: bytes, moment: str, secret: str = SECRET) -> Headers:
    """Headers as Slack writes them."""
    made = signature(secret.encode(), moment, body).decode()
    return {"X-Slack-Request-Timestamp": moment, "X-Slack-Signature": made, "Content-Type": FORM}


def now(shift: int = 0) -> str:
    """Seconds as text."""
    return str(int(time.time()) + shift)


def changed(dice: random.Random, body: bytes) -> bytes:
    """A body with one byte another."""
    at = dice.randrange(len(body))
    return body[:at] + bytes([body[at] ^ (1 << dice.randrange(8))]) + body[at + 1 :]


FORGERIES: dict[str, Callable[[random.Random], tuple[bytes, Headers]]] = {
    "another secret": lambda d: (BODY, signed(BODY, now(), f"guess-{d.random()}")),
    "a changed body": lambda d: (changed(d, BODY), signed(BODY, now())),
    "a changed moment": lambda d: (
        BODY,
        signed(BODY, now()) | {"X-Slack-Request-Timestamp": now(d.randint(1, 200))},
    ),
    "stale": lambda d: (BODY, signed(BODY, now(-d.randint(301, 10**6)))),
    "from the future": lambda d: (BODY, signed(BODY, now(d.randint(310, 10**6)))),
    "no signature": lambda d: (BODY, {"X-Slack-Request-Timestamp": now(), "Content-Type": FORM}),
    "no moment": lambda d: (BODY, {"X-Slack-Signature": "v0=" + "0" * 64}),
    "no headers": lambda d: (BODY, {}),
    "a moment that is none": lambda d: (
        BODY,
        signed(BODY, now())
        | {
            "X-Slack-Request-Timestamp": d.choice(
                [
                    "soon",
                    "1e9",
                    "-1",
                    "",
                    " ",
                    "1.5",
                    "٣٤٥",
                    "9" * 400,
                    "0x10",
                    now() + "\t1",
                    "NaN",
                ]
            )
        },
    ),
    "a signature that is not ASCII": lambda d: (
        BODY,
        signed(BODY, now()) | {"X-Slack-Signature": d.choice(["v0=é", "☃", "v0=" + "ü" * 64])},
    ),
    "a signature cut short": lambda d: (
        BODY,
        signed(BODY, now()) | {"X-Slack-Signature": signed(BODY, now())["X-Slack-Signature"][:-1]},
    ),
    "no text": lambda d: (bytes(d.randrange(256) for _ in range(40)), signed(BODY, now())),
    "nothing": lambda d: (b"", signed(BODY, now())),
}


async def test_forged_requests_do_nothing(http: Bot) -> None:
    """Forged, stale and malformed requests get 401 each, and change nothing."""
    dice = random.Random(5)
    count = size(1_300, 10_000)
    kinds = list(FORGERIES)
    for number in range(count):
        body, headers = FORGERIES[kinds[number % len(kinds)]](dice)
        async with http.web.post(f"{http.url}/slack/events", data=body, headers=headers) as got:
            assert got.status == 401, kinds[number % len(kinds)]
            assert await got.text() == ""
    shown = await http.send(payloads.slash("goal show", respond=http.hook()))
    assert "not set a goal" in json.dumps(shown)
    async with http.web.get(f"{http.url}/metrics") as got:
        assert f'{{what="request refused"}} {count}' in await got.text()


async def test_a_replay_does_nothing(http: Bot) -> None:
    """A genuine request that somebody sends again is refused, and has one effect."""
    body = urlencode(payloads.slash("credential add AZ-900", respond=http.hook())).encode()
    headers = signed(body, now())
    seen = []
    for _ in range(5):
        async with http.web.post(f"{http.url}/slack/events", data=body, headers=headers) as got:
            seen.append(got.status)
    assert seen == [200, 401, 401, 401, 401]
    shown = json.dumps(await http.send(payloads.slash("credential list", respond=http.hook())))
    assert "c1" in shown
    assert "c2" not in shown


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"\xff\xfe", FORM),
        (b"{", "application/json"),
        (b"[]", "application/json"),
        (b"null", "application/json"),
        (b"3", "application/json"),
        (b"[" * 100_000, "application/json"),
        (b'{"a":' + b"9" * 5_000 + b"}", "application/json"),
        (b'{"type":"event_callback","event":[]}', "application/json"),
        (b'{"type":"event_callback","event":{"type":7}}', "application/json"),
        (b'{"type":[],"team":3,"user":[]}', "application/json"),
        (b"payload=nothing", FORM),
        (b"payload=%7B%7D&payload=%5B%5D", FORM),
        (b"", FORM),
        (b"command=%2Fx", FORM),
        (b'{"type":"block_actions","team":{"id":"T1"},"actions":[]}', "application/json"),
    ],
)
async def test_signed_nonsense_is_no_failure(http: Bot, body: bytes, kind: str) -> None:
    """Something odd with a good signature is refused or acknowledged; the server goes on."""
    status, _ = await http.post(body, kind)
    assert status < 500
    answer = await http.send(payloads.slash("help", respond=http.hook()))
    assert answer["blocks"]


def raw(body: bytes, more: str = "", length: int | None = None, method: str = "POST") -> bytes:
    """A request as bytes, with a good signature under the body."""
    headers = "".join(f"{k}: {v}\r\n" for k, v in signed(body, now()).items())
    size_ = (
        ""
        if "chunked" in more
        else f"Content-Length: {len(body) if length is None else length}\r\n"
    )
    return (
        f"{method} /slack/events HTTP/1.1\r\nHost: x\r\n{headers}{size_}{more}\r\n".encode() + body
    )


CHUNKED = "Transfer-Encoding: chunked\r\n"
BROKEN = {
    "no HTTP": b"\x00\xff\r\n\r\n",
    "packed, but not": raw(BODY, "Content-Encoding: gzip\r\n")[:-1] + b"!",
    "packed otherwise": raw(BODY, "Content-Encoding: deflate\r\n")[:-1] + b"!",
    "packed unheard of": raw(BODY, "Content-Encoding: br\r\n")[:-1] + b"!",
    "a bomb": raw(gzip.compress(b"a" * 50_000_000), "Content-Encoding: gzip\r\n"),
    "chunks that are none": raw(b"", CHUNKED) + b"zz\r\nabc\r\n0\r\n\r\n",
    "a negative length": raw(BODY, length=-5),
    "two lengths": raw(BODY, "Content-Length: 3\r\n"),
    "a long header": raw(BODY, f"X-A: {'a' * 20_000}\r\n"),
    "many headers": raw(BODY, "".join(f"X-{n}: 1\r\n" for n in range(2_000))),
    "another method": raw(b"", method="PUT"),
    "an expectation": raw(BODY, "Expect: 200-wow\r\n"),
    "a signature twice": raw(BODY, "X-Slack-Signature: v0=00\r\n")[:-1] + b"!",
    "an upgrade": raw(b"", "Upgrade: websocket\r\nConnection: upgrade\r\n", method="GET"),
}


async def told(port: int, sent: bytes) -> int:
    """The status of an answer to raw bytes."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(sent)
    line = await asyncio.wait_for(reader.readline(), 5)
    writer.close()
    return int(line.split()[1])


@pytest.mark.parametrize("kind", BROKEN)
async def test_broken_http_is_no_failure(http: Bot, kind: str) -> None:
    """A request that is broken below its signature is refused as the sender's fault."""
    assert 400 <= await told(http.port, BROKEN[kind]) < 500
    shown = await http.send(payloads.slash("goal show", respond=http.hook()))
    assert "not set a goal" in json.dumps(shown)


@pytest.mark.parametrize("sent", [raw(BODY, length=5_000), raw(b"", CHUNKED) + b"50\r\nab"])
async def test_a_body_that_never_comes_is_not_waited_for(
    http: Bot, sent: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sender that stops in the middle holds nothing up: refused, whether it leaves or stays."""
    monkeypatch.setattr(site, "WHOLE", 0.2)
    assert await told(http.port, sent) == 401
    _, writer = await asyncio.open_connection("127.0.0.1", http.port)
    writer.write(sent)
    writer.close()
    await writer.wait_closed()
    async with asyncio.timeout(5):
        while 'refused"} 2' not in await metrics(http):  # noqa: ASYNC110
            await asyncio.sleep(0.01)


async def metrics(bot: Bot) -> str:
    """What the process counts."""
    async with bot.web.get(f"{bot.url}/metrics") as got:
        return await got.text()


async def test_a_huge_body_is_refused(http: Bot) -> None:
    """A body over a megabyte is refused before it is read whole."""
    status, _ = await http.post(b"a" * 1_100_000, FORM)
    assert status == 413


async def test_slack_s_own_questions_are_answered(http: Bot) -> None:
    """Slack's check of the address is answered with its challenge."""
    body = json.dumps({"type": "url_verification", "challenge": "abc", "token": "t"}).encode()
    assert await http.post(body, "application/json") == (200, '{"challenge": "abc"}')


def test_the_gate_forgets() -> None:
    """Signatures are remembered as long as they would be fresh, and no longer."""
    moment = [1_000_000.0]
    gate = Gate(SECRET, lambda: moment[0])
    for _ in range(5_000):
        body = str(moment[0]).encode()
        assert gate.enter(signed(body, str(int(moment[0]))), body)
        assert not gate.enter(signed(body, str(int(moment[0]))), body)
        moment[0] += 1
    assert len(gate._seen) <= 303

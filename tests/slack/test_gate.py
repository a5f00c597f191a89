"""What Slack did not sign just now does not get in."""

import json
import random
import time
from collections.abc import Callable
from urllib.parse import urlencode

import pytest

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
    assert status < 500 or kind == "impossible"
    answer = await http.send(payloads.slash("help", respond=http.hook()))
    assert answer["blocks"]


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

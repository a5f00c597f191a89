"""The gate: only requests that Slack signed just now, and none of them a second time."""

import hashlib
import hmac
from collections.abc import Callable, Mapping
from itertools import islice

WINDOW = 300  # seconds by which a request's time may be off
_DIGITS = 12
_SWEPT = 2  # looked at for each that enters: the oldest, so that none stays


def signature(secret: bytes, moment: str, body: bytes) -> bytes:
    """What Slack writes under a body."""
    signed = hmac.new(secret, b"v0:" + moment.encode() + b":" + body, hashlib.sha256)
    return b"v0=" + signed.hexdigest().encode()


class Gate:
    """Knows the signatures of the last five minutes."""

    def __init__(self, secret: str, clock: Callable[[], float]) -> None:
        self._secret, self._clock = secret.encode(), clock
        self._seen: dict[bytes, int] = {}

    def enter(self, headers: Mapping[str, str], body: bytes) -> bool:
        """Whether a request is genuine, fresh and new. Nothing that it may hold raises."""
        moment = headers.get("X-Slack-Request-Timestamp", "")
        given = headers.get("X-Slack-Signature", "").encode("utf-8", "replace")
        if not (moment.isascii() and moment.isdigit() and len(moment) <= _DIGITS):
            return False
        if abs(self._clock() - int(moment)) > WINDOW:
            return False
        if not hmac.compare_digest(signature(self._secret, moment, body), given):
            return False
        return self._new(given, int(moment))

    def _new(self, given: bytes, moment: int) -> bool:
        if given in self._seen:
            return False
        self._seen[given] = moment
        self._forget()
        return True

    def leave(self, headers: Mapping[str, str]) -> None:
        """Forgets a request that could not be served, so that it may come again."""
        self._seen.pop(headers.get("X-Slack-Signature", "").encode("utf-8", "replace"), None)

    def _forget(self) -> None:
        """Drops what is too old to enter anyway; the oldest come first, or nearly so."""
        old = self._clock() - WINDOW
        for given in tuple(islice(self._seen, _SWEPT)):
            if self._seen[given] < old:
                del self._seen[given]

"""Encryption at rest: with keys set, documents are sealed; without, they are plain JSON text."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.store.problems import StoreProblem, Unreadable

if TYPE_CHECKING:
    from cryptography.fernet import MultiFernet

SEALED = "gAAAA"  # how every Fernet token begins; JSON text never does
NO_LIBRARY = "Encryption needs a library: run `pip install 'badgewise[encryption]'`."
BAD_KEY = (
    "store.encryption_keys holds something that is no key: each is 32 random bytes in URL-safe"
    " base64 (44 characters)."
)
NO_KEY = "The stored data is encrypted: put its key into store.encryption_keys."
WRONG_KEY = (
    "The stored data was encrypted with another key: put that key into store.encryption_keys,"
    " behind the new one."
)


def _fernet(keys: Sequence[str]) -> "MultiFernet":
    try:
        from cryptography.fernet import Fernet, MultiFernet  # noqa: PLC0415 - only with keys
    except ImportError:
        raise StoreProblem(NO_LIBRARY) from None
    try:
        return MultiFernet([Fernet(key) for key in keys])
    except (ValueError, TypeError):
        raise StoreProblem(BAD_KEY) from None


class Seal:
    """Closes with the first key, opens with any. Without keys it leaves text as it is."""

    def __init__(self, keys: Sequence[str] = ()) -> None:
        """Raises StoreProblem when a key is none, or the library is missing."""
        self._fernet = _fernet(keys) if keys else None

    def close(self, text: str) -> str:
        """Returns what to store for a text."""
        return self._fernet.encrypt(text.encode()).decode() if self._fernet else text

    def open(self, stored: str) -> str:
        """Returns the text behind what is stored; plain text is taken as it is.

        Raises StoreProblem when it is encrypted with a key that is not at hand.
        """
        if not stored.startswith(SEALED):
            return stored
        if self._fernet is None:
            raise Unreadable(NO_KEY)
        from cryptography.fernet import InvalidToken  # noqa: PLC0415 - only with keys

        try:
            return self._fernet.decrypt(stored.encode()).decode()
        except InvalidToken:
            raise Unreadable(WRONG_KEY) from None

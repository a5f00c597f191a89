"""Short names: of lines behind buttons, and of learners."""

import base64
import hashlib
import json
import secrets

from bot.person import Person


def line_key(person: Person, line: str) -> str:
    """Returns the key (16 URL-safe characters) of a person's line: always the same for the same."""
    said = json.dumps([person.platform, person.tenant, person.user, line]).encode()
    return base64.urlsafe_b64encode(hashlib.blake2b(said, digest_size=12).digest()).decode()


def new_learner() -> str:
    """Returns a fresh id (16 characters) that says nothing about the person."""
    return secrets.token_hex(8)


def who(person: Person) -> dict[str, str]:
    """Returns a person as the values that the queries name."""
    return {"platform": person.platform, "tenant": person.tenant, "user_id": person.user}

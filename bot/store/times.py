"""Times as the store keeps them: whole seconds since 1970, UTC."""

from datetime import UTC, datetime


def epoch(now: datetime) -> int:
    """Returns the second of an aware datetime; raises ValueError for a naive one."""
    if now.tzinfo is None:
        raise ValueError("the store takes times with a time zone only")
    return int(now.timestamp())


def iso(second: int) -> str:
    """Returns a stored second as ISO 8601 in UTC."""
    return datetime.fromtimestamp(second, UTC).isoformat()

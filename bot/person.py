"""Who is speaking: a user of a tenant of a platform."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """The same user id in two tenants is two people."""

    platform: str
    tenant: str
    user: str

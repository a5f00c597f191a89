"""Who is speaking: a user of a tenant of a platform."""

from msgspec import Struct


class Person(Struct, frozen=True):
    """The same user id in two tenants is two people."""

    platform: str
    tenant: str
    user: str

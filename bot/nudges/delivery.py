"""The seam to the platforms: one nudge to one person, and what became of it."""

from collections.abc import Awaitable, Callable

from msgspec import Struct

from bot.person import Person
from bot.reply import Reply

DeliveryId = str


class Sent(Struct, frozen=True):
    """It is with the person; ``message`` is the platform's id of it."""

    message: str


class Unreachable(Struct, frozen=True):
    """The person takes no messages from the bot: nudges are switched off."""

    reason: str


class RetryAfter(Struct, frozen=True):
    """Not now. ``doubtful``: it may have got through, so the next try looks it up first.

    ``everybody``: others of the same platform and tenant have to wait as well.
    """

    seconds: float
    doubtful: bool = False
    everybody: bool = False


class Paused(Struct, frozen=True):
    """Nobody of the tenant can be written to until an operator or an admin does something."""

    reason: str


class Unknown(Struct, frozen=True):
    """It may have got through or not, and nothing can tell: recorded, never sent again."""

    reason: str


Delivery = Sent | Unreachable | RetryAfter | Paused | Unknown
# The number counts the tries that may have got through, this one included: from 2 on an earlier
# one has to be looked for before anything is sent.
Deliver = Callable[[Person, Reply, DeliveryId, int], Awaitable[Delivery]]

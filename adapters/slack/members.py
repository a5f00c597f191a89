"""What Slack says of a person: admin or not, language, time zone."""

import time
from collections.abc import Callable, Sequence

from msgspec import Struct

from adapters.slack.caller import Caller
from adapters.slack.wire import Wire
from bot.person import Person

FRESH = 3_600.0  # seconds for which language and time zone hold
MOST = 20_000


class Member(Struct, frozen=True):
    """One person's standing in a workspace."""

    admin: bool = False
    locale: str = "en"
    time_zone: str = ""


class Members:
    """Asks Slack and remembers for a while; who is an admin is asked anew each time."""

    def __init__(
        self, wire: Wire, admins: Sequence[str] = (), clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._wire, self._admins, self._clock = wire, frozenset(admins), clock
        self._known: dict[Person, tuple[float, Member]] = {}

    def known(self, person: Person) -> Member | None:
        """Who was asked about not long ago."""
        found = self._known.get(person)
        return found[1] if found and found[0] > self._clock() else None

    async def ask(self, caller: Caller) -> Member:
        """What Slack says now; nobody's admin where it says nothing."""
        person = caller.person
        answer = await self._wire.call(
            "users.info", caller.token, user=person.user, include_locale=True
        )
        user = (answer or {}).get("user") or {}
        standing = any(user.get(k) is True for k in ("is_admin", "is_owner", "is_primary_owner"))
        member = Member(
            admin=self._listed(person) if self._admins else standing,
            locale=str(user.get("locale") or "en"),
            time_zone=str(user.get("tz") or ""),
        )
        if answer is not None:
            self._remember(person, member)
        return member

    def _listed(self, person: Person) -> bool:
        return f"{person.tenant}/{person.user}" in self._admins

    def _remember(self, person: Person, member: Member) -> None:
        if len(self._known) >= MOST:
            self._known.clear()
        self._known[person] = (self._clock() + FRESH, member)

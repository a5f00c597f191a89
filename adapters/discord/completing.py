"""What an option can be completed with, within Discord's limits."""

import logging
from collections.abc import Mapping
from typing import Any

from adapters.discord import reading
from adapters.discord.limits import CHOICE, CHOICES, cut, size
from adapters.discord.text import one_line
from bot.advice.learner import Learner
from bot.commands.command import Completes
from bot.commands.completion import Completer
from bot.person import Person
from bot.store import Store, StoreProblem

log = logging.getLogger("badgewise.discord")
OWN = frozenset(
    (
        Completes.OWN_CREDENTIAL,
        Completes.OWN_PROJECT,
        Completes.OWN_EXPERIENCE,
        Completes.OWN_EDUCATION,
    )
)


async def completions(
    completer: Completer, store: Store, person: Person, data: Mapping[str, Any]
) -> list[dict[str, str]]:
    """Up to 25 choices; none when there is nothing, or no way, to complete."""
    command, name, typed = reading.focused(data)
    option = next((o for o in command.fields if o.name == name), None) if command else None
    if option is None or option.completes is None:
        return []
    learner = Learner()
    if option.completes in OWN:
        try:
            learner = (await store.load(person)).learner
        except StoreProblem as problem:
            log.warning("completing failed: %s", str(problem))
            return []
    found = completer.complete(option.completes, typed, learner)
    choices = [
        {"name": cut(one_line(shown), CHOICE) or sent, "value": sent}
        for shown, sent in found
        if 0 < size(sent) <= CHOICE
    ]
    return choices[:CHOICES]

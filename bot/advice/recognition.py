"""Issuer and industry: whether hiring people there would know the name."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from msgspec import Struct

from bot.advice.knowledge import Knowledge
from bot.advice.reading.facts import ProviderRead, Standing
from bot.advice.reading.text import stems
from bot.advice.taxonomy import Provider, Role


class Recognition(StrEnum):
    """How an issuer is known in an industry."""

    RECOGNISED = "recognised"
    OTHER_INDUSTRY = "other_industry"
    UNKNOWN = "unknown"
    SUSPECT = "suspect"
    UNSAID = "unsaid"


class LocalWord(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An admin's decision on an issuer, for one server or workspace."""

    name: str
    industry: str = ""
    trusted: bool = True
    reason: str = ""
    decided_by: str = ""
    decided_on: date | None = None


class Recognised(Struct, frozen=True, kw_only=True):
    """The recognition and what it rests on."""

    state: Recognition
    provider: Provider | None = None
    resembles: Provider | None = None
    slip: bool = False  # one letter off a known name: to be asked
    local: LocalWord | None = None


def recognise(
    said: ProviderRead,
    role: Role | None,
    shared: Iterable[str],
    knowledge: Knowledge,
    local: Iterable[LocalWord] = (),
    industry: str = "",
) -> Recognised:
    """Judges an issuer for a role; ``shared`` are the skills that it teaches for that role.

    An issuer counts where the role's industry knows it, or the ``industry`` in which the person
    wants that role (a data analyst in health), or where the field of a shared skill does (an
    accountant's employer trusts Microsoft for Excel). Without a goal, a known name counts.
    """
    provider = knowledge.providers.get(said.id)
    decided = _decided(said, provider, role, local)
    if decided:
        state = Recognition.RECOGNISED if decided.trusted else Recognition.UNKNOWN
        return Recognised(state=state, provider=provider, local=decided)
    resembles = knowledge.providers.get(said.resembles)
    match said.standing:
        case Standing.UNSAID:
            return Recognised(state=Recognition.UNSAID)
        case Standing.SUSPECT:
            return Recognised(state=Recognition.SUSPECT, resembles=resembles)
        case Standing.SLIP:
            return Recognised(state=Recognition.UNKNOWN, resembles=resembles, slip=True)
    if provider is None:
        return Recognised(state=Recognition.UNKNOWN)
    fields = {role.industry, industry} if role else set()
    fields |= {knowledge.skills[s].industry for s in shared}
    here = role is None or "*" in provider.industries or fields & set(provider.industries)
    return Recognised(
        state=Recognition.RECOGNISED if here else Recognition.OTHER_INDUSTRY, provider=provider
    )


def _decided(
    said: ProviderRead, provider: Provider | None, role: Role | None, local: Iterable[LocalWord]
) -> LocalWord | None:
    names: set[tuple[str, ...]] = set()
    for word in local:
        names = names or {stems(said.read)} | ({stems(provider.name)} if provider else set())
        fits = not word.industry or role is None or word.industry == role.industry
        if fits and stems(word.name) in names and said.standing is not Standing.SUSPECT:
            return word
    return None

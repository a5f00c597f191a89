"""Which known credentials fit a goal: for suggestions and for alternatives."""

from collections.abc import Iterable
from functools import lru_cache

from bot.advice.knowledge import Knowledge
from bot.advice.taxonomy import Level, Provider, ProviderKind, Role, Title

_EASY_FIRST = {Level.FOUNDATION: 0, Level.INTERMEDIATE: 1, Level.ADVANCED: 2, Level.EXPERT: 3}
_LONG_WEEKS = 40


def counts(
    provider: Provider | None, role: Role, skills: Iterable[str], knowledge: Knowledge
) -> bool:
    """Whether an issuer is trusted in the role's industry or in the field of one of the skills."""
    if provider is None or provider.kind is ProviderKind.MARKETPLACE:
        return False
    trusted = provider.industries
    if "*" in trusted or role.industry in trusted:
        return True
    return any(knowledge.skills[s].industry in trusted for s in skills)


def fitting(
    role: Role, knowledge: Knowledge, wanted: Iterable[str] = (), without: Iterable[str] = ()
) -> tuple[Title, ...]:
    """Current credentials with a core skill of the role, from issuers that count, best first.

    Args:
        wanted: skills that they should teach; the role's core skills when empty.
        without: skills that the person shows already.
    """
    wanted, have = tuple(wanted), set(without)
    target = tuple(s for s in wanted or role.core if s not in have)
    return _fitting(role.id, knowledge, target, made_for_too=not wanted)


@lru_cache(maxsize=20_000)
def _fitting(
    role_id: str, knowledge: Knowledge, target: tuple[str, ...], *, made_for_too: bool
) -> tuple[Title, ...]:
    role = knowledge.roles[role_id]
    scored: list[tuple[tuple[float, ...], str, Title]] = []
    candidates = {t.id: t for s in target for t in knowledge.titles_for_skill(s)}
    if made_for_too:
        candidates |= {t.id: t for t in knowledge.titles_for_role(role.id)}
    for title in candidates.values():
        if (title.weeks or 0) > _LONG_WEEKS:
            continue
        hits = [s for s in title.skills if s in target]
        made_for = role.id in title.roles and made_for_too
        core = [s for s in title.skills if s in role.core]
        if not counts(knowledge.providers.get(title.issuer), role, core, knowledge):
            continue
        first = target.index(hits[0]) if hits else len(target)
        same_field = knowledge.skills[title.skills[0]].industry == role.industry
        depth = len(hits) + len(core) / 10
        order = (-made_for, first, -depth, -same_field, _EASY_FIRST[title.level])
        scored.append((order, title.id, title))
    return tuple(title for _, _, title in sorted(scored))  # ids differ: no titles are compared


def trusted_for(
    skills: Iterable[str],
    role: Role | None,
    knowledge: Knowledge,
    most: int = 3,
    *,
    but: str = "",
) -> tuple[str, ...]:
    """Up to ``most`` issuers with a credential in the skills, trusted for the role.

    Each offers the tool where there is one, else the first skill: what the question is about.

    Args:
        but: the id of an issuer that is not to be named.
    """
    wanted = tuple(skills)
    about = {s for s in wanted if knowledge.skills[s].tool} or set(wanted[:1])
    names: dict[str, int] = {}
    for title in {
        t.id: t for s in wanted if s in about for t in knowledge.titles_for_skill(s)
    }.values():
        shared = set(wanted) & set(title.skills)
        provider = knowledge.providers.get(title.issuer)
        if provider is None or provider.id == but:
            continue
        if role is None or _vouches(provider, role, shared, knowledge):
            names[provider.name] = names.get(provider.name, 0) + len(shared)
    return tuple(sorted(names, key=lambda name: (-names[name], name))[:most])


def _vouches(provider: Provider, role: Role, shared: set[str], knowledge: Knowledge) -> bool:
    """Whether the issuer counts for the role, or makes the tool itself."""
    own_tool = any(provider.id in knowledge.skills[s].makers for s in shared)
    useful = shared & {*role.core, *role.supporting}
    return own_tool or counts(provider, role, useful, knowledge)

"""Finds what is wrong with the knowledge: duplicates, dangling names, colliding aliases."""

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from pathlib import Path

from bot.advice.knowledge import BUILT_IN, KINDS, Knowledge, KnowledgeError, files, load, read_toml
from bot.advice.reading.compiled import doing_key
from bot.advice.reading.text import stems
from bot.advice.taxonomy import Gate, Named

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_FULL_STOP = (".", "!", "?")


def _squash(text: str) -> str:
    return re.sub(r"[^a-z0-9+#]", "", text.casefold())


def duplicates(root: Path) -> Iterator[str]:
    """Ids that stand in two files of one kind."""
    seen: dict[tuple[str, str], str] = {}
    for path, kind in files(root):
        for key in read_toml(path):
            where = f"{path.parent.name}/{path.name}"
            if (kind, key) in seen:
                yield f"{where}: {key} stands in {seen[kind, key]} too"
            seen.setdefault((kind, key), where)
            if not _ID.fullmatch(key):
                yield f"{where}: {key} is no id (lower case, digits and hyphens)"


def collisions(kind: str, table: Mapping[str, Named]) -> Iterator[str]:
    """Aliases that mean two entries of one kind."""
    owners: dict[str, set[str]] = defaultdict(set)
    for key, entry in table.items():
        for alias in (entry.name, *entry.aliases):
            owners[_squash(alias)].add(key)
    for alias, keys in owners.items():
        if len(keys) > 1:
            yield f"{kind}: {alias!r} means {' and '.join(sorted(keys))}"


def shared_doings(knowledge: Knowledge) -> Iterator[str]:
    """Ways to say what is done in a job that are said of two jobs."""
    owners: dict[str, set[str]] = defaultdict(set)
    for role in knowledge.roles.values():
        for said in role.does:
            owners[doing_key(stems(said))].add(role.id)
    for said, roles in owners.items():
        if len(roles) > 1:
            yield f"roles: to {said!r} means {' and '.join(sorted(roles))}"


def dangling(knowledge: Knowledge) -> Iterator[str]:
    """References to entries that do not exist."""
    skills, roles = knowledge.skills, knowledge.roles

    def missing(where: str, wanted: tuple[str, ...], among: Container[str]) -> Iterator[str]:
        for name in wanted:
            if name not in among:
                yield f"{where}: {name} is not known"

    for skill in skills.values():
        yield from missing(f"skill {skill.id}", skill.related, skills)
        yield from missing(f"skill {skill.id}", skill.makers, knowledge.providers)
    for role in roles.values():
        yield from missing(f"role {role.id}", role.core + role.supporting, skills)
    for title in knowledge.credentials.values():
        where = f"credential {title.id}"
        yield from missing(where, title.skills, skills)
        yield from missing(where, title.roles, roles)
        yield from missing(where, (title.issuer,), knowledge.providers)
        after = tuple(filter(None, (title.replaced_by, title.builds_on)))
        yield from missing(where, after, knowledge.credentials)
    for provider in knowledge.providers.values():
        wanted = tuple(i for i in provider.industries if i != "*")
        yield from missing(f"provider {provider.id}", wanted, knowledge.industries)


def checked(knowledge: Knowledge) -> Knowledge:
    """The knowledge, when everything it refers to exists. Raises KnowledgeError."""
    for problem in dangling(knowledge):
        raise KnowledgeError(problem)
    return knowledge


def _style_of_skills(knowledge: Knowledge) -> Iterator[str]:
    for skill in knowledge.skills.values():
        if len(skill.projects) != 2:
            yield f"skill {skill.id}: give two projects"
        for idea in (*skill.projects, skill.practice):
            if idea.endswith(_FULL_STOP) or not idea[:1].islower():
                yield f"skill {skill.id}: {idea[:30]!r} begins in lower case, no full stop"
            if "{" in idea.replace("{role}", ""):
                yield f"skill {skill.id}: only {{role}} may stand in braces"


def style(knowledge: Knowledge) -> Iterator[str]:
    """Entries that a reader would find unfinished."""
    yield from _style_of_skills(knowledge)
    for role in knowledge.roles.values():
        if len(role.core) < 2 or len(role.terms) < 3:
            yield f"role {role.id}: name more core skills or ad terms"
        if role.gate in (Gate.LICENCE, Gate.REQUIRED_DEGREE) and not role.gate_note:
            yield f"role {role.id}: say in gate_note who regulates it"
    for title in knowledge.credentials.values():
        if not title.skills:
            yield f"credential {title.id}: name what it teaches"


def problems(root: Path = BUILT_IN) -> list[str]:
    """Everything wrong below ``root``, one sentence each; empty when all is well."""
    try:
        knowledge = load([root] if root == BUILT_IN else [BUILT_IN, root])
        found = list(duplicates(root))
    except KnowledgeError as error:
        return [str(error)]
    found += dangling(knowledge)
    found += style(knowledge)
    found += shared_doings(knowledge)
    for kind in KINDS:
        found += collisions(kind, getattr(knowledge, kind))
    return found

"""Loads the knowledge files once and hands them out as plain tables by id.

A folder of an operator's own is laid over the built-in one: the same id replaces, a new id adds.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import tomli
from pydantic import TypeAdapter, ValidationError

from bot.advice.taxonomy import Industry, Provider, Role, Skill, Title

BUILT_IN = Path(__file__).parent / "knowledge"
KINDS: dict[str, type] = {
    "skills": Skill,
    "roles": Role,
    "credentials": Title,
    "providers": Provider,
}
_SHAPES = {**KINDS, "industries": Industry}


class KnowledgeError(ValueError):
    """A knowledge file that cannot be used; the message names file, entry and remedy."""


@dataclass(frozen=True, eq=False)
class Knowledge:
    """Everything Badgewise knows, by id."""

    industries: Mapping[str, Industry]
    skills: Mapping[str, Skill]
    roles: Mapping[str, Role]
    credentials: Mapping[str, Title]
    providers: Mapping[str, Provider]

    @cached_property
    def titles_by_skill(self) -> Mapping[str, tuple[Title, ...]]:
        """The credentials that teach a skill, those still issued."""
        return self._titles_by(lambda title: title.skills)

    @cached_property
    def titles_by_role(self) -> Mapping[str, tuple[Title, ...]]:
        """The credentials made for a role, those still issued."""
        return self._titles_by(lambda title: title.roles)

    def _titles_by(self, keys: Callable[[Title], tuple[str, ...]]) -> dict[str, tuple[Title, ...]]:
        found: dict[str, list[Title]] = defaultdict(list)
        for title in self.credentials.values():
            if not title.retired:
                for key in keys(title):
                    found[key].append(title)
        return {key: tuple(titles) for key, titles in found.items()}


@cache
def _adapter(kind: str) -> TypeAdapter[Any]:
    entry: Any = _SHAPES[kind]
    return TypeAdapter(dict[str, entry])


def read_toml(path: Path) -> dict[str, Any]:
    """The tables of one file. Raises KnowledgeError with the file's name and the line."""
    try:
        return tomli.loads(path.read_text(encoding="utf-8"))
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"{path.parent.name}/{path.name}: {error}") from error
    except OSError as error:
        raise KnowledgeError(f"{path.parent.name}/{path.name}: {error.strerror}") from error


def _rows(path: Path, kind: str) -> dict[str, Any]:
    """One file as entries, with what its folder says filled in."""
    folder = path.parent.name
    rows = read_toml(path)
    keys = {f.name for f in fields(_SHAPES[kind])} - {"id"}
    for key, row in rows.items():
        if not isinstance(row, dict):
            raise KnowledgeError(f"{folder}/{path.name}: {key} needs a [heading] of its own")
        for unknown in row.keys() - keys:
            raise KnowledgeError(f"{folder}/{path.name}: {key} / {unknown}: there is no such key")
        row["id"] = key
        if kind in ("skills", "roles"):
            row.setdefault("industry", folder)
        elif kind == "providers":
            row.setdefault("industries", [folder])
    try:
        entries: dict[str, Any] = _adapter(kind).validate_python(rows)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        where = " / ".join(str(part) for part in first["loc"])
        raise KnowledgeError(f"{folder}/{path.name}: {where}: {first['msg']}") from None
    return entries


def existing(root: Path) -> Path:
    """The folder itself. Raises KnowledgeError when it is none: a slip would go unnoticed."""
    if not root.is_dir():
        raise KnowledgeError(f"{root} is not a folder; check knowledge.folder.")
    return root


def _expected(path: Path, root: Path) -> bool:
    return path.stem in KINDS and path.parent.parent == root


def files(root: Path) -> Iterator[tuple[Path, str]]:
    """Each knowledge file below ``root`` with its kind, in a fixed order."""
    for stray in existing(root).rglob("*.toml"):
        if stray.relative_to(root) != Path("industries.toml") and not _expected(stray, root):
            raise KnowledgeError(
                f"{stray.relative_to(root)}: name it {', '.join(KINDS)} (.toml), in a folder."
            )
    for folder in sorted(p for p in root.iterdir() if p.is_dir()):
        for kind in KINDS:
            path = folder / f"{kind}.toml"
            if path.exists():
                yield path, kind


def load(roots: Iterable[Path] = (BUILT_IN,)) -> Knowledge:
    """Reads every folder in order, later ones over earlier ones."""
    tables: dict[str, dict[str, Any]] = {kind: {} for kind in KINDS}
    industries: dict[str, Industry] = {}
    for root in roots:
        listed = root / "industries.toml"
        if listed.exists():
            industries.update(_rows(listed, "industries"))
        for path, kind in files(root):
            tables[kind].update(_rows(path, kind))
    return Knowledge(industries=industries, **tables)

"""Loads the knowledge files once and hands them out as plain tables by id.

A folder of an operator's own is laid over the built-in one: the same id replaces, a new id adds.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from msgspec import Struct, ValidationError, convert, field
from msgspec.structs import fields

from bot.advice.taxonomy import Industry, Provider, Role, Skill, Title
from bot.checking import Matter, slip

BUILT_IN = Path(__file__).parent / "knowledge"
KINDS: dict[str, type[Struct]] = {
    "skills": Skill,
    "roles": Role,
    "credentials": Title,
    "providers": Provider,
}
SHAPES: dict[str, type[Struct]] = {**KINDS, "industries": Industry}
_REASONS = {
    Matter.SHORT: "must not be empty",
    Matter.FORM: "must be a month, such as 2026-03",
}


class KnowledgeError(ValueError):
    """A knowledge file that cannot be used; the message names file, entry and remedy."""


class Knowledge(Struct, frozen=True, eq=False, dict=True):
    """Everything Badgewise knows, by id."""

    industries: Mapping[str, Industry]
    skills: Mapping[str, Skill]
    roles: Mapping[str, Role]
    credentials: Mapping[str, Title]
    providers: Mapping[str, Provider]

    index: Mapping[str, Mapping[str, Sequence[str]]] = field(default_factory=dict)

    def titles_for_skill(self, skill: str) -> list[Title]:
        """The credentials that teach a skill, those still issued."""
        return [self.credentials[id_] for id_ in self._index["taught"].get(skill, ())]

    def titles_for_role(self, role: str) -> list[Title]:
        """The credentials made for a role, those still issued."""
        return [self.credentials[id_] for id_ in self._index["made_for"].get(role, ())]

    def roles_around(self, skill: str) -> list[Role]:
        """The roles that a skill is core to."""
        return [self.roles[id_] for id_ in self._index["core_to"].get(skill, ())]

    def roles_helped_by(self, skill: str) -> list[Role]:
        """The roles that a skill supports."""
        return [self.roles[id_] for id_ in self._index["supports"].get(skill, ())]

    def roles_in(self, industry: str) -> list[Role]:
        """The roles of an industry."""
        return [self.roles[id_] for id_ in self._index["works_in"].get(industry, ())]

    def titles_of(self, issuer: str) -> list[Title]:
        """The credentials of an issuer, those still issued."""
        return [self.credentials[id_] for id_ in self._index["issued"].get(issuer, ())]

    @cached_property
    def job_words(self) -> frozenset[str]:
        """The words that names of jobs end in: nurse, engineer, assistant."""
        return frozenset(role.name.split()[-1].casefold() for role in self.roles.values())

    @cached_property
    def acronyms(self) -> Mapping[str, str]:
        """Words that names write in capitals, by how people type them: BI, HR, HGV."""
        names = [*(r.name for r in self.roles.values()), *(s.name for s in self.skills.values())]
        every = {word for name in names for word in name.split() if len(word) > 1}
        return {word.lower(): word for word in every if word.isupper() and word.isalpha()}

    @cached_property
    def _index(self) -> Mapping[str, Mapping[str, Sequence[str]]]:
        return self.index or indexed(self)


def indexed(knowledge: Knowledge) -> dict[str, dict[str, list[str]]]:
    """Ids by what one looks for, so that nobody has to go through all entries."""
    current = [t for t in knowledge.credentials.values() if not t.retired]
    return {
        "taught": _by((t.id, t.skills) for t in current),
        "made_for": _by((t.id, t.roles) for t in current),
        "issued": _by((t.id, (t.issuer,)) for t in current),
        "works_in": _by((r.id, (r.industry,)) for r in knowledge.roles.values()),
        "supports": _by((r.id, r.supporting) for r in knowledge.roles.values()),
        "core_to": _by((r.id, r.core) for r in knowledge.roles.values()),
    }


def _by(pairs: Iterable[tuple[str, Iterable[str]]]) -> dict[str, list[str]]:
    """Ids by each of their keys."""
    found: dict[str, list[str]] = defaultdict(list)
    for id_, keys in pairs:
        for key in keys:
            found[key].append(id_)
    return dict(found)


def read_toml(path: Path) -> dict[str, Any]:
    """The tables of one file. Raises KnowledgeError with the file's name and the line."""
    import tomli  # noqa: PLC0415 - not needed where the knowledge is kept ready

    try:
        return tomli.loads(path.read_text(encoding="utf-8"))
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"{path.parent.name}/{path.name}: {error}") from error
    except OSError as error:
        raise KnowledgeError(f"{path.parent.name}/{path.name}: {error.strerror}") from error


def _rows(path: Path, kind: str) -> dict[str, Any]:
    """One file as entries, with what its folder says filled in."""
    folder, shape = path.parent.name, SHAPES[kind]
    rows = read_toml(path)
    keys = set(shape.__struct_fields__) - {"id"}
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
        rows[key] = _entry(row, shape, f"{folder}/{path.name}: {key}")
    return rows


def _entry(row: dict[str, Any], shape: type[Struct], place: str) -> Struct:
    """One table as an entry. Raises KnowledgeError with the key and what is the matter with it."""
    try:
        return convert(row, shape, strict=False)
    except ValidationError as error:
        keys, matter = slip(error)
    reason = _REASONS.get(matter, matter)
    if matter is Matter.WORD:
        words = next(f.type for f in fields(shape) if f.name == keys[0])
        reason = f"must be one of {', '.join(words)}"
    raise KnowledgeError(f"{' / '.join((place, *keys))}: {reason}")


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

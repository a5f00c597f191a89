"""The knowledge files: sound as they are, an operator's own laid over them, slips said clearly."""

from pathlib import Path

import pytest
from msgspec.structs import fields

from bot.advice import cache
from bot.advice.advise import advise
from bot.advice.case import cases
from bot.advice.knowledge import BUILT_IN, KINDS, Knowledge, KnowledgeError, files, load
from bot.advice.knowledge_check import checked, problems
from bot.advice.learner import Learner
from bot.advice.library import Library
from bot.advice.reading import circumstances, past, places, unfiled
from bot.advice.reading.footholds import footholds, starts
from bot.advice.reading.form import Form
from bot.advice.taxonomy import Gate, Industry, Proof
from bot.advice.verdict import Verdict
from tests.advice.world import TODAY

SKILL = '[widgets]\nname = "widgets"\npractice = "turn one"\nprojects = ["turn two", "show it"]\n'
ROLE = '[widget-maker]\nname = "widget maker"\ncore = ["widgets"]\nterms = ["widgets"]\n'
TITLE = '[widgets-one]\nname = "Widgets One"\nissuer = "widgeteers"\nskills = ["widgets"]\n'
PROVIDER = '[widgeteers]\nname = "The Widgeteers"\nkind = "nonprofit"\n'
INDUSTRY = '[widgetry]\nname = "widgetry"\n'
OWN = {
    "industries.toml": INDUSTRY,
    "widgetry/skills.toml": SKILL,
    "widgetry/roles.toml": ROLE,
    "widgetry/credentials.toml": TITLE,
    "widgetry/providers.toml": PROVIDER,
}


@pytest.fixture(scope="module")
def built_in() -> Knowledge:
    """The knowledge that comes with the program, read from its files."""
    return load()


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An operator's empty folder; what is kept for speed is kept beside it."""
    monkeypatch.setattr(cache, "FOLDER", tmp_path / "kept")
    folder = tmp_path / "own"
    folder.mkdir()
    return folder


def write(folder: Path, texts: dict[str, str | bytes]) -> None:
    """Puts these files into the folder."""
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())


def test_built_in_knowledge_has_no_problems() -> None:
    """Nothing stands there twice, dangles, means two entries by one alias or is unfinished."""
    assert problems() == []


def test_every_walk_of_life_has_its_four_files() -> None:
    """Each industry but the common one has roles, skills, credentials and providers of its own."""
    found = {(path.parent.name, kind) for path, kind in files(BUILT_IN)}
    for industry in load().industries:
        wanted = set(KINDS) - ({"roles"} if industry == "common" else set())
        assert {kind for name, kind in found if name == industry} == wanted, industry


def test_every_entry_is_filled_in(built_in: Knowledge) -> None:
    """Each role has a gate that is explained, each skill a practice and two ideas of its own."""
    for role in built_in.roles.values():
        assert role.gate_note or role.gate in (Gate.NONE, Gate.USUAL_DEGREE), role.id
        assert set(role.core).isdisjoint(role.supporting), role.id
    for skill in built_in.skills.values():
        assert skill.practice not in skill.projects, skill.id
        assert len(set(skill.projects)) == 2, skill.id


def test_every_kind_of_fact_is_used(built_in: Knowledge) -> None:
    """Every gate and every need of proof stands in some entry, so that each rule can fire."""
    assert {role.gate for role in built_in.roles.values()} == set(Gate)
    assert {skill.proof for skill in built_in.skills.values()} == set(Proof)
    assert any(skill.tool for skill in built_in.skills.values())
    assert any(title.licence for title in built_in.credentials.values())
    assert any(title.updated for title in built_in.credentials.values())


def test_guide_explains_every_key() -> None:
    """Each key that a file may have is explained in the guide beside the files."""
    guide = (BUILT_IN / "README.md").read_text(encoding="utf-8")
    for shape in (*KINDS.values(), Industry):
        for field in fields(shape):
            if field.name not in ("id", "industry"):
                assert f"{field.name} = " in guide or f"**{field.name}" in guide.lower(), field.name


def test_kept_knowledge_is_the_same(own: Path, built_in: Knowledge) -> None:
    """What is kept for speed comes back equal, entry for entry."""
    first, again = Library(), Library()
    for kind in (*KINDS, "industries"):
        for knowledge in (first.knowledge, again.knowledge):
            assert getattr(knowledge, kind) == getattr(built_in, kind)
    assert again.lexicon.tables == first.lexicon.tables
    assert list((own.parent / "kept").glob("knowledge-*"))


def test_kept_beginnings_are_those_of_the_patterns(own: Path) -> None:
    """Every pattern's beginnings and footholds are kept as they would be worked out anew."""
    kept = [Library() for _ in range(2)][1].lexicon.tables["beginnings"]
    tables = (circumstances.STANDING, *(m.CLUES for m in (circumstances, past, places, unfiled)))
    clues = [clue for table in tables for _, clue in table.clues]
    assert kept.keys() == {clue.key for clue in clues}
    for pattern, heads, needs in kept.values():
        assert (None if heads is None else frozenset(heads.split("\n"))) == starts(pattern)
        assert tuple(frozenset(need.split("\n")) for need in needs) == footholds(pattern)


def test_own_folder_adds(own: Path) -> None:
    """A job, skill, credential and issuer of one's own are read and judged like any other."""
    write(own, OWN)
    library = Library([own])
    form = Form(credential="widgets one", goal="widget maker", projects="box|widgets one")
    reading = library.forms.form(form)
    found = advise(cases(reading, Learner(), library.knowledge, TODAY)[0])
    assert found.verdict is Verdict.DO
    assert found.case.issuer.provider
    assert found.case.issuer.provider.name == "The Widgeteers"
    assert "data-analyst" in library.knowledge.roles


def test_own_folder_replaces(own: Path, built_in: Knowledge) -> None:
    """An entry with a known id takes the built-in one's place, and no other entry changes."""
    other = SKILL.replace("[widgets]", "[sql]").replace('"widgets"', '"sequel"')
    write(own, {"data/skills.toml": other})
    library = Library([own])
    assert library.knowledge.skills["sql"].name == "sequel"
    rest = {k: v for k, v in library.knowledge.skills.items() if k != "sql"}
    assert rest == {k: v for k, v in built_in.skills.items() if k != "sql"}
    assert library.messages.titles.read("sequel course").skills == ("sql",)  # type: ignore[union-attr]


def test_changed_file_is_read_anew(own: Path) -> None:
    """After an edit of one's own file the next start knows the new text."""
    write(own, OWN)
    assert Library([own]).knowledge.roles["widget-maker"].name == "widget maker"
    write(own, {"widgetry/roles.toml": ROLE.replace("widget maker", "widget turner")})
    assert Library([own]).knowledge.roles["widget-maker"].name == "widget turner"


def test_folder_that_cannot_be_written_costs_speed_alone(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing can be kept for speed, the knowledge is read all the same."""
    blocked = own / "a file"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setattr(cache, "FOLDER", blocked / "kept")
    assert Library().knowledge.roles["data-analyst"].name == "data analyst"


BROKEN: list[tuple[str, dict[str, str | bytes], str]] = [
    ("no TOML", {"w/skills.toml": "[widgets\n"}, "w/skills.toml: "),
    ("no text", {"w/skills.toml": b"\xff\xfe"}, "w/skills.toml: "),
    ("no file", {"w/skills.toml/inside": ""}, "w/skills.toml: Is a directory"),
    ("no heading", {"w/skills.toml": 'name = "widgets"\n'}, "needs a [heading]"),
    ("key missing", {"w/skills.toml": '[widgets]\nname = "widgets"\n'}, "/ practice: is missing"),
    ("key misspelt", {"w/skills.toml": SKILL + 'aliasses = ["w"]\n'}, "widgets / aliasses"),
    ("not yes or no", {"w/skills.toml": SKILL + 'tool = "maybe"\n'}, "tool: must be true or false"),
    ("a word that is none of the list", {"w/skills.toml": SKILL + 'proof = "some"\n'},
     "/ proof: must be one of none, practice"),
    ("empty name", {"w/skills.toml": SKILL.replace('"widgets"', '""')},
     "widgets / name: must not be empty"),
    ("job without a core", {**OWN, "widgetry/roles.toml": ROLE.replace('"widgets"]\nt', ']\nt')},
     "widget-maker / core"),
    ("skill without a project", {"w/skills.toml": SKILL.replace('"turn two", "show it"', "")},
     "widgets / projects"),
    ("month in words", {**OWN, "widgetry/credentials.toml": TITLE + 'updated = "June"\n'},
     "/ updated: must be a month, such as"),
    ("skill that is not there", {"w/roles.toml": ROLE.replace("widgets", "widgetism")},
     "role widget-maker: widgetism is not known"),
    ("issuer that is not there", {**OWN, "widgetry/providers.toml": ""}, "widgeteers is not known"),
    ("industry that is not listed", {**OWN, "industries.toml": ""}, "widgetry is not known"),
    ("industry without a name", {"industries.toml": "[widgetry]\n"}, "widgetry / name"),
    ("industry that is no table", {"industries.toml": "widgetry = 1\n"}, "needs a [heading]"),
    ("file of another name", {"w/skils.toml": SKILL}, "w/skils.toml: name it"),
    ("file outside a folder", {"skills.toml": SKILL}, "skills.toml: name it"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "texts", "told"), BROKEN, ids=[row[0] for row in BROKEN])
def test_broken_file_is_one_clear_sentence(
    own: Path, what: str, texts: dict[str, str | bytes], told: str
) -> None:
    """A slip in one's own file refuses the start with one line that names file or entry."""
    write(own, texts)
    with pytest.raises(KnowledgeError) as error:
        checked(load([own]))
    text = str(error.value)
    assert told in text
    assert "\n" not in text
    assert len(text) < 200


@pytest.mark.parametrize(
    "broken", [BROKEN[0], BROKEN[-1]], ids=["no TOML", "file outside a folder"]
)
def test_start_and_check_refuse_alike(own: Path, broken: tuple[str, dict[str, str], str]) -> None:
    """What refuses the start is what the check of the files tells, word for word."""
    write(own, broken[1])
    with pytest.raises(KnowledgeError) as error:
        Library([own])
    assert problems(own) == [str(error.value)]


def test_start_refuses_what_dangles(own: Path) -> None:
    """A name that leads nowhere refuses the start, not the first answer that meets it."""
    write(own, {"w/roles.toml": ROLE})
    with pytest.raises(KnowledgeError, match="role widget-maker: widgets is not known"):
        Library([own])


def test_folder_that_is_not_there_is_one_clear_sentence(own: Path) -> None:
    """A folder that does not exist is told, for a slip in its name would go unnoticed."""
    with pytest.raises(KnowledgeError, match="is not a folder"):
        Library([own / "elsewhere"])


TOLD = [
    ("twice", {**OWN, "more/skills.toml": SKILL}, "widgets stands in more/skills.toml too"),
    ("no id", {"w/skills.toml": SKILL.replace("[widgets]", "[Widgets_1]")}, "is no id"),
    ("alias of two", {"w/skills.toml": SKILL + 'aliases = ["sql"]\n'}, "means sql and widgets"),
    ("full stop", {"w/skills.toml": SKILL.replace("turn one", "turn one.")}, "no full stop"),
    ("braces", {"w/skills.toml": SKILL.replace("turn one", "turn {one}")}, "only {role}"),
    ("licence unexplained", {**OWN, "widgetry/roles.toml": ROLE + 'gate = "licence"\n'},
     "who regulates it"),
    ("maker unknown", {"w/skills.toml": SKILL + 'makers = ["nobody-at-all"]\n'},
     "nobody-at-all is not known"),
    ("doing of two", {**OWN, "widgetry/roles.toml": ROLE + 'does = ["make some games"]\n'},
     "to 'make game' means game-developer and widget-maker"),
    ("teaches nothing", {**OWN, "widgetry/credentials.toml": TITLE.replace('"widgets"]', "]")},
     "name what it teaches"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "texts", "told"), TOLD, ids=[row[0] for row in TOLD])
def test_check_tells_what_is_not_right(
    own: Path, what: str, texts: dict[str, str | bytes], told: str
) -> None:
    """What would work but mislead is told by the check of the files."""
    write(own, texts)
    assert [text for text in problems(own) if told in text]

"""Every sentence goes through the catalogue: shown with a language of reversed letters."""

import re
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir

from adapters.discord.buttons import Held, Kind
from adapters.discord.manifest import application_commands
from adapters.discord.render import message
from bot.advice import words
from bot.advice.words import words_for
from bot.commands.service import Service
from bot.reply import Action, Reply, Text
from tests.discord import rules
from tests.discord.people import Member
from tests.discord.seeing import buttons, read
from tests.discord.test_scenarios import ADMINS, STORY

ROOT = Path(__file__).parents[2]
LANGUAGE = "vi"  # one that Discord has, and this project has not
HOLES = re.compile(r"(\{\w*\}|\n)")
# Words of sentences; names, project ideas and sources are knowledge, translated elsewhere.
ENGLISH = re.compile(r"\b(?:the|you|your|it|is|that|this|my|not|what|which)\b")
SOURCE = re.compile(r"(?<=dnoyeb\( ).*(?=\))")
NAMES = re.compile(r"“[^”]*”|/[a-z].*|\"[^\"]*\"|(?:[A-Z][\w-]+ )+\([^)]*\)")


def reversed_(sentence: str) -> str:
    """A sentence with its letters from back to front, its gaps where they were."""
    parts = HOLES.split(sentence)
    return "".join(p if HOLES.fullmatch(p) else p[::-1] for p in parts)


def sentences() -> set[str]:
    """Every sentence that is marked for the catalogue."""
    found: set[str] = set()
    for folder in ("bot", "adapters"):
        for _, _, said, _, _ in extract_from_dir(
            ROOT / folder, [("**.py", "python")], keywords={"N_": None, "plural": (1, 2)}
        ):
            found.update([said] if isinstance(said, str) else said)
    return found


def catalogue(pairs: dict[str, str]) -> bytes:
    """A compiled catalogue, as gettext reads it."""
    rows = sorted({"": "Content-Type: text/plain; charset=UTF-8\n", **pairs}.items())
    ids = [key.encode() for key, _ in rows]
    texts = [text.encode() for _, text in rows]
    start = 28 + 16 * len(rows)
    table, body = b"", b""
    for group in (ids, texts):
        for text in group:
            table += struct.pack("<II", len(text), start + len(body))
            body += text + b"\0"
    count = len(rows)
    return struct.pack("<7I", 0x950412DE, 0, count, 28, 28 + 8 * count, 0, 0) + table + body


@pytest.fixture
def reversing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The reversed language, installed beside English."""
    folder = tmp_path / "locales" / LANGUAGE / "LC_MESSAGES"
    folder.mkdir(parents=True)
    pairs = {sentence: reversed_(sentence) for sentence in sentences()}
    (folder / "badgewise.mo").write_bytes(catalogue(pairs))
    monkeypatch.setattr(words, "LOCALES", tmp_path / "locales")
    words_for.cache_clear()
    yield
    words_for.cache_clear()


def english_in(text: str, knowledge: re.Pattern[str]) -> list[str]:
    """Lines with words of an English sentence in them."""
    known = (SOURCE, knowledge, NAMES)
    lines = text.split("\n")
    return [line for line in lines if ENGLISH.search(_without(line, known))]


def _without(line: str, known: tuple[re.Pattern[str], ...]) -> str:
    for pattern in known:
        line = pattern.sub("", line)
    return line


@pytest.fixture(scope="module")
def knowledge(service: Service) -> re.Pattern[str]:
    """Every project idea and practice of the knowledge, whatever role is named in it."""
    skills = service.library.knowledge.skills.values()
    texts = {text for s in skills for text in (s.practice, *s.projects)}
    found = ["[^.]*?".join(map(re.escape, HOLES.split(t)[::2])) for t in sorted(texts, key=len)]
    return re.compile("|".join(reversed(found)), re.IGNORECASE)


async def test_no_sentence_escapes(
    reversing: None, ada: Member, knowledge: re.Pattern[str]
) -> None:
    """In the reversed language no answer, button or menu has an English sentence left."""
    member = ada.at(locale=LANGUAGE)
    left: dict[str, list[str]] = {}
    seen = []
    for name, values, _ in (*STORY, *ADMINS):
        answer = await member.at(admin=name in {a[0] for a in ADMINS}).run(name, **values)
        if answer.first and answer.first["type"] == 4:
            seen.append((name, answer))
    for name, answer in seen:
        found = english_in(read(answer), knowledge)
        found += [label for label in buttons(answer) if english_in(label, knowledge)]
        if found:
            left[name] = found
    assert left == {}
    asked = await member.run("advise")
    shown = str([asked.data["title"], asked.data["components"][0]["label"]])
    assert not english_in(shown, knowledge)
    held = [
        Held(Action(str(n), f"/help {n}", choice=True), f"/help {n}", kind=Kind.LINE)
        for n in range(9)
    ]
    shown = str(message(Reply("x"), held, "1", words_for(LANGUAGE)).components)
    assert "eno esoohC" in shown
    long = Reply("x", (Text("word " * 2_000),))
    assert "elif eht ni si" in str(message(long, (), "1", words_for(LANGUAGE)).components)
    assert "Every command" in read(await ada.run("help")), "English stays English for others"


def test_commands_are_described_in_it(reversing: None) -> None:
    """Discord is told every description in each language, within its limits."""
    commands = application_commands()
    assert list(rules.command_problems(commands)) == []
    for command in (c for c in commands if c["type"] == 1):
        told = command["description_localizations"]
        assert told == {LANGUAGE: reversed_(command["description"])}
        for option in command["options"]:
            assert LANGUAGE in option["description_localizations"]
    menu_ = next(c for c in commands if c["type"] == 3)
    assert menu_["name_localizations"] == {LANGUAGE: "siht no esivdA"}


async def test_a_servers_language(reversing: None, ada: Member) -> None:
    """An admin's choice of language holds for everybody there, and nowhere else."""
    await ada.at(admin=True).run("settings", language=LANGUAGE)
    assert "goal yet" not in read(await ada.run("goal show"))
    assert "goal yet" in read(await ada.at(guild=5).run("goal show"))

"""The terminal chat as a process: piped lines, JSON, persons, memory, and plain text."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.console.advice_keys import check_advice
from tests.console.process import NOW, Program, environment

KEYS = ["command", "ok", "title", "text", "actions", "advice"]
EVERYTHING = (
    "is AZ-900 worth it for a cloud engineer?",
    "AZ-900?",
    "hello",
    "AZ-900 or PL-300 for a data analyst",
    "/goal set data analyst",
    "/goal set",
    "/nonsense",
    "/credential add CSM earned_on:2026-03",
    "/suggest",
    "/check PL-300",
    "/match SQL",
    "/cv",
    "/portfolio",
    "/help",
    "/as ada",
    "/as",
    "x" * 20_000,
)


def test_one_object_a_line(program: Program) -> None:
    """With --json every line said is answered by exactly one object with exactly the fixed keys."""
    rows = program.asked(*EVERYTHING)
    assert len(rows) == len(EVERYTHING)
    for row in rows:
        assert list(row) == KEYS
        kinds = [type(row[key]) for key in KEYS]
        assert kinds == [str, bool, str, str, list, list]
        assert row["title"]
        assert row["text"]
        assert all(a.keys() == {"label", "line"} for a in row["actions"])
        assert all(isinstance(v, str) for a in row["actions"] for v in a.values())
        for found in row["advice"]:
            check_advice(found)
    assert [len(row["advice"]) for row in rows[:4]] == [1, 1, 1, 2]


def test_json_tells_commands_and_errors(program: Program) -> None:
    """Each object names the command that answered, and whether it was taken well."""
    rows = program.asked(*EVERYTHING)
    told = [(row["command"], row["ok"]) for row in rows[4:10]]
    assert told == [("goal set", True), ("goal set", False), ("", False),
                    ("credential add", True), ("suggest", True), ("check", True)]  # fmt: skip


def test_json_is_ascii(program: Program) -> None:
    """The objects are ASCII, so that no terminal or pipe can break them."""
    done = program.talk("/education add Ünïversité 🎓", options=("--json",))
    assert done.out.isascii()
    assert "Ünïversité 🎓" in done.rows[0]["text"]


def test_blank_lines_answer_nothing(program: Program) -> None:
    """Blank lines, and lines of spaces, are no question."""
    assert program.talk("", "   ", "\t", "\r", "").out == ""
    assert len(program.asked("", "/help", "  ", "/help", "")) == 2


def test_the_last_line_needs_no_end(program: Program) -> None:
    """A last line without a line break is answered, and Windows line ends do no harm."""
    done = program.run("console", "--json", said="/goal show\r\n/goal show")
    assert [row["command"] for row in done.rows] == ["goal show", "goal show"]


def test_quit_ends_it(program: Program) -> None:
    """After /quit nothing more is answered."""
    assert len(program.asked("/help", "/QUIT", "/help")) == 1


def test_remembered_the_next_day(program: Program) -> None:
    """What was told in one process is known in the next, a day later."""
    program.asked("/goal set cloud engineer", "/credential add CKA status:planned")
    later = ("--now", "2026-11-25T09:00")
    goal, advice, mine = program.asked("/goal show", "AZ-900?", "/credential list", options=later)
    assert "Your goal is cloud engineer." in goal["text"]
    assert advice["advice"][0]["goal"] == {"read": "cloud engineer", "role": "cloud-engineer"}
    assert "(CKA)" in mine["text"]
    assert (program.folder / "badgewise.sqlite3").exists()


def test_now_is_taken_as_said(program: Program) -> None:
    """--now decides what day it is: what is in the future, and what has expired."""
    lines = ("/credential add CSM earned_on:2026-03", "/cv")
    early = program.run("console", "--json", "--now", "2025-01-01", said="\n".join(lines)).rows
    assert "earned_on lies in the future" in early[0]["text"]
    program.run("console", "--json", "--now", "2026-04-01T00:00+02:00", said=lines[0])
    (late,) = program.run("console", "--json", "--now", "2030-01-01", said="/cv").rows
    assert "expired 2028-03-01" in late["text"]


@pytest.mark.parametrize("now", ["0001-01-01", "9999-12-31T23:59-12:00"])
def test_any_day_will_do(program: Program, now: str) -> None:
    """The first and the last day that a calendar has are days like others."""
    lines = ("/goal set data analyst", "/credential add CSM earned_on:1999-12-31", *EVERYTHING)
    rows = program.run("console", "--json", "--now", now, said="\n".join(lines)).rows
    assert len(rows) == len(lines)
    assert not any("went wrong" in row["text"] for row in rows)


def test_persons_do_not_mix(program: Program) -> None:
    """--person and /as speak for another person, who has another memory."""
    program.asked("/goal set nurse", "/as ada", "/goal set florist", "/as “bo b”", "/goal set chef")
    rows = program.asked("/goal show", "/as you", "/goal show", "/as bo b", "/goal show", "/as x",
                         "/goal show", options=("--person", "ada"))  # fmt: skip
    texts = [row["text"].splitlines()[0] for row in rows[::2]]
    assert texts == ["Your goal is florist.", "Your goal is registered nurse.",
                     "Your goal is chef.",
                     "You have not set a goal yet. Try: /goal set data analyst"]  # fmt: skip


def test_as_answers(program: Program) -> None:
    """/as says who goes on, and asks for a name when there is none."""
    rows = program.asked("/as ada", "/AS  “bo\u202eb” ", "/as", "/as  ", "/assist")
    assert [row["text"] for row in rows[:2]] == ["You go on as ada.", "You go on as bob."]
    assert [(row["command"], row["ok"]) for row in rows[:4]] == [
        ("as", True), ("as", True), ("as", False), ("as", False)]  # fmt: skip
    assert rows[2]["text"] == "Say as whom, for example: /as ada"
    assert rows[4]["text"].startswith("I do not know “/assist”.")


def test_database_is_taken_as_said(program: Program, tmp_path: Path) -> None:
    """--database names another memory; the usual one is not touched."""
    there = ("--database", f"sqlite:///{tmp_path}/deep/er/mine.sqlite3")
    program.asked("/goal set nurse", options=there)
    assert not (program.folder / "badgewise.sqlite3").exists()
    (row,) = program.asked("/goal show", options=there)
    assert "nurse" in row["text"]


def test_bytes_that_are_no_text(program: Program) -> None:
    """Invalid UTF-8 becomes marks; the lines around it are answered."""
    rows = program.asked("/education add A", b"/education add caf\xe9 \xff\xfe", "/education list")
    assert [row["ok"] for row in rows] == [True, True, True]
    assert "caf\ufffd" in rows[2]["text"]
    flood, unseen = program.asked(b"\xff" * 50_000, b"/education add \0\0")
    assert flood["text"] == "That is too long: send at most 4000 characters."
    assert unseen["text"].startswith("/education add needs title")


def test_no_colour_without_a_terminal(program: Program) -> None:
    """What goes into a pipe holds no control characters, whatever TERM says."""
    out = program.talk(*EVERYTHING[:-1], CLICOLOR_FORCE="1").out
    assert "\x1b" not in out
    assert all(char.isprintable() or char == "\n" for char in out)


def test_lines_fit_the_screen(program: Program) -> None:
    """No line of an answer is wider than 80 columns, unless a single word is."""
    long = "/credential add " + "An Extraordinarily Long Title " * 6
    out = program.talk(*EVERYTHING[:-1], long, "/credential list", "/settings", COLUMNS="200").out
    wide = [line for line in out.splitlines() if len(line) > 80]
    assert wide == []


def test_narrow_screens(program: Program) -> None:
    """A narrow screen gets narrow lines, tables too."""
    out = program.talk("/goal set nurse", "/help", "/check PL-300", COLUMNS="40").out
    assert 30 < max(map(len, out.splitlines())) <= 40


def test_numbers_press_buttons(program: Program) -> None:
    """Typing a button's number does what the button says, as long as its answer is the last."""
    out = program.talk("AZ-900?", "1", "/goal show").out
    assert "[1] cloud engineer" in out
    assert "It leads straight to your goal." in out
    assert "Your goal is cloud engineer." in out


def test_an_answer_may_be_typed(program: Program) -> None:
    """The words of a choice answer the question like its number, as long as they are the last."""
    out = program.talk("AZ-900?", "Cloud Engineer", "/goal show").out
    assert "Your goal is cloud engineer." in out
    out = program.talk("/goal clear", "AZ-900?", "/help", "cloud engineer", "/goal show").out
    assert "You have not set a goal yet." in out


NO_BUTTON = ("0", "7", "99", "00012", "000" + "9" * 20, "9" * 3_999, "²", "-1", "1.", "٩")


def test_other_numbers_are_words(program: Program) -> None:
    """A number that is on no button is read like any other words, however long it is."""
    lines = [line for number in NO_BUTTON for line in ("/goal show", number)]
    out = program.talk("/goal set nurse", *lines).out
    assert out.count("I found no credential in that") == len(NO_BUTTON)


def test_numbers_are_words_in_json(program: Program) -> None:
    """With --json a program presses buttons by their lines; a number stays a number."""
    first, second, third = program.asked("AZ-900?", "1", "/goal show")
    assert first["actions"][0]["label"] == "cloud engineer"
    assert second["advice"][0]["credential"]["name"] is None
    assert "not set a goal yet" in third["text"]


def test_a_reader_that_leaves_is_no_error(program: Program) -> None:
    """When the reader closes the pipe, as head does, the program ends without a complaint."""
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "adapters", "console", "--now", NOW],
        cwd=program.folder, env=environment(), input=b"/help\n" * 50, stdout=write,
        stderr=subprocess.PIPE, timeout=60, check=False,
    )  # fmt: skip
    os.close(write)
    assert done.stderr == b""


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_terminals_that_lack_letters(program: Program, encoding: str) -> None:
    """On a terminal that cannot show a letter it becomes a mark; nothing breaks."""
    done = program.run("console", said="/education add 🎓 “x”", PYTHONIOENCODING=encoding)
    assert (done.code, done.err) == (0, "")
    assert "d1: ?" in done.out

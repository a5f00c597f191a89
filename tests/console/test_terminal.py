"""The chat in a real terminal: prompt, colours, completion, history, and how one leaves."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.console.terminal import Terminal

PLAIN = {("default", False)}


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    """The chat, at its first prompt."""
    found = Terminal(tmp_path)
    found.prompted()
    yield found
    found.close()


def test_welcome_prompt_and_colours(terminal: Terminal) -> None:
    """One is told what to do, prompted again after each answer, and sees the verdict in colour."""
    assert terminal.rows[:3] == [
        "Badgewise: is this credential worth it, for you, now?",
        "Ask in your own words; /help shows more, /quit leaves.",
        "",
    ]
    assert terminal.say("/goal set cloud engineer")[0] == "Your goal is cloud engineer."
    assert terminal.colours("Your goal is cloud engineer.") == {("green", True)}
    assert terminal.say("AZ-900?")[0].startswith("Do if…: ")
    assert terminal.colours("Do if…") == {("cyan", True)}
    (refused, _) = terminal.say("/xyzzy")
    assert refused == "I do not know “/xyzzy”. Type /help to see every command."
    assert terminal.colours("I do not know “/xyzzy”.") == {("red", True)}
    terminal.type("/quit\r")
    assert terminal.ended() == 0


def test_tab_completes(terminal: Terminal) -> None:
    """Tab completes commands, options, their choices, and roles."""
    terminal.typed("/goal se\t", "/goal set")
    terminal.type(" data an\t")
    terminal.shows("data annotator")
    terminal.typed("\t", '/goal set "data analyst"')
    terminal.typed(" situ\t", '/goal set "data analyst" situation:')
    terminal.typed("switch\t", '/goal set "data analyst" situation:switching')
    answer = terminal.entered()
    assert answer[0] == "Your goal is data analyst."
    assert any(row.startswith("Situation: switching fields.") for row in answer)


def test_tab_completes_known_names(terminal: Terminal) -> None:
    """A known credential is offered by its code, an issuer by the start of its name."""
    terminal.type("/check az-90\t")
    terminal.shows('badgewise> /check "Microsoft Certified: Azure Fundamentals (AZ-900)"')
    assert any("Azure Fundamentals" in row for row in terminal.entered())
    terminal.typed("/advise provider:scrum all\t", '/advise provider:"Scrum Alliance"')


def test_numbers_press_buttons(terminal: Terminal) -> None:
    """One's own things are completed by their names; a number presses a button of the answer."""
    answer = terminal.say("/credential add Quux: the basics")
    assert answer[0] == "Quux: the basics is on your list."
    terminal.typed("/credential remove qu\t", "/credential remove c1")
    answer = terminal.entered()
    assert answer[0] == "Quux: the basics is off your list."
    assert "[1] Put it back" in answer
    assert terminal.entered() == []
    assert "c1: Quux: the basics, planned." in terminal.say("1")


def test_how_one_leaves(terminal: Terminal) -> None:
    """Ctrl-C forgets the line and no more; the arrow brings a line back; Ctrl-D leaves."""
    terminal.typed("/privacy delete", "/privacy delete")
    assert terminal.entered("\x03") == []
    nothing = "You have not set a goal yet. Try: /goal set data analyst"
    assert terminal.say("/goal show")[0] == nothing
    terminal.typed("\x1b[A", "/goal show")
    assert terminal.entered()[0] == nothing
    terminal.type("\x04")
    assert terminal.ended() == 0
    shown = "\n".join(terminal.rows)
    assert "deleted" not in shown
    assert "Traceback" not in shown


@pytest.mark.parametrize("environ", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=["NO_COLOR", "dumb"])
def test_no_colour_where_none_is_wanted(tmp_path: Path, environ: dict[str, str]) -> None:
    """NO_COLOR, or a terminal that knows no colours, gets none in the answers."""
    terminal = Terminal(tmp_path, **environ)
    terminal.prompted()
    answer = terminal.say("/goal set cloud engineer")
    assert "[1] What should I take?" in answer
    for text in ("Your goal is cloud engineer.", "Set on", "[1] What should I take?"):
        assert terminal.colours(text) == PLAIN
    terminal.close()


def test_an_empty_wish_is_none(tmp_path: Path) -> None:
    """NO_COLOR set to nothing asks for nothing: the colours stay."""
    terminal = Terminal(tmp_path, NO_COLOR="")
    terminal.prompted()
    terminal.say("/goal set cloud engineer")
    assert terminal.colours("Your goal is cloud engineer.") == {("green", True)}
    terminal.close()


def test_what_is_typed_is_not_written_down(terminal: Terminal, tmp_path: Path) -> None:
    """No file keeps what was typed: history lasts as long as the chat."""
    answer = terminal.say("hello, is it any good")
    assert any("Which credential do you mean?" in row for row in answer)
    terminal.type("/quit\r")
    assert terminal.ended() == 0
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert files
    assert not any(b"any good" in path.read_bytes() for path in files)

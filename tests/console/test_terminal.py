"""The chat in a real terminal: prompt, colours, completion, history, and how one leaves."""

import os
import pty
import re
import select
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.console.process import NOW, environment

PROMPT = "badgewise>"  # the space after it is a move of the cursor
PATIENCE = 20.0
CONTROL = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[@-Z\\-_=>])|[\r\x07\x08]")


class Terminal:
    """The program at the end of a pseudo-terminal of 80 columns."""

    def __init__(self, folder: Path, **environ: str) -> None:
        self._here, there = pty.openpty()
        termios.tcsetwinsize(there, (40, 80))
        self._process = subprocess.Popen(
            [sys.executable, "-m", "adapters", "console", "--now", NOW],
            cwd=folder, env=environment(**environ), stdin=there, stdout=there, stderr=there,
            start_new_session=True,
        )  # fmt: skip
        os.close(there)
        self.seen = ""
        self._read = 0  # what has been waited for already, of what was shown without codes

    def _more(self, seconds: float) -> bool:
        """Reads what there is; False when nothing comes. Answers where the cursor is, if asked."""
        if not select.select([self._here], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._here, 65_536)
        except OSError:  # the other end is closed
            return False
        if b"\x1b[6n" in data:
            os.write(self._here, b"\x1b[1;1R")
        self.seen += data.decode(errors="replace")
        return bool(data)

    def until(self, text: str) -> str:
        """What was shown since the last wait, without control codes, until a text appears."""
        end = time.monotonic() + PATIENCE
        while text not in (shown := CONTROL.sub("", self.seen)[self._read :]):
            assert time.monotonic() < end, f"{text!r} did not appear in {shown!r}"
            self._more(0.2)
        self._read += shown.index(text) + len(text)
        return shown

    def type(self, text: str) -> None:
        """Presses keys."""
        os.write(self._here, text.encode())

    def say(self, line: str, expected: str) -> str:
        """Types a line; everything shown until the answer and the next prompt are there."""
        begun = len(self.seen)
        self.type(line + "\r")
        self.until(expected)
        self.until(PROMPT)
        return self.seen[begun:]

    def ended(self) -> int:
        """The exit code, once the program has ended."""
        end = time.monotonic() + PATIENCE
        while self._process.poll() is None:
            assert time.monotonic() < end, "the program goes on"
            self._more(0.05)
        return self._process.returncode

    def close(self) -> None:
        """Ends the program if it goes on."""
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        os.close(self._here)


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    """The chat, at its first prompt."""
    found = Terminal(tmp_path)
    found.until(PROMPT)
    yield found
    found.close()


def test_welcome_prompt_and_colours(terminal: Terminal) -> None:
    """One is told what to do, prompted again after each answer, and sees the verdict in colour."""
    assert "Badgewise: is this credential worth it" in CONTROL.sub("", terminal.seen)
    shown = terminal.say("/goal set cloud engineer", "Your goal is cloud engineer.")
    assert "\x1b[1m\x1b[32mYour goal is cloud engineer." in shown
    assert "\x1b[36mDo if…" in terminal.say("AZ-900?", "Not my goal")
    assert "\x1b[31mI do not know “/xyzzy”" in terminal.say("/xyzzy", "Type /help")
    terminal.type("/quit\r")
    assert terminal.ended() == 0


def test_tab_completes_and_numbers_press(terminal: Terminal) -> None:
    """Tab completes commands, options, known names and one's own; a number presses a button."""
    terminal.type("/goal se\t")
    terminal.until("/goal set")
    terminal.type(" data an\t")
    terminal.until("data annotator")
    terminal.type("\t")
    terminal.until('"data analyst"')
    terminal.type(" situ\t")
    terminal.until("situation:")
    terminal.type("switch\t")
    terminal.until("switching")
    terminal.type("\r")
    terminal.until("Your goal is data analyst.")
    terminal.until("Situation: switching fields.")
    terminal.until(PROMPT)
    terminal.say("/credential add Quux: the basics", "Quux: the basics is on your list.")
    terminal.type("/credential remove qu\t")
    terminal.until("c1")
    terminal.type("\r")
    terminal.until("Quux: the basics is off your list.")
    terminal.say("", PROMPT)
    assert "c1: Quux: the basics, planned." in CONTROL.sub("", terminal.say("1", "planned."))


def test_how_one_leaves(terminal: Terminal) -> None:
    """Ctrl-C forgets the line and no more; the arrow brings a line back; Ctrl-D leaves."""
    terminal.type("/privacy delete\x03")
    terminal.until(PROMPT)
    terminal.say("/goal show", "You have not set a goal yet.")
    terminal.say("\x1b[A", "You have not set a goal yet.")
    terminal.type("\x04")
    assert terminal.ended() == 0
    assert "deleted" not in terminal.seen
    assert "Traceback" not in terminal.seen


@pytest.mark.parametrize("environ", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=["NO_COLOR", "dumb"])
def test_no_colour_where_none_is_wanted(tmp_path: Path, environ: dict[str, str]) -> None:
    """NO_COLOR, or a terminal that knows no colours, gets none in the answers."""
    terminal = Terminal(tmp_path, **environ)
    terminal.until(PROMPT)
    shown = terminal.say("/goal set cloud engineer", "[1] What should I take?")
    assert "Your goal is cloud engineer." in shown
    assert not re.search(r"\x1b\[(?:1|2|3[1-7])m", shown.split("Set on", 1)[1])
    assert "\x1b[32m" not in shown
    terminal.close()


def test_what_is_typed_is_not_written_down(terminal: Terminal, tmp_path: Path) -> None:
    """No file keeps what was typed: history lasts as long as the chat."""
    terminal.say("hello, is it any good", "Which credential do you mean?")
    terminal.type("/quit\r")
    assert terminal.ended() == 0
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert files
    assert not any(b"any good" in path.read_bytes() for path in files)

"""The program at the end of a pseudo-terminal, and the screen that a person would see."""

import os
import pty
import select
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path

import pyte

from tests.console.process import NOW, environment

PROMPT = "badgewise>"
PATIENCE = 60.0  # seconds; a busy machine is no fault of the program's
HEIGHT, WIDTH = 250, 80  # so high that nothing of a test's chat leaves it


class Screen(pyte.Screen):
    """A screen that tells the program where the cursor is when it asks."""

    def __init__(self, answer: Callable[[str], None]) -> None:
        super().__init__(WIDTH, HEIGHT)
        self._answer = answer

    def write_process_input(self, data: str) -> None:
        """What a terminal sends back to the program."""
        self._answer(data)


class Terminal:
    """The chat as somebody sits before it: keys in, and what then stands on the screen."""

    def __init__(self, folder: Path, **environ: str) -> None:
        self._here, there = pty.openpty()
        termios.tcsetwinsize(there, (HEIGHT, WIDTH))
        self._process = subprocess.Popen(
            [sys.executable, "-m", "adapters", "console", "--now", NOW],
            cwd=folder, env=environment(**environ), stdin=there, stdout=there, stderr=there,
            start_new_session=True,
        )  # fmt: skip
        os.close(there)
        self.screen = Screen(self.type)
        self._stream = pyte.ByteStream(self.screen)

    @property
    def rows(self) -> list[str]:
        """The screen's lines down to the cursor and what is drawn below it."""
        return [row.rstrip() for row in self.screen.display]

    @property
    def line(self) -> str:
        """The line on which the cursor stands."""
        return self.rows[self.screen.cursor.y]

    def colours(self, text: str) -> set[tuple[str, bool]]:
        """(colour, bold) of the letters of the last line that holds a text."""
        y = max(number for number, row in enumerate(self.rows) if text in row)
        at = self.rows[y].index(text)
        cells = [self.screen.buffer[y][x] for x in range(at, at + len(text))]
        return {(cell.fg, cell.bold) for cell in cells if cell.data != " "}

    def type(self, keys: str) -> None:
        """Presses keys."""
        os.write(self._here, keys.encode())

    def wait(self, what: str, holds: Callable[[], bool]) -> None:
        """Draws what the program sends until something holds on the screen."""
        end = time.monotonic() + PATIENCE
        while not holds():
            shown = "\n".join(row for row in self.rows if row)
            assert time.monotonic() < end, f"{what} did not come about; the screen:\n{shown}"
            self._draw(0.2)

    def typed(self, keys: str, line: str) -> None:
        """Presses keys; then the line that is being written reads so."""
        self.type(keys)
        self.wait(f"the line {line!r}", lambda: self.line == f"{PROMPT} {line}".rstrip())

    def shows(self, text: str) -> None:
        """Waits until a text stands somewhere on the screen."""
        self.wait(repr(text), lambda: any(text in row for row in self.rows))

    def entered(self, key: str = "\r") -> list[str]:
        """Ends the line with a key; the lines of the answer, once the next prompt is there."""
        begun = self.screen.cursor.y
        self.type(key)
        self.wait("the next prompt", lambda: self.screen.cursor.y > begun and self.line == PROMPT)
        return self.rows[begun + 1 : self.screen.cursor.y]

    def say(self, line: str) -> list[str]:
        """Types a line and enters it; the lines of the answer."""
        self.typed(line, line)
        return self.entered()

    def prompted(self) -> None:
        """Waits for an empty prompt."""
        self.wait("the prompt", lambda: self.line == PROMPT)

    def ended(self) -> int:
        """The exit code, once the program has ended."""
        self.wait("the end", lambda: self._process.poll() is not None)
        return self._process.returncode

    def close(self) -> None:
        """Ends the program if it goes on."""
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        os.close(self._here)

    def _draw(self, seconds: float) -> None:
        if not select.select([self._here], [], [], seconds)[0]:
            return
        try:
            self._stream.feed(os.read(self._here, 65_536))
        except OSError:  # the other end is closed
            time.sleep(0.01)

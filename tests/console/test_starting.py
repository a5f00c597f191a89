"""What a fresh process loads before its first answer."""

import subprocess
import sys
from pathlib import Path

from tests.console.process import environment

_ANSWER = """
import gc, sys
sys.argv[1:] = ["console", "--database", sys.argv[1]]
from adapters.__main__ import main
assert gc.isenabled() and gc.get_freeze_count() > 10_000
import adapters.console.session  # lists of words are cut as it is imported
made.clear()
main()
print(*sys.modules, len(patterns()), file=sys.stderr)
"""
_COMPILED = """
import re
from re import _compiler
made, compiled = [], _compiler.compile
def patterns():
    return [text for text in made if text in ours]
def counted(text, flags=0):
    made.append(text)
    return compiled(text, flags)
_compiler.compile = counted
"""
_OURS = (  # the longer ones: nobody else has the like
    "from bot.advice.reading.patterns import _ALL; "
    "ours = {p.text for p in _ALL.values() if len(p.text) > 9}\n"
)
NEEDLESS = {
    "rapidfuzz", "prompt_toolkit", "discord",
    "slack_bolt", "aiohttp", "asyncpg", "cryptography", "confusable_homoglyphs",
}  # fmt: skip


def answered(folder: Path) -> list[str]:
    """The modules of a process that answered one question, and how many patterns it compiled."""
    code = _COMPILED + _ANSWER.replace("main()\nprint", f"main()\n{_OURS}print")
    done = subprocess.run(
        [sys.executable, "-c", code, f"sqlite:///{folder}/x.sqlite3"],
        env=environment(), cwd=folder, input="is az-900 worth it for a cloud engineer?",
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    assert "Azure" in done.stdout
    return done.stderr.split()


def test_an_answer_loads_no_more_than_it_needs(tmp_path: Path) -> None:
    """A platform, or a library for slips or prompts: none of it is there."""
    answered(tmp_path)  # keeps the knowledge
    *modules, compiled = answered(tmp_path)
    assert not NEEDLESS.intersection(modules)
    assert compiled == "0", "patterns are taken as they are kept"

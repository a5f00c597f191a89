"""The documentation cannot drift: what it says is what the program does."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.readme.parts import PARTS, README, ROOT, marked

ARTICLE = ROOT.parent / "shared" / "article.txt"
RUN = 8


@pytest.mark.parametrize("name", PARTS)
def test_generated_part_is_current(name: str) -> None:
    """Every generated part of the README, the conversation too, is what the program says today."""
    found = marked(name).search(README.read_text(encoding="utf-8"))
    assert found, f"the README has no part called {name}"
    assert found[2].strip() == PARTS[name]().strip(), "run: python -m tests.readme"


def test_conversation_has_twelve_turns() -> None:
    """The README's conversation is long enough to show the main job."""
    found = marked("conversation").search(README.read_text(encoding="utf-8"))
    assert found
    assert found[2].count("badgewise> ") >= 12


def test_links_lead_somewhere() -> None:
    """Each file that the README links to or names exists."""
    text = README.read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#:]+)\)", text)
    named = re.findall(r"`((?:bot|adapters|tests)/[\w/.-]+)`", text)
    assert links
    missing = [name for name in (*links, *named) if not (ROOT / name).exists()]
    assert missing == []


def test_every_make_target_is_told() -> None:
    """Each target of the Makefile that the README names exists, and the other way round."""
    told = set(re.findall(r"^\| `(\w+)` \|", README.read_text(encoding="utf-8"), re.MULTILINE))
    targets = set(
        re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    )
    told.discard("make")  # the heading
    assert told <= targets
    assert {"run", "test", "check", "bench", "eval", "soak"} <= told


def test_every_dependency_earns_its_place() -> None:
    """Each library that the program needs at run time has its line in the README's table."""
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = project.split("dependencies = [", 1)[1].split("]", 1)[0]
    needed = re.findall(r'"([a-z][\w.-]*)', block)
    table = README.read_text(encoding="utf-8").split("| Library |", 1)[1]
    assert needed
    assert [name for name in needed if name not in table] == []


def _tracked() -> list[Path]:
    done = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return [ROOT / name for name in done.stdout.split("\n") if name and (ROOT / name).is_file()]


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z']+", text.lower().replace("’", "'"))


@pytest.mark.skipif(not ARTICLE.exists(), reason="the article is not beside this checkout")
def test_no_sentence_of_the_article_is_copied() -> None:
    """The rules are told in the project's own words: no eight words in a row are the article's."""
    words = _words(ARTICLE.read_text(encoding="utf-8"))
    theirs = {tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}
    assert theirs
    for path in _tracked():
        if path.stat().st_size > 1_000_000 or path.suffix not in {".py", ".md", ".toml", ".txt"}:
            continue
        ours = _words(path.read_text(encoding="utf-8"))
        copied = [w for i in range(len(ours)) if (w := tuple(ours[i : i + RUN])) in theirs]
        assert not copied, f"{path.relative_to(ROOT)}: {' '.join(copied[0])}"


def test_locks_name_no_host() -> None:
    """The lock files pin hashes and say nothing of where packages come from."""
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "--hash=sha256:" in text
        assert "://" not in text
        options = {line.split("=")[0] for line in text.split() if line.startswith("--")}
        assert options == {"--hash"}

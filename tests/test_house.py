"""The house rules that no linter sees: what an import of the core brings along."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PLATFORMS = ("discord", "slack_bolt", "slack_sdk", "adapters")
SHOW = """
import importlib, sys
importlib.import_module(sys.argv[1])
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def modules() -> list[str]:
    """Every module of the core, by its dotted name."""
    paths = (path.relative_to(ROOT).with_suffix("") for path in (ROOT / "bot").rglob("*.py"))
    return sorted(".".join(p.parts).removesuffix(".__init__") for p in paths)


@pytest.mark.parametrize("module", modules())
def test_core_brings_no_platform_along(module: str) -> None:
    """Importing any module of the core in a fresh process loads no platform's library."""
    shown = subprocess.run(
        [sys.executable, "-c", SHOW, module], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert set(shown.stdout.split()).isdisjoint(PLATFORMS)

"""The program in an empty folder."""

from pathlib import Path

import pytest

from tests.console.process import Program


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """The program, started in an empty folder."""
    return Program(tmp_path)

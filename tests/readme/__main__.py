"""Renews the generated parts of the README: ``python -m tests.readme``."""

from tests.readme.parts import README, written

README.write_text(written(README.read_text(encoding="utf-8")), encoding="utf-8")

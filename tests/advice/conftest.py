"""The real knowledge with its readers, loaded once for each file of tests."""

import pytest

from bot.advice.library import Library


@pytest.fixture(scope="module")
def library() -> Library:
    """The library that every answer uses."""
    return Library()

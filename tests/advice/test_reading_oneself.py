"""What of a message is about whoever writes it."""

import pytest

from bot.advice.reading.oneself import about_oneself

KEPT = (
    ("i lost my job", "i lost my job"),
    ("was a nurse , is pmp good ?", "was a nurse ,"),
    ("do i need it ? out of work", "do i need it ? out of work"),
    ("does it help freelancers ? i bake", " i bake"),
    ("how to change my trade", "how to change my trade"),
    ("is it too late at 50 ?", "is it too late at 50 ?"),
    ("my friend was sacked , me too", " me too"),
    ("my friend and i run a cafe", "my friend and i run a cafe"),
)


@pytest.mark.parametrize(("line", "kept"), KEPT)
def test_only_what_is_about_oneself_is_kept(line: str, kept: str) -> None:
    """Questions about the world and news of a friend tell nothing of the person."""
    assert about_oneself(line) == kept

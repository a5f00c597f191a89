"""Facts that are kept with their owner."""

from msgspec import Struct
from msgspec.structs import replace

from bot.advice.kept import kept


class Circle(Struct, frozen=True, dict=True):
    radius: int

    @kept
    def asked(self) -> list[int]:
        """What was worked out."""
        return [self.radius]


def test_worked_out_once() -> None:
    """A fact is worked out when first asked for, and is the same thing from then on."""
    one = Circle(2)
    assert "asked" not in vars(one)
    assert one.asked is one.asked
    assert one.asked == [2]


def test_each_owner_has_its_own() -> None:
    """Another owner, or one with a field replaced, has its own fact, and equality ignores it."""
    one = Circle(2)
    assert one.asked == [2]
    other = replace(one, radius=3)
    assert other.asked == [3]
    assert one == Circle(2)
    assert Circle.asked.__doc__ == "What was worked out."

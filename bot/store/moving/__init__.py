"""Moving everything from one database into another, of either kind."""

from bot.store.moving.copying import move

__all__ = ["move"]

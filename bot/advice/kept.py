"""Facts that are worked out when first asked for and kept with their owner."""

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

T = TypeVar("T")


class kept(Generic[T]):  # noqa: N801 - it is read as a decorator, as ``property`` is
    """``functools.cached_property`` without the lock that Python 3.11 takes for each.

    A case works out some twenty facts, and the lock cost as much as the facts.
    """

    def __init__(self, worked_out: Callable[[Any], T]) -> None:
        self._worked_out = worked_out
        self._name = worked_out.__name__
        self.__doc__ = worked_out.__doc__

    @overload
    def __get__(self, owner: None, kind: type) -> Self: ...
    @overload
    def __get__(self, owner: object, kind: type) -> T: ...
    def __get__(self, owner: object | None, kind: type) -> T | Self:
        if owner is None:
            return self
        found = owner.__dict__[self._name] = self._worked_out(owner)
        return found

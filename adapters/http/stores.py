"""A store that is timed: the real one, with each operation's seconds told to the metrics."""

import inspect
from collections.abc import Awaitable, Callable
from functools import wraps
from time import perf_counter
from typing import Any, cast

from adapters.http.metrics import Metrics
from bot.store import Store, StoreProblem

Operation = Callable[..., Awaitable[Any]]


class _Timed:
    """Passes everything on."""

    def __init__(self, store: Store, metrics: Metrics) -> None:
        self._store, self._metrics = store, metrics

    def __getattr__(self, name: str) -> Any:
        """The store's own attribute; an operation with a watch around it, made once."""
        found = getattr(self._store, name)
        if inspect.iscoroutinefunction(found):
            found = _watched(name, found, self._metrics)
            self.__dict__[name] = found
        return found


def _watched(name: str, operation: Operation, metrics: Metrics) -> Operation:
    @wraps(operation)
    async def watched(*values: Any, **named: Any) -> Any:
        began = perf_counter()
        try:
            return await operation(*values, **named)
        except StoreProblem:
            metrics.failed(name)
            raise
        finally:
            metrics.stored(name, perf_counter() - began)

    return watched


def timed(store: Store, metrics: Metrics) -> Store:
    """The same store, timed."""
    return cast("Store", _Timed(store, metrics))

"""Opens the HTTP server of a process, where one is wanted, and says how that went."""

import logging
from collections.abc import Collection
from contextlib import AsyncExitStack

from adapters.http.metrics import Metrics
from adapters.http.site import Site
from adapters.problems import PlatformProblem
from bot.settings import Settings
from bot.store import Store

log = logging.getLogger("badgewise.http")


def measured(settings: Settings, handler: logging.Handler) -> Metrics | None:
    """The figures of this process, the log's included; None where nobody can ask for them."""
    if not settings.http.health:
        return None
    metrics = Metrics()
    handler.addFilter(metrics.logged)
    return metrics


async def open_site(
    stack: AsyncExitStack,
    settings: Settings,
    store: Store,
    metrics: Metrics | None,
    expected: Collection[str],
) -> Site:
    """The server, open until the stack is left.

    A port that cannot be had stops no platform but the one that needs it, which then says so.
    """
    site = Site(store, metrics, expected)
    if metrics or ("slack" in expected and settings.slack.mode == "http"):
        try:
            await stack.enter_async_context(site.opened(settings.http))
        except PlatformProblem:
            log.warning("health and metrics are not served: %s", site.closed)
        else:
            log.info("health and metrics on port %d", site.port)
    return site

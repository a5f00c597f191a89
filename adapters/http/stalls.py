"""How late the event loop comes: whatever blocks it, blocks everybody."""

import asyncio

from adapters.http.metrics import Metrics

EVERY = 0.1  # seconds


async def watch(metrics: Metrics) -> None:
    """Looks at the clock again and again, without end."""
    loop = asyncio.get_running_loop()
    while True:
        due = loop.time() + EVERY
        await asyncio.sleep(EVERY)
        metrics.stalled(max(0.0, loop.time() - due))

"""``badgewise run``: serves every platform that is set up, in one process, until told to stop."""

import asyncio
import importlib
import logging
import random
import signal
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from functools import partial

from msgspec import Struct

from adapters.logs import set_up
from adapters.problems import PlatformProblem
from bot.advice.library import Library
from bot.commands.service import Service
from bot.settings import Settings, SettingsError
from bot.store import Store, StoreProblem, open_store

log = logging.getLogger("badgewise.run")
Serve = Callable[..., Awaitable[None]]  # (Service, Store, Settings, asyncio.Event)

FIRST_WAIT, LONGEST_WAIT = 1.0, 60.0  # seconds before a platform is tried again
STEADY = 60.0  # having run for so long, the next failure counts as the first
TO_FINISH = 9.0  # seconds for work under way when told to stop
DAY = 86_400.0


class Platform(Struct, frozen=True):
    """One thing that this process can serve; ``joins``: it takes the ``site``."""

    module: str
    wanted: Callable[[Settings], bool]
    missing: str
    joins: bool = False


NUDGES = "nudges"
PLATFORMS: Mapping[str, Platform] = {
    "discord": Platform(
        "adapters.discord.serve",
        lambda s: bool(s.discord.token),
        "discord.token is not set",
        joins=True,
    ),
    "slack": Platform(
        "adapters.slack.serve",
        lambda s: bool(s.slack.bot_token or s.slack.app_token or s.slack.signing_secret),
        "slack.bot_token and slack.app_token, or slack.signing_secret, are not set",
        joins=True,
    ),
    NUDGES: Platform(
        "adapters.nudging.serve",
        lambda s: bool(s.discord.token or s.slack.bot_token or s.slack.signing_secret),
        "they go out by Discord or Slack, and neither is set up",
    ),
}


def chosen(settings: Settings, only: str | None) -> dict[str, Platform]:
    """The platforms to serve. Raises SettingsError when there is none."""
    found = {n: p for n, p in PLATFORMS.items() if only in (None, n) and p.wanted(settings)}
    if only and not found:
        raise SettingsError(f"{only.capitalize()} cannot be served: {PLATFORMS[only].missing}.")
    if not found.keys() - {NUDGES} and only is None:
        raise SettingsError(
            "Nothing to serve: set discord.token or Slack's tokens (see config.example.toml),"
            " or talk to me with `badgewise console`."
        )
    return found


def entrance(name: str, platform: Platform) -> Serve:
    """The platform's ``serve``; its library is imported here and not before."""
    try:
        serve: Serve = importlib.import_module(platform.module).serve
    except ModuleNotFoundError as error:
        raise SettingsError(
            f"{name.capitalize()} needs an extra: run `pip install 'badgewise[{name}]'`"
            f" (missing: {error.name})."
        ) from None
    return serve


async def pause(stop: asyncio.Event, seconds: float) -> None:
    """Waits, but not beyond ``stop``."""
    try:
        async with asyncio.timeout(seconds):
            await stop.wait()
    except TimeoutError:
        pass


async def supervise(name: str, attempt: Callable[[], Awaitable[None]], stop: asyncio.Event) -> bool:
    """Serves until told to stop, again and again if need be; False when it cannot be served."""
    loop, wait = asyncio.get_running_loop(), FIRST_WAIT
    while not stop.is_set():
        began = loop.time()
        try:
            await attempt()
        except PlatformProblem as problem:
            log.error("%s cannot be served: %s", name, str(problem))  # noqa: TRY400 - a sentence
            return False
        except Exception as error:  # noqa: BLE001 - whatever it is, the others go on
            log.warning("%s was interrupted: %s", name, type(error).__name__)
        if stop.is_set():
            break
        wait = FIRST_WAIT if loop.time() - began > STEADY else wait
        log.info("%s is tried again in %.0f s", name, wait)
        await pause(stop, wait * random.uniform(0.75, 1.25))  # noqa: S311 - no secret
        wait = min(wait * 2, LONGEST_WAIT)
    return True


async def housekeeping(store: Store, stop: asyncio.Event) -> None:
    """Once a day: forgets what need not be kept any longer."""
    while not stop.is_set():
        try:
            await store.tidy(datetime.now(UTC))
        except StoreProblem as problem:
            log.warning("tidying the database failed: %s", str(problem))
        await pause(stop, DAY)


async def serve_all(
    service: Service,
    store: Store,
    settings: Settings,
    entrances: Mapping[str, Serve],
    stop: asyncio.Event,
) -> bool:
    """Serves them side by side; whether each could be served."""
    tasks = {
        asyncio.create_task(
            supervise(name, lambda serve=serve: serve(service, store, settings, stop), stop),  # type: ignore[misc]
            name=name,
        )
        for name, serve in entrances.items()
    }
    keeper = asyncio.create_task(housekeeping(store, stop))
    stopping = asyncio.create_task(stop.wait())
    # Nudges go along with the platforms: alone they only stay where they are all there is.
    pending = {task for task in tasks if task.get_name() != NUDGES} or set(tasks)
    while pending and not stop.is_set():
        await asyncio.wait({*pending, stopping}, return_when=asyncio.FIRST_COMPLETED)
        pending = {task for task in pending if not task.done()}
    stop.set()
    _, late = await asyncio.wait({*tasks, keeper, stopping}, timeout=TO_FINISH)
    for task in late:
        log.warning("%s did not finish in time", task.get_name())
        task.cancel()
    await asyncio.gather(*late, return_exceptions=True)
    return all(task.done() and not task.cancelled() and task.result() for task in tasks)


async def run(settings: Settings, only: str | None = None) -> int:
    """Serves until SIGTERM or SIGINT; the exit code."""
    handler = set_up(settings.log.level, form=settings.log.format)
    entrances = {n: entrance(n, p) for n, p in chosen(settings, only).items()}
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    for sign in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(sign, stop.set)
    async with AsyncExitStack() as stack:
        store = await _store(stack, settings)
        fine = await _serve(stack, settings, store, entrances, handler, stop)
    log.info("stopped")
    return 0 if fine else 1


async def _store(stack: AsyncExitStack, settings: Settings) -> Store:
    keys = [key.get_secret_value() for key in settings.store.encryption_keys]
    store = await open_store(settings.store.url, keys)
    stack.push_async_callback(store.close)
    return store


async def _serve(
    stack: AsyncExitStack,
    settings: Settings,
    store: Store,
    entrances: Mapping[str, Serve],
    handler: logging.Handler,
    stop: asyncio.Event,
) -> bool:
    """Opens the HTTP server, then serves beside it; whether each platform could be served."""
    from adapters.http.opening import measured, open_site  # noqa: PLC0415 - once settings are fine
    from adapters.http.stalls import watch  # noqa: PLC0415
    from adapters.http.stores import timed  # noqa: PLC0415

    metrics = measured(settings, handler)
    folder = settings.knowledge.folder
    service = Service(Library([folder] if folder else []), metrics)
    joining = [name for name in entrances if PLATFORMS[name].joins]
    site = await open_site(stack, settings, store, metrics, joining)
    if metrics:
        stack.callback(asyncio.create_task(watch(metrics)).cancel)
        store = timed(store, metrics)
    log.info("serving %s", ", ".join(entrances))
    joined = {n: partial(s, site=site) if n in joining else s for n, s in entrances.items()}
    return await serve_all(service, store, settings, joined, stop)

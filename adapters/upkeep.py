"""What an operator does beside running the bot: checks, migration, backup, unknown names."""

import importlib
import sys
from pathlib import Path

from bot.advice.knowledge import BUILT_IN
from bot.advice.knowledge_check import problems
from bot.advice.library import Library
from bot.settings import Settings
from bot.store import open_store
from bot.store.store import Store

FAILED = 1


async def _store(settings: Settings) -> Store:
    return await open_store(
        settings.store.url, [k.get_secret_value() for k in settings.store.encryption_keys]
    )


def check_knowledge(settings: Settings) -> int:
    """Prints what is wrong with the knowledge; the exit code."""
    found = problems(settings.knowledge.folder or BUILT_IN)
    for problem in found:
        print(problem)
    if found:
        print(f"{len(found)} to mend.", file=sys.stderr)
        return 1
    knowledge = Library([settings.knowledge.folder] if settings.knowledge.folder else []).knowledge
    print(
        f"In order: {len(knowledge.roles)} roles, {len(knowledge.skills)} skills, "
        f"{len(knowledge.credentials)} credentials, {len(knowledge.providers)} issuers."
    )
    return 0


async def print_unrecognised(settings: Settings) -> None:
    """Prints the names that were not recognised, most frequent first, without who asked."""
    store = await _store(settings)
    try:
        for kind, name, count in await store.unrecognised():
            print(f"{count}\t{kind}\t{name}")
    finally:
        await store.close()


async def check(settings: Settings) -> int:
    """Looks over settings, knowledge and database; the exit code."""
    Library([settings.knowledge.folder] if settings.knowledge.folder else [])
    print("settings: fine")
    print("knowledge: fine")
    store = await _store(settings)
    try:
        await store.check()
        print("database: fine")
        await _tell_doubtful(store)
    finally:
        await store.close()
    return 0 if await _platforms_fine(settings) else FAILED


async def _tell_doubtful(store: Store) -> None:
    """Nudges of which nobody can say whether they got through; none is sent again."""
    for id_, platform, _, slot, rule in await store.outbox.doubtful():
        due = f"{slot:%Y-%m-%d %H:%M} UTC"
        print(f"nudges: {id_} ({platform}, {rule}, due {due}) may have got through or not")


async def _platforms_fine(settings: Settings) -> bool:
    """Asks each platform that is set up whether its tokens will do."""
    from adapters.running import PLATFORMS  # noqa: PLC0415

    fine = True
    for name, platform in PLATFORMS.items():
        if name == "nudges" or not platform.wanted(settings):
            continue
        found: list[str] = await importlib.import_module(f"adapters.{name}.check").check(settings)
        fine = fine and not found
        for problem in found or ["fine"]:
            print(f"{name}: {problem}")
    return fine


def print_manifest(platform: str, settings: Settings) -> None:
    """Prints what the platform's pages ask for."""
    print(importlib.import_module(f"adapters.{platform}.manifest").manifest(settings))


async def migrate(settings: Settings) -> None:
    """Opening a store brings it up to date."""
    store = await _store(settings)
    await store.close()
    print("The database is up to date.")


async def backup(settings: Settings, target: Path) -> None:
    """Copies the database while it is in use."""
    store = await _store(settings)
    try:
        await store.backup(target)
    finally:
        await store.close()
    print(f"Backed up to {target}.")

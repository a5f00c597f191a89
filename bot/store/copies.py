"""A copy in the making: seen under its name once it is whole and on the disk, or never."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.store.problems import StoreProblem


@contextmanager
def new_file(target: Path) -> Iterator[Path]:
    """Gives a file to write to, for its owner's eyes alone; at the end it becomes ``target``.

    Raises StoreProblem when ``target`` exists or cannot be made; then nothing is left behind.
    """
    part = target.parent / f"{target.name}.part"
    try:
        if target.exists():
            raise FileExistsError(0, "it exists already")
        part.unlink(missing_ok=True)
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDONLY, 0o600))
        yield part
        _keep(part)
        part.rename(target)
        _keep(target.parent)
    except OSError as error:
        raise unusable(target, error) from None
    finally:
        part.unlink(missing_ok=True)


def _keep(path: Path) -> None:
    """Waits until the disk holds a file or a folder."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def unusable(path: Path, error: OSError) -> StoreProblem:
    """What is wrong with a file, and what to do."""
    return StoreProblem(
        f"The file {path} cannot be used ({error.strerror}): check its folder, or name another."
    )

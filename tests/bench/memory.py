"""The memory of this process in MB, from the kernel where it tells."""

import resource
from pathlib import Path

_STATUS = Path("/proc/self/status")


def _told(field: str) -> float | None:
    if not _STATUS.exists():
        return None
    line = next(row for row in _STATUS.read_text().splitlines() if row.startswith(field))
    return int(line.split()[1]) / 1024


def peak() -> float:
    """The most that was ever resident."""
    told = _told("VmHWM:")
    return told if told is not None else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


def now() -> float:
    """What is resident now (where only the peak is known, the peak)."""
    told = _told("VmRSS:")
    return told if told is not None else peak()

"""How big a test is: its everyday size, or the full one in ``make soak``."""

import os


def size(everyday: int, full: int) -> int:
    """The everyday size, or the full one when SOAK is set."""
    return full if os.environ.get("SOAK") else everyday

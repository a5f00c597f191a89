"""All benches: ``python -m tests.bench [names]``."""

import importlib.util
import os
import sys
from importlib import import_module

from tests.bench.table import show

BENCHES = ("advice", "store", "discord", "slack", "nudges")


def main() -> None:
    """Runs the named benches, or all that there are.

    The processes that they start keep what Python compiles, as anybody's second start finds it:
    the libraries that they are measured beside were compiled when they were installed.
    """
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    for name in sys.argv[1:] or BENCHES:
        if importlib.util.find_spec(f"tests.bench.{name}"):
            show(name.capitalize(), import_module(f"tests.bench.{name}").figures)


if __name__ == "__main__":
    main()

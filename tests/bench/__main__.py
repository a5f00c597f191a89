"""All benches: ``python -m tests.bench [names]``."""

import importlib.util
import sys
from importlib import import_module

from tests.bench.table import show

BENCHES = ("advice", "store", "discord", "slack", "nudges")


def main() -> None:
    """Runs the named benches, or all that there are."""
    for name in sys.argv[1:] or BENCHES:
        if importlib.util.find_spec(f"tests.bench.{name}"):
            show(name.capitalize(), import_module(f"tests.bench.{name}").figures)


if __name__ == "__main__":
    main()

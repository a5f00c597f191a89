"""What lets a process start sooner; the composition root imports it before anything else.

Nothing that imports make is garbage, so nothing looks for garbage until they are done. And no
installed package is asked whether it has a plugin for pydantic: none is used here.
"""

import gc
import os


def done() -> None:
    """From here on garbage is collected, among what comes new."""
    gc.freeze()
    gc.enable()


gc.disable()
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

"""What lets a process start sooner; the composition root imports it before anything else.

Nothing that imports make is garbage, so nothing looks for garbage until they are done. And pydantic
has no plugins here: looking for them reads what every installed package says of itself, for which
Python loads ``email`` and more. Together they were a tenth of a short process.
"""

import gc
import sys
from types import ModuleType

_PLUGINS = "pydantic.plugin._loader"


class _NoPlugins(ModuleType):
    """In the place of pydantic's own module."""

    @staticmethod
    def get_plugins() -> tuple[()]:
        """None."""
        return ()


def done() -> None:
    """From here on garbage is collected, among what comes new."""
    gc.freeze()
    gc.enable()


gc.disable()
sys.modules.setdefault(_PLUGINS, _NoPlugins(_PLUGINS))

"""Which words are plain English, by how often they are said.

The counts are those that pyspellchecker brings along: words of films' subtitles, with the words
and names of a dictionary that no film says at the lowest of them.
"""

import gzip
import json
from importlib.util import find_spec
from pathlib import Path

RARE, COMMON = 1, 2  # a name or a seldom word; one that everybody says
_SAID_OFTEN = 1_000  # times in the subtitles


def source() -> Path:
    """The file with the counts; the library itself is not loaded."""
    spec = find_spec("spellchecker")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("spellchecker", name="spellchecker")
    return Path(spec.origin).parent / "resources" / "en.json.gz"


def english() -> dict[str, int]:
    """Every word in small letters with :data:`RARE` or :data:`COMMON`."""
    counts: dict[str, int] = json.loads(gzip.decompress(source().read_bytes()))
    return {word: COMMON if count >= _SAID_OFTEN else RARE for word, count in counts.items()}

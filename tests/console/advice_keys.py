"""The fixed shape of an advice entry: every key always there, of the right type."""

from collections.abc import Mapping
from typing import Any

TEXT, MAYBE = str, (str, type(None))
RULES = ("for", "against", "caution", "condition")
SHAPE: dict[str, Any] = {
    "credential": {"read": MAYBE, "name": MAYBE, "skills": list},
    "provider": {"read": MAYBE, "name": MAYBE, "recognition": TEXT, "inferred": bool},
    "goal": {"read": MAYBE, "role": MAYBE},
    "connection": TEXT,
    "shared_skills": list,
    "verdict": TEXT,
    "decided_by": TEXT,
    "rules": list,
    "beyond": list,
    "next_step": MAYBE,
    "question": MAYBE,
    "would_change": list,
}
ROWS = {
    "rules": {"id": TEXT, "effect": TEXT, "text": TEXT},
    "beyond": {"id": TEXT, "text": TEXT, "source": TEXT},
    "would_change": {"change": TEXT, "verdict": TEXT},
}
WORDS = {
    "connection": {"strong", "partial", "none", "unknown"},
    "verdict": {"do", "do_if", "wait", "skip", "tell_me"},
    "recognition": {"recognised", "other_industry", "unknown", "suspect", "unsaid"},
}


def _like(found: Mapping[str, Any], shape: Mapping[str, Any], where: str) -> None:
    for key, kind in shape.items():
        assert key in found, f"{where}.{key} is missing"
        if isinstance(kind, dict):
            _like(found[key], kind, f"{where}.{key}")
        else:
            assert isinstance(found[key], kind), f"{where}.{key} is {found[key]!r}"


def check_advice(found: Mapping[str, Any]) -> None:
    """Fails when an entry has not the fixed shape."""
    _like(found, SHAPE, "advice")
    for key, shape in ROWS.items():
        for row in found[key]:
            _like(row, shape, key)
    assert found["connection"] in WORDS["connection"]
    assert found["verdict"] in WORDS["verdict"]
    assert found["provider"]["recognition"] in WORDS["recognition"]
    assert all(rule["effect"] in RULES for rule in found["rules"])
    assert all(way["verdict"] in WORDS["verdict"] for way in found["would_change"])
    assert all(
        isinstance(s, str) for s in (*found["shared_skills"], *found["credential"]["skills"])
    )
    assert (found["question"] is None) or found["verdict"] in ("tell_me", "wait")
    assert (found["next_step"] is None) is (found["verdict"] == "tell_me")

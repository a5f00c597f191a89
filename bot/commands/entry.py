"""An advice as an entry of the fixed JSON interface; others script against these keys."""

from typing import Any

from bot.advice.advise import Advice
from bot.advice.reading.facts import Standing
from bot.advice.recognition import Recognised
from bot.advice.wording import Wording


def _provider(found: Recognised, read: str, *, inferred: bool) -> dict[str, Any]:
    return {
        "read": read or None,
        "name": found.provider.name if found.provider else None,
        "recognition": str(found.state),
        "inferred": inferred,
        "resembles": found.resembles.name if found.resembles else None,
    }


def entry(advice: Advice, wording: Wording) -> dict[str, Any]:
    """Every key is always there; null or an empty list where there is nothing to say."""
    case = advice.case
    asked = case.asked
    said = asked.provider if asked else None
    return {
        "credential": {
            "read": asked.title.read if asked else None,
            "name": asked.title.name if asked and asked.title.known else None,
            "skills": list(case.skills),
        },
        "provider": _provider(
            case.issuer,
            said.read if said and said.standing is not Standing.UNSAID else "",
            inferred=bool(said and said.inferred),
        ),
        "goal": {
            "read": case.goal.read if case.goal else None,
            "role": case.role.id if case.role else None,
        },
        "connection": str(case.connection.link),
        "shared_skills": list(case.connection.shared),
        "verdict": str(advice.verdict),
        "decided_by": advice.line.name,
        "line": advice.line.number,
        "rules": [
            {"id": f.rule, "effect": str(f.effect), "text": wording(f.said)}
            for f in advice.findings
        ],
        "beyond": [
            {"id": a.rule, "text": wording(a.said), "source": a.source} for a in advice.asides
        ],
        "next_step": wording(advice.next_step) if advice.next_step else None,
        "question": wording(advice.question.said) if advice.question else None,
        "would_change": [
            {
                "change": wording.words.listed(wording(s) for s in way.changes),
                "verdict": str(way.verdict),
            }
            for way in advice.ways
        ],
    }

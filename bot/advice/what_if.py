"""A case with facts changed, of which only what hangs on them is worked out anew."""

from msgspec.structs import replace

from bot.advice.case import Case
from bot.advice.profile import Profile

# What holds of a case whatever is tried out. A fact that is missing here is only worked out again.
_OF_THE_QUESTION = frozenset(
    (
        "title", "name", "skills", "role", "connection", "is_permit", "shared", "own_tool",
        "is_licence", "_names",
    )
)  # fmt: skip
_OF_THE_PERSON = frozenset(
    (
        "own", "_linked", "_unlinked", "practised", "made", "shown_before", "applied",
        "works_here", "rung_held", "needs_proof", "expired", "already_earned",
    )
)  # fmt: skip


def what_if(
    case: Case,
    *,
    profile: Profile | None = None,
    issuer_granted: bool = False,
    gate_open: bool = True,
    kept_promises: bool = True,
) -> Case:
    """The case with facts changed; what does not hang on them is not worked out again.

    Args:
        gate_open: False where the role's gate has been passed.
        kept_promises: False where the offer promises nothing any more.
    """
    found = replace(
        case,
        profile=profile or case.profile,
        issuer_granted=issuer_granted or case.issuer_granted,
        gate_open=gate_open and case.gate_open,
        promises=case.promises if kept_promises else frozenset(),
    )
    holds = _OF_THE_QUESTION if profile else _OF_THE_QUESTION | _OF_THE_PERSON
    found.__dict__.update({k: v for k, v in case.__dict__.items() if k in holds})
    if not issuer_granted and "issuer" in case.__dict__:
        found.__dict__["issuer"] = case.issuer
    return found

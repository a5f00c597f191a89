"""The figures of one part, by name: what the report prints and the test keeps up."""

from collections.abc import Callable, Sequence

from bot.advice.reading.facts import Standing
from bot.advice.relevance import Link
from bot.advice.verdict import Verdict
from tests.eval.data import Label, Pair
from tests.eval.judged import JudgedIssuer, JudgedMessage, Slipped
from tests.eval.metrics import Share, auc, share

Figures = dict[str, Share | float]

DECIDED = "pairs decided (a link, or none, is seen)"
JUDGED_STRONG = "of those judged strong, connected (strong or partial)"
JUDGED_NONE = "of those judged none, clearly connected (strong)"
CONNECT = "strong pairs called strong or partial, of those decided"
CONNECT_ALL = "strong pairs called strong or partial, of all"
STRONG = "strong pairs called strong, of those decided"
STRONG_ALL = "strong pairs called strong, of all"
EDGE = "partial pairs called strong or partial, of those decided"
FALSE_STRONG = "unconnected pairs called strong, of those decided"
FALSE_LINK = "unconnected pairs called strong or partial, of those decided"
EXACT = "label exactly right, of those decided"
AUC = "strong told from unconnected (AUC, no threshold)"
KEPT = "verdict kept with a slip in both texts"
KEPT_DECIDED = "the same, where the verdict was no question"
MISLED = "another verdict after a slip, and no question"
RIGHT = "messages read right in all three"
OUTSIDE = "of those from an outsider, right in all three"
CREDENTIALS = "credentials right"
GOAL = "goal right"
SITUATION = "situation right"
ACCEPTED = "invented issuers accepted"
ASKED = "invented issuers put as a question"
SUSPECTED = "invented issuers called look-alikes"
RECOGNISED = "real issuers recognised"

_RANK = {Link.STRONG: 3.0, Link.PARTIAL: 2.0, Link.UNKNOWN: 1.0, Link.NONE: 0.0}


def ranks(links: Sequence[Link]) -> list[float]:
    """Labels as scores; what is not known lies between a partial link and none."""
    return [_RANK[link] for link in links]


def of_pairs(pairs: Sequence[Pair], links: Sequence[Link], scores: Sequence[float]) -> Figures:
    """How well labels fit; ``scores`` are what the labels were made from."""
    both = list(zip(pairs, links, strict=True))

    def called(label: Label, *wanted: Link, everything: bool = False) -> Share:
        found = [link for pair, link in both if pair.label is label]
        return share(link in wanted for link in found if everything or link is not Link.UNKNOWN)

    def scored(label: Label) -> list[float]:
        return [s for pair, s in zip(pairs, scores, strict=True) if pair.label is label]

    def labelled(link: Link, *wanted: Label) -> Share:
        return share(pair.label in wanted for pair, found in both if found is link)

    linked = (Link.STRONG, Link.PARTIAL)
    return {
        DECIDED: share(link is not Link.UNKNOWN for link in links),
        JUDGED_STRONG: labelled(Link.STRONG, Label.STRONG, Label.PARTIAL),
        JUDGED_NONE: labelled(Link.NONE, Label.STRONG),
        CONNECT: called(Label.STRONG, *linked),
        CONNECT_ALL: called(Label.STRONG, *linked, everything=True),
        STRONG: called(Label.STRONG, Link.STRONG),
        STRONG_ALL: called(Label.STRONG, Link.STRONG, everything=True),
        EDGE: called(Label.PARTIAL, *linked),
        FALSE_STRONG: called(Label.NONE, Link.STRONG),
        FALSE_LINK: called(Label.NONE, *linked),
        EXACT: share(p.label.value == k.value for p, k in both if k is not Link.UNKNOWN),
        AUC: auc(scored(Label.STRONG), scored(Label.NONE)),
    }


def of_slips(slips: Sequence[Slipped]) -> Figures:
    """What a slip of the finger changes."""
    decided = [slip for slip in slips if slip.before.verdict is not Verdict.TELL_ME]
    return {
        KEPT: share(slip.kept for slip in slips),
        KEPT_DECIDED: share(slip.kept for slip in decided),
        MISLED: share(slip.misled for slip in slips),
    }


def of_messages(judged: Sequence[JudgedMessage]) -> Figures:
    """How well whole messages are read."""
    return {
        RIGHT: share(m.right for m in judged),
        OUTSIDE: share(m.right for m in judged if m.message.outside),
        CREDENTIALS: share(m.credentials for m in judged),
        GOAL: share(m.goal for m in judged),
        SITUATION: share(m.situation for m in judged),
    }


def of_issuers(judged: Sequence[JudgedIssuer]) -> Figures:
    """How issuers are taken."""

    def taken(standing: Standing, test: Callable[[JudgedIssuer], bool]) -> Share:
        return share(one.standing is standing for one in judged if test(one))

    def invented(one: JudgedIssuer) -> bool:
        return not one.issuer.real

    return {
        ACCEPTED: taken(Standing.NAMED, invented),
        ASKED: taken(Standing.SLIP, invented),
        SUSPECTED: taken(Standing.SUSPECT, invented),
        RECOGNISED: taken(Standing.NAMED, lambda one: one.issuer.real),
    }

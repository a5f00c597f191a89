"""Reads situation, hopes, promises, stage and effort from the words of a message."""

import re
from enum import StrEnum
from functools import lru_cache

from bot.advice.learner import Situation
from bot.advice.reading import away, beginning, changing, own_business, rising, sent
from bot.advice.reading.amounts import NUMBER
from bot.advice.reading.clues import MESSAGES, Clues
from bot.advice.reading.facts import Hope, Promise, Stage
from bot.advice.reading.oneself import about_oneself
from bot.advice.reading.patterns import Pattern

_HOPES: dict[StrEnum, tuple[str, ...]] = {
    Hope.FAST_JOB: (
        r"(?:get|land|find|need|want|guarantee\w*|got|getting|landing|secure) (?:me )?(?:a |an |the |my )?(?:\w+ ){0,3}?(?:job|hired|role|work) (?:\w+ ){0,2}?(?:fast|quick|quickly|asap|right away|immediately|straight away|instantly|overnight|soon|in (?:a |" + NUMBER + r" ?)?(?:days?|weeks?|wks?|wk|months?|mos?)|within|by next)",
        r"job (?:in|within) (?:a |" + NUMBER + r" ?)(?:days?|weeks?|wks?|wk|months?)", r"(?:get|be|getting|being) hired (?:fast|quick\w*|asap|straight|right|immediately|instantly|in|within)",
        r"(?:in|within) (?:a |" + NUMBER + r" ?)(?:weeks?|wks?|wk|days?)\b(?!.{0,12}(?:course|cert|exam))", r"(?:quick|fast|instant|easy) (?:job|hire|way in|money|cash)", r"guarantee(?:s|d)? (?:me )?(?:a |of )?(?:job|work)", r"overnight",
        r"will (?:it|this|that|they|i) (?:definitely |really |actually |just )?(?:get|land|give|guarantee) (?:me )?(?:a |the )?job",
    ),
    Hope.SALARY: (
        r"six[ -]figures?", r"(?:pay|salary|wage) (?:rise|raise|bump|increase|hike|boost|jump)", r"(?:higher|better|bigger|double|increase|more|good|high) (?:my )?(?:pay|salary|wages?|money|income)",
        r"earn (?:more|better|a lot|\d)", r"make (?:more|good|big|a lot of|lots of|serious) (?:money|cash|\$)", r"\b\d{2,3}k\b", r"get rich", r"doubl(?:e|ing) my",
    ),
    Hope.NO_DEGREE: (
        r"(?:instead of|rather than|replace|replacing|skip|skipping|without|in place of|no need for|equal to|equivalent to|same as|as good as|alternative to|substitute for|avoid) (?:going to |doing |getting |having |needing |a |an |my |the |any |full ){0,5}(?:\w+ )?(?:degree|uni|university|college|bachelor'?s?|masters?)\b",
        r"(?:can'?t|cannot|couldn'?t|could not) afford (?:to go to |a |the ){0,5}(?:uni|university|college|degree|school)", r"(?:don'?t|do not|dont|no) (?:have |got |need )?(?:a |any )?(?:degree|uni)\b", r"(?:never went|didn'?t go|not going) to (?:uni|university|college)", r"degree[ -]free",
    ),
    Hope.NO_EXPERIENCE: (
        r"(?:instead of|replace|skip|make up for|substitute for|compensate for|rather than|in place of|count as|counts as) (?:\w+ ){0,2}(?:experience|exp)\b",
    ),
    Hope.NO_LICENCE: (
        r"(?:instead of|without|in place of|rather than|skip|replace|avoid) (?:\w+ ){0,4}?(?:licen[cs]e|licen[cs]ing|licensure|registration|bar exam|board exam|state exam|medical school|med school|law school|nursing school|bar)\b",
        r"(?:don'?t|do not|dont) (?:want|need|have) (?:to get )?(?:a |the |my )?(?:\w+ )?(?:licen[cs]e|licensure)\b",
    ),
}  # fmt: skip

_PROMISER = r"(?:they|it|site|course|school|provider|academy|website|company|ad|people|program|institute|bootcamp|who|which|that|page|certificate|cert)"
_MONEY = r"(?:(?:passive |monthly |weekly |fixed |daily |steady )?(?:incomes?|profits?|earnings?|returns|payouts?|salary|salaries|wages)|\d+ ?k(?: \w+)?|\d+ ?(?:% )?(?:a|per|every|/) ?(?:day|week|month|mo|year)|\d+ ?(?:usd|dollars?|euros?|pounds?)|six figures|rich)\b"
_PROMISES: dict[StrEnum, tuple[str, ...]] = {
    Promise.JOB: (
        _PROMISER + r" (?:\w+ ){0,3}?(?:promis\w+|guarantee\w*|assur\w+|claims? (?:to|that|it|you|they|a|of|all|\d+)\b)(?: \w+){0,5} (?:job|placement|employment|hired|work|position|offer)\b",
        r"(?:job|placement|employment|work) guarantee\w*", r"guaranteed (?:a )?(?:job|placement|employment|work|interview offers)", r"100 ?(?:%|percent|per cent)? (?:job|placement|employment)", r"(?:placements?|jobs?|employment) (?:is |are )?(?:100 ?%? )?(?:assured|guaranteed|promised)", r"assured (?:job|placement)", r"promis\w+ (?:me |you |us )?(?:a |an )?(?:\w+ )?(?:job|placement|employment)",
    ),
    Promise.INCOME: (
        rf"(?:guarantee\w*|promis\w+|assur\w+) (?:\S+ ){{0,5}}?{_MONEY}", rf"{_MONEY} (?:\S+ ){{0,2}}?(?:is |are )?(?:guaranteed|assured|promised)\b",
    ),
    Promise.LICENCE: (
        r"(?:promis\w+|guarantee\w*|says?|claims?)(?: \w+){0,6} licen[cs]e\b", r"licen[cs]e (?:is )?(?:included|guaranteed)", r"makes? (?:me|you) (?:a )?licensed",
    ),
}  # fmt: skip
_NO_PROMISE = (
    r"(?:no|not|don'?t|doesn'?t|without|never) (?:\w+ ){0,3}guarantee\w*",
    r"(?:no|don'?t|doesn'?t) (?:\w+ )?promis\w+",
    # A question of one's own is nobody's promise: "does the PMP guarantee a job?"
    r"(?:is|does|will|would|can|could|do|should) (?!an? |there |(?:the |this |their |that )?(?:job|placement|income|money|salary|profit|return))(?:(?!that |who |which |guarant|promis)[\w+-]+ ){1,3}(?:guarantee|guaranteed|promise|promised)\b",
)

_STAGES: dict[StrEnum, tuple[str, ...]] = {
    Stage.DROPPED: (r"(?:dropped|gave up|quit|abandoned) (?:out|it|on|the course|halfway|that)", r"dropped out",),
    Stage.STALLED: (r"(?:stuck(?! (?:in|as|at|on|between|doing|with)\b)|stalled|haven'?t (?:touched|opened|finished)|half ?way|half done|unfinished|never finished|stopped(?! (?:work\w*|teaching|nursing|driving|cooking|being|smoking|my job))|gave up halfway)\b",),
    Stage.ENROLLED: (r"(?:already |just |am |i'?m |i )?(?:enroll?ed|signed up|registered for|started|in the middle of|doing it now|currently (?:doing|taking|studying)|am (?:doing|taking)|i'?m (?:doing|taking))\b",),
    Stage.PAID: (r"(?:already |just |have |i |i'?ve |alr )paid\b(?! (?:job|work|role))", r"(?:already |just )bought", r"non[ -]?refundable", r"spent (?:\$|£|€)?\d+",),
}  # fmt: skip
_EFFORT = (
    r"(?:very |too |so |really |pretty |quite )?(?:expensive|pricey|costly)\b", r"costs? a (?:lot|fortune|bomb)", r"(?:can'?t|cannot|can not|couldn'?t) (?:really |even )?afford (?:it|this|that|the (?:course|exam|fees?|cert\w*|training))\b", r"(?:over|above|beyond|out of|outside) (?:my|our) (?:budget|price range|means)\b", r"(?:takes?|lasts?|is|long|for) (?:a |about |around |over |nearly ){0,5}(?:(?:full |whole )?years?\b|(?:9|1[0-9]|2[0-9]|twelve|eighteen) months|" + NUMBER + r" years?) (?:long|course|program|to (?:finish|complete)|full)",
)  # fmt: skip
_NO_EXPERIENCE = (
    r"(?:no|zero|without(?: any)?|0|don'?t have(?: any)?) (?:work |job |prior |real |previous |relevant |any )?(?:exp|experience|xp)\b",
    r"never (?:really |actually |ever |even )?(?:worked|been|done|set foot|tried|had a job) (?:in|as|on|with|at|it|this|that|any)\b",
    r"(?:complete|total|absolute|a|an|as a) (?:beginner|newbie|noob|novice|newcomer)\b",
    r"(?:all|everything|anything else|what else)(?: that)? (?:do )?i (?:need|have to have|gotta have)\b(?: to| for| before|[ ,.?!]|$)",
    r"(?:need(?:ed)?|enough|have to have|required|must have) (?:it |this |that |one )?to (?:get started|start|begin|get a start)\b",
    r"before (?:i (?:can )?|my first )(?:start|begin|day|shift)\b",
)
# Prices are read as typed: a line of words has no currency signs, nor a comma within a number.
_SIGNS = "$£€"
_SIGN = Pattern(r"[$£€] ?(?:\d{1,3},\d{3}|[1-9]\d{3,}|\d+(?:\.\d+)?k)\b", re.IGNORECASE)
_PRICE = Pattern(
    r"\b(?:(?:usd|eur|gbp|inr|rs\.?|aud|cad) ?(?:\d{1,3},\d{3}|[1-9]\d{3,}|\d+(?:\.\d+)?k)\b|(?:\d{1,3},\d{3}|[1-9]\d{3,}|\d+k) ?(?:\$|£|€|usd|eur|gbp|dollars?|euros?|pounds?|rupees|inr))",
    re.IGNORECASE,
)
_LARGE = Pattern(r"\d(?:\d{3}|,\d{3}|(?:\.\d+)?[kK])")  # no price is without it
_HAS_NUMBER = Pattern(r"\d")


class _Denied(StrEnum):
    """What is said not to be."""

    LEAVING = "said_not_leaving"
    WORKED = "said_not_worked"


class _Effort(StrEnum):
    """What is said of effort, and what is denied."""

    COSTLY = "said_costly"
    NO_EXPERIENCE = "said_no_experience"
    NO_PROMISE = "said_no_promise"


_SITUATIONS: dict[StrEnum, tuple[str, ...]] = {
    Situation.RETURNING: away.SAID,
    Situation.SWITCHING: changing.SAID,
    Situation.FIRST_JOB: beginning.SAID,
    Situation.FREELANCING: own_business.SAID,
    Situation.EMPLOYER_SENT: sent.SAID,
    Situation.STAYING_CURRENT: rising.SAID,
}

# Of the clauses in which people speak of themselves, and of all that they say.
STANDING: Clues[StrEnum] = Clues(
    {**_SITUATIONS, _Denied.LEAVING: rising.STAYS, _Denied.WORKED: beginning.LEARNS}, bare=True
)
CLUES: Clues[StrEnum] = Clues(
    {
        **_HOPES,
        **_PROMISES,
        **_STAGES,
        _Effort.COSTLY: _EFFORT,
        _Effort.NO_EXPERIENCE: _NO_EXPERIENCE,
        _Effort.NO_PROMISE: _NO_PROMISE,
    },
    MESSAGES,
    bare=True,
)


@lru_cache(maxsize=8)
def _stands(text: str) -> frozenset[StrEnum]:
    return STANDING.found(about_oneself(text))


@lru_cache(maxsize=8)
def _told(text: str) -> frozenset[StrEnum]:
    return CLUES.found(text)


def situations(text: str) -> frozenset[Situation]:
    """Where the person stands; ``text`` is lower case with typos mended, as in all of these."""
    return frozenset(found for found in _stands(text) if isinstance(found, Situation))


def stays(text: str) -> bool:
    """Whether the person says that they stay, or that it is their work that changes."""
    return _Denied.LEAVING in _stands(text)


def learns(text: str) -> bool:
    """Whether the person is at school or studies, or has just done so."""
    return _Denied.WORKED in _stands(text)


def hopes(text: str) -> frozenset[Hope]:
    """What the person expects that no certificate does alone."""
    return frozenset(found for found in _told(text) if isinstance(found, Hope))


def promises(text: str) -> frozenset[Promise]:
    """What the issuer is said to promise."""
    if _Effort.NO_PROMISE in _told(text):
        return frozenset()
    return frozenset(found for found in _told(text) if isinstance(found, Promise))


def stage(text: str) -> Stage:
    """How far the person is with what they ask about (finishing is read beside the title)."""
    found = next((stage for stage in _STAGES if stage in _told(text)), Stage.CONSIDERING)
    return Stage(found)


def costly(text: str, typed: str) -> bool:
    """Whether the credential is said to be long or expensive; a hoped-for salary is no price.

    Args:
        typed: the same text as it was typed, with its currency signs.
    """
    told = _told(text)
    if _Effort.COSTLY in told or not _HAS_NUMBER.search(typed):
        return _Effort.COSTLY in told
    priced = _LARGE.search(typed) and _PRICE.search(typed)
    signed = any(sign in typed for sign in _SIGNS) and _SIGN.search(typed)
    return bool(priced or (signed and Hope.SALARY not in told))


def no_experience(text: str) -> bool:
    """Whether the person says that they have no experience."""
    return _Effort.NO_EXPERIENCE in _told(text)

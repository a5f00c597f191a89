"""Cleans what people type and cuts it into comparable words."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from bot.advice.kept import kept
from bot.advice.reading.patterns import Pattern
from bot.advice.remembered import Remembered

MAX_CHARACTERS = 4_000
LONGEST_NAME = 200
_DROPPED_CATEGORIES = {"Cc", "Cf", "Cs", "Co", "Cn"}
_JOINER = "\u200d"
_MAX_MARKS = 2
_QUOTES = str.maketrans(
    {
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
        "‘": "'", "’": "'", "‚": "'", "`": "'",
        "–": "-", "—": "-", "−": "-", "‑": "-", "→": ">", "➡": ">",
    }
)  # fmt: skip
# Letters that NFKC turns into others of another look, and ones that keep the look of a Latin c.
_LOOKS_KEPT = str.maketrans({"\u03f9": "\u0421", "\u03f2": "\u0441"})
_WORD = Pattern(
    r"\d+(?:\.\d+)?|\.net\b|[^\W\d_]+(?:'[^\W\d_]+)?[+#]*|->|=>|>|&|(?<= )[+-](?= )|[.,;:!?()|\"/]"
)
_PUNCTUATION = frozenset((*'.,;:!?()|"/-', "->", "=>", ">"))

_SPACES = Pattern(r"\s+")
# One spelling for words that differ by country or by number.
_SAME = {
    "programme": "program", "licence": "license", "centre": "center", "colour": "color",
    "behaviour": "behavior", "labour": "labor", "organisation": "organization", "cv": "cv",
    "data": "data", "media": "media", "analyses": "analysis", "people": "people",
    "children": "child", "women": "woman", "men": "man", "theatre": "theater", "tyre": "tire",
    "jewellery": "jewelry", "fibre": "fiber", "modelling": "modeling", "labelling": "labeling",
    "counselling": "counseling", "counsellor": "counselor", "travelling": "traveling",
    "enrolment": "enrollment", "fulfilment": "fulfillment", "paediatric": "pediatric",
    "anaesthesia": "anesthesia", "orthopaedic": "orthopedic", "aeroplane": "airplane",
    "&": "and", "+": "and", "aesthetician": "esthetician", "admin": "administrator",
    "mgmt": "management",
    "mgr": "manager", "dev": "developer", "asst": "assistant", "uni": "university",
    "univ": "university",
    "intl": "international", "govt": "government", "rep": "representative", "exec": "executive",
    "biz": "business", "tech": "technician", "ops": "operation", "comms": "communication",
    "maths": "math",
    "acct": "accountant",
    "mktg": "marketing", "acctg": "accounting", "engr": "engineer", "eng": "engineer",
    "spec": "specialist",
    "med": "medical", "env": "environmental", "mgt": "management", "photog": "photographer",
    "somm": "sommelier", "agric": "agricultural", "coord": "coordinator", "sup": "supervisor",
    "elec": "electrical", "lvl": "level", "wp": "wordpress", "pharm": "pharmacy", "cert": "cert",
    "accom": "accommodation", "recep": "receptionist", "receptionists": "receptionist",
    "mgrs": "manager", "devs": "developer", "techs": "technician", "engs": "engineer",
    "buses": "bus", "minibuses": "minibus",
    "mkting": "marketing", "biol": "biology", "psych": "psychology", "telecoms": "telecom",
}  # fmt: skip
# Abbreviations that are no plurals: without their s they are something else.
_SAME |= {
    name: name
    for name in (
        "cpcs amls acams cams leeds gses aiims csts fgas ciobs cfps cpts acas cdcs ccps itls nims "
        "ifrs ibms cpps ccas cafs cprs cwes cscs smsts sssts"
    ).split()
}
# Words cut short ("admin"), which may be slips of the finger too.
SHORT_FORMS = {short: whole for short, whole in _SAME.items() if whole.startswith(short[:2])}
_KEEP_S = ("ss", "us", "is", "ous", "ics")
_MIN_PLURAL = 4
_MIN_ISE = 6
_LONG = 30  # letters; nobody says it twice


class Word(NamedTuple):
    """One word of a text: its stem, as it was typed, where (character offsets), and folded."""

    stem: str
    raw: str
    start: int
    end: int
    plain: str

    @property
    def is_stop(self) -> bool:
        """Whether this is punctuation, which no name runs across."""
        return self.raw in _PUNCTUATION


class Said(tuple[Word, ...]):
    """The words of a text, in order."""

    @kept
    def stems(self) -> tuple[str, ...]:
        """The stem of each."""
        return tuple([word.stem for word in self])


def stems_of(text: Sequence[Word]) -> tuple[str, ...]:
    """The stem of each word."""
    return text.stems if isinstance(text, Said) else Said(text).stems


@lru_cache(maxsize=500)
def clean(text: str) -> str:
    """The text without what cannot be seen, at most MAX_CHARACTERS long before and after."""
    if text.isascii() and text.isprintable():
        return " ".join(text[:MAX_CHARACTERS].split()).replace("`", "'")
    text = unicodedata.normalize("NFKC", text[:MAX_CHARACTERS].translate(_LOOKS_KEPT))
    return visible(text[:MAX_CHARACTERS].translate(_QUOTES))


def visible(text: str) -> str:
    """The text as typed, without what cannot be seen or piles up; spaces are single."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    if text.isprintable() and not any(map(_is_mark, set(text))):
        return _SPACES.sub(" ", text).strip()
    kept: list[str] = []
    marks = 0
    for char in text:
        category = unicodedata.category(char)
        marks = marks + 1 if category in ("Mn", "Me") else 0
        if marks > _MAX_MARKS:
            continue
        if char in "\n\t\r":
            kept.append(" ")
        elif char == _JOINER or category not in _DROPPED_CATEGORIES:
            kept.append(char)
    return _SPACES.sub(" ", "".join(kept)).strip()


def _is_mark(char: str) -> bool:
    return unicodedata.category(char) in ("Mn", "Me")


@lru_cache(maxsize=20_000)
def _folded(word: str) -> str:
    return fold(word)


def fold(text: str) -> str:
    """Lower case, accents off."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A light stem: number and the British or American spelling fall away, nothing else."""
    word = fold(word)
    same = _SAME.get(word)
    if same is not None:
        return same
    word = word.removesuffix("'s").replace("'", "")
    if len(word) >= _MIN_ISE:
        word = word.replace("isation", "ization").replace("yse", "yze")
        word = re.sub(r"is(e|ed|ing|er|ers|es)$", r"iz\1", word) if _ise(word) else word
    if len(word) >= _MIN_PLURAL and word.endswith("s") and not word.endswith(_KEEP_S):
        if word.endswith("ies") and len(word) > _MIN_PLURAL:
            word = word[:-3] + "y"
        elif word.endswith(("sses", "shes", "ches", "xes")):
            word = word[:-2]
        else:
            word = word[:-1]
    elif word.endswith("ics") and len(word) > _MIN_ISE:
        word = word[:-1]
    return _SAME.get(word, word)


def _ise(word: str) -> bool:
    """Whether -ise is the ending of a verb that America writes with -ize."""
    never = ("advis", "exercis", "enterpris", "franchis", "precis", "expertis", "supervis",
             "televis", "promis", "rais", "nois", "merchandis", "improvis", "revis", "devis",
             "compromis", "surpris", "premis", "cruis", "dis", "wis", "ris", "prais",
             "poise")  # fmt: skip
    head = re.sub(r"is(e|ed|ing|er|ers|es)$", "is", word)
    return head != word and not head.endswith(never)


def spelled(text: str) -> str:
    """A name to the letter, but for case, punctuation and the country's spelling; plurals count."""
    found = (_SAME.get(fold(m.group()), fold(m.group())) for m in _WORD.finditer(text.lower()))
    return "".join(part for part in found if part not in _PUNCTUATION).removeprefix("the")


def spellable(word: str) -> bool:
    """Letters only, though a plus or a sharp may end it (security+, c#)."""
    return word.rstrip("+#").isalpha()


@lru_cache(maxsize=200)
def words(text: str) -> Said:
    """The words and stops of a cleaned text, in order."""
    found: list[Word] = []
    at = 0
    for said in _apart(_lowered(text)):
        for stem_, start, end, plain in _parts[said] if len(said) < _LONG else _parts_of(said):
            first, last = at + start, at + end
            found.append(_word((stem_, text[first:last], first, last, plain)))
        at += len(said) + 1
    typed = list(map(_RAW, found))
    for place in _levels(list(map(str.lower, typed))) if "l" in typed or "L" in typed else ():
        found[place] = found[place]._replace(stem="level")
    return Said(found)


def _apart(lowered: str) -> list[str]:
    """What stands between the spaces; a sign is a word only where there are some around it."""
    every = lowered.split(" ")
    for place in (0, -1):
        every[place] = " " if every[place] in ("+", "-") else every[place]
    return every


def _parts_of(said: str) -> tuple[tuple[str, int, int, str], ...]:
    """The words in what stands between spaces: stem, where they begin and end, and folded."""
    spans = (match.span() for match in _WORD.finditer(f" {said} "))
    every = [(said[start - 1 : end - 1], start - 1, end - 1) for start, end in spans]
    return tuple((stem(lower), start, end, _folded(lower)) for lower, start, end in every)


# People say the same words again and again.
_parts: Mapping[str, tuple[tuple[str, int, int, str], ...]] = Remembered(_parts_of, 5_000)


def _lowered(text: str) -> str:
    """In lower case, but for a text with a letter whose lower case is longer: offsets hold."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else text


def _stemmed(lower: Sequence[str]) -> list[str]:
    found = list(map(stem, lower))
    for at in _levels(lower) if "l" in lower else ():
        found[at] = "level"
    return found


def _levels(lower: Sequence[str]) -> Iterator[int]:
    """Where a lone ``l`` stands for *level*: "L3", "l 2"."""
    for at, (first, second) in enumerate(pairwise(lower)):
        if first == "l" and len(second) == 1 and second.isdigit():
            yield at


_RAW = attrgetter("raw")
_word = partial(tuple.__new__, Word)  # without a call of Python's for each


@lru_cache(maxsize=50_000)
def stems(text: str) -> tuple[str, ...]:
    """Only the stems of a name, stops left out."""
    lower = _WORD.findall(_lowered(clean(text)))
    found = zip(lower, _stemmed(lower), strict=True)
    return tuple(part for raw, part in found if raw not in _PUNCTUATION)

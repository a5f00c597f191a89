"""Whether somebody asks for a team of theirs, not for themselves.

"Put my team of 30 through it", "for our 12 nurses": whoever asks is a manager or runs learning and
development, and has another job than those who would take the course.
"""

import re

from bot.advice.reading.patterns import Pattern, Phrase

_SET = r"(?:team|staff|department|dept|crew|workforce|employees)"
_THEM = (
    r"(?:people|staff|employees|workers|members|guys|lads|reports|managers|supervisors|engineers|"
    r"analysts|developers|devs|agents|nurses|carers|teachers|drivers|technicians|operatives|"
    r"apprentices|trainees|learners|users)"
)
_PUT = (
    r"(?:put|putting|send|sending|train|training|certify|certifying|upskill|upskilling|enrol|"
    r"enroll|enrolling|roll \w+ out to|rolling \w+ out to)"
)
_OURS = (
    rf"(?:all )?(?:my|our|the whole|the entire)(?: (?!team|staff)[a-z'&-]+){{0,2}}? "
    rf"(?:{_SET}|{_THEM})"
)
_NO_PEOPLE = r"(?!years|yrs|months|weeks|days|hours|hrs|mins|minutes|certs|courses|credits|points)"
_MANY = rf"\d{{2,5}} {_NO_PEOPLE}(?:[a-z'&-]+ ){{0,2}}?"
_COURSE = (
    r"(?:c\d|cert|certs|certificate|certification|course|courses|badge|badges|training|"
    r"qualification)"
)
_TEAM = Phrase(
    rf"(?:(?:{_PUT}|for|across)(?: (?!in|be|manage|lead|run)[\w'&-]+){{0,3}}? "
    rf"{_SET} of (?:about |around |over |some )?\d+"
    rf"|(?:for|{_PUT}|across|among|to)(?: (?:all|my|our|the|about|around|over)){{0,3}} "
    rf"{_MANY}(?:{_THEM}|r\d)"
    rf"|(?:my|our) {_MANY}(?:{_NO_PEOPLE}[a-z]{{3,}}s|r\d)"
    rf"|{_PUT} (?:{_OURS}|(?:all )?(?:my|our) r\d)"
    rf"|{_COURSE} for {_OURS})(?!\S)"
)
# One of these, or a number of two digits, is in all that the pattern finds.
_TWO_DIGITS = Pattern(r"\d\d")
_TOLD_BY = frozenset(re.findall(r"[a-z]+", f"{_SET} {_THEM} {_PUT}")) - {"w", "out", "to"}


def asks_for_team(marked: str) -> bool:
    """Whether the verdict would be for several people; ``marked`` is the line with its marks."""
    may = not _TOLD_BY.isdisjoint(marked.split()) or _TWO_DIGITS.search(marked) is not None
    return may and _TEAM.search(marked) is not None

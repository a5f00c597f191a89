"""Hostile inputs, the same ones every time: each kind alone, mixed, and inside lines that work."""

import time
from collections.abc import Awaitable, Callable, Iterator
from random import Random
from typing import Any

from bot.commands.command import Command
from bot.commands.table import COMMANDS

UNSEEN = (
    "\u202e", "\u202aevil\u202c", "\u2066evil\u2069", "\u200b", "a\u200bb\u200cc\u200dd",
    "\u200e\u200f", "\0", "nul\0nul", "\x07\x08", "\x1b[31mred\x1b[0m",
    "\x1b]8;;https://evil.example\x07x", "\r", "\n", "\t", "\x85", "\u2028", "\u2029", "\ufeff",
    "\u00ad", "\u2060", "\u180e", "\ufff9\ufffa\ufffb", "\ud800", "\udfffx", "\ud83d", "\ue000",
    "\U0010fffd", "\uffff", "\U0010ffff", "\U000e0041\U000e0042",
)  # fmt: skip
LETTERS = (
    "z\u0301\u0302\u0303\u0304\u0305\u0306a\u0336\u0337\u0338\u0339lgo", "\u0301" * 300,
    "\ufdfa", "\ufdfa" * 40, "ﬃ", "½", "²", "İ", "ß", "ǅ", "ſ", "K", "ͅ", "ᾳ", "ΐ", "é",
    "e\u0301", "ẞ", "Ϲoursera", "Cоursera", "rnicrosoft", "Ｇｏｏｇｌｅ", "𝐆𝐨𝐨𝐠𝐥𝐞",
    "G00gle", "Harward Online University", "👩‍💻", "🏴‍☠️", "👨‍👩‍👧‍👦", "日本語",
    "שלום", "مرحبا", "हिन्दी", "ไทย", "\ufffd",
)  # fmt: skip
LIVE = (
    "@everyone", "@here", "<@&123>", "<@123>", "<#123>", "</cmd:1>", "<t:0:R>", "<id:guide>",
    "<!channel>", "<!here>", "<!subteam^S1>", "<@U123>", "<https://a.b|x>", "&lt;!channel&gt;",
    "[text](https://evil.example)", "**b** __u__ ~~s~~ ||x||", "```\ncode", "`x`", "# heading",
    "> quote", "- list", "<script>alert(1)</script>", "{0}", "{goal}", "{}", "%s",
    "{text.__class__}", "=1+1", "+cmd|' /C calc'!A0", "-1", "@SUM(1)", "' OR 1=1 --",
    "../../etc/passwd", "%00", "${HOME}",
)  # fmt: skip
NUMBERS = (
    "0", "-1", "-0", "9" * 20, "9" * 400, "1" * 5_000, str(2**63), str(-(2**63) - 1), "NaN",
    "nan", "inf", "-Infinity", "1e400", "1e-400", "0x10", "1_000", "1,5", "٣", "²", "10 years",
    "-5 years", "1e9 years",
)  # fmt: skip
DATES = (
    "2026-02-31", "2026-02-29", "9999-12-31", "0000-01-01", "0001-01-01", "10000-01-01",
    "2026-W12", "2026-W12-1", "2026-366", "2026-13", "2026-3-1", "20260301", "2026/03/31",
    "31.03.2026", "2026-03-31T09:00", "２０２６-０３", "٢٠٢٦-٠٣", "-2026-01", "1949", "2101",
    "localtime", "tomorrow",
)  # fmt: skip
LINKS = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "file:///etc/passwd", "data:text/html,x",
    "//x.example", "https://user@host.example/", "https://user:pw@a.example",  # pragma: allowlist secret  # noqa: E501
    "https://xn--pypl-53dc.example/", "https://exаmple.com", "https:\\\\evil.example",
    "https://a.example\\@b.example", "https://[::1", "https://[::1]/",
    "https://a.example:99999/", "https://a.example:x/", "http://a.example",
    "https://ok.example/x?y=1#z", "https://ok.example/\u202egpj",
    "https://a.example/" + "x" * 500,
)  # fmt: skip
QUOTES = (
    "don't", "a\\", "\\", "“smart quotes”", "“open", '"open', '"', '""', '"a" "b"',
    "'single'", "„low”", "«x»", "`", ":", "::::", "a:b", "a: b", "title:", "role:x", "about:",
    "show:why", "then:", "then:/help", "then:then:", "text:", "credential:", ",", ";", "|",
    ";|;|;", "a|b|earned", "/", "//", "/help", "/as x",
)  # fmt: skip
LONG = (
    "x" * 5_000, "a " * 3_000, "[a](" * 1_000, "(" * 2_000, '"' * 3_000, ":" * 3_000,
    "a:" * 2_000, "e\u0301" * 1_500, "AZ-900 " * 500, "or " * 1_000, "from " * 800,
    "is it worth it " * 250, "i am a nurse and want to become a " * 110, "20 years " * 400,
    "a, " * 1_300, "9" * 11_990, "\ufdfa" * 3_900, "\U0001d400" * 3_900, "😀" * 3_900,
    "x" * 100_000, "\u0301" * 100_000,
)  # fmt: skip
PLAIN = (
    "c1", "p1", "e1", "d1", "C1", "c", "data analyst", "nursing", "AZ-900", "CSM or PSM", "yes",
    "none", "google data cert", "Coursra", "my boss pays", "a guaranteed job", "2026-03", "sql",
    "earned", "",
)  # fmt: skip
KINDS = (UNSEEN, LETTERS, LIVE, NUMBERS, DATES, LINKS, QUOTES, PLAIN)
ATOMS: tuple[str, ...] = tuple(atom for kind in KINDS for atom in kind) + LONG
HOSTS = (
    "is AZ-900 from Coursera worth it for a data analyst", "https://a.example/x", "2026-03-31",
    "I am a nurse and want to become a teacher, google data cert?",
    "led a sales team for 3 years",
)  # fmt: skip


def value(random: Random) -> str:
    """One hostile value."""
    way = random.random()
    if way < 0.5:
        return random.choice(random.choice(KINDS))
    if way < 0.6:
        return random.choice(ATOMS)
    if way < 0.8:
        parts = (random.choice(ATOMS)[:300] for _ in range(random.randint(2, 5)))
        return random.choice((" ", "", "\n")).join(parts)
    if way < 0.9:
        tops = (0x250, 0x3000, 0x110000)
        return "".join(
            chr(random.randrange(random.choice(tops))) for _ in range(random.randint(1, 60))
        )
    host = random.choice(HOSTS)
    at = random.randrange(len(host))
    return host[:at] + random.choice(ATOMS)[:50] + host[at:]


def quoted(random: Random, text: str) -> str:
    """A value in quotes of some kind, closed or not."""
    return random.choice(('"{}"', "{}", "“{}”", '"{}', '{}"')).replace("{}", text)


def _values(random: Random, command: Command) -> dict[str, str]:
    """The values of a form, as a platform hands them over."""
    names = [option.name for option in command.fields]
    found = {
        n: _fitting(random, n, command) for n in names if n == names[0] or random.random() < 0.6
    }
    if random.random() < 0.03:
        found[random.choice(("x", "self", "__class__", ""))] = "1"
    return found


def _fitting(random: Random, name: str, command: Command) -> str:
    """A value, now and then one of the option's own choices."""
    (option,) = [o for o in command.fields if o.name == name]
    if option.choices and random.random() < 0.7:
        return random.choice(option.choices)
    return value(random)


def _line(random: Random, command: Command) -> str:
    """A typed line with some options, in any order."""
    parts = [quoted(random, value(random))] if random.random() < 0.5 else []
    named = [o.name for o in command.fields if o.required or random.random() < 0.4]
    parts += [f"{name}:{quoted(random, _fitting(random, name, command))}" for name in named]
    random.shuffle(parts)
    return " ".join([f"/{command.name}", *parts])


def asks(name: str, part: int, number: int) -> Iterator[dict[str, Any]]:
    """So many asks for one command, as what an adapter would hand over; each part has its own."""
    random, command = Random(f"{name} {part}"), COMMANDS[name]
    for _ in range(number):
        way = random.random()
        if way < 0.3:
            yield {"command": name, "values": _values(random, command)}
        elif way < 0.4 and command.example:
            at = random.randrange(len(command.example))
            text = random.choice(ATOMS)[:200]
            yield {"line": command.example[:at] + text + command.example[at:]}
        elif way < 0.6 and name == "advise":
            words = " ".join(value(random) for _ in range(random.randint(1, 4)))
            yield {"line": words, "of_others": random.random() < 0.3}
        elif way < 0.7 and command.fields and command.fields[-1].rest:
            inner = random.choice(("/advise ", "/compare ", "/check ", "/suggest ", "/cv", ""))
            yield {"line": f"{_line(random, command)} then:{inner}{value(random)}"}
        else:
            yield {"line": _line(random, command)}


SHRINKING = 30  # seconds

Problem = Callable[[dict[str, Any]], Awaitable[str]]


async def shrunk(ask: dict[str, Any], problem: Problem) -> dict[str, Any]:
    """The ask with what the same problem does not need taken away, as far as there is time."""
    whole, until = await problem(ask), time.monotonic() + SHRINKING
    smaller = True
    while smaller:
        smaller = False
        for less in _smaller(ask):
            if time.monotonic() > until:
                break
            if await problem(less) == whole:
                ask, smaller = less, True
                break
    return ask


def _smaller(ask: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The ask with one value, or with a stretch of one text, left out; large stretches first."""
    values = ask.get("values", {})
    for key in values:
        yield {**ask, "values": {k: v for k, v in values.items() if k != key}}
    for key, text in values.items():
        for less in _shorter(text):
            yield {**ask, "values": {**values, key: less}}
    for less in _shorter(ask.get("line", "")):
        yield {**ask, "line": less}


def _shorter(text: str) -> Iterator[str]:
    step = len(text)
    while step := step // 2:
        for at in range(0, len(text), step):
            yield text[:at] + text[at + step :]


def shown(ask: dict[str, Any]) -> str:
    """An ask short enough for a message."""
    return ascii(ask)[:600]

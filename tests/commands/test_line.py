"""How command lines are read: quotes, colons, names of options, and what is said to slips."""

from collections.abc import Callable
from contextlib import suppress
from timeit import timeit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.advice.words import Words
from bot.commands.command import Command, Refused
from bot.commands.line import parse
from bot.commands.quoting import written
from bot.commands.table import COMMANDS
from tests.sizes import size

WORDS = Words()

READ = [
    # free text
    ("is AZ-900 worth it?", "advise", {"text": "is AZ-900 worth it?"}),
    ("  don't I need it  ", "advise", {"text": "don't I need it"}),
    ("goal set data analyst", "advise", {"text": "goal set data analyst"}),
    ("role: data analyst", "advise", {"text": "role: data analyst"}),
    # the first option without its name
    ("/goal set data analyst", "goal set", {"role": "data analyst"}),
    ("/GOAL  Set data analyst", "goal set", {"role": "data analyst"}),
    ("/ goal set data analyst", "goal set", {"role": "data analyst"}),
    ("/goal set", "goal set", {}),
    ("/goal show", "goal show", {}),
    ("/help goal", "help", {"command": "goal"}),
    # named options
    ("/goal set role:nurse industry:health", "goal set", {"role": "nurse", "industry": "health"}),
    ("/goal set nurse horizon:next May", "goal set", {"role": "nurse", "horizon": "next May"}),
    ("/goal set industry:health nurse", "goal set", {"industry": "health nurse"}),
    ("/goal set role: nurse", "goal set", {"role": "nurse"}),
    ("/goal set nurse industry:", "goal set", {"role": "nurse", "industry": ""}),
    ("/goal set nurse role:teacher", "goal set", {"role": "teacher nurse"}),
    # quotes
    ('/goal set "car dealer" horizon:May', "goal set", {"role": "car dealer", "horizon": "May"}),
    ('/goal set role:"data analyst"', "goal set", {"role": "data analyst"}),
    ('/goal set horizon:"next May" data analyst', "goal set",
     {"horizon": "next May", "role": "data analyst"}),
    ('/goal set "role:x industry:y"', "goal set", {"role": "role:x industry:y"}),
    ('/goal set role:"a" "b"', "goal set", {"role": 'a "b"'}),
    ('/goal set "a" or "b"', "goal set", {"role": '"a" or "b"'}),
    ('/goal set role:"open quote', "goal set", {"role": "open quote"}),
    ('/goal set "open quote', "goal set", {"role": "open quote"}),
    ('/goal set role:""', "goal set", {"role": ""}),
    ("/goal set don't know", "goal set", {"role": "don't know"}),
    ("/goal set role:'data analyst'", "goal set", {"role": "'data analyst'"}),
    ("/goal set a\\", "goal set", {"role": "a\\"}),
    ('/goal set "a\\"', "goal set", {"role": "a\\"}),
    # smart quotes
    ("/goal set “car dealer” horizon:May", "goal set", {"role": "car dealer", "horizon": "May"}),
    ("/goal set role:„data analyst“", "goal set", {"role": "data analyst"}),
    ("/goal set role:“open", "goal set", {"role": "open"}),
    # colons that name nothing
    ("/credential add x link:https://a.example/b?c=d:e", "credential add",
     {"title": "x", "link": "https://a.example/b?c=d:e"}),
    ("/credential add https://a.example", "credential add", {"title": "https://a.example"}),
    ("/project add Sales: a dashboard", "project add", {"title": "Sales: a dashboard"}),
    ("/project add 10:30 report", "project add", {"title": "10:30 report"}),
    ("/match We need: SQL. next: Excel", "match", {"text": "We need: SQL. next: Excel"}),
    ("/compare text: CSM or PSM", "compare", {"text": "CSM or PSM"}),
    ("/advise goal:nurse is this: good", "advise", {"goal": "nurse is this: good"}),
    ("/advise what about this: AZ-900", "advise", {"text": "what about this: AZ-900"}),
    # the rest of a line as it stands
    ('/answer about:goal choice:nurse then:/advise text:"a b" goal:x', "answer",
     {"about": "goal", "choice": "nurse", "then": '/advise text:"a b" goal:x'}),
    ('/answer about:goal asked:"and then: x" then:/help then:y', "answer",
     {"about": "goal", "asked": "and then: x", "then": "/help then:y"}),
    # what cannot be seen
    ("/goal\u200b set\u202e data\0 analyst", "goal set", {"role": "data analyst"}),
    ("/goal set data\nanalyst", "goal set", {"role": "data analyst"}),
]  # fmt: skip

REFUSED = [
    ("/", "I do not know “/”. Type /help to see every command."),
    ("/nonsense here now", "I do not know “/nonsense here”. Type /help to see every command."),
    ("/sugest", "I do not know “/sugest”. Did you mean /suggest?"),
    ("/gaol set nurse", "I do not know “/gaol set”. Did you mean /goal set?"),
    ("/goal", "Say which one you mean: /goal clear, /goal set, or /goal show."),
    ("/goal sett nurse", "Say which one you mean: /goal clear, /goal set, or /goal show."),
    ("/goal set rolle:nurse", "/goal set has no option “rolle”. Did you mean role:?"),
    (
        "/goal set nurse sitaution:x",
        "/goal set has no option “sitaution”. Did you mean situation:?",
    ),
    (
        "/education add BSc foo:bar",
        "/education add has no option “foo”; it takes title: and kind:.",
    ),
    ("/cv foo:bar", "/cv takes no options."),
    ("/cv please", "/cv takes nothing more; send it alone."),
    ("/advise credental:AZ-900", "/advise has no option “credental”. Did you mean credential:?"),
]


@pytest.mark.parametrize(("text", "command", "values"), READ, ids=[r[0] for r in READ])
def test_line_is_read(text: str, command: str, values: dict[str, str]) -> None:
    """A line is read as the command and the values that the person meant."""
    line = parse(text, WORDS)
    assert (line.command.name, line.values) == (command, values)


@pytest.mark.parametrize(("text", "sentence"), REFUSED, ids=[r[0] for r in REFUSED])
def test_slip_gets_a_sentence(text: str, sentence: str) -> None:
    """A line that names no command or option is answered with what was meant or what there is."""
    with pytest.raises(Refused) as found:
        parse(text, WORDS)
    assert str(found.value) == sentence


PIECES = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        [*(f"/{name} " for name in COMMANDS), '"', "“", "”", "„", ":", "then:", "/", " "]
    ),
    st.sampled_from([f"{o.name}:" for c in COMMANDS.values() for o in c.fields]),
)


@settings(deadline=None, max_examples=size(300, 30_000))
@given(st.lists(PIECES, max_size=12).map("".join))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Whatever is typed, the parser returns a known command's own options, or one sentence."""
    try:
        line = parse(text, WORDS)
    except Refused as problem:
        sentence = str(problem)
        assert sentence.endswith((".", "?"))
        return
    assert COMMANDS[line.command.name] is line.command
    assert line.values.keys() <= {o.name for o in line.command.fields}


PLAIN = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=40)
WITH_OPTIONS = [c for c in COMMANDS.values() if c.fields and not any(o.rest for o in c.fields)]


@settings(deadline=None, max_examples=size(300, 30_000))
@given(st.sampled_from(WITH_OPTIONS), st.data())
def test_a_written_line_is_read_back(command: Command, data: st.DataObject) -> None:
    """A line that a button carries is read back as the values it was written from."""
    values = {o.name: data.draw(PLAIN, label=o.name) for o in command.fields}
    meant = {k: _as_written(v) for k, v in values.items()}
    line = parse(written(command.name, **values), WORDS)
    assert (line.command.name, line.values) == (
        command.name,
        {k: meant[k] for k, v in values.items() if v},
    )


def _as_written(value: str) -> str:
    """A value as a line can hold it: double quotes become single ones, spaces are single."""
    for quote in '"“”„':
        value = value.replace(quote, "'")
    return " ".join(value.split())


def test_reading_stays_linear() -> None:
    """Ten times the text takes no more than about ten times as long, whatever it is made of."""
    for piece in ('"', ":", "a:", 'role:"', "then:", "“", "[a](", "\\", "a "):
        short, long = (_reads(piece * (n // len(piece))) for n in (1_000, 10_000))
        times = [min(timeit(run, number=3) for _ in range(size(3, 9))) for run in (short, long)]
        assert times[1] < 40 * times[0] + 0.01, piece


def _reads(text: str) -> Callable[[], None]:
    def run() -> None:
        for command in ("/goal set ", "/answer ", "/match "):
            with suppress(Refused):
                parse(command + text, WORDS)

    return run

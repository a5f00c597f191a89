"""The tables are complete: no command, option, choice or button without a row."""

from types import ModuleType

import pytest

from bot.advice.words import Words
from bot.commands.command import Refused
from bot.commands.line import Line, parse
from bot.commands.table import COMMANDS
from bot.reply import plain
from tests.commands import (
    test_commands_advice,
    test_commands_lists,
    test_commands_more,
    test_commands_nudge,
)
from tests.commands.talk import Row, Talk, row

TABLES: tuple[ModuleType, ...] = (
    test_commands_advice,
    test_commands_lists,
    test_commands_more,
    test_commands_nudge,
)
ROWS = [r for table in TABLES for r in table.ROWS]


def rows(kind: str) -> list[Row]:
    """Every row of one kind: ROWS work, REFUSED do not."""
    return [r.values[0] for table in TABLES for r in getattr(table, kind)]


def lines(kind: str) -> list[Line]:
    """Every line that the rows say."""
    found = []
    for given in rows(kind):
        try:
            found.append(parse(given.says, Words()))
        except Refused:
            assert kind == "REFUSED"
    return found


def test_every_command_is_in_the_tables() -> None:
    """Every command has a row that works."""
    assert {line.command.name for line in lines("ROWS")} == set(COMMANDS)


def test_every_needed_option_is_missed_once() -> None:
    """Every command that needs something has a row that shows what is said when it is missing."""
    needs = {n for n, c in COMMANDS.items() if any(o.required for o in c.fields) and not c.hidden}
    said = {
        parse(r.says, Words()).command.name for r in rows("REFUSED") if " needs " in r.expects[0]
    }
    twins = {"providers distrust", "experience remove", "education remove"}
    twins |= {"project remove", "credential remove"}
    assert needs - said <= twins


def test_every_option_is_used() -> None:
    """Every option of every command stands in a row that works."""
    used = {(line.command.name, name) for line in lines("ROWS") for name in line.values}
    carried = {("credential add", "projects")}  # by the button that puts one back
    there = {(n, o.name) for n, c in COMMANDS.items() for o in c.fields} - carried
    assert there - used == set()


@pytest.mark.parametrize("name", [n for n, c in COMMANDS.items() if c.example])
async def test_every_example_works(talk: Talk, name: str) -> None:
    """The example in the help of every command works as it stands for a person with a profile."""
    await talk.well("/credential add CSM", "/project add sales dashboard")
    await talk.well("/experience add retail", "/education add BA", "/nudge on zone:UTC")
    reply = await talk.say(COMMANDS[name].example)
    assert reply.ok, plain(reply)
    assert reply.command == name


@pytest.mark.parametrize(
    ("says", "hint"),
    [
        ("/goal show", "/goal set data analyst"),
        ("/credential list", "/credential add AZ-900 status:earned"),
        ("/experience list", "/experience add retail years:3"),
        ("/education list", "/education add BSc Biology kind:degree"),
        ("/suggest", '/suggest goal:"data analyst"'),
    ],
)
async def test_every_hint_works(talk: Talk, says: str, hint: str) -> None:
    """What an empty list suggests to try works when it is typed."""
    assert hint in await talk.text(says)
    await talk.well(hint)


@pytest.mark.parametrize("given", ROWS)
async def test_every_button_is_a_line_that_works(talk: Talk, given: Row) -> None:
    """Each button of every answer, pressed in a state like that of its answer, is taken well."""
    talk.can_share = True
    await talk.well(*given.before)
    reply = await talk.say(given.says)
    labels = [action.label for action in reply.actions]
    assert len(set(labels)) == len(labels)
    for action in reply.actions:
        assert action.label.strip()
        assert action.line.startswith("/")
        pressed = await talk.say(action.line)
        assert pressed.ok, f"[{action.label}] {action.line}: {plain(pressed)}"


@pytest.mark.parametrize(
    "given", [row("AZ-900 from Coursra" + " very" * 790, id="4,000 characters")]
)
async def test_buttons_of_a_long_question_work(talk: Talk, given: Row) -> None:
    """The buttons under the longest question that is answered work too."""
    await test_every_button_is_a_line_that_works(talk, given)
    assert len(talk.replies[0].actions) > 2

"""Buttons and menus: what they carry, for whom, and what a press of one says."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Any

from msgspec import Struct

from adapters.slack import limits
from adapters.slack.blocks import Block, plain
from bot.advice.words import N_, Words
from bot.person import Person
from bot.reply import Action
from bot.store import Store

SAY, FORM, KEPT = "=", "?", "#"  # a line to send; a line to fill in as a form; a kept line's key
PREFIX, CHOICE = "say", "pick"
_GRAVE = ("privacy delete",)


class Press(Struct, frozen=True):
    """A button as it comes back: whose it was and what it carries."""

    owner: str
    value: str


async def carried(
    store: Store, person: Person, actions: Sequence[Action], now: datetime
) -> dict[str, str]:
    """What each action's button carries: its line, or the key of a line too long to carry."""
    most = limits.OPTION_VALUE if _menu(actions) else limits.VALUE
    found: dict[str, str] = {}
    for action in actions:
        value = SAY + action.line
        if len(value) > most:
            value = KEPT + await store.keep_line(person, action.line, now)
        found[action.line] = value
    return found


async def meant(store: Store, person: Person, value: str) -> str | None:
    """The line behind a value, for its own person; None when it is nobody's any more."""
    if value.startswith(KEPT):
        return await store.line(person, value[1:])
    return value[1:] if value[:1] in (SAY, FORM) else None


def chosen(action: Mapping[str, Any]) -> bool:
    """Whether it is one of the choices of a question."""
    return str(action.get("action_id") or "").startswith(f"{CHOICE}:")


def pressed(action: Mapping[str, Any]) -> Press:
    """The press in a ``block_actions`` payload's action."""
    owner = str(action.get("action_id") or "").split(":")[-1]
    option = action.get("selected_option") or {}
    return Press(owner, str(option.get("value") or action.get("value") or ""))


def _menu(actions: Sequence[Action]) -> bool:
    return sum(a.choice for a in actions) >= limits.MENU_FROM


def grave(line: str) -> bool:
    """Whether a line takes something away for good, so that its button asks first."""
    words = line[1:].split(None, 2)
    return " ".join(words[:2]) in _GRAVE or (words[1:2] == ["remove"] and len(words) > 2)


def _confirm(action: Action, say: Words) -> Block:
    text = say(N_("There is no way back but the copy that you get."))
    if not action.line.startswith("/privacy"):
        text = say(N_("It leaves your list."))
    return {
        "title": plain(action.label, limits.CONFIRM_TITLE),
        "text": plain(text, limits.CONFIRM_TEXT),
        "confirm": plain(say(N_("Yes")), 30),
        "deny": plain(say(N_("No")), 30),
        "style": "danger",
    }


def button(action: Action, value: str, number: int, owner: str, say: Words) -> Block:
    """One button."""
    found: Block = {
        "type": "button",
        "action_id": f"{CHOICE if action.choice else PREFIX}:{number}:{owner}",
        "text": plain(action.label, limits.BUTTON),
        "value": value,
    }
    if grave(action.line):
        found |= {"style": "danger", "confirm": _confirm(action, say)}
    elif action.public:
        found["style"] = "primary"
    return found


def _select(actions: Sequence[Action], carry: Mapping[str, str], owner: str, say: Words) -> Block:
    options = [
        {"text": plain(a.label, limits.OPTION), "value": carry[a.line]}
        for a in actions[: limits.OPTIONS]
    ]
    return _static(options, f"{CHOICE}:menu:{owner}", say(N_("Choose")))


def _static(options: list[Block], action_id: str, placeholder: str) -> Block:
    return {
        "type": "static_select",
        "action_id": action_id,
        "placeholder": plain(placeholder, limits.PLACEHOLDER),
        "options": options,
    }


def menu(options: Sequence[tuple[str, str]], owner: str, placeholder: str) -> Block:
    """A menu of (what is shown, what it carries), which is no answer to a question."""
    shown = [
        {"text": plain(text, limits.OPTION), "value": value}
        for text, value in options[: limits.OPTIONS]
    ]
    return {"type": "actions", "elements": [_static(shown, f"{PREFIX}:menu:{owner}", placeholder)]}


def rows(
    actions: Sequence[Action], carry: Mapping[str, str], owner: str, say: Words
) -> list[Block]:
    """The actions as blocks: many choices as a menu, everything else as buttons."""
    found: list[Block] = []
    loose = list(actions)
    if _menu(actions):
        choices = [a for a in actions if a.choice]
        loose = [a for a in actions if not a.choice]
        found.append({"type": "actions", "elements": [_select(choices, carry, owner, say)]})
    buttons = [button(a, carry[a.line], n, owner, say) for n, a in enumerate(loose)]
    return [*found, *({"type": "actions", "elements": row} for row in _even(buttons))]


def _even(buttons: Sequence[Block]) -> list[list[Block]]:
    """Rows of about the same length: six are three and three, not five and one."""
    count = -(-len(buttons) // limits.ROW)
    ends = [round(len(buttons) * n / count) for n in range(count + 1)] if count else [0]
    return [list(buttons[a:b]) for a, b in pairwise(ends)]

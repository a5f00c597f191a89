"""A reply as messages and views, within what Slack takes. Pure."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from adapters.slack import limits
from adapters.slack.blocks import Block, blocks, fine, plain
from adapters.slack.buttons import rows
from adapters.slack.spoken import spoken, spoken_part
from adapters.slack.text import marked_safe, short
from bot.advice.words import N_, Words
from bot.reply import Reply
from bot.reply import plain as plain_text

Message = dict[str, Any]
View = dict[str, Any]
NO_CARRY: Mapping[str, str] = {}


def size(block: Block | list[Block]) -> int:
    """How much of a message it takes."""
    return len(json.dumps(block, ensure_ascii=False))


def fits(found: list[Block], room: int) -> bool:
    """Whether blocks take no more than ``room``; most are far below, which is seen at once."""
    try:
        quick = msgspec.json.encode(found)
    except UnicodeEncodeError:  # half a character
        return size(found) <= room
    # ``size`` counts letters, not bytes, and a space behind each of these where JSON has them.
    most = len(quick) + quick.count(b",") + quick.count(b":")
    return most <= room or size(found) <= room


def pages(found: Iterable[Block], most: int, room: int) -> list[list[Block]]:
    """Blocks in pages of at most so many blocks and so much JSON."""
    found = list(found)
    if len(found) <= most and fits(found, room):
        return [found]
    made: list[list[Block]] = [[]]
    used = 0
    for block in found:
        needed = size(block)
        if made[-1] and (len(made[-1]) == most or used + needed > room):
            made.append([])
            used = 0
        made[-1].append(block)
        used += needed
    return made


def body(reply: Reply) -> list[Block]:
    """The parts of a reply."""
    return [block for part in reply.parts for block in blocks(spoken_part(part))]


def fallback(reply: Reply) -> str:
    """What notifications and screen readers get."""
    return marked_safe(short(spoken(plain_text(reply) or reply.title), limits.FALLBACK)) or "–"


def messages(reply: Reply, carry: Mapping[str, str], owner: str, say: Words) -> list[Message]:
    """The messages of a reply, mostly one; the buttons stand under the last."""
    found = [*body(reply), *rows(reply.actions, carry, owner, say)]
    made = pages(found, limits.MESSAGE_BLOCKS, limits.MESSAGE_JSON)
    text = fallback(reply)
    return [
        {
            "text": text if number == 0 else marked_safe(short(reply.title, limits.BUTTON)) or "–",
            "blocks": page,
            "unfurl_links": False,
            "unfurl_media": False,
        }
        for number, page in enumerate(made)
    ]


def modal(
    title: str,
    found: Sequence[Block],
    say: Words,
    *,
    place: str = "",
) -> View:
    """A modal that shows something and takes nothing."""
    first, *rest = pages(found, limits.VIEW_BLOCKS - 1, limits.VIEW_JSON)
    if rest:
        first += fine(say(N_("There is more than fits in here: I wrote you all of it.")))
    return {
        "type": "modal",
        "title": plain(title, limits.VIEW_TITLE),
        "close": plain(say(N_("Close")), limits.VIEW_TITLE),
        "private_metadata": place,
        "blocks": first or list(fine("–")),
    }


def shown(
    reply: Reply, carry: Mapping[str, str], owner: str, say: Words, *, place: str = ""
) -> View:
    """A reply as a modal."""
    found = [*body(reply), *rows(reply.actions, carry, owner, say)]
    return modal(reply.title, found, say, place=place)


def overflows(reply: Reply, carry: Mapping[str, str], owner: str, say: Words) -> bool:
    """Whether a modal shows only the beginning of a reply."""
    found = [*body(reply), *rows(reply.actions, carry, owner, say)]
    return len(pages(found, limits.VIEW_BLOCKS - 1, limits.VIEW_JSON)) > 1


def waiting(say: Words, *, place: str = "") -> View:
    """A modal for the moment in which an answer is not ready yet."""
    return modal("Badgewise", list(fine(say(N_("One moment…")))), say, place=place)

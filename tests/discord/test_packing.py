"""Buttons carry what they say, without a look into the database."""

import random
import time
import zlib

import pytest

from adapters.discord.buttons import read
from adapters.discord.limits import CUSTOM_ID
from adapters.discord.packing import packed, unpacked
from tests.discord.people import Member
from tests.discord.seeing import buttons
from tests.discord.test_rendering import PIECES
from tests.sizes import size

LINES = (
    (
        '/credential add title:"Microsoft Certified: Power BI Data Analyst Associate (PL-300)"'
        " provider:Microsoft status:earned"
    ),
    (
        '/advise credential:"Google Data Analytics Professional Certificate" goal:"data analyst" '
        "show:why"
    ),
    (
        '/advise show:why text:"im a nurse & wanna become a data analyst, is the google data cert '
        'worth it? my boss would pay half of it"'
    ),
    '/share then:/advise text:"ist das Zertifikat für Führungskräfte gut? ¿vale la pena? 値する"',
)


def test_lines_come_back_whole() -> None:
    """Whatever a line is made of, it comes back letter by letter."""
    chance = random.Random(7)
    for _ in range(size(2_000, 50_000)):
        line = "".join(chance.choice(PIECES) for _ in range(chance.randint(0, 9)))
        line = line.replace("\ud800", "?")
        assert unpacked(packed(line)) == line


@pytest.mark.parametrize("line", LINES)
def test_usual_lines_fit(line: str) -> None:
    """The lines of usual answers get so short that they fit beside a person's number."""
    assert len(packed(line)) <= CUSTOM_ID - len("99pOPU 2a0cz1l0b7k3z ")


def test_packed_before() -> None:
    """A button that an earlier version packed is read by this one."""
    assert unpacked("笀濂彍瘢睠掭徊瘸憬塡證牂溜掺欀捊慠慣翬英丁") == (
        '/credential add title:"Microsoft Certified: Azure Fundamentals (AZ-900)"'
        " provider:Microsoft"
    )
    everything = unpacked("樀儼唶曍熙色羬乒")
    assert zlib.crc32(everything.encode()) == 4151786487, "the dictionary itself"


@pytest.mark.parametrize("letters", ["", "x", "一", "丁" * 80, "\U0001f600", "龍" * 3, "퟿"])
def test_foreign_letters_are_refused(letters: str) -> None:
    """What was not packed here is not taken for a line."""
    with pytest.raises(ValueError, match=r"^"):
        unpacked(letters)


def test_a_bomb_stays_small() -> None:
    """Letters that stand for millions of characters give no more than a line may have."""
    began = time.process_time()
    assert len(unpacked(packed("a" * 5_000_000))) <= 12_000
    assert time.process_time() - began < 0.5


async def test_a_usual_answer_carries_its_lines(ada: Member) -> None:
    """The buttons of advice carry all they say: nothing is written for them."""
    for values in (
        {"credential": "AZ-900", "goal": "cloud engineer"},
        {"text": "is the google data cert worth it for a data analyst? I am a nurse"},
        {"text": "PL-300 or tableau desktop specialist for a data analyst"},
    ):
        answer = await ada.run("advise", **values)
        pressed = [read(custom) for custom in buttons(answer).values()]
        assert pressed
        assert not any(p is None or p.kept for p in pressed), pressed

"""The bot's one question: its choices answer it, the answer is remembered and used next time."""

from dataclasses import dataclass

import pytest

from bot.advice.learner import Learner
from bot.reply import Reply
from tests.commands.talk import Talk

CLOUD = "/goal set cloud engineer"


@dataclass(frozen=True)
class Asked:
    """A line that makes the bot ask, the choice pressed, and what the advice holds then."""

    id: str
    says: str
    question: str
    press: str
    verdict: str
    holds: dict[str, object]
    again: str
    before: str = CLOUD


QUESTIONS = [
    Asked("goal", "is AZ-900 worth it?", "What do you want to work as?", "cloud engineer",
          "do_if", {"goal": {"read": "cloud engineer", "role": "cloud-engineer"}},
          "and CSM?", "/goal clear"),
    Asked("goal by fields", "/advise credential:AZ-900", "What do you want to work as?",
          "cloud architect", "do_if",
          {"goal": {"read": "cloud architect", "role": "cloud-architect"}},
          "AZ-900?", "/goal clear"),
    Asked("role", '/advise credential:AZ-900 goal:"Chief Widgets Underwriter"',
          "Which of these comes closest?", "insurance underwriter", "skip",
          {"goal": {"read": "Chief Widgets Underwriter", "role": "insurance-underwriter"}},
          "/advise credential:AZ-900 goal:“chief widgets underwriters”"),
    Asked("role of a remembered goal", "AZ-900?", "Which of these comes closest?",
          "insurance underwriter", "skip",
          {"goal": {"read": "Chief Widgets Underwriter", "role": "insurance-underwriter"}},
          "PL-300?", "/goal set Chief Widgets Underwriter"),
    Asked("skills", "is flimflam certification worth it?", "mainly teach?", "Linux", "do_if",
          {"shared_skills": ["linux"]}, "Flimflam  Certification??"),
    Asked("skills by fields", "/advise credential:Flimflam", "mainly teach?", "computer networking",
          "do_if", {"shared_skills": ["networking"]}, "/advise credential:flimflam"),
    Asked("issuer, yes", "AZ-900 from Coursra", "Coursra", "Yes", "do_if",
          {"connection": "strong"}, "AWS cloud practitioner from coursra?"),
    Asked("issuer, no", "AZ-900 from Coursra", "Coursra", "No", "wait",
          {"decided_by": "unknown-issuer"}, "AWS cloud practitioner from coursra?"),
    Asked("issuer by fields, yes", "/advise credential:AZ-900 provider:Coursra", "Coursra", "Yes",
          "do_if", {"connection": "strong"}, "/advise credential:CKA provider:Coursra"),
    Asked("issuer by fields, no", "/advise credential:AZ-900 provider:Coursra", "Coursra", "No",
          "wait", {"decided_by": "unknown-issuer"}, "/advise credential:CKA provider:Coursra"),
]  # fmt: skip


def advice(reply: Reply) -> dict[str, object]:
    """The one advice of a reply."""
    (found,) = reply.advice
    return dict(found)


async def press(talk: Talk, label: str) -> Reply:
    """Presses a button under the last answer."""
    actions = talk.replies[-1].actions
    (action,) = [a for a in actions if a.label == label]
    return await talk.say(action.line)


@pytest.mark.parametrize("asked", QUESTIONS, ids=[q.id for q in QUESTIONS])
async def test_a_choice_answers(talk: Talk, asked: Asked) -> None:
    """Pressing a choice answers the first line at once, and the same is never asked again."""
    await talk.well(asked.before)
    first = await talk.say(asked.says)
    question = advice(first)["question"]
    assert isinstance(question, str)
    assert asked.question in question
    choices = [a for a in first.actions if a.choice]
    assert 2 <= len(choices) <= 6
    answered = advice(await press(talk, asked.press))
    assert answered["verdict"] == asked.verdict
    assert answered["question"] is None
    assert {key: answered[key] for key in asked.holds} == asked.holds
    assert advice(await talk.say(asked.says)) == answered
    assert advice(await talk.say(asked.again))["question"] is None


ADS = [("Yes", "do_if", "partial"), ("No", "skip", "none")]


@pytest.mark.parametrize(("label", "verdict", "connection"), ADS)
async def test_ads_decide_what_is_unknown(
    talk: Talk, label: str, verdict: str, connection: str
) -> None:
    """When nobody knows what it teaches, the second question is whether ads name it."""
    await talk.well(CLOUD)
    await talk.say("is flimflam certification from Google worth it?")
    second = await press(talk, "Something else")
    assert "ads" in str(advice(second)["question"])
    answered = advice(await press(talk, label))
    assert (answered["verdict"], answered["connection"]) == (verdict, connection)
    assert advice(await talk.say("flimflam certification from Google?")) == answered


@pytest.mark.parametrize("length", [20, 70, 150])
async def test_ads_are_remembered_for_long_titles(talk: Talk, length: int) -> None:
    """An answer counts for a title of any length."""
    title = " ".join("zq" + "abcdefghij"[n % 10] * 3 for n in range(length // 6))
    await talk.well(CLOUD)
    await talk.say(f"/advise credential:“{title}”")
    await press(talk, "Something else")
    await press(talk, "No")
    again = advice(await talk.say(f"/advise credential:“{title}”"))
    assert (again["question"], again["verdict"]) == (None, "skip")


async def test_ads_count_for_one_goal(talk: Talk) -> None:
    """What ads for one goal name says nothing of another goal."""
    await talk.well(CLOUD)
    await talk.say("is flimflam certification worth it?")
    await press(talk, "Something else")
    await press(talk, "Yes")
    other = await talk.say("is flimflam certification worth it for a florist?")
    assert "ads" in str(advice(other)["question"])


async def test_none_of_these_asks_for_another_word(talk: Talk) -> None:
    """When no role offered comes close, another word is asked for and nothing is remembered."""
    await talk.say('/advise credential:AZ-900 goal:"Chief Widgets Underwriter"')
    reply = await press(talk, "None of these")
    assert reply.title == "Then tell me another common job title for it: /goal set …"
    assert await talk.learner() == Learner()


@pytest.mark.parametrize("asked", QUESTIONS, ids=[q.id for q in QUESTIONS])
async def test_only_the_answer_is_kept(talk: Talk, asked: Asked) -> None:
    """The answer to the question is all that is remembered of the exchange."""
    await talk.well(asked.before)
    before = await talk.learner()
    await talk.say(asked.says)
    await press(talk, asked.press)
    after = await talk.learner()
    if asked.id.startswith("goal"):
        assert after.goal
        assert (after.goal.text, after.goal.role) == tuple(asked.holds["goal"].values())  # type: ignore[attr-defined]
        return
    tables = ("roles", "skills", "named_in_ads", "issuers")
    assert sum(len(getattr(after.answers, table)) for table in tables) == 1
    assert (after.goal, after.credentials) == (before.goal, before.credentials)


async def test_answers_have_an_end(talk: Talk) -> None:
    """Only the latest 200 answers of a kind are kept, so that a profile cannot grow for ever."""
    for number in range(205):
        await talk.well(f"/answer about:skills choice:sql asked:t{number}")
    kept = list((await talk.learner()).answers.skills)
    assert kept == [f"t{n}" for n in range(5, 205)]


@pytest.mark.parametrize("says", [q.says for q in QUESTIONS])
async def test_one_question_a_reply(talk: Talk, says: str) -> None:
    """However much is unknown, a reply asks one question, and every choice answers that one."""
    reply = await talk.say(says)
    about = {a.line.split("about:")[1].split()[0] for a in reply.actions if a.choice}
    assert len(about) <= 1
    assert "".join(p.text for p in reply.parts if hasattr(p, "text")).count("?") <= 2


async def test_several_at_once_ask_one_question(talk: Talk) -> None:
    """Two credentials that nobody knows are asked about one after the other."""
    await talk.well(CLOUD)
    reply = await talk.say('/compare "Flimflam certificate" or "Zorbing certificate"')
    assert len([a for a in reply.advice if a["question"]]) == 2
    choices = {a.line.split("asked:")[1].split(" then:")[0] for a in reply.actions if a.choice}
    assert len(choices) == 1

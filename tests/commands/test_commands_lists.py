"""What is remembered: goal, credentials, experience, education and projects, word by word."""

import pytest

from tests.commands.talk import Row, Talk, refusal, row, wrong

CSM = "/credential add CSM earned_on:2026-03-31"
QUUX = "/credential add Quux"
SALES = "/experience add led a sales team years:3"
BSC = "/education add BSc Biology"
CHURN = "/project add churn dashboard"
NO_DATE = "I cannot read earned_on “{}”; write it as 2026-03-31 or 2026-03."
NO_LINK = "I keep only plain https:// links; copy the address from the browser's address bar."
YEARS = "years must be a number from 0 to 70."
SITUATIONS = "staying_current, switching, first_job, returning, freelancing, or employer_sent"
PROJECT_DONE = (
    "/project done needs title; for example: /project done p1 "
    'result:"cut the weekly report from 3 hours to 20 minutes"'
)

ROWS = [
    # goal
    row("/goal set data analyst", "Your goal is data analyst.", "Set on November 24, 2026."),
    row("/goal set data analist", "I read “data analist” as data analyst."),
    row("/goal set “data analyst”", "Your goal is data analyst.", not_=("I read",)),
    row("/goal set nurse situation:First Job horizon:“next May” industry:health",
        "Your goal is registered nurse.", "Situation: looking for the first job.",
        "Industry: health.", "By: next May."),
    row("/goal set chief widgets underwriter", "I kept “chief widgets underwriter” as your goal",
        "Which of these comes closest?"),
    row("/goal set wizard of wonk", "I do not know that role. Is there a more common job title"),
    row("/goal show", "You have not set a goal yet. Try: /goal set data analyst"),
    row("/goal show", "Your goal is data analyst.", "Situation: freelancing.",
        before="/goal set data analyst situation:freelancing"),
    row("/goal clear", "I have forgotten your goal.", before="/goal set nurse"),
    row("/goal clear", "I have forgotten your goal.", id="clear nothing"),
    # credentials
    row(QUUX, "Quux is on your list.", "c1: Quux, planned."),
    row("/credential add google data cert status:in progress", "Google, in progress.",
        "I read “google data cert” as Google Data Analytics Professional Certificate."),
    row(CSM, "Scrum Alliance, earned, earned on March 31, 2026, runs out on March 31, 2028."),
    row("/credential add Quux earned_on:2026/3 expires_on:2028.5",
        "earned on March 1, 2026, runs out on May 1, 2028."),
    row("/credential add Quux earned_on:2026 status:dropped", "c1: Quux, dropped"),
    row("/credential add Quux expires_on:2020", "runs out on January 1, 2020."),
    row("/credential add Quux provider:Acme link:https://acme.example/?a=b", "c1: Quux, Acme,"),
    row("/credential add Other", "c2: Other, planned.", before=QUUX),
    row("/credential list", "You have no credentials yet. Try: /credential add AZ-900"),
    row("/credential list", "Id: c1; Credential: Certified ScrumMaster (CSM); Issuer: Scrum "
        "Alliance; Status: earned; Runs out: 2028-03-31", before=CSM),
    row("/credential edit c1 status:earned", "c1: Quux, earned.", before=QUUX),
    row("/credential edit quux earned_on:2026-05", "earned on May 1, 2026", before=QUUX),
    row("/credential edit c1 title:CSM", "changed Certified ScrumMaster (CSM).", before=QUUX),
    row("/credential edit c1 provider:Acme", "c1: Quux, Acme, planned.", before=QUUX),
    row("/credential edit c1 status:dropped", "dropped, earned on March 31, 2026", before=CSM),
    row("/credential edit c1 expires_on:2027-03", "runs out on March 1, 2027", before=QUUX),
    row("/credential edit c1 link:https://a.example", "I have changed Quux.", before=QUUX),
    row("/credential remove C1", "Quux is off your list.", before=QUUX),
    row("/credential remove scrummaster", "Certified ScrumMaster (CSM) is off", before=CSM),
    # experience
    row(SALES, "e1: led a sales team", "the work of sales representative"),
    row("/experience add flurbing", "I recognised no skill in that; name what you did"),
    row("/experience add nursing years:2.5", "the work of registered nurse and nursing."),
    row("/experience list", "You have told me of no experience yet."),
    row("/experience list", "Id: e1; What: led a sales team; Years: 3", before=SALES),
    row("/experience remove e1", "I have removed led a sales team.", before=SALES),
    row("/experience remove sales", "I have removed led a sales team.", before=SALES),
    # education
    row(BSC, "d1: BSc Biology"),
    row("/education add Registered nurse kind:Licence", "d1: Registered nurse"),
    row("/education list", "You have told me of no degree or licence yet."),
    row("/education list", "Id: d1; Title: BSc Biology; Kind: degree", before=BSC),
    row("/education list", "Kind: licence", before="/education add RN kind:Licence"),
    row("/education remove biology", "I have removed BSc Biology.", before=BSC),
    # projects
    row(CHURN, "p1: churn dashboard", not_=("It applies",)),
    row(CHURN + " credential:quux", "It applies Quux.", before=QUUX),
    row(CHURN + " state:Done", "p1: churn dashboard"),
    row(CHURN + ' result:"9% fewer" link:https://a.example', "p1: churn dashboard"),
    row("/project list", "You have no projects yet."),
    row("/project list", "Id: p1; Project: churn dashboard; State: open", before=CHURN),
    row("/project list", "Credential: Quux; State: done; Result: 9% fewer",
        before=(QUUX, CHURN + ' credential:c1 result:"9% fewer"')),
    row("/project list", "Project: churn dashboard; State: open", not_=("Quux",),
        before=(QUUX, CHURN + " credential:c1", "/credential remove c1")),
    row("/project done p1", "churn dashboard is done. Well made.", "/project done p1 result:…",
        before=CHURN),
    row("/project done p1 link:https://a.example/x", "is done.", before=CHURN),
    row("/project done churn result:“9% fewer”", "is done.", before=CHURN, not_=("Add what",)),
    row("/project remove p1", "I have removed churn dashboard.", before=CHURN),
]  # fmt: skip

REFUSED = [
    row("/goal set", "/goal set needs role; for example: "
        '/goal set "data analyst" situation:switching'),
    row('/goal set role:""', "/goal set needs role; for example: "
        '/goal set "data analyst" situation:switching'),
    row("/goal set nurse situation:bored", f"situation must be {SITUATIONS}."),
    row("/goal set nurse horizon:" + "x" * 81, "horizon is too long: at most 80 characters."),
    row("/goal set " + "x" * 201, "role is too long: at most 200 characters."),
    row("/credential add", "/credential add needs title; for example: "
        "/credential add AZ-900 status:earned earned_on:2026-03"),
    row("/credential add " + "x" * 201, "title is too long: at most 200 characters."),
    row("/credential add quux", "Quux is on your list already, as c1. "
        "Change it with /credential edit c1.", before=QUUX),
    row("/credential add Q status:finished",
        "status must be planned, in_progress, earned, or dropped."),
    row("/credential add Q earned_on:2027-01-01",
        "earned_on lies in the future; use status:in_progress until you have it."),
    row("/credential add Q earned_on:2026-02 expires_on:2025-02",
        "expires_on lies before earned_on; check the two dates."),
    *(row(f"/credential add Q earned_on:{day}", NO_DATE.format(day)) for day in (
        "2026-02-31", "2026-W12", "2026-W12-1", "9999-12-31", "31.03.2026", "0000-01", "NaN",
        "2026-13", "yesterday", "20260331", "2026-3-1-1", "1949")),
    *(row(f"/credential add Q link:{link}", NO_LINK) for link in (
        "http://a.example", "javascript:alert(1)", "file:///etc/passwd", "https://u@a.example",
        "https://u:p@a.example", "https://xn--pypl-53dc.example", "https://exаmple.com",
        "https:\\\\a.example", "https://a.example\\@b.example", '"//a.example"', "https://localhost",
        "https://[::1", "https://a.example:99999", "a.example", "https://a.example/<b>")),
    row("/credential edit", "/credential edit needs credential; for example: "
        "/credential edit c1 status:earned"),
    row("/credential edit c1", "You have no credential yet."),
    row("/credential edit c1", "Nothing to change; name what is different, such as "
        "status:earned.", before=QUUX),
    row("/credential edit c7 status:earned", "Which credential do you mean? You have c1 (Quux).",
        before=QUUX),
    row("/credential remove e", "Which credential do you mean? You have c1 (Alpha) and c2 (Beta).",
        before=("/credential add Alpha", "/credential add Beta")),
    row("/experience add", "/experience add needs area; for example: "
        "/experience add led a sales team years:3"),
    *(row(f"/experience add x years:{years}", YEARS) for years in (
        "-1", "71", "two", "NaN", "inf", "1e400", "9" * 400, "9" * 20, "0x10", "1_0_")),
    row("/experience remove e1", "You have no experience yet."),
    row("/education add", "/education add needs title; for example: "
        "/education add BSc Biology kind:degree"),
    row("/education add RN kind:diploma", "kind must be degree or licence."),
    row("/education remove d2", "Which education do you mean? You have d1 (BSc Biology).",
        before=BSC),
    row("/project add", "/project add needs title; for example: "
        "/project add sales dashboard credential:c1"),
    row(CHURN + " credential:c1", "You have no credential yet."),
    row(CHURN + " link:http://x.example", NO_LINK),
    row("/project done", PROJECT_DONE),
    row("/project done p2", "Which project do you mean? You have p1 (churn dashboard).",
        before=CHURN),
    row("/project remove p1", "You have no project yet."),
]  # fmt: skip


@pytest.mark.parametrize("given", ROWS)
async def test_list_command_answers(talk: Talk, given: Row) -> None:
    """A command on one's own list does what it says, and says what it did."""
    assert not await wrong(talk, given)


@pytest.mark.parametrize("given", REFUSED)
async def test_list_command_refuses(talk: Talk, given: Row) -> None:
    """What cannot be done is refused with one sentence that tells the way on; nothing changes."""
    assert await refusal(talk, given) == given.expects[0]

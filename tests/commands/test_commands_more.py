"""Portfolio and CV, privacy, what admins decide, and what only buttons say."""

import pytest

from tests.commands.talk import Row, Talk, refusal, row, wrong

GOAL = "/goal set data analyst"
HELD = "/credential add google data cert earned_on:2026-03"
FOOD = "/credential add food hygiene level 2 earned_on:2026"
WORK = "/experience add registered nurse years:6"
PROJECT = '/project add ward report credential:c1 result:"3 hours saved" link:https://a.example/r'
TRUST = '/providers trust "Acme Academy" reason:"our own training centre"'
ADMINS = "Only an admin can decide that; ask one."

ROWS = [
    # portfolio
    row("/portfolio", "Nothing here yet. Begin with /goal set"),
    row("/portfolio", "Your portfolio: data analyst", "- registered nurse, 6 years",
        "- ward report: 3 hours saved", "- BSc Biology", "Credentials at the core of your goal\n"
        "- Google Data Analytics Professional Certificate (earned) applied in ward report",
        "Off your goal: leave them out when you apply\n- Level 2 Award in Food Safety",
        before=(GOAL, WORK, HELD, PROJECT, "/education add BSc Biology", FOOD)),
    row("/portfolio", "Credentials that support it\n- Microsoft Certified: Azure Data",
        before=(GOAL, "/credential add DP-100")),
    row("/portfolio", "Not sorted yet\n- Google Data", "Set a goal, and I can tell core from",
        before=HELD),
    row("/portfolio", "(earned) not applied yet", before=(GOAL, HELD)),
    row("/portfolio", "(planned)", before=(GOAL, "/credential add PL-300"), not_=("not applied",)),
    # cv
    row("/cv", "There is nothing to write yet: add work with /project add"),
    row("/cv", "RESULTS AND PROJECTS\n• ward report: 3 hours saved (https://a.example/r)\n\n"
        "EXPERIENCE\n• registered nurse, 6 years\n\nEDUCATION AND LICENCES\n• BSc Biology\n\n"
        "CREDENTIALS\n• Google Data Analytics Professional Certificate, Google, 2026; applied in: "
        "ward report", "Left out, for they do not serve this goal: Level 2 Award in Food",
        "Left out until earned: Certified ScrumMaster (CSM).",
        before=(GOAL, WORK, HELD, PROJECT, "/education add BSc Biology", FOOD,
                "/credential add CSM")),
    row("/cv", "Credentials alone carry little", before=(GOAL, HELD)),
    row("/cv", "CSM), Scrum Alliance, 2020, expired 2022-01-01",
        before="/credential add CSM earned_on:2020"),
    row("/cv", "CSM), Scrum Alliance, 2026, valid until 2028-01-01",
        before="/credential add CSM earned_on:2026"),
    row("/cv", "There is nothing to write yet", id="what was dropped is not claimed",
        before=(GOAL, "/credential add PL-300 status:dropped")),
    # privacy
    row("/privacy about", "Kept: your goal, credentials", "Not kept: what you type"),
    row("/privacy export", '"profile": null', '"user": "you"'),
    row("/privacy export", '"text": "data analyst"', before=GOAL),
    row("/privacy delete", "Everything about you is deleted", '"text": "data analyst"',
        before=GOAL),
    row("/goal show", "You have not set a goal yet.", before=(GOAL, "/privacy delete")),
    # providers
    row(TRUST, "Acme Academy is trusted here from now on."),
    row("/providers distrust coursera reason:“no”", "Coursera is not trusted here from now on."),
    row("/providers distrust Acme reason:no industry:technology", "Acme is not trusted here"),
    row("/providers trust Acme reason:ours industry:data and AI", "Acme is trusted here"),
    row("/providers list", "No admin has decided on an issuer here yet."),
    row("/providers list", "Issuer: Acme Academy; Decision: trusted; Industry: all; Reason: our "
        "own training centre; By: you; On: 2026-11-24", before=TRUST, admin=False),
    row("/providers list", "Decision: not trusted; Industry: technology; Reason: no", not_=("all",),
        before="/providers distrust Acme reason:no industry:technology"),
    row("/providers list", "Reason: better now", not_=("our own",),
        before=(TRUST, '/providers trust "Acme academy" reason:"better now"')),
    row("/advise credential:AZ-900 provider:Acme Academy goal:cloud engineer", "Do if…",
        "our own training centre", before=TRUST),
    row("/advise credential:AZ-900 provider:Microsoft goal:cloud engineer", "Wait",
        before="/providers distrust microsoft reason:“bad exams”"),
    # settings
    row("/settings", "Posting answers for everybody; Now: allowed", "Now: each member's own"),
    row("/settings sharing:OFF", "Posting answers for everybody; Now: not allowed"),
    row("/settings language:en-GB nudges:off", "Learning nudges; Now: not allowed",
        "Language; Now: en"),
    row("/settings language:own", "Now: each member's own", before="/settings language:en"),
    # share
    row("/share then:/advise AZ-900 goal:nurse", "Nothing is posted yet.", "Skip", can_share=True),
    row("/share step:post then:/check PL-300", "Shared by you, who asked for it.", can_share=True),
    # answer
    row("/answer about:goal choice:registered-nurse", "Thank you, I will remember that."),
    row("/answer about:goal choice:cloud-engineer then:AZ-900?", "Do if…"),
    row("/answer about:skills choice:sql asked:flim then:/suggest", "one of these", before=GOAL),
    row("/answer about:ads choice:yes asked:flim|nurse", "Thank you, I will remember that."),
    row("/answer about:issuer choice:coursera asked:coursra", "Thank you, I will remember that."),
    row("/answer about:role choice:none asked:wonk", "Then tell me another common job title"),
    row("/answer about:goal choice:cloud-engineer then:/privacy delete",
        "Thank you, I will remember that.", before=HELD, id="answer runs questions alone"),
]  # fmt: skip

REFUSED = [
    row("/cv now", "/cv takes nothing more; send it alone."),
    row("/privacy delete everything", "/privacy delete takes nothing more; send it alone."),
    row(TRUST, ADMINS, admin=False),
    row("/providers distrust Acme reason:x", ADMINS, admin=False),
    row("/settings", ADMINS, admin=False),
    row("/settings sharing:off", ADMINS, admin=False, id="settings change by a member"),
    row("/settings sharing:maybe", "sharing must be on or off."),
    row("/settings language:xx", "language must be en or own."),
    row("/providers trust", '/providers trust needs provider; for example: /providers trust "Acme '
        'Academy" reason:"our own training centre"'),
    row("/providers trust Acme", '/providers trust needs reason; for example: /providers trust '
        '"Acme Academy" reason:"our own training centre"'),
    row("/providers distrust Acme reason:x industry:flump", "I do not know that industry; it could "
        "be technology, data and AI, information security, design, product management, project "
        "management, and marketing and others."),
    row("/share then:/advise AZ-900", "There is nobody here to share with."),
    row("/share then:/cv", "Only advice can be shared; your own lists stay private.",
        can_share=True),
    row("/share then:/goal show", "Only advice can be shared; your own lists stay private.",
        can_share=True),
    row("/share then:/check PL-300", "An admin has switched sharing off here; your answer stays "
        "private.", can_share=True, before="/settings sharing:off"),
    row("/answer about:goal choice:wizard",
        "That is no answer to my question; press one of the choices."),
    row("/answer about:ads choice:maybe asked:x",
        "That is no answer to my question; press one of the choices."),
    row("/answer about:issuer choice:acme asked:x",
        "That is no answer to my question; press one of the choices."),
    row("/answer about:weather choice:none",
        "about must be credential, goal, role, skills, ads, or issuer."),
]  # fmt: skip


@pytest.mark.parametrize("given", ROWS)
async def test_command_answers(talk: Talk, given: Row) -> None:
    """A command does what it says, and says what it did."""
    assert not await wrong(talk, given)


@pytest.mark.parametrize("given", REFUSED)
async def test_command_refuses(talk: Talk, given: Row) -> None:
    """What is not allowed or makes no sense is refused with one sentence; nothing changes."""
    assert await refusal(talk, given) == given.expects[0]

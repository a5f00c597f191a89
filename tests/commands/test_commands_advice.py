"""Questions about credentials: advise, compare, suggest, check, match, and what help says."""

import pytest

from tests.commands.talk import Row, Talk, refusal, row, wrong

CLOUD = "/goal set cloud engineer"
DATA = "/goal set data analyst"
AD = "/match We need SQL, Power BI, negotiation. Bachelor degree, licensed, 3 years of experience"

ROWS = [
    # advise, in one's own words
    row("is AZ-900 worth it for a cloud engineer?", "Do if…: Microsoft Certified: Azure "
        "Fundamentals (AZ-900)", "It leads straight to your goal.", "Next step: ",
        not_=("Issuer taken from the title",)),
    row("CSM for a scrum master?", "Issuer taken from the title: Scrum Alliance."),
    row("AZ-900?", "Do if…", before=CLOUD, id="the remembered goal counts"),
    row("AZ-900 for a florist", "Skip", "I see no direct link between", before=CLOUD),
    row("AZ900 for a cluod engineer", "I read “AZ900” as Microsoft Certified: Azure"),
    row("AZ-900?", "Tell me first", "What do you want to work as?", id="without a goal it asks"),
    row("CRCST hours are wearing me out", "Tell me first", "What do you want to work as?",
        id="a goal supposed from the title is asked about"),
    row("CRCST hours are wearing me out", "Skip", "cloud engineer", before=CLOUD),
    row("nice weather today", "Tell me first\n", "I found no credential in that."),
    row("i already have security+ and network+. what next for cloud security",
        "For cloud security engineer, one of these", not_=("Security+", "Network+"),
        id="what comes after what one holds"),
    row("was a nurse in the uk, 6 yrs home with the kids, which course gets me back on the wards",
        "NMC Return to Practice", not_=("NCLEX", "Test of Competence"),
        id="who had the licensed job is not sent to its licence"),
    row("was an accountant till 2016, kids. AAT level 4?", "the work that you come back to",
        not_=("present work",), id="what one comes back to is no present work"),
    row("Hello!", "Ask in your own words", "/goal set", id="a greeting is shown around"),
    row("what can you do??", "Ask in your own words", "/goal set", before=DATA),
    row("hello AZ-900", "Do if…: Microsoft Certified: Azure Fundamentals", before=CLOUD),
    row("im in HR, want to certify our 30 project managers, CAPM?", "for a team, ask once for each "
        "job in it", "project manager", not_=("HR assistant",), id="a verdict is no team's"),
    row("PMP or CAPM for our 30 project managers?", "for a team, ask once", id="nor are several"),
    row("CAPM for a project manager in a team of 30", not_=("for a team, ask once",),
        id="who is in a team asks for themselves"),
    row("can i teach baking with a patisserie diploma", "I read your goal “teach baking” as "
        "vocational trainer", "baking", id="to teach a thing is another goal than to do it"),
    row("can i teach baking", "I found no credential in that.", "“teach baking” as vocational",
        id="what one would teach is no course"),
    row("AZ-900?", "That depends on the work you want it for.", id="it asks without blame"),
    row("NCLEX-RN?", "It is asked of a registered nurse", "What do you want to work as?",
        id="without a goal it says who needs it"),
    row("AZ-900 or CSM?", "One question first", "Mostly for: ", "What do you want to work as?",
        not_=("Tell me first", "None of them"), id="two without a goal are one question"),
    row("first aid for a dental nurse", "dental nurse", not_=("dental assistant",),
        id="a job is called what the person calls it"),
    row("AZ-900 for cloud engineering", "I read your goal “cloud engineering” as cloud engineer",
        id="a field is not what a job is called"),
    row("DP-203 for a data engineer", "Skip", "Nobody can earn it any more.", "DP-700"),
    row("jlpt n1 or jlpt n2 for a translator", "First: JLPT N2",
        "JLPT N2 is the step before JLPT N1: begin there, unless you are past it."),
    row("is PCGE ok for a network engineer", "Tell me first: PCGE",
        "What does PCGE mainly teach?", id="a short code is not mended across fields"),
    row("is CVNA ok for a yoga teacher", "Tell me first: CVNA", not_=("Cisco",),
        id="nor the most famous one"),
    row("is CCNB ok for a network engineer", "Do if…: Cisco Certified Network Associate",
        "I read “CCNB” as", id="within the field it is, and says so"),
    row("DP-203 or AZ-900?", "One question first", "Nobody can earn it any more.",
        not_=("None of them",), id="one that is gone leaves the question for the other"),
    row("RTITB counterbalance or ITSSAR, forklift operator", "A tie: ",
        "take whichever the site or the employer asks for", not_=("job ads",),
        id="two permits that tie are alike"),
    row("IELTS or Goethe B2, nurse, i want to work in Germany", "First: Goethe-Zertifikat B2",
        "ask the regulator where you want to work"),
    row("a trading course that guarantees 10k a month", "Skip", "promises an income"),
    row("is PL-300 worth it for a data analyst", not_=("your profile",),
        id="who is new has no profile to miss things in"),
    row("they guarantee a job after the azure bootcamp", "Skip", "promises a job", before=CLOUD),
    row("AZ-900 from Ϲoursera", "Skip", "imitates", before=CLOUD, id="look-alike letters"),
    row("AZ-900 and AWS cloud practitioner?", "A tie", "Verdict: Do if…", before=CLOUD),
    # advise, by fields
    row("/advise credential:AZ-900 goal:cloud engineer", "Do if…"),
    row("/advise credential:AZ-900 goal:cloud engineer provider:Harward", "Wait",
        "one letter away from Harvard University"),
    row("/advise credential:AZ-900 provider:Acme", "Wait", "I do not know Acme as an issuer",
        before=CLOUD),
    row("/advise credential:AZ-900 goal:cloud engineer situation:switching",
        "a first foot in the door as a cloud engineer"),
    row("/advise credential:AZ-900 goal:?", "What do you want to work as?", before=CLOUD),
    row("/advise credential:AZ-900 show:why", "Decided by line 9 of the list, conditions",
        "What spoke", "Rule goal-link, from", "Rule apply-it, from", before=CLOUD),
    row("/advise credential:AZ-900 show:change", "Any one of these would make it a “Do”",
        "finish a project that uses cloud computing", before=CLOUD),
    row("/advise credential:AZ-900 show:change goal:florist",
        "Nothing that you could change would make it a “Do”"),
    row("/advise AZ-900?", "You hold it already; use it now.",
        before=(CLOUD, "/credential add AZ-900 status:earned")),
    row("/advise AZ-900?", "Do: Microsoft Certified", before=(CLOUD, "/education add BSc",
        "/credential add AZ-900", "/project add moved a shop to Azure credential:c1 state:done")),
    row('/advise credential:"SQL course" provider:"European Resuscitation Council"',
        "a real issuer, though not one that data and AI", before=DATA),
    row('/advise credential:"SQL course" provider:"European Resuscitation Council"',
        "a known and trusted name in health", before="/goal set data analyst industry:health"),
    # compare
    row("/compare CSM or PSM I for a scrum master", "A tie: Certified ScrumMaster (CSM) and",
        "Credential: Certified ScrumMaster (CSM); Verdict: Do if…; Because: "),
    row("/compare AZ-900 or PL-300", "First: Microsoft Certified: Power BI", "Next step: Build",
        before=DATA),
    row("/compare AZ-900 or CSM", "None of them yet", before="/goal set florist"),
    # suggest
    row("/suggest", 'Tell me your goal first: /suggest goal:"data analyst"'),
    row("/suggest", "For cloud engineer, one of these", "Take one, not all", before=CLOUD),
    row("/suggest goal:nurse", "For registered nurse, one of these", before=CLOUD),
    row("/suggest nurse", "For registered nurse, one of these"),
    row("/suggest goal:chief widgets underwriter", "I do not know the role “chief widgets",
        "Which of these comes closest?"),
    row("/suggest", "Which of these comes closest?", before="/goal set chief widgets underwriter"),
    row("/suggest goal:flumpet wonk", "Which common job title comes closest?"),
    # check
    row("/check PL-300", "Assessed by; Known: an exam", "Valid for; Known: 12 months, then renewal",
        "Not known to me, so ask the issuer: "),
    row("/check AZ-900", "Valid for; Known: does not expire", "Still issued; Known: yes"),
    row("/check A+ provider:Harward", "unknown; resembles Harvard University and is not it"),
    row("/check A+ provider:Acme", "“Acme” is unknown to me"),
    row("/check zorbing in ponds", "zorbing in ponds: not in my knowledge by that name"),
    # match
    row(AD, "You have 0 of 3 terms", "A credential could add\n- ", "Only experience closes\n- ",
        "3 years of experience", "a degree", "a licence or registration",
        "The ad was read in memory and is not kept."),
    row(AD, "You have 1 of 3 terms\nYou have\n- SQL", not_=("- a degree", "- a licence", "3 years"),
        before=("/experience add wrote SQL reports years:4", "/education add BSc",
                "/education add RN kind:licence")),
    row("/match We need SQL", "SQL (by certificate only: show it in use)",
        before="/credential add google data cert status:earned"),
    row("/match SQL and 3+ years of experience", "- 3+ years of experience",
        before=("/experience add retail sales years:9", "/experience add SQL reports years:2")),
    row("/match SQL and 3+ years of experience", not_=("3+ years",),
        before="/experience add SQL reports years:3"),
    row("im a nurse for 6 years, AZ-900 for a cloud engineer?", "Do if…"),
    row("/match Tasks: SQL. Next: test: Power BI", "You have 0 of 2 terms"),
    # help
    row("/help", "/advise; What it does: Is this credential worth it", "/privacy delete",
        "/settings; What it does"),
    row("/help", "/privacy delete", not_=("/settings", "/providers trust"), admin=False,
        id="help hides what only admins can do"),
    row("/help", not_=("/answer", "/share"), id="help hides what only buttons say"),
    row("/help /Goal", "/goal set: Set the goal", "role: The job you aim for (needed)",
        "situation: Where you stand (staying_current, switching,", "/goal clear: Forget"),
    row("/help cv", "/cv: Lines for your CV"),
]  # fmt: skip

REFUSED = [
    row("/advise", "Name a credential and your goal, for example: "
        "/advise is AZ-900 worth it for a cloud engineer?"),
    row("/advise goal:nurse", "Name a credential and your goal, for example: "
        "/advise is AZ-900 worth it for a cloud engineer?"),
    row("/advise AZ-900 show:loud", "show must be brief, why, or change."),
    row("x" * 4_001, "text is too long: at most 4000 characters."),
    row("x" * 100_000, "That is too long: send at most 4000 characters."),
    row("/compare", "/compare needs text; for example: /compare CSM or PSM I for a scrum master"),
    row("/compare CSM", "I found only one credential in that; name two or more, such as: "
        "/compare CSM or PSM for a scrum master"),
    row("/check", "/check needs credential; for example: /check CompTIA Security+"),
    row("/match", "/match needs text; for example: /match We look for an analyst with SQL, "
        "Power BI and 3 years of experience"),
    row("/match zzz", "I found no skill in that text that I know; paste the part with the "
        "requirements."),
    row("/help flump", "I do not know “flump”. Type /help to see every command."),
    row("/help answer", "I do not know “answer”. Type /help to see every command."),
]  # fmt: skip


@pytest.mark.parametrize("given", ROWS)
async def test_question_is_answered(talk: Talk, given: Row) -> None:
    """A question is answered from the facts said and remembered, and nothing is stored by it."""
    assert not await wrong(talk, given)


@pytest.mark.parametrize("given", REFUSED)
async def test_question_is_refused(talk: Talk, given: Row) -> None:
    """What cannot be answered gets one sentence with an example; nothing changes."""
    assert await refusal(talk, given) == given.expects[0]


@pytest.mark.parametrize("given", ROWS)
async def test_question_stores_nothing(talk: Talk, given: Row) -> None:
    """What a question says holds for its answer only: the profile is the same afterwards."""
    for line in given.before:
        await talk.well(line)
    kept = await talk.store.load(talk.person)
    await talk.say(given.says)
    assert await talk.store.load(talk.person) == kept

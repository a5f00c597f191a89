"""What a message says besides: situation, hopes, promises, stage, cost, and what lies behind."""

import pytest

from bot.advice.learner import EducationKind, Situation
from bot.advice.library import Library
from bot.advice.reading.facts import Hope, Promise, Stage

S = Situation

SITUATIONS = (
    ("returning to work after maternity leave, CIPD level 3 for HR?", {S.RETURNING}),
    ("back to work after 5 years raising kids, aat level 2", {S.RETURNING}),
    ("I had a career break, is PMP good", {S.RETURNING}),
    ("thinking of a career change, google ux cert", {S.SWITCHING}),
    ("I want to retrain, CompTIA A+?", {S.SWITCHING}),
    ("im a nurse & wanna become a data analyst, SQL course?", {S.SWITCHING}),
    ("fresh graduate, is google data cert worth it for data analyst", {S.FIRST_JOB}),
    ("my first job, AZ-900?", {S.FIRST_JOB}),
    ("no experience at all, is A+ ok", {S.FIRST_JOB}),
    ("freelance designer, figma cert to win clients?", {S.FREELANCING}),
    ("I'm self-employed, is the xero cert good", {S.FREELANCING}),
    ("my boss wants me to take PMP", {S.EMPLOYER_SENT}),
    ("my company pays for PMP, worth it?", {S.EMPLOYER_SENT}),
    ("sent by my employer to IOSH managing safely", {S.EMPLOYER_SENT}),
    ("I want to stay up to date, is AZ-900 ok", {S.STAYING_CURRENT}),
    ("upskilling with AZ-900, good idea?", {S.STAYING_CURRENT}),
    ("havent nursed since 2018, is the OET ok", {S.RETURNING}),
    ("was a housewife for 9 years, AAT level 2?", {S.RETURNING}),
    ("just out of prison, forklift ticket?", {S.RETURNING}),
    ("after a long illness i may work again, ECDL", {S.RETURNING}),
    ("had two kids, out since 2017. AAT level 2?", {S.RETURNING}),
    ("our plant closed, what about HGV class 2", {S.SWITCHING}),
    ("my knees won't last another winter, SMSTS", {S.SWITCHING}),
    ("had enough of retail. CompTIA A+", {S.SWITCHING}),
    ("former soldier, PMP?", {S.SWITCHING}),
    ("i'm 41 and starting over, CCNA", {S.SWITCHING}),
    ("AI is taking my work, is CPC ok", {S.SWITCHING}),
    ("300 applications, zero interviews. Security+?", {S.FIRST_JOB}),
    ("sixth former, FA level 1?", {S.FIRST_JOB}),
    ("final sem B.Com, tally course", {S.FIRST_JOB}),
    ("I rent a chair, level 3 barbering?", {S.FREELANCING}),
    ("my own van now, OFTEC?", {S.FREELANCING}),
    ("selling candles at markets, hubspot inbound?", {S.FREELANCING}),
    ("told by my line manager to get prince2 foundation", {S.EMPLOYER_SENT}),
    ("CFO said he would approve the FMVA", {S.EMPLOYER_SENT}),
    ("they'll pay half of the CCNA", {S.EMPLOYER_SENT}),
    ("my dept will refund the CSM", {S.EMPLOYER_SENT}),
    ("recert time, CISSP", {S.STAYING_CURRENT}),
    ("need 30 PDUs for my PMP", {S.STAYING_CURRENT}),
    ("our new director expects all staff to sit the CISSP", {S.EMPLOYER_SENT}),
    ("the depot won't roster me without a driver CPC", {S.EMPLOYER_SENT}),
    ("got put forward for ILM level 3", {S.EMPLOYER_SENT}),
    ("a must for every job at my firm, IOSH managing safely", {S.EMPLOYER_SENT}),
    ("ward manager keeps on at me about ALS", {S.EMPLOYER_SENT}),
    ("swapping roofing for solar, which course", {S.SWITCHING}),
    ("the mill is shutting down, CCNA?", {S.SWITCHING}),
    ("wants off the road. IOSH managing safely", {S.SWITCHING}),
    ("carpenter with bad wrists and what else is there", {S.SWITCHING}),
    ("let my gas licence lapse, how to get it back", {S.RETURNING}),
    ("my CPD is 20 hours short, any course", {S.STAYING_CURRENT}),
    ("parents pay me for piano lessons, ABRSM diploma?", {S.FREELANCING}),
    ("hunting my 1st job, AZ-900", {S.FIRST_JOB}),
    ("my husband's work sends him on courses", set()),
    ("does her school offer first aid", set()),
    ("starting nursing school, BLS?", set()),
    ("got my pmp last year", set()),
    ("PMP expired, recert or start over", set()),
    ("CMO needs a business case for the PMP", set()),
    ("partita IVA in Puglia, is a drone license useful", {S.FREELANCING}),
    ("I sell candles on insta with my sister, PMP?", {S.FREELANCING}),
    ("do nails from my mum's spare room. lash lift?", {S.FREELANCING}),
    ("word of mouth bookings so far, first aid?", {S.FREELANCING}),
    ("Org will reimburse the PMP", {S.EMPLOYER_SENT}),
    ("mgr put six sigma on my goals", {S.EMPLOYER_SENT}),
    ("they chose me for ISO 9001 lead auditor", {S.EMPLOYER_SENT}),
    ("our captain wants two of us on the first aid course", {S.EMPLOYER_SENT}),
    ("not looking to leave, just want the senior title. PMP?", {S.STAYING_CURRENT}),
    ("our office is all moving to AWS, which cert", {S.STAYING_CURRENT}),
    ("I want his chair when he retires, ILM level 5?", {S.STAYING_CURRENT}),
    ("home with the twins 5 yrs, AAT level 2?", {S.RETURNING}),
    ("after 5 inside, forklift ticket", {S.RETURNING}),
    ("the youngest starts school in september, ECDL?", {S.RETURNING}),
    ("final yr econ, CFA level 1?", {S.FIRST_JOB}),
    ("16 in june, CSCS card?", {S.FIRST_JOB}),
    ("final year student, fed up with retail on saturdays, PMP?", {S.FIRST_JOB}),
    ("teaching has broken me. google ux cert?", {S.SWITCHING}),
    ("the boats were sold and i want a job ashore. CCNA?", {S.SWITCHING}),
    ("my licence lapsed while I was ill, how to renew the PMP", {S.RETURNING}),
    ("going from Level 1 to Level 2 in barista skills", set()),
    ("one recruiter says I must do IOSH", set()),
    ("does a freelancer need PMP", set()),
    ("my friend was laid off, CCNA is what he did", set()),
    ("which employers pay for the CFA", set()),
    ("since I left school I've known the CSCS card", set()),
    ("is AZ-900 worth it for a cloud engineer", set()),
    ("is PMP good for a project manager", set()),
)

HOPES = (
    ("will the google data cert get me a job in 3 weeks", {Hope.FAST_JOB}),
    ("need a job fast, A+?", {Hope.FAST_JOB}),
    ("so I can earn six figures, AZ-900?", {Hope.SALARY}),
    ("PMP for a pay rise?", {Hope.SALARY}),
    ("can the google data cert replace a degree", {Hope.NO_DEGREE}),
    ("I can't afford uni, is the google data cert enough", {Hope.NO_DEGREE}),
    ("does PMP count as experience?", {Hope.NO_EXPERIENCE}),
    ("CNA instead of a nursing license", {Hope.NO_LICENCE}),
    ("is AZ-900 worth it for a cloud engineer", set()),
    ("I have a degree, is PMP worth it", set()),
)

PROMISES = (
    ("they guarantee a job after the data bootcamp, legit?", {Promise.JOB}),
    ("the site promises a job, SQL course", {Promise.JOB}),
    ("bootcamp with job guarantee, python", {Promise.JOB}),
    ("the course promises a license, CNA", {Promise.LICENCE}),
    ("python bootcamp, 100% placement", {Promise.JOB}),
    ("placement assured after the tally course", {Promise.JOB}),
    ("this institute claims to get you a job, SQL course", {Promise.JOB}),
    ("a trading course that guarantees 10k a month", {Promise.INCOME}),
    ("forex masterclass, guaranteed income", {Promise.INCOME}),
    ("the dropshipping academy promises passive income of 500 dollars", {Promise.INCOME}),
    ("profits are guaranteed, crypto course", {Promise.INCOME}),
    ("would the certificate get me a claims handler job?", set()),
    ("does the PMP guarantee a job?", set()),
    ("is it guaranteed that the CCNA gets me more salary?", set()),
    ("they do not guarantee anything, SQL course", set()),
    ("no job guarantee in the SQL course, ok?", set()),
    ("SQL course for a data analyst", set()),
)

STAGES = (
    ("I already paid for the google data cert", Stage.PAID),
    ("I bought... sorry, already bought the SQL course", Stage.PAID),
    ("I enrolled in the google data cert", Stage.ENROLLED),
    ("signed up for PMP", Stage.ENROLLED),
    ("stuck halfway through the google data cert", Stage.STALLED),
    ("haven't finished my SQL course", Stage.STALLED),
    ("I dropped out of the google data cert", Stage.DROPPED),
    ("I gave up on the SQL course", Stage.DROPPED),
    ("I've just finished the google data cert, now what?", Stage.FINISHED),
    ("I passed AZ-900 yesterday", Stage.FINISHED),
    ("I stopped working to nurse my mother, SQL course?", Stage.CONSIDERING),
    ("stuck in a call centre, SQL course?", Stage.CONSIDERING),
    ("is the google data cert worth it", Stage.CONSIDERING),
    ("are there paid jobs after the SQL course", Stage.CONSIDERING),
)

COSTS = (
    ("the bootcamp costs $5,000, data scientist", True),
    ("$4500 for a SQL course?", True),
    ("a SQL course for 12,000 rupees", True),
    ("SQL course, €9k", True),
    ("PMP is expensive, project manager", True),
    ("the SQL course costs a fortune", True),
    ("PMP for a project manager but i can't afford it", True),
    ("the SQL course is way over my budget", True),
    ("can't afford to go to uni, SQL course?", False),
    ("SQL course, i can afford it", False),
    ("SQL course for $40", False),
    ("SQL course, free", False),
    ("AZ-900 so that I earn $60k", False),
    ("AZ-900 in 2026", False),
)

EXPERIENCE = (
    ("I was a bus driver for 12 years. CSCS card?", {"bus-driver"}, set(), 12.0),
    ("I have 3 years of experience in SQL, PL-300?", set(), {"sql"}, 3.0),
    ("can i teach baking with a patisserie diploma?", set(), set(), 0.0),
    ("should i build a data pipeline first, or DP-900?", set(), set(), 0.0),
    ("six years as a nurse, ACLS?", {"registered-nurse"}, set(), 6.0),
    ("I use Excel every day, is MOS good", set(), {"excel"}, 0.0),
    ("I led a team of 8, is a leadership cert worth it", set(), {"leadership"}, 0.0),
    ("welder 10 years, 6G cert?", {"welder"}, set(), 10.0),
    ("court clerk, 9 years. NALA CP?", {"court-clerk"}, set(), 9.0),
    ("line cook for the last 6 yrs, servsafe?", {"line-cook"}, set(), 6.0),
    ("data analyst 5 yoe, PL-300?", {"data-analyst"}, set(), 5.0),
    ("AWS CWI for a pipe welder w/ 10 yrs under the hood", {"welder"}, set(), 10.0),
    ("permaculture for an agronomist working in Malawi", {"agronomist"}, set(), 0.0),
    ("a welder course, 2 years long", set(), set(), 0.0),
    ("I have never used SQL, SQL course?", set(), set(), 0.0),
    ("I don't manage people, leadership badge?", set(), set(), 0.0),
    ("a 2 year course in SQL, worth it?", set(), set(), 0.0),
    ("I built a sales dashboard, PL-300?", set(), {"sales"}, 0.0),
)

HELD = (
    ("I have CSM and want PMP, project manager", {"scrum-alliance-csm"}, {"pmi-pmp"}),
    ("I already passed AZ-900, is AZ-104 next", {"microsoft-azure-fundamentals"},
     {"azure-administrator-associate"}),
    ("I've got my CCNA and AWS CCP, is CKA next?", {"cisco-ccna", "aws-cloud-practitioner"},
     {"cka"}),
    ("I don't have CSM, should I get PMP", set(), {"scrum-alliance-csm", "pmi-pmp"}),
)  # fmt: skip

EDUCATION = (
    ("I have a bachelor's degree in biology. SQL course?", [EducationKind.DEGREE]),
    ("i have a phd in physics, is google data cert useful", [EducationKind.DEGREE]),
    ("I hold a nursing license, is ACLS worth it", [EducationKind.LICENCE]),
    ("I am a licensed electrician, 18th edition?", [EducationKind.LICENCE]),
    ("I have no degree, PMP?", []),
    ("I don't have a degree, PMP?", []),
    ("PMP without a degree?", []),
    ("I want to get a degree or PMP", []),
)

PROJECTS = (
    ("I built a dashboard in Power BI, PL-300?", {"power-bi", "data-visualisation"}),
    ("I've made two websites with javascript, is a javascript cert good", {"javascript"}),
    ("I have a portfolio of SQL projects, PL-300?", {"sql"}),
    ("I want to build a dashboard, PL-300?", set()),
    ("I never finished my app, PL-300?", set()),
)


BEGINNERS = (
    ("is the white card all i need to start on site", True),
    ("never worked in mining, confined space ticket?", True),
    ("complete beginner, CCNA?", True),
    ("what else do i need before my first shift? food hygiene", True),
    ("welder 10 years, 6G cert?", False),
    ("I need PMP for a project manager job", False),
)

TEAMS = (
    ("should i put my team of 30 through the PMP?", True),
    ("L&D manager here, is AZ-900 any good for our 40 analysts", True),
    ("we are rolling out AZ-900 to 200 staff", True),
    ("for my 12 warehouse guys, RTITB or NPORS forklift", True),
    ("a course for our sales team, HubSpot inbound?", True),
    ("thinking of sending my nurses on ILS", True),
    ("I manage a team of 12, PMP to become a programme manager?", False),
    ("my team of 5 all have CSM, should i get it", False),
    ("in a team of 8 developers. CSM for a scrum master?", False),
    ("canva course for my job as marketing assistant", False),
    ("my 12 years in nursing, ILS?", False),
    ("boss wants all of us to do CSM", False),
)

PLACES = (
    ("nurse from Kerala, want to work in Germany. Goethe B2?", {"DE"}),
    ("teacher from the Philippines applying in Australia, IELTS?", {"AU"}),
    ("physio moving to Quebec, DELF B2", {"CA-QC"}),
    ("I work in India and want to move to Japan, JLPT N3", {"JP"}),
    ("IELTS for nursing jobs in the UK", {"GB"}),
    ("pflege in Deutschland, telc B2", {"DE"}),
    ("physio here, from Brazil. IELTS?", set()),
    ("is AZ-900 worth it for us", set()),
)


@pytest.mark.parametrize(("says", "expects"), BEGINNERS)
def test_beginner(library: Library, says: str, *, expects: bool) -> None:
    """Who is at the start says so by what is needed to begin, or by never having done it."""
    assert library.messages.message(says).no_experience is expects


@pytest.mark.parametrize(("says", "expects"), TEAMS)
def test_team(library: Library, says: str, *, expects: bool) -> None:
    """Whoever would have others take it asks for a team; who works in one asks for themselves."""
    assert library.messages.message(says).for_team is expects


@pytest.mark.parametrize(("says", "expects"), PLACES)
def test_place(library: Library, says: str, expects: set[str]) -> None:
    """Where the work is to be is read; where a person comes from, or is now, is something else."""
    assert library.messages.message(says).places == expects


@pytest.mark.parametrize(("says", "expects"), SITUATIONS)
def test_situation(library: Library, says: str, expects: set[Situation]) -> None:
    """Where a person stands is read from how they put it, and from nothing else."""
    assert library.messages.message(says).situations == expects


@pytest.mark.parametrize(("says", "expects"), HOPES)
def test_hope(library: Library, says: str, expects: set[Hope]) -> None:
    """What a person hopes a certificate does alone is noticed."""
    assert library.messages.message(says).hopes == expects


@pytest.mark.parametrize(("says", "expects"), PROMISES)
def test_promise(library: Library, says: str, expects: set[Promise]) -> None:
    """What an issuer is said to promise is noticed, and what it is said not to promise is not."""
    assert library.messages.message(says).promises == expects


@pytest.mark.parametrize(("says", "expects"), STAGES)
def test_stage(library: Library, says: str, expects: Stage) -> None:
    """How far a person is with what they ask about is read."""
    assert library.messages.message(says).stage is expects


@pytest.mark.parametrize(("says", "expects"), COSTS)
def test_cost(library: Library, says: str, *, expects: bool) -> None:
    """A high price or a long time is noticed in any currency; a salary is no price."""
    assert library.messages.message(says).costly is expects


@pytest.mark.parametrize(("says", "roles", "skills", "years"), EXPERIENCE)
def test_experience(
    library: Library, says: str, roles: set[str], skills: set[str], years: float
) -> None:
    """Work that is told becomes experience with its years; work denied or planned does not."""
    found = library.messages.message(says).experience
    assert {e.role for e in found if e.role} == roles
    assert skills <= {s for e in found for s in e.skills}
    assert bool(found) is bool(roles or skills)
    assert max((e.years for e in found), default=0.0) == years


@pytest.mark.parametrize(("says", "held", "asked"), HELD)
def test_held_or_asked_about(library: Library, says: str, held: set[str], asked: set[str]) -> None:
    """What a person has is told from what they ask about."""
    found = library.messages.message(says)
    assert {c.known for c in found.held} == held
    assert {a.title.known for a in found.asked} == asked


@pytest.mark.parametrize(("says", "expects"), EDUCATION)
def test_education(library: Library, says: str, expects: list[EducationKind]) -> None:
    """A degree or licence that is held counts; one that is missing or wished for does not."""
    assert [e.kind for e in library.messages.message(says).education] == expects


@pytest.mark.parametrize(("says", "expects"), PROJECTS)
def test_project(library: Library, says: str, expects: set[str]) -> None:
    """Something made is a project with its skills; something planned or unfinished is not."""
    found = library.messages.message(says).projects
    assert expects <= {s for p in found for s in p.skills}
    assert bool(found) is bool(expects)

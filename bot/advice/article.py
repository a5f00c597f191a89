"""The rule book as data: one row for each rule, in the order in which answers show them.

Source of every row: the article "Do They Really Boost Your Career?" on micro-credentials; ``sections`` are its
headings, ``statement`` is the rule in our own words. ``Beyond`` rows are not in the article; each has its own source.
"""

from msgspec import Struct

from bot.advice.words import N_

WHAT = "What They Actually Are"
HYPE = "Why They're Getting So Much Hype"
HELP = "Where They Actually Help"
SHORT = "Where They Fall Short"
WISELY = "How to Use Them Wisely"
TAKE = "My Honest Take"
CONCLUSION = "Conclusion"


class Evidence(Struct, frozen=True):
    """A figure from elsewhere that backs a rule. ``seller``: its source sells credentials."""

    text: str
    source: str
    seller: bool = False


class Row(Struct, frozen=True):
    """One rule of the article."""

    id: str
    sections: tuple[str, ...]
    statement: str
    evidence: tuple[Evidence, ...] = ()


class Beyond(Struct, frozen=True):
    """One rule that the article does not have."""

    id: str
    statement: str
    source: str


_BROOKINGS = "Brookings, The market value of non-degree credentials (2025)"
_SHRM = "SHRM 2022"
_UPCEA = "UPCEA and Collegis survey, reported by Campus Technology, 28 February 2023"

RULES: tuple[Row, ...] = (
    Row("focused", (WHAT,), N_("A micro-credential sharpens one skill within weeks and for little money; anything larger must be weighed against a degree or against working.")),
    Row("fresh-skills", (HELP, HYPE), N_("A short course on something new keeps a person who already works in the field up to date.")),
    Row("field-switch", (HELP,), N_("It can open a door into a new field, though it never takes the place of a full degree."),
        (Evidence(N_("A summary of studies finds that evidence is scarce, and that they work best on top of education one already has."), "OECD 2023, no. 66"),)),
    Row("keyword-scan", (HELP,), N_("Hiring software looks for terms; a recent credential can put the missing ones on the page."),
        (Evidence(N_("Only 32% of HR people whose employer uses such software say that it recognises alternative credentials."), _SHRM),)),
    Row("re-entry", (TAKE,), N_("It gives footing and confidence to people who come back to work.")),
    Row("initiative", (TAKE,), N_("Choosing one yourself while working shows that you do not intend to be left behind."),
        (Evidence(N_("76% of employers asked say it shows willingness to develop, 63% say initiative."), _UPCEA),)),
    Row("freelance-proof", (TAKE,), N_("A client who sees command of one named tool is easier for a freelancer to win.")),
    Row("experience-first", (SHORT,), N_("Some skills mean nothing on paper until they have been practised, others little until there is work to show."),
        (Evidence(N_("78% of employers asked rate experience at least as high as a degree."), "WGU employer survey 2025", seller=True),)),
    Row("degree-gate", (HELP, HYPE), N_("Degrees and licences still decide who gets into many jobs; a credential adds to them and replaces neither."),
        (Evidence(N_("36% of HR leaders say that one may equal a bachelor's degree; experience ranks higher."), "SHRM 2022, reported by HR Dive"),)),
    Row("trusted-provider", (SHORT, WISELY), N_("Issuers are not equally respected; what counts is whether your industry knows and trusts the name."),
        (Evidence(N_("69% of the US non-degree credentials examined offer minimal value."), "Burning Glass Institute, Measuring what matters"),)),
    Row("goal-link", (WISELY,), N_("Take the ones that lead towards the goal you hold for the long run."),
        (Evidence(N_("A first job-relevant credential goes with 3.8% more pay, an irrelevant one with 1.8%."), _BROOKINGS),)),
    Row("apply-it", (WISELY, TAKE), N_("A certificate convinces together with a finished piece of work, and most of all with results at work."),
        (Evidence(N_("96% of employers asked say a micro-credential strengthens an application."), "Coursera 2025", seller=True),)),
    Row("support-not-pillar", (WISELY,), N_("Put credentials beneath experience and projects: they hold those up and do not stand alone.")),
    Row("pile-of-badges", (WISELY, TAKE), N_("A heap of badges without a common thread adds no weight, and employers see through it."),
        (Evidence(N_("Each further relevant credential goes with 1.0% more pay, a further irrelevant one with none or a penalty."), _BROOKINGS),)),
    Row("no-shortcut", (CONCLUSION,), N_("It is a tool in a longer effort and no quick way round it.")),
    Row("steady-work", (CONCLUSION,), N_("Progress comes from finishing, applying and carrying on patiently.")),
)  # fmt: skip

BEYOND: tuple[Beyond, ...] = (
    Beyond("regulated", N_("Some professions may be practised only with a licence; no certificate stands in for it."), "the regulator of the country or state"),
    Beyond("attendance-only", N_("A certificate for having been there, without an assessment, falls outside what the EU calls a micro-credential."), "EU Council Recommendation 2022/C 243/02"),
    Beyond("expiry", N_("Some credentials run out; the renewal has to be planned and paid for."), "the issuer's rules for renewal"),
    Beyond("retired", N_("A credential that is no longer issued proves less each year; its successor is the one to look at."), "the issuer's list of current credentials"),
    Beyond("permit", N_("Some cards and tickets are permits: law, a site or an employer asks for them before one may begin, and nothing stands in for them."), "the law of the place and the rules of sites and employers"),
    Beyond("ladder", N_("Where an issuer has a ladder of levels, each step rests on the one below it and goes beyond it."), "the issuer's own order of levels"),
    Beyond("entry-conditions", N_("Some credentials ask for years of work or another certificate first."), "the issuer's rules for candidates"),
    Beyond("marketplace", N_("On an open marketplace anybody may teach and the certificate says only that the videos were watched."), "the marketplace's own description of its certificates"),
    Beyond("exact-name", N_("Write a credential exactly as the issuer does, with the date, so that it can be checked."), "UNESCO 2022: a micro-credential names what was achieved, assessed and by whom"),
    Beyond("not-yet-earned", N_("List it as earned only once it is; until then say that it is in progress."), "honesty towards employers: a false entry can end an employment"),
)  # fmt: skip

BY_ID = {row.id: row for row in RULES}
BEYOND_BY_ID = {row.id: row for row in BEYOND}
ORDER = {row.id: i for i, row in enumerate(RULES)}

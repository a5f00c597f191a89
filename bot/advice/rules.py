"""The article's rules: each a pure function from a case to one finding or none.

The rows of ``article.py`` say what each rule means and where it comes from.
"""

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any

from bot.advice.article import ORDER
from bot.advice.case import Case
from bot.advice.findings import Effect, Finding, finding
from bot.advice.goal_link import goal_link
from bot.advice.learner import Credential, Situation, Status
from bot.advice.reading.facts import Hope, Stage
from bot.advice.reading.text import stems
from bot.advice.recognition import Recognition
from bot.advice.relevance import Link, connect
from bot.advice.taxonomy import Gate, Level, Proof, ProviderKind, Role

Rule = Callable[[Case], Finding | None]
RECENT_MONTHS = 24
LONG_WEEKS = 40
PILE = 3
MOST_TERMS = 4
_FOR_THE_SEASONED = (Level.ADVANCED, Level.EXPERT)


def recent(case: Case) -> bool:
    """Whether the credential's content is new or was renewed within the last 24 months."""
    if case.title is None or not case.title.updated:
        return False
    year, month = case.title.updated.split("-")[:2]
    then = date(int(year), int(month), 1)
    return (case.today.year - then.year) * 12 + case.today.month - then.month < RECENT_MONTHS


def seasoned(case: Case) -> bool:
    """Whether it is meant for those who know the work: it puts on paper what they show."""
    title = case.title
    return title is not None and (bool(title.requires) or title.level in _FOR_THE_SEASONED)


def lacking(case: Case) -> tuple[str, ...]:
    """The skills that matter here and that the profile does not show yet."""
    shown = case.shown_before
    return tuple(s for s in case.shared if s not in shown)


def focused(case: Case) -> Finding | None:
    """Degree-sized, or said to be long or costly."""
    weeks = case.title.weeks if case.title else None
    if weeks and weeks >= LONG_WEEKS:
        return finding("focused", Effect.CAUTION, "long", weeks=weeks)
    return finding("focused", Effect.CAUTION, "costly") if case.costly else None


def fresh_skills(case: Case) -> Finding | None:
    """Working in the field, and it is new or covers what the profile lacks."""
    if not case.works_here or not case.connected or case.is_permit:
        return None
    missing = lacking(case)
    if missing:
        unseen = "new" if case.newcomer else "missing"  # no profile yet that could show it
        how = "practised" if case.practised.issuperset(missing) else unseen
        return finding("fresh-skills", Effect.FOR, how, skills=missing)
    if recent(case):
        return finding("fresh-skills", Effect.FOR, "updated")
    return finding("fresh-skills", Effect.FOR, "seasoned") if seasoned(case) else None


def field_switch(case: Case) -> Finding | None:
    """Switching or looking for the first job, with a connected credential."""
    if case.role is None or not case.connected:
        return None
    if Situation.SWITCHING in case.situations:
        return finding("field-switch", Effect.FOR, "switching", role=case.role.id)
    if Situation.FIRST_JOB in case.situations:
        return finding("field-switch", Effect.FOR, "first", role=case.role.id)
    return None


@lru_cache(maxsize=4_096)
def _asked_for(terms: tuple[str, ...], names: tuple[str, ...]) -> tuple[str, ...]:
    """Those of a role's terms that are names of one skill, however they are inflected."""
    known = {stems(name) for name in names}
    return tuple(term for term in terms if stems(term) in known)


def added_terms(case: Case) -> tuple[str, ...]:
    """Terms of the role's ads that the credential adds and the profile lacks."""
    if case.role is None or not case.connected or case.is_permit:
        return ()
    terms: list[str] = []
    for id_ in lacking(case):
        skill = case.knowledge.skills[id_]
        terms += _asked_for(case.role.terms, (skill.name, *skill.aliases)) or [skill.name]
    return tuple(dict.fromkeys(terms))[:MOST_TERMS]


def keyword_scan(case: Case) -> Finding | None:
    """It adds terms that the role's ads ask for and the profile lacks."""
    terms = added_terms(case)
    if terms and case.role:
        unseen = "new" if case.newcomer else ""
        how = "practised" if case.practised.issuperset(lacking(case)) else unseen
        return finding("keyword-scan", Effect.FOR, how, role=case.role.id, terms=terms)
    if case.connection.named_in_ads and case.role:
        return finding("keyword-scan", Effect.FOR, role=case.role.id, terms=(case.name,))
    return None


def re_entry(case: Case) -> Finding | None:
    """Coming back to work."""
    return finding("re-entry", Effect.FOR) if Situation.RETURNING in case.situations else None


def initiative(case: Case) -> Finding | None:
    """Working, and choosing it oneself."""
    current = Situation.STAYING_CURRENT in case.situations and not case.beginner
    working = case.works_here or current
    if not working or Situation.EMPLOYER_SENT in case.situations:
        return None
    return finding("initiative", Effect.FOR)


def freelance_proof(case: Case) -> Finding | None:
    """Freelancing, and the credential names a tool."""
    if Situation.FREELANCING not in case.situations:
        return None
    tools = tuple(s for s in case.skills if case.knowledge.skills[s].tool)
    if not tools:
        return None
    return finding("freelance-proof", Effect.FOR, skills=tools[:2])


def experience_first(case: Case) -> Finding | None:
    """Every shared skill needs proof, and the profile shows none."""
    skills = case.needs_proof
    if not skills:
        return None
    if all(case.knowledge.skills[s].proof is Proof.PRACTICE for s in skills):
        return finding("experience-first", Effect.AGAINST, "practice", skills=skills)
    return finding("experience-first", Effect.CONDITION, "show-work", skills=skills)


def degree_gate(case: Case) -> Finding | None:
    """The role's gate is open, or the person hopes to do without a degree."""
    role = case.role
    if role and case.is_licence:
        return finding("degree-gate", Effect.FOR, "is-licence", role=role.id, note=role.gate_note)
    if role and case.gate is Gate.LICENCE:
        return finding(
            "degree-gate", Effect.CONDITION, "licence", role=role.id, note=role.gate_note
        )
    if role and case.gate is Gate.REQUIRED_DEGREE:
        return finding("degree-gate", Effect.CONDITION, "degree", role=role.id, note=role.gate_note)
    if Hope.NO_DEGREE in case.hopes:
        return finding("degree-gate", Effect.CAUTION, "hope")
    if role and case.gate is Gate.USUAL_DEGREE:
        return finding("degree-gate", Effect.CAUTION, "usual", role=role.id)
    return None


def trusted_provider(case: Case) -> Finding | None:
    """Always: recognised, recognised elsewhere, unknown, suspect or unsaid."""
    if case.asked is None:
        return None
    issuer = case.issuer
    facts: dict[str, Any] = {
        "issuer": issuer.provider.name if issuer.provider else case.asked.provider.read
    }
    if case.role:
        facts["industry"] = _field(case, case.role)
    if issuer.local:
        return _trusted_locally(case, facts)
    if issuer.slip and issuer.resembles:
        return finding(
            "trusted-provider", Effect.CAUTION, "slip", real=issuer.resembles.name, **facts
        )
    match issuer.state:
        case Recognition.SUSPECT:
            real = issuer.resembles.name if issuer.resembles else ""
            return finding("trusted-provider", Effect.AGAINST, "suspect", real=real, **facts)
        case Recognition.OTHER_INDUSTRY:
            return finding("trusted-provider", Effect.CONDITION, "elsewhere", **facts)
        case Recognition.UNKNOWN:
            return finding("trusted-provider", Effect.AGAINST, "unknown", **facts)
        case Recognition.UNSAID:
            return finding("trusted-provider", Effect.CONDITION, "unsaid")
    tool = case.own_tool[:1]
    if tool and case.knowledge.skills[tool[0]].name not in facts["issuer"]:
        return finding("trusted-provider", Effect.FOR, "maker", skills=tool, **facts)
    market = issuer.provider is not None and issuer.provider.kind is ProviderKind.MARKETPLACE
    how = ("marketplace" if market else "here") if case.role else "known"
    return finding("trusted-provider", Effect.FOR, how, **facts)


def _field(case: Case, role: Role) -> str:
    """The industry to speak of: the role's; else the goal's or a shared skill's that knows it."""
    known = case.issuer.provider.industries if case.issuer.provider else ()
    taught = (case.knowledge.skills[s].industry for s in case.connection.shared)
    if role.industry in known or "*" in known:
        return role.industry
    return next((i for i in (case.industry, *taught) if i in known), role.industry)


def _trusted_locally(case: Case, facts: dict[str, Any]) -> Finding:
    word = case.issuer.local
    assert word is not None  # noqa: S101 - the caller has looked
    how = "local" if word.trusted else "local-distrust"
    effect = Effect.FOR if word.trusted else Effect.AGAINST
    return finding(
        "trusted-provider", effect, how, by=word.decided_by, day=word.decided_on,
        reason=word.reason, **facts,
    )  # fmt: skip


def apply_it(case: Case) -> Finding | None:
    """Applied, or a condition with one concrete idea; a permit is shown, not applied."""
    if case.asked is None or case.is_permit:
        return None
    if case.applied:
        backed = case.practised | case.made
        shown = tuple(s for s in case.shared if s in backed)
        return finding("apply-it", Effect.FOR, "applied", skills=shown or case.shared)
    if not case.shared:
        return finding("apply-it", Effect.CONDITION, "unknown")
    role = case.role.id if case.role else ""
    return finding("apply-it", Effect.CONDITION, "idea", skill=case.shared[0], role=role)


def support_not_pillar(case: Case) -> Finding | None:
    """The profile leans on credentials more than on work."""
    earned = len(case.profile.earned)
    if earned < 2:
        return None
    work = len(case.profile.experience) + len(case.profile.finished)
    if earned <= work:
        return None
    return finding("support-not-pillar", Effect.CAUTION, earned=earned, work=work)


def unapplied(case: Case) -> tuple[Credential, ...]:
    """Earned credentials that no finished project and no real work has used."""
    if not case.profile.earned:
        return ()
    used = {p.credential for p in case.profile.finished if p.credential}
    keys = {stems(u) for u in used}
    shown = case.practised | case.made
    return tuple(
        c for c in case.profile.earned
        if c.id not in used and stems(c.title) not in keys and not set(c.skills) & shown
    )  # fmt: skip


def connected(case: Case, held: tuple[Credential, ...]) -> tuple[Credential, ...]:
    """Those of the person's credentials that connect to the goal, strongest first."""
    links = [(_link(case, c), c) for c in held]
    strong = tuple(c for link, c in links if link is Link.STRONG)
    return strong + tuple(c for link, c in links if link is Link.PARTIAL)


def _link(case: Case, held: Credential) -> Link:
    """How one of the person's credentials connects to the goal."""
    title = case.knowledge.credentials.get(held.known)
    return connect(held.skills, title.roles if title else (), case.role, case.knowledge).link


def pile_of_badges(case: Case) -> Finding | None:
    """Three or more earned and not applied."""
    if len(case.profile.earned) < PILE or case.role is None:
        return None
    idle = unapplied(case)
    if len(idle) < PILE:
        return None
    near = connected(case, idle)
    if near:
        return finding(
            "pile-of-badges", Effect.AGAINST, "idle", number=len(idle), best=near[0].title
        )
    off = [held for held in idle if _link(case, held) is Link.NONE]
    if len(off) < PILE:
        return None  # what nobody knows is not held against anybody
    return finding("pile-of-badges", Effect.CAUTION, "off-goal", number=len(off), role=case.role.id)


def no_shortcut(case: Case) -> Finding | None:
    """The person hopes for what no certificate brings alone."""
    order = (Hope.NO_LICENCE, Hope.FAST_JOB, Hope.NO_EXPERIENCE, Hope.NO_DEGREE, Hope.SALARY)
    hope = next((h for h in order if h in case.hopes), None)
    return finding("no-shortcut", Effect.CAUTION, hope.value.replace("_", "-")) if hope else None


def steady_work(case: Case) -> Finding | None:
    """Unfinished, stalled, dropped, or just finished with nothing next."""
    own = case.own.status if case.own else None
    if case.stage is Stage.DROPPED or own is Status.DROPPED:
        return finding("steady-work", Effect.CAUTION, "dropped")
    if case.stage is Stage.STALLED:
        return finding("steady-work", Effect.CAUTION, "stalled")
    if case.stage is Stage.ENROLLED or own is Status.IN_PROGRESS:
        return finding("steady-work", Effect.CAUTION, "unfinished")
    if case.already_earned and not case.applied:
        return finding("steady-work", Effect.CAUTION, "finished")
    open_ = [c for c in case.profile.credentials if c.status is Status.IN_PROGRESS]
    if open_:
        return finding("steady-work", Effect.CAUTION, "another", other=open_[0].title)
    return None


RULES: dict[str, Rule] = {
    "focused": focused,
    "fresh-skills": fresh_skills,
    "field-switch": field_switch,
    "keyword-scan": keyword_scan,
    "re-entry": re_entry,
    "initiative": initiative,
    "freelance-proof": freelance_proof,
    "experience-first": experience_first,
    "degree-gate": degree_gate,
    "trusted-provider": trusted_provider,
    "goal-link": goal_link,
    "apply-it": apply_it,
    "support-not-pillar": support_not_pillar,
    "pile-of-badges": pile_of_badges,
    "no-shortcut": no_shortcut,
    "steady-work": steady_work,
}
_IN_ORDER = tuple(sorted(RULES.items(), key=lambda row: ORDER[row[0]]))
HELPING = ("fresh-skills", "field-switch", "keyword-scan", "re-entry", "freelance-proof")


def spoken(case: Case, rule: str) -> Finding | None:
    """What one rule says of a case; asked again, it is not thought through again."""
    said = case.said
    if rule not in said:
        said[rule] = RULES[rule](case)
    return said[rule]


def findings(case: Case) -> tuple[Finding, ...]:
    """Every rule that fires, in the table's order."""
    said = case.said
    for rule, speak in _IN_ORDER:
        if rule not in said:
            said[rule] = speak(case)
    return tuple([found for rule, _ in _IN_ORDER if (found := said[rule])])

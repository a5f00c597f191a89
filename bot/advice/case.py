"""The typed facts of one question: this credential, this goal, this person, today."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from bot.advice.doubted import as_said
from bot.advice.findings import Finding
from bot.advice.kept import kept
from bot.advice.knowledge import Knowledge
from bot.advice.ladder import steps_below
from bot.advice.learner import (
    Credential,
    EducationKind,
    Experience,
    Learner,
    Project,
    Situation,
    Status,
)
from bot.advice.profile import Profile, merged
from bot.advice.reading.facts import Asked, GoalRead, Hope, Promise, Reading, Stage
from bot.advice.reading.roles import normal
from bot.advice.reading.text import stems
from bot.advice.recognition import LocalWord, Recognised, Recognition, recognise
from bot.advice.relevance import Connection, Link, Tongue, connect
from bot.advice.taxonomy import Gate, Proof, Role, Title
from bot.advice.tongues import by_language

SUBSTANTIAL_YEARS = 2  # from here on a profile shows a skill without any certificate


class Case(Struct, frozen=True, kw_only=True, dict=True):
    """One credential to judge. Everything a rule may look at, and nothing else."""

    knowledge: Knowledge
    today: date
    asked: Asked | None
    goal: GoalRead | None
    profile: Profile
    situations: frozenset[Situation] = frozenset()
    hopes: frozenset[Hope] = frozenset()
    promises: frozenset[Promise] = frozenset()
    stage: Stage = Stage.CONSIDERING
    costly: bool = False
    local: tuple[LocalWord, ...] = ()
    named_in_ads: bool | None = None
    places: frozenset[str] = frozenset()  # codes of the countries where the work is to be
    beginner: bool = False  # says to be at the start, or never to have done such work
    newcomer: bool = False  # nothing is remembered of the person yet
    industry: str = ""  # where the goal is to be reached, if the person named one
    supposed: str = ""  # the role that the credential gives away, where nobody said a goal
    # Facts that "what would change it" tries out.
    issuer_granted: bool = False
    gate_open: bool = True

    @kept
    def title(self) -> Title | None:
        """The credential as the knowledge has it."""
        return self.knowledge.credentials.get(self.asked.title.known) if self.asked else None

    @kept
    def name(self) -> str:
        """What to call the credential."""
        return self.asked.title.name if self.asked else ""

    @kept
    def skills(self) -> tuple[str, ...]:
        """Ids of what the credential teaches."""
        return self.asked.title.skills if self.asked else ()

    @kept
    def role(self) -> Role | None:
        """The role aimed for."""
        return self._aimed_for(self.goal) if self.goal else None

    @kept
    def said(self) -> dict[str, Finding | None]:
        """By rule, so far; filled by ``rules`` alone."""
        return {}

    def _aimed_for(self, goal: GoalRead) -> Role | None:
        """The role of the goal; to teach something takes some command of it."""
        role = self.knowledge.roles.get(goal.role)
        if role is None or not goal.field:
            return role
        return replace(role, supporting=tuple(dict.fromkeys((*role.supporting, *goal.field))))

    @property
    def goal_assumed(self) -> bool:
        """Whether the goal was taken from the present job, not said."""
        return self.goal is not None and self.goal.assumed

    @kept
    def connection(self) -> Connection:
        """How the credential connects to the goal."""
        roles = self.asked.title.roles if self.asked else ()
        found = connect(self.skills, roles, self.role, self.knowledge, self.named_in_ads)
        return by_language(found, self.skills, self.role, self.places, self.knowledge)

    @property
    def connected(self) -> bool:
        """Whether it leads to the goal, straight or at the edge."""
        return self.connection.link in (Link.STRONG, Link.PARTIAL)

    @kept
    def is_permit(self) -> bool:
        """Whether it is shown at the door rather than applied: a card, or proof of a language."""
        title, tongue = self.title, self.connection.tongue
        proof = tongue in (Tongue.REGISTERED, Tongue.ASKED)
        return self.connected and (proof or bool(title and title.permit))

    @kept
    def shared(self) -> tuple[str, ...]:
        """Skills that matter here: shared with the goal, else close to it, else all taught."""
        near = tuple(dict.fromkeys(pair[0] for pair in self.connection.related))
        return self.connection.shared or near or self.skills

    @kept
    def issuer(self) -> Recognised:
        """How the issuer is known for this goal."""
        said = self.asked.provider if self.asked else None
        if said is None:
            return Recognised(state=Recognition.UNSAID)
        found = recognise(
            said, self.role, self.connection.shared, self.knowledge, self.local, self.industry
        )
        own = self._own_title_for_role(said.id) or bool(self.own_tool)
        if found.state is Recognition.OTHER_INDUSTRY and own:
            found = replace(found, state=Recognition.RECOGNISED)
        if self.issuer_granted:
            return replace(found, state=Recognition.RECOGNISED, slip=False)
        return found

    def _own_title_for_role(self, provider: str) -> bool:
        """Whether the issuer made this very credential for the role, or as a permit of its own."""
        title = self.title
        own = title is not None and title.issuer == provider
        return own and (self.connection.made_for or self.is_permit)

    @kept
    def own_tool(self) -> tuple[str, ...]:
        """The tools that its issuer, their maker, vouches for: no name counts more for those."""
        said = self.asked.provider.id if self.asked else ""
        if not (said and self.connected):
            return ()
        return tuple(s for s in self.shared if said in self.knowledge.skills[s].makers)

    @kept
    def own(self) -> Credential | None:
        """This very credential in the person's list, or None."""
        for mine in self.profile.credentials:
            if self.is_this(mine.title, mine.known):
                return mine
        return None

    @kept
    def _names(self) -> tuple[tuple[str, ...], ...]:
        """The credential asked about, by its name and as it was read."""
        title = self.asked.title if self.asked else None
        return (stems(title.name), stems(title.read)) if title else ()

    def is_this(self, title: str, known: str = "") -> bool:
        """Whether a title names the credential asked about."""
        if self.asked is None:
            return False
        if known and self.asked.title.known:
            return known == self.asked.title.known
        return stems(title) in self._names

    @kept
    def _linked(self) -> tuple[Project, ...]:
        """Finished projects that are linked to the credential asked about."""
        return tuple(p for p in self.profile.finished if self.links_here(p))

    @kept
    def _unlinked(self) -> tuple[Project, ...]:
        """The other finished projects."""
        return tuple(p for p in self.profile.finished if not self.links_here(p))

    def links_here(self, project: Project) -> bool:
        """Whether a project is linked to the credential asked about."""
        if not project.credential:
            return False
        own = self.own
        return (own is not None and project.credential == own.id) or self.is_this(
            project.credential
        )

    @kept
    def practised(self) -> frozenset[str]:
        """Skills shown by real work: experience, with the core skills of the jobs held."""
        return self._practised(0)

    def _practised(self, years: float) -> frozenset[str]:
        """Skills of the work that lasted at least so long."""
        if not self.profile.experience:
            return frozenset()
        found: set[str] = set()
        for work in self.profile.experience:
            if work.years < years:
                continue
            found.update(work.skills)
            role = self.knowledge.roles.get(work.role)
            if role:
                found.update(role.core)
        return frozenset(found)

    @kept
    def made(self) -> frozenset[str]:
        """Skills shown by finished projects."""
        if not self.profile.finished:
            return frozenset()
        found = set(self.skills) if self._linked else set()
        for project in self._linked:
            found.update(project.skills)
        for project in self._unlinked:
            found.update(project.skills, self._linked_skills(project))
        return frozenset(found)

    def _linked_skills(self, project: Project) -> tuple[str, ...]:
        for mine in self.profile.credentials:
            if project.credential and project.credential in (mine.id, mine.title):
                return mine.skills
        return ()

    @kept
    def shown_before(self) -> frozenset[str]:
        """Skills that the profile shows without this credential and its own projects."""
        found = set(self._practised(SUBSTANTIAL_YEARS))
        for project in self._unlinked:
            found.update(project.skills)
        for mine in self.profile.earned:
            if not self.is_this(mine.title, mine.known):
                found.update(mine.skills)
        return frozenset(found)

    @kept
    def applied(self) -> bool:
        """A finished linked project, or finished work or real experience with a shared skill.

        A permit asks for no more than to be held.
        """
        if self.is_permit or self._linked:
            return True
        shown = self.practised | self.made
        return bool(shown) and not shown.isdisjoint(self.shared)

    @kept
    def works_here(self) -> bool:
        """Whether the person works in the field of the goal already."""
        if self.role is None or self.beginner or Situation.SWITCHING in self.situations:
            return False
        return any(self._same_field(work) for work in self.profile.experience)

    def _same_field(self, work: Experience) -> bool:
        role = self.knowledge.roles.get(work.role)
        if role is not None and self.role is not None and role.industry == self.role.industry:
            return True
        return bool(self.role and not set(work.skills).isdisjoint(self.role.core))

    @kept
    def rung_held(self) -> Title | None:
        """The step below this credential that the person holds, however far below, or None."""
        held = {mine.known for mine in self.profile.earned}
        below = steps_below(self.title, self.knowledge) if self.title else ()
        return next((step for step in below if step.id in held), None)

    @kept
    def needs_proof(self) -> tuple[str, ...]:
        """The shared skills, when every one of them needs proof and none is shown; else empty."""
        skills = [self.knowledge.skills[s] for s in self.shared]
        if not skills or self.is_permit or any(s.proof is Proof.NONE for s in skills):
            return ()
        shown = self.practised | self.made
        return tuple(self.shared) if shown.isdisjoint(self.shared) else ()

    @kept
    def is_licence(self) -> bool:
        """Whether it is the licence that the role needs, or a step of the official way to it."""
        title, role = self.title, self.role
        if title is None or role is None or role.gate is not Gate.LICENCE:
            return False
        return title.licence and role.id in title.roles

    @kept
    def gate(self) -> Gate:
        """What still stands between the person and the role; NONE once they have it."""
        role = self.role
        if role is None or role.gate is Gate.NONE or not self.gate_open or self.is_licence:
            return Gate.NONE
        licence = role.gate is Gate.LICENCE
        paper = EducationKind.LICENCE if licence else EducationKind.DEGREE
        held = self.profile.has(paper) or self._works_as(role)
        return Gate.NONE if held else role.gate

    def _works_as(self, role: Role) -> bool:
        """Whether the person has that job: nobody holds it who has not passed its gate."""
        return any(work.role == role.id for work in self.profile.experience)

    @property
    def required_gate(self) -> bool:
        """Whether a degree or licence that the role requires is missing."""
        return self.gate in (Gate.REQUIRED_DEGREE, Gate.LICENCE)

    @kept
    def expired(self) -> bool:
        """Whether the person's own copy has run out."""
        own = self.own
        return bool(own and own.expires_on and own.expires_on < self.today)

    @kept
    def already_earned(self) -> bool:
        """Whether the person holds it, and it is valid."""
        held = self.own is not None and self.own.status is Status.EARNED
        return (held or self.stage is Stage.FINISHED) and not self.expired


def goal_of(learner: Learner, reading: Reading) -> GoalRead | None:
    """The goal said now; else the remembered one; else the job the person says they have.

    What was only supposed from a title is no goal: it is asked about.
    """
    said = reading.goal
    if said and not said.assumed:
        return said
    kept = learner.goal
    if kept:
        return GoalRead(
            read=kept.text, role=learner.answers.roles.get(normal(kept.text), kept.role)
        )
    return None if said and said.of_title else said


def cases(
    reading: Reading,
    learner: Learner,
    knowledge: Knowledge,
    today: date,
    local: Iterable[LocalWord] = (),
) -> tuple[Case, ...]:
    """One case for each credential asked about; one without a credential when none was read."""
    situations = set(reading.situations)
    goal = goal_of(learner, reading)
    kept = learner.goal if goal and learner.goal and goal.role == learner.goal.role else None
    if not situations and kept and kept.situation:
        situations.add(kept.situation)
    industry = industry_of(kept.industry, knowledge) if kept and kept.industry else ""
    role = knowledge.roles.get(goal.role) if goal else None
    every = tuple(as_said(one, role, knowledge) for one in reading.asked)
    return tuple(
        Case(
            knowledge=knowledge,
            today=today,
            asked=asked,
            goal=goal,
            profile=merged(learner, reading),
            situations=frozenset(situations),
            hopes=reading.hopes,
            promises=reading.promises,
            stage=reading.stage,
            costly=reading.costly,
            local=tuple(local),
            places=reading.places,
            beginner=reading.no_experience or Situation.FIRST_JOB in situations,
            newcomer=not learner.experience and not learner.credentials and not learner.projects,
            industry=industry,
            supposed=reading.goal.role if reading.goal and reading.goal.of_title else "",
            named_in_ads=learner.answers.named_in_ads.get(answer_key(asked, goal)),
        )
        for asked in every or (None,)
    )


def industry_of(text: str, knowledge: Knowledge) -> str:
    """The industry that words name; empty where they name none."""
    key = stems(text)
    for industry in knowledge.industries.values():
        if key in map(stems, (industry.id, industry.name, *industry.aliases)):
            return industry.id
    return ""


def answer_key(asked: Asked | None, goal: GoalRead | None) -> str:
    """The key under which "do ads for my goal name it?" is remembered."""
    if asked is None or goal is None:
        return ""
    return f"{normal(asked.title.read)}|{goal.role}"

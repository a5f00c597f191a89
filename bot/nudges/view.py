"""What the rules of nudges may look at: a learner's plan, today, by their own clock."""

from collections.abc import Iterable
from datetime import date, datetime
from functools import cached_property

from msgspec import Struct

from bot.advice.case import Case, goal_of
from bot.advice.knowledge import Knowledge
from bot.advice.learner import Credential, Learner, Project, Situation, Status
from bot.advice.nudging import Nudging, Sent
from bot.advice.profile import merged
from bot.advice.reading.facts import Reading
from bot.advice.recognition import LocalWord
from bot.advice.relevance import Link, connect
from bot.advice.rules import connected, unapplied
from bot.advice.taxonomy import Role
from bot.nudges.schedule import clock

LINKED = (Link.STRONG, Link.PARTIAL)


class View(Struct, frozen=True, kw_only=True, dict=True):
    """A learner at a moment. ``now`` is aware; ``local`` are issuers that an admin decided on."""

    learner: Learner
    knowledge: Knowledge
    now: datetime
    local: tuple[LocalWord, ...] = ()

    @cached_property
    def plan(self) -> Nudging:
        """How nudges are set."""
        return self.learner.nudging or Nudging()

    @cached_property
    def today(self) -> date:
        """The day on the person's own calendar."""
        return self.now.astimezone(clock(self.plan)).date()

    @cached_property
    def case(self) -> Case:
        """The person and the goal, with no credential asked about."""
        return Case(
            knowledge=self.knowledge,
            today=self.today,
            asked=None,
            goal=goal_of(self.learner, Reading()),
            profile=merged(self.learner, Reading()),
            situations=self._situations(),
            local=self.local,
        )

    def _situations(self) -> frozenset[Situation]:
        goal = self.learner.goal
        return frozenset([goal.situation] if goal and goal.situation else [])

    @cached_property
    def role(self) -> Role | None:
        """The role aimed at, where it is known."""
        return self.case.role

    def link(self, mine: Credential) -> Link:
        """How one of the person's credentials connects to the goal."""
        title = self.knowledge.credentials.get(mine.known)
        return connect(mine.skills, title.roles if title else (), self.role, self.knowledge).link

    def with_status(self, status: Status) -> tuple[Credential, ...]:
        """The person's credentials of a status that may serve the goal, closest first."""
        found = [c for c in self.learner.credentials if c.status is status]
        order = (Link.STRONG, Link.PARTIAL, Link.UNKNOWN)
        ranked = [(order.index(self.link(c)), c) for c in found if self.link(c) in order]
        return tuple(c for _, c in sorted(ranked, key=lambda pair: pair[0]))

    @cached_property
    def idle(self) -> tuple[Credential, ...]:
        """Earned credentials that connect to the goal and that nothing has used yet."""
        return connected(self.case, unapplied(self.case))

    @cached_property
    def all_idle(self) -> tuple[Credential, ...]:
        """Every earned credential that nothing has used yet."""
        return unapplied(self.case)

    def open_project(self, mine: Credential) -> Project | None:
        """A project under way that applies a credential."""
        found = (p for p in self.learner.projects if p.credential == mine.id and not p.done)
        return next(found, None)

    def skill_for(self, skills: Iterable[str]) -> str:
        """The skill that matters most for the goal; empty where none is known."""
        known = [s for s in skills if s in self.knowledge.skills]
        core = [s for s in known if self.role and s in self.role.core]
        return next(iter(core or known), "")

    def sent(self, rule: str, about: str) -> tuple[Sent, ...]:
        """The nudges that a rule has sent about something, oldest first."""
        return tuple(s for s in self.plan.sent if s.rule == rule and s.about == about)

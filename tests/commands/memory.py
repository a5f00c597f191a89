"""A store in a dictionary, for tests of words by the ten thousand; documents are still written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.advice.learner import Learner
from bot.person import Person
from bot.store import AlreadyDone, Conflict, Loaded
from bot.store.documents import learner_text, workspace_text
from bot.store.outbox import Due, due_values
from bot.workspace import Workspace


@dataclass
class Memory:
    """What commands ask of a store. A document that no database could keep is refused here too."""

    people: dict[Person, tuple[Learner, int]] = field(default_factory=dict)
    workspaces: dict[tuple[str, str], Workspace] = field(default_factory=dict)
    events: set[str] = field(default_factory=set)
    names: int = 0

    async def load(self, person: Person, workspace: str | None = None) -> Loaded:
        """The learner and the workspace."""
        learner, version = self.people.get(person, (Learner(), 0))
        tenant = person.tenant if workspace is None else workspace
        return Loaded(learner, version, await self.workspace(person.platform, tenant))

    async def save(
        self, person: Person, learner: Learner, version: int, now: datetime,
        event: str | None = None, line_keys: Mapping[str, str] | None = None,
        due: Due | None = None,
    ) -> int:  # fmt: skip
        """Keeps the learner; the document is written and read back."""
        self._note(event)
        if self.people.get(person, (None, 0))[1] != version:
            raise Conflict
        learner_text(learner)
        if due is not None:
            due_values(due)
        self.people[person] = (learner, version + 1)
        return version + 1

    async def done(self, event: str) -> bool:
        """Whether an event was carried out."""
        return event in self.events

    async def first_time(self, events: list[str], now: datetime) -> bool:
        """Notes events; False when one was noted before."""
        fresh = self.events.isdisjoint(events)
        self.events |= set(events) if fresh else set()
        return fresh

    async def delete(self, person: Person) -> None:
        """Forgets a person."""
        self.people.pop(person, None)

    async def export(self, person: Person) -> dict[str, Any]:
        """The person's document, as text in JSON."""
        return {"learner": learner_text((await self.load(person)).learner)}

    async def workspace(self, platform: str, tenant: str) -> Workspace:
        """What a workspace has set."""
        return self.workspaces.get((platform, tenant), Workspace())

    async def save_workspace(
        self, platform: str, tenant: str, workspace: Workspace, now: datetime,
        event: str | None = None, before: Workspace | None = None,
    ) -> None:  # fmt: skip
        """Keeps it; the document is written and read back."""
        self._note(event)
        workspace_text(workspace)
        self.workspaces[platform, tenant] = workspace

    async def note_unrecognised(self, kind: str, name: str) -> None:
        """Counts names, and keeps none."""
        (kind + name).encode()
        self.names += 1

    def _note(self, event: str | None) -> None:
        if event in self.events:
            raise AlreadyDone(event)
        self.events |= {event} if event else set()

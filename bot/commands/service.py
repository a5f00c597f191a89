"""``answer``: loads the learner, runs the command, saves what changed, returns the reply."""

import json
import logging
import secrets
import traceback
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from time import perf_counter

from msgspec import Struct, field
from msgspec.structs import replace

from bot.advice.library import Library
from bot.advice.remembered import Remembered
from bot.advice.wording import Wording
from bot.advice.words import N_, Words, words_for
from bot.commands.command import Context, Effect, Outcome, Refused
from bot.commands.contact import with_news
from bot.commands.line import Line, parse
from bot.commands.running import run_line
from bot.commands.table import COMMANDS
from bot.figures import Figures, Unmeasured
from bot.nudges.planning import minute_of, new_due
from bot.person import Person
from bot.reply import Banner, Copyable, Reply, Tone
from bot.store import AlreadyDone, Conflict, Loaded, Store, StoreProblem
from bot.workspace import Workspace

log = logging.getLogger("badgewise")
MAX_LINE = 12_000
_TRIES = 3
_LANGUAGES = 50


class Ask(Struct, frozen=True, kw_only=True):
    """What a platform's payload comes down to.

    Either ``line`` (as typed) or ``command`` with ``values``. ``event`` is the platform's own id of
    the event, if it has one: the same event changes things once. ``of_others`` marks words that
    somebody else wrote. ``workspace`` is the tenant whose settings count where that is not the
    person's own; ``can_share`` says that others can be shown an answer; ``zone`` is the person's
    time zone where the platform knows it.
    """

    person: Person
    line: str = ""
    command: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    locale: str = "en"
    event: str = ""
    admin: bool = False
    who: str = ""
    of_others: bool = False
    workspace: str | None = None
    can_share: bool = False
    zone: str = ""


def refusal(text: str) -> Reply:
    """An error as a reply: one clear sentence."""
    return Reply(text, (Banner(text, Tone.BAD),), ok=False)


def mishap(command: str, error: BaseException) -> str:
    """Logs an unforeseen error without anybody's words, and returns its reference."""
    reference = secrets.token_hex(4)
    frames = traceback.extract_tb(error.__traceback__)
    where = " < ".join(f"{Path(f.filename).stem}:{f.lineno}" for f in reversed(frames[-4:]))
    kind, known = type(error).__name__, {"reference": reference, "command": command}
    log.error("mishap %s in /%s: %s at %s", reference, command, kind, where, extra=known)
    return reference


def apology(command: str, error: BaseException, words: Words) -> Reply:
    """What people are told of an unforeseen error: one sentence, with the log's reference."""
    return refusal(
        words(
            N_(
                "Something went wrong on my side (reference {reference}). Nothing was "
                "changed; please try again."
            ),
            reference=mishap(command, error),
        )
    )


class Service:
    """The core's one door; ``figures`` is told of every answer."""

    def __init__(self, library: Library, figures: Figures | None = None) -> None:
        self.library, self.figures = library, figures or Unmeasured()
        self._wordings: Mapping[Words, Wording] = Remembered(
            lambda words: Wording(words, library.knowledge), _LANGUAGES
        )

    def line(self, ask: Ask, words: Words) -> Line:
        """The command and values of an ask. Raises Refused."""
        if ask.command:
            if ask.command not in COMMANDS:  # an old menu
                return parse(f"/{ask.command}", words)
            return Line(COMMANDS[ask.command], dict(ask.values))
        if len(ask.line) > MAX_LINE:
            raise Refused(
                words(N_("That is too long: send at most {most} characters."), most=4_000)
            )
        return parse(ask.line, words)

    async def answer(self, ask: Ask, store: Store, now: datetime) -> Reply:
        """Answers one ask. Nothing that a user could cause is raised: it becomes a sentence."""
        began = perf_counter()
        reply, outcome = await self._answer(ask, store, now, words_for(ask.locale))
        self.figures.answered(reply.command, outcome, perf_counter() - began)
        return reply

    async def _answer(
        self, ask: Ask, store: Store, now: datetime, words: Words
    ) -> tuple[Reply, str]:
        """The reply, and how it came about in one word."""
        name = ""
        try:
            line = self.line(ask, words)
            name = line.command.name
            reply = await self._run(ask, line, store, now, words)
            outcome = "ok" if reply.ok else "refused"
        except Refused as error:
            reply, outcome = refusal(str(error)), "refused"
        except StoreProblem as error:
            reply, outcome = refusal(str(error)), "store"
        except AlreadyDone:
            reply = refusal(words(N_("That is done already; nothing was changed twice.")))
            outcome = "repeat"
        except Exception as error:  # noqa: BLE001 - the last defence; tests fail when it is reached
            reply, outcome = apology(name, error, words), "mishap"
        return replace(reply, command=name), outcome

    async def _run(self, ask: Ask, line: Line, store: Store, now: datetime, words: Words) -> Reply:
        for _ in range(_TRIES):
            loaded = await store.load(ask.person, ask.workspace)
            if loaded.workspace.language:
                words = words_for(loaded.workspace.language)
            context = Context(
                learner=loaded.learner,
                workspace=loaded.workspace,
                library=self.library,
                now=now,
                words=words,
                wording=self._wordings[words],
                admin=ask.admin,
                who=ask.who,
                of_others=ask.of_others,
                can_share=ask.can_share,
                zone=ask.zone,
                minute=minute_of(ask.person),
            )
            outcome = with_news(context, run_line(context, line))
            try:
                return await self._keep(ask, outcome, loaded, store, now)
            except Conflict:
                continue
        raise Refused(
            words(N_("You changed the same thing in two places at once; send that again."))
        )

    async def _keep(
        self, ask: Ask, outcome: Outcome, loaded: Loaded, store: Store, now: datetime
    ) -> Reply:
        reply = outcome.reply
        if outcome.effect:
            kept = await store.export(ask.person)
            text = json.dumps(kept, indent=2, ensure_ascii=False, sort_keys=True)
            reply = replace(reply, parts=(*reply.parts, Copyable(text, "badgewise-export.json")))
        if outcome.effect is Effect.DELETE_ME:
            await self._delete(ask, store, now)
        if outcome.learner is not None:
            event = ask.event or None
            due = new_due(loaded.learner.nudging, outcome.learner.nudging, now)
            await store.save(ask.person, outcome.learner, loaded.version, now, event, due=due)
        if outcome.workspace is not None:
            await self._keep_workspace(ask, outcome.workspace, loaded.workspace, store, now)
        for kind, name in outcome.unrecognised:
            await store.note_unrecognised(kind, name)
        return reply

    async def _delete(self, ask: Ask, store: Store, now: datetime) -> None:
        """A repeated event deletes nothing that was told in between."""
        if ask.event and await store.done(ask.event):
            raise AlreadyDone(ask.event)
        await store.delete(ask.person)
        if ask.event:
            await store.first_time([ask.event], now)

    async def _keep_workspace(
        self, ask: Ask, workspace: Workspace, before: Workspace, store: Store, now: datetime
    ) -> None:
        """Two admins at once: neither one's change is lost."""
        await store.save_workspace(
            ask.person.platform,
            ask.person.tenant if ask.workspace is None else ask.workspace,
            workspace,
            now,
            event=ask.event or None,
            before=before,
        )

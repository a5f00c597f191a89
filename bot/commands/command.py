"""A command as data: name, help, options and a pure function from context to outcome."""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, get_args, get_origin

from msgspec import Meta, Struct
from msgspec.structs import FieldInfo, fields

from bot.advice.learner import Learner
from bot.advice.library import Library
from bot.advice.wording import Wording
from bot.advice.words import Words
from bot.reply import Reply
from bot.workspace import Workspace

LONG = 4_000
LINE = 6_000  # a line that holds a long text and its other options
SHORT = 200


class Completes(StrEnum):
    """What an option can be completed from."""

    CREDENTIAL = "credential"
    PROVIDER = "provider"
    ROLE = "role"
    INDUSTRY = "industry"
    OWN_CREDENTIAL = "own_credential"
    OWN_PROJECT = "own_project"
    OWN_EXPERIENCE = "own_experience"
    OWN_EDUCATION = "own_education"
    COMMAND = "command"
    ZONE = "zone"


class Options(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of every command's options: unknown names and over-long texts are refused."""


def option(
    description: str,
    *,
    completes: Completes | None = None,
    means: Callable[[str], str] = str,
    max_length: int | None = SHORT,
    rest: bool = False,
    hidden: bool = False,
    **bounds: Any,
) -> Meta:
    """Declares one option, in ``Annotated``; without a default it is needed.

    ``means`` makes what is allowed of what people type. ``rest`` takes the remainder of a line as
    it stands.
    """
    extra = {"completes": completes, "means": means, "rest": rest, "hidden": hidden}
    return Meta(description=description, max_length=max_length, extra=extra, **bounds)


class Option(Struct, frozen=True, kw_only=True):
    """One option as an adapter needs it."""

    name: str
    description: str
    required: bool
    choices: tuple[str, ...]
    max_length: int | None
    minimum: float | None
    maximum: float | None
    completes: Completes | None
    means: Callable[[str], str]
    rest: bool
    hidden: bool


class Refused(Exception):  # noqa: N818 - a kind refusal is no program error
    """The command cannot be carried out; the sentence says what to do next."""


class Effect(StrEnum):
    """What a pure function asks the store to do."""

    DELETE_ME = "delete_me"
    EXPORT_ME = "export_me"


class Context(Struct, frozen=True, kw_only=True):
    """What a command may look at."""

    learner: Learner
    workspace: Workspace
    library: Library
    now: datetime
    words: Words
    wording: Wording
    admin: bool = False
    who: str = ""
    of_others: bool = False
    can_share: bool = False
    zone: str = ""  # the person's time zone, where the platform knows it
    minute: int = 0  # past the hour, so that not everybody is written to at once


class Outcome(Struct, frozen=True, kw_only=True):
    """What a command did: the reply, and the learner or workspace where they changed."""

    reply: Reply
    learner: Learner | None = None
    workspace: Workspace | None = None
    effect: Effect | None = None
    unrecognised: tuple[tuple[str, str], ...] = ()


class Command(Struct, frozen=True, kw_only=True, dict=True):
    """One thing to ask for. ``name`` has one word or two."""

    name: str
    help: str
    options: type[Options] = Options
    run: Callable[[Context, Any], Outcome]
    example: str = ""
    hidden: bool = False
    admin: bool = False

    @cached_property
    def fields(self) -> tuple[Option, ...]:
        """The options in order, required ones first."""
        return tuple(_option(field) for field in fields(self.options))

    @property
    def first(self) -> Option | None:
        """The option whose name may be left out."""
        return self.fields[0] if self.fields else None


def _option(field: FieldInfo) -> Option:
    kind, declared = _declared(field.type)
    return Option(
        name=field.name,
        description=declared.description or "",
        required=field.required,
        choices=tuple(str(word) for word in kind) if issubclass(kind, StrEnum) else (),
        max_length=declared.max_length,
        minimum=declared.ge,
        maximum=declared.le,
        **(declared.extra or {}),
    )


def _declared(kind: Any) -> tuple[type, Meta]:
    """The type and what ``option`` made, of ``Annotated[…]`` with ``| None`` in it or behind it."""
    if get_origin(kind) is not Annotated:
        kind = get_args(kind)[0]
    found, declared = get_args(kind)
    return next(iter(get_args(found)), found), declared

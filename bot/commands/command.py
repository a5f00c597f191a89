"""A command as data: name, help, options and a pure function from context to outcome."""

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import Enum, StrEnum
from functools import cached_property
from typing import Any, get_args

from msgspec import Struct
from pydantic import BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo

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


class Options(BaseModel):
    """Base of every command's options: unknown names and over-long texts are refused."""

    model_config = ConfigDict(
        extra="forbid", str_strip_whitespace=True, frozen=True, defer_build=True
    )


def option(
    description: str,
    *,
    default: Any = "",
    completes: Completes | None = None,
    max_length: int | None = SHORT,
    rest: bool = False,
    hidden: bool = False,
    **bounds: Any,
) -> Any:
    """Declares one option. ``rest`` takes the remainder of a line as it stands."""
    extra: dict[str, Any] = {"completes": completes, "rest": rest, "hidden": hidden}
    if max_length is not None:
        bounds["max_length"] = max_length
    return Field(default=default, description=description, json_schema_extra=extra, **bounds)


REQUIRED: Any = ...


class Option(Struct, frozen=True):
    """One option as an adapter needs it."""

    name: str
    description: str
    required: bool
    choices: tuple[str, ...]
    max_length: int | None
    minimum: float | None
    maximum: float | None
    completes: Completes | None
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
        return tuple(_option(n, f) for n, f in self.options.model_fields.items())

    @property
    def first(self) -> Option | None:
        """The option whose name may be left out."""
        return self.fields[0] if self.fields else None


def _option(name: str, info: FieldInfo) -> Option:
    extra: Mapping[str, Any] = (
        info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
    )
    bound: dict[str, Any] = {}
    for rule in info.metadata:
        for key in ("max_length", "ge", "le"):
            if hasattr(rule, key):
                bound[key] = getattr(rule, key)
    return Option(
        name=name,
        description=info.description or "",
        required=info.is_required(),
        choices=_choices(info.annotation),
        max_length=bound.get("max_length"),
        minimum=bound.get("ge"),
        maximum=bound.get("le"),
        completes=extra.get("completes"),
        rest=bool(extra.get("rest")),
        hidden=bool(extra.get("hidden")),
    )


def _choices(annotation: Any) -> tuple[str, ...]:
    for kind in (annotation, *get_args(annotation)):
        if isinstance(kind, type) and issubclass(kind, Enum):
            return tuple(str(member.value) for member in kind)
    return ()

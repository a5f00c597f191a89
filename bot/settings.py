"""Settings: defaults, then ``config.toml``, then ``BADGEWISE_SECTION__KEY`` in the environment."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, get_origin

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
    model_validator,
)
from pydantic_core import PydanticCustomError

CONFIG = Path("config.toml")
PREFIX = "badgewise_"


class SettingsError(ValueError):
    """A setting that cannot be used; the message names the key and the remedy, never a value."""


class Section(BaseModel):
    """One section of the file; unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True, defer_build=True)


class StoreSettings(Section):
    """Where learners are kept."""

    url: str = "sqlite:///badgewise.sqlite3"
    encryption_keys: list[SecretStr] = []


class KnowledgeSettings(Section):
    """Knowledge of the operator's own."""

    folder: Path | None = None


class DiscordSettings(Section):
    """The Discord application."""

    token: SecretStr | None = None
    api_url: str = ""
    shards: int = Field(default=0, ge=0, le=100_000)
    shard_ids: list[int] = []

    @model_validator(mode="after")
    def _shards_exist(self) -> "DiscordSettings":
        if any(not 0 <= shard < self.shards for shard in self.shard_ids):
            raise PydanticCustomError("shards", "shard_ids must lie below discord.shards")
        return self


class SlackSettings(Section):
    """The Slack app."""

    mode: Literal["socket", "http"] = "socket"
    bot_token: SecretStr | None = None
    app_token: SecretStr | None = None
    signing_secret: SecretStr | None = None
    client_id: str = ""
    client_secret: SecretStr | None = None
    admins: list[str] = []
    api_url: str = ""


class HttpSettings(Section):
    """The HTTP server: Slack's events, health and metrics."""

    host: str = "127.0.0.1"
    port: int = Field(default=8080, ge=0, le=65_535)
    public_url: str = ""
    health: bool = True


class LogSettings(Section):
    """What is written to standard error."""

    level: Literal["debug", "info", "warning", "error"] = "info"
    format: Literal["text", "json"] = "text"


class Settings(Section):
    """Everything that can be set."""

    store: StoreSettings = Field(default_factory=StoreSettings)
    knowledge: KnowledgeSettings = Field(default_factory=KnowledgeSettings)
    discord: DiscordSettings = Field(default_factory=DiscordSettings)
    slack: SlackSettings = Field(default_factory=SlackSettings)
    http: HttpSettings = Field(default_factory=HttpSettings)
    log: LogSettings = Field(default_factory=LogSettings)


def load_settings() -> Settings:
    """The settings in force. Raises SettingsError with names and reasons only."""
    told = _of_file()
    for section, key, value in _of_environment():
        if key:
            kept = told.get(section)
            told[section] = {**(kept if isinstance(kept, dict) else {}), key: value}
        else:
            told[section] = value
    try:
        return Settings(**told)
    except ValidationError as error:
        found = error.errors(include_input=False, include_url=False, include_context=False)
        reasons = "; ".join(f"{'.'.join(map(str, e['loc']))}: {_reason(e['type'])}" for e in found)
        raise SettingsError(f"These settings cannot be used: {reasons}.") from None


def _of_file() -> dict[str, Any]:
    """What ``config.toml`` says; nothing where there is none."""
    if not CONFIG.is_file():
        return {}
    import tomli  # noqa: PLC0415 - not needed without a file

    try:
        return tomli.loads(CONFIG.read_text(encoding="utf-8"))
    except (ValueError, OSError) as error:  # the file is no TOML, or cannot be opened
        raise SettingsError(f"{CONFIG} cannot be read: {type(error).__name__}.") from None


def _of_environment() -> Iterator[tuple[str, str, Any]]:
    """Section, key and value of each variable; without a key it is a whole section, as JSON."""
    for name in sorted(os.environ):  # a whole section before its keys
        section, _, key = name.lower().removeprefix(PREFIX).partition("__")
        kind = Settings.__annotations__.get(section)
        if kind is None or not name.lower().startswith(PREFIX):
            continue
        known = kind.model_fields.get(key)
        if key and not (known and get_origin(known.annotation) is list):
            yield section, key, os.environ[name]
            continue
        try:
            yield section, key, json.loads(os.environ[name])
        except ValueError:
            raise SettingsError(
                f"The environment's settings for {section} cannot be read: write a list as JSON,"
                ' such as ["one", "two"].'
            ) from None


def _reason(kind: str) -> str:
    """Why, without the value: the library's own message may show it."""
    known = {
        "extra_forbidden": "there is no such setting, see config.example.toml",
        "literal_error": "not one of the allowed words, see config.example.toml",
        "int_parsing": "must be a whole number",
        "shards": "discord.shard_ids must be numbers from 0 to below discord.shards",
        "greater_than_equal": "is too small",
        "less_than_equal": "is too large",
    }
    return known.get(kind, kind.replace("_", " "))

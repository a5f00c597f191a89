"""Settings: defaults, then ``config.toml``, then ``BADGEWISE_SECTION__KEY`` in the environment."""

import os
from pathlib import Path
from typing import Annotated, Any, Literal, get_origin

from msgspec import DecodeError, Meta, Struct, ValidationError, convert, field, json
from msgspec.structs import fields

from bot.checking import Matter, slip
from bot.secret import Secret

CONFIG = Path("config.toml")
PREFIX = "badgewise_"


class SettingsError(ValueError):
    """A setting that cannot be used; the message names the key and the remedy, never a value."""


class Section(Struct, forbid_unknown_fields=True):
    """One section of the file; unknown keys are refused."""


class StoreSettings(Section):
    """Where learners are kept."""

    url: str = "sqlite:///badgewise.sqlite3"
    encryption_keys: list[Secret] = []


class KnowledgeSettings(Section):
    """Knowledge of the operator's own."""

    folder: Path | None = None


class DiscordSettings(Section):
    """The Discord application."""

    token: Secret | None = None
    api_url: str = ""
    shards: Annotated[int, Meta(ge=0, le=100_000)] = 0
    shard_ids: list[int] = []


class SlackSettings(Section):
    """The Slack app."""

    mode: Literal["socket", "http"] = "socket"
    bot_token: Secret | None = None
    app_token: Secret | None = None
    signing_secret: Secret | None = None
    client_id: str = ""
    client_secret: Secret | None = None
    admins: list[str] = []
    api_url: str = ""


class HttpSettings(Section):
    """The HTTP server: Slack's events, health and metrics."""

    host: str = "127.0.0.1"
    port: Annotated[int, Meta(ge=0, le=65_535)] = 8080
    public_url: str = ""
    health: bool = True


class LogSettings(Section):
    """What is written to standard error."""

    level: Literal["debug", "info", "warning", "error"] = "info"
    format: Literal["text", "json"] = "text"


class Settings(Section):
    """Everything that can be set."""

    store: StoreSettings = field(default_factory=StoreSettings)
    knowledge: KnowledgeSettings = field(default_factory=KnowledgeSettings)
    discord: DiscordSettings = field(default_factory=DiscordSettings)
    slack: SlackSettings = field(default_factory=SlackSettings)
    http: HttpSettings = field(default_factory=HttpSettings)
    log: LogSettings = field(default_factory=LogSettings)


_REMEDIES = {
    Matter.UNKNOWN: "there is no such setting, see config.example.toml",
    Matter.WORD: "not one of the allowed words, see config.example.toml",
    Matter.TABLE: "must be a [section] of its own, see config.example.toml",
}
_SWITCH = {"yes": "true", "on": "true", "no": "false", "off": "false"}


def load_settings() -> Settings:
    """The settings in force. Raises SettingsError with names and reasons only."""
    return settings_of(_over(_file(), _environment()))


def settings_of(told: dict[str, Any]) -> Settings:
    """What is told, checked, over the defaults. Raises SettingsError."""
    try:
        found = convert(told, Settings, strict=False, dec_hook=_made)
    except ValidationError as error:
        wrong = slip(error)
    else:
        if all(0 <= shard < found.discord.shards for shard in found.discord.shard_ids):
            return found
        raise SettingsError("discord.shard_ids must be numbers from 0 to below discord.shards.")
    reason = _REMEDIES.get(wrong.matter, wrong.matter)
    raise SettingsError(f"These settings cannot be used: {'.'.join(wrong.path)}: {reason}.")


def _made(kind: type, value: Any) -> Any:
    """A secret or a path; both are written as text."""
    if isinstance(value, str):
        return kind(value)
    raise ValueError("Expected `str`")


def _file() -> dict[str, Any]:
    """What the file says; nothing where there is none."""
    if not CONFIG.is_file():
        return {}
    import tomli  # noqa: PLC0415 - not needed where everything comes from the environment

    try:
        return tomli.loads(CONFIG.read_text("utf-8"))
    except (ValueError, OSError) as error:  # it is no TOML, or cannot be opened
        raise SettingsError(f"{CONFIG} cannot be read: {type(error).__name__}.") from None


def _environment() -> dict[str, Any]:
    """What the environment says; a variable for a whole section goes before those for its keys."""
    told: dict[str, Any] = {}
    sections = {f.name: f.type for f in fields(Settings)}
    for name, text in sorted((name.lower(), text) for name, text in os.environ.items()):
        section, _, key = name.removeprefix(PREFIX).partition("__")
        if name.startswith(PREFIX) and section in sections:
            told = _over(told, {section: _variable(section, sections[section], key, text)})
    return told


def _variable(section: str, kind: type[Section], key: str, text: str) -> Any:
    """One variable's text: JSON for a list or a whole section, otherwise as it stands."""
    types = {f.name: f.type for f in fields(kind)}
    try:
        if not key:
            return json.decode(text, type=dict[str, Any])
        if get_origin(types.get(key)) is list:
            return {key: json.decode(text)}
    except DecodeError:
        raise SettingsError(
            f"The environment's settings for {section} cannot be read: write a list as JSON, such"
            ' as ["one", "two"].'
        ) from None
    return {key: _SWITCH.get(text.lower(), text) if types.get(key) is bool else text}


def _over(low: Any, high: Any) -> Any:
    """One telling over another: tables key by key, anything else whole."""
    if isinstance(low, dict) and isinstance(high, dict):
        return low | {key: _over(low.get(key), value) for key, value in high.items()}
    return high

"""Settings: defaults, then ``config.toml``, then ``BADGEWISE_SECTION__KEY`` in the environment."""

import re
from pathlib import Path
from typing import Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
    model_validator,
)
from pydantic_core import PydanticCustomError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)
from pydantic_settings import SettingsError as UnreadableError

CONFIG = Path("config.toml")


class SettingsError(ValueError):
    """A setting that cannot be used; the message names the key and the remedy, never a value."""


class Section(BaseModel):
    """One section of the file; unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)


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


class Settings(BaseSettings):
    """Everything that can be set."""

    model_config = SettingsConfigDict(
        env_prefix="BADGEWISE_",
        env_nested_delimiter="__",
        extra="forbid",
        toml_file=CONFIG,
        hide_input_in_errors=True,
    )

    store: StoreSettings = StoreSettings()
    knowledge: KnowledgeSettings = KnowledgeSettings()
    discord: DiscordSettings = DiscordSettings()
    slack: SlackSettings = SlackSettings()
    http: HttpSettings = HttpSettings()
    log: LogSettings = LogSettings()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - the library's signature
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments, then the environment, then the file."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def load_settings() -> Settings:
    """The settings in force. Raises SettingsError with names and reasons only."""
    try:
        return Settings()
    except ValidationError as error:
        found = error.errors(include_input=False, include_url=False, include_context=False)
        reasons = "; ".join(f"{'.'.join(map(str, e['loc']))}: {_reason(e['type'])}" for e in found)
        raise SettingsError(f"These settings cannot be used: {reasons}.") from None
    except UnreadableError as error:  # what should be JSON in the environment
        section = "".join(re.findall(r'field "(\w+)"', str(error))) or "a section"
        raise SettingsError(
            f"The environment's settings for {section} cannot be read: write a list as JSON, such"
            ' as ["one", "two"].'
        ) from None
    except (ValueError, OSError) as error:  # the file is no TOML, or cannot be opened
        raise SettingsError(f"{CONFIG} cannot be read: {type(error).__name__}.") from None


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

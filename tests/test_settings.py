"""Settings: the file, then the environment, and sentences that never show a value."""

from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError, load_settings

SECRET = "xoxb-not-to-be-shown"  # pragma: allowlist secret


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to start in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_without_anything_told() -> None:
    """Nothing told: the defaults."""
    assert load_settings() == Settings()


def test_environment_over_file(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable replaces the file's value for its key, whatever its case, and leaves the rest."""
    (here / "config.toml").write_text(
        '[http]\nport = 1\nhost = "h"\n[discord]\nshards = 4\nshard_ids = [0]\n'
        f'[store]\nencryption_keys = ["{SECRET}"]\n'
    )
    monkeypatch.setenv("badgewise_HTTP__port", "2")
    monkeypatch.setenv("BADGEWISE_DISCORD__SHARD_IDS", "[1, 2]")
    monkeypatch.setenv("BADGEWISE_SLACK", '{"mode": "http", "admins": ["a"]}')
    monkeypatch.setenv("BADGEWISE_SLACK__MODE", "socket")
    monkeypatch.setenv("BADGEWISE_SLACK__BOT_TOKEN", SECRET)
    monkeypatch.setenv("BADGEWISE_ELSEWHERE__X", "1")
    found = load_settings()
    assert (found.http.port, found.http.host) == (2, "h")
    assert (found.discord.shards, found.discord.shard_ids) == (4, [1, 2])
    assert (found.slack.mode, found.slack.admins) == ("socket", ["a"])
    secrets = [found.slack.bot_token, *found.store.encryption_keys]
    assert [secret.get_secret_value() for secret in secrets] == [SECRET] * 2
    assert SECRET not in f"{found} {found!r} {secrets} {secrets[0]}"


@pytest.mark.parametrize(
    ("word", "meant"), [("on", True), ("True", True), ("0", False), ("No", False)]
)
def test_yes_and_no(monkeypatch: pytest.MonkeyPatch, word: str, meant: bool) -> None:
    """A variable for what is on or off says it as such variables do everywhere."""
    monkeypatch.setenv("BADGEWISE_HTTP__HEALTH", word)
    assert load_settings().http.health is meant


@pytest.mark.parametrize(
    ("file", "variables", "named"),
    [
        (f"[stroe]\nurl = '{SECRET}'", {}, "stroe: there is no such setting"),
        (f"[store]\nurll = '{SECRET}'", {}, "store.urll: there is no such setting"),
        (f"store = '{SECRET}'", {}, "store: "),
        (f"[http]\nport = '{SECRET}'", {}, "http.port: must be a whole number"),
        (f"[[[{SECRET}", {}, "config.toml cannot be read: TOMLDecodeError"),
        ("", {"HTTP__PORT": SECRET}, "http.port: must be a whole number"),
        ("", {"HTTP__PORTT": SECRET}, "http.portt: there is no such setting"),
        ("[discord]\ntoken = 7", {}, "discord.token: must be text"),
        ("", {"HTTP__HEALTH": SECRET}, "http.health: must be true or false"),
        ("", {"HTTP__PORT": "70000"}, "http.port: is too large"),
        ("", {"SLACK__MODE": SECRET}, "slack.mode: not one of the allowed words"),
        ("", {"STORE__ENCRYPTION_KEYS": SECRET}, "settings for store cannot be read: write a list"),
        ("", {"STORE": SECRET}, "settings for store cannot be read"),
        ("", {"STORE__ENCRYPTION_KEYS": f'"{SECRET}"'}, "store.encryption_keys: "),
    ],
)  # fmt: skip
def test_what_cannot_be_used(
    here: Path, monkeypatch: pytest.MonkeyPatch, file: str, variables: dict[str, str], named: str
) -> None:
    """The sentence names the key and the remedy, and no value, which may be a secret."""
    (here / "config.toml").write_text(file)
    for name, value in variables.items():
        monkeypatch.setenv(f"BADGEWISE_{name}", value)
    with pytest.raises(SettingsError) as refused:
        load_settings()
    assert named in str(refused.value)
    assert SECRET not in f"{refused.value} {refused.value.__context__!r}"
    assert refused.value.__cause__ is None


def test_each_has_settings_of_its_own() -> None:
    """What is changed in one set of settings is not changed in another."""
    one, other = Settings(), Settings()
    one.store.url = "sqlite:///elsewhere"
    assert other.store.url == Settings().store.url != one.store.url

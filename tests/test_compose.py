"""The compose file and the image's recipe name nothing that does not exist, and no secret."""

import json
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from msgspec.structs import fields

from adapters.__main__ import RUN, arguments
from bot.settings import Settings, settings_of

ROOT = Path(__file__).parent.parent
COMPOSE = ROOT / "compose.yaml"
RECIPE = (ROOT / "Containerfile").read_text("utf-8")
Service = dict[str, Any]


@pytest.fixture(scope="module")
def services() -> dict[str, Service]:
    """What compose would run."""
    found: dict[str, Service] = yaml.safe_load(COMPOSE.read_text("utf-8"))["services"]
    return found


def ours(services: dict[str, Service]) -> dict[str, Service]:
    """The processes of Badgewise."""
    return {name: service for name, service in services.items() if "build" in service}


def test_every_command_exists(services: dict[str, Service]) -> None:
    """Each process is one that the command line knows; together they serve everything."""
    served = set()
    for service in ours(services).values():
        told = arguments().parse_args(service["command"])
        assert told.command in RUN
        served.add(told.only)
    assert served == {"discord", "slack", "nudges"}


def test_every_setting_exists(services: dict[str, Service]) -> None:
    """Each environment key is a setting, and each value that holds no secret is one it takes."""
    keys = {s.name: {key.name for key in fields(s.type)} for s in fields(Settings)}
    for service in ours(services).values():
        told: dict[str, dict[str, Any]] = {}
        for name, value in service["environment"].items():
            section, key = re.fullmatch(r"BADGEWISE_(\w+?)__(\w+)", name).groups()
            assert key.lower() in keys[section.lower()], name
            plain = re.sub(r"\$\{\w+:\?[^}]*\}", "x", value)
            read = json.loads(plain) if plain.startswith("[") else plain
            told.setdefault(section.lower(), {})[key.lower()] = read
        settings_of(told)


def test_secrets_are_elsewhere(services: dict[str, Service]) -> None:
    """What is secret comes from the environment file, whose example names exactly those keys."""
    text = COMPOSE.read_text("utf-8")
    named = set(re.findall(r"\$\{(\w+)", text))
    example = (ROOT / "compose.env.example").read_text("utf-8")
    assert dict(re.findall(r"^(\w+)=(.*)$", example, re.MULTILINE)) == dict.fromkeys(named, "")
    assert len(re.findall(r"\$\{\w+:\?", text)) == len(re.findall(r"\$\{", text)), "all required"
    for service in services.values():
        for key, value in service["environment"].items():
            if re.search(r"TOKEN|SECRET|PASSWORD|KEY|URL$", key):
                assert "${" in value, key
    assert "/.env" in (ROOT / ".gitignore").read_text("utf-8").splitlines()


def test_each_process_gets_its_own_secrets(services: dict[str, Service]) -> None:
    """Slack's secrets are not in the process of Discord, nor the other way round."""
    keys = {name: " ".join(service["environment"]) for name, service in services.items()}
    assert "SLACK" not in keys["discord"]
    assert "DISCORD" not in keys["slack"]
    assert "BADGEWISE" not in keys["database"]


def test_images_name_no_host(services: dict[str, Service]) -> None:
    """Images have their short official names: where they come from is the operator's affair."""
    images = [service["image"] for service in services.values()]
    images += re.findall(r"^FROM (\S+)", RECIPE, re.MULTILINE)
    assert len(images) >= 4
    assert all(re.fullmatch(r"[a-z]+(:[\w.-]+)?", image) for image in images), images


def test_volumes_and_health(services: dict[str, Service]) -> None:
    """What is mounted is declared; health is asked where the process answers."""
    declared = yaml.safe_load(COMPOSE.read_text("utf-8"))["volumes"]
    for service in services.values():
        assert {v.split(":")[0] for v in service.get("volumes", [])} <= set(declared)
    for service in ours(services).values():
        port = service["environment"]["BADGEWISE_HTTP__PORT"]
        assert f"127.0.0.1:{port}/readyz" in service["healthcheck"]["test"][-1]
        compile(service["healthcheck"]["test"][-1], "healthcheck", "exec")


def test_the_recipe_names_what_is_there() -> None:
    """The image is made from files that exist, of locked versions, and starts a program of ours."""
    for names in re.findall(r"^COPY (.+) \S+$", RECIPE, re.MULTILINE):
        assert all((ROOT / name).exists() for name in names.split()), names
    assert "--require-hashes -r requirements.lock" in RECIPE
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    entry = json.loads(re.findall(r"^ENTRYPOINT (.+)$", RECIPE, re.MULTILINE)[0])
    words = json.loads(re.findall(r"^CMD (.+)$", RECIPE, re.MULTILINE)[0])
    assert entry == list(project["scripts"])
    assert arguments().parse_args(words).command == "run"
    ignored = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    assert (ROOT / ".containerignore").read_text("utf-8").splitlines() == ignored
    copied = " ".join(re.findall(r"^COPY (.+) \S+$", RECIPE, re.MULTILINE)).split()
    assert {f"!{name}" for name in copied} <= set(ignored)


def test_the_image_holds_the_data(tmp_path: Path) -> None:
    """What the recipe installs brings the SQL and the knowledge along."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    (wheel,) = tmp_path.glob("*.whl")
    held = set(zipfile.ZipFile(wheel).namelist())
    for kind in ("bot/**/*.sql", "bot/**/*.toml", "bot/**/*.py", "adapters/**/*.py"):
        files = {str(path.relative_to(ROOT)) for path in ROOT.glob(kind)}
        assert files
        assert files <= held, files - held

"""The README names every module, command, option and setting."""

import re
from dataclasses import fields
from pathlib import Path

import pytest
import typer

import minuted
from web.settings import Settings, variable

ROOT = Path(__file__).parent.parent
PACKAGES = ["index", "qa", "web", "eval"]
COMMANDS = typer.main.get_command(minuted.app).commands  # type: ignore[attr-defined]
OPTIONS = sorted(
    {
        (name, option)
        for name, command in COMMANDS.items()
        for parameter in command.params
        for option in parameter.opts
        if option.startswith("--")
    }
)


@pytest.fixture(scope="module")
def readme() -> str:
    return (ROOT / "README.md").read_text(encoding="utf-8")


def test_readme_maps_every_module_once(readme):
    mapped = re.findall(r"^((?:\w+/)+\w+\.py) +\S", readme, re.MULTILINE)
    modules = [
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*.py")
        if path.name != "__init__.py"
    ]
    assert sorted(mapped) == sorted(modules)


@pytest.mark.parametrize("command", COMMANDS)
def test_readme_names_every_command(readme, command):
    assert f"minuted {command}" in readme


@pytest.mark.parametrize(("command", "option"), OPTIONS)
def test_readme_names_every_option(readme, command, option):
    assert re.search(rf"{re.escape(option)}\b", readme), f"minuted {command} {option}"


@pytest.mark.parametrize("setting", [row.name for row in fields(Settings)])
def test_readme_names_every_setting(readme, setting):
    assert variable(setting) in readme


def test_every_make_target_the_readme_names_exists(readme):
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = set(re.findall(r"`(?:[A-Z_]+=\S+ )*make ([a-z-]+)", readme))
    assert named
    assert named <= targets

"""What is installed is what the checkout holds, and nobody else claims our package names."""

import importlib.metadata
import re
import subprocess
import sys
import tomllib
import zipfile
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ["index", "qa", "web", "eval"]
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)$")


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def locked() -> dict[str, str]:
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    pins = [PINNED.match(line) for line in lines if line and not line.startswith("#")]
    assert all(pins), "every line of the lock pins one version"
    return {canonical(pin[1]): pin[2] for pin in pins if pin}


@pytest.fixture(scope="module")
def wheel_files(tmp_path_factory) -> set[str]:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.mark.parametrize("package", PACKAGES)
def test_no_other_distribution_claims_the_package_name(package):
    claimed_by = set(importlib.metadata.packages_distributions().get(package, []))
    assert claimed_by <= {"minuted"}


@pytest.mark.parametrize("package", PACKAGES)
def test_wheel_holds_every_file_of_the_package(wheel_files, package):
    files = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / package).rglob("*")
        if path.is_file() and not {"__pycache__", "node_modules"} & set(path.parts)
    }
    assert f"{package}/py.typed" in files
    assert files <= wheel_files


def test_wheel_holds_nothing_but_the_program(wheel_files):
    top_level = {name.partition("/")[0] for name in wheel_files}
    assert {name for name in top_level if not name.endswith(".dist-info")} == {
        *PACKAGES,
        "minuted.py",
    }


def test_every_direct_dependency_is_locked(project, locked):
    listed = [
        *project["build-system"]["requires"],
        *project["project"]["dependencies"],
        *chain.from_iterable(project["dependency-groups"].values()),
    ]
    names = {canonical(re.split(r"[\[<>=!~; ]", line)[0]) for line in listed}
    assert names <= locked.keys()


def test_lock_names_no_graphics_card_builds(locked):
    assert [name for name in locked if name.startswith(("nvidia", "cuda", "triton"))] == []
    assert "+" not in locked["torch"]


def test_everything_imported_is_a_direct_dependency(project):
    from tests.test_layers import OURS, modules

    owners = importlib.metadata.packages_distributions()
    # Their libraries come with dependency groups.
    apart = {"eval/peers.py", "eval/train.py"}
    installed = {name: used for name, used in modules().items() if name not in apart}
    used = set().union(*installed.values()) - sys.stdlib_module_names - OURS
    needed = {canonical(owners[name][0]) for name in used}
    listed = {
        canonical(re.split(r"[\[<>=!~; ]", line)[0]) for line in project["project"]["dependencies"]
    }
    assert needed <= listed


@pytest.mark.parametrize("script", sorted(ROOT.glob(".ci/*")), ids=lambda path: path.name)
def test_script_can_be_run(script):
    assert script.stat().st_mode & 0o100
    subprocess.run(["bash", "-n", script], check=True)

"""The rules for the code itself: the direction of imports, style, types, and what is locked."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="module")
def settings(project: Path) -> dict[str, Any]:
    return tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))


def run(project: Path, *command: str) -> None:
    finished = subprocess.run(
        [sys.executable, "-m", *command], cwd=project, capture_output=True, text=True, check=False
    )
    assert finished.returncode == 0, finished.stdout + finished.stderr


def test_imports_go_from_generators_to_macros_to_handbook(project: Path) -> None:
    """Imports keep the direction, and only the named modules know Word and MkDocs."""
    finished = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == 0, finished.stdout + finished.stderr


def test_the_code_keeps_to_the_rules_of_style(project: Path) -> None:
    """Ruff finds nothing to remark on."""
    run(project, "ruff", "check")


def test_the_code_is_laid_out_by_ruff(project: Path) -> None:
    """Nobody has to think about layout: `ruff format` would change nothing."""
    run(project, "ruff", "format", "--check")


def test_types_fit(project: Path) -> None:
    """mypy, at its strictest, finds no mistake."""
    run(project, "mypy")


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-test.lock"])
def test_every_dependency_is_locked_with_its_hash(
    project: Path, settings: dict[str, Any], lock: str
) -> None:
    """What pyproject.toml names stands in the lock file in that version, and all have hashes."""
    text = (project / lock).read_text(encoding="utf-8")
    locked = locked_versions(text)
    groups = settings["dependency-groups"]
    wanted = [*settings["project"]["dependencies"], *groups["setup"]]
    if lock == "requirements-test.lock":
        wanted += groups["test"]
    for requirement in wanted:
        name, _, version = requirement.partition("==")
        assert version, f"{requirement}: pin it, as in {name}==1.2.3"
        assert version in locked.get(name, ()), f"{requirement} is not in {lock}: run make lock"
    for entry in re.split(r"\n(?=\w)", text):
        assert "--hash=sha256:" in entry, f"no hash: {entry}"
    assert "://" not in text
    assert "--index" not in text
    assert "--find-links" not in text


def test_the_checks_run_with_what_people_use(project: Path) -> None:
    """Every version in requirements.lock is the one that the checks are run with."""
    used, tested = (
        locked_versions((project / name).read_text(encoding="utf-8"))
        for name in ("requirements.lock", "requirements-test.lock")
    )
    assert used.items() <= tested.items()


def test_what_builds_the_project_is_in_the_lock(settings: dict[str, Any]) -> None:
    """The project is installed with the setuptools of the lock, not with one fetched for it."""
    assert settings["build-system"]["requires"] == settings["dependency-groups"]["setup"]


def test_no_package_of_npm_names_where_it_came_from(project: Path) -> None:
    """package-lock.json works with any registry, and checks what it gets by its hash."""
    packages = json.loads((project / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    for name, package in packages.items():
        assert "resolved" not in package, name
        assert not name or "integrity" in package, name


def locked_versions(text: str) -> dict[str, set[str]]:
    """Return for each package its versions: more than one where Python versions differ."""
    versions: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([\w.-]+)==([\w.]+)", text, re.MULTILINE):
        versions.setdefault(name, set()).add(version)
    return versions

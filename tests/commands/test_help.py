"""What every command has in common: finding the project, help, README."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.conftest import Command, refused

COMMANDS = ("build", "serve", "templates", "check", "schema", "init", "release", "event", "fill")


def test_help_names_every_command(klantarena: Command) -> None:
    """`klantarena --help` lists all commands, and these tests know them all."""
    listed = re.findall(r"^│ (\w+)  ", klantarena("--help").stdout, re.MULTILINE)
    assert sorted(listed) == sorted(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_gives_an_example(klantarena: Command, command: str) -> None:
    """Each command shows how it is used."""
    finished = klantarena(command, "--help")
    assert finished.returncode == 0
    assert f"Example: klantarena {command}" in finished.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_the_readme_explains_every_command(project: Path, command: str) -> None:
    """README gives each command, as one types it."""
    assert f"klantarena {command}" in (project / "README.md").read_text(encoding="utf-8")


def test_the_readme_names_every_make_target(project: Path) -> None:
    """What `make` can do stands in README, in make's own help, and in the Makefile."""
    makefile = (project / "Makefile").read_text(encoding="utf-8")
    targets = set(re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)[1].split())  # type: ignore[index]
    told = targets - {"help", "setup-test"}
    assert set(re.findall(r"^# make (\w+)", makefile, re.MULTILINE)) == told
    readme = (project / "README.md").read_text(encoding="utf-8")
    assert {target for target in told if f"make {target}" not in readme} == set()


def test_help_is_quick_since_it_loads_little(project: Path) -> None:
    """Help does not wait for Word, MkDocs or the model to be loaded."""
    script = "import generators.__main__, sys; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", script], cwd=project, capture_output=True, text=True, check=True
    ).stdout.split()
    assert {"docx", "lxml", "mkdocs", "jinja2", "pydantic", "yaml"}.isdisjoint(loaded)


def test_the_module_is_the_same_command(project: Path, klantarena: Command) -> None:
    """`python -m generators` does what `klantarena` does."""
    module = subprocess.run(
        [sys.executable, "-m", "generators", "schema"],
        cwd=project,
        capture_output=True,
        text=True,
        check=True,
    )
    assert module.stdout == klantarena("schema").stdout


def test_the_project_is_found_from_a_folder_within(copy: Path, klantarena: Command) -> None:
    """Nobody has to go to the top folder first."""
    assert klantarena("schema", "--event", cwd=copy / "docs" / "en").returncode == 0


def test_the_project_can_be_named(copy: Path, tmp_path: Path, klantarena: Command) -> None:
    """From elsewhere, --project leads there."""
    assert klantarena("schema", "--event", "--project", str(copy), cwd=tmp_path).returncode == 0


@pytest.mark.parametrize("command", ["build", "serve", "check", "templates"])
def test_outside_a_project_it_says_where_to_go(
    tmp_path: Path, klantarena: Command, command: str
) -> None:
    """Without handbook.yml there is nothing to make, and the message says what to do."""
    out = ("--out", "kit") if command == "templates" else ()
    (line,) = refused(klantarena(command, *out, cwd=tmp_path))
    assert "handbook.yml" in line
    assert "--project" in line
    (line,) = refused(klantarena(command, *out, "--project", "nowhere", cwd=tmp_path))
    assert line.startswith("nowhere: ")

"""`make setup`: scripts/setup.sh with a stand-in for Python that notes what it is asked to do."""

import shutil
import subprocess
from pathlib import Path

import pytest

TOOLS = ("sh", "cat", "cksum", "dirname", "grep", "head", "mkdir", "cp", "chmod", "rm")
FILES = ("pyproject.toml", "requirements.lock", "requirements-test.lock", "scripts/setup.sh")
PYTHON = """#!/bin/sh
here=${TRACE:?}
case "$*" in
    *version_info*) exit ${OLD:-0} ;;
    *ensurepip*) exit ${WITHOUT_VENV:-0} ;;
    --version) echo "Python 3.9.1" ;;
    "-m venv "*) mkdir -p .venv/bin; cp "$0" .venv/bin/python; echo "$*" >> "$here" ;;
    "-m pip "*) echo "$*" >> "$here"; exit ${NO_NETWORK:-0} ;;
esac
"""


class Machine:
    """A machine with the usual commands and perhaps a Python, and a copy of what sets up."""

    def __init__(self, project: Path, folder: Path) -> None:
        self.project = folder / "project"
        self.commands = folder / "bin"
        self.trace = folder / "trace"
        (self.project / "scripts").mkdir(parents=True)
        self.commands.mkdir()
        for file in FILES:
            shutil.copy(project / file, self.project / file)
        for tool in TOOLS:
            (self.commands / tool).symlink_to(shutil.which(tool) or tool)

    def with_python(self) -> "Machine":
        python = self.commands / "python3"
        python.write_text(PYTHON, encoding="utf-8")
        python.chmod(0o755)
        return self

    def set_up(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        self.trace.unlink(missing_ok=True)
        return subprocess.run(
            [self.commands / "sh", "scripts/setup.sh", *arguments],
            cwd=self.project,
            env={"PATH": str(self.commands), "TRACE": str(self.trace), **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    @property
    def asked(self) -> list[str]:
        return self.trace.read_text(encoding="utf-8").splitlines() if self.trace.exists() else []


@pytest.fixture
def machine(project: Path, tmp_path: Path) -> Machine:
    return Machine(project, tmp_path)


def test_it_installs_only_what_the_lock_names_with_hashes(machine: Machine) -> None:
    """A fresh clone gets .venv, the packages of the lock, and the project; it says so."""
    finished = machine.with_python().set_up()
    assert finished.returncode == 0, finished.stderr
    venv, packages, itself = machine.asked
    assert venv == "-m venv --clear .venv"
    assert packages.endswith("install --require-hashes -r requirements.lock")
    assert itself.endswith("install --no-deps --no-build-isolation -e .")
    assert "Making .venv with Python" in finished.stdout
    assert "packages from requirements.lock" in finished.stdout


def test_a_second_run_does_nothing(machine: Machine) -> None:
    """Set up once, it is silent, for the site and for the checks."""
    machine.with_python().set_up("test")
    for arguments in ((), ("test",)):
        again = machine.set_up(*arguments)
        assert (again.returncode, again.stdout, machine.asked) == (0, "", [])


def test_the_checks_add_what_they_need(machine: Machine) -> None:
    """After `make serve`, `make test` installs the rest, into the same .venv."""
    machine.with_python().set_up()
    machine.set_up("test")
    assert not any("venv" in line for line in machine.asked)
    assert any("-r requirements-test.lock" in line for line in machine.asked)


@pytest.mark.parametrize("file", ["requirements.lock", "pyproject.toml"])
def test_a_changed_list_is_installed_anew(machine: Machine, file: str) -> None:
    """After an update of the project the packages follow."""
    machine.with_python().set_up()
    with (machine.project / file).open("a", encoding="utf-8") as lines:
        lines.write("# another\n")
    machine.set_up()
    assert any("-r requirements.lock" in line for line in machine.asked)


def test_an_interrupted_setup_is_done_again(machine: Machine) -> None:
    """Without a network it says so, and the next run begins where it failed."""
    finished = machine.with_python().set_up(NO_NETWORK="1")
    assert finished.returncode == 2
    assert "connection to the internet" in finished.stderr
    assert machine.set_up().returncode == 0
    assert any("-r requirements.lock" in line for line in machine.asked)


def test_a_moved_folder_gets_a_new_environment(machine: Machine) -> None:
    """The commands in .venv hold the path they were made in, so a moved folder starts anew."""
    machine.with_python().set_up()
    machine.project = machine.project.rename(machine.project.with_name("moved"))
    machine.set_up()
    assert machine.asked[0] == "-m venv --clear .venv"


def test_without_python_it_says_what_to_get(machine: Machine) -> None:
    """A machine without Python gets a plain answer, and nothing is made."""
    finished = machine.set_up()
    assert finished.returncode == 2
    assert "needs Python 3.11 or newer" in finished.stderr
    assert not (machine.project / ".venv").exists()


def test_an_old_python_is_named(machine: Machine) -> None:
    """It says which Python it found, and that it is too old."""
    finished = machine.with_python().set_up(OLD="1")
    assert finished.returncode == 2
    assert "needs Python 3.11 or newer; found only Python 3.9.1" in finished.stderr


def test_a_python_without_venv_gets_the_name_of_the_package(machine: Machine) -> None:
    """On Debian, venv is a package of its own; the answer names it."""
    finished = machine.with_python().set_up(WITHOUT_VENV="1")
    assert finished.returncode == 2
    assert "sudo apt install python3-venv" in finished.stderr
    assert machine.asked == []

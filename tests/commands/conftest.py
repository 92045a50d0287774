"""The commands as a person runs them: in a process of their own, in a copy of the project."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = subprocess.CompletedProcess[str]
Command = Callable[..., Run]


@pytest.fixture
def copy(project: Path, tmp_path: Path) -> Path:
    """Return a copy of the project that a test may spoil."""
    left_out = shutil.ignore_patterns(".*", "__pycache__", "node_modules", "site", "tests")
    return Path(shutil.copytree(project, tmp_path / "project", ignore=left_out))


@pytest.fixture
def klantarena(copy: Path) -> Command:
    """Run `klantarena` with some arguments, by default in the copy, its output piped."""

    def run(*arguments: str, cwd: Path = copy) -> Run:
        return subprocess.run(
            [Path(sys.executable).with_name("klantarena"), *arguments],
            cwd=cwd,
            capture_output=True,
            text=True,
            env={**os.environ, "COLUMNS": "100", "NO_COLOR": "1"},
            stdin=subprocess.DEVNULL,
            check=False,
            timeout=120,
        )

    return run


def refused(finished: Run) -> list[str]:
    """Return the lines of a refusal, having seen that it is one: exit 2 and no traceback."""
    assert finished.returncode == 2, finished.stdout + finished.stderr
    assert "Traceback" not in finished.stdout + finished.stderr
    assert finished.stdout == ""
    return finished.stderr.splitlines()

"""What a check does where a tool is missing: locally it says so, in CI it fails."""

import os
import shutil
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]


def tool(*names: str) -> str:
    """Return the path of the first of these programs that is installed.

    The project's own environment goes first: it has a Node.js that is new enough.
    """
    places = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    for name in names:
        if path := shutil.which(name, path=places):
            return path
    return missing(f"{' or '.join(names)} is not installed")


def npm_package(path: str) -> Path:
    """Return the path of a file or folder in node_modules."""
    found = PROJECT / "node_modules" / path
    if not found.exists():
        missing(f"node_modules/{path} is not there; run make test")
    return found


def missing(what: str) -> str:
    """Skip the test, saying what is missing; where everything must be there, fail."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"cannot check: {what}")
    pytest.skip(f"cannot check: {what}")

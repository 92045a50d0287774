"""What a check does where a tool is missing: locally it says so, in CI it fails."""

import os
import shutil

import pytest


def tool(*names: str) -> str:
    """Give the path of the first of these programs that is installed."""
    for name in names:
        if path := shutil.which(name):
            return path
    return missing(f"{' or '.join(names)} is not installed")


def missing(what: str) -> str:
    """Skip the test, saying what is missing; where everything must be there, fail."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"cannot check: {what}")
    pytest.skip(f"cannot check: {what}")

"""linkinator, as a second pair of eyes, follows every link over HTTP."""

import subprocess

import pytest

from handbook.model import Handbook
from tests.tools import npm_package, tool


@pytest.mark.xdist_group("site")
def test_linkinator_finds_no_broken_link(handbook: Handbook, address: str) -> None:
    """Every link of the site answers; its own address on the web is not asked."""
    found = subprocess.run(
        [
            tool("node"),
            str(npm_package(".bin/linkinator")),
            address,
            "--recurse",
            "--concurrency",
            "10",
            "--check-fragments",
            "--skip",
            f"^{handbook.publication.address}",
            "--verbosity",
            "error",
        ],
        capture_output=True,
        text=True,
        timeout=240,
    )
    assert found.returncode == 0, found.stdout + found.stderr

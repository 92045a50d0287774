"""linkinator, as a second pair of eyes, follows every link over HTTP."""

import subprocess
from pathlib import Path

import pytest

from handbook.model import Handbook
from tests.site.conftest import needed


@pytest.mark.xdist_group("site")
def test_linkinator_finds_no_broken_link(project: Path, handbook: Handbook, address: str) -> None:
    """Every link of the site answers; its own address on the web is not asked."""
    linkinator = needed(str(project / "node_modules/.bin/linkinator"), "run: npm ci")
    found = subprocess.run(
        [
            linkinator,
            address,
            "--recurse",
            "--check-fragments",
            "--skip",
            f"^{handbook.publication.address}",
            "--verbosity",
            "error",
        ],
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert found.returncode == 0, found.stdout + found.stderr

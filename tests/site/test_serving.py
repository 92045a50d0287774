"""While somebody writes: each edit shows, in either language; see also tests/commands."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.site.conftest import SmallProject


def test_an_edit_in_either_language_shows(small_project: SmallProject) -> None:
    """An edited page is built anew, and what was not edited is still there."""
    root = small_project()
    with _serving(root) as address:
        dutch, english = f"{address}day/first/", f"{address}en/day/first/"
        _wait_for(dutch, "Tekst.")
        for path, shown in (("docs/nl/day/first.md", dutch), ("docs/en/day/first.md", english)):
            page = root / path
            page.write_text(page.read_text("utf-8") + "\n\nEen nieuwe zin.\n", encoding="utf-8")
            _wait_for(shown, "Een nieuwe zin.")
            assert "Tekst." in _read(dutch) and "Tekst." in _read(english)
        assert "assets/javascripts/site.js" in _read(english)


@contextmanager
def _serving(project: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "mkdocs", "serve", "--livereload"),
            *("--dev-addr", f"127.0.0.1:{port}"),
        ],
        cwd=project,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait(timeout=20)


def _read(address: str) -> str:
    with urlopen(address, timeout=20) as answer:  # asks our own process on loopback
        return str(answer.read().decode())


def _wait_for(address: str, words: str) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            if words in _read(address):
                return
        except (URLError, ConnectionError):
            pass
        time.sleep(0.2)
    pytest.fail(f"{address} does not show {words!r}")

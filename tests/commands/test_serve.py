"""`klantarena serve`."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from urllib.error import URLError
from urllib.request import urlopen

from tests.commands.conftest import Command, refused

PATIENCE = 60.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def fetched(address: str) -> str:
    try:
        with urlopen(address, timeout=PATIENCE) as answer:
            return str(answer.read().decode())
    except URLError:
        return ""


def wait_until(true: Callable[[], bool], what: str) -> None:
    end = monotonic() + PATIENCE
    while not true():
        assert monotonic() < end, what
        sleep(0.05)


@contextmanager
def served(copy: Path, port: int, log: Path) -> Iterator[subprocess.Popen[bytes]]:
    with log.open("wb") as output:
        process = subprocess.Popen(
            [Path(sys.executable).with_name("klantarena"), "serve", "--port", str(port)],
            cwd=copy,
            stdout=output,
            stderr=subprocess.STDOUT,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            start_new_session=True,
        )
        try:
            yield process
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()


def test_a_saved_page_is_shown_and_a_mistake_is_said(copy: Path, tmp_path: Path) -> None:
    """The address it names shows the site, a saved page follows, a mistake in one is named."""
    port, log = free_port(), tmp_path / "log"
    address = f"http://127.0.0.1:{port}/"
    page = copy / "docs/nl/day/round-1.md"
    sound = page.read_text(encoding="utf-8")
    with served(copy, port, log) as process:
        wait_until(lambda: f"Look at {address}" in log.read_text("utf-8"), "it never served")
        assert 'lang="nl"' in fetched(address)
        assert 'lang="en"' in fetched(f"{address}en/")

        page.write_text(f"{sound}\nEen zin erbij.\n", encoding="utf-8")
        wait_until(
            lambda: "Een zin erbij." in fetched(f"{address}day/round-1/"), "it never followed"
        )

        page.write_text(sound + "\n{{ feild('event.date') }}\n", encoding="utf-8")
        wait_until(lambda: "feild" in log.read_text("utf-8"), "it never said what is wrong")
        assert "docs/nl/day/round-1.md:" in log.read_text("utf-8")
        assert "Traceback" not in log.read_text("utf-8")

        page.write_text(f"{sound}\nWeer goed.\n", encoding="utf-8")
        wait_until(lambda: "Weer goed." in fetched(f"{address}day/round-1/"), "it gave up")

        os.killpg(process.pid, signal.SIGINT)  # Ctrl+C reaches everything on the terminal
        assert process.wait(timeout=PATIENCE) == 0
    assert log.read_text("utf-8").endswith("Stopped.\n")
    assert fetched(address) == "", "nothing is left serving"


def test_a_port_that_is_taken_is_said(klantarena: Command) -> None:
    """It names another port to try, instead of failing after the build."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        (line,) = refused(klantarena("serve", "--port", str(port)))
    assert f"port {port} cannot be used" in line
    assert "klantarena serve --port" in line

"""How long the whole site takes, and how soon an edit is seen."""

import os
import pstats
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, sleep
from urllib.error import URLError
from urllib.request import urlopen

from benchmarks.fresh import megabytes


@dataclass(frozen=True, slots=True)
class Build:
    """One build of the whole site, in a fresh process."""

    seconds: float
    peak: float
    """Of its largest process, in MB."""


def copied(project: Path, folder: Path) -> Path:
    """Return a copy of the project in a folder, to edit and to build in."""
    left_out = shutil.ignore_patterns(".*", "node_modules", "site", "*.egg-info")
    return Path(shutil.copytree(project, folder / "project", ignore=left_out))


def build(project: Path) -> Build:
    """Build both languages once, as a person does."""
    began = perf_counter()
    process = subprocess.Popen(_command("build"), cwd=project, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = perf_counter() - began
    if process.returncode:
        raise SystemExit("the site cannot be built; see above")
    return Build(seconds, megabytes(usage.ru_maxrss))


def shares(project: Path, folder: Path) -> dict[str, float]:
    """Return which part of a build's time is spent in which package, the largest first.

    Watching every call makes small functions look dearer than they are.
    """
    notes = folder / "profile"
    subprocess.run(
        [
            *(sys.executable, "-m", "cProfile", "-o", str(notes)),
            *("-m", "mkdocs", "build", "--quiet", "--site-dir", str(folder / "profiled")),
        ],
        cwd=project,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"},
        check=True,
    )
    stats: dict[_Function, _Numbers] = vars(pstats.Stats(str(notes)))["stats"]
    seconds: dict[str, float] = {}
    for (file, _, _), (_, _, own, _, callers) in stats.items():
        # What is built in counts for whoever calls it.
        parts = (
            [(caller[0], numbers[2]) for caller, numbers in callers.items()]
            if file == "~"
            else [(file, own)]
        )
        for place, part in parts:
            seconds[_package(place)] = seconds.get(_package(place), 0) + part
    total = sum(seconds.values())
    return {name: part / total for name, part in sorted(seconds.items(), key=lambda item: -item[1])}


_Function = tuple[str, int, str]
_Numbers = tuple[int, int, float, float, dict[_Function, tuple[int, int, float, float]]]


def _package(file: str) -> str:
    """Return what a source file belongs to: a library, a part of this project, or Python."""
    path = Path(file)
    if "site-packages" in path.parts:
        return path.parts[path.parts.index("site-packages") + 1].removesuffix(".py")
    for part in ("generators/word", "generators", "macros", "handbook"):
        if f"/{part}/" in path.as_posix():
            return part
    return "Python"


def seen_after(project: Path, edits: dict[str, str], rounds: int) -> dict[str, list[float]]:
    """Return the seconds from saving a page until the server shows it, for each page.

    `edits` gives for each page of docs the address at which it is shown.
    """
    with _served(project) as address:
        waits: dict[str, list[float]] = {page: [] for page in edits}
        for number in range(rounds):
            for page, shown in edits.items():
                mark = f"Teken{number}{len(page)}"
                path = project / "docs" / page
                text = path.read_text(encoding="utf-8") + f"\n{mark}\n"
                began = perf_counter()
                path.write_text(text, encoding="utf-8")
                while mark not in _fetched(address + shown):
                    sleep(0.02)
                waits[page].append(perf_counter() - began)
                # The server looks at its files twice a second: begin at another moment each time.
                sleep(0.7 + number * 0.17)
        return waits


@contextmanager
def _served(project: Path) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        _command("serve", "--port", str(port)), cwd=project, stdout=subprocess.DEVNULL
    )
    try:
        address = f"http://127.0.0.1:{port}/"
        while not _fetched(address):
            if process.poll() is not None:
                raise SystemExit("the site cannot be served; see above")
            sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.wait()


def _fetched(address: str) -> str:
    try:
        with urlopen(address, timeout=60) as answer:
            return str(answer.read().decode())
    except URLError:
        return ""


def _command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "generators", *arguments]

"""The built site, served on loopback, and one browser to look at it."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

from handbook.model import Handbook
from tests.tools import tool


def build(
    project: Path, out: Path, *, builder: str = "mkdocs", strict: bool = True
) -> subprocess.CompletedProcess[str]:
    """Build a project's site as `klantarena build` does, and return what happened."""
    return subprocess.run(
        [
            sys.executable,
            "-m",
            builder,
            "build",
            *(["--strict"] if strict else []),
            "--config-file",
            str(project / "mkdocs.yml"),
            "--site-dir",
            str(out),
        ],
        cwd=project,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"},
        capture_output=True,
        text=True,
        timeout=120,
    )


class PagesOfAHost(SimpleHTTPRequestHandler):
    """Serves a folder as a static host does: 404.html of the root for whatever is not there."""

    def log_message(self, *_: Any) -> None:
        pass

    def send_error(self, code: int, *details: Any) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.exists():
            super().send_error(code, *details)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Server(ThreadingHTTPServer):
    """Lets as many callers wait as a host on the web would; five is what Python lets wait."""

    request_queue_size = 128


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port of loopback; gives the address, ending in a slash."""
    server = Server(("127.0.0.1", 0), partial(PagesOfAHost, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def site(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the whole site, once."""
    out = tmp_path_factory.mktemp("site") / "site"
    built = build(project, out)
    assert built.returncode == 0, built.stderr
    return out


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    with served(site) as where:
        yield where


expect.set_options(timeout=15_000)  # other tests want the machine too


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=tool("chromium"))
        yield opened
        opened.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Open a browser that has never been here."""
    visitor = browser.new_context(viewport={"width": 1280, "height": 900})
    visitor.set_default_timeout(15_000)
    yield visitor
    visitor.close()


def paths_of(handbook: Handbook, language: str) -> list[str]:
    """Return the addresses of a language's pages, seen from the root of the site."""
    folder = "" if language == handbook.languages[0] else f"{language}/"
    pages = ["index", *(page for phase in handbook.phases for page in phase.pages)]
    return [
        folder + ("" if page == "index" else f"{page.removesuffix('/index')}/") for page in pages
    ]


SmallProject = Callable[..., Path]


@pytest.fixture
def small_project(project: Path, tmp_path: Path) -> SmallProject:
    """Return a maker of projects that build fast: the real config and theme, two pages."""

    def make(pages: dict[str, str] | None = None, **changes: Any) -> Path:
        root = tmp_path / "project"
        root.mkdir()
        for name in ("overrides", "generators", "macros", "handbook"):
            (root / name).symlink_to(project / name)
        shutil.copy(project / "mkdocs.yml", root)
        config = yaml.load(
            (project / "handbook.yml").read_text(encoding="utf-8"),
            Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader),
        )
        config["phases"] = [
            {"id": "day", "name": {"nl": "Dag", "en": "Day"}, "pages": ["day/first"]}
        ]
        for key, value in changes.items():
            config[key] = {**config[key], **value} if isinstance(value, dict) else value
        (root / "handbook.yml").write_text(
            yaml.safe_dump(config, allow_unicode=True, sort_keys=False), encoding="utf-8"
        )
        start = (
            "---\ntitle: Begin\ndescription: Een begin.\n"
            "template: home.html\nsentence: Zin.\ndoors: []\n"
            "facts: []\ntemplates: []\n---\n\nTekst.\n"
        )
        first = (
            "---\ntitle: Eerste\ndescription: De eerste.\nfacts: []\ntemplates: []\n---\n\n"
            "## Kop {: #kop }\n\nTekst.\n"
        )
        for language in ("nl", "en"):
            _write(root / "docs" / language / "index.md", start)
            _write(root / "docs" / language / "day/first.md", first)
        for path, text in (pages or {}).items():
            _write(root / "docs" / path, text)
        return root

    return make


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")

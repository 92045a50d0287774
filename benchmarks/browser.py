"""How long a browser takes to fill the whole kit, with a letter for every guest."""

import shutil
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from time import perf_counter
from typing import Any

from playwright.sync_api import Page, sync_playwright

GUESTS = 16
_EVENT = {
    "organisation": {"name": "De Linde", "contact_phone": "000 000 00 00"},
    "event": {"title": "Klantarena", "date": "2027-05-12", "start_time": "13:30"},
    "team": {"lead": "Kim", "facilitator": "Noor"},
}


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing."""


def whole_kit(site: Path, rounds: int) -> tuple[list[float], int] | None:
    """Return the seconds from click to file, and how many Word files; None without Chromium."""
    chromium = shutil.which("chromium")
    if chromium is None:
        return None
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium)
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/my-klantarena/")
        guests = [{"name": f"Gast {number}", "accepted": True} for number in range(GUESTS)]
        page.evaluate("event => klantarena.event.hold(event, null)", {**_EVENT, "guests": guests})
        times = [_downloaded(page) for _ in range(rounds)]
        count: int = page.evaluate("document.querySelector('[data-kit-progress] progress').max")
        browser.close()
    server.shutdown()
    return times, count


def _downloaded(page: Page) -> float:
    began = perf_counter()
    with page.expect_download():
        page.locator("[data-download-kit]").click()
    return perf_counter() - began

"""Search finds what people type, in the language they are reading."""

from pathlib import Path

import pytest
import yaml
from playwright.sync_api import BrowserContext
from playwright.sync_api import TimeoutError as NotInTime

from handbook.model import Handbook

FIRST = (
    "[...document.querySelectorAll('.results__list > li')]"
    ".map(hit => new URL(hit.querySelector('a').href).pathname)"
)
SEARCHES = yaml.safe_load(Path(__file__).with_name("searches.yml").read_text(encoding="utf-8"))


@pytest.mark.xdist_group("site")
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_page_that_answers_is_among_the_first_three(
    handbook: Handbook, address: str, context: BrowserContext, language: str
) -> None:
    """What people type leads to the page that answers it, without scrolling."""
    home = address + ("" if language == handbook.languages[0] else f"{language}/")
    page = context.new_page()
    page.goto(home)
    folder = "" if language == handbook.languages[0] else f"{language}/"
    box = page.locator(".search__input")
    missed = {}
    for query, expected in SEARCHES[language].items():
        box.fill("")
        page.wait_for_function(f"{FIRST}.length === 0")
        box.fill(query)
        try:
            page.wait_for_function(
                f"page => {FIRST}.slice(0, 3).includes(page)",
                arg=f"/{folder}{expected}/",
                timeout=5000,
            )
        except NotInTime:
            missed[query] = page.evaluate(f"{FIRST}.slice(0, 3)")
    assert len(SEARCHES[language]) >= 25
    assert missed == {}, missed

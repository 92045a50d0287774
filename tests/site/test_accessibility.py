"""Everybody can use every page: axe-core finds nothing, it fits, and a keyboard is enough."""

from dataclasses import dataclass, field
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from handbook.model import Handbook
from tests.site.conftest import paths_of
from tests.tools import npm_package

# What axe knows of WCAG and good practice, once the page has come to rest after a resize.
_RUN = """async (rules) => {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    const options = {resultTypes: ["violations"]};
    if (rules.length) options.runOnly = {type: "rule", values: rules};
    return (await axe.run(document, options)).violations.map(
        found => `${found.id}: ${found.nodes.map(node => node.target.join(" ")).join(" | ")}`);
}"""
# Dark differs from light in its colours only, so only what looks at colours is asked again.
_RULES: dict[Literal["light", "dark"], list[str]] = {
    "light": [],
    "dark": ["color-contrast", "link-in-text-block"],
}


@dataclass
class Visit:
    """What somebody meets who opens every page in one language."""

    obstacles: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    wide: list[str] = field(default_factory=list)


@pytest.fixture(
    scope="module",
    params=[
        pytest.param("nl", marks=pytest.mark.xdist_group("site")),
        pytest.param("en", marks=pytest.mark.xdist_group("site-2")),
    ],
)
def visit(
    request: pytest.FixtureRequest, handbook: Handbook, address: str, browser: Browser
) -> Visit:
    """Open every page once, and look at it at 390 and 1280 pixels, light and dark."""
    language = request.param
    visitor = browser.new_context(reduced_motion="reduce", viewport={"width": 390, "height": 900})
    visitor.add_init_script(path=npm_package("axe-core/axe.min.js"))
    page = visitor.new_page()
    found = Visit()
    page.on("request", lambda request: found.asked.append(request.url))
    page.on("pageerror", lambda error: found.errors.append(f"{page.url}: {error}"))
    folder = "" if language == handbook.languages[0] else f"{language}/"
    views = [f"{folder}day/room-screen/#{view}" for view in ("screen", "facilitator")]
    missing = f"{language}/there/is/no/such/page"
    for path in [*paths_of(handbook, language), *views, missing, "print.html"]:
        page.goto(address + path)
        for width in (1280, 390):  # so the next page is loaded as on a phone
            page.set_viewport_size({"width": width, "height": 900})
            if path != "print.html" and page.evaluate(
                "document.documentElement.scrollWidth > innerWidth"
            ):
                found.wide.append(f"{path} at {width}")
            for scheme, rules in _RULES.items():
                page.emulate_media(color_scheme=scheme)
                found.obstacles += [
                    f"{path} {width} {scheme}: {each}" for each in page.evaluate(_RUN, rules)
                ]
    visitor.close()
    return found


def test_no_page_has_an_obstacle(visit: Visit) -> None:
    """axe-core finds 0 violations on every page, light and dark, at 390 and 1280 pixels."""
    assert visit.obstacles == []


def test_no_page_fails_or_asks_another_server(visit: Visit, address: str) -> None:
    """No script fails on any page, and nothing is asked of other hosts."""
    assert visit.errors == []
    assert [url for url in visit.asked if not url.startswith((address, "data:"))] == []


def test_no_page_scrolls_sideways(visit: Visit) -> None:
    """No page is wider than a phone of 390 pixels, nor than a screen of 1280."""
    assert visit.wide == []


@pytest.mark.xdist_group("site")
def test_a_keyboard_leads_from_home_to_the_invitation(
    address: str, context: BrowserContext
) -> None:
    """With Tab and Enter alone one comes from the first page to the invitation in Word."""
    page = context.new_page()
    page.goto(address)
    _tab_to(page, "Word-sjablonen")
    page.keyboard.press("Enter")
    page.wait_for_url("**/kit/")
    _tab_to(page, "Uitnodiging voor klanten")
    page.keyboard.press("Enter")
    page.wait_for_url("**/kit/customer-invitation/")
    _tab_to(page, "Download voor Word")
    with page.expect_download() as caught:
        page.keyboard.press("Enter")
    assert caught.value.suggested_filename == "06 Uitnodiging klant.docx"


@pytest.mark.xdist_group("site")
def test_the_first_tab_skips_to_the_text(address: str, context: BrowserContext) -> None:
    """The first Tab on a page offers a way past the navigation, and it arrives."""
    page = context.new_page()
    page.goto(address + "day/round-1/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Direct naar de tekst")
    expect(page.locator(":focus")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#__content")).to_be_focused()


@pytest.mark.xdist_group("site")
def test_a_phone_menu_works_by_keyboard(address: str, context: BrowserContext) -> None:
    """At 390 pixels the menu opens with Enter, shows the pages, and closes with Escape."""
    page = context.new_page()
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address + "day/round-1/")
    menu = page.locator(".menu > summary")
    menu.focus()
    page.keyboard.press("Enter")
    link = page.locator(".menu a[href$='/round-2/']")
    expect(link).to_be_visible()
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()
    expect(menu).to_be_focused()


def _tab_to(page: Page, text: str) -> None:
    for _ in range(120):  # the list of templates beside the page is long
        page.keyboard.press("Tab")
        if (page.evaluate("document.activeElement.textContent") or "").strip().startswith(text):
            return
    raise AssertionError(f"no Tab leads to {text!r}")

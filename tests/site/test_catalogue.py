"""The page of the kit: the start kit, and every template in the order a visitor wants."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generators.kit import KitFile
from handbook.choices import default_choices
from handbook.model import Handbook
from handbook.templates import Template, templates

pytestmark = pytest.mark.xdist_group("site")


@pytest.fixture(scope="module")
def dutch(project: Path, handbook: Handbook) -> tuple[Template, ...]:
    return templates(project, handbook, "nl")


@pytest.fixture
def without_script(browser: Browser) -> Iterator[BrowserContext]:
    visitor = browser.new_context(java_script_enabled=False)
    visitor.set_default_timeout(15_000)
    yield visitor
    visitor.close()


def names(page: Page, within: str = ".catalogue") -> list[str]:
    """Return the templates that show, from top to bottom."""
    return [
        str(link.get_attribute("href")).strip("/").removeprefix("../")
        for link in page.locator(f"{within} .entry__name a:visible").all()
    ]


def test_each_order_shows_every_template_once_under_its_own_heading(
    address: str, context: BrowserContext, handbook: Handbook, dutch: tuple[Template, ...]
) -> None:
    """By time, by who fills it in, by kind: all are there, each below the name of its group."""
    page = context.new_page()
    page.goto(address + "kit/")
    everything = sorted(template.identifier for template in dutch)
    for order in ("who", "what", "when"):
        page.locator(f"[name=order][value={order}]").check(force=True)
        assert sorted(names(page)) == everything, order
        assert page.locator(".view:visible").count() == 1
    page.locator("[name=order][value=who]").check(force=True)
    for name, role in handbook.roles.items():
        wanted = [one.identifier for one in dutch if one.word.filled_by == name]
        if wanted:
            heading = page.locator(f"#who-{name.replace('_', '-')}")
            assert heading.inner_text().lower() == role.name.nl
            assert names(page, f"#who-{name.replace('_', '-')} + .entries") == wanted


def test_a_keyboard_changes_the_order(address: str, context: BrowserContext) -> None:
    """With the arrow keys one goes from order to order, and the list follows at once."""
    page = context.new_page()
    page.goto(address + "kit/")
    before = names(page)
    page.locator("[name=order]:checked").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("[name=order][value=who]")).to_be_focused()
    assert names(page) != before
    page.keyboard.press("ArrowLeft")
    assert names(page) == before


def test_the_catalogue_needs_no_script(
    address: str, without_script: BrowserContext, dutch: tuple[Template, ...]
) -> None:
    """Without JavaScript all templates stand there in the order of time, each with its file."""
    page = without_script.new_page()
    page.goto(address + "kit/")
    assert sorted(names(page)) == sorted(template.identifier for template in dutch)
    assert names(page)[0] == dutch[0].identifier
    assert page.locator(".catalogue .entry .download:visible").count() >= len(dutch)
    expect(page.locator(".orders")).to_be_hidden()


def test_the_start_kit_stands_first(
    address: str, context: BrowserContext, dutch: tuple[Template, ...]
) -> None:
    """Above the list stand the templates that a first-timer needs, and no others."""
    page = context.new_page()
    page.goto(address + "kit/")
    wanted = [template.identifier for template in dutch if template.word.start_kit]
    assert names(page, ".shelf") == wanted
    assert str(len(wanted)) in page.locator(".shelf__lead").inner_text()
    shelf, catalogue = page.locator(".shelf").bounding_box(), page.locator(".catalogue")
    assert shelf is not None
    assert shelf["y"] < catalogue.bounding_box()["y"]  # type: ignore[index]


def test_an_entry_says_what_one_needs_to_choose(
    address: str, context: BrowserContext, dutch: tuple[Template, ...], kit: dict[str, KitFile]
) -> None:
    """Number, use, who fills it in, how many pages, and a file of the size it says."""
    page = context.new_page()
    page.goto(address + "kit/")
    for template in dutch[:6]:
        entry = page.locator(f"[data-entry={template.identifier}]")
        text = entry.inner_text()
        assert f"{template.word.number:02}" in text
        assert template.description in text
        assert f"{template.word.pages} bladzijde" in text
        link = entry.locator(".download:visible")
        told = int(link.inner_text().split()[1])
        size = len(kit[f"nl/{link.get_attribute('download')}"].data)
        assert 0 <= told * 1000 - size < 1000


def test_a_choice_made_elsewhere_changes_the_file_here(
    handbook: Handbook, address: str, context: BrowserContext
) -> None:
    """Whoever chose a mode gets that mode's file from the catalogue too."""
    default = default_choices(handbook).round3
    other = next(mode for mode in handbook.choices["round3"].modes if mode != default)
    page = context.new_page()
    page.goto(address + "kit/run-sheet/")
    page.locator("select[data-choice=round3]").select_option(other)
    page.goto(address + "kit/")
    link = page.locator("[data-entry=run-sheet] .download:visible")
    assert handbook.choices["round3"].modes[other].name.nl in str(link.get_attribute("download"))


def test_every_picture_is_that_of_its_template(
    site: Path, handbook: Handbook, kit: dict[str, KitFile]
) -> None:
    """In the catalogue, and in the strip below a page, stands the template's own first sheet."""
    default = default_choices(handbook)
    drawings = {
        file.template.identifier: file.thumbnail.drawing
        for name, file in kit.items()
        if name.startswith("nl/")
        and all(file.choices[choice] == default[choice] for choice in file.template.word.choices)
    }
    catalogue = html.parse(site / "kit/index.html").getroot()
    for entry in catalogue.find_class("entry"):
        (drawing,) = entry.xpath(".//svg/g")
        assert _paths(drawing) == _paths(html.fromstring(f"<g>{drawings[entry.get('data-entry')]}"))
    page = html.parse(site / "day/round-1/index.html").getroot()
    offers = page.xpath("//*[contains(@class, 'strip')]//li")
    assert offers
    for offer in offers:
        name = offer.xpath("string(.//*[@class='strip__name']/@href)").strip("/").split("/")[-1]
        assert _paths(offer.xpath(".//svg/g")[0]) == _paths(html.fromstring(f"<g>{drawings[name]}"))


def _paths(group: html.HtmlElement) -> list[str]:
    return [str(path.get("d")) for path in group.iter("path")]

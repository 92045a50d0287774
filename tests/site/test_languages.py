"""Two languages: the switcher stays on the page, and each has its own search."""

import json
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import BrowserContext, expect

from handbook.model import Handbook
from tests.site.conftest import SmallProject, build, paths_of

pytestmark = pytest.mark.xdist_group("site")


def test_the_switcher_stays_on_the_page(site: Path, handbook: Handbook) -> None:
    """From every page, in either language, the switcher leads to that page in the other one."""
    dutch, english = (paths_of(handbook, language) for language in ("nl", "en"))
    for here, there in [*zip(dutch, english, strict=True), *zip(english, dutch, strict=True)]:
        page = html.parse(site / here / "index.html").getroot()
        (link,) = page.xpath("//nav[@class='languages']/a/@href")
        assert (site / here / link / "index.html").resolve() == site / there / "index.html"


@pytest.mark.parametrize(
    ("here", "there"), [("no/such/page/", "en/no/such/page/"), ("day/round-9/", "en/day/round-9/")]
)
def test_the_switcher_stays_on_a_page_that_does_not_exist(
    here: str, there: str, address: str, context: BrowserContext
) -> None:
    """From a 404 the switcher leads to the same place in the other language."""
    page = context.new_page()
    page.goto(address + here)
    page.locator(".languages a").click()
    assert page.url == address + there


def test_a_page_that_does_not_exist_speaks_both_languages(
    address: str, context: BrowserContext
) -> None:
    """A host knows one 404 page: it says in Dutch and in English what to do, and its links work."""
    page = context.new_page()
    asked = page.goto(address + "en/deep/down/nothing")
    assert asked is not None and asked.status == 404
    expect(page.locator("[lang=nl] >> text=Deze pagina bestaat niet")).to_be_visible()
    expect(page.locator("[lang=en] >> text=This page does not exist")).to_be_visible()
    page.get_by_role("link", name="To the start of the handbook").click()
    assert page.url == address + "en/"


@pytest.mark.parametrize(
    ("path", "query", "found", "absent"),
    [
        ("", "gespreksleider", "prepare/facilitator/", "/en/"),
        ("", "gegevens", "/", "/en/"),
        ("en/", "facilitator", "en/prepare/facilitator/", None),
    ],
)
def test_search_answers_in_its_own_language(
    path: str, query: str, found: str, absent: str | None, address: str, context: BrowserContext
) -> None:
    """The search box finds words of its own language, in their plural too, and no other pages."""
    page = context.new_page()
    page.goto(address + path)
    page.locator(".search__input").fill(query)
    expect(page.locator(f".results a[href*='{found}']").first).to_be_visible()
    if absent:
        expect(page.locator(f".results a[href*='{absent}']")).to_have_count(0)


def test_search_opens_and_closes_on_a_phone(address: str, context: BrowserContext) -> None:
    """At 390 pixels a button opens the search box, and another one closes it."""
    page = context.new_page()
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address)
    page.get_by_role("button", name="Zoeken", exact=True).click()
    box = page.locator(".search__input")
    expect(box).to_be_focused()
    page.keyboard.type("luisteren")
    expect(page.locator(".results a").first).to_be_visible()
    page.get_by_role("button", name="Zoeken sluiten").click()
    expect(box).to_be_hidden()


def test_each_language_has_an_index_of_its_own(site: Path, handbook: Handbook) -> None:
    """No text of the one language is in the search index of the other."""
    for language, folder in (("nl", ""), ("en", "en/")):
        index = json.loads((site / folder / "search/search_index.json").read_text("utf-8"))
        assert index["config"]["lang"] == [language]
        titles = " ".join(entry["title"] for entry in index["docs"])
        for other in handbook.languages:
            assert (handbook.rounds["round1"].name[other] in titles) == (other == language)


def test_a_fork_may_put_english_first(small_project: SmallProject, tmp_path: Path) -> None:
    """With languages: [en, nl] English stands at the root and Dutch in nl/."""
    built = build(small_project(languages=["en", "nl"]), tmp_path / "out")
    assert built.returncode == 0, built.stderr
    assert html.parse(tmp_path / "out/day/first/index.html").getroot().get("lang") == "en"
    assert html.parse(tmp_path / "out/nl/day/first/index.html").getroot().get("lang") == "nl"


def test_a_fork_may_keep_one_language(small_project: SmallProject, tmp_path: Path) -> None:
    """With languages: [nl] there is no other language and nothing to switch to."""
    built = build(small_project(languages=["nl"]), tmp_path / "out")
    assert built.returncode == 0, built.stderr
    assert not (tmp_path / "out/en").exists()
    page = html.parse(tmp_path / "out/day/first/index.html").getroot()
    assert page.xpath("//nav[@class='languages']/a") == []

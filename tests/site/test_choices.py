"""A choice for round 2 or 3 is made once, and every page follows."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from handbook.choices import default_choices
from handbook.model import Handbook

pytestmark = pytest.mark.xdist_group("site")


def _other_mode(handbook: Handbook) -> str:
    default = default_choices(handbook).round3
    return next(mode for mode in handbook.choices["round3"].modes if mode != default)


def _name(handbook: Handbook, mode: str, language: str = "nl") -> str:
    return str(handbook.choices["round3"].modes[mode].name[language])  # type: ignore[index]


def _shown_downloads(page: Page) -> list[str]:
    return [
        item.inner_text() for item in page.locator(".downloads__name").all() if item.is_visible()
    ]


def test_a_tab_is_followed_on_other_pages_and_in_the_other_language(
    handbook: Handbook, address: str, context: BrowserContext
) -> None:
    """Open a mode's tab on one page: the run sheet, in either language, is that mode's."""
    chosen = _other_mode(handbook)
    page = context.new_page()
    page.goto(address + "day/round-3/")
    page.locator(".tabbed-labels > label", has_text=_name(handbook, chosen)).first.click()
    for path, language in (("kit/run-sheet/", "nl"), ("en/kit/run-sheet/", "en")):
        page.goto(address + path)
        assert page.locator("select[data-choice=round3]").input_value() == chosen
        (file,) = _shown_downloads(page)
        assert _name(handbook, chosen, language) in file


def test_all_that_depends_on_a_choice_follows_at_once(
    handbook: Handbook, address: str, context: BrowserContext
) -> None:
    """Choosing on a template's card changes text, tabs and download of that page together."""
    page = context.new_page()
    page.goto(address + "kit/run-sheet/")
    for mode in handbook.choices["round3"].modes:
        page.locator("select[data-choice=round3]").select_option(mode)
        shown = page.locator("[data-round3]:visible").all()
        assert len(shown) > 1, mode
        assert all(mode in (each.get_attribute("data-round3") or "").split() for each in shown)


def test_a_preset_sets_both_choices(
    handbook: Handbook, address: str, context: BrowserContext
) -> None:
    """The button of a preset chooses its mode of each round, and shows itself pressed."""
    page = context.new_page()
    page.goto(address + "kit/run-sheet/")
    for letter, preset in handbook.presets.items():
        button = page.locator(f"[data-preset={letter}]")
        button.click()
        expect(button).to_have_attribute("aria-pressed", "true")
        assert page.locator("[data-preset][aria-pressed=true]").count() == 1
        for choice in ("round2", "round3"):
            value = page.locator(f"select[data-choice={choice}]").input_value()
            assert value == getattr(preset, choice)


def test_what_was_kept_wrongly_does_no_harm(
    handbook: Handbook, address: str, context: BrowserContext
) -> None:
    """Nonsense in the browser's storage, or a mode that was renamed, gives the default."""
    page = context.new_page()
    page.goto(address)
    for nonsense in ("{", '{"round3": "gone"}', "null", "[]"):
        page.evaluate("value => localStorage.setItem('/.choices', value)", nonsense)
        page.goto(address + "kit/run-sheet/")
        chosen = page.locator("select[data-choice=round3]").input_value()
        assert chosen == default_choices(handbook).round3


@pytest.fixture
def without_script(browser: Browser) -> Iterator[BrowserContext]:
    visitor = browser.new_context(java_script_enabled=False)
    yield visitor
    visitor.close()


def test_without_script_the_default_shows_and_every_file_is_listed(
    handbook: Handbook, address: str, without_script: BrowserContext
) -> None:
    """Without JavaScript text is the default's, its tab is open, and all downloads are links."""
    default = default_choices(handbook)
    page = without_script.new_page()
    page.goto(address + "kit/run-sheet/")
    combinations = len(handbook.choices["round2"].modes) * len(handbook.choices["round3"].modes)
    assert len(_shown_downloads(page)) == combinations
    assert not page.locator(".chooser").is_visible()
    for each in page.locator(".sheet [data-round3]:visible").all():
        assert default.round3 in (each.get_attribute("data-round3") or "").split()
    page.goto(address + "day/round-3/")
    opened = page.locator(".tabbed-set").first.locator("input:checked")
    label = page.locator(f"label[for={opened.get_attribute('id')}]")
    assert label.inner_text() == _name(handbook, default.round3)


def test_print_shows_only_what_was_chosen(address: str, context: BrowserContext) -> None:
    """On paper stands the chosen mode, and no navigation."""
    page = context.new_page()
    page.goto(address + "day/round-3/")
    page.emulate_media(media="print")
    assert page.locator(".tabbed-block:visible").count() == page.locator(".tabbed-set").count()
    for away in (".masthead", ".part", ".foot", ".strip"):
        expect(page.locator(away).first).to_be_hidden()

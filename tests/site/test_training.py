"""A trainer finds the way in, and everything to take along."""

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from generators.decks import decks
from handbook.model import Handbook, Language

pytestmark = pytest.mark.xdist_group("site")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_trainer_is_one_click_from_home(
    handbook: Handbook, address: str, context: BrowserContext, language: str
) -> None:
    """A door of the first page leads to the trainers' section, and that to the booklet in Word."""
    folder = "" if language == handbook.languages[0] else f"{language}/"
    page = context.new_page()
    page.goto(address + folder)
    page.locator(".doors__title", has_text="train").click()
    page.wait_for_url(f"**/{folder}train/trainers/")
    booklet = page.locator(".strip a[href*='50%20']")
    with page.expect_download() as caught:
        booklet.click()
    assert caught.value.suggested_filename.startswith("50 ")


def test_an_answer_of_the_quiz_opens_by_keyboard(address: str, context: BrowserContext) -> None:
    """The answer is hidden until somebody asks for it, with a click or with Enter."""
    page = context.new_page()
    page.goto(f"{address}train/quiz/")
    answer = page.locator("details.answer").first
    expect(answer.locator("p")).to_be_hidden()
    answer.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(answer.locator("p")).to_be_visible()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_slides_are_saved_with_one_click(
    project: Path,
    handbook: Handbook,
    address: str,
    context: BrowserContext,
    tmp_path: Path,
    language: Language,
) -> None:
    """The workshop leads to its slides, and their button saves the presentation itself."""
    (deck,) = decks(handbook, project, language)
    folder = "" if language == handbook.languages[0] else f"{language}/"
    page = context.new_page()
    page.goto(f"{address}{folder}train/workshop/")
    page.locator("main a[href$='/slides/']").first.click()
    page.wait_for_url(f"**/{folder}train/slides/")
    with page.expect_download() as caught:
        page.locator(".downloads__file a").click()
    assert caught.value.suggested_filename == deck.name
    caught.value.save_as(tmp_path / "saved.pptx")
    assert (tmp_path / "saved.pptx").read_bytes() == deck.data


def test_what_is_said_opens_below_its_slide(address: str, context: BrowserContext) -> None:
    """On the page a slide is seen alone; the speaker's text opens by keyboard."""
    page = context.new_page()
    page.goto(f"{address}train/slides/")
    slide = page.locator(".slides__one").nth(1)
    said = slide.locator("blockquote", has_text="Binnenkort zitten hier klanten")
    expect(said).to_be_hidden()
    slide.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(said).to_be_visible()

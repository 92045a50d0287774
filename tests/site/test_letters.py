"""A letter can be copied: its subject, its text for an e-mail, its short message."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from handbook.model import Handbook

pytestmark = pytest.mark.xdist_group("site")

READ = """async kind => {
    const [item] = await navigator.clipboard.read();
    return item.types.includes(kind) ? (await item.getType(kind)).text() : null;
}"""


@pytest.fixture
def copying(context: BrowserContext) -> BrowserContext:
    """Let the page use the clipboard, as a click does in a visitor's own browser."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    return context


@pytest.fixture
def without_script(browser: Browser) -> Iterator[BrowserContext]:
    visitor = browser.new_context(java_script_enabled=False)
    visitor.set_default_timeout(15_000)
    yield visitor
    visitor.close()


def copied(page: Page, button: str, kind: str = "text/plain", place: int = 0) -> str:
    """Press the button, wait until it says that it is done, and return what was copied."""
    found = page.get_by_role("button", name=button, exact=True).nth(place)
    found.click()
    expect(found.locator("xpath=../*[@role='status']")).to_have_text(
        re.compile("Gekopieerd|Copied")
    )
    return str(page.evaluate(READ, kind))


def test_a_letter_is_copied_as_an_e_mail(address: str, copying: BrowserContext) -> None:
    """From the salutation to the signature, blanks in brackets, tables as lines, no guidance."""
    page = copying.new_page()
    page.goto(address + "kit/customer-invitation/")
    text = copied(page, "Kopieer de tekst")
    lines = text.splitlines()
    assert lines[0] == "Beste [aanspreekvorm],"
    assert lines[-1] == "[naam van de organisatie]"
    header = [cell.inner_text() for cell in page.locator(".sheet thead th").all()]
    assert [line.split(":")[0] for line in lines if line.split(":")[0] in header] == header
    for box in page.locator(".admonition-title").all():
        assert box.inner_text() not in text
    assert page.locator(".sheet h2").inner_text() not in text  # that is the subject
    for paragraph in page.locator(".sheet p > strong").all():
        assert paragraph.inner_text() in text


def test_an_e_mail_program_gets_simple_markup(address: str, copying: BrowserContext) -> None:
    """Bold and paragraphs come along; nothing of the page, its classes or its blanks does."""
    page = copying.new_page()
    page.goto(address + "kit/customer-invitation/")
    markup = copied(page, "Kopieer de tekst", "text/html")
    assert "<strong>Zo gaat het.</strong>" in markup
    assert set(re.findall(r"<(\w+)", markup)) <= {"p", "strong", "em", "br", "ul", "ol", "li", "a"}
    assert "[aanspreekvorm]" in markup


def test_only_what_was_chosen_is_copied(
    handbook: Handbook, address: str, copying: BrowserContext
) -> None:
    """Of text that depends on a choice the visitor copies the mode they see, and no other."""
    page = copying.new_page()
    page.goto(address + "en/kit/employee-invitation/")
    for mode in handbook.choices["round2"].modes:
        page.locator("select[data-choice=round2]").select_option(mode)
        text = " ".join(copied(page, "Copy the text").split())
        blocks = page.locator(".sheet .tabbed-block")
        told = [
            " ".join(block.inner_text().split()) in text
            for block in blocks.all()
            if block.is_visible()
        ]
        hidden = [
            " ".join((block.text_content() or "").split()) in text
            for block in blocks.all()
            if not block.is_visible()
        ]
        assert told == [True]
        assert hidden == [False] * (len(handbook.choices["round2"].modes) - 1)


def test_of_several_letters_on_a_page_each_is_copied_by_itself(
    address: str, copying: BrowserContext
) -> None:
    """The waiting list has three letters: each button copies the one above it."""
    page = copying.new_page()
    page.goto(address + "kit/waiting-list-and-postponement/")
    letters = [copied(page, "Kopieer de tekst", place=place) for place in range(3)]
    assert all(letter.startswith("Beste ") for letter in letters)
    assert all(letter.count("Beste ") == 1 for letter in letters)
    assert len(set(letters)) == 3
    assert ["wachtlijst" in letter for letter in letters] == [True, False, False]


def test_subject_and_message_are_copied_as_they_read(address: str, copying: BrowserContext) -> None:
    """What goes to the clipboard is what stands in the box, in one line."""
    page = copying.new_page()
    page.goto(address + "kit/confirmation/")
    assert copied(page, "Kopieer het onderwerp") == page.locator(".mail strong").inner_text()
    message = page.locator(".message p:not(.admonition-title)").inner_text()
    assert copied(page, "Kopieer het bericht") == " ".join(message.split())


def test_only_the_last_copy_is_announced(address: str, copying: BrowserContext) -> None:
    """Of all places that say "copied" one speaks at a time."""
    page = copying.new_page()
    page.goto(address + "kit/confirmation/")
    copied(page, "Kopieer het onderwerp")
    copied(page, "Kopieer het bericht")
    said = [status.inner_text() for status in page.locator(".copying [role=status]").all()]
    assert sorted(said) == ["", "Gekopieerd"]


def test_a_browser_that_refuses_is_told_what_to_do(address: str, context: BrowserContext) -> None:
    """Where the clipboard is closed, the message says how to go on."""
    context.add_init_script(
        "navigator.clipboard.writeText = () => Promise.reject(new Error('no'));"
    )
    page = context.new_page()
    page.goto(address + "kit/confirmation/")
    button = page.get_by_role("button", name="Kopieer het bericht")
    button.click()
    expect(button.locator("xpath=../*[@role='status']")).to_contain_text("Selecteer de tekst")


def test_without_a_script_the_texts_are_there_and_no_button(
    address: str, without_script: BrowserContext
) -> None:
    """The card leads to the e-mail below the letter, which can be selected by hand."""
    page = without_script.new_page()
    page.goto(address + "kit/customer-invitation/")
    page.locator(".card a[href='#mail']").click()
    expect(page.locator("#mail")).to_be_in_viewport()
    expect(page.locator(".message")).to_be_visible()
    assert page.locator(".copying").count() == 0


def test_what_is_no_letter_has_nothing_of_this(address: str, context: BrowserContext) -> None:
    """A form has no e-mail, and no link to one."""
    page = context.new_page()
    page.goto(address + "kit/consent-form/")
    assert page.locator("#mail, .card a[href='#mail'], .copying").count() == 0

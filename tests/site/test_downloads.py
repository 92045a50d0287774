"""The Word files as a visitor gets them."""

import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from generators.decks import decks
from generators.kit import KitFile, files
from generators.whole_kit import whole_kits
from handbook.model import Handbook
from macros.wording import edition_mark, edition_said

pytestmark = pytest.mark.xdist_group("site")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_download_has_its_real_name_and_bytes(
    language: str,
    handbook: Handbook,
    kit_files: dict[str, bytes],
    paper_kit: dict[str, KitFile],
    address: str,
    context: BrowserContext,
    tmp_path: Path,
) -> None:
    """Each button saves the file under the name people read, spaces and all, as the kit made it.

    The quiet link beside it saves the same one to fill in with a pen.
    """
    folder = "" if language == handbook.languages[0] else f"{language}/"
    page = context.new_page()
    saved = {}
    for path in ("customer-invitation", "run-sheet"):
        page.goto(f"{address}{folder}kit/{path}/")
        for link in (".button", ".downloads__paper"):
            with page.expect_download() as caught:
                page.locator(f".downloads {link}:visible").click()
            name = caught.value.suggested_filename
            caught.value.save_as(tmp_path / name)
            saved[f"{language}/{name}"] = (tmp_path / name).read_bytes()
            assert " " in name
    made = kit_files | {name: file.data for name, file in paper_kit.items()}
    assert saved == {name: made[name] for name in saved}
    assert len(saved) == 4


def test_the_site_holds_every_file_of_the_kit(
    site: Path,
    project: Path,
    handbook: Handbook,
    kit_files: dict[str, bytes],
    paper_kit: dict[str, KitFile],
) -> None:
    """Nothing of the kit is left out, nothing else is there, and no byte differs."""
    expected = kit_files | {name: file.data for name, file in paper_kit.items()}
    for language in handbook.languages:
        made = files(handbook, project, language, paper=True)
        for whole in whole_kits(handbook, project, language, made):
            expected[f"{language}/{whole.name}"] = whole.data
        for deck in decks(handbook, project, language):
            expected[f"{language}/{deck.name}"] = deck.data
    found = {}
    for language in handbook.languages:
        folder = site if language == handbook.languages[0] else site / language
        for file in (folder / "downloads").iterdir():
            found[f"{language}/{file.name}"] = file.read_bytes()
    assert found.keys() == expected.keys()
    assert [name for name in found if found[name] != expected[name]] == []


def test_the_button_tells_how_large_the_file_is(
    address: str, kit_files: dict[str, bytes], context: BrowserContext
) -> None:
    """The size on the button is the size of that very file."""
    page = context.new_page()
    page.goto(address + "kit/customer-invitation/")
    name = page.locator(".downloads__name").inner_text()
    told = int(page.locator(".button__size").inner_text().removesuffix(" kB"))
    assert 0 <= told * 1000 - len(kit_files[f"nl/{name}"]) < 1000


def test_a_handbook_page_offers_the_templates_of_its_step(
    address: str, context: BrowserContext
) -> None:
    """The strip under a page names each template, and one click saves it."""
    page = context.new_page()
    page.goto(address + "day/round-1/")
    strip = page.locator(".strip")
    assert strip.locator(".strip__name").all_inner_texts() != []
    with page.expect_download() as caught:
        strip.locator(".download:visible").first.click()
    assert caught.value.suggested_filename.endswith(".docx")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_overview_offers_the_whole_kit_of_each_preset_the_default_one_first(
    language: str, handbook: Handbook, address: str, context: BrowserContext
) -> None:
    """Three choices, each one file, and the one we advise is on top and says so."""
    folder = "" if language == handbook.languages[0] else f"{language}/"
    page = context.new_page()
    page.goto(f"{address}{folder}kit/")
    kits = page.locator(".kits__kit")
    letters = kits.locator("h3 b").all_inner_texts()
    assert letters[0] == handbook.default_preset
    assert sorted(letters) == sorted(handbook.presets)
    assert kits.first.locator(".kits__advice").count() == 1
    assert page.locator(".kits__advice").count() == 1
    for kit, letter in zip(kits.all(), letters, strict=True):
        preset = handbook.presets[letter]
        said = kit.inner_text()
        for name, mode in (("round2", preset.round2), ("round3", preset.round3)):
            assert handbook.choices[name].modes[mode].name[language] in said
        with page.expect_download() as caught:
            kit.locator("a").click()
        assert caught.value.suggested_filename.endswith(f" {letter} {preset.name[language]}.zip")
        with zipfile.ZipFile(caught.value.path()) as archive:
            assert archive.testzip() is None


def test_only_the_overview_offers_whole_kits(address: str, context: BrowserContext) -> None:
    """A page about something else does not hold three large files."""
    page = context.new_page()
    for path in ("kit/customer-invitation/", "day/round-1/", ""):
        page.goto(address + path)
        assert page.locator(".kits").count() == 0


def test_the_foot_of_the_sheet_is_that_of_the_word_file(
    address: str, handbook: Handbook, context: BrowserContext
) -> None:
    """What a customer reads ends in a quiet mark, what the team reads in its title and version."""
    page = context.new_page()
    edition = (handbook.edition.version, handbook.edition.date, handbook.languages[0])
    page.goto(address + "kit/customer-invitation/")
    assert page.locator(".sheet__foot").inner_text() == edition_mark(*edition, "Klantarena-kit")
    page.goto(address + "kit/project-card/")
    assert page.locator(".sheet__foot").inner_text().endswith(f" · {edition_said(*edition)}")

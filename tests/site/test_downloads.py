"""The Word files as a visitor gets them."""

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from handbook.model import Handbook

pytestmark = pytest.mark.xdist_group("site")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_download_has_its_real_name_and_bytes(
    language: str,
    handbook: Handbook,
    kit_files: dict[str, bytes],
    address: str,
    context: BrowserContext,
    tmp_path: Path,
) -> None:
    """Each button saves the file under the name people read, spaces and all, as the kit made it."""
    folder = "" if language == handbook.languages[0] else f"{language}/"
    page = context.new_page()
    saved = {}
    for path in ("customer-invitation", "run-sheet"):
        page.goto(f"{address}{folder}kit/{path}/")
        with page.expect_download() as caught:
            page.locator(".downloads a:visible").click()
        name = caught.value.suggested_filename
        caught.value.save_as(tmp_path / name)
        saved[f"{language}/{name}"] = (tmp_path / name).read_bytes()
        assert " " in name
    assert saved == {name: kit_files[name] for name in saved}


def test_the_site_holds_every_file_of_the_kit(
    site: Path, handbook: Handbook, kit_files: dict[str, bytes]
) -> None:
    """Nothing of the kit is left out, nothing else is there, and no byte differs."""
    found = {}
    for language in handbook.languages:
        folder = site if language == handbook.languages[0] else site / language
        for file in (folder / "downloads").iterdir():
            found[f"{language}/{file.name}"] = file.read_bytes()
    assert found == kit_files


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

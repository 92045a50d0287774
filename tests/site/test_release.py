"""What `klantarena release` gives away, as the people get it who download it."""

import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from hashlib import sha256
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from generators.release import CHECKSUMS, artefacts, put_in_place
from handbook.model import Handbook
from macros.wording import edition_said
from tests.tools import tool

pytestmark = pytest.mark.xdist_group("release")


@pytest.fixture(scope="session")
def released(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a release of the whole handbook, once."""
    tool("chromium")
    out = tmp_path_factory.mktemp("release") / "dist"
    finished = subprocess.run(
        [Path(sys.executable).with_name("klantarena"), "release", "--out", str(out)],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == 0, finished.stderr
    assert {Path(line).name for line in finished.stdout.splitlines()} | {CHECKSUMS} == {
        path.name for path in out.iterdir()
    }
    return out


@pytest.fixture(scope="session")
def pack(released: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Unpack the offline pack, as on a USB stick."""
    out = tmp_path_factory.mktemp("stick")
    with ZipFile(next(released.glob("*-offline.zip"))) as archive:
        archive.extractall(out)
    (folder,) = out.iterdir()
    return folder


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a page that may ask for nothing but files; a request or an error fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    wrong: list[str] = []
    opened.on(
        "request",
        lambda request: (
            request.url.startswith(("file:", "data:", "blob:")) or wrong.append(request.url)
        ),
    )
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    yield opened
    context.close()
    assert wrong == []


def test_every_file_has_its_checksum(released: Path) -> None:
    """The list names every file, with the sum that `sha256sum --check` reckons."""
    lines = (released / CHECKSUMS).read_text(encoding="utf-8").splitlines()
    assert {line.partition("  ")[2]: line.partition("  ")[0] for line in lines} == {
        path.name: sha256(path.read_bytes()).hexdigest()
        for path in released.iterdir()
        if path.name != CHECKSUMS
    }


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_pdf_is_for_everyone(released: Path, handbook: Handbook, language: str) -> None:
    """It is tagged, has its language and a bookmark for each page; its date is the edition's."""
    name = "handboek" if language == "nl" else "handbook"
    pdf = PdfReader(next(released.glob(f"*-{name}.pdf")))
    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == language
    titles = [entry.title for entry in pdf.outline[1] if not isinstance(entry, list)]
    pages = [page for phase in handbook.phases for page in phase.pages]
    elsewhere = ("my-klantarena", "train/slides")
    read = [page for page in pages if not page.startswith("kit/") and page not in elsewhere]
    assert len(titles) == len(read)
    assert f"{pdf.metadata.creation_date:%Y-%m-%d}" == handbook.edition.date
    assert handbook.edition.version in pdf.pages[3].extract_text(), "in the foot of each page"
    links = {
        note.get_object()["/A"]["/URI"]
        for sheet in pdf.pages
        for note in sheet.get("/Annots", [])
        if "/URI" in note.get_object().get("/A", {})
    }
    assert links
    assert all(link.startswith(("https:", "http:", "mailto:")) for link in links)


def test_the_contents_of_the_pdf_name_the_sheet_of_each_page(
    released: Path, handbook: Handbook
) -> None:
    """After the front come the contents, whose numbers are true; the front names version and date.

    Headings do not stand alone at the foot of a sheet.
    """
    pdf = PdfReader(next(released.glob("*-handboek.pdf")))
    front, contents = (" ".join(pdf.pages[at].extract_text().split()) for at in (0, 1))
    edition = edition_said(handbook.edition.version, handbook.edition.date, "nl")
    assert edition in front.lower()
    entries = [entry for entry in pdf.outline[1] if not isinstance(entry, list)]
    for entry in entries:
        number = pdf.get_destination_page_number(entry)
        assert number is not None
        assert f"{entry.title} {number + 1}" in contents
    headings = {entry.title: pdf.get_destination_page_number(entry) for entry in _flat(pdf.outline)}
    for at in sorted(set(headings.values()) - {None}):
        lines = [line.strip() for line in pdf.pages[at].extract_text().splitlines()]
        said = [line for line in lines if line and edition not in line]
        assert headings.get(said[-1]) != at or len(said) == 1, f"sheet {at + 1}: {said[-1]}"


def _flat(outline: Iterable[Any]) -> Iterator[Any]:
    for entry in outline:
        if isinstance(entry, list):
            yield from _flat(entry)
        else:
            yield entry


def test_the_offline_pack_holds_all_it_links_to(pack: Path) -> None:
    """Every link and every file of every page is in the pack; nothing for a server is."""
    missing = set()
    for path in pack.rglob("*.html"):
        for link in re.findall(r"""\s(?:href|src)="([^"]+)\"""", path.read_text(encoding="utf-8")):
            target = urlsplit(unescape(link))
            if target.scheme or not target.path:
                continue
            if not (path.parent / unquote(target.path)).is_file():
                missing.add((path.name, link))
    assert missing == set()
    assert not list(pack.rglob("404.html"))


def test_the_pack_is_opened_from_a_disk(pack: Path, page: Page) -> None:
    """From the first file one comes to the handbook, and with one click to the other language."""
    first = next(pack.glob("0 *.html"))
    page.goto(first.as_uri())
    page.wait_for_url("**/index.html")
    page.locator("a[hreflang=en]").first.click()
    page.wait_for_url("**/en/index.html")
    assert page.locator("html").get_attribute("lang") == "en"


def test_search_works_from_a_disk(pack: Path, page: Page) -> None:
    """What one types leads to the page that answers, without a server."""
    page.goto((pack / "day/round-1.html").as_uri())
    page.locator(".search__input").fill("privacy")
    page.locator(".results__list a").first.click()
    page.wait_for_url("**/prepare/privacy.html*")


def test_a_word_file_is_downloaded_from_a_disk(pack: Path, page: Page) -> None:
    """The button on a template's page gives the Word file."""
    page.goto((pack / "kit/action-plan.html").as_uri())
    link = page.locator(".downloads a:visible").first
    target = Path(unquote(urlsplit(link.evaluate("link => link.href")).path))
    assert ZipFile(BytesIO(target.read_bytes())).testzip() is None


def read(word: bytes) -> str:
    """Return the text of a Word file, with its marks."""
    with ZipFile(BytesIO(word)) as parts:
        assert parts.testzip() is None
        return parts.read("word/document.xml").decode()


def downloaded(page: Page, selector: str) -> ZipFile:
    with page.expect_download() as caught:
        page.locator(selector).first.click()
    return ZipFile(BytesIO(caught.value.path().read_bytes()))


def test_the_form_works_from_a_disk(pack: Path, page: Page, handbook: Handbook) -> None:
    """What one fills in stands on every page of the pack, in either language, and is kept there."""
    page.goto((pack / "my-klantarena.html").as_uri())
    page.locator('[name="event.title"]').fill("Van een stick")
    page.locator('[name="event.date"]').fill("2027-05-12")
    page.locator("[data-pasted]").evaluate("box => box.closest('details').open = true")
    page.locator("[data-pasted]").fill("Naam\tKomt\nAn\tja\nBo\tnee")
    page.locator("[data-paste]").click()
    keys = page.evaluate("Object.keys(localStorage)")
    assert keys
    assert all(key.startswith(f"{pack}/") for key in keys), "other folders have files too"

    page.goto((pack / "en/kit/run-sheet.html").as_uri())
    assert "Van een stick" in page.locator(".sheet").inner_text()
    with page.expect_download() as caught:
        page.locator(".downloads__file:visible .button--second").click()
    assert "12 May 2027" in read(caught.value.path().read_bytes())

    page.goto((pack / "kit/customer-invitation.html").as_uri())
    letters = downloaded(page, ".button--second")
    words = [name for name in letters.namelist() if name.endswith(".docx")]
    assert [name[-7:] for name in words] == ["An.docx", "Bo.docx"]
    assert ">Bo<" in read(letters.read(words[1]))

    page.goto((pack / "my-klantarena.html").as_uri())
    page.locator('[value="nl en"]').evaluate("box => box.click()")
    kit = downloaded(page, "[data-download-kit]")
    assert kit.testzip() is None
    made = {name.partition("/")[0] for name in kit.namelist()}
    assert made == set(handbook.languages)
    run_sheets = [read(kit.read(name)) for name in kit.namelist() if "/18 " in name]
    assert ["12 mei 2027" in text for text in run_sheets] == [True, False]
    assert all("Van een stick" in text for text in run_sheets)


def test_a_pack_that_is_not_unpacked_says_so(pack: Path, page: Page) -> None:
    """Where a Word file is missing, the page says what to do, and gives nothing."""
    script = next(pack.glob("downloads/06 *.docx.js"))
    page.goto((pack / "my-klantarena.html").as_uri())
    page.locator('[name="event.title"]').fill("Zonder bestand")
    page.locator('[name="event.title"]').blur()
    page.goto((pack / "kit/customer-invitation.html").as_uri())
    script.rename(script.with_suffix(".away"))
    try:
        page.locator(".button--second").click()
        said = page.locator(".downloads [role=status]")
        expect(said).to_contain_text("Pak eerst de hele zip uit")
    finally:
        script.with_suffix(".away").rename(script)


def test_the_same_sites_give_the_same_files(handbook: Handbook, tmp_path: Path) -> None:
    """A release has no clock in it: made twice, it is the same, in any order of files."""
    sites = [tmp_path / name for name in ("first", "second")]
    for site, names in zip(sites, (["a.html", "b.html"], ["b.html", "a.html"]), strict=True):
        site.mkdir()
        for name in names:
            (site / name).write_text(name, encoding="utf-8")
    first, second = (artefacts(handbook, site, site) for site in sites)
    assert first == second
    assert len(first) == 2


def test_an_earlier_release_is_replaced_and_other_files_stay(tmp_path: Path) -> None:
    """Files of the release before go; what somebody put there himself stays."""
    put_in_place(tmp_path, {"old.zip": b"old", "both.zip": b"old"})
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    put_in_place(tmp_path, {"both.zip": b"new"})
    assert {path.name for path in tmp_path.iterdir()} == {"both.zip", CHECKSUMS, "mine.txt"}
    assert (tmp_path / "both.zip").read_bytes() == b"new"

"""Paper: the whole handbook on one page to print, and each template on its own kind of sheet."""

import itertools
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote, urlparse

import pytest
from lxml import html
from playwright.sync_api import BrowserContext
from pypdf import PdfReader

from handbook.model import Handbook
from handbook.templates import templates

pytestmark = pytest.mark.xdist_group("site")


@pytest.fixture(params=["nl", "en"])
def folder(request: pytest.FixtureRequest, site: Path, handbook: Handbook) -> Path:
    return site if request.param == handbook.languages[0] else site / request.param


def test_every_page_of_the_handbook_stands_on_it_in_order(folder: Path, handbook: Handbook) -> None:
    """All pages but templates, form and slides follow each other as the navigation has them."""
    page = html.parse(folder / "print.html").getroot()
    found = [one.get("aria-labelledby") for one in page.find_class("whole__page")]
    assert found == [
        name.replace("/", "-")
        for phase in handbook.phases
        for name in phase.pages
        if not name.startswith("kit/") and name not in ("my-klantarena", "train/slides")
    ]


def test_its_names_are_its_own_and_its_links_lead_somewhere(folder: Path) -> None:
    """No name stands on it twice, links among its pages stay on it, others lead to a file."""
    page = html.parse(folder / "print.html").getroot()
    names = page.xpath("//@id")
    assert len(names) == len(set(names))
    for link in page.xpath("//article//a/@href"):
        parts = urlparse(link)
        if parts.scheme:
            continue
        if not parts.path:
            assert unquote(parts.fragment) in names, link
        else:
            target = folder / unquote(parts.path)
            assert (target / "index.html" if target.is_dir() else target).is_file(), link


def test_headings_go_down_from_the_title_of_each_page(folder: Path) -> None:
    """One first-level heading, and below it no level is skipped."""
    page = html.parse(folder / "print.html").getroot()
    levels = [
        int(heading.tag[1])
        for heading in page.xpath(
            "//article//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5]"
        )
    ]
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in itertools.pairwise(levels))


@pytest.mark.parametrize("name", ["action-plan", "customer-invitation"])
def test_a_template_prints_on_its_own_paper(
    name: str, project: Path, handbook: Handbook, address: str, context: BrowserContext
) -> None:
    """Each sheet lies as the Word file's does, and its text runs to the right margin."""
    (word,) = [
        template.word
        for template in templates(project, handbook, "nl")
        if template.identifier == name
    ]
    page = context.new_page()
    page.goto(f"{address}kit/{name}/")
    printed = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    farthest = 0.0

    def look(text: str, _: object, place: list[float], *__: object) -> None:
        nonlocal farthest
        if text.strip():
            farthest = max(farthest, place[4])

    for sheet in printed.pages:
        width, height = sheet.mediabox.width, sheet.mediabox.height
        assert (width > height) == (word.paper == "landscape")
        sheet.extract_text(visitor_text=look)
    assert farthest > 0.7 * width

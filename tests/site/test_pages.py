"""What holds on every page of the site."""

from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import etree, html

from handbook.model import Handbook
from tests.site.conftest import paths_of

# Pages of the theme itself: one for what is not there, one with all the others on it.
_WITHOUT_PAGE = ("404.html", "print.html")
pytestmark = pytest.mark.xdist_group("site")


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, html.HtmlElement]:
    """Every page that was built, by its address seen from the root."""
    return {
        path.relative_to(site).as_posix().removesuffix("index.html"): html.parse(path).getroot()
        for path in site.rglob("*.html")
    }


def test_both_languages_have_the_same_pages(
    handbook: Handbook, pages: dict[str, html.HtmlElement]
) -> None:
    """Every page of handbook.yml is there in every language, and no page is there besides."""
    wanted = {path for language in handbook.languages for path in paths_of(handbook, language)}
    folders = {
        "" if language == handbook.languages[0] else f"{language}/"
        for language in handbook.languages
    }
    besides = {f"{folder}{name}" for folder in folders for name in ("404.html", "print.html")}
    assert set(pages) == wanted | besides


def test_every_page_offers_to_report_a_mistake_in_it(
    handbook: Handbook, pages: dict[str, html.HtmlElement]
) -> None:
    """The link goes where handbook.yml says, with the page's own name in the subject."""
    for path, page in pages.items():
        (link,) = page.xpath("//*[@class='foot__mistake']/a")
        target = unquote(link.get("href"))
        assert target.startswith(f"mailto:{handbook.publication.mistakes}?subject="), path
        if not path.endswith(_WITHOUT_PAGE):
            assert page.xpath("string(//h1)").strip() in target or path in ("", "en/"), path


def test_every_page_says_what_it_is(pages: dict[str, html.HtmlElement]) -> None:
    """One h1, a title of its own, a description, the language, and headings without gaps."""
    titles = set()
    for path, page in pages.items():
        assert len(page.xpath("//h1")) == 1, path
        headings = page.xpath("//article//*[self::h1 or self::h2 or self::h3 or self::h4]")
        levels = [int(each.tag[1]) for each in headings]
        assert all(after <= before + 1 for before, after in pairwise(levels)), (path, levels)
        if path.endswith("404.html"):
            continue
        assert page.xpath("string(//meta[@name='description']/@content)"), path
        assert page.get("lang") == ("en" if path.startswith("en/") else "nl"), path
        titles.add(page.xpath("string(//title)"))
    assert len(titles) == len(pages) - 2


def test_every_anchor_means_one_place(pages: dict[str, html.HtmlElement]) -> None:
    """On no page do two things carry the same id, not even one of the theme and one of the text."""
    for path, page in pages.items():
        names = page.xpath("//@id")
        assert sorted(names) == sorted(set(names)), path


def test_search_engines_find_the_other_language(
    site: Path, handbook: Handbook, pages: dict[str, html.HtmlElement]
) -> None:
    """The head of each page, and the sitemap, name the same page in every language."""
    root = handbook.publication.address
    inside = {
        "x": "http://www.sitemaps.org/schemas/sitemap/0.9",
        "h": "http://www.w3.org/1999/xhtml",
    }
    listed = {}
    for file in (site / "sitemap.xml", site / "en/sitemap.xml"):
        for url in etree.parse(file).iterfind("x:url", inside):
            listed[url.findtext("x:loc", namespaces=inside)] = {
                link.get("hreflang"): link.get("href") for link in url.iterfind("h:link", inside)
            }
    for path, page in pages.items():
        if path.endswith(_WITHOUT_PAGE):
            continue  # not for search engines
        same = path.removeprefix("en/")
        wanted = {"nl": root + same, "en": f"{root}en/{same}"}
        links = {
            link.get("hreflang"): link.get("href")
            for link in page.xpath("//head/link[normalize-space(@rel)='alternate']")
        }
        assert links == {**wanted, "x-default": root + same}
        assert listed[root + path] == wanted


def test_every_link_and_anchor_leads_somewhere(
    site: Path, handbook: Handbook, pages: dict[str, html.HtmlElement]
) -> None:
    """Each link, picture and script within the site exists, and each #anchor on its page too.

    linkinator looks at the same, but misses anchors of a page that it has already seen.
    """
    anchors = {path: set(page.xpath("//@id")) for path, page in pages.items()}
    root = urlsplit(handbook.publication.address).path
    broken = []
    for path, page in pages.items():
        own = "//*[not(self::link[@hreflang or @rel='canonical'])]/@href | //@src"
        for link in page.xpath(own):
            if link.startswith(("mailto:", "https:", "http:")):
                continue
            target = unquote(urljoin(root + path, link)).removeprefix(root)
            file, _, anchor = target.partition("#")
            if file in anchors:
                if anchor and anchor not in anchors[file]:
                    broken.append(f"{path}: {link}")
            elif not (site / file).is_file():
                broken.append(f"{path}: {link}")
    assert broken == []


def test_colours_and_logo_come_from_the_config(
    site: Path, handbook: Handbook, project: Path
) -> None:
    """The style sheet holds each colour of handbook.yml; the favicon is the configured logo."""
    sheet = (site / "assets/stylesheets/brand.css").read_text(encoding="utf-8")
    for name in ("ink", "ground", "paper", "outer", "inner", "line", "band"):
        assert f"--brand-{name}: {getattr(handbook.brand, name)};" in sheet
    assert (site / "assets/logo.svg").read_bytes() == (project / handbook.brand.logo).read_bytes()

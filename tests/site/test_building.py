"""Building the site: what is wrong stops it and is named; the same input gives the same bytes."""

from pathlib import Path

import pytest
from lxml import html

from tests.site.conftest import SmallProject, build

_HEAD = "---\ntitle: Eerste\ndescription: De eerste.\nfacts: []\ntemplates: [{}]\n---\n\n"


@pytest.mark.parametrize(
    ("pages", "named"),
    [
        pytest.param(
            {"nl/day/first.md": _HEAD.format("") + "Lees [dit](gone.md)."},
            ["docs/nl", "day/first.md", "gone.md"],
            id="a link to a page that does not exist",
        ),
        pytest.param(
            {"en/day/first.md": _HEAD.format("") + "Lees [dit](../index.md#gone)."},
            ["docs/en", "day/first.md", "#gone"],
            id="an anchor that does not exist",
        ),
        pytest.param(
            {"nl/day/second.md": _HEAD.format("") + "Tekst."},
            ["docs/en/day/second.md"],
            id="a page in one language only",
        ),
        pytest.param(
            {"nl/day/first.md": _HEAD.format("gone") + "Tekst."},
            ["docs/nl/day/first.md:5", "gone"],
            id="a template that does not exist",
        ),
        pytest.param(
            {
                "en/index.md": "---\ntitle: S\ndescription: S.\ntemplate: home.html\nsentence: S.\n"
                "facts: []\ntemplates: []\n"
                "doors:\n  - {title: D, text: D., link: day/gone.md}\n---\n\nText.\n"
            },
            ["docs/en", "index.md", "day/gone.md"],
            id="a door to a page that does not exist",
        ),
        pytest.param(
            {"nl/day/first.md": _HEAD.format("") + 'Een regel.\n\n{{ field("gone.field") }}'},
            ["docs/nl/day/first.md:10", "gone.field"],
            id="a misspelt name in a macro",
        ),
    ],
)
def test_what_is_wrong_stops_the_build_and_is_named(
    pages: dict[str, str], named: list[str], small_project: SmallProject, tmp_path: Path
) -> None:
    """A mistake in a page fails the strict build, in words, with the page's folder and name."""
    built = build(small_project(pages), tmp_path / "out")
    assert built.returncode != 0
    assert "Traceback" not in built.stdout + built.stderr
    for word in named:
        assert word in built.stdout + built.stderr


def test_a_page_that_the_config_names_but_nobody_wrote_stops_the_build(
    small_project: SmallProject, tmp_path: Path
) -> None:
    """The message names the file that should be there, in each language; the exit code is 2."""
    phases = [{"id": "day", "name": {"nl": "Dag", "en": "Day"}, "pages": ["day/first", "day/gone"]}]
    built = build(small_project(phases=phases), tmp_path / "out")
    assert built.returncode == 2
    assert "docs/nl/day/gone.md" in built.stdout
    assert "docs/en/day/gone.md" in built.stdout


def test_a_title_shows_as_it_was_written(small_project: SmallProject, tmp_path: Path) -> None:
    """Ampersands, quotes and angle brackets in a title are text, in the page and around it."""
    title = 'Vraag & "antwoord" <nu>'
    head = (
        f"---\ntitle: '{title}'\ndescription: '{title}'\nfacts: []\ntemplates: []\n---\n\nTekst.\n"
    )
    built = build(small_project({"nl/day/first.md": head}), tmp_path / "out")
    assert built.returncode == 0, built.stderr
    page = html.parse(tmp_path / "out/day/first/index.html").getroot()
    assert page.xpath("string(//h1)") == title
    assert page.xpath("string(//nav[@class='part']//a)") == title
    assert page.xpath("string(//title)").startswith(title)
    assert page.xpath("string(//meta[@name='description']/@content)") == title


def test_mistakes_can_be_reported_on_a_website_too(
    small_project: SmallProject, tmp_path: Path
) -> None:
    """With a web address in publication.mistakes the link goes there, with the page's name."""
    root = small_project(publication={"mistakes": "https://example.org/issues/new"})
    built = build(root, tmp_path / "out")
    assert built.returncode == 0, built.stderr
    page = html.parse(tmp_path / "out/day/first/index.html").getroot()
    (link,) = page.xpath("//*[@class='foot__mistake']/a/@href")
    assert link.startswith("https://example.org/issues/new?title=") and "Eerste" in link


def test_an_address_below_a_host_keeps_every_link_within_the_site(
    small_project: SmallProject, tmp_path: Path
) -> None:
    """Published at /handbook/, the 404 page finds its style sheets and its pages there."""
    root = small_project(publication={"address": "https://example.org/handbook/"})
    built = build(root, tmp_path / "out")
    assert built.returncode == 0, built.stderr
    lost = html.parse(tmp_path / "out/404.html").getroot()
    own = [link for link in lost.xpath("//@href | //@src") if not link.startswith(("mailto:", "#"))]
    assert own and all(link.startswith("/handbook/") or link == "/handbook" for link in own), own


@pytest.mark.xdist_group("site")
def test_two_builds_are_the_same_to_the_byte(project: Path, site: Path, tmp_path: Path) -> None:
    """Building the whole site again gives the same files with the same contents."""
    built = build(project, tmp_path / "again")
    assert built.returncode == 0, built.stderr
    assert _contents(tmp_path / "again") == _contents(site)


@pytest.mark.xdist_group("site-2")
def test_properdocs_builds_the_same_site(small_project: SmallProject, tmp_path: Path) -> None:
    """The fork that keeps MkDocs 1 alive builds our site too, but for the name of the generator."""
    root = small_project()
    for builder in ("mkdocs", "properdocs"):
        built = build(root, tmp_path / builder, builder=builder)
        assert built.returncode == 0, built.stderr
    ours, theirs = _contents(tmp_path / "mkdocs"), _contents(tmp_path / "properdocs")
    assert ours == theirs


def _contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_page_that_moved_leads_on(small_project: SmallProject, tmp_path: Path) -> None:
    """In every language the old address of a page leads to the new one."""
    root = small_project()
    settings = root / "mkdocs.yml"
    moved = "redirect_maps: {old/first.md: day/first.md}"
    text = settings.read_text(encoding="utf-8").replace("redirect_maps: {}", moved)
    settings.write_text(text, encoding="utf-8")
    built = build(root, tmp_path / "out")
    assert built.returncode == 0, built.stderr
    for folder in ("", "en/"):
        page = html.parse(tmp_path / "out" / folder / "old/first/index.html").getroot()
        target = page.xpath("string(//meta[@http-equiv='refresh']/@content)")
        assert target.endswith("../../day/first/")

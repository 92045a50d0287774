"""An organisation's own edition of the site: its languages, its name, its letter."""

from pathlib import Path

from lxml import html

from generators.pages import without_links
from tests.handbook.test_pictures import svg
from tests.site.conftest import SmallProject, build
from tests.site.test_serving import _read, _serving, _wait_for


def own(root: Path, config: str) -> Path:
    (root / "organisation.yml").write_text(config, encoding="utf-8")
    return root


def test_an_edition_can_be_in_one_language(small_project: SmallProject, tmp_path: Path) -> None:
    """With languages: [en] English stands at the root, and nothing leads to another language."""
    built = build(own(small_project(), "languages: [en]\n"), tmp_path / "out")
    assert built.returncode == 0, built.stderr
    page = html.parse(tmp_path / "out/day/first/index.html").getroot()
    assert page.get("lang") == "en"
    assert page.xpath("//nav[@class='languages']//a") == []
    assert not (tmp_path / "out/nl").exists() and not (tmp_path / "out/en").exists()


def test_an_edition_has_its_own_name_and_address(
    small_project: SmallProject, tmp_path: Path
) -> None:
    """Title, head and foot carry the names; links lead to its own address and its own files."""
    config = (
        "name: Wonen & Co\nmethod_name: {nl: bewonersarena, en: residents' arena}\n"
        "site: https://example.org/arena/\nsource: https://example.org/files\n"
        "contact: {email: post@example.org}\n"
    )
    built = build(own(small_project(), config), tmp_path / "out")
    assert built.returncode == 0, built.stderr
    page = html.parse(tmp_path / "out/day/first/index.html").getroot()
    assert page.xpath("string(//title)") == "Eerste · bewonersarena"
    head = page.xpath("string(//header//*[@class='brand__name'])")
    assert head.split() == ["bewonersarena", "Wonen", "&", "Co"]
    foot = page.xpath("//footer")[0]
    assert "Wonen & Co · bewonersarena" in foot.text_content()
    assert foot.xpath(".//a[@href='https://example.org/files']")
    assert foot.xpath("string(.//*[@class='foot__mistake']/a/@href)").startswith(
        "mailto:post@example.org"
    )
    canonical = page.xpath("string(//link[@rel='canonical']/@href)")
    assert canonical == "https://example.org/arena/day/first/"


def test_a_letter_comes_with_the_site(small_project: SmallProject, tmp_path: Path) -> None:
    """The files of a font are in the site, where the style sheet looks for them."""
    root = own(
        small_project(),
        "fonts: {site: Own, files: {regular: organisation/own.woff2}}\n",
    )
    (root / "organisation").mkdir()
    (root / "organisation/own.woff2").write_bytes(b"wOF2 and more")
    built = build(root, tmp_path / "out")
    assert built.returncode == 0, built.stderr
    for folder in ("", "en/"):
        sheet = tmp_path / "out" / folder / "assets/stylesheets/brand.css"
        assert 'url("../fonts/own.woff2")' in sheet.read_text(encoding="utf-8")
        file = tmp_path / "out" / folder / "assets/fonts/own.woff2"
        assert file.read_bytes() == b"wOF2 and more"


def test_a_mistake_in_it_stops_the_build(small_project: SmallProject, tmp_path: Path) -> None:
    """The line says where it stands; the exit code is 2."""
    built = build(own(small_project(), "colours:\n  main: groen\n"), tmp_path / "out")
    assert built.returncode == 2
    assert 'organisation.yml:2: colours.main: "groen" is not a colour' in built.stdout
    assert "Traceback" not in built.stdout + built.stderr


def test_an_edit_of_it_shows_while_serving(small_project: SmallProject) -> None:
    """Whoever changes the name sees it on the next look, in every language."""
    root = own(small_project(), "name: Het Begin\n")
    with _serving(root) as address:
        _wait_for(address, "Het Begin")
        (root / "organisation").mkdir()
        (root / "organisation/logo.svg").write_bytes(svg())
        own(root, "name: De Linde\nlogo: organisation/logo.svg\n")
        for language in ("", "en/"):
            _wait_for(f"{address}{language}day/first/", 'alt="De Linde"')
        assert "<svg" in _read(f"{address}assets/organisation.svg")


def test_a_link_to_what_is_left_out_becomes_plain_words() -> None:
    """Text keeps its words, from whichever page the link leads; other links stay."""
    left_out = ("kit/ask-card",)
    text = "Geef de [vraagkaart](../kit/ask-card.md#a) en de [brief](../kit/letter.md)."
    shown = "Geef de vraagkaart en de [brief](../kit/letter.md)."
    assert without_links(text, "prepare/inviting", left_out) == shown
    assert without_links("de [kaart](ask-card.md)", "kit/letter", left_out) == "de kaart"
    assert without_links(text, "prepare/inviting", ()) == text

"""`klantarena build`."""

from pathlib import Path
from zipfile import ZipFile

from tests.commands.conftest import Command, refused


def test_the_site_replaces_the_one_before(copy: Path, klantarena: Command) -> None:
    """Both languages and all downloads stand in site; nothing of the old site is left."""
    (copy / "site").mkdir()
    (copy / "site" / "old.html").write_text("old", encoding="utf-8")
    finished = klantarena("build", cwd=copy / "docs" / "nl")
    assert finished.returncode == 0, finished.stderr
    assert finished.stderr == "", "piped, it is quiet"
    assert 'lang="nl"' in (copy / "site/index.html").read_text(encoding="utf-8")
    assert 'lang="en"' in (copy / "site/en/index.html").read_text(encoding="utf-8")
    assert not (copy / "site/old.html").exists()
    for language in ("", "en"):
        names = {path.stem for path in (copy / "docs" / (language or "nl") / "kit").glob("*.md")}
        downloads = list((copy / "site" / language / "downloads").glob("*.docx"))
        assert len(downloads) >= len(names - {"index"})
    assert f"{copy / 'site'}: " in finished.stdout
    assert list(copy.glob(".site-*")) == []


def test_a_site_that_cannot_be_built_leaves_the_old_one(copy: Path, klantarena: Command) -> None:
    """A broken link stops the build, is named with its page, and the old site stays."""
    (copy / "site").mkdir()
    (copy / "site" / "old.html").write_text("old", encoding="utf-8")
    page = copy / "docs/en/day/round-2.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n[There](nowhere.md)\n", "utf-8")
    lines = refused(klantarena("build"))
    assert any("day/round-2.md" in line and "nowhere.md" in line for line in lines), lines
    assert [path.name for path in (copy / "site").iterdir()] == ["old.html"]
    assert list(copy.glob(".site-*")) == []


def test_a_mistake_in_a_page_is_named_once_with_its_line(copy: Path, klantarena: Command) -> None:
    """What `check` would say, the build says too."""
    page = copy / "docs/nl/day/round-3.md"
    text = page.read_text(encoding="utf-8") + "\n{{ field('event.dat') }}\n"
    page.write_text(text, encoding="utf-8")
    lines = refused(klantarena("build"))
    assert len(lines) == 1, lines
    assert lines[0].startswith(f"docs/nl/day/round-3.md:{text.count(chr(10))}: ")


def test_a_file_called_site_is_not_overwritten(copy: Path, klantarena: Command) -> None:
    """Where a file stands in the way, it says so and leaves it."""
    (copy / "site").write_text("mine", encoding="utf-8")
    assert "this is a file" in refused(klantarena("build"))[0]
    assert (copy / "site").read_text(encoding="utf-8") == "mine"


def test_a_missing_file_is_said_without_the_insides(copy: Path, klantarena: Command) -> None:
    """Where the hook itself fails, the message names the file, and no line of code."""
    (copy / "generators/site.py").write_text("open('gone.svg')\n", encoding="utf-8")
    (line,) = refused(klantarena("build"))
    assert "gone.svg" in line


def test_the_address_of_the_site_can_be_given(copy: Path, klantarena: Command) -> None:
    """Pages, Word files and the map for search engines lead to where the site will stand."""
    finished = klantarena("build", "--address", "https://de-linde.example.org/arena")
    assert finished.returncode == 0, finished.stderr
    home = (copy / "site/en/day/round-1/index.html").read_text(encoding="utf-8")
    assert 'href="https://de-linde.example.org/arena/en/day/round-1/"' in home
    assert "https://de-linde.example.org/arena/en/" in (copy / "site/sitemap.xml").read_text()
    with ZipFile(next((copy / "site/downloads").glob("03 *.docx"))) as archive:
        links = archive.read("word/_rels/document.xml.rels").decode()
    assert "https://de-linde.example.org/arena/kit/run-sheet/" in links


def test_an_address_that_is_none_is_refused(copy: Path, klantarena: Command) -> None:
    """The message says what an address looks like, and nothing is built."""
    (line,) = refused(klantarena("build", "--address", "de-linde"))
    assert line.startswith("--address de-linde: this is not the address of a site; write it like ")
    assert not (copy / "site").exists()

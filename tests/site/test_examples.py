"""The sample organisations: complete, in their own house style, and as sound as our own edition."""

import io
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser

from handbook.front_matter import read_page
from handbook.load import load
from handbook.model import Handbook
from tests.editions import edition
from tests.site.conftest import paths_of, served
from tests.site.test_accessibility import _RUN
from tests.tools import npm_package
from tests.word.open_xml_sdk import errors
from tests.word.quality import findings

EXAMPLES = ("de-linde", "wilgenhof")
# What others wrote keeps their words, and one page explains which words are ours.
KEPT = ("reference/sources/", "reference/make-it-yours/")
# Here a sentence explains the word itself; in a search result it is not marked as kept.
EXPLAINED = ("understand/in-a-minute/", "understand/why/", "follow-up/policy/")


@dataclass(frozen=True)
class Example:
    """A sample organisation, built."""

    root: Path
    handbook: Handbook
    checked: subprocess.CompletedProcess[str]

    @property
    def site(self) -> Path:
        return self.root / "site"

    def words(self, language: str) -> dict[str, str]:
        """Return what the organisation fills in, in one language."""
        fields = self.handbook.fields["organisation"].fields
        return {
            name: blank.filled[language]  # type: ignore[index]
            for name, blank in fields.items()
            if blank.filled
        }


def klantarena(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [Path(sys.executable).with_name("klantarena"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)


@pytest.fixture(
    scope="module",
    params=[pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in EXAMPLES],
)
def example(
    request: pytest.FixtureRequest, project: Path, tmp_path_factory: pytest.TempPathFactory
) -> Example:
    root = tmp_path_factory.mktemp("examples") / request.param
    edition(project, root, project / "examples" / request.param)
    checked = klantarena("check", "--project", root)
    built = klantarena("build", "--project", root)
    assert built.returncode == 0, built.stderr
    return Example(root, load(root / "handbook.yml"), checked)


@pytest.fixture(scope="module")
def example_address(example: Example) -> Iterator[str]:
    with served(example.site) as where:
        yield where


def test_check_finds_it_sound(example: Example) -> None:
    """There is no mistake in it; what is said about its colours names line and ratio."""
    assert example.checked.returncode == 0, example.checked.stderr
    *remarks, last = example.checked.stdout.splitlines()
    assert last.startswith("All is well: handbook.yml and organisation.yml")
    assert remarks
    for remark in remarks:
        assert re.match(r"organisation\.yml:\d+: colours\.\w+: .* \d+\.\d:1.*\d+\.\d:1\)$", remark)


def test_every_page_carries_its_name_and_logo(example: Example) -> None:
    """The head shows the logo, whose name can be heard, and the icon is the organisation's own."""
    for language in example.handbook.languages:
        for path in paths_of(example.handbook, language):
            page = html.parse(example.site / path / "index.html").getroot()
            name = example.words(language)["name"]
            head = page.xpath("//header//a[@class='brand']")[0]
            logo = head.xpath("./img")[0]
            assert name in logo.get("alt")
            assert (example.site / path / logo.get("src")).resolve().is_file()
            icon = page.xpath("string(//link[@rel='icon']/@href)")
            assert (example.site / path / icon).resolve().is_file()
            assert name in page.xpath("string(//footer)")


def test_nothing_comes_from_another_place(example: Example) -> None:
    """No page and no style sheet of it asks anything of another server."""
    for path in example.site.rglob("*.html"):
        page = html.parse(path).getroot()
        named = "contains(@rel, 'alternate') or @rel='canonical'"
        loaded = page.xpath(f"//@src | //link[not({named})]/@href")
        assert [one for one in loaded if "://" in one] == [], path
    for path in example.site.rglob("*.css"):
        assert not re.search(r"url\(['\"]?(https?:)?//|@import", path.read_text(encoding="utf-8"))


def test_what_it_leaves_out_is_nowhere(example: Example) -> None:
    """A template that is not offered has no page, no file and no link to it."""
    for page in example.handbook.left_out:
        assert not (example.site / page).exists()
        name = page.removeprefix("kit/")
        for path in example.site.rglob("*.html"):
            assert f"{name}/" not in path.read_text(encoding="utf-8"), path
    languages = len(example.handbook.languages)
    written = len(list((example.root / "docs").glob("*/kit/*.md"))) - languages
    offered = len(list(example.site.glob("**/kit/*/index.html")))
    assert written - offered == languages * len(example.handbook.left_out)


def test_its_word_files_are_sound_and_filled_in(example: Example) -> None:
    """Our lint finds nothing in one of each; name and contact stand in letter and data part."""
    files = {path.name: path.read_bytes() for path in sorted(example.site.rglob("*.docx"))}
    one_of_each = {path.name[:2]: path.name for path in sorted(example.site.rglob("*.docx"))}
    assert {name: found for name in one_of_each.values() if (found := findings(files[name]))} == {}
    letters = [name for name in files if name.startswith("06 ")]
    assert errors({name: files[name] for name in letters}) == {}
    # One to type in and one for a pen, in each language.
    assert len(letters) == 2 * len(example.handbook.languages)
    for name in letters:
        with zipfile.ZipFile(io.BytesIO(files[name])) as archive:
            parts = {part: archive.read(part) for part in archive.namelist()}
        data = parts.get("customXml/item1.xml", b"").decode()
        text = (parts["word/header.xml"] + parts["word/document.xml"]).decode()
        theme = parts["word/theme.xml"].decode()
        for blank in ("name", "contact_email"):
            own = example.words("nl")[blank]
            assert f">{own}<" in data or (not data and own in text), name
        assert example.handbook.brand.outer.lstrip("#") in theme


def test_everybody_can_use_it(example_address: str, browser: Browser) -> None:
    """axe-core finds 0 violations on a sample of pages, light and dark, narrow and wide."""
    visitor = browser.new_context(reduced_motion="reduce")
    visitor.add_init_script(path=npm_package("axe-core/axe.min.js"))
    page = visitor.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    found = []
    for path in ("", "day/round-1/", "kit/customer-invitation/", "prepare/timeline/"):
        page.goto(example_address + path)
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 900})
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
                found += [f"{path} {width} {scheme}: {each}" for each in page.evaluate(_RUN, [])]
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, f"{path} is {wide} wide"
            (logo,) = [one for one in page.locator(".brand .logo").all() if one.is_visible()]
            assert logo.evaluate("image => image.naturalWidth > 0")
    visitor.close()
    assert found == []
    assert [url for url in asked if not url.startswith(example_address)] == []


def test_its_own_words_stand_everywhere(example: Example) -> None:
    """No page, search result, name of a file or text in Word says klant or customer any more."""
    ours = {"nl": "klant(?:en)?", "en": "customers?(?! arena)"}
    for language in example.handbook.languages:
        word = re.compile(rf"(?<![\w-]){ours[language]}(?![\w-])", re.IGNORECASE)
        first = language == example.handbook.languages[0]
        root = example.site if first else example.site / language
        for path in paths_of(example.handbook, language):
            page = html.parse(example.site / path / "index.html").getroot()
            if path.endswith(KEPT):
                continue
            for kept in page.xpath('//*[@translate="no"] | //script | //style'):
                kept.drop_tree()
            heard = "//@alt | //@title | //@aria-label | //@download | //@content"
            said = " ".join([*page.itertext(), *page.xpath(heard)])
            left = [said[found.start() - 40 : found.end()] for found in word.finditer(said)]
            assert left == [], path
        for entry in json.loads((root / "search/search_index.json").read_text("utf-8"))["docs"]:
            if not entry["location"].startswith((*KEPT, *EXPLAINED)):
                assert not word.search(entry["title"] + re.sub("<[^>]+>", " ", entry["text"]))
        files = sorted(path for path in (root / "downloads").iterdir() if path.is_file())
        assert {file.suffix for file in files} == {".docx", ".pptx", ".zip"}
        for file in files:
            assert not word.search(file.name)
            with zipfile.ZipFile(file) as archive:
                for part in archive.namelist():
                    assert not word.search(part), f"{file.name}: {part}"
                    if re.match(r"(word/document|word/footer|docProps/core|ppt/.*)\.xml$", part):
                        xml = archive.read(part).decode()
                        said = re.sub("<[^>]+>", " ", xml)
                        heard = " ".join(re.findall(r'(?:descr|w:alias w:val)="([^"]*)"', xml))
                        assert not word.search(f"{said} {heard}"), f"{file.name}: {part}"
        script = (root / "assets/javascripts/event-data.js").read_text(encoding="utf-8")
        held = script.partition("klantarena.data = ")[2].rstrip().removesuffix(";")
        sentences = json.loads(held)["words"]
        said = " ".join(map(str, sentences.values()))
        assert not word.search(re.sub(r"\{\w+\}", "", said))


def test_its_filled_kit_says_its_own_words(example_address: str, browser: Browser) -> None:
    """Filled in by a browser: letters as e-mails, the calendar, the list of what is empty."""
    day = "event: {date: 2027-05-13}\nguests: [{name: Ada}]\n"
    visitor = browser.new_context()
    page = visitor.new_page()
    page.goto(f"{example_address}my-klantarena/")
    file = {"name": "event.yml", "mimeType": "text/yaml", "buffer": day.encode()}
    page.locator("[data-load-event]").set_input_files([file])  # type: ignore[list-item]
    with page.expect_download(timeout=60_000) as caught:
        page.locator("[data-download-kit]").click()
    with zipfile.ZipFile(caught.value.path()) as kit:
        texts = {
            name: kit.read(name).decode("utf-8-sig")
            for name in kit.namelist()
            if name.endswith((".txt", ".ics"))
        }
        names = kit.namelist()
    visitor.close()
    assert [name for name in texts if name.endswith(".ics")]
    ours = re.compile(r"(?<![\w-])(?:klant(?:en)?|customers?)(?![\w-]|\s+arena)", re.IGNORECASE)
    for name, text in texts.items():
        unfolded = text.replace("\r\n ", "")
        assert not ours.search(unfolded), f"{name}: {unfolded}"
    assert [name for name in names if ours.search(name)] == []


def test_its_own_pages_have_their_place(example: Example) -> None:
    """Each stands in both languages, and the page it comes after leads to it."""
    own = example.root / "organisation/docs"
    for path in own.rglob("*.md"):
        language, *_ = path.relative_to(own).parts
        page = path.relative_to(own / language).with_suffix("").as_posix()
        after = str(read_page(path, example.root).front_matter.data["after"])
        root = example.site
        if language != example.handbook.languages[0]:
            root /= language
        before = html.parse(root / after / "index.html").getroot()
        assert before.xpath(f"//nav//a[@href='../{page.partition('/')[2]}/']"), page
        for other in example.handbook.languages:
            assert (own / other / f"{page}.md").is_file()

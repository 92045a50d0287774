"""An organisation's own pages: beside ours, and in place of ours."""

import re
import shutil
from pathlib import Path

import pytest

from generators.kit import files
from generators.pages import check
from handbook.content import edition_of, outdated
from handbook.load import load
from tests.site.conftest import SmallProject, build

ADDED = """---
title: {title}
description: Wat bij ons anders gaat.
phase: day
after: day/first
facts: []
templates: []
---

## Zo doen wij het {{: #ours }}

Bij De Linde begint de dag met soep.
"""


@pytest.fixture
def fork(small_project: SmallProject) -> Path:
    """Make a small handbook with one page of an organisation's own, in both languages."""
    root = small_project({"nl/day/second.md": page("Tweede"), "en/day/second.md": page("Second")})
    config = (root / "handbook.yml").read_text(encoding="utf-8")
    (root / "handbook.yml").write_text(
        config.replace("- day/first", "- day/first\n  - day/second"), encoding="utf-8"
    )
    for language, title in (("nl", "Bij ons"), ("en", "With us")):
        own(root, language, "day/with-us", ADDED.format(title=title))
    return root


def page(title: str, extra: str = "") -> str:
    return (
        f"---\ntitle: {title}\ndescription: Een bladzijde.\n{extra}facts: []\ntemplates: []\n---\n"
        "\nTekst.\n"
    )


def own(root: Path, language: str, name: str, text: str) -> Path:
    path = root / "organisation/docs" / language / f"{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_an_added_page_takes_its_place_in_the_navigation(fork: Path, tmp_path: Path):
    """It stands after the page it names, in both languages, and search finds its words."""
    built = build(fork, tmp_path / "site")
    assert built.returncode == 0, built.stderr
    html = (tmp_path / "site/day/first/index.html").read_text(encoding="utf-8")
    places = [html.index(f'href="../{name}/"') for name in ("with-us", "second")]
    assert places == sorted(places)
    assert "begint de dag met soep" in (tmp_path / "site/search/search_index.json").read_text()
    assert (tmp_path / "site/en/day/with-us/index.html").exists()


def test_an_own_page_stands_in_place_of_ours(fork: Path, tmp_path: Path):
    """A page at the same path replaces ours; pictures beside it come along."""
    text = page("Onze eerste").replace("Tekst.", "Wij doen het zo. ![Zaal](zaal.svg)")
    own(fork, "nl", "day/first", text)
    (fork / "organisation/docs/nl/day/zaal.svg").write_text("<svg/>", encoding="utf-8")
    built = build(fork, tmp_path / "site")
    assert built.returncode == 0, built.stderr
    html = (tmp_path / "site/day/first/index.html").read_text(encoding="utf-8")
    assert "Wij doen het zo." in html
    assert "Tekst." not in html
    assert (tmp_path / "site/day/zaal.svg").read_text() == "<svg/>"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("phase: day", "phase: dya", "did you mean day?"),
        ("phase: day\n", "", "an added page belongs in a phase"),
        ("after: day/first", "after: day/frist", "did you mean day/first?"),
        ("description: Wat", "descripton: Wat", "did you mean description?"),
    ],
)
def test_a_mistake_in_an_own_page_is_told_with_its_place(
    fork: Path, old: str, new: str, expected: str
):
    """The message names the organisation's file, and says what to write."""
    path = fork / "organisation/docs/nl/day/with-us.md"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    (mistake,) = map(str, check(fork))
    assert mistake.startswith("organisation/docs/nl/day/with-us.md:")
    assert expected in mistake


@pytest.mark.parametrize("place", ["organisation/nl/day", "organisation/docs/day", "organisation"])
def test_a_page_that_nobody_would_read_is_told(fork: Path, place: str):
    """In another folder it would not be on the site; the message says where it belongs."""
    (fork / place).mkdir(parents=True, exist_ok=True)
    (fork / place / "ours.md").write_text(page("Onze"), encoding="utf-8")
    (fork / place / "licence.md").write_text("# Licence of a font\n", encoding="utf-8")
    (mistake,) = map(str, check(fork))
    assert mistake == (
        f"{place}/ours.md: this page is not read; "
        "move it to organisation/docs/nl or organisation/docs/en"
    )


def test_a_page_in_one_language_only_is_missed_in_the_other(fork: Path):
    """The message names the file to write."""
    (fork / "organisation/docs/en/day/with-us.md").unlink()
    (mistake,) = map(str, check(fork))
    assert mistake.startswith("organisation/docs/en/day/with-us.md: this page is missing")


def test_a_replaced_page_tells_when_ours_has_changed_since(fork: Path):
    """The mark of our text is remembered in the own page; another text of ours is remarked on."""
    ours = fork / "docs/nl/day/first.md"
    path = own(fork, "nl", "day/first", page("Onze", f'copied_from: "{edition_of(ours)}"\n'))
    handbook = load(fork / "handbook.yml")
    assert list(outdated(fork, handbook)) == []
    ours.write_text(ours.read_text(encoding="utf-8") + "\nNog een zin.\n", encoding="utf-8")
    (remark,) = map(str, outdated(fork, handbook))
    assert remark.startswith("organisation/docs/nl/day/first.md:4: copied_from: our page has chan")
    assert f"write copied_from: {edition_of(ours)}" in remark
    path.write_text(page("Onze"), encoding="utf-8")
    (remark,) = map(str, outdated(fork, handbook))
    assert "it does not say what it was made from" in remark
    path.write_text(page("Onze", f"{remark.partition('title: ')[2]}\n"), encoding="utf-8")
    assert list(outdated(fork, handbook)) == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_make_it_yours_says_to_copy_can_be_copied(
    fork: Path, project: Path, tmp_path: Path, language: str
) -> None:
    """The words and the head of a page that it shows are sound, as they stand there."""
    text = (project / "docs" / language / "reference/make-it-yours.md").read_text(encoding="utf-8")
    words, head = re.findall(r"^```yaml\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    (fork / "organisation.yml").write_text(f"name: A\n{words}", encoding="utf-8")
    for each in ("nl", "en"):
        own(fork, each, "day/at-ours", head.replace("day/round-1", "day/first") + "\nTekst.\n")
    assert list(map(str, check(fork))) == []
    built = build(fork, tmp_path / "site")
    assert built.returncode == 0, built.stderr
    assert (tmp_path / "site/day/at-ours/index.html").is_file()


def test_a_template_of_the_kit_can_be_replaced_and_added(project: Path, tmp_path: Path):
    """The Word file of an own kit page has the organisation's text."""
    for name in ("docs", "overrides"):
        shutil.copytree(project / name, tmp_path / name)
    for name in ("handbook.yml", "mkdocs.yml"):
        shutil.copy(project / name, tmp_path)
    text = (project / "docs/nl/kit/thank-you-letter.md").read_text(encoding="utf-8")
    for language in ("nl", "en"):
        own(tmp_path, language, "kit/thank-you-letter", f"{text}\nDe soep was heerlijk.\n")
        added = text.replace("title: ", "title: Soep en ").replace("filename: ", "filename: Soep ")
        number = next(line for line in text.splitlines() if line.strip().startswith("number:"))
        added = added.replace(number, "  number: 99")
        own(
            tmp_path,
            language,
            "kit/soup-letter",
            added.replace("template:", "phase: kit\ntemplate:"),
        )
    made = files(load(tmp_path / "handbook.yml"), tmp_path, "nl")
    names = [file.name for file in made]
    assert any(name.startswith("99 Soep") for name in names)
    plain = dict(zip(names, made, strict=True))
    ours = {file.name: file.data for file in files(load(project / "handbook.yml"), project, "nl")}
    (changed,) = (name for name in ours if plain[name].data != ours[name])
    assert plain[changed].template.identifier == "thank-you-letter"

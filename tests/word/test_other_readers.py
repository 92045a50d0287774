"""What other programs read in our Word files: all that stands on the page, inside blanks too."""

import io
import re
import subprocess
from collections import Counter
from pathlib import Path

import mammoth
import pytest
from lxml import html

from generators.kit import KitFile
from generators.markdown import to_html
from generators.pages import template_text
from handbook.choices import combinations
from handbook.model import Handbook
from handbook.templates import templates
from macros.context import Context
from tests.tools import tool


def squeezed(text: str) -> str:
    """Return a text with one space wherever there is any, and none that only joins or parts."""
    return re.sub(r"\s+", " ", re.sub("[\u00ad\u2060\u200b]", "", text)).strip()


def said(page: str, chosen: set[str]) -> list[str]:
    """Return each run of text that stands on the sheet of a page, when these tabs are chosen."""
    root = html.fragment_fromstring(page, create_parent="div")
    for tabs in root.find_class("tabbed-set"):
        labels = [
            label.text_content().strip() for label in tabs.cssselect(".tabbed-labels > label")
        ]
        blocks = tabs.cssselect(".tabbed-content > .tabbed-block")
        assert len(labels) == len(blocks)
        for label, block in zip(labels, blocks, strict=True):
            if label not in chosen:
                block.drop_tree()
        tabs.find_class("tabbed-labels")[0].drop_tree()
    # Guidance stays on the site; captions and drawings are properties and pictures in Word.
    for unseen in root.xpath(
        "//*[contains(concat(' ', @class, ' '), ' admonition ')"
        " or contains(@class, 'for-screen-readers')] | //svg"
    ):
        unseen.drop_tree()
    return [run for text in root.itertext() if len(run := squeezed(text)) > 1]


@pytest.fixture(scope="session")
def texts(project: Path, handbook: Handbook, kit: dict[str, KitFile]) -> dict[str, list[str]]:
    """Return for each Word file the runs of text that stand on its page."""
    found = {}
    for language in handbook.languages:
        known = templates(project, handbook, language)
        names = iter(name for name in kit if name.startswith(f"{language}/"))
        for template in known:
            for choices in combinations(handbook, template.word.choices):
                text = template_text(project, template, Context(handbook, language, known, choices))
                chosen = {
                    mode.name[language]
                    for choice in handbook.choices.values()
                    for name, mode in choice.modes.items()
                    if name in (choices.round2, choices.round3)
                }
                found[next(names)] = said(to_html(text, project), chosen)
    return found


def lost(texts: dict[str, list[str]], read: dict[str, str]) -> dict[str, list[str]]:
    """Return for each file what stands on its page and is not read, or not as often."""
    missed = {}
    for name, there in read.items():
        all_of_it = squeezed(there)
        times = Counter(texts[name])
        if gone := [run for run, often in times.items() if all_of_it.count(run) < often]:
            missed[name] = gone
    return missed


def words(data: bytes) -> str:
    return str(mammoth.extract_raw_text(io.BytesIO(data)).value)


@pytest.mark.xdist_group("every word file")
def test_another_reader_finds_all_the_text_of_the_page(
    texts: dict[str, list[str]], kit_files: dict[str, bytes]
) -> None:
    """mammoth, which knows nothing of us, reads every sentence, label and blank of every file."""
    assert texts.keys() == kit_files.keys()
    assert lost(texts, {name: words(data) for name, data in kit_files.items()}) == {}


@pytest.mark.xdist_group("word files on paper")
def test_libreoffice_saves_a_file_without_losing_text(
    texts: dict[str, list[str]], kit: dict[str, KitFile], tmp_path: Path
) -> None:
    """Opened and saved as Word there, each template still has all its text."""
    first = {}
    for name, file in kit.items():
        first.setdefault((file.template.language, file.template.identifier), name)
    places = {}
    for number, name in enumerate(first.values()):
        place = tmp_path / "opened" / f"{number}.docx"
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(kit[name].data)
        places[name] = place
    saved = tmp_path / "saved"
    subprocess.run(
        [
            tool("soffice", "libreoffice"),
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            str(saved),
            *map(str, places.values()),
        ],
        capture_output=True,
        timeout=600,
        check=True,
    )
    read = {name: words((saved / place.name).read_bytes()) for name, place in places.items()}
    assert len(read) == len(first)
    assert lost(texts, read) == {}

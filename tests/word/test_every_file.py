"""Every Word file of the kit, in both languages, and every kind of block beside them.

Of the files to fill in with a pen, the lint sees all. The slower checks see each template with the
default modes, and the slowest only in the first language: but for its words the other is the same.
"""

import re

import pytest

from generators.handwriting import by_hand
from generators.word.writer import write
from handbook.choices import default_choices
from tests.tools import missing
from tests.word import samples
from tests.word.open_xml_sdk import errors
from tests.word.quality import findings
from tests.word.rendering import empty_pages, pdfs
from tests.word.schemas import folder, violations

SAMPLE_PAGES = {
    "invitation": 1,
    "observation": 2,
    "timeline": 3,
    "action_plan": 1,
    "cards_2_4": 2,
    "cards_2_2": 1,
    "room": 2,
}


@pytest.fixture(scope="session")
def sample_files() -> dict[str, bytes]:
    return {
        f"{document.language}/{document.identifier}.docx": write(document, samples.BRAND)
        for document in samples.documents()
    }


@pytest.fixture(scope="session")
def paper_files(paper_kit, handbook) -> dict[str, bytes]:
    default = default_choices(handbook)
    return {
        name: file.data
        for name, file in paper_kit.items()
        if all(mode == default[choice] for choice, mode in file.choices.items())
    }


@pytest.fixture(scope="session")
def every_file(handbook, kit_files, sample_files, paper_files) -> dict[str, bytes]:
    first = f"{handbook.languages[0]}/"
    in_first = {name: data for name, data in paper_files.items() if name.startswith(first)}
    samples_on_paper = {
        f"{document.language}/{document.identifier} (paper).docx": write(
            by_hand(document), samples.BRAND
        )
        for document in samples.documents()
        if document.language == handbook.languages[0]
    }
    return kit_files | sample_files | in_first | samples_on_paper


@pytest.mark.xdist_group("every word file")
def test_our_lint_finds_nothing_in_any_file(every_file, paper_kit):
    every = every_file | {name: file.data for name, file in paper_kit.items()}
    found = {name: findings(content) for name, content in every.items()}
    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.xdist_group("every word file")
def test_the_schemas_of_ecma_376_find_nothing_in_any_file(every_file):
    if not folder():
        missing("the ECMA-376 schemas are not beside the project; OOXML_XSD may say where")
    assert violations(every_file) == {}


@pytest.mark.xdist_group("every word file")
def test_the_open_xml_sdk_finds_nothing_in_any_file(every_file):
    assert errors(every_file) == {}


@pytest.fixture(scope="session")
def rendered(kit_files, sample_files, paper_files):
    return pdfs(kit_files | sample_files | paper_files)


@pytest.fixture(scope="session")
def printed(rendered):
    return {name: "\n".join(pdf.pages) for name, pdf in rendered.items()}


@pytest.mark.xdist_group("word files on paper")
def test_no_text_is_cut_off_on_paper(printed, texts):
    """All that stands on the page is printed: no card or cell is too small for its text."""
    lost = {}
    for name, expected in texts.items():
        all_of_it = bare(printed[name])
        if gone := [text for text in expected if bare(text) not in all_of_it]:
            lost[name] = gone
    assert lost == {}


@pytest.mark.xdist_group("word files on paper")
def test_no_word_is_broken_off_on_paper(printed, texts):
    """No column is narrower than its longest word."""
    broken = {
        name: gone
        for name, expected in texts.items()
        if (gone := whole_words(" ".join(expected)) - whole_words(printed[name]))
    }
    assert broken == {}


def whole_words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))


def bare(text: str) -> str:
    """Return a text without spaces and hyphens, since lines break where they will."""
    return re.sub(r"[\W_]+", "", text)


@pytest.mark.xdist_group("word files on paper")
def test_every_file_takes_the_expected_number_of_pages_and_none_is_empty(rendered, kit, paper_kit):
    """On paper a document takes as many sheets with lines as it takes with blanks."""
    expected = {name: file.template.word.pages for name, file in (kit | paper_kit).items()} | {
        name: SAMPLE_PAGES[name.split("/")[1].removesuffix(".docx")]
        for name in rendered
        if name not in kit | paper_kit
    }
    expected = {name: expected[name] for name in rendered}
    assert {name: len(pdf.pages) for name, pdf in rendered.items()} == expected
    assert {name: found for name, pdf in rendered.items() if (found := empty_pages(pdf))} == {}

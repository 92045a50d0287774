"""A mistake on a page is named with its file and line, before anything is built."""

import shutil
from pathlib import Path

import pytest

from generators.pages import check


@pytest.fixture
def copy(project: Path, tmp_path: Path) -> Path:
    """Copy the project, so that a test may make mistakes in it."""
    for name in ("docs", "overrides"):
        shutil.copytree(project / name, tmp_path / name)
    for name in ("handbook.yml", "mkdocs.yml"):
        shutil.copy(project / name, tmp_path)
    return tmp_path


def spoil(path: Path, old: str, new: str) -> int:
    """Replace a text once, and return the line on which it stood."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def mistakes(copy: Path) -> list[str]:
    return [str(problem) for problem in check(copy)]


def test_the_shipped_pages_have_no_mistakes(project: Path):
    """The project as it stands builds."""
    assert check(project) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('{{ rings("round1") }}', '{{ ring("round1") }}', "did you mean rings?"),
        ('{{ rings("round1") }}', '{{ rings("round9") }}', 'there is no round "round9"; write'),
        ('{{ rings("round1") }}', '{{ rings("round1" }}', "this macro cannot be read"),
        ("templates: [", "templates: [run-shet, ", "did you mean run-sheet?"),
        ("description:", "descripton:", "did you mean description?"),
        ("facts: [", "facts: [F229, ", '"F229" is not a fact; write a number from F001 to F228'),
        ("facts: [", "facts: [F12-F20, ", '"F12-F20" is not a fact; '),
    ],
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_misspelt_name_is_found_with_its_line(
    copy: Path, language: str, old: str, new: str, expected: str
):
    """One mistake on a page gives one message: where it stands, and what to write."""
    line = spoil(copy / "docs" / language / "day" / "round-1.md", old, new)
    (found,) = mistakes(copy)
    assert found.startswith(f"docs/{language}/day/round-1.md:{line}: ")
    assert expected in found


def test_mistakes_on_several_pages_are_all_told(copy: Path):
    """Every page is read before anything stops."""
    for page in ("day/round-1.md", "day/round-2.md"):
        spoil(copy / "docs/nl" / page, "{{ rings(", "{{ ringen(")
    spoil(copy / "docs/en/kit/run-sheet.md", "{{ run_sheet(", "{{ runsheet(")
    assert {text.split(":")[0] for text in mistakes(copy)} == {
        "docs/nl/day/round-1.md",
        "docs/nl/day/round-2.md",
        "docs/en/kit/run-sheet.md",
    }


def test_a_page_in_one_language_only_is_missing_in_the_other(copy: Path):
    """Without its translation a page does not pass, and the missing file is named."""
    (copy / "docs/en/day/round-1.md").unlink()
    assert mistakes(copy) == [
        "docs/en/day/round-1.md: this page is missing; "
        "every page stands in every language, and every page of handbook.yml exists"
    ]


def test_a_page_that_no_phase_names_is_told(copy: Path):
    """A page that nobody can reach by the navigation is a mistake."""
    for language in ("nl", "en"):
        source = copy / "docs" / language / "day" / "round-1.md"
        shutil.copy(source, source.with_name("extra.md"))
    found = mistakes(copy)
    assert [text.split(":")[0] for text in found] == [
        "docs/nl/day/extra.md",
        "docs/en/day/extra.md",
    ]
    assert all("add it to the pages of a phase in handbook.yml" in text for text in found)

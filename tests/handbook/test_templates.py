"""Mistakes in the front matter of a template page are named with file, line and remedy."""

from pathlib import Path

import pytest

from handbook.model import Handbook
from handbook.problems import ProblemsFound
from handbook.templates import templates

PAGE = """---
title: Een brief
description: Waar hij voor is.
template: word.html
word:
  family: invitation
  number: 6
  filename: Brief
  filled_by: lead
  moment: invitation
  pages: 1
---
Beste klant,
"""


def mistakes(tmp_path: Path, handbook: Handbook, *pages: str) -> list[str]:
    folder = tmp_path / "docs" / "nl" / "kit"
    folder.mkdir(parents=True)
    for number, text in enumerate(pages):
        (folder / f"page-{number}.md").write_text(text, encoding="utf-8")
    with pytest.raises(ProblemsFound) as found:
        templates(tmp_path, handbook, "nl")
    return [str(problem) for problem in found.value.problems]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("family: invitation", "family: letter", ":6: word.family: "),
        ("number: 6", "number: six", ":7: word.number: "),
        (
            "filled_by: lead",
            "filled_by: leed",
            ":9: word.filled_by: handbook.yml has no leed; did you mean lead?",
        ),
        ("moment: invitation", "moment: never", ":10: word.moment: handbook.yml has no never; "),
        (
            "word:",
            "facts: [F229]\nword:",
            ':5: facts[1]: "F229" is not a fact; write a number from',
        ),
        ("  filename: Brief\n", "", ":5: word.filename: this key is missing"),
        ("  filename:", "  filenam:", ":8: word.filenam: this key is not known; did you mean"),
        ("title: Een brief", "title: [", "docs/nl/kit/page-0.md:"),
        ("---\nBeste", "Beste", ":1: the front matter does not end; close it with a line of ---"),
        ("---\ntitle", "title", ":1: the page has no front matter; begin it with a line of ---"),
    ],
)
def test_a_mistake_in_front_matter_names_its_line(
    tmp_path: Path, handbook: Handbook, old: str, new: str, expected: str
):
    """One mistake gives one message, at its line of the page, with what to write instead."""
    found = mistakes(tmp_path, handbook, PAGE.replace(old, new, 1))
    assert len(found) == 1
    assert found[0].startswith("docs/nl/kit/page-0.md")
    assert expected in found[0]


def test_all_pages_are_judged_at_once(tmp_path: Path, handbook: Handbook):
    """Mistakes in several pages are all told, not one after the other."""
    found = mistakes(
        tmp_path,
        handbook,
        PAGE.replace("lead", "leed"),
        PAGE.replace("moment: invitation", "moment: never").replace("number: 6", "number: 7"),
    )
    assert {text.split(":")[0] for text in found} >= {
        "docs/nl/kit/page-0.md",
        "docs/nl/kit/page-1.md",
    }


def test_two_templates_cannot_have_the_same_file(tmp_path: Path, handbook: Handbook):
    """The same number or name twice would put one Word file over the other."""
    found = mistakes(tmp_path, handbook, PAGE, PAGE)
    assert len(found) == 2
    assert "word.number: 6 is also the number of page-0.md" in found[0]
    assert "word.filename: Brief is also the filename of page-0.md" in found[1]

"""Both languages are built alike: whoever changes languages loses no heading, blank or link."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from tests.pages.reading import Reading, every_page, label, names, pages

# Of these macros the text that people read is an argument: after the id it is in their language.
LABELLED = {"blank", "checkbox", "choice"}
# Of the front matter this is in the language of the page.
WORDED = {"title", "description", "sentence", "text", "filename", "slides", "tags", "terms"}

every = pytest.mark.parametrize("page", every_page(), ids=label)
both = pytest.mark.parametrize(
    "name", [name for name in names() if name in pages("nl") and name in pages("en")]
)


@pytest.mark.parametrize("name", names())
def test_a_page_stands_in_both_languages(name):
    """Each page exists in Dutch and in English."""
    assert name in pages("nl"), f"docs/nl/{name}.md is missing"
    assert name in pages("en"), f"docs/en/{name}.md is missing"


@both
def test_both_languages_are_built_alike(name):
    """Headings, macros, boxes, tabs, lists, tables and links follow each other in the same order.

    Within one line the order is free: languages put their words in different places.
    """
    dutch, english = list(parts(pages("nl")[name])), list(parts(pages("en")[name]))
    for (line, ours), (other_line, theirs) in zip(dutch, english, strict=False):
        assert ours == theirs, (
            f"docs/nl/{name}.md:{line}: {ours}\nstands where docs/en/{name}.md:{other_line} "
            f"has: {theirs}"
        )
    for language, rest in ("nl", dutch[len(english) :]), ("en", english[len(dutch) :]):
        for line, part in rest:
            pytest.fail(f"docs/{language}/{name}.md:{line}: {part}: not in the other language")


@both
def test_both_languages_say_the_same_about_a_page(name):
    """Facts, templates, doors and the settings of a Word file are the same in both languages."""
    dutch = unworded(pages("nl")[name].source.front_matter.data)
    english = unworded(pages("en")[name].source.front_matter.data)
    assert dutch == english, f"docs/nl/{name}.md and docs/en/{name}.md: their front matter differs"


@every
def test_a_page_says_what_it_is_for(page):
    """Each page has a title, and a sentence that says what the page is for."""
    about = page.source.front_matter.data
    assert about.get("title"), f"{page.file}: title: missing"
    description = about.get("description") or ""
    assert re.search(r"\w.*[.?!]$", description), (
        f"{page.file}: description: write one sentence that says what this page is for"
    )


@every
def test_every_heading_has_an_anchor_of_its_own(page):
    """Each heading names its anchor, no two the same, so that links keep working."""
    anchors = []
    for number, line in lines(page):
        if re.match(r"#+ ", line):
            anchor = re.search(r"\{: #([a-z0-9]+(?:-[a-z0-9]+)*) \}$", line)
            assert anchor, f"{page.file}:{number}: end this heading with its anchor: {{: #… }}"
            assert not line.startswith("# "), f"{page.file}:{number}: the theme prints the title"
            anchors.append(anchor[1])
    double = [anchor for anchor, count in Counter(anchors).items() if count > 1]
    assert not double, f"{page.file}: anchors {', '.join(double)} stand twice"


CARD_LEVEL = 3


@every
def test_headings_go_down_one_level_at_a_time(page):
    """No heading skips a level, but a card to cut out begins at the level of cards."""
    level = 1
    for number, line in lines(page):
        if mark := re.match(r"(#+) ", line):
            is_card = "div.cards" in page.source.body and len(mark[1]) == CARD_LEVEL
            assert is_card or len(mark[1]) <= level + 1, f"{page.file}:{number}: skips a level"
            level = len(mark[1])


def lines(page: Reading) -> Iterator[tuple[int, str]]:
    yield from enumerate(page.source.body.splitlines(), page.source.first_line)


def parts(page: Reading) -> Iterator[tuple[int, str]]:
    """Yield what both languages share, each with its line; within a line in alphabetical order."""
    in_table = False
    for number, line in lines(page):
        found = [f"macro {call(macro)}" for macro in re.findall(r"\{\{(.*?)\}\}", line)]
        found += [f"link to {target}" for target in re.findall(r"\]\(([^)\s]+)", line)]
        if mark := re.match(r"(#+) .*?(\{: #.*\})?$", line):
            found.append(f"heading of level {len(mark[1])} {mark[2] or 'without anchor'}")
        elif mark := re.match(r"/// (\w+)", line):
            found.append(f"box {mark[1]}")
        elif mark := re.match(r"( *)(- |\d+\. )", line):
            kind = "bullet" if mark[2] == "- " else "number"
            found.append(f"item ({kind}, {len(mark[1]) // 4} deep)")
        elif line.startswith("> ") and not line.startswith("> …"):
            found.append("quote")
        elif anchor := re.search(r"\{: #([\w-]+) \}", line):
            found.append(f"anchor {anchor[1]}")
        if line.startswith("|"):
            cells = len(re.findall(r"(?<!\\)\|", re.sub(r"\{\{.*?\}\}", "", line))) - 1
            found.append(f"{'row' if in_table else 'table'} of {cells} cells")
        in_table = line.startswith("|")
        for part in sorted(found):
            yield number, part


def call(macro: str) -> str:
    """Return a macro call as both languages must write it: without its labels."""
    parsed = ast.parse(macro.strip(), mode="eval").body
    if not isinstance(parsed, ast.Call):
        return ast.unparse(parsed)
    name = ast.unparse(parsed.func)
    said = [ast.literal_eval(argument) for argument in parsed.args]
    if name in LABELLED:
        said = [said[0], *(sorted(one) for one in said if isinstance(one, dict))]
    named = {one.arg: ast.literal_eval(one.value) for one in parsed.keywords}
    named.pop("label", None)
    return f"{name}({', '.join([*map(repr, said), *(f'{k}={v!r}' for k, v in named.items())])})"


def unworded(about: Any) -> Any:
    """Return front matter without what is in the language of the page."""
    if isinstance(about, dict):
        return {key: unworded(value) for key, value in about.items() if key not in WORDED}
    if isinstance(about, list):
        return [unworded(one) for one in about]
    return about

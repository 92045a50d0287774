"""What stands on the pages of the kit, for the checks that look for it in the Word files."""

import re
from pathlib import Path

import pytest
from lxml import html

from generators.kit import KitFile
from generators.markdown import to_html
from generators.pages import template_text
from handbook.choices import combinations
from handbook.model import Handbook
from handbook.templates import templates
from macros.context import Context


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

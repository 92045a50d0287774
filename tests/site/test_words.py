"""The theme's own words."""

import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader


def test_every_word_of_the_theme_is_there_in_both_languages(project: Path) -> None:
    """Each word has a Dutch and an English text, every word is used, and none is missing."""
    overrides = project / "overrides"
    loaded = Environment(loader=FileSystemLoader(overrides)).get_template("partials/words.html")
    words = loaded.module.words  # type: ignore[attr-defined]
    assert set(words["nl"]) == set(words["en"])
    assert all(text for language in words.values() for text in language.values())
    used = {
        name
        for path in overrides.rglob("*.html")
        if path.name != "words.html"
        for name in re.findall(
            r"\b(?:w|words\[[a-z.]+\])\.([a-z_]+)", path.read_text(encoding="utf-8")
        )
    }
    assert used | {"portrait", "landscape"} == set(words["nl"])

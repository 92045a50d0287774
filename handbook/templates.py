"""The Word templates of the kit, as the front matter of their pages describes them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import Field

from handbook.front_matter import read_page
from handbook.model import ChoiceName, Handbook, Identifier, Language, Record


class WordFile(Record):
    """How a page becomes a Word file: the key `word` of its front matter."""

    family: Literal["invitation", "briefing", "checklist", "action-plan", "support"]
    """What kind of document it is."""
    number: int = Field(ge=1, le=99)
    """Its place in the order of use; the file's name begins with it."""
    filename: str = Field(pattern=r'^[^<>:"/\\|?*\x00-\x1f]{1,80}$')
    """The name people see, without number and ending."""
    filled_by: Identifier
    """The role that fills it in."""
    moment: Identifier
    """When it is needed: a moment of the timeline."""
    paper: Literal["portrait", "landscape"] = "portrait"
    """Which way the sheet lies."""
    choices: tuple[ChoiceName, ...] = ()
    """The choices its text depends on; there is one file for each combination."""
    loose: bool = False
    """Whether its text may be reworded freely, as a letter's: no control is locked."""
    title_shown: bool = True
    """Whether the title stands above the text."""
    start_kit: bool = False
    """Whether someone who does this for the first time needs it."""


class FrontMatter(Record):
    """What stands above a template page."""

    title: str = Field(min_length=1, max_length=255)
    """The document's title."""
    description: str = Field(min_length=1)
    """One line of use, for the overview."""
    template: Literal["word.html"]
    """The theme's page for templates."""
    word: WordFile
    facts: tuple[str, ...] = ()
    """The facts that this template tells."""
    tags: tuple[str, ...] = ()
    """Words that people search for."""


@dataclass(frozen=True, slots=True)
class Template:
    """One template in one language."""

    identifier: str
    language: Language
    title: str
    description: str
    word: WordFile
    facts: tuple[str, ...]


def templates(project: Path, handbook: Handbook, language: Language) -> tuple[Template, ...]:
    """Return the templates of one language in the order of use.

    Raises `ProblemsFound` with everything that is wrong in their front matter.
    """
    found = []
    for path in sorted((project / "docs" / language / "kit").glob("*.md")):
        if path.stem == "index":
            continue
        about = FrontMatter.model_validate(
            {k: v for k, v in read_page(path, project).about.items()}
        )
        found.append(
            Template(path.stem, language, about.title, about.description, about.word, about.facts)
        )
    del handbook
    return tuple(sorted(found, key=lambda template: (template.word.number, template.identifier)))

"""The Word templates of the kit, as the front matter of their pages describes them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import Field

from handbook.document import Finding
from handbook.front_matter import Page, about, read_page
from handbook.messages import choose
from handbook.model import ChoiceName, Handbook, Identifier, Language, Record
from handbook.problems import Problem, ProblemsFound


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
    pages: int = Field(ge=1, le=40)
    """How many sheets it takes when nothing is filled in."""
    reader: Literal["customer", "team", "everyone"] = "team"
    """Who reads it: in Dutch a customer is addressed with u, a colleague with je."""
    choices: tuple[ChoiceName, ...] = ()
    """The choices its text depends on; there is one file for each combination."""
    loose: bool = False
    """Whether its text may be reworded freely, as a letter's: no control is locked."""
    title_shown: bool = True
    """Whether the title stands above the text."""
    start_kit: bool = False
    """Whether someone who does this for the first time needs it."""


class TemplateFrontMatter(Record):
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
    terms: tuple[str, ...] = ()
    """Words that the page explains, although they are jargon elsewhere."""
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
    """Return the templates of one language in the order of use, but for those left out.

    Raises `ProblemsFound` with everything that is wrong in their front matter.
    """
    found: list[Template] = []
    problems: list[Problem] = []
    for path in sorted((project / "docs" / language / "kit").glob("*.md")):
        if path.stem == "index" or f"kit/{path.stem}" in handbook.left_out:
            continue
        try:
            page = read_page(path, project)
            matter = about(page, TemplateFrontMatter)
        except ProblemsFound as mistakes:
            problems += mistakes.problems
            continue
        problems += _broken_references(page, matter.word, handbook)
        found.append(
            Template(
                path.stem, language, matter.title, matter.description, matter.word, matter.facts
            )
        )
    problems += _doubles(found)
    if problems:
        raise ProblemsFound(problems)
    return tuple(sorted(found, key=lambda template: (template.word.number, template.identifier)))


def _broken_references(page: Page, word: WordFile, handbook: Handbook) -> Iterator[Problem]:
    """Yield what the front matter names that handbook.yml does not know."""
    for key, name, known in (
        ("filled_by", word.filled_by, list(handbook.roles)),
        ("moment", word.moment, [moment.id for moment in handbook.moments]),
    ):
        if name not in known:
            finding = Finding(("word", key), f"handbook.yml has no {name}", choose(name, known))
            yield page.front_matter.problem(finding)


def _doubles(found: list[Template]) -> Iterator[Problem]:
    """Yield templates whose Word files would have the same name or number."""
    for attribute, remedy in (
        ("number", "give each template its own number"),
        ("filename", "give each template its own name"),
    ):
        first: dict[object, str] = {}
        for template in found:
            value = getattr(template.word, attribute)
            if value in first:
                yield Problem(
                    f"docs/{template.language}/kit/{template.identifier}.md",
                    None,
                    f"word.{attribute}",
                    f"{value} is also the {attribute} of {first[value]}.md",
                    remedy,
                )
            first.setdefault(value, template.identifier)

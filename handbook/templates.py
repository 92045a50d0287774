"""The Word templates of the kit, as the front matter of their pages describes them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import Field

from handbook.content import page_path, page_paths
from handbook.document import Finding
from handbook.front_matter import Mark, Page, about, read_page
from handbook.messages import choose
from handbook.model import (
    ChoiceName,
    FactRange,
    Handbook,
    Identifier,
    Language,
    Record,
    Slug,
)
from handbook.problems import Problem, ProblemsFound
from handbook.vocabulary import spoken

Family = Literal["invitation", "briefing", "checklist", "action-plan", "support", "training"]
Step = Literal["all", "invited", "accepted", "came"]
"""How far a guest has come; where nobody has come so far yet, those of the step before count."""


class WordFile(Record):
    """How a page becomes a Word file: the key `word` of its front matter."""

    family: Family
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
    numbered: bool = True
    """Whether its sheets have numbers; letters that go out one by one have not."""
    start_kit: bool = False
    """Whether someone who does this for the first time needs it."""
    guests: Step = "all"
    """Which guests it is for: a letter goes to each of them, a list names them."""


class TemplateFrontMatter(Record):
    """What stands above a template page."""

    title: str = Field(min_length=1, max_length=255)
    """The document's title."""
    description: str = Field(min_length=1)
    """One line of use, for the overview."""
    template: Literal["word.html"]
    """The theme's page for templates."""
    word: WordFile
    facts: tuple[FactRange, ...] = ()
    """The facts that this template tells."""
    terms: tuple[str, ...] = ()
    """Words that the page explains, although they are jargon elsewhere."""
    tags: tuple[str, ...] = ()
    """Words that people search for."""
    words: Literal["plain"] | None = None
    """With plain, the template keeps our words, also where an organisation says others."""
    phase: Identifier | None = None
    """On an organisation's own page: the phase of handbook.yml it belongs to."""
    after: Slug | None = None
    """On an organisation's own page: the page it comes after; else it is the last of its phase."""
    copied_from: Mark | None = None
    """On an organisation's own page in place of ours: the text of ours that it was made from."""


@dataclass(frozen=True, slots=True)
class Template:
    """One template in one language."""

    identifier: str
    language: Language
    title: str
    description: str
    word: WordFile
    facts: tuple[str, ...]
    plain: bool = False
    """Whether it keeps our words, also where an organisation says others."""


def templates(project: Path, handbook: Handbook, language: Language) -> tuple[Template, ...]:
    """Return the templates of one language in the order of use, but for those left out.

    Raises `ProblemsFound` with everything that is wrong in their front matter.
    """
    found: list[Template] = []
    problems: list[Problem] = []
    for name, path in page_paths(project, handbook, language).items():
        if not is_template(name):
            continue
        try:
            page = read_page(path, project)
            matter = about(page, TemplateFrontMatter)
        except ProblemsFound as mistakes:
            problems += mistakes.problems
            continue
        problems += _broken_references(page, matter.word, handbook)
        found.append(_template(path.stem, language, matter, handbook))
    problems += _doubles(project, found)
    if problems:
        raise ProblemsFound(problems)
    return tuple(sorted(found, key=lambda template: (template.word.number, template.identifier)))


def _template(
    name: str, language: Language, matter: TemplateFrontMatter, handbook: Handbook
) -> Template:
    """Return a template, its names in the words of the organisation."""
    plain = matter.words == "plain"

    def say(text: str) -> str:
        return text if plain else spoken(text, handbook.vocabulary, language)

    word = matter.word.model_copy(update={"filename": say(matter.word.filename)})
    title, description = say(matter.title), say(matter.description)
    return Template(name, language, title, description, word, matter.facts, plain)


def is_template(page: str) -> bool:
    """Tell whether a page is a Word template, by its path in the navigation."""
    folder, _, name = page.partition("/")
    return folder == "kit" and name != "index" and "/" not in name


def _broken_references(page: Page, word: WordFile, handbook: Handbook) -> Iterator[Problem]:
    """Yield what the front matter names that handbook.yml does not know."""
    for key, name, known in (
        ("filled_by", word.filled_by, list(handbook.roles)),
        ("moment", word.moment, [moment.id for moment in handbook.moments]),
    ):
        if name not in known:
            finding = Finding(("word", key), f"handbook.yml has no {name}", choose(name, known))
            yield page.front_matter.problem(finding)


def _doubles(project: Path, found: list[Template]) -> Iterator[Problem]:
    """Yield templates whose Word files would have the same name or number."""
    for attribute, remedy in (
        ("number", "give each template its own number"),
        ("filename", "give each template its own name"),
    ):
        first: dict[object, str] = {}
        for template in found:
            value = getattr(template.word, attribute)
            if value in first:
                page = page_path(project, template.language, f"kit/{template.identifier}")
                yield Problem(
                    page.relative_to(project).as_posix(),
                    None,
                    f"word.{attribute}",
                    f"{value} is also the {attribute} of {first[value]}.md",
                    remedy,
                )
            first.setdefault(value, template.identifier)

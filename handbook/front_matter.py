"""Pages: the YAML above them, and the Markdown below it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, StringConstraints, ValidationError

from handbook.document import Document, parse, text_of
from handbook.messages import findings
from handbook.model import FactRange, Identifier, Record, Slug
from handbook.problems import Problem, ProblemsFound

Model = TypeVar("Model", bound=BaseModel)
Mark = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{12}$")]
FileName = Annotated[str, StringConstraints(pattern=r'^[^<>:"/\\|?*\x00-\x1f]{1,80}$')]
Line = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class Door(Record):
    """A way in for one kind of visitor, on the home page."""

    title: Line
    """Who goes in here, as in "Ik organiseer"."""
    text: Line
    """What they find."""
    link: Line
    """The page it leads to, as in understand/in-a-minute.md."""


class FrontMatter(Record):
    """What stands above a page of the handbook."""

    title: Line
    """The page's title."""
    description: Line
    """One sentence that says what the page is for; the theme shows it below the title."""
    facts: tuple[FactRange, ...]
    """The facts the page tells, as numbers or ranges: F053-F064."""
    templates: tuple[Slug, ...] = ()
    """The templates of the kit that belong to this step."""
    terms: tuple[str, ...] = ()
    """Words that the page explains, although they are jargon elsewhere."""
    tags: tuple[str, ...] = ()
    """Other words that people search for."""
    words: Literal["plain"] | None = None
    """With plain, the page keeps our words, also where an organisation says others."""
    phase: Identifier | None = None
    """On an organisation's own page: the phase of handbook.yml it belongs to."""
    after: Slug | None = None
    """On an organisation's own page: the page it comes after; else it is the last of its phase."""
    copied_from: Mark | None = None
    """On an organisation's own page in place of ours: the text of ours that it was made from."""
    template: (
        Literal["home.html", "event.html", "kit.html", "room-screen.html", "slides.html"] | None
    ) = None
    """The theme's page, where it is not the usual one."""
    slides: FileName | None = None
    """On a page that is made for a projector too: the name of its presentation."""
    sentence: Line | None = None
    """On the home page: what a klantarena is."""
    doors: tuple[Door, ...] = ()
    """On the home page: the ways in."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it stands in the repository.

    `file` is seen from the project's folder; `first_line` is the line of the file on which the
    body begins, counted from 1, so that a mistake in the body can be found.
    """

    file: str
    front_matter: Document
    body: str
    first_line: int


def read_page(path: Path, project: Path) -> Page:
    """Read a page; raises `ProblemsFound` where its front matter cannot be read."""
    file = path.relative_to(project).as_posix()
    text = text_of(path).replace("\r\n", "\n")
    if not text.startswith("---\n"):
        raise _refusal(file, "the page has no front matter", "begin it with a line of ---")
    head, mark, body = text[4:].partition("\n---\n")
    if not mark:
        raise _refusal(file, "the front matter does not end", "close it with a line of ---")
    text = body.lstrip("\n")  # as MkDocs does
    first_line = head.count("\n") + 4 + len(body) - len(text)
    # The line of --- becomes an empty one: lines keep the numbers they have in the file.
    return Page(file, parse(f"\n{head}\n", file), text, first_line)


def about(page: Page, model: type[Model]) -> Model:
    """Return what the front matter of a page says; raises `ProblemsFound` with every mistake."""
    document = page.front_matter
    try:
        read = model.model_validate(document.data)
    except ValidationError as error:
        problems = [document.problem(finding) for finding in findings(error, model)]
        raise ProblemsFound([*document.problems, *problems]) from error
    if document.problems:
        raise ProblemsFound(document.problems)
    return read


def _refusal(file: str, what: str, remedy: str) -> ProblemsFound:
    return ProblemsFound([Problem(file, 1, "", what, remedy)])

"""Pages: the YAML above them, and the Markdown below it."""

from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from handbook.document import Document, parse, text_of
from handbook.messages import findings
from handbook.problems import Problem, ProblemsFound

Model = TypeVar("Model", bound=BaseModel)


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
    # The line of --- becomes an empty one: lines keep the numbers they have in the file.
    return Page(file, parse(f"\n{head}\n", file), body, head.count("\n") + 4)


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

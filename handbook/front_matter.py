"""Pages: the YAML above them, and the Markdown below it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from handbook.problems import Problem, ProblemsFound


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it stands in the repository.

    `file` is seen from the project's folder; `first_line` is the line of the file on which the
    body begins, counted from 1, so that a mistake in the body can be found.
    """

    file: str
    about: dict[str, Any]
    body: str
    first_line: int


def read_page(path: Path, project: Path) -> Page:
    """Read a page; raises `ProblemsFound` where its front matter cannot be read."""
    file = path.relative_to(project).as_posix()
    text = path.read_text(encoding="utf-8-sig")
    if not text.startswith("---\n"):
        raise ProblemsFound(
            [Problem(file, 1, "", "the page has no front matter", "begin it with a line of ---")]
        )
    head, mark, body = text[4:].partition("\n---\n")
    if not mark:
        raise ProblemsFound(
            [Problem(file, 1, "", "the front matter does not end", "close it with a line of ---")]
        )
    try:
        about = yaml.load(head, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        raise ProblemsFound(
            [Problem(file, line, "", "the front matter is not YAML", f"{error.problem}")]
        ) from error
    return Page(file, about or {}, body, head.count("\n") + 4)

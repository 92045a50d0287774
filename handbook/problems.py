"""What is wrong in a file, said so that its author can mend it."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: where it stands, what is wrong, and what to write instead.

    `file` is seen from the project's folder; `line` counts from 1 and is None where the whole
    file is meant; `key` is the place within the file, as in "rings.inner.target", or empty.
    """

    file: str
    line: int | None
    key: str
    what: str
    remedy: str

    def __str__(self) -> str:
        """Return "handbook.yml:12: rings.inner.target: what is wrong; what to write"."""
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        key = f"{self.key}: " if self.key else ""
        return f"{place}: {key}{self.what}; {self.remedy}"


class ProblemsFound(Exception):
    """Something cannot be built; `problems` says everything that is wrong."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = tuple(problems)

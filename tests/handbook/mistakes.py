"""Mistakes made on purpose in a copy of the real handbook.yml, changed as text."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from handbook.load import ConfigError, load
from handbook.problems import Problem

PROJECT = Path(__file__).parents[2]


def real_text() -> str:
    return (PROJECT / "handbook.yml").read_text(encoding="utf-8")


def line_of(text: str, starts: tuple[str, ...]) -> int:
    """Return the line that is found by going down the file from one beginning to the next."""
    lines = text.splitlines()
    number = -1
    for start in starts:
        number = next(
            here for here in range(number + 1, len(lines)) if lines[here].startswith(start)
        )
    return number + 1


@dataclass(frozen=True)
class Mistake:
    """A change of the text from some line on, and what the author should be told."""

    starts: tuple[str, ...]
    """How the lines begin that lead to the change, from the top of the file."""
    old: str
    """A pattern; its first match from that line on is replaced."""
    new: str
    key: str
    what: str
    """A pattern in what is wrong."""
    remedy: str
    """A pattern in what to write."""
    told: tuple[str, ...] = ()
    """How the lines begin that lead to the line that is told, in the text with the mistake.

    Without it that is the line of the change, plus `lines_on`.
    """
    lines_on: int = 0

    def made_in(self, text: str) -> str:
        lines = text.splitlines(keepends=True)
        here = line_of(text, self.starts) - 1
        rest = "".join(lines[here:])
        changed = re.sub(self.old, self.new, rest, count=1)
        assert changed != rest, f"{self.old} is not found after {self.starts}"
        return "".join(lines[:here]) + changed

    def assert_told(self, problem: Problem, text: str) -> None:
        """Assert that a problem is about this mistake, which stands in a text."""
        if self.told:
            line = line_of(text, self.told)
        else:
            line = line_of(real_text(), self.starts) + self.lines_on
        assert problem.key == self.key
        assert problem.file == "handbook.yml"
        assert problem.line == line
        assert re.search(self.what, problem.what), problem.what
        assert re.search(self.remedy, problem.remedy), problem.remedy


Write = Callable[[str | bytes], Path]


def problems_in(path: Path) -> tuple[Problem, ...]:
    """Return what is wrong in a config; fails where nothing is."""
    with pytest.raises(ConfigError) as caught:
        load(path)
    problems = caught.value.problems
    assert str(caught.value).splitlines() == [str(problem) for problem in problems]
    for problem in problems:
        assert "Traceback" not in str(problem)
        assert problem.what
        assert problem.remedy
    return problems

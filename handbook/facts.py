"""The facts of the method: what the sources say, each with its number.

Pages name the facts they tell in their front matter, as numbers and ranges; values in
handbook.yml name them in `source`.
"""

import re
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, ValidationError

from handbook.document import Finding, parse, text_of
from handbook.messages import findings
from handbook.model import Condition, Language, Record
from handbook.problems import ProblemsFound

FILE = "handbook/facts.yml"

Stem = Annotated[str, StringConstraints(min_length=1)]


class Telling(Record):
    """The words by which one recognises that a text tells a fact, in each language.

    Each entry must be found, close to the others; within an entry "|" separates words that do
    equally well. A word may be the beginning of a longer one, a number may not.
    """

    nl: Annotated[tuple[Stem, ...], Field(min_length=1)]
    """In a Dutch text."""
    en: Annotated[tuple[Stem, ...], Field(min_length=1)]
    """In an English text."""

    def __getitem__(self, language: Language) -> tuple[str, ...]:
        """Return the words in one language."""
        return self.nl if language == "nl" else self.en


class Fact(Record):
    """One statement from the sources, in our own words."""

    number: Annotated[str, StringConstraints(pattern=r"^F\d{3}$")]
    """F001 to F228."""
    topic: str
    """What it is about, in Dutch."""
    nl: str
    """The fact in Dutch."""
    en: str
    """The fact in English."""
    says: Telling
    """How to recognise it on a page."""
    only: Condition = Condition()
    """Holds only with these modes of round 2 or round 3."""
    sources_page_only: bool = False
    """A remark about the sources: told on the page about them, and nowhere else."""
    kit: Literal["told", "exempt"] = "told"
    """Whether a template of the kit has to tell it too."""

    def __getitem__(self, language: Language) -> str:
        """Return the fact in one language."""
        return self.nl if language == "nl" else self.en


def facts(project: Path) -> tuple[Fact, ...]:
    """Return all facts in the order of their numbers; raises `ProblemsFound` with every mistake."""
    document = parse(text_of(project / FILE), FILE)
    read, problems = [], list(document.problems)
    for number, entry in document.data.items():
        try:
            read.append(Fact.model_validate({**(entry or {}), "number": number}))
        except ValidationError as error:
            problems += [
                document.problem(Finding((number, *finding.place), finding.what, finding.remedy))
                for finding in findings(error, Fact)
            ]
    if problems:
        raise ProblemsFound(problems)
    return tuple(sorted(read, key=lambda fact: fact.number))


def expand(entry: str) -> tuple[str, ...]:
    """Return the numbers that an entry of `facts` in a front matter means.

    "F053" is one fact, "F053-F064" all from the one to the other; raises `ValueError` for
    anything else.
    """
    match = re.fullmatch(r"F(\d{3})(?:-F(\d{3}))?", entry)
    if match is None or (match[2] and match[2] <= match[1]):
        raise ValueError(f'"{entry}" is no fact; write a number as F053, or a range as F053-F064')
    return tuple(f"F{number:03}" for number in range(int(match[1]), int(match[2] or match[1]) + 1))

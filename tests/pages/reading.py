"""The pages as the tests read them: source, front matter, and what a visitor gets to read."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from generators.markdown import to_html
from generators.pages import with_macros
from generators.prose import Passage, passages
from handbook.facts import Fact, expand, facts
from handbook.front_matter import Page, read_page
from handbook.load import load
from handbook.model import Handbook, Language
from handbook.templates import templates
from macros.context import Context

PROJECT = Path(__file__).parents[2]
LANGUAGES: tuple[Language, ...] = ("nl", "en")


@dataclass(frozen=True)
class Line:
    """One line of a page as an author typed it, without marks.

    `box` is the kind of box it stands in, or "quote" for words to say aloud.
    """

    number: int
    text: str
    box: str

    @property
    def is_said(self) -> bool:
        return self.box in ("say", "message", "quote")


@dataclass(frozen=True)
class Reading:
    """One page in one language."""

    language: Language
    name: str
    source: Page

    @property
    def file(self) -> str:
        return self.source.file

    @property
    def is_kit(self) -> bool:
        return self.name.startswith("kit/")

    @cached_property
    def html(self) -> str:
        return to_html(with_macros(self.source, _context(self.language)), PROJECT)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        return passages(self.html)

    @cached_property
    def facts(self) -> tuple[str, ...]:
        """The numbers its front matter names, where they are numbers."""
        return tuple(
            number
            for entry in self.source.front_matter.data.get("facts") or []
            for number in _numbers(entry)
        )

    @cached_property
    def typed(self) -> list[Line]:
        """What an author typed, line by line; a macro is left as "…"."""
        found, box = [], ""
        for number, line in enumerate(self.source.body.splitlines(), self.source.first_line):
            if mark := re.match(r"/// (\w+)", line):
                # Tabs and cut-out cards are text like any other, not a box beside it.
                box = "" if mark[1] in ("tab", "html") else mark[1]
            elif line.startswith("///"):
                box = ""
            else:
                text = re.sub(r"\{\{.*?\}\}", "…", unmarked(line))
                found.append(Line(number, text, "quote" if line.startswith(">") else box))
        return found

    def line(self, text: str) -> str:
        """Return file and line where a text begins, or the file where a macro wrote it."""
        start = " ".join(text.split()[:3])
        for number, line in enumerate(self.source.body.splitlines(), self.source.first_line):
            if start in unmarked(line):
                return f"{self.file}:{number}"
        return f"{self.file} (in its front matter, or written by a macro)"


def unmarked(line: str) -> str:
    """Return a line of Markdown as it reads: without marks, targets and attributes."""
    line = re.sub(r"\{:.*?\}", "", line)
    line = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", line)
    line = re.sub(r"^\s*(?:[-*] |\d+\. |> |#+ |: +|/// \w+ \|)", "", line)
    return " ".join(re.sub(r"[*`]|(?<!\w)_|_(?!\w)", "", line).split())


@lru_cache
def pages(language: Language) -> dict[str, Reading]:
    folder = PROJECT / "docs" / language
    names = sorted(path.relative_to(folder).with_suffix("").as_posix() for path in _files(folder))
    return {
        name: Reading(language, name, read_page(folder / f"{name}.md", PROJECT)) for name in names
    }


def names() -> list[str]:
    """Return the paths of the pages that stand in any language."""
    return sorted({name for language in LANGUAGES for name in pages(language)})


def every_page(*, kit: bool = True) -> list[Reading]:
    return [
        page
        for language in LANGUAGES
        for page in pages(language).values()
        if kit or not page.is_kit
    ]


def label(page: Reading) -> str:
    return f"{page.language}/{page.name}"


@lru_cache
def handbook() -> Handbook:
    return load(PROJECT / "handbook.yml")


@lru_cache
def register() -> dict[str, Fact]:
    return {fact.number: fact for fact in facts(PROJECT)}


def _files(folder: Path) -> list[Path]:
    return list(folder.rglob("*.md"))


@lru_cache
def _context(language: Language) -> Context:
    return Context(handbook(), language, templates(PROJECT, handbook(), language))


def _numbers(entry: str) -> tuple[str, ...]:
    try:
        return expand(entry)
    except ValueError:
        return ()  # test_facts.py says what is wrong with it

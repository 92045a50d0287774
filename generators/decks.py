"""The presentations: every page that is made for a projector, as slides."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from generators.blocks import Document
from generators.logo import on_paper
from generators.markdown import to_html
from generators.pages import markdown_text
from generators.reader import UnreadableError, read
from generators.slides.writer import write
from generators.wording import in_words_of
from handbook.choices import default_choices
from handbook.content import page_path, page_paths
from handbook.front_matter import FrontMatter, about, read_page
from handbook.load import load
from handbook.model import Brand, Handbook, Language, Vocabulary
from handbook.problems import Problem, ProblemsFound
from handbook.templates import is_template
from handbook.vocabulary import spoken
from macros.context import BOTH, Context


@dataclass(frozen=True, slots=True)
class Deck:
    """A presentation: the page it comes from, the name people see, and the file itself."""

    page: str
    name: str
    data: bytes


def decks(handbook: Handbook, project: Path, language: Language) -> list[Deck]:
    """Return the presentations of one language; one that has not changed is not made again.

    Raises `ProblemsFound` with every page that cannot become slides, and why.
    """
    brand = on_paper(project, handbook.brand)
    settings = project / "mkdocs.yml"
    made: list[Deck] = []
    problems: list[Problem] = []
    for page, path in page_paths(project, handbook, language).items():
        if is_template(page):
            continue
        matter = about(read_page(path, project), FrontMatter)
        if matter.slides is None:
            continue
        context = Context(handbook, language, choices=default_choices(handbook), depends=BOTH)
        try:
            text = markdown_text(project, page, context)
            publisher = handbook.publication.publisher
            data = _presentation(
                text,
                spoken(matter.title, handbook.vocabulary, language),
                spoken(matter.description, handbook.vocabulary, language),
                page,
                language,
                publisher[language] if publisher else "",
                handbook.vocabulary,
                handbook.publication.address,
                brand,
                handbook.edition.version,
                handbook.edition.date,
                settings,
                settings.stat().st_mtime_ns,
            )
        except ProblemsFound as found:
            problems += found.problems
        except (UnreadableError, ValueError) as error:
            what, _, remedy = str(error).partition("; ")
            file = page_path(project, language, page).relative_to(project).as_posix()
            problems.append(Problem(file, None, "", what, remedy))
        else:
            name = spoken(matter.slides, handbook.vocabulary, language)
            made.append(Deck(page, f"{name}.pptx", data))
    if problems:
        raise ProblemsFound(problems)
    return made


def check(project: Path) -> list[Problem]:
    """Return everything that keeps pages from becoming slides, in every language."""
    problems: list[Problem] = []
    handbook = load(project / "handbook.yml")
    for language in handbook.languages:
        try:
            decks(handbook, project, language)
        except ProblemsFound as found:
            problems += found.problems
    return problems


@lru_cache(maxsize=64)
def _presentation(
    text: str,
    title: str,
    description: str,
    page: str,
    language: Language,
    publisher: str,
    words: Vocabulary,
    address: str,
    brand: Brand,
    version: str,
    edition: str,
    settings: Path,
    settings_changed: int,
) -> bytes:
    """Return the presentation; the arguments are all it depends on."""
    del settings_changed
    html = in_words_of(to_html(text, settings.parent), words, language, address)
    blocks = read(html, {}, title)
    document = Document(
        identifier=page.replace("/", "-"),
        title=title,
        subject=description,
        language=language,
        version=version,
        edition=edition,
        header=(),
        paper="landscape",
        loose=True,
        blocks=blocks,
        creator=publisher,
    )
    return write(document, brand)

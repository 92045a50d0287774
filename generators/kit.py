"""The kit: every template page as Word files, one for each combination of its choices.

Each exists to fill in with Word, and on request to fill in with a pen as well.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from generators.blanks import blanks
from generators.blocks import Blank, Document, Inline, Text, Title
from generators.handwriting import by_hand
from generators.logo import on_paper
from generators.markdown import to_html
from generators.pages import template_text
from generators.reader import UnreadableError, read
from generators.thumbnail import Thumbnail, thumbnail
from generators.word.writer import write
from generators.wording import in_words_of
from handbook.choices import Choices, combinations
from handbook.content import page_path
from handbook.load import load
from handbook.model import Brand, Handbook, Language, Vocabulary
from handbook.problems import Problem, ProblemsFound
from handbook.templates import Template, templates
from macros.context import Context
from macros.fields import placeholder
from macros.wording import kit_name, wording

_UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


@dataclass(frozen=True, slots=True)
class KitFile:
    """One Word file of the kit.

    `choices` names a mode for each choice the text depends on; `label` says the same in words,
    and is empty where there is nothing to choose. `fields` are the paths of its blanks;
    `thumbnail` is its first sheet in small. A file that is `by_hand`, to fill in with a pen, has
    no blanks.
    """

    template: Template
    choices: dict[str, str]
    label: str
    name: str
    fields: tuple[str, ...]
    thumbnail: Thumbnail
    data: bytes
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Imprint:
    """What all Word files of one edition have in common."""

    head: Blank
    """The blank beside the logo: the organisation's name."""
    publisher: str
    """That name, where it is known."""
    words: Vocabulary
    address: str
    version: str
    date: str


def files(
    handbook: Handbook,
    project: Path,
    language: Language,
    only: Choices | None = None,
    *,
    paper: bool = False,
) -> list[KitFile]:
    """Return the Word files of one language, in the order of use, presets first.

    With `only`, those for this combination of choices: one for each template.
    With `paper` each is followed by the same document to fill in with a pen.
    A file whose text has not changed since the last call is not made again.
    Raises `ProblemsFound` with every page that cannot become a Word file, and why.
    """
    kit = templates(project, handbook, language)
    context = Context(handbook, language, kit)
    settings = project / "mkdocs.yml"
    brand = on_paper(project, handbook.brand)
    imprint = _imprint(handbook, language)
    made: list[KitFile] = []
    problems: list[Problem] = []
    for template in kit:
        for choices in combinations(handbook, template.word.choices):
            if only and any(choices[each] != only[each] for each in template.word.choices):
                continue
            try:
                chosen: dict[str, str] = {
                    choice: choices[choice] for choice in template.word.choices
                }
                text = template_text(project, template, replace(context, choices=choices))
                fields, small, data, for_pen = _word_file(
                    text,
                    template,
                    tuple(chosen.items()),
                    _tabs(handbook, language, choices),
                    imprint,
                    brand,
                    settings,
                    settings.stat().st_mtime_ns,
                    paper=paper,
                )
            except ProblemsFound as found:
                problems += found.problems
                break  # another combination of choices has the same mistake
            except (UnreadableError, ValueError) as error:
                what, _, remedy = str(error).partition("; ")
                file = page_path(project, language, f"kit/{template.identifier}")
                problems.append(
                    Problem(file.relative_to(project).as_posix(), None, "", what, remedy)
                )
                break
            label = ", ".join(
                handbook.choices[choice].modes[choices[choice]].name[language]
                for choice in template.word.choices
            )
            name = file_name(template, label)
            made.append(KitFile(template, chosen, label, name, fields, small, data))
            if paper:
                name = file_name(template, label, wording("paper", language))
                made.append(
                    KitFile(template, chosen, label, name, (), small, for_pen, by_hand=True)
                )
    if problems:
        raise ProblemsFound(problems)
    return made


def check(project: Path) -> list[Problem]:
    """Return everything that keeps pages from becoming Word files, in every language."""
    problems: list[Problem] = []
    handbook = load(project / "handbook.yml")
    for language in handbook.languages:
        try:
            files(handbook, project, language)
        except ProblemsFound as found:
            problems += found.problems
    return problems


def document(
    text: str,
    template: Template,
    choices: tuple[tuple[str, str], ...],
    tabs: tuple[tuple[str, bool], ...],
    imprint: Imprint,
    project: Path,
) -> Document:
    """Return the document that the Markdown of a template page stands for."""
    words = Vocabulary() if template.plain else imprint.words
    html = in_words_of(to_html(text, project), words, template.language, imprint.address)
    blocks = read(html, dict(tabs), template.title)
    shown: tuple[Inline, ...] = (Text(template.title),)
    return Document(
        identifier=template.identifier,
        title=template.title,
        subject=template.description,
        language=template.language,
        version=imprint.version,
        edition=imprint.date,
        header=(imprint.head,),
        paper=template.word.paper,
        loose=template.word.loose,
        blocks=(Title(shown), *blocks) if template.word.title_shown else blocks,
        creator=imprint.publisher,
        choices=choices,
        reader=template.word.reader,
        kit=kit_name(imprint.words, template.language),
        numbered=template.word.numbered,
    )


@lru_cache(maxsize=1024)
def _word_file(
    text: str,
    template: Template,
    choices: tuple[tuple[str, str], ...],
    tabs: tuple[tuple[str, bool], ...],
    imprint: Imprint,
    brand: Brand,
    settings: Path,
    settings_changed: int,
    *,
    paper: bool,
) -> tuple[tuple[str, ...], Thumbnail, bytes, bytes]:
    """Return the blanks' paths, the first sheet, the file, and the one for a pen where asked.

    The arguments are all they need; the page is read once for both files.
    """
    del settings_changed
    made = document(text, template, choices, tabs, imprint, settings.parent)
    paths = dict.fromkeys(blank.path for blank in blanks((Title(made.header), *made.blocks)))
    for_pen = write(by_hand(made), brand) if paper else b""
    return tuple(paths), thumbnail(made), write(made, brand), for_pen


def _tabs(handbook: Handbook, language: Language, choices: Choices) -> tuple[tuple[str, bool], ...]:
    """Return for each mode, by the label of its tab, whether it is chosen."""
    return tuple(
        (mode.name[language], name in (choices.round2, choices.round3))
        for choice in handbook.choices.values()
        for name, mode in choice.modes.items()
    )


def head(handbook: Handbook, language: Language) -> Blank:
    """Return the blank beside the logo: the organisation's name."""
    label = handbook.fields["organisation"].fields["name"].label[language]
    filled = publisher(handbook, language)
    return Blank("organisation.name", "text", label, placeholder(label), filled=filled)


def publisher(handbook: Handbook, language: Language) -> str:
    """Return the name of the organisation whose edition this is, where it is known."""
    name = handbook.publication.publisher
    return name[language] if name else ""


def _imprint(handbook: Handbook, language: Language) -> Imprint:
    return Imprint(
        head=head(handbook, language),
        publisher=publisher(handbook, language),
        words=handbook.vocabulary,
        address=handbook.publication.address,
        version=handbook.edition.version,
        date=handbook.edition.date,
    )


def file_name(template: Template, *details: str) -> str:
    """Return the name that people see: "06 Uitnodiging klant.docx", details between brackets."""
    said = ", ".join(detail for detail in details if detail)
    behind = f" ({said})" if said else ""
    return fit(f"{template.word.number:02} {template.word.filename}{behind}.docx")


def fit(name: str) -> str:
    """Return a name as every system can save it: names of modes may hold any sign."""
    return _UNFIT.sub("-", name)

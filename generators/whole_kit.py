"""The whole kit as one .zip, for each preset: to fill in with Word, and with a pen."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from generators.archive import archive
from generators.blocks import Blank, Document, Text, Title
from generators.kit import KitFile, file_name, files, fit, head, publisher
from generators.logo import on_paper
from generators.markdown import to_html
from generators.pages import page_address
from generators.reader import read
from generators.word.writer import write
from generators.wording import in_words_of
from handbook.choices import Choices, choices_of
from handbook.model import Brand, Edition, Handbook, Language, Vocabulary
from macros.context import Context
from macros.first_page import SUBJECT, TITLE, TRAINING, first_page
from macros.wording import capitalised, kit_name, wording


@dataclass(frozen=True, slots=True)
class WholeKit:
    """All files of one preset in one language: the letter of the preset, and the .zip."""

    preset: str
    language: Language
    choices: Choices
    name: str
    data: bytes


def in_language(
    handbook: Handbook, project: Path, language: Language, *, paper: bool, whole: bool
) -> tuple[list[KitFile], list[WholeKit]]:
    """Return the Word files of one language and, where `whole` is asked, its whole kits.

    A whole kit holds the files for a pen as well; they stand among the files only with `paper`.
    """
    made = files(handbook, project, language, paper=paper or whole)
    kits = whole_kits(handbook, project, language, made) if whole else []
    return [file for file in made if paper or not file.by_hand], kits


def whole_kits(
    handbook: Handbook, project: Path, language: Language, made: Sequence[KitFile]
) -> list[WholeKit]:
    """Return the kit of each preset, the default preset first.

    `made` are all files of that language, those for a pen among them; a kit holds the ones of
    its own modes, under names without them, and begins with a page that says what to use when.
    """
    if not made:
        return []
    default = handbook.default_preset
    letters = [default, *(letter for letter in handbook.presets if letter != default)]
    return [_whole_kit(handbook, project, language, made, letter) for letter in letters]


def _whole_kit(
    handbook: Handbook, project: Path, language: Language, made: Sequence[KitFile], letter: str
) -> WholeKit:
    preset = handbook.presets[letter]
    choices = choices_of(preset)
    chosen = [
        file
        for file in made
        if all(file.choices[name] == choices[name] for name in file.template.word.choices)
    ]
    templates = tuple(file.template for file in chosen if not file.by_hand)
    text = first_page(
        Context(handbook, language, templates),
        letter,
        preset,
        {template.identifier: file_name(template).removesuffix(".docx") for template in templates},
        page_address(handbook, language, "kit/index"),
    )
    contents = {
        f"00 {TITLE[language]}.docx": _first_page(
            text,
            language,
            head(handbook, language),
            publisher(handbook, language),
            on_paper(project, handbook.brand),
            handbook.edition,
            handbook.vocabulary,
            project,
        )
    }
    paper = wording("paper", language)
    for file in chosen:
        details = (paper,) if file.by_hand else ()
        folder = _folder(file, language, capitalised(paper))
        contents[folder + file_name(file.template, *details)] = file.data
    name = fit(f"{kit_name(handbook.vocabulary, language)} {letter} {preset.name[language]}.zip")
    return WholeKit(letter, language, choices, name, archive(contents))


def _folder(file: KitFile, language: Language, paper: str) -> str:
    """Return the folder of a file in the .zip, with its slash; most stand in no folder."""
    if file.by_hand:
        return f"{paper}/"
    return f"{wording(TRAINING, language)}/" if file.template.word.family == TRAINING else ""


@lru_cache(maxsize=16)
def _first_page(
    text: str,
    language: Language,
    beside_logo: Blank,
    creator: str,
    brand: Brand,
    edition: Edition,
    words: Vocabulary,
    project: Path,
) -> bytes:
    """Return the first page of a kit; the arguments are all it depends on."""
    title = TITLE[language]
    blocks = read(in_words_of(to_html(text, project), words, language), {}, title)
    document = Document(
        identifier="read-me-first",
        title=title,
        subject=SUBJECT[language],
        language=language,
        version=edition.version,
        edition=edition.date,
        header=(beside_logo,),
        paper="portrait",
        loose=True,
        blocks=(Title((Text(title),)), *blocks),
        creator=creator,
    )
    return write(document, brand)

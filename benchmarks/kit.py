"""How long one Word file takes, with our own writer and with docxtpl."""

import pickle
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from docxtpl import DocxTemplate

from benchmarks.equivalent import equivalent
from generators import kit
from generators.blanks import blanks
from generators.blocks import Document, Title
from generators.word.writer import write
from handbook.load import load
from handbook.model import Brand

Milliseconds = dict[str, float]
ON_PAPER = "for a pen as well"


@dataclass(frozen=True, slots=True)
class Written:
    """One call of the writer: the document, and when it began and ended."""

    document: Document
    began: float
    ended: float


def from_page(project: Path, rounds: int) -> Milliseconds:
    """Return for each file the time from its page to its bytes, and "" for the median file.

    `ON_PAPER` is the median of what it takes to make the one for a pen as well, from the same
    blocks. Nothing is remembered between the rounds, as when every page has changed.
    """
    handbook = load(project / "handbook.yml")
    times: dict[str, list[float]] = {}
    on_paper: list[float] = []
    for _ in range(rounds):
        for language in handbook.languages:
            kit._word_file.cache_clear()
            with _watched() as written:
                kit.files(handbook, project, language, paper=True)
            # The first file of a round also carries the reading of all front matter.
            for before, this in pairwise(written):
                took = this.ended - before.ended
                if any(blanks((Title(this.document.header),))):
                    times.setdefault(name_of(this.document), []).append(took)
                else:
                    on_paper.append(took)
    return _medians(times) | {ON_PAPER: 1000 * median(on_paper)}


def from_blocks(project: Path, rounds: int) -> Milliseconds:
    """Return for each file the time from its blocks to its bytes, and "" for the median file."""
    times: dict[str, list[float]] = {}
    every = documents(project)
    for _ in range(rounds):
        for document, brand in every:
            began = perf_counter()
            write(document, brand)
            times.setdefault(name_of(document), []).append(perf_counter() - began)
    return _medians(times)


def prepare_docxtpl(project: Path, folder: Path) -> None:
    """Write an equivalent docxtpl template, and the values for its tags, for each document."""
    for number, (document, _) in enumerate(documents(project)):
        template, values = equivalent(document)
        template.save(str(folder / f"{number:03}.docx"))
        (folder / f"{number:03}.values").write_bytes(pickle.dumps((name_of(document), values)))


def through_docxtpl(folder: Path, rounds: int) -> Milliseconds:
    """Return for each file the time docxtpl takes from its template to the same text as bytes."""
    times: dict[str, list[float]] = {}
    for _ in range(rounds):
        for path in sorted(folder.glob("*.docx")):
            name, values = pickle.loads(path.with_suffix(".values").read_bytes())
            began = perf_counter()
            template = DocxTemplate(path)
            template.render(values)
            template.save(BytesIO())
            times.setdefault(name, []).append(perf_counter() - began)
    return _medians(times)


def made_after_an_edit(project: Path, page: str) -> tuple[int, int]:
    """Return how many Word files are made again after an edit of one page, and how many exist.

    Those for a pen are counted too.
    """
    handbook = load(project / "handbook.yml")
    path = project / "docs" / handbook.languages[0] / page

    def make() -> int:
        return sum(
            len(kit.files(handbook, project, language, paper=True))
            for language in handbook.languages
        )

    count = make()
    path.write_text(path.read_text(encoding="utf-8") + "\nEen zin erbij.\n", encoding="utf-8")
    with _watched() as written:
        make()
    return len(written), count


def whole(project: Path, folder: Path) -> float:
    """Return the seconds in which a fresh process makes everything, on as many cores as it can.

    Everything: both languages, every choice, for typing and for a pen, and the .zip of each preset.
    """
    command = [sys.executable, "-m", "generators", "templates", "--paper", "--zip"]
    began = perf_counter()
    subprocess.run(
        [*command, "--out", str(folder)], cwd=project, stdout=subprocess.DEVNULL, check=True
    )
    return perf_counter() - began


def documents(project: Path) -> list[tuple[Document, Brand]]:
    """Return every document of the kit, with the look it is written in."""
    handbook = load(project / "handbook.yml")
    kit._word_file.cache_clear()
    with _watched() as written:
        for language in handbook.languages:
            kit.files(handbook, project, language)
    logo = (project / handbook.brand.logo).read_text(encoding="utf-8")
    brand = handbook.brand.model_copy(update={"logo": logo})
    return [(one.document, brand) for one in written]


@contextmanager
def _watched() -> Iterator[list[Written]]:
    """Note every call of the writer; a file that is remembered gives no call."""
    written: list[Written] = []

    def noted(document: Document, brand: Brand) -> bytes:
        began = perf_counter()
        data = write(document, brand)
        written.append(Written(document, began, perf_counter()))
        return data

    module: Any = kit  # the name stands there for the module alone
    module.write = noted
    try:
        yield written
    finally:
        module.write = write


def name_of(document: Document) -> str:
    """Return the name by which the tables tell a document."""
    return f"{document.language} {document.identifier}"


def _medians(times: dict[str, list[float]]) -> Milliseconds:
    each = {name: 1000 * median(values) for name, values in times.items()}
    every = [value for values in times.values() for value in values]
    return {"": 1000 * median(every), **each}

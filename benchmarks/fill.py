"""How long it takes to fill in Word files, one and very many."""

import resource
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.fresh import megabytes
from benchmarks.kit import Milliseconds, documents, name_of
from generators.blanks import blanks
from generators.blocks import Blank, Document, Title
from generators.fill.form import compiled, filled
from generators.personal import kit_sources
from generators.word.writer import write
from handbook.choices import default_choices
from handbook.load import load

CORES = 2
_LETTER = "customer-invitation"
_SOME_DAY = "2027-03-11"


@dataclass(frozen=True, slots=True)
class Many:
    """Very many letters, filled in on a few cores."""

    seconds: float
    processor: float
    """What all cores together worked on it, in seconds: what else runs does not count."""
    early: float
    """The peak memory of a process after a hundredth of its letters, in MB."""
    peak: float
    """Its peak memory at the end, in MB."""


def each(project: Path, rounds: int) -> Milliseconds:
    """Return for each document the time to fill in all its blanks, and "" for the median one.

    The file was compiled before, once.
    """
    times: dict[str, list[float]] = {}
    forms = [
        (name_of(document), compiled(write(document, brand), document.language), _values(document))
        for document, brand in documents(project)
    ]
    # One round after the other, so that a moment in which the machine is busy is nobody's median.
    for _ in range(rounds):
        for name, form, values in forms:
            began = perf_counter()
            filled(form, values)
            times.setdefault(name, []).append(perf_counter() - began)
    every = [time for known in times.values() for time in known]
    return {
        "": 1000 * median(every),
        **{name: 1000 * median(known) for name, known in times.items()},
    }


def many(project: Path, count: int) -> Many:
    """Fill in so many letters, each with a name of its own, and write each to disk."""
    began, worked = perf_counter(), _worked()
    with ProcessPoolExecutor(CORES, get_context("spawn")) as pool:
        made = list(pool.map(_letters, [project] * CORES, [count // CORES] * CORES))
    seconds = perf_counter() - began
    early, peak = (max(of_each) for of_each in zip(*made, strict=True))
    return Many(seconds, _worked() - worked, early, peak)


def _letters(project: Path, count: int) -> tuple[float, float]:
    handbook = load(project / "handbook.yml")
    language = handbook.languages[0]
    sources = kit_sources(handbook, project, language, default_choices(handbook))
    (form,) = (source.form for source in sources if source.template == _LETTER)
    values = dict.fromkeys(form.labels, "Een paar woorden, zoals mensen ze invullen")
    early = 0.0
    with TemporaryDirectory() as folder:
        place = Path(folder) / "letter.docx"
        for number in range(count):
            place.write_bytes(filled(form, {**values, "guest.name": f"Gast {number}"}))
            if number == count // 100:
                early = _peak()
    return early, _peak()


def _worked() -> float:
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return ended.ru_utime + ended.ru_stime


def _peak() -> float:
    return megabytes(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def _values(document: Document) -> dict[str, str]:
    every = blanks((Title(document.header), *document.blocks))
    return {blank.path: _value(blank) for blank in every}


def _value(blank: Blank) -> str:
    match blank.kind:
        case "date":
            return _SOME_DAY
        case "choice":
            return blank.options[0].value
        case "checkbox":
            return "true"
        case _:
            return blank.placeholder

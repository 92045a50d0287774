"""What other programs read in our Word files: all that stands on the page, inside blanks too."""

import io
from collections import Counter

import mammoth
import pytest

from generators.kit import KitFile
from handbook.model import Handbook
from tests.word.conftest import squeezed
from tests.word.rendering import saved_again


def lost(texts: dict[str, list[str]], read: dict[str, str]) -> dict[str, list[str]]:
    """Return for each file what stands on its page and is not read, or not as often."""
    missed = {}
    for name, there in read.items():
        all_of_it = squeezed(there)
        times = Counter(texts[name])
        if gone := [run for run, often in times.items() if all_of_it.count(run) < often]:
            missed[name] = gone
    return missed


def words(data: bytes) -> str:
    return str(mammoth.extract_raw_text(io.BytesIO(data)).value)


@pytest.mark.xdist_group("every word file")
def test_another_reader_finds_all_the_text_of_the_page(
    texts: dict[str, list[str]], kit_files: dict[str, bytes]
) -> None:
    """mammoth, which knows nothing of us, reads every sentence, label and blank of every file."""
    assert texts.keys() == kit_files.keys()
    assert lost(texts, {name: words(data) for name, data in kit_files.items()}) == {}


@pytest.mark.xdist_group("word files on paper")
def test_libreoffice_saves_a_file_without_losing_text(
    texts: dict[str, list[str]], kit: dict[str, KitFile], handbook: Handbook
) -> None:
    """Opened and saved as Word there, each template still has all its text.

    In one language: but for its words the other is the same.
    """
    first = {}
    for name, file in kit.items():
        if file.template.language == handbook.languages[0]:
            first.setdefault(file.template.identifier, name)
    saved = saved_again({name: kit[name].data for name in first.values()})
    read = {name: words(data) for name, data in saved.items()}
    assert len(read) == len(first)
    assert lost(texts, read) == {}

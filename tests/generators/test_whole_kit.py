"""The whole kit of a preset: one .zip with everything somebody needs, and where to begin."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from generators import whole_kit
from generators.kit import KitFile, files
from generators.whole_kit import WholeKit, whole_kits
from handbook.choices import choices_of
from handbook.model import Handbook, Language
from tests.generators.test_kit import changed, text_of
from tests.word.quality import findings
from tests.word.rendering import pdfs

FIRST = {"nl": "00 Lees mij eerst.docx", "en": "00 Read me first.docx"}
FOLDER = {"nl": "Papier/", "en": "Paper/"}
TRAINING = {"nl": "Om te trainen/", "en": "For training/"}


@pytest.fixture(scope="module", params=["nl", "en"])
def language(request: pytest.FixtureRequest) -> Language:
    return request.param


@pytest.fixture(scope="module")
def made(handbook: Handbook, project: Path, language: Language) -> list[KitFile]:
    return files(handbook, project, language, paper=True)


@pytest.fixture(scope="module")
def kits(handbook: Handbook, project: Path, language: Language, made) -> list[WholeKit]:
    return whole_kits(handbook, project, language, made)


def opened(kit: WholeKit) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(kit.data))


def test_there_is_one_for_each_preset_the_default_one_first(kits, handbook):
    """Nobody has to know the letters: what we advise comes first."""
    letters = [kit.preset for kit in kits]
    assert letters[0] == handbook.default_preset
    assert sorted(letters) == sorted(handbook.presets)
    assert len({kit.name for kit in kits}) == len(kits)


def test_it_holds_every_template_once_for_each_way_to_fill_it_in(kits, made, handbook, language):
    """Of a template with choices only the one of this preset is there, under a name without it."""
    modes = {
        mode.name[language]
        for choice in handbook.choices.values()
        for mode in choice.modes.values()
    }
    templates = {file.template.identifier: file.template for file in made}
    for kit in kits:
        names = opened(kit).namelist()
        assert len(names) == len(set(names)) == 1 + 2 * len(templates)
        assert not [name for name in names if any(mode in name for mode in modes)]


def test_each_file_is_the_one_of_these_modes(kits, made, language):
    """The bytes are those of the site, for typing in the root and for a pen in a folder."""
    for kit in kits:
        archive = opened(kit)
        for file in made:
            if any(kit.choices[name] != mode for name, mode in file.choices.items()):
                continue
            number = f"{file.template.word.number:02} "
            start = number
            if file.by_hand:
                start = FOLDER[language] + number
            elif file.template.word.family == "training":
                start = TRAINING[language] + number
            (name,) = [one for one in archive.namelist() if one.startswith(start)]
            assert archive.read(name) == file.data


def test_files_stand_in_the_order_of_use_behind_the_first_page(kits, language):
    """A list by name is a list in order: first what says how to begin."""
    for kit in kits:
        names = opened(kit).namelist()
        assert names[0] == FIRST[language]
        flat = [name for name in names if "/" not in name]
        assert flat == sorted(flat)
        for folder in (FOLDER[language], TRAINING[language]):
            within = [name for name in names if name.startswith(folder)]
            assert within == sorted(within) != []
            flat += within
        assert sorted(flat) == sorted(names), "there are no other folders"


def test_the_first_page_lists_every_file_by_moment_and_marks_the_start_kit(
    kits, made, handbook, language
):
    """When, which file, who fills it in, and one line: all from the pages and the config.

    What is for training beforehand has a folder of its own, and is named as such.
    """
    order = [moment.id for moment in handbook.moments]
    known = {file.template.identifier: file.template for file in made}
    templates = sorted(
        (one for one in known.values() if one.word.family != "training"),
        key=lambda one: (order.index(one.word.moment), one.word.number),
    )
    for kit in kits:
        text = text_of(opened(kit).read(FIRST[language]))
        assert TRAINING[language].rstrip("/") in text
        places = []
        for template in templates:
            name = f"{template.word.number:02} {template.word.filename}"
            mark = "● " if template.word.start_kit else ""
            role = handbook.roles[template.word.filled_by].name[language]
            line = f"{mark}{name}"
            assert line in text, line
            assert ("● " + name in text) == template.word.start_kit
            after = text[text.index(line) + len(line) :]
            assert after.lower().startswith(role.lower())
            assert re.sub(r"&#39;|&quot;", "", template.description)[:30] in text
            places.append(text.index(line))
        assert places == sorted(places)


def test_the_first_page_says_which_preset_it_is_for_and_how_to_open_a_file(
    kits, handbook, language
):
    """Somebody who opens the folder a month later knows what it is."""
    enable = {"nl": "Bewerken inschakelen", "en": "Enable Editing"}[language]
    for kit in kits:
        text = text_of(opened(kit).read(FIRST[language]))
        preset = handbook.presets[kit.preset]
        assert f"{kit.preset}, {preset.name[language]}" in text
        for name, mode in (("round2", preset.round2), ("round3", preset.round3)):
            assert handbook.choices[name].modes[mode].name[language] in text
        assert enable in text
        assert FOLDER[language].rstrip("/") in text
        assert choices_of(preset) == kit.choices


def test_the_first_page_is_as_good_as_any_other_file(kits, language):
    """Our lint finds nothing in it."""
    for kit in kits:
        assert findings(opened(kit).read(FIRST[language])) == []


@pytest.mark.xdist_group("word files on paper")
def test_the_first_page_takes_two_sheets(handbook: Handbook, project: Path):
    """More than one sheet of paper, nobody reads first."""
    pages = {}
    for language in handbook.languages:
        made = files(handbook, project, language, paper=True)
        kit = whole_kits(handbook, project, language, made)[0]
        pages[language] = opened(kit).read(FIRST[language])
    assert {name: len(pdf.pages) for name, pdf in pdfs(pages).items()} == {"nl": 2, "en": 2}


def test_the_same_input_gives_the_same_bytes(kits, handbook, project, language, made):
    """No clock and no system in the .zip; names with accents are marked as UTF-8."""
    whole_kit._first_page.cache_clear()
    again = whole_kits(handbook, project, language, made)
    assert [kit.data for kit in again] == [kit.data for kit in kits]
    for kit in kits:
        for entry in opened(kit).infolist():
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert entry.create_system == 0
            assert entry.compress_type == zipfile.ZIP_STORED, "a .docx is packed already"
            assert entry.filename.isascii() or entry.flag_bits & 0x800


def test_a_preset_with_a_sign_that_no_system_can_save_still_has_a_file_name(handbook, project):
    """A fork may call its preset "Vragen / antwoorden"."""

    def renamed(data: dict) -> None:
        data["presets"][handbook.default_preset]["name"]["nl"] = 'Vragen / "antwoorden"'

    other = changed(handbook, renamed)
    kit = whole_kits(other, project, "nl", files(other, project, "nl", paper=True))[0]
    assert kit.name == f"Klantarena-kit {handbook.default_preset} Vragen - -antwoorden-.zip"


def test_the_first_page_speaks_the_words_of_the_organisation(handbook: Handbook, project: Path):
    """Where customers are residents, no file and no line of the first page says otherwise."""

    def residents(data: dict) -> None:
        data["vocabulary"]["nl"]["klant"] = {"singular": "bewoner", "plural": "bewoners"}

    other = changed(handbook, residents)
    kit = whole_kits(other, project, "nl", files(other, project, "nl", paper=True))[0]
    text = text_of(opened(kit).read(FIRST["nl"]))
    assert "Uitnodiging bewoner" in text
    assert re.findall(r"\bklant(?:en)?\b", text, re.IGNORECASE) == []

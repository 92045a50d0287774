"""The kit: one Word file for each combination of choices, from the config and the pages alone."""

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from generators import kit
from generators.kit import KitFile, files
from handbook import numbers
from handbook.choices import choices_of, combinations
from handbook.model import Handbook, Language
from handbook.problems import ProblemsFound


def text_of(data: bytes) -> str:
    """Return all text of a document, its content controls included."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        xml = archive.read("word/document.xml").decode()
    return " ".join("".join(re.findall(r"<w:t\b[^>]*>([^<]*)", p)) for p in xml.split("</w:p>"))


def changed(handbook: Handbook, change: object) -> Handbook:
    """Return the handbook with something else in it, as after an edit of handbook.yml."""
    data = handbook.model_dump()
    change(data)  # type: ignore[operator]
    return Handbook.model_validate(data)


@pytest.fixture(params=["nl", "en"])
def language(request: pytest.FixtureRequest) -> Language:
    return request.param


def of(found: list[KitFile], identifier: str) -> list[KitFile]:
    return [file for file in found if file.template.identifier == identifier]


def test_there_is_one_file_for_each_combination(
    handbook: Handbook, project: Path, language: Language
):
    """A text that depends on a choice exists once for every way the choice can fall."""
    found = files(handbook, project, language)
    for file in found:
        expected = list(combinations(handbook, file.template.word.choices))
        same = of(found, file.template.identifier)
        assert [one.choices for one in same] == [
            {name: choices[name] for name in file.template.word.choices} for choices in expected
        ]
    assert len({file.name for file in found}) == len(found)


def test_presets_come_first(handbook: Handbook, project: Path, language: Language):
    """Of the files that depend on both choices, those of the presets A, B and C come first."""
    both = [
        file
        for file in files(handbook, project, language)
        if file.template.word.choices == ("round2", "round3")
    ]
    for file in both:
        first = of(both, file.template.identifier)[: len(handbook.presets)]
        assert {(one.choices["round2"], one.choices["round3"]) for one in first} == {
            (preset.round2, preset.round3) for preset in handbook.presets.values()
        }


def test_a_file_holds_only_the_text_of_its_own_choices(
    handbook: Handbook, project: Path, language: Language
):
    """The briefing for one way of round 3 does not speak of the others' clock times."""
    found = of(files(handbook, project, language), "employee-briefing")
    texts = {file.choices["round3"]: text_of(file.data) for file in found}
    conferral = next(block for block in handbook.programme.blocks if block.id == "conferral")
    assert conferral.only.round3
    for mode, text in texts.items():
        mentions = re.search("overleggen wij|we confer|confer", text) is not None
        assert mentions == (mode in conferral.only.round3), mode


def test_a_changed_number_reaches_every_file_that_carries_it(
    handbook: Handbook, project: Path, language: Language
):
    """Another length of the break stands in the run sheet and the briefing of every choice."""

    def shorter(data: dict) -> None:
        for block in data["programme"]["blocks"]:
            if block["id"] == "break":
                block["minutes"]["usual"] = 23
                block["minutes"]["least"] = None
                block["minutes"]["most"] = None

    before = files(handbook, project, language)
    after = files(changed(handbook, shorter), project, language)
    for identifier in ("run-sheet", "employee-briefing"):
        for old, new in zip(of(before, identifier), of(after, identifier), strict=True):
            assert text_of(old.data) != text_of(new.data)
    assert [f.data for f in of(before, "customer-invitation")] == [
        f.data for f in of(after, "customer-invitation")
    ]


def test_only_files_whose_text_changed_are_made_again(handbook: Handbook, project: Path):
    """After an edit of one text, files that do not carry it are not written a second time."""
    files(handbook, project, "nl")
    made = kit._word_file.cache_info().misses

    def reword(data: dict) -> None:
        data["programme"]["blocks"][0]["what"]["nl"] = "Dit is veranderd."

    found = files(changed(handbook, reword), project, "nl")
    carrying = [file for file in found if "Dit is veranderd." in text_of(file.data)]
    assert 0 < len(carrying) < len(found)
    assert kit._word_file.cache_info().misses - made == len(carrying)


def test_links_lead_to_the_published_site(handbook: Handbook, project: Path, language: Language):
    """A link between pages becomes an address that works from a downloaded file."""
    found = files(handbook, project, language)
    targets = set()
    for file in found:
        with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
            relations = archive.read("word/_rels/document.xml.rels").decode()
        targets |= set(re.findall(r'Target="(http[^"]+)" TargetMode="External"', relations))
    own = {target for target in targets if target.startswith(handbook.publication.address)}
    assert own
    in_folder = handbook.publication.address + ("" if language == handbook.languages[0] else "en/")
    assert all(target.startswith(in_folder) and ".md" not in target for target in own)


def test_what_has_no_place_in_word_names_the_page(
    handbook: Handbook, tmp_path: Path, project: Path
):
    """A picture on a template page is refused with the page's name, and no file is made."""
    folder = tmp_path / "docs/nl/kit"
    folder.mkdir(parents=True)
    source = (project / "docs/nl/kit/customer-invitation.md").read_text(encoding="utf-8")
    (folder / "customer-invitation.md").write_text(source + "\n![x](x.png)\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_bytes((project / "mkdocs.yml").read_bytes())
    logo = tmp_path / handbook.brand.logo
    logo.parent.mkdir(parents=True)
    logo.write_bytes((project / handbook.brand.logo).read_bytes())
    expected = "docs/nl/kit/customer-invitation.md: <img> has no place in a Word file"
    with pytest.raises(ProblemsFound) as found:
        files(handbook, tmp_path, "nl")
    assert expected in str(found.value)
    (tmp_path / "handbook.yml").write_bytes((project / "handbook.yml").read_bytes())
    (told,) = kit.check(tmp_path)
    assert expected in str(told)


@pytest.mark.parametrize("identifier", ["name-cards", "attendance-list"])
def test_there_is_room_for_everyone_who_comes(
    handbook: Handbook, project: Path, language: Language, identifier: str
):
    """Every customer who said yes, and the least number of employees, have a card and a row.

    They are cells of the lists, so that names are filled in from the same place.
    """
    (file,) = of(files(handbook, project, language), identifier)
    for choices in combinations(handbook, ("round2", "round3")):
        for name, count in (
            ("guests", numbers.acceptances(handbook, choices)),
            ("employees", numbers.employees_least(handbook, choices)),
        ):
            wanted = {f"lists.{name}.{row}.name" for row in range(1, count + 1)}
            assert wanted <= set(file.fields), f"{identifier} has too few {name}"


def test_the_same_input_gives_the_same_bytes(handbook: Handbook, project: Path):
    """Two makings of the kit, nothing remembered in between, are identical."""
    first = [file.data for file in files(handbook, project, "nl")]
    kit._word_file.cache_clear()
    assert [file.data for file in files(handbook, project, "nl")] == first


def test_a_preset_names_modes_that_exist(handbook: Handbook):
    """Every preset can be built: its choices are among the combinations."""
    every = set(combinations(handbook, ("round2", "round3")))
    for preset in handbook.presets.values():
        assert replace(choices_of(preset)) in every

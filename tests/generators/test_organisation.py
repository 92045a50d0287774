"""The kit of an organisation: its own name filled in, its own choice of templates."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from generators.kit import KitFile, files
from handbook.model import FieldGroup, Handbook, Words
from tests.word.quality import findings

NAME = Words(nl="Wonen & Co <De Linde>", en="Linden Housing")


@pytest.fixture(scope="module")
def own(handbook: Handbook) -> Handbook:
    """Return the handbook of an organisation that fills in its name and leaves a template out."""
    group = handbook.fields["organisation"]
    name = group.fields["name"].model_copy(update={"filled": NAME})
    filled = FieldGroup(name=group.name, fields={**group.fields, "name": name})
    return handbook.model_copy(
        update={
            "fields": {**handbook.fields, "organisation": filled},
            "publication": handbook.publication.model_copy(update={"publisher": NAME}),
            "left_out": ("kit/ask-card",),
        }
    )


@pytest.fixture(scope="module")
def made(own: Handbook, project: Path) -> dict[str, KitFile]:
    return {file.template.identifier: file for file in files(own, project, "nl")}


def part(file: KitFile, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
        return archive.read(name).decode()


def test_the_name_is_filled_in_and_not_asked_for(made: dict[str, KitFile]) -> None:
    """Header, text and data part hold the name; the control shows it as text, not as a blank."""
    letter = made["customer-invitation"]
    escaped = "Wonen &amp; Co &lt;De Linde&gt;"
    assert re.search(rf"<k:name\b[^>]*>{escaped}</k:name>", part(letter, "customXml/item1.xml"))
    assert f"<dc:creator>{escaped}</dc:creator>" in part(letter, "docProps/core.xml")
    for name in ("word/header.xml", "word/document.xml"):
        controls = [
            control
            for control in re.findall(r"<w:sdt>.*?</w:sdt>", part(letter, name))
            if '<w:tag w:val="organisation.name"/>' in control
        ]
        assert controls
        for control in controls:
            assert "showingPlcHdr" not in control
            assert "PlaceholderText" not in control
            assert f">{escaped}</w:t>" in control
            assert "<w:docPart " in control  # emptied, it asks for the name again


def test_files_with_something_filled_in_are_sound(made: dict[str, KitFile]) -> None:
    """Our own lint, which compares what is shown with what is held, finds nothing."""
    assert {name: found for name, file in made.items() if (found := findings(file.data))} == {}


def test_a_template_that_is_left_out_is_not_made_and_nothing_leads_to_it(
    made: dict[str, KitFile],
) -> None:
    """There is no such file, and no link in another one leads to its page."""
    assert "ask-card" not in made
    for file in made.values():
        if "word/_rels/document.xml.rels" in zipfile.ZipFile(io.BytesIO(file.data)).namelist():
            assert "kit/ask-card" not in part(file, "word/_rels/document.xml.rels")

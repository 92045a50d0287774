"""One registry: a field that is entered in handbook.yml is everywhere, without a line of code."""

import json
import shutil
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from generators.fill.form import compiled, filled
from generators.kit import files
from generators.markdown import to_html
from generators.pages import template_text
from handbook.document import parse
from handbook.event import parse_event
from handbook.event_example import event_example
from handbook.load import load
from handbook.model import Handbook, Language
from handbook.schema import event_schema_text
from handbook.templates import templates
from macros.context import Context
from macros.event import values, values_of_guest
from macros.event_data import event_data
from macros.event_form import event_form, event_guests
from tests.generators.test_fill import read, text_of

PAGE = "reminder"
FIELDS = """
      bus_line:
        type: text
        label: {nl: Buslijn, en: Bus route}
        hint: {nl: Die voor de deur stopt, en: The one that stops at the door}
      pace:
        type: choice
        label: {nl: Tempo, en: Pace}
        options:
          calm: {nl: rustig aan, en: taking it easy}
          brisk: {nl: vlot, en: at a fair pace}
"""
COLUMN = """
      shoe_size:
        type: number
        label: {nl: Schoenmaat, en: Shoe size}
"""
LINE = '\n{{ field("event.bus_line") }} {{ field("event.pace") }} {{ field("guest.shoe_size") }}\n'
EVENT = """
event: {bus_line: 'Lijn <7> & 8', pace: calm}
guests: [{name: Jan, shoe_size: '42,5'}]
"""


@pytest.fixture(scope="module")
def entered(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project with one template, two more fields and a column, and a page that asks."""
    root = tmp_path_factory.mktemp("registry")
    shutil.copy(project / "mkdocs.yml", root)
    text = (project / "handbook.yml").read_text(encoding="utf-8")
    before, fields, after = text.partition("\n  event:\n    name: ")
    naming, inside, rest = after.partition("    fields:")
    text = before + fields + naming + inside + FIELDS.rstrip() + rest
    before, lists, after = text.partition("\n  guests:\n")
    naming, inside, rest = after.partition("    columns:")
    (root / "handbook.yml").write_text(
        before + lists + naming + inside + COLUMN.rstrip() + rest, encoding="utf-8"
    )
    logo = load(project / "handbook.yml").brand.logo
    (root / logo).parent.mkdir(parents=True)
    shutil.copy(project / logo, root / logo)
    for language in ("nl", "en"):
        page = root / "docs" / language / "kit" / f"{PAGE}.md"
        page.parent.mkdir(parents=True)
        source = (project / page.relative_to(root)).read_text(encoding="utf-8")
        page.write_text(source + LINE, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def known(entered: Path) -> Handbook:
    return load(entered / "handbook.yml")


def test_it_is_a_key_of_the_event(known: Handbook, entered: Path) -> None:
    """The example explains it, the schema knows it, and the command reads it or says why not."""
    example = event_example(known)
    assert "\n  # Buslijn / Bus route\n  bus_line:" in example
    assert "\n  # Tempo / Pace (calm = rustig aan / taking it easy, brisk = " in example
    assert "\n#   shoe_size: Schoenmaat / Shoe size (12,50)\n" in example
    validator = Draft202012Validator(json.loads(event_schema_text(known, entered)))
    for text, count in (
        (example, 0),
        (EVENT, 0),
        ("event: {pace: fast}", 1),
        ("guests: [{shoe_size: wide}]", 1),
        ("event: {bus_lane: 7}", 1),
    ):
        mistakes = validator.iter_errors(parse(text, "x", numbers_as_text=True).data)
        assert bool(list(mistakes)) == bool(count), text
    event = parse_event(EVENT, known, [PAGE], "event.yml").event
    assert event.values == {"event.bus_line": "Lijn <7> & 8", "event.pace": "calm"}


@pytest.mark.parametrize(
    ("language", "label", "hint", "answer", "size"),
    [
        ("nl", "Buslijn", "Die voor de deur stopt", "rustig aan", "42,5"),
        ("en", "Bus route", "The one that stops at the door", "taking it easy", "42.5"),
    ],
)
def test_it_is_a_field_of_the_form_and_a_blank_of_page_and_word(
    language: Language,
    label: str,
    hint: str,
    answer: str,
    size: str,
    known: Handbook,
    entered: Path,
) -> None:
    """What is typed there stands in the Word file, in the words of its language."""
    (template,) = templates(entered, known, language)
    context = Context(known, language, (template,))
    form, guests = event_form(context), event_guests(context)
    assert f'<label for="field-event-bus-line">{label}</label>' in form
    assert 'name="event.bus_line"' in form
    assert hint in form
    assert f'<option value="calm">{answer}</option>' in form
    assert 'name="shoe_size"' in guests

    data = event_data(known, language)
    assert data["fields"]["event.bus_line"] == {"type": "text", "label": label}
    assert "shoe_size" in data["lists"]["guests"]["columns"]
    page = to_html(template_text(entered, template, context), entered)
    for path in ("event.bus_line", "event.pace", "guest.shoe_size"):
        assert f'data-path="{path}"' in page

    (file,) = files(known, entered, language)
    assert f'<w:alias w:val="{label}"/><w:tag w:val="event.bus_line"/>' in read(file.data)
    assert "bus_line" in read(file.data, "customXml/item1.xml")
    event = parse_event(EVENT, known, [PAGE], "event.yml").event
    (guest,) = event.lists["guests"]
    found = values(known, event, language) | values_of_guest(known, guest, language)
    assert f"Lijn <7> & 8 {answer} {size}" in text_of(filled(compiled(file.data, language), found))

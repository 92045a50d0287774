"""A whole kit is the same from the browser and from the command line, file for file."""

import io
import json
import random
import zipfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from playwright.sync_api import BrowserContext, Page, expect

from generators.personal import kit_sources, personal_kit
from handbook.event import Event, parse_event
from handbook.event_example import event_example
from handbook.model import FieldDefinition, Handbook
from handbook.problems import ProblemsFound

pytestmark = pytest.mark.xdist_group("site")

HOSTILE = [
    "Ada",
    "<script>alert(1)</script> & 'co'",
    '=HYPERLINK("x"); \\N {{ 7*7 }}',
    "..\\..\\CON: *?|",
    "regel 1\nregel 2\n\nregel 4",
    "שלום \u202eomgekeerd 😀 👩‍👩‍👧",
    "a" * 130,
    "nul.txt ...",
]


def value(field: FieldDefinition, chance: random.Random) -> Any:
    match field.type:
        case "date":
            return f"{chance.choice([2027, 2028])}-{chance.randint(1, 12):02}-13"
        case "time":
            return chance.choice(["9:05", "13.30", "23:45"])
        case "number":
            return chance.choice(["012,50", "-3", "7.25", "0"])
        case "email":
            return "ada@example.org"
        case "checkbox":
            return chance.random() < 0.5
        case "choice":
            return chance.choice(list(field.options))
        case _:
            return chance.choice(HOSTILE)


def event(handbook: Handbook, chance: random.Random) -> dict[str, Any]:
    """Return what stands in an event.yml with every kind of value, and some left out."""

    def some(fields: dict[str, FieldDefinition]) -> dict[str, Any]:
        return {
            name: value(field, chance) for name, field in fields.items() if chance.random() < 0.8
        }

    found: dict[str, Any] = {name: some(group.fields) for name, group in handbook.fields.items()}
    found |= {
        name: [some(listed.columns) for _ in range(chance.randint(0, 9))]
        for name, listed in handbook.lists.items()
    }
    found["guests"] = [some(handbook.lists["guests"].columns) for _ in range(5)] * 2
    found["event"]["date"] = chance.choice(["2027-05-31", "2028-02-29", "2027-05-05"])
    found["language"] = list(handbook.languages)
    found["choices"] = {
        name: chance.choice(list(choice.modes)) for name, choice in handbook.choices.items()
    }
    found["delete_on"] = "2029-01-02"
    found["working_days"] = chance.random() < 0.7
    items = [item.id for checklist in handbook.checklists.values() for item in checklist.items]
    found["tasks"] = {
        item: {"who": chance.choice(HOSTILE), "done": True} for item in chance.sample(items, 5)
    }
    found["programme"] = {"round1": {"note": chance.choice(HOSTILE)}}
    found["local"] = {"customer-invitation": {"letter_date": "5 maart"}}
    return found


def read(content: bytes) -> Any:
    """Return what a file says: of a Word file its parts, however they are packed and written."""
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        return {
            name: etree.tostring(etree.fromstring(data), method="c14n")
            if name.endswith((".xml", ".rels"))
            else data
            for name in parts.namelist()
            for data in [parts.read(name)]
        }


@pytest.mark.parametrize("number", range(2))
def test_browser_and_command_line_make_the_same_kit(
    number: int,
    address: str,
    context: BrowserContext,
    project: Path,
    handbook: Handbook,
    tmp_path: Path,
) -> None:
    """One event.yml, opened in the form and given to the command: the same files and texts."""
    written = event(handbook, random.Random(f"kit {number}"))
    file = tmp_path / "event.yml"
    # JSON is YAML, and holds every sign as it is.
    lines = (f"{key}: {json.dumps(held, ensure_ascii=False)}" for key, held in written.items())
    file.write_text("\n".join(lines), encoding="utf-8")
    page = context.new_page()
    page.goto(f"{address}my-klantarena/")
    page.locator("[data-load-event]").set_input_files(file)
    with page.expect_download(timeout=60_000) as caught:
        page.locator("[data-download-kit]").click()
    with zipfile.ZipFile(caught.value.path()) as kit:
        browser = {name: kit.read(name) for name in kit.namelist()}

    known = parse_event(file.read_text(encoding="utf-8"), handbook, ["customer-invitation"], "x")
    command = {
        f"{language}/{path}": content
        for language in known.event.languages
        for path, content in personal_kit(
            handbook,
            known.event,
            language,
            kit_sources(handbook, project, language, known.event.choices),
        )
    }
    assert sorted(browser) == sorted(command)
    for name, content in command.items():
        assert read(browser[name]) == read(content), name
    assert saved(page, handbook) == known.event


def saved(page: Page, handbook: Handbook) -> Event:
    """Return the event as the command line reads it from the file that the form saves."""
    with page.expect_download() as caught:
        page.locator("[data-save-event]").click()
    text = Path(caught.value.path()).read_text(encoding="utf-8")
    return parse_event(text, handbook, ["customer-invitation"], "saved.yml").event


def test_the_example_of_the_command_line_can_be_opened_and_saved(
    address: str, context: BrowserContext, handbook: Handbook, tmp_path: Path
) -> None:
    """Remarks and all: what the form then saves is the same event."""
    file = tmp_path / "event.yml"
    file.write_text(event_example(handbook), encoding="utf-8")
    page = context.new_page()
    page.goto(f"{address}my-klantarena/")
    page.locator("[data-load-event]").set_input_files(file)
    expect(page.locator('[name="event.title"]')).not_to_have_value("")
    assert saved(page, handbook) == parse_event(file.read_text("utf-8"), handbook, [], "x").event


MISTAKES = [
    "evnt: {}",
    "event: {dat: x}",
    "event: {date: 2027-02-30}",
    "guests: [{nme: Jan}]",
    "guests: [{came: ja}]",
    "guests: Jan",
    "costs: [{estimate: veel}]",
    "tasks: {suport: {done: true}}",
    "tasks: {support: {done: maybe}}",
    "tasks: {support: {date: 30 februari}}",
    "programme: {round4: {note: x}}",
    "programme: {round1: x}",
    "local: [a]",
    "local: {customer-invitation: {letter_date: [a]}}",
    "choices: {round3: x}",
    "preset: Z",
    "language: de",
    "working_days: yes",
    "delete_on: morgen",
]


def test_what_the_command_refuses_the_form_refuses_too(
    address: str, context: BrowserContext, handbook: Handbook
) -> None:
    """A file with a mistake is not taken in half."""
    page = context.new_page()
    page.goto(f"{address}my-klantarena/")
    read = """text => {
        try { klantarena.files.read(text); return true; } catch (refusal) {
            if (!(refusal instanceof klantarena.Refusal)) throw refusal;
            return false;
        }
    }"""
    assert page.evaluate(read, "tasks: {support: {done: true, date: 2027-02-28, who: Ada}}")
    for line in MISTAKES:
        with pytest.raises(ProblemsFound):
            parse_event(line, handbook, ["customer-invitation"], "x")
        assert not page.evaluate(read, line), line

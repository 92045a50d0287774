"""My klantarena in a browser: fill in once, and every page and every file follows."""

import io
import json
import zipfile
from base64 import b64encode
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Download, Page, expect

from generators.kit import KitFile
from handbook import numbers
from handbook.choices import Choices, default_choices
from handbook.event import Event, read_event
from handbook.event_example import event_example
from handbook.model import Handbook
from handbook.schedule import clock
from handbook.schedule import programme as slots_of
from macros.event_words import words
from macros.times import clock_short
from tests.tools import npm_package

pytestmark = pytest.mark.xdist_group("site")

TODAY = date(2027, 1, 4)
DAY = date(2027, 5, 12)
WORDS = words("nl")
HOSTILE = "<img src=x onerror=\"alert(1)\"> & 'co' {{ 7*7 }} =1+1"


class Form:
    """The form of my klantarena, as a visitor sees it on one day."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address

    def open(self, language: str = "nl") -> "Form":
        folder = "" if language == "nl" else f"{language}/"
        self.page.goto(f"{self.address}{folder}my-klantarena/")
        return self

    def fill(self, **values: str) -> "Form":
        """Type values by the path of their blank, with __ for the dot."""
        for name, value in values.items():
            field = self.page.locator(f'[name="{name.replace("__", ".")}"]')
            group = field.locator("xpath=ancestor::details")
            if group.get_attribute("open") is None:
                group.locator("summary").click()
            field.fill(value)
            field.blur()
        return self

    def message(self, path: str) -> str:
        return self.page.locator(
            f'[id="field-{path.replace(".", "-").replace("_", "-")}-message"]'
        ).inner_text()

    def paste(self, text: str) -> "Form":
        paste = self.page.locator(".guests__paste")
        if paste.get_attribute("open") is None:
            paste.locator("summary").click()
        self.page.locator("[data-pasted]").fill(text)
        self.page.locator("[data-paste]").click()
        return self

    def download(self, selector: str) -> Download:
        with self.page.expect_download() as caught:
            self.page.locator(selector).first.click()
        return caught.value

    def data(self, selector: str) -> bytes:
        return self.download(selector).path().read_bytes()


@pytest.fixture
def form(address: str, context: BrowserContext) -> Iterator[Form]:
    """Give a form on an empty browser, which no script of ours may make stumble."""
    page = context.new_page()
    mistakes: list[str] = []
    page.on("pageerror", lambda error: mistakes.append(str(error)))
    page.clock.set_fixed_time(f"{TODAY}T10:00:00")
    yield Form(page, address)
    assert mistakes == []


def people(count: int) -> str:
    rows = [
        f"Gast {number}\tmevrouw {number}\t\tja\t{'ja' if number < 14 else ''}"
        for number in range(1, count + 1)
    ]
    return "\n".join(["Naam\tAanspreekvorm\tWat nodig is\tUitgenodigd\tKomt", *rows])


def test_every_blank_of_the_registry_is_a_field(form: Form, handbook: Handbook) -> None:
    """Each field of handbook.yml has an input with its label; nothing else asks for a value."""
    form.open()
    for group, fields in handbook.fields.items():
        for name, definition in fields.fields.items():
            field = form.page.locator(f'[name="{group}.{name}"]')
            label = form.page.locator(f"label[for={field.get_attribute('id')}]")
            assert label.text_content() == definition.label.nl


def test_a_day_and_a_time_give_the_programme_and_the_timeline(
    form: Form, handbook: Handbook
) -> None:
    """Times follow the starting time and the chosen mode; a moment in a weekend is moved."""
    form.open().fill(event__date=f"{DAY}", event__start_time="13:30")
    for mode in handbook.choices["round3"].modes:
        form.page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        form.page.locator("#event-round3").select_option(mode)
        slots = slots_of(handbook, Choices(default_choices(handbook).round2, mode), clock("13:30"))
        expected = [
            "\u2060\u2013\u2060".join(clock_short(edge, "nl") for edge in (slot.start, slot.end))
            for slot in slots
        ]
        assert (
            form.page.locator("[data-event-dates] tbody td:first-child").all_inner_texts()
            == expected
        )
    days = form.page.locator(".timeline time").evaluate_all("all => all.map(one => one.dateTime)")
    assert f"{DAY}" in days
    assert len(days) == len(handbook.moments)
    assert all(date.fromisoformat(day).weekday() < 5 for day in days)
    form.page.locator("[data-working-days]").uncheck()
    moved = form.page.locator(".timeline time").evaluate_all("all => all.map(one => one.dateTime)")
    assert moved != days


def test_chairs_and_acceptances_are_those_of_the_method(form: Form, handbook: Handbook) -> None:
    """The summary counts chairs for the chosen mode; guests are counted against the target."""
    form.open().paste(people(16))
    wanted = default_choices(handbook)
    counts = form.page.locator("[data-guest-counts]").inner_text()
    assert "Op de lijst: 16. Uitgenodigd: 16. Komt: 13." in counts
    assert f"Vraag er nog {numbers.acceptances(handbook, wanted) - 13}" in counts
    assert (
        f"{numbers.chairs(handbook, wanted)} in de binnenring"
        in form.page.locator("[data-event-summary]").inner_text()
    )
    for box in form.page.locator("[name=accepted]").all():
        box.check()
    form.page.locator("[data-add-guest]").click()
    form.page.locator("[name=name]").last.fill("Nog een")
    form.page.locator("[name=accepted]").last.check()
    counts = form.page.locator("[data-guest-counts]").inner_text()
    assert f"17 klanten en er staan {numbers.chairs(handbook, wanted)} stoelen" in counts


WRONG = [
    ("organisation.contact_email", "geen adres", "email"),
    ("organisation.contact_email", "a@b@c", "email"),
]


@pytest.mark.parametrize(("path", "typed", "sentence"), WRONG)
def test_what_is_wrong_is_said_beside_the_field(
    form: Form, path: str, typed: str, sentence: str
) -> None:
    """A value that cannot be gets words at its field, is not kept, and stays to be mended."""
    form.open().fill(**{path.replace(".", "__"): typed})
    field = form.page.locator(f'[name="{path}"]')
    assert form.message(path) == WORDS[f"wrong_{sentence}"]
    assert field.get_attribute("aria-invalid") == "true"
    assert f"{field.get_attribute('id')}-message" in (field.get_attribute("aria-describedby") or "")
    form.fill(event__theme="wachten")
    assert field.input_value() == typed
    form.open()
    assert field.input_value() == ""
    form.fill(**{path.replace(".", "__"): "an@voorbeeld.nl"})
    assert form.message(path) == ""


def test_a_past_day_a_holiday_and_a_weekend_get_a_remark(form: Form) -> None:
    """The date of the session is remarked on where it is odd, and kept all the same."""
    form.open()
    for day, said in (
        ("2026-12-01", WORDS["day_past"]),
        ("2027-05-08", WORDS["day_weekend"]),
        ("2027-04-27", "Koningsdag"),
        (f"{DAY}", ""),
    ):
        form.fill(event__date=day)
        assert said in form.message("event.date")
        assert form.page.locator('[name="event.date"]').get_attribute("aria-invalid") is None
    form.fill(event__date="2027-02-01")
    assert "hadden al klaar moeten zijn" in form.page.locator("[data-event-dates]").inner_text()
    assert form.page.get_by_text(WORDS["past"], exact=True).count() > 3


def test_the_pages_of_the_kit_show_the_values(form: Form) -> None:
    """Blanks and times of a template are the visitor's; shown empty again, they are as before."""
    page = form.page
    page.goto(f"{form.address}kit/run-sheet/")
    before = page.locator(".sheet").inner_text()
    form.open().fill(event__title=HOSTILE, event__date=f"{DAY}", event__start_time="09:00")
    page.goto(f"{form.address}kit/run-sheet/")
    sheet = page.locator(".sheet")
    assert HOSTILE in sheet.inner_text()
    assert "12 mei 2027" in sheet.inner_text()
    assert page.locator('[data-path="times.reception.start"]:visible').first.inner_text() == "9.00"
    assert page.locator(".sheet img").count() == 0
    page.goto(f"{form.address}en/kit/run-sheet/")
    assert "12 May 2027" in page.locator(".sheet").inner_text()
    page.get_by_role("button", name="show it empty").click()
    page.goto(f"{form.address}kit/run-sheet/")
    assert page.locator(".sheet").inner_text() == before


def test_one_template_is_downloaded_filled(form: Form) -> None:
    """Beside the empty file stands the filled one, for the chosen mode; letters, one per guest."""
    form.open().fill(event__title=HOSTILE, event__date=f"{DAY}").paste(people(2))
    form.page.goto(f"{form.address}kit/run-sheet/")
    download = form.download(".downloads__file:visible .button--second")
    assert download.suggested_filename == form.page.locator(".downloads__name:visible").inner_text()
    with zipfile.ZipFile(download.path()) as word:
        assert word.testzip() is None
        text = word.read("word/document.xml").decode()
    assert "12 mei 2027" in text
    assert "&lt;img src=x" in text
    form.page.goto(f"{form.address}kit/customer-invitation/")
    with zipfile.ZipFile(io.BytesIO(form.data(".button--second"))) as letters:
        assert [
            name.rpartition("/")[2] for name in letters.namelist() if name.endswith(".docx")
        ] == [
            "06 Uitnodiging klant - Gast 1.docx",
            "06 Uitnodiging klant - Gast 2.docx",
        ]


def test_the_whole_kit_comes_as_one_zip(form: Form, handbook: Handbook) -> None:
    """The kit holds each template in the chosen modes, and a letter for each guest in a folder."""
    form.open().fill(event__title="a/b: c?", event__date=f"{DAY}").paste(people(3))
    download = form.download("[data-download-kit]")
    assert download.suggested_filename == "ab c.zip"
    with zipfile.ZipFile(download.path()) as kit:
        assert kit.testzip() is None
        names = kit.namelist()
    assert len(names) == len({name.lower() for name in names})
    mode = handbook.choices["round3"].modes[default_choices(handbook).round3].name.nl
    assert [name for name in names if "Actieplan" in name] == [f"38 Actieplan ({mode}).docx"]
    letters = [name for name in names if name.startswith("06 ") and name.endswith(".docx")]
    assert letters == [
        f"06 Uitnodiging klant/06 Uitnodiging klant - Gast {n}.docx" for n in (1, 2, 3)
    ]
    expect(form.page.locator("[data-kit-answer]")).to_contain_text("Klaar")


def test_what_is_typed_is_still_there_and_can_be_cleared(form: Form) -> None:
    """Several events stand side by side, under keys with the site's path, until all is cleared."""
    form.open().fill(event__title="Een")
    form.page.locator("[data-new-event]").click()
    form.fill(event__title="Twee")
    form.open("en")
    assert form.page.locator('[name="event.title"]').input_value() == "Twee"
    form.page.locator("[data-chosen-event]").select_option(label="Een")
    assert form.page.locator('[name="event.title"]').input_value() == "Een"
    keys = form.page.evaluate("Object.keys(localStorage)")
    assert keys
    assert all(key.startswith("/.") for key in keys)
    form.page.once("dialog", lambda dialog: dialog.accept())
    form.page.locator("[data-clear-events]").click()
    assert form.page.locator('[name="event.title"]').input_value() == ""
    assert "Een" not in str(form.page.evaluate("Object.values(localStorage)"))


def test_guests_are_forgotten_after_their_day(form: Form) -> None:
    """After the day for it the guests are gone, with a message; the rest of the event stays."""
    form.open().fill(event__title="Lente").paste(people(2))
    form.page.locator("#delete-on").fill("2027-06-01")
    form.page.locator("#delete-on").blur()
    form.page.clock.set_fixed_time("2027-06-01T23:00:00")
    form.open()
    assert form.page.locator("[name=name]").first.input_value() == "Gast 1"
    form.page.clock.set_fixed_time("2027-06-02T01:00:00")
    form.page.goto(form.address)
    form.open()
    assert form.page.locator("[name=name]").first.input_value() == ""
    assert "Gast 1" not in str(form.page.evaluate("Object.values(localStorage)"))
    expect(form.page.get_by_text("De gasten van Lente zijn gewist")).to_be_visible()
    assert form.page.locator('[name="event.title"]').input_value() == "Lente"
    form.open()
    expect(form.page.get_by_text("De gasten van Lente zijn gewist")).to_have_count(0)


def test_every_list_that_the_kit_holds_can_be_filled_in(
    form: Form, handbook: Handbook, kit: dict[str, KitFile]
) -> None:
    """Each list of the registry is there if a template holds it, with a field for each column."""
    form.open()
    used = {
        path.split(".")[1]
        for file in kit.values()
        for path in file.fields
        if path.startswith("lists.")
    }
    for name, known in handbook.lists.items():
        place = form.page.locator(f'[data-list="{name}"]')
        if name == "guests" or name not in used:
            assert not place.is_visible()
            continue
        place.locator("summary").click()
        labels = place.locator("fieldset label").all_inner_texts()
        assert labels == [column.label.nl for column in known.columns.values()]


def test_rows_of_a_list_stand_in_the_templates(form: Form) -> None:
    """A theme typed once stands in a template; a slip is said beside it; a row can go again."""
    page = form.open().page
    themes = page.locator("[data-list=themes]")
    themes.locator("summary").click()
    field = page.locator('[name="themes.row.name"]')
    minutes = page.locator('[name="themes.row.minutes"]')
    field.fill(HOSTILE)
    minutes.fill("veel")
    minutes.blur()
    assert themes.locator("[id$=minutes-message]").inner_text() == WORDS["wrong_number"]
    themes.locator("[data-add-row]").click()
    page.keyboard.type("Brieven")
    minutes.last.fill("12,5")
    minutes.last.blur()
    expect(themes.locator("summary")).to_contain_text("2 rijen")
    assert minutes.first.input_value() == "veel", "what is wrong stays to be mended"
    page.goto(f"{form.address}kit/facilitator-script/")
    assert HOSTILE in page.locator(".sheet").inner_text()
    assert "12,5" in page.locator(".sheet").inner_text()
    form.open()
    themes.locator("summary").click()
    assert [one.input_value() for one in field.all()] == [HOSTILE, "Brieven"]
    page.get_by_role("button", name="Haal Rij 1 weg").click()
    assert page.evaluate("klantarena.store.current().themes") == [
        {"name": "Brieven", "minutes": "12,5"}
    ]
    assert field.evaluate("field => field === document.activeElement")


def test_the_command_line_reads_what_the_form_saves(
    form: Form, handbook: Handbook, tmp_path: Path
) -> None:
    """Saved and opened here or on the command line, an event is the same event."""
    page = form.open().page
    assert page.get_by_text(WORDS["save_too"]).is_visible()
    given = tmp_path / "given.yml"
    item = next(item.id for checks in handbook.checklists.values() for item in checks.items)
    given.write_text(
        f"""language: [en, nl]
preset: A
working_days: false
delete_on: 2027-10-11
event: {{title: {json.dumps(HOSTILE)}, date: 2027-05-12, start_time: 9.05, reason: "a\\n\\nb"}}
guests: [{{name: "- An: #1", invited: true, contact: 0612345678}}, {{name: Bo, came: false}}]
themes: [{{name: Wachten, minutes: "012,50"}}]
tasks: {{{item}: {{who: 'Kim', done: true, date: 2027-01-08}}}}
programme: {{round1: {{note: rustig}}}}
local: {{customer-invitation: {{letter_date: yes}}}}
""",
        encoding="utf-8",
    )
    page.locator("[data-load-event]").set_input_files(given)
    expect(page.locator("[data-files-answer]")).to_contain_text("staat nu in het formulier")
    download = form.download("[data-save-event]")
    assert download.suggested_filename.endswith(".yml")
    expect(page.locator("[data-event-summary]")).to_contain_text(WORDS["also_saved"])

    def known(path: Path) -> Event:
        return read_event(path, handbook, ["customer-invitation"], "event.yml").event

    assert known(Path(download.path())) == known(given)
    form.fill(event__theme="wachten")
    expect(page.locator("[data-event-summary]")).to_contain_text(WORDS["save_too"])


def test_a_file_says_what_the_form_goes_by(form: Form, handbook: Handbook) -> None:
    """The language and the modes that nobody chose stand in the file all the same."""
    form.open("en").fill(event__title="Spring")
    file = Path(form.download("[data-save-event]").path())
    event = read_event(file, handbook, [], "event.yml").event
    assert event.languages == ("en",)
    assert event.choices == default_choices(handbook)


def test_the_example_of_the_command_line_opens_here(
    form: Form, handbook: Handbook, tmp_path: Path
) -> None:
    """What `klantarena event` writes, the form reads."""
    file = tmp_path / "event.yml"
    file.write_text(event_example(handbook), encoding="utf-8")
    form.open().page.locator("[data-load-event]").set_input_files(file)
    expect(form.page.locator("[data-files-answer]")).to_contain_text("staat nu in het formulier")


MISTAKEN = [
    ("event: {date: 2027-02-30}", "event.date: " + WORDS["wrong_date"]),
    ("event: {colour: red}", "event.colour: " + WORDS["file_unknown"]),
    ("constructor: {prototype: x}", "constructor: " + WORDS["file_unknown"]),
    ("guests: An", "guests: " + WORDS["file_list"]),
    ("guests: [{invited: perhaps}]", "guests.1.invited: " + WORDS["wrong_checkbox"]),
    ("tasks: {nothing: {who: An}}", "tasks.nothing: " + WORDS["file_unknown"]),
    ("tasks: An", "tasks: " + WORDS["file_mapping"]),
    ("local: {customer-invitation: [a]}", "local.customer-invitation: " + WORDS["file_mapping"]),
    ("language: fr", "language: " + WORDS["file_language"]),
    ("event: &anchor {title: x}", "Regel 1 van het bestand"),
    ("guests: [" + "{name: An}, " * 501 + "]", "guests: "),
]


@pytest.mark.parametrize(("text", "said"), MISTAKEN, ids=[text[:30] for text, _ in MISTAKEN])
def test_a_file_with_a_mistake_changes_nothing(
    form: Form, tmp_path: Path, text: str, said: str
) -> None:
    """What is wrong in an event.yml is said, and the event that is here stays as it is."""
    form.open().fill(event__title="Deze blijft")
    file = tmp_path / "event.yml"
    file.write_text(text + "\n", encoding="utf-8")
    form.page.locator("[data-load-event]").set_input_files(file)
    expect(form.page.locator("[data-files-answer]")).to_contain_text(said)
    assert len(form.page.evaluate("klantarena.store.list()")) == 1
    assert form.page.locator('[name="event.title"]').input_value() == "Deze blijft"


PASTED = [
    ('name,needs\nAn,"a, b"\n', [{"name": "An", "needs": "a, b"}]),
    ("NAAM\tKomt\nAn\tWAAR\nBo\tnee\n", [{"name": "An", "accepted": True}, {"name": "Bo"}]),
    ("An\tan@voorbeeld.nl\n", [{"name": "An", "contact": "an@voorbeeld.nl"}]),
    ('=1+1\t"a\nb ""c"""\n', [{"name": "=1+1", "contact": 'a b "c"'}]),
    ('Kim "de Wit"\t\n\n\t\n', [{"name": 'Kim "de Wit"'}]),
    ("Onzin\tName\tTaal\nx\tAn\tNederlands", [{"name": "An", "language": "Nederlands"}]),
]


@pytest.mark.parametrize(("text", "guests"), PASTED)
def test_rows_of_a_spreadsheet_become_guests(form: Form, text: str, guests: list[Any]) -> None:
    """Headings in either language, quotes and line breaks are understood; a formula stays text."""
    form.open().paste(text)
    assert form.page.evaluate("klantarena.store.current().guests") == guests


REFUSED = [
    ("notes.docx", lambda _: b"hello", "fill_broken"),
    ("old.doc", lambda _: b"\xd0\xcf\x11\xe0" + bytes(600), "fill_old_word"),
    ("cut.docx", lambda word: word[: len(word) // 2], "fill_broken"),
    ("empty.docx", lambda _: b"", "fill_broken"),
    ("large.docx", lambda word: word + bytes(50_000_000), "fill_too_large"),
    ("other.docx", lambda word: without_blanks(word), "fill_no_blanks"),
]


def without_blanks(word: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word)) as source, zipfile.ZipFile(out, "w") as copy:
        for name in source.namelist():
            if not name.startswith("customXml"):
                copy.writestr(name, source.read(name))
    return out.getvalue()


@pytest.mark.parametrize(("name", "made", "reason"), REFUSED, ids=[name for name, *_ in REFUSED])
def test_what_cannot_be_filled_gets_a_sentence(
    form: Form,
    kit_files: dict[str, bytes],
    tmp_path: Path,
    name: str,
    made: Callable[[bytes], bytes],
    reason: str,
) -> None:
    """A file without our blanks, broken, too old or too large: a clear message, and no download."""
    form.open()
    (tmp_path / name).write_bytes(made(kit_files["nl/06 Uitnodiging klant.docx"]))
    downloads: list[Download] = []
    form.page.on("download", lambda download: downloads.append(download))
    form.page.locator("[data-any-file]").set_input_files(tmp_path / name)
    expect(form.page.locator("[data-drop-answer]")).to_contain_text(WORDS[reason])
    assert downloads == []


def test_a_reworded_file_is_filled_where_it_is_dropped(
    form: Form, kit_files: dict[str, bytes], tmp_path: Path
) -> None:
    """A template in other words, dropped on the page, comes back filled and in those words."""
    word = next(word for name, word in kit_files.items() if name.startswith("nl/18 "))
    file = tmp_path / "Ons draaiboek.docx"
    with zipfile.ZipFile(io.BytesIO(word)) as source, zipfile.ZipFile(file, "w") as copy:
        for name in source.namelist():
            text = source.read(name)
            copy.writestr(name, text.replace(b"Draaiboek", b"Spoorboekje"))
    form.open().fill(event__title="Onze dag")
    with form.page.expect_download() as caught:
        drop(form.page, file)
    assert caught.value.suggested_filename == "Ons draaiboek.docx"
    with zipfile.ZipFile(caught.value.path()) as filled:
        text = filled.read("word/document.xml").decode()
    assert "Onze dag" in text
    assert "Spoorboekje" in text
    expect(form.page.locator("[data-drop-answer]")).to_contain_text("is ingevuld")


def drop(page: Page, file: Path) -> None:
    """Let go of a file above the page, as somebody who drags it there."""
    page.evaluate(
        """([name, text]) => {
            const data = new DataTransfer();
            const bytes = Uint8Array.from(atob(text), sign => sign.charCodeAt(0));
            data.items.add(new File([bytes], name));
            const place = document.querySelector(".drop__place");
            for (const type of ["dragover", "drop"])
                place.dispatchEvent(new DragEvent(type, {dataTransfer: data, bubbles: true}));
        }""",
        [file.name, b64encode(file.read_bytes()).decode()],
    )


def test_making_the_kit_can_be_stopped(form: Form) -> None:
    """While the kit is made there is a bar and a way to stop; stopped, nothing is given."""
    page = form.open().paste(people(16)).page
    downloads: list[Download] = []
    page.on("download", lambda download: downloads.append(download))
    page.route("**/18 *.docx", lambda _: None)  # one file never comes: the rest waits for it
    page.locator("[data-download-kit]").click()
    bar = page.locator("[data-kit-progress] progress")
    expect(bar).to_be_visible()
    page.wait_for_function("document.querySelector('[data-kit-progress] progress').value > 5")
    page.locator("[data-cancel-kit]").click()
    expect(page.locator("[data-kit-answer]")).to_have_text(WORDS["cancelled"])
    expect(bar).to_be_hidden()
    assert downloads == []


def test_a_keyboard_is_enough(form: Form) -> None:
    """With Tab, keys and Enter alone: fill in, open a group, add a guest, and download the kit."""
    page = form.open().page
    page.locator('[name="event.title"]').focus()
    page.keyboard.type("Met toetsen")
    tab_to(page, "De organisatie")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("De Linde")
    tab_to(page, WORDS["guest_add"])
    page.keyboard.press("Enter")
    page.keyboard.type("An")
    tab_to(page, WORDS["kit_button"])
    with page.expect_download() as caught:
        page.keyboard.press("Enter")
    assert caught.value.suggested_filename == "Met toetsen.zip"
    event = page.evaluate("klantarena.store.current()")
    assert event["organisation"]["name"] == "De Linde"
    assert event["guests"] == [{"name": "An"}]


def tab_to(page: Page, text: str) -> None:
    for _ in range(120):
        page.keyboard.press("Tab")
        if (page.evaluate("document.activeElement.textContent") or "").strip().startswith(text):
            return
    raise AssertionError(f"no Tab leads to {text!r}")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_axe_finds_no_obstacle_in_a_form_that_is_filled_in(form: Form, language: str) -> None:
    """With values, objections, guests and everything open: 0 violations, light and dark."""
    page = form.page
    page.add_init_script(path=npm_package("axe-core/axe.min.js"))
    form.open(language).fill(event__date="2027-02-07", organisation__contact_email="nee").paste(
        people(18)
    )
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    found = []
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            found += page.evaluate(
                """async () => {
                    for (let frame = 0; frame < 3; frame++)
                        await new Promise(requestAnimationFrame);
                    return (await axe.run(document)).violations.map(one =>
                        `${one.id}: ${one.nodes.map(node => node.target.join(" ")).join(" | ")}`);
                }"""
            )
    assert found == []


@pytest.mark.parametrize("width", [320, 390, 768, 1024])
def test_nothing_sticks_out_of_the_page(form: Form, width: int) -> None:
    """On the narrowest telephone, on a tablet and between, nobody has to scroll sideways."""
    form.page.set_viewport_size({"width": width, "height": 900})
    form.open().paste(people(3))
    form.page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert form.page.evaluate("document.documentElement.scrollWidth") == width


def test_without_javascript_a_line_says_where_else(address: str, browser: Browser) -> None:
    """Without JavaScript there is no form, and a line that points to Word and the command line."""
    visitor = browser.new_context(java_script_enabled=False)
    page = visitor.new_page()
    page.goto(f"{address}my-klantarena/")
    assert page.locator(".text :is(input, select, textarea, button):visible").count() == 0
    assert "klantarena fill" in page.locator("noscript").inner_text()
    visitor.close()


def test_an_old_browser_is_told_so(form: Form) -> None:
    """A browser without the streams that fill Word files hears so at once, and nothing breaks."""
    form.page.add_init_script("delete window.CompressionStream")
    form.open()
    expect(form.page.locator("[data-too-old]")).to_have_text(WORDS["too_old"])
    form.fill(event__title="Toch")
    form.page.locator("[data-download-kit]").click()
    expect(form.page.locator("[data-kit-answer]")).to_have_text(WORDS["too_old"])


def test_a_browser_that_cannot_read_the_scripts_is_told_so(
    address: str, context: BrowserContext
) -> None:
    """Where a script is a riddle to a browser, a sentence takes the place of a dead form."""
    page = context.new_page()
    page.route("**/word-fill.js", lambda route: route.fulfill(body="let = = 1"))
    page.goto(f"{address}my-klantarena/")
    expect(page.locator("[data-too-old]")).to_have_text(WORDS["too_old"])
    assert page.locator(".text :is(input, select, textarea, button):visible").count() == 0

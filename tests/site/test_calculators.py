"""The calculators in a browser: the same sums as in Python, and a plain answer to nonsense."""

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from generators.colours import colours
from handbook import numbers
from handbook.choices import Choices, default_choices
from handbook.model import Handbook, split_offset
from handbook.room import room
from handbook.schedule import clock, date_of, order_of
from handbook.schedule import programme as slots_of
from macros.context import Context
from macros.library import macros
from macros.room import seats_inside, side
from macros.times import clock_short, clock_time
from tests.tools import npm_package

TODAY = date(2027, 3, 12)
ALL = (
    "calculator_people",
    "calculator_speaking_time",
    "calculator_programme",
    "calculator_dates",
)
FIGURES = ("room_plan", "timeline_figure", "programme_bar", "levels_figure", "decision_help")
LANGUAGES = pytest.mark.parametrize("language", ["nl", "en"])

pytestmark = pytest.mark.xdist_group("site-2")


class Workplace:
    """Pages with nothing but macros on them, as a reader of a language sees them."""

    def __init__(self, project: Path, handbook: Handbook, page: Page) -> None:
        self.assets = project / "overrides/assets"
        self.handbook = handbook
        self.page = page

    def show(self, language: Any, *names: str, before: str = "", scripts: bool = True) -> Page:
        """Lay out macros with the site's style sheets and scripts."""
        written = macros(Context(self.handbook, language))
        body = "".join(written[name]() for name in names)
        choices = {
            "default": {
                name: default_choices(self.handbook)[name] for name in ("round2", "round3")
            },
            "modes": {
                name: {mode: one.name[language] for mode, one in choice.modes.items()}
                for name, choice in self.handbook.choices.items()
            },
            "presets": {},
        }
        loaded = ("choices", "calculators") if scripts else ()
        read = {name: (self.assets / f"javascripts/{name}.js").read_text() for name in loaded}
        style = colours(self.handbook.brand) + "".join(
            (self.assets / f"stylesheets/{name}.css").read_text() for name in ("site", "figures")
        )
        self.page.route(
            "http://handbook.example/**",
            lambda route: route.fulfill(
                content_type="text/html; charset=utf-8",
                body=f'<!doctype html><html lang="{language}" data-root="."><title>Test</title>'
                f'<meta name="viewport" content="width=device-width">'
                f"<style>{style}</style>"
                f'<main style="max-width: 41rem; padding: 18px"><h1>Test</h1>{body}</main>'
                f'<script data-choices type="application/json">{json.dumps(choices)}</script>'
                f"<script>{before}</script>"
                + "".join(f"<script>{script}</script>" for script in read.values()),
            ),
        )
        self.page.clock.set_fixed_time(f"{TODAY}T10:00:00")
        self.page.goto("http://handbook.example/")
        return self.page


@pytest.fixture
def workplace(project: Path, handbook: Handbook, browser: Browser) -> Iterator[Workplace]:
    visitor = browser.new_context(viewport={"width": 390, "height": 900})
    page = visitor.new_page()
    mistakes: list[str] = []
    page.on("pageerror", lambda error: mistakes.append(str(error)))
    yield Workplace(project, handbook, page)
    visitor.close()
    assert mistakes == []


def write(page: Page, label: str, text: str) -> Locator:
    """Type in the field with this label, leave it, and return it."""
    field = page.get_by_label(label, exact=True)
    field.fill(text)
    field.blur()
    return field


def answer(page: Page, field: Locator) -> str:
    """Return the sentence that belongs to a field."""
    described = (field.get_attribute("aria-describedby") or "").split()
    (message,) = [one for one in described if one.endswith("-message")]
    return page.locator(f"#{message}").inner_text()


CUSTOMERS = {
    "nl": "Hoeveel klanten wil je in de binnenring?",
    "en": "How many customers do you want in the inner ring?",
}
START = {"nl": "Hoe laat komen de klanten?", "en": "When do the customers come in?"}
DAY = {"nl": "Wanneer is de bijeenkomst?", "en": "When is the session?"}


@LANGUAGES
def test_every_number_of_customers_gets_the_numbers_of_the_method(language, workplace, handbook):
    """For each number of customers that fits, the answers are those that Python reckons."""
    page = workplace.show(language, "calculator_people")
    for wanted in range(3, int(handbook.rings.inner.most.value) + 1):
        write(page, CUSTOMERS[language], f" {wanted} ")
        results = page.locator("[data-result]").all_inner_texts()
        acceptances = numbers.acceptances_for(handbook, wanted)
        assert results[0] == str(acceptances)
        assert results[1] == str(numbers.acceptances_for(handbook, wanted, careful=True))
        assert results[2].startswith(str(acceptances))
        assert re.findall(r"\d+", results[3]) == [
            str(one) for one in numbers.employees_for(handbook, wanted)
        ]
        assert results[4] == str(numbers.least_for(handbook, wanted))
        assert results[5] == side(room(handbook, seats_inside(handbook, wanted)), language)


NO_NUMBERS = [
    ("", "Vul een getal in", "Fill in a number"),
    ("   ", "Vul een getal in", "Fill in a number"),
    ("twaalf", "Schrijf het in cijfers", "Write it in digits"),
    ("😀", "Schrijf het in cijfers", "Write it in digits"),
    ("<b>12", "Schrijf het in cijfers", "Write it in digits"),
    ("1e3", "Schrijf het in cijfers", "Write it in digits"),
    ("12,5", "een heel getal", "a whole number"),
    ("12.5", "een heel getal", "a whole number"),
    ("-3", "geen ring", "no ring"),
    ("−3", "geen ring", "no ring"),
    ("0", "geen ring", "no ring"),
    ("400", "hooguit {most} klanten", "holds {most} customers"),
    ("9" * 400, "hooguit {most} klanten", "holds {most} customers"),
]


@LANGUAGES
def test_nonsense_for_a_number_gets_a_sentence(language, workplace, handbook):
    """What is no number of customers is answered beside the field, and gives no numbers."""
    page = workplace.show(language, "calculator_people")
    for typed, *sentences in NO_NUMBERS:
        field = write(page, CUSTOMERS[language], typed)
        said = answer(page, field)
        expected = sentences[language == "en"]
        assert expected.format(most=int(handbook.rings.inner.most.value)) in said, typed
        assert "{" not in said
        assert field.get_attribute("aria-invalid") == "true"
        assert page.locator(".calculator__results").is_hidden()
        field = write(page, CUSTOMERS[language], "9")
        assert answer(page, field) == ""
        assert field.get_attribute("aria-invalid") is None
        assert page.locator(".calculator__results").is_visible()


def test_speaking_time_is_that_of_the_table(workplace, handbook):
    """For every cell of the table the form gives the same time, halves and all."""
    page = workplace.show("nl", "calculator_speaking_time")
    minutes = handbook.rounds["round1"].minutes
    durations = sorted({minutes.least or minutes.usual, minutes.usual, minutes.most})
    for row in page.locator("tbody tr").all():
        wanted, *cells = row.locator("td").all_inner_texts()
        write(page, "Hoeveel klanten zijn er?", wanted)
        for duration, cell in zip(durations, cells, strict=True):
            field = write(page, "Hoeveel minuten duurt ronde 1?", str(duration))
            assert page.locator("[data-result]").inner_text() == cell
            assert answer(page, field) == ""
    write(page, "Hoeveel minuten duurt ronde 1?", "1")
    assert page.locator("[data-result]").inner_text() == "nog geen minuut"


ODD_MINUTES = [
    ("", "Vul een getal in", False),
    ("-75", "minstens een minuut", False),
    ("9999", "langer dan een dag", False),
    ("een uur", "Schrijf het in cijfers", False),
    ("20", "te krap", True),
    ("240", "mensen moe", True),
]


def test_odd_minutes_get_a_sentence(workplace):
    """Impossible minutes are refused; minutes that we advise against are reckoned with a remark."""
    page = workplace.show("nl", "calculator_speaking_time")
    for typed, expected, reckoned in ODD_MINUTES:
        field = write(page, "Hoeveel minuten duurt ronde 1?", typed)
        assert expected in answer(page, field), typed
        assert page.locator(".calculator__results").is_visible() == reckoned, typed


TIMES = [
    ("15.30", 930),
    ("15:30", 930),
    ("15.30 uur", 930),
    ("1530", 930),
    ("15u30", 930),
    ("3:30 pm", 930),
    (" 9 uur ", 540),
    ("930", 570),
    ("12:05 pm", 725),
    ("23.59", 1439),
]


@LANGUAGES
def test_the_day_starts_when_one_says(language, workplace, handbook):
    """However a time is written, every block gets the times that Python reckons, per mode."""
    page = workplace.show(language, "calculator_programme")
    ends_by, food = clock(handbook.programme.ends_by), clock(handbook.programme.food_after)
    for typed, meant in TIMES:
        field = write(page, START[language], typed)
        assert answer(page, field) == "", typed
        for mode in handbook.choices["round3"].modes:
            page.locator("select[data-choice=round3]").select_option(mode)
            slots = slots_of(handbook, Choices(default_choices(handbook).round2, mode), meant)
            expected = [
                "\u2060\u2013\u2060".join(
                    clock_short(minutes % (24 * 60), language) for minutes in (slot.start, slot.end)
                )
                for slot in slots
            ]
            assert page.locator("[data-starts]:visible").all_inner_texts() == expected, typed
            (closing,) = (s.end for s in slots if s.block.id == handbook.programme.closing)
            warning = " ".join(page.locator("[data-closing]:visible").all_inner_texts())
            late, hungry = closing > ends_by, closing > food
            assert (clock_time(ends_by, language) in warning) == late
            assert (clock_time(food, language) in warning) == (hungry and not late)


def test_the_last_moment_to_start_is_not_too_late(workplace):
    """Whoever begins at the time that the warning names is in time; a minute later is not."""
    page = workplace.show("nl", "calculator_programme")
    write(page, START["nl"], "19.00")
    warning = page.locator("[data-closing]:visible")
    latest = re.findall(r"uiterlijk om (\d+)\.(\d\d) uur", warning.inner_text())
    ((hours, minutes),) = latest
    write(page, START["nl"], f"{hours}.{minutes}")
    assert "uiterlijk" not in " ".join(warning.all_inner_texts())
    write(page, START["nl"], clock_short(int(hours) * 60 + int(minutes) + 1, "nl"))
    assert "uiterlijk" in warning.inner_text()


NO_TIMES = [
    ("", "Vul een tijd in", "Fill in a time"),
    ("25.70 uur", "bestaat niet", "no such time"),
    ("24:00", "bestaat niet", "no such time"),
    ("15.60", "bestaat niet", "no such time"),
    ("14 pm", "bestaat niet", "no such time"),
    ("half vier", "lees ik niet", "cannot read"),
    ("-3", "lees ik niet", "cannot read"),
    ("😀", "lees ik niet", "cannot read"),
    ("15.5", "lees ik niet", "cannot read"),
    ("123456", "lees ik niet", "cannot read"),
]


@LANGUAGES
def test_nonsense_for_a_time_gets_a_sentence(language, workplace):
    """What is no time is answered beside the field, and no old times are left standing."""
    page = workplace.show(language, "calculator_programme")
    for typed, *sentences in NO_TIMES:
        field = write(page, START[language], typed)
        assert sentences[language == "en"] in answer(page, field), typed
        assert field.get_attribute("aria-invalid") == "true"
        assert set(page.locator("[data-starts]:visible").all_inner_texts()) == {"\u2013"}
        assert page.locator("[data-closing]:visible").all_inner_texts() == []


def test_a_time_in_the_night_gets_a_question(workplace):
    """Somebody who writes 3.30 is asked whether the afternoon is meant."""
    page = workplace.show("nl", "calculator_programme")
    assert "Bedoel je 15.30 uur?" in answer(page, write(page, START["nl"], "3.30"))


def test_dates_are_those_of_the_schedule(workplace, handbook):
    """For month ends, leap years and turns of the year the browser and Python agree to the day."""
    page = workplace.show("en", "calculator_dates")
    offsets = [moment.offset for moment in handbook.moments]
    # Besides the config's own distances, some that end in every month.
    more = ["-1 month", "+1 month", "-2 months", "+13 months", "-15 months", "-400 days"]
    for place, offset in enumerate(more):
        amount, unit = split_offset(offset)
        page.locator("[data-offset]").nth(place).evaluate(
            "(one, [amount, unit]) => Object.assign(one.dataset, {offset: amount, unit})",
            [amount, unit],
        )
        offsets[place] = offset
    first = date(2028, 1, 1)
    days = [date(2027, 12, 31), date(2028, 2, 29), date(2029, 2, 28), date(2032, 2, 29)]
    days += [first + timedelta(days=11 * step) for step in range(34)]
    days += [date(2028, month, 31) for month in (1, 3, 5, 7, 8, 10, 12)]
    found = page.evaluate(
        """days => days.map(day => {
            const input = document.querySelector("input");
            input.value = day;
            input.dispatchEvent(new Event("change"));
            return [...document.querySelectorAll("time")].map(one => one.dateTime);
        })""",
        [event.isoformat() for event in days],
    )
    for event, dates in zip(days, found, strict=True):
        assert dates == [date_of(event, offset).isoformat() for offset in offsets], event


@pytest.mark.parametrize(
    ("language", "written"), [("nl", "woensdag 1 maart 2028"), ("en", "Wednesday 1 March 2028")]
)
def test_dates_are_written_as_people_say_them(language, written, workplace):
    """A date has its day of the week and its month in the page's language."""
    page = workplace.show(language, "calculator_dates")
    assert page.locator("time").count() == 0
    assert answer(page, page.get_by_label(DAY[language])) == ""
    write(page, DAY[language], "2028-03-01")
    assert page.locator(".is-yours time").inner_text() == written


def test_what_is_past_is_marked(workplace, handbook):
    """Moments before today are marked in words; the advised day is the first with none."""
    page = workplace.show("en", "calculator_dates")
    event = TODAY + timedelta(days=30)
    field = write(page, DAY["en"], event.isoformat())
    past = [one for one in handbook.moments if date_of(event, one.offset) < TODAY]
    assert page.get_by_text("(already past)").count() == len(past) > 0
    said = answer(page, field)
    assert f"soon: {len(past)} of" in said
    first = min((moment.offset for moment in handbook.moments), key=order_of)
    enough = TODAY
    while date_of(enough, first) < TODAY:
        enough += timedelta(days=1)
    assert f"{enough.day} {enough:%B} {enough.year}" in said
    assert answer(page, write(page, DAY["en"], enough.isoformat())) == ""
    assert page.get_by_text("(already past)").count() == 0


NO_DATES = [
    ("2027-03-11", "al geweest", "already been", True),
    ("0027-05-12", "Klopt het jaar", "Is the year right", False),
    ("2072-05-12", "Klopt het jaar", "Is the year right", False),
    ("", "een hele datum", "a whole date", False),
]


@LANGUAGES
def test_nonsense_for_a_date_gets_a_sentence(language, workplace):
    """A day that has been, a slip in the year, or half a date is answered beside the field."""
    page = workplace.show(language, "calculator_dates")
    for typed, *sentences, dates in NO_DATES:
        write(page, DAY[language], "2027-12-01")
        field = write(page, DAY[language], typed)
        assert sentences[language == "en"] in answer(page, field), typed
        assert (page.locator("time:visible").count() > 0) == dates


def test_an_answer_comes_while_one_types(workplace):
    """By keyboard alone: Tab to the field, type, and the answer is there without leaving it."""
    page = workplace.show("nl", "calculator_people")
    page.keyboard.press("Tab")
    expect(page.get_by_label(CUSTOMERS["nl"])).to_be_focused()
    page.keyboard.press("Control+A")
    page.clock.resume()
    page.keyboard.type("10")
    expect(page.locator("[data-result=acceptances]")).to_have_text(
        str(numbers.acceptances_for(workplace.handbook, 10))
    )
    expect(page.locator(".is-yours td").first).to_have_text("10")


@LANGUAGES
def test_without_the_script_the_tables_say_it(language, workplace):
    """Without JavaScript there is no form, and of every calculator a table with numbers."""
    page = workplace.show(language, *ALL, scripts=False)
    assert page.locator("input:visible, select:visible").count() == 0
    for box in page.locator("[data-calculator]").all():
        shown = " ".join(box.locator("td:visible").all_inner_texts())
        assert len(re.findall(r"\d+", shown)) > 15


def test_material_may_bring_in_a_page_later(workplace, handbook):
    """With Material's document$ a calculator comes alive, also one that arrives later."""
    fake = """
        var told = [];
        window.document$ = {subscribe: function (hear) { told.push(hear); hear(); hear(); }};
    """
    page = workplace.show("nl", "calculator_people", before=fake)
    arrived = macros(Context(handbook, "nl"))["calculator_dates"]()
    page.evaluate(
        "html => { document.querySelector('main').insertAdjacentHTML('beforeend', html);"
        " told.forEach(hear => hear()); }",
        arrived,
    )
    write(page, DAY["nl"], "2028-03-01")
    assert page.locator("time").count() == len(handbook.moments)
    write(page, CUSTOMERS["nl"], "9")
    assert page.locator("[data-result=acceptances]").inner_text() == str(
        numbers.acceptances_for(handbook, 9)
    )


def test_a_choice_made_with_help_is_followed(workplace, handbook):
    """The list under the help to choose sets the mode that the programme then shows."""
    page = workplace.show("nl", "decision_help", "calculator_programme")
    default = default_choices(handbook).round3
    other = next(mode for mode in handbook.choices["round3"].modes if mode != default)
    page.locator("#decision-round3").select_option(other)
    assert page.locator("#programme-round3").input_value() == other


@LANGUAGES
def test_words_in_drawings_neither_overlap_nor_run_off(language, workplace):
    """In the browser no line of text in a drawing crosses another one, or the drawing's edge."""
    page = workplace.show(language, *FIGURES[:4])
    wrong = page.evaluate(
        """() => [...document.querySelectorAll("svg")].flatMap(svg => {
            const frame = svg.getBoundingClientRect();
            const texts = [...svg.querySelectorAll("text")].filter(
                one => one.getClientRects().length);
            const boxes = texts.map(one => one.getBoundingClientRect());
            return texts.flatMap((one, place) => {
                const box = boxes[place];
                const off = box.left < frame.left - 1 || box.right > frame.right + 1
                    || box.top < frame.top - 3 || box.bottom > frame.bottom + 3;
                const over = boxes.slice(place + 1).some(other => box.left < other.right - 1
                    && other.left < box.right - 1 && box.top + 3 < other.bottom - 3
                    && other.top + 3 < box.bottom - 3);
                return off || over ? [one.textContent] : [];
            });
        })"""
    )
    assert wrong == []


@LANGUAGES
def test_axe_finds_no_obstacle(language, workplace):
    """Calculators with answers, with objections, and the figures: 0 violations, light and dark."""
    axe = npm_package("axe-core/axe.min.js")
    workplace.page.add_init_script(path=axe)
    # Wide, where no table scrolls: the script that makes those focusable is not here.
    workplace.page.set_viewport_size({"width": 1280, "height": 900})
    page = workplace.show(language, *ALL, *FIGURES)
    found = []
    for customers, start, day in (("9", "15.30", "2027-04-30"), ("400", "25.70", "2027-01-01")):
        write(page, CUSTOMERS[language], customers)
        write(page, START[language], start)
        write(page, DAY[language], day)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            found += page.evaluate(
                "async () => (await axe.run(document)).violations.map(one =>"
                " `${one.id}: ${one.nodes.map(node => node.target.join(' ')).join(' | ')}`)"
            )
    assert found == []

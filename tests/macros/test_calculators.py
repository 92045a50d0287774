"""Calculators without a browser: their tables, their sums, and their sentences."""

import json
import re
from dataclasses import replace

import pytest
from lxml import html

from handbook import numbers
from handbook.choices import Choices, choices_of, default_choices
from handbook.model import Amount, Handbook, Words
from handbook.room import room
from handbook.schedule import clock
from macros import messages
from macros.context import Context, MacroError
from macros.library import macros
from macros.times import clock_time

CALCULATORS = (
    "calculator_people",
    "calculator_speaking_time",
    "calculator_programme",
    "calculator_dates",
)


@pytest.fixture(params=["nl", "en"])
def context(request: pytest.FixtureRequest, handbook: Handbook) -> Context:
    return Context(handbook, request.param)


def element(context: Context, name: str, *arguments: str) -> html.HtmlElement:
    return html.fragment_fromstring(macros(context)[name](*arguments), create_parent="div")


def rows(table: html.HtmlElement) -> list[list[str]]:
    return [[cell.text_content() for cell in row] for row in table.iterfind(".//tbody/tr")]


def with_amounts(handbook: Handbook, **amounts: float) -> Handbook:
    """Return the handbook with other numbers of the rings, by name."""
    data = handbook.model_dump()
    for part in ("inner", "outer", "room"):
        for name, value in amounts.items():
            if name in data["rings"][part]:
                data["rings"][part][name] = Amount(value=value, source=("own",)).model_dump()
    return Handbook.model_validate(data)


@pytest.mark.parametrize(
    ("seats", "side", "outside"), [(7, 8.0, 17), (13, 9.5, 23), (16, 10.5, 26)]
)
def test_a_room_is_as_large_as_its_sum(handbook, seats, side, outside):
    """With the measures of derivation D05 a room gets the size that D05 gives."""
    measured = with_amounts(handbook, chair_pitch=0.8, ring_gap=1.4, chair_depth=0.5, walkway=1.2)
    planned = room(measured, seats)
    assert (planned.side, planned.seats_outside) == (side, outside)


@pytest.mark.parametrize(("wanted", "usual", "careful"), [(12, 16, 18), (10, 14, 15), (6, 8, 9)])
def test_acceptances_are_rounded_up(handbook, wanted, usual, careful):
    """With the factors of derivation D01 come the acceptances of D01."""
    factors = with_amounts(handbook, overbooking=1.33, careful_overbooking=1.5)
    assert numbers.acceptances_for(factors, wanted) == usual
    assert numbers.acceptances_for(factors, wanted, careful=True) == careful


def test_a_whole_number_is_not_rounded_up(handbook):
    """A hundred customers and a tenth more are 110, though a computer makes it a hair more."""
    assert numbers.acceptances_for(with_amounts(handbook, overbooking=1.1), 100) == 110


def test_the_table_of_people_says_what_the_pages_say(context):
    """For the number of customers of each mode the table has that mode's numbers of the pages."""
    handbook = context.handbook
    table = {row[0]: row[1:] for row in rows(element(context, "calculator_people"))}
    for mode in handbook.choices["round3"].modes:
        choices = Choices(default_choices(handbook).round2, mode)
        acceptances, careful, employees, least, _ = table[str(numbers.customers(handbook, choices))]
        assert acceptances == str(numbers.acceptances(handbook, choices))
        assert careful == str(numbers.acceptances(handbook, choices, careful=True))
        assert re.findall(r"\d+", employees) == [
            str(numbers.employees_least(handbook, choices)),
            str(numbers.employees_most(handbook, choices)),
        ]
        assert least == str(numbers.customers_least(handbook, choices))


def test_speaking_time_is_the_round_divided(handbook):
    """75 minutes with 12 customers is about 6 each, with 6 about 12; half a minute goes up."""
    data = handbook.model_dump()
    data["rounds"]["round1"]["minutes"] |= {"usual": 75, "least": 63, "most": 75}
    context = Context(Handbook.model_validate(data), "nl")
    table = {row[0]: row[1:] for row in rows(element(context, "calculator_speaking_time"))}
    assert table["12"] == ["5 minuten", "6 minuten"]
    assert table["6"] == ["11 minuten", "13 minuten"]  # 10.5 and 12.5


def test_a_day_that_ends_late_says_so(handbook):
    """The table warns that food is needed, or that the day ends too late and when to begin."""

    def warning(**changes: str) -> str:
        data = handbook.model_dump()
        data["programme"] |= changes
        context = Context(Handbook.model_validate(data), "en")
        for_word = replace(context, choices=default_choices(handbook), depends=("round2", "round3"))
        (found,) = element(for_word, "calculator_programme").iterfind(".//p")
        return found.text_content()

    assert warning(ends_by="23:59", food_after="23:00") == ""
    assert "a meal" in warning(ends_by="23:59", food_after="16:00")
    assert "after 16:00" in warning(ends_by="23:59", food_after="16:00")
    late = warning(ends_by="19:00", food_after="16:00")
    assert "later than 19:00" in late
    (begin,) = re.findall(r"come in at (\d+:\d\d)", late)
    assert "later than" not in warning(ends_by="19:00", food_after="16:00", welcome_at=begin)


@pytest.mark.parametrize("name", CALCULATORS)
def test_in_word_a_calculator_is_its_table(context, name):
    """A Word file gets the same table, and nothing that only a browser can do."""
    for_word = replace(
        context, choices=choices_of(context.handbook.presets["A"]), depends=("round2", "round3")
    )
    written = element(for_word, name)
    assert rows(written)
    assert not written.xpath(".//input|.//select|.//*[@data-numbers]")


@pytest.mark.parametrize("name", CALCULATORS)
def test_what_the_script_reads_is_whole(context, name):
    """The data of the form is JSON, each field has a label, a hint and a place for a sentence."""
    written = element(context, name)
    (box,) = written.find_class("calculator")
    assert json.loads(box.get("data-numbers"))
    assert json.loads(box.get("data-messages"))
    identifiers = [one.get("id") for one in written.xpath(".//*[@id]")]
    assert len(identifiers) == len(set(identifiers))
    for field in written.xpath(".//input"):
        assert written.xpath(f".//label[@for='{field.get('id')}']")
        assert set(field.get("aria-describedby").split()) <= set(identifiers)


def test_no_form_shows_without_the_script(context):
    """All that needs the script is hidden until the script shows it."""
    for name in CALCULATORS:
        for field in element(context, name).xpath(".//input|.//select"):
            assert field.xpath("ancestor::*[@hidden]"), name


def test_both_languages_leave_the_same_gaps():
    """A sentence has the same {braces} in Dutch and in English."""
    for name, words in messages._MESSAGES.items():
        gaps = [sorted(set(re.findall(r"\{(\w+)\}", text))) for text in (words.nl, words.en)]
        assert gaps[0] == gaps[1], name


def test_config_text_cannot_become_markup(context):
    """Markup in a text of the config shows as text, in calculators, drawings and the help."""
    evil = "<img src=x>&"
    words = Words(nl=evil, en=evil).model_dump()
    data = context.handbook.model_dump()
    data["moments"][0]["name"] = words
    data["programme"]["blocks"][0]["name"] = words
    data["listening_levels"][0]["name"] = words
    mode = data["choices"]["round3"]["modes"]["mixed_groups"]
    mode["name"] = mode["suits"] = words
    data["choices"]["round3"]["steps"][0]["question"] = words
    spoiled = Context(Handbook.model_validate(data), context.language)
    for name in (
        "calculator_dates",
        "calculator_programme",
        "timeline_figure",
        "programme_bar",
        "levels_figure",
        "decision_help",
    ):
        written = macros(spoiled)[name]()
        assert "<img" not in written, name
        assert "&lt;img" in written, name


def test_the_help_to_choose_leads_somewhere_from_everywhere(context):
    """Each question leads to the mode of the config with its reason; the end is the default."""
    language, handbook = context.language, context.handbook
    for choice in ("round2", "round3"):
        described = handbook.choices[choice]
        help_ = element(context, "decision_help", choice)
        wanted = [
            *(described.modes[step.mode] for step in described.steps),
            described.modes[default_choices(handbook)[choice]],
        ]
        named = [
            one.text_content() for one in help_.xpath(".//*[@class='decision__answer']/strong")
        ]
        assert named == [mode.name[language] for mode in wanted]
        reasons = [one.text_content() for one in help_.find_class("decision__reason")]
        for mode, reason in zip(wanted, reasons, strict=True):
            assert mode.suits[language][1:] in reason
        # Whoever answers can arrive at every mode.
        assert set(named) == {mode.name[language] for mode in described.modes.values()}


def test_a_question_that_leads_nowhere_is_refused(handbook):
    """A help to choose that names a mode which does not exist says what to write."""
    data = handbook.model_dump()
    data["choices"]["round2"]["steps"][1]["mode"] = "shouting"
    context = Context(Handbook.model_validate(data), "nl")
    with pytest.raises(MacroError, match=r'question 2 .* "shouting"; write one of: prepared'):
        macros(context)["decision_help"]("round2")


def test_the_form_begins_with_the_day_of_the_config(context):
    """The field for the start holds the time of the config, as people write it."""
    written = element(context, "calculator_programme")
    (field,) = written.xpath(".//input")
    start = clock_time(clock(context.handbook.programme.welcome_at), context.language)
    assert field.get("value") == start.removesuffix(" uur")

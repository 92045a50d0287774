"""Macros turn the config into words, tables and drawings, safely and in both languages."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from lxml import etree, html
from markdown import Markdown

from handbook import numbers
from handbook.choices import Choices, choices_of, default_choices
from handbook.model import Handbook, Language
from handbook.schedule import programme as slots_of
from macros.context import Context, MacroError
from macros.library import macros
from macros.times import clock_short, clock_time, offset_phrase


@pytest.fixture(params=["nl", "en"])
def context(request: pytest.FixtureRequest, handbook: Handbook) -> Context:
    return Context(handbook, request.param)


def word_context(context: Context, preset: str = "C") -> Context:
    choices = choices_of(context.handbook.presets[preset])
    return replace(context, choices=choices, depends=("round2", "round3"))


def call(context: Context, name: str, *arguments: object, **options: object) -> str:
    return macros(context)[name](*arguments, **options)


def test_a_number_follows_the_choice_on_the_site_and_in_word(context: Context):
    """Where a number depends on a mode the site carries one for each, and Word only the chosen."""
    on_site = html.fragment_fromstring(call(context, "minutes", "round3"), create_parent="p")
    shown = {mode: one.text for one in on_site for mode in one.get("data-round3").split()}
    for mode in context.handbook.choices["round3"].modes:
        chosen = Choices(default_choices(context.handbook).round2, mode)
        expected = str(numbers.minutes(context.handbook, "round3", chosen).usual)
        assert shown[mode] == expected
        for_word = replace(context, choices=chosen, depends=("round3",))
        assert call(for_word, "minutes", "round3") == expected


def test_only_the_default_shows_without_javascript(context: Context):
    """Of the numbers for each mode exactly the default one carries the class that shows it."""
    on_site = html.fragment_fromstring(call(context, "minutes", "round3"), create_parent="p")
    (shown,) = [one for one in on_site if "by-choice--default" in one.classes]
    assert default_choices(context.handbook).round3 in shown.get("data-round3").split()


def test_a_pinned_mode_gives_plain_digits(context: Context):
    """Inside a tab the mode is named, and the number needs no marks."""
    written = call(context, "minutes", "round3", round3="mixed_groups")
    chosen = Choices(default_choices(context.handbook).round2, "mixed_groups")
    assert written == str(numbers.minutes(context.handbook, "round3", chosen).usual)


def test_a_choice_that_a_template_does_not_declare_is_refused(context: Context):
    """A Word file with a silent default would be wrong for other choices: say what to add."""
    undeclared = replace(context, choices=default_choices(context.handbook))
    with pytest.raises(MacroError, match=r"add round3 to word\.choices"):
        call(undeclared, "minutes", "round3")
    with pytest.raises(MacroError, match=r"add round. to word\.choices"):
        call(undeclared, "timeline_checklist")


@pytest.mark.parametrize(
    ("name", "arguments", "message"),
    [
        ("field", ["event.dat"], 'did you mean "event.date"'),
        ("rows", ["action", 3], 'no list "action"; there are: .*actions'),
        ("rows", ["actions", 3, ["wat"]], 'no column "wat"; it has: what'),
        ("cell", ["actions", 1, "wat"], 'no column "wat"; it has: what'),
        ("cell", ["guests", 0, "name"], "no row 0; rows count from 1"),
        ("checklist", ["venu"], 'no checklist "venu"; write one of: .*venue'),
        ("minutes", ["round4"], '"round4" is not a part of the programme'),
        ("minutes", ["round3", None, "swap"], '"swap" is not a mode of round3; write one of'),
        ("moment", ["invite"], 'no moment "invite"'),
        ("role", ["boss"], 'no role "boss"'),
        ("mode", ["swap"], 'no mode "swap"'),
        ("rings", ["round9"], 'no round "round9"'),
        ("questions", ["all"], 'no questions "all"'),
        ("blank", ["Wat viel op", "Wat viel op?"], "cannot be an id"),
        ("widths", [50, 60], "add up to 110"),
        ("starts", ["lunch"], "not a block of the programme"),
    ],
)
def test_a_misspelt_name_says_what_to_write(
    context: Context, name: str, arguments: list[object], message: str
):
    """Every macro names the mistake and the names that exist."""
    with pytest.raises(MacroError, match=message):
        call(context, name, *arguments)


def test_a_block_that_is_not_always_held_needs_its_mode(context: Context):
    """The time of the conferral exists with one mode only: name it, or be told to."""
    with pytest.raises(MacroError, match='round3="organisation_answer"'):
        call(context, "starts", "conferral")
    assert re.search(r"\d", call(context, "starts", "conferral", round3="organisation_answer"))


def test_config_text_cannot_become_markup(context: Context):
    """Markup in a text of the config shows as text, in tables, lists, labels and drawings."""
    evil = '<img src=x onerror="alert(1)">&'
    data = context.handbook.model_dump()
    for words in (
        data["rounds"]["round1"]["name"],
        data["ground_rules"][0]["text"],
        data["programme"]["blocks"][0]["name"],
        data["fields"]["event"]["fields"]["date"]["label"],
        data["roles"]["lead"]["name"],
        next(iter(data["checklists"].values()))["items"][0]["text"],
    ):
        words["nl"] = words["en"] = evil
    spoiled = replace(context, handbook=Handbook.model_validate(data))
    for name, arguments in (
        ("rounds_table", []),
        ("ground_rules", []),
        ("run_sheet", []),
        ("rings", ["round1"]),
        ("field", ["event.date"]),
        ("timeline_checklist", []),
        ("roles", []),
        ("round_name", ["round1"]),
        ("role", ["lead"]),
    ):
        written = call(spoiled, name, *arguments)
        assert "<img" not in written, name
        assert "&lt;img" in written, name


def test_the_programme_adds_up_for_every_preset(context: Context):
    """Each block begins when the one before it ends, and the table shows just these times."""
    for preset in context.handbook.presets.values():
        slots = slots_of(context.handbook, choices_of(preset))
        assert all(first.end == second.start for first, second in pairwise(slots))
        pinned = call(context, "programme", round2=preset.round2, round3=preset.round3)
        for slot in slots:
            if slot.block.audience == "everyone":
                assert clock_short(slot.start, context.language) in pinned


def test_customers_do_not_see_what_only_the_team_does(context: Context):
    """The customers' programme leaves out setting up and the briefing; the run sheet has them."""
    briefing = next(b for b in context.handbook.programme.blocks if b.id == "briefing")
    name = html.document_fromstring(f"<p>{briefing.name[context.language]}</p>").text_content()
    assert name not in call(context, "programme")
    assert name in call(context, "run_sheet")


@pytest.mark.parametrize("preset", ["A", "B", "C"])
@pytest.mark.parametrize("round_name", ["round1", "round2", "round3"])
def test_the_ring_figure_has_as_many_seats_as_the_config_says(
    context: Context, preset: str, round_name: str
):
    """As many filled dots as customers, one diamond, and at least as many open dots."""
    word = word_context(context, preset)
    assert word.choices is not None
    drawn = html.fragment_fromstring(call(word, "rings", round_name))
    seats = {
        kind: len(drawn.find_class(f"seat-{kind}"))
        for kind in ("customer", "employee", "facilitator")
    }
    assert seats["customer"] == numbers.customers(context.handbook, word.choices)
    assert seats["employee"] >= numbers.employees_least(context.handbook, word.choices)
    assert seats["facilitator"] == 1


def test_who_may_speak_shows_without_colour(context: Context):
    """In round 1 every customer and the facilitator have arcs, and no employee has."""
    word = word_context(context)
    assert word.choices is not None
    drawn = html.fragment_fromstring(call(word, "rings", "round1"))
    customers = numbers.customers(context.handbook, word.choices)
    assert len(drawn.find_class("speaks--customers")) == customers
    assert len(drawn.find_class("speaks--facilitator")) == 1
    assert not drawn.find_class("speaks--employees")


def test_a_figure_tells_screen_readers_what_it_shows(context: Context):
    """Title and description exist, are referred to, and name the number of customers."""
    word = word_context(context)
    assert word.choices is not None
    svg = re.search(r"<svg.*</svg>", call(word, "rings", "round1"), re.DOTALL)
    assert svg is not None
    root = etree.fromstring(svg[0])
    texts = {one.get("id"): one.text for one in root if one.get("id")}
    assert root.get("role") == "img"
    labels = root.get("aria-labelledby").split()
    assert set(labels) == set(texts)
    assert str(numbers.customers(context.handbook, word.choices)) in texts[labels[1]]


def test_seats_do_not_overlap(context: Context):
    """No two seats of a figure stand closer than their size, whatever is chosen."""
    for preset in context.handbook.presets:
        for round_name in ("round1", "round2", "round3"):
            drawn = html.fragment_fromstring(
                call(word_context(context, preset), "rings", round_name)
            )
            places = [
                (float(dot.get("cx")), float(dot.get("cy")))
                for kind in ("seat-customer", "seat-employee")
                for dot in drawn.find_class(kind)
            ]
            closest = min(
                ((a - c) ** 2 + (b - d) ** 2) ** 0.5
                for index, (a, b) in enumerate(places)
                for c, d in places[:index]
            )
            assert closest >= 32, (preset, round_name, closest)


def test_a_cell_is_the_blank_of_a_table_row_in_another_place(context: Context):
    """Path, kind and placeholder are those of the table; the label has the number of the row."""
    cells = html.fragment_fromstring(call(context, "rows", "guests", 3, ["name", "came"]))
    in_table = {one.get("data-path"): one for one in cells.iter("span")}
    for column in ("name", "came"):
        alone = html.fragment_fromstring(call(context, "cell", "guests", 3, column))
        same = in_table[f"lists.guests.3.{column}"]
        assert alone.get("data-path") == same.get("data-path")
        assert alone.get("data-kind") == same.get("data-kind")
        assert alone.text == same.text
        assert alone.get("data-label") == f"{same.get('data-label')} 3"


def test_a_blank_says_where_its_value_lives(context: Context):
    """Site, Word and form find the same value by the same path."""
    blank = html.fragment_fromstring(call(context, "field", "event.date"))
    assert (blank.get("data-path"), blank.get("data-kind")) == ("event.date", "date")
    label = context.handbook.fields["event"].fields["date"].label[context.language]
    assert blank.get("data-label") == label
    assert blank.text == f"[{label[0].lower()}{label[1:]}]"


def test_rows_have_a_blank_for_every_column(context: Context):
    """Six rows of actions give six times every column, each with a path of its own."""
    table = html.fragment_fromstring(call(context, "rows", "actions", 6))
    columns = list(context.handbook.lists["actions"].columns)
    paths = [one.get("data-path") for one in table.xpath(".//*[@data-path]")]
    assert paths == [f"lists.actions.{row}.{column}" for row in range(1, 7) for column in columns]


def test_a_time_of_the_day_can_follow_an_event(context: Context):
    """The clock time is text on the page, and says where an event's own time would come from."""
    time = html.fragment_fromstring(call(context, "starts", "round1"), create_parent="p")
    (span,) = time.iter("span")
    assert (span.get("class"), span.get("data-path")) == ("computed", "times.round1.start")
    (slot,) = [
        s
        for s in slots_of(context.handbook, default_choices(context.handbook))
        if s.block.id == "round1"
    ]
    assert time.text_content() == clock_time(slot.start, context.language)


def test_a_pinned_time_says_for_which_mode_it_is(context: Context):
    """Inside a tab the time is that of the day with this mode, also with an event's own times."""
    time = html.fragment_fromstring(
        call(context, "starts", "round3", round3="ring_swap"), create_parent="p"
    )
    spans = time.xpath(".//span[@data-path]")
    assert {span.get("data-pins") for span in spans} == {'{"round3": "ring_swap"}'}


def test_moments_read_as_people_say_them():
    """An offset becomes a phrase, in one and more than one, before and after."""
    expected: dict[tuple[str, Language], str] = {
        ("-8 weeks", "nl"): "8 weken vóór de bijeenkomst",
        ("-1 week", "nl"): "1 week vóór de bijeenkomst",
        ("+1 day", "en"): "1 day after the session",
        ("0 days", "nl"): "op de dag zelf",
        ("+6 months", "en"): "6 months after the session",
    }
    assert {key: offset_phrase(*key) for key in expected} == expected


def test_who_wants_an_edition_of_their_own_is_led_to_the_files(context: Context):
    """Where the files of an edition stand is a link, once it is known; without it, words."""
    assert "](" not in call(context, "source_place")
    address = "https://git.example.org/linde(2)"
    known = context.handbook.publication.model_copy(update={"source": address})
    own = replace(context, handbook=context.handbook.model_copy(update={"publication": known}))
    (link,) = html.fragments_fromstring(Markdown().convert(call(own, "source_place")))
    assert link.xpath("string(.//a/@href)") == address

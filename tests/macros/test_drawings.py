"""Drawings show what the config says, to scale, and can be read."""

import re
from dataclasses import replace
from itertools import combinations, pairwise
from math import hypot, pi

import pytest
from hypothesis import given
from hypothesis import strategies as some
from lxml import etree, html

from handbook import numbers
from handbook.choices import Choices, default_choices
from handbook.model import Amount, Handbook
from handbook.schedule import order_of
from handbook.schedule import programme as slots_of
from macros.context import Context
from macros.drawing import WIDTH, spread
from macros.library import macros
from macros.times import clock_short

DRAWINGS = ("room_plan", "timeline_figure", "programme_bar", "levels_figure")


@pytest.fixture(params=["nl", "en"])
def context(request: pytest.FixtureRequest, handbook: Handbook) -> Context:
    return Context(handbook, request.param)


def drawings(context: Context, name: str) -> dict[str, etree._Element]:
    """Return the drawings of a macro by the modes of round 3 they are for."""
    written = html.fragment_fromstring(macros(context)[name](), create_parent="div")
    return {" ".join(svg.xpath("ancestor::*/@data-round3")): svg for svg in written.xpath(".//svg")}


def number(element: etree._Element, name: str) -> float:
    return float(element.get(name))


def middles(svg: etree._Element, name: str) -> list[tuple[float, float]]:
    return [(number(one, "cx"), number(one, "cy")) for one in svg.xpath(f".//*[@class='{name}']")]


@given(some.lists(some.tuples(some.floats(0, 1000), some.floats(1, 100)), min_size=1, max_size=20))
def test_labels_keep_their_distance(pairs):
    """Wherever labels want to be, they keep their order and their distance; none moves up."""
    wanted = sorted(place for place, _ in pairs)
    distances = [distance for _, distance in pairs][1:]
    places = spread(wanted, distances)
    assert places[0] >= wanted[0] - 1e-6
    for (first, second), distance in zip(pairwise(places), distances, strict=True):
        assert second - first >= distance - 1e-6


def test_labels_with_room_stay_where_they_belong():
    """Labels that are far enough apart are not moved at all."""
    assert spread([0, 50, 200], [30, 30]) == pytest.approx([0, 50, 200])


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_drawing_can_be_heard(context, name):
    """Each drawing has a title and a description of its own, and no id stands twice."""
    found = drawings(context, name)
    identifiers = [one for svg in found.values() for one in svg.xpath(".//@id")]
    assert len(identifiers) == len(set(identifiers))
    for svg in found.values():
        title, description = svg.get("aria-labelledby").split()
        assert svg.xpath(f"string(./title[@id='{title}'])")
        assert len(svg.xpath(f"string(./desc[@id='{description}'])").split()) > 8


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_drawing_has_only_colours_that_follow(context, name):
    """Every colour is one of the brand's, so that it follows a fork and the dark."""
    brand = {one for one in vars(context.handbook.brand).values() if str(one).startswith("#")}
    for svg in drawings(context, name).values():
        used = set(svg.xpath(".//@fill|.//@stroke"))
        assert used - {"none"} <= brand


@pytest.mark.parametrize("name", DRAWINGS)
def test_letters_are_large_enough_for_a_phone(context, name):
    """On a phone of 390 pixels no letter is smaller than 12 pixels."""
    for svg in drawings(context, name).values():
        for size in svg.xpath(".//@font-size"):
            assert float(size) * (390 - 36) / WIDTH >= 12


def test_the_room_has_a_place_for_everyone(context):
    """The plan has a chair for each acceptance, one diamond, and the most employees that fit."""
    handbook = context.handbook
    for modes, svg in drawings(context, "room_plan").items():
        choices = Choices(default_choices(handbook).round2, modes.split()[0])
        customers = middles(svg, "seat-customer")
        employees = middles(svg, "seat-employee")
        # In each ring one place is for a wheelchair.
        assert len(svg.xpath(".//*[@class='seat-wheelchair']")) == 2
        assert len(customers) + 1 == numbers.chairs(handbook, choices)
        assert len(employees) + 1 == numbers.employees_most(handbook, choices)
        assert len(svg.xpath(".//*[@class='seat-facilitator']")) == 1


@pytest.mark.parametrize("pitch", [0.6, 0.8, 1.1])
@pytest.mark.parametrize("target", [5, 12, 24])
def test_the_room_is_drawn_to_scale(handbook, pitch, target):
    """Chairs touch neither each other nor the wall, and stand as far apart as the config says."""
    data = handbook.model_dump()
    data["rings"]["room"]["chair_pitch"] = Amount(value=pitch, source=("own",)).model_dump()
    data["rings"]["inner"]["target"] = Amount(value=target, source=("own",)).model_dump()
    for svg in drawings(Context(Handbook.model_validate(data), "nl"), "room_plan").values():
        (walls,) = svg.xpath(".//rect[not(@class) and @width > 200]")
        left, width = number(walls, "x"), number(walls, "width")
        metre = width / float(
            svg.xpath("string(.//text[contains(., ' m')])").removesuffix(" m").replace(",", ".")
        )
        customers, employees = middles(svg, "seat-customer"), middles(svg, "seat-employee")
        depth = handbook.rings.room.chair_depth.value
        for (x1, y1), (x2, y2) in combinations([*customers, *employees], 2):
            assert hypot(x1 - x2, y1 - y2) / metre >= depth
        for x, y in employees:
            assert left + depth * metre / 2 < x < left + width - depth * metre / 2
            assert depth * metre / 2 < y < walls_bottom(walls) - depth * metre / 2
        # A ring is measured along the front of its chairs, half a chair from their middles.
        x, y = customers[0]
        middle_x, middle_y = left + width / 2, number(walls, "y") + width / 2
        radius = hypot(x - middle_x, y - middle_y) / metre - depth / 2
        assert 2 * pi * radius / (len(customers) + 2) == pytest.approx(pitch, rel=0.01)


def test_the_room_in_word_has_its_measures_too(context):
    """Word's pictures are painted without letters: there each measure is drawn as lines."""
    choices = default_choices(context.handbook)
    (on_the_site,) = (
        svg for modes, svg in drawings(context, "room_plan").items() if choices.round3 in modes
    )
    (in_word,) = drawings(
        replace(context, choices=choices, depends=("round3",)), "room_plan"
    ).values()
    measures = [
        words
        for words in on_the_site.xpath(".//text/text()")
        if re.fullmatch(r"[\d.,]+( m)?", words)
    ]
    drawn = in_word.xpath(".//*[@class='number']")
    assert [len(one) for one in drawn] == [len(words.replace(" ", "")) for words in measures]
    assert len(measures) >= 6
    assert not in_word.xpath(".//text")


def walls_bottom(walls: etree._Element) -> float:
    return number(walls, "y") + number(walls, "height")


def test_the_timeline_is_to_scale_and_complete(context):
    """Every moment stands on the line at its own distance, and its name beside it, in order."""
    (svg,) = drawings(context, "timeline_figure").values()
    days = sorted({order_of(moment.offset) for moment in context.handbook.moments})
    marks = sorted(number(dot, "cy") for dot in svg.xpath(".//circle"))
    unit = (marks[-1] - marks[0]) / (days[-1] - days[0])
    for day, mark in zip(days, marks, strict=True):
        assert mark - marks[0] == pytest.approx((day - days[0]) * unit, abs=0.1)
    words = " ".join(svg.xpath(".//text/text()"))
    names = [
        moment.name[context.language]
        for moment in sorted(context.handbook.moments, key=lambda one: order_of(one.offset))
    ]
    places = [words.find(name) for name in names]
    assert -1 not in places
    assert places == sorted(places)


def test_lines_of_text_do_not_touch(context):
    """No two lines of text of the timeline or the day come closer than a line's height."""
    for name in ("timeline_figure", "programme_bar"):
        for svg in drawings(context, name).values():
            columns: dict[str, list[float]] = {}
            for line in svg.xpath(".//text[not(@text-anchor)]"):
                columns.setdefault(line.get("x"), []).append(number(line, "y"))
            for places in columns.values():
                assert all(second - first >= 28 for first, second in pairwise(sorted(places)))


def test_a_block_is_as_tall_as_it_is_long(context):
    """In the bar of the day each block has the height of its minutes, and the time it begins."""
    for modes, svg in drawings(context, "programme_bar").items():
        choices = Choices(default_choices(context.handbook).round2, modes.split()[0])
        slots = slots_of(context.handbook, choices)
        heights = [number(box, "height") for box in svg.xpath(".//rect")]
        minute = heights[0] / slots[0].minutes
        assert heights == pytest.approx([slot.minutes * minute for slot in slots], abs=0.1)
        words = svg.xpath(".//text/text()")
        times = [word for word in words if re.fullmatch(r"\d+[.:]\d\d", word)]
        expected = [slot.start for slot in slots] + [slots[-1].end]
        assert times == [clock_short(minutes, context.language) for minutes in expected]


def test_each_level_has_its_own_attention(context):
    """The three scenes name the levels of the config, and say where the attention goes."""
    (svg,) = drawings(context, "levels_figure").values()
    words = " ".join(svg.xpath(".//text/text()"))
    for level in context.handbook.listening_levels:
        assert level.name[context.language] in words
    light = [
        number(circle, "cx")
        for circle in svg.xpath(".//circle[not(@class)]")
        if circle.get("fill") == context.handbook.brand.band
    ]
    assert light == sorted(set(light)) and len(light) == len(context.handbook.listening_levels)

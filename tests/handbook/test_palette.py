"""Colours: whatever the house style, all that stands on one another can be read."""

import pytest
from coloraide import Color
from hypothesis import example, given, settings
from hypothesis import strategies as st

from handbook.load import load
from handbook.model import Brand, Handbook
from handbook.organisation import Colours
from handbook.palette import (
    BRIGHT,
    LETTERS,
    SHAPES,
    Palette,
    changes,
    contrast,
    dark,
    house,
    least_contrast,
    light,
    ratio,
)
from tests.handbook.mistakes import PROJECT

# From pale yellow to black: what organisations really use, and what no letter can be read on.
HOUSE_COLOURS = (
    *("#FFF9C4", "#FFE600", "#FFB400", "#FF7A00", "#FF3B30", "#E30613", "#A50034", "#FF69B4"),
    *("#B000B5", "#5B2D8E", "#1A237E", "#0057B8", "#00A3E0", "#00C2A8", "#009B48", "#8DC63F"),
    *("#C8C8C8", "#808080", "#3C3C3C", "#000000"),
)
any_colour = st.integers(0, 0xFFFFFF).map("#{:06X}".format)


def brand_of(colours: Colours) -> Brand:
    brand = load(PROJECT / "handbook.yml").brand
    return brand.model_copy(update=house(colours, brand))


def assert_readable(palette: Palette) -> None:
    """Assert each pair of colours of which site.css or a drawing lays the one on the other."""
    for part in ("ink", "ink_soft", "outer", "inner"):
        surfaces = palette.surfaces(part)
        assert least_contrast(getattr(palette, part), surfaces) >= LETTERS, (part, palette)
    assert contrast(palette.on_outer, palette.outer) >= LETTERS
    assert contrast(palette.on_fill, palette.fill) >= LETTERS
    assert contrast(palette.on_fill, palette.fill_hover) >= LETTERS
    # A sign on a dot of the inner ring, and numbers on a block of the outer ring.
    assert contrast(palette.ground, palette.inner) >= LETTERS
    assert contrast(palette.paper, palette.outer) >= LETTERS
    # Chairs on the bands of the rings.
    assert contrast(palette.outer, palette.line) >= SHAPES
    assert contrast(palette.inner, palette.band) >= SHAPES


def test_the_shipped_brand_is_readable_and_is_used_as_it_is(handbook: Handbook) -> None:
    """Our own colours need no other shade in the light view, and are readable in both."""
    brand = handbook.brand
    shown = light(brand)
    assert_readable(shown)
    assert_readable(dark(brand))
    for name in ("ink", "ground", "paper", "outer", "inner", "line", "band"):
        assert getattr(shown, name) == getattr(brand, name)
    assert shown.fill == brand.outer


@pytest.mark.parametrize("main", HOUSE_COLOURS)
def test_any_house_colour_makes_a_readable_palette(main: str) -> None:
    """From pale yellow to black, with an accent of its own or without one."""
    for accent in (None, "#FFF9C4", "#000000"):
        brand = brand_of(Colours(main=main, accent=accent))
        assert_readable(light(brand))
        assert_readable(dark(brand))


@settings(max_examples=25, deadline=None)
@given(any_colour, any_colour, any_colour, any_colour)
@example("#FFFFFF", "#FFFFFF", "#FFFFFF", "#000000")
@example("#000000", "#000000", "#FFFF00", "#00FF00")
def test_no_colours_make_an_unreadable_palette(
    main: str, accent: str, text: str, background: str
) -> None:
    """Whatever stands at the four keys, even white letters on black pages."""
    brand = brand_of(Colours(main=main, accent=accent, text=text, background=background))
    assert_readable(light(brand))
    assert_readable(dark(brand))
    assert contrast(brand.ground, "#000000") >= BRIGHT


@pytest.mark.parametrize("main", ["#FFE600", "#E30613", "#8DC63F", "#00A3E0", "#B000B5"])
def test_another_shade_keeps_the_hue(main: str) -> None:
    """What is made lighter or darker is still recognisably the same colour."""
    brand = brand_of(Colours(main=main))
    hue = Color(main).convert("oklch")["hue"]
    for shade in (light(brand).outer, dark(brand).outer):
        turned = abs(Color(shade).convert("oklch")["hue"] - hue)
        assert min(turned, 360 - turned) < 8, shade


def test_a_colour_that_can_be_read_is_used_as_it_is() -> None:
    """Nothing is changed that need not be."""
    brand = brand_of(Colours(main="#0B5C8A", accent="#8A2B6B"))
    assert (brand.outer, brand.inner, brand.fill) == ("#0B5C8A", "#8A2B6B", "#0B5C8A")


def test_a_button_keeps_the_colour_of_the_house(handbook: Handbook) -> None:
    """Even a pale yellow one: its letters become dark."""
    brand = brand_of(Colours(main="#FFE680"))
    assert light(brand).fill == "#FFE680"
    assert light(brand).on_fill == brand.ink
    assert light(brand_of(Colours(main="#0B5C8A"))).on_fill == handbook.brand.paper


def test_what_is_used_instead_is_told_with_its_ratio() -> None:
    """Each colour that cannot be read is named once for each view, before and after."""
    colours = Colours(main="#FFE680", accent="#0B5C8A")
    told = {(change.name, change.view): change for change in changes(colours, brand_of(colours))}
    assert set(told) == {("main", "light"), ("accent", "dark")}
    for change in told.values():
        assert change.before < LETTERS <= change.after
        assert change.own != change.used


def test_a_ratio_is_never_rounded_up() -> None:
    """4.49 to 1 is not enough, and is not written as if it were."""
    assert ratio(4.499) == "4.4:1"
    assert ratio(4.5) == "4.5:1"


def test_check_says_so_with_the_line(handbook: Handbook) -> None:
    """The reason and the shade stand in one line, at the key in organisation.yml."""
    from handbook.document import parse
    from handbook.overlay import organisation_of, remarks

    written = parse('name: A\ncolours:\n  main: "#FFE680"\n', "organisation.yml")
    organisation, _ = organisation_of(written, handbook)
    brand = handbook.brand.model_copy(update=house(organisation.colours, handbook.brand))
    laid_over = handbook.model_copy(update={"brand": brand})
    (told,) = [str(written.problem(found)) for found in remarks(organisation, laid_over)]
    assert told.startswith('organisation.yml:3: colours.main: "#FFE680" differs 1.')
    assert "4.5:1 is needed; links and lines become #" in told

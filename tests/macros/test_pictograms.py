"""Pictograms: pictures that say something to whoever does not like to read."""

import re

import pytest
from lxml import html

from macros.context import Context, MacroError
from macros.library import macros

NAMES = ("bag", "calendar", "choice", "gift", "glad", "help", "lock", "phone", "place", "so_so")
NAMES += ("sorry", "talk")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_each_pictogram_looks_and_sounds_different(handbook, language):
    """Whoever sees them and whoever hears them can tell them apart."""
    draw = macros(Context(handbook, language))["pictogram"]
    drawn = {name: html.fragment_fromstring(draw(name)) for name in NAMES}
    looks = {re.sub(r"<desc.*?</desc>|pictogram-\w+", "", draw(name)) for name in NAMES}
    heard = {one.xpath("string(.//desc)") for one in drawn.values()}
    assert len(looks) == len(heard) == len(NAMES)
    assert "" not in heard
    for one in drawn.values():
        assert one.xpath(".//svg/@aria-labelledby") == one.xpath(".//desc/@id")


def test_a_pictogram_has_only_colours_that_follow(handbook):
    """Every colour is one of the brand's, so that it follows a fork and the dark."""
    brand = {one for one in vars(handbook.brand).values() if str(one).startswith("#")}
    draw = macros(Context(handbook, "nl"))["pictogram"]
    for name in NAMES:
        used = html.fragment_fromstring(draw(name)).xpath(".//@fill|.//@stroke")
        assert set(used) - {"none"} <= brand


def test_an_unknown_pictogram_is_answered_with_those_there_are(handbook):
    with pytest.raises(MacroError, match='no pictogram "happy"; write one of: bag, calendar,'):
        macros(Context(handbook, "nl"))["pictogram"]("happy")

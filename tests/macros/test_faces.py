"""The faces of an evaluation."""

import pytest
from lxml import html

from macros.context import Context, MacroError
from macros.library import macros

FACES = ("glad", "so_so", "sorry")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_each_face_looks_and_sounds_different(handbook, language):
    """Whoever sees them and whoever hears them can tell the three faces apart."""
    drawn = [
        html.fragment_fromstring(macros(Context(handbook, language))["face"](name))
        for name in FACES
    ]
    assert len({one.xpath("string(.//path/@d)") for one in drawn}) == 3
    heard = [one.xpath("string(.//desc)") for one in drawn]
    assert len(set(heard)) == 3 and all(heard)
    for one in drawn:
        assert one.xpath(".//svg/@aria-labelledby") == one.xpath(".//desc/@id")


def test_an_unknown_face_is_answered_with_those_there_are(handbook):
    with pytest.raises(MacroError, match='no face "happy"; write one of: glad, so_so, sorry'):
        macros(Context(handbook, "nl"))["face"]("happy")

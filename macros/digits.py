"""Numbers drawn as lines: for Word, where a drawing is painted without any letters at hand."""

import re
from typing import NamedTuple

from macros.drawing import LETTER


class Glyph(NamedTuple):
    """One character: how far the next one stands, and its lines on a field 10 units high."""

    advance: float
    lines: str


_GLYPHS = {
    "0": Glyph(8, "M3 0C5 0 6 2 6 5S5 10 3 10 0 8 0 5 1 0 3 0Z"),
    "1": Glyph(6, "M.6 2.2L3.4 0V10"),
    "2": Glyph(8, "M.1 2.7C.1 1 1.3 0 3 0S5.9 1 5.9 2.7C5.9 5 1.6 7.4 0 10H6.1"),
    "3": Glyph(
        8,
        "M.3 1.6C.9 .6 1.8 0 3 0 4.7 0 5.7 1 5.7 2.4S4.6 4.8 2.4 4.8C4.7 4.8 6 5.8 6 7.4"
        "S4.8 10 3 10C1.6 10 .6 9.4 0 8.3",
    ),
    "4": Glyph(8, "M4.6 10V0L0 7H6.3"),
    "5": Glyph(
        8, "M5.5 0H1L.6 4.7C1.3 4.1 2.1 3.8 3 3.8 4.8 3.8 6 5 6 6.9S4.8 10 3 10C1.7 10 .6 9.4 0 8.4"
    ),
    "6": Glyph(
        8,
        "M5.4 .7C4.8 .2 4.1 0 3.4 0 1.3 0 0 2.4 0 5.8 0 8.6 1.2 10 3 10S6 8.7 6 6.9 4.8 3.9 3.1 3.9"
        "C1.5 3.9 .2 5 0 6.6",
    ),
    "7": Glyph(8, "M0 0H6L2.1 10"),
    "8": Glyph(
        8,
        "M3 4.7C1.4 4.7 .4 3.7 .4 2.4S1.4 0 3 0 5.6 1 5.6 2.4 4.6 4.7 3 4.7C1.2 4.7 0 5.8 0 7.4"
        "S1.2 10 3 10 6 8.9 6 7.4 4.8 4.7 3 4.7Z",
    ),
    "9": Glyph(
        8,
        "M.6 9.3C1.2 9.8 1.9 10 2.6 10 4.7 10 6 7.6 6 4.2 6 1.4 4.8 0 3 0S0 1.3 0 3.1 1.2 6.1"
        " 2.9 6.1C4.5 6.1 5.8 5 6 3.4",
    ),
    ",": Glyph(3.2, "M1 9.6L.2 11.8"),
    ".": Glyph(3.2, "M.6 9.7V10"),
    "m": Glyph(
        10.4,
        "M0 10V3.6M0 5.6C.5 4.3 1.4 3.5 2.5 3.5 3.7 3.5 4.1 4.3 4.1 5.6V10"
        "M4.1 5.6C4.6 4.3 5.5 3.5 6.6 3.5 7.8 3.5 8.2 4.3 8.2 5.6V10",
    ),
    " ": Glyph(3.4, ""),
}
_GAP = 2
"""What an advance leaves free behind the last character."""
_UNIT = LETTER * 0.068
"""A tenth of the height of a digit, beside letters of the usual size."""
_TEXT = re.compile(
    r'<text x="(?P<x>[\d.-]+)" y="(?P<y>[\d.-]+)"(?: font-weight="700")?'
    r'(?: text-anchor="(?P<anchor>middle|end)")?>(?P<words>[^<]*)</text>'
)


def without_letters(svg: str, colour: str) -> str:
    """Return a drawing with its numbers as lines in one colour, and without any other text."""

    def drawn(found: re.Match[str]) -> str:
        words = found["words"]
        if not all(character in _GLYPHS for character in words):
            return ""
        return _number(float(found["x"]), float(found["y"]), words, found["anchor"], colour)

    return _TEXT.sub(drawn, svg)


def _number(x: float, y: float, words: str, anchor: str | None, colour: str) -> str:
    width = (sum(_GLYPHS[one].advance for one in words) - _GAP) * _UNIT
    left = x - {"middle": width / 2, "end": width}.get(anchor or "", 0)
    lines, at = [], 0.0
    for character in words:
        advance, path = _GLYPHS[character]
        if path:
            lines.append(f'<path transform="translate({at:g})" d="{path}"/>')
        at += advance
    return (
        f'<g class="number" transform="translate({left:.1f} {y - 10 * _UNIT:.1f}) '
        f'scale({_UNIT:.3f})" fill="none" stroke="{colour}" stroke-width="1.5" '
        f'stroke-linecap="round" stroke-linejoin="round">{"".join(lines)}</g>'
    )

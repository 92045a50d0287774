"""The parts that drawings are made of: the frame, lines of text, labels that keep clear.

As in figures.py the colours are literal, and those of the brand: the site's style sheet turns
them into variables, so that they follow light and dark.
"""

from collections.abc import Sequence
from html import escape
from textwrap import wrap

from handbook.model import Brand, Language

WIDTH = 640
"""Units across every drawing; on a phone a unit is a little over half a pixel."""
LETTER = 24
"""Height of letters in units: 13 pixels on a phone."""
LINE = 29
"""Distance between two lines of text."""
LETTER_WIDTH = 0.48
"""Average width of a letter as a share of its height, on the safe side."""


def frame(
    identifier: str, title: str, description: str, height: float, body: str, brand: Brand
) -> str:
    """Return an SVG drawing with its title and its description in words."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" role="img" '
        f'aria-labelledby="{identifier}-title {identifier}-description">'
        f'<title id="{identifier}-title">{escape(title)}</title>'
        f'<desc id="{identifier}-description">{escape(description)}</desc>'
        f'<g fill="{brand.ink}" font-size="{LETTER}">{body}</g></svg>'
    )


def figure(name: str, svg: str, caption: str) -> str:
    """Return a drawing as a figure of the page."""
    return (
        f'<figure class="{name}" data-width="110">{svg}'
        f"<figcaption>{escape(caption)}</figcaption></figure>"
    )


def text(x: float, y: float, words: str, *, bold: bool = False, anchor: str = "start") -> str:
    """Return a line of text; `y` is the middle of its letters."""
    weight = ' font-weight="700"' if bold else ""
    end = "" if anchor == "start" else f' text-anchor="{anchor}"'
    # Half the height of the lower-case letters and a little more: the middle of "x".
    return f'<text x="{x:.1f}" y="{y + LETTER * 0.32:.1f}"{weight}{end}>{escape(words)}</text>'


def lines(words: str, width: float) -> list[str]:
    """Return words broken into lines that fit a width."""
    return wrap(words, int(width / (LETTER * LETTER_WIDTH)), break_long_words=False)


def spread(wanted: Sequence[float], distances: Sequence[float]) -> list[float]:
    """Return places as close as can be to the wanted ones, that keep their distances.

    `distances[n]` is the least distance between place n and place n + 1. No place comes before
    the first one wanted.
    """
    # What is wanted, less the room that the places before it take, may not fall: places where
    # it does fall form a block, that lies at its average.
    taken = [sum(distances[:place]) for place in range(len(wanted))]
    blocks: list[tuple[float, int]] = []
    for place, used in zip(wanted, taken, strict=True):
        total, count = place - used, 1
        while blocks and blocks[-1][0] / blocks[-1][1] > total / count:
            before = blocks.pop()
            total, count = total + before[0], count + before[1]
        blocks.append((total, count))
    free = [max(total / count, wanted[0]) for total, count in blocks for _ in range(count)]
    return [place + used for place, used in zip(free, taken, strict=True)]


def metres(length: float, language: Language) -> str:
    """Return a length in digits: "10,5" or "10.5"."""
    digits = f"{length:g}"
    return digits.replace(".", ",") if language == "nl" else digits

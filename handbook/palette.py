"""Colours: all that a brand needs, from one or two of a house style, and readable.

Whether colours can be read together is reckoned, as WCAG 2.2 has it: letters and what they stand
on differ at least 4.5 to 1 (criterion 1.4.3), shapes and what surrounds them 3 to 1 (1.4.11). A
colour that is too light or too dark keeps its hue and gets another lightness, in the colour space
Oklch. All colours are written as "#0E5A64".
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import floor

from coloraide import Color

from handbook.model import Brand
from handbook.organisation import Colours

LETTERS = 4.5
SHAPES = 3.0
# The background of the pages stays this far from black.
BRIGHT = 16.0
BLACK, WHITE = "#000000", "#FFFFFF"

# How much of a colour is left when it is laid thinly on the background.
_TINT = 0.08
# Backgrounds and letters have no more colour than this; more would shout, or glow in the dark.
_FAINTEST, _FAINT = 0.007, 0.03
# Bands and hairlines may have a little more, or yellow looks grey.
_PALE = 0.045
# How much of a colour is left on a dark background.
_DARK_TINT = 0.12
_STEPS = 24


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one view, light or dark."""

    ink: str
    """Letters."""
    ink_soft: str
    """Letters that stand back."""
    ground: str
    """The background of the pages."""
    paper: str
    """The background of a sheet of paper."""
    outer: str
    """The outer ring: links and lines."""
    on_outer: str
    """Letters on the colour of the outer ring."""
    inner: str
    """The inner ring: what stands out."""
    line: str
    """Hairlines."""
    band: str
    """Soft backgrounds, with a touch of the inner ring."""
    tint: str
    """Soft backgrounds, with a touch of the outer ring."""
    fill: str
    """Buttons."""
    on_fill: str
    """Letters on buttons."""
    fill_hover: str
    """Buttons under the pointer."""

    def surfaces(self, part: str) -> tuple[str, ...]:
        """Return everything that letters in the colour of `part` stand on.

        The colour of the inner ring has no letters on its own band, only shapes.
        """
        plain = (self.ground, self.paper, self.tint)
        return plain if part == "inner" else (*plain, self.band)


@dataclass(frozen=True, slots=True)
class Change:
    """A colour of a house style that could not be read, and what is used instead."""

    name: str
    """Its key in organisation.yml."""
    view: str
    """Where it could not be read: in the light view or in the dark one."""
    own: str
    used: str
    before: float
    after: float


def contrast(one: str, other: str) -> float:
    """Return how much two colours differ, from 1 to 21."""
    return Color(one).contrast(other, method="wcag21")


def least_contrast(colour: str, surfaces: tuple[str, ...]) -> float:
    """Return how much a colour differs from the surface that is most like it."""
    return min(contrast(colour, surface) for surface in surfaces)


def ratio(number: float) -> str:
    """Return a contrast as it is written, never rounded up: "4.5:1"."""
    return f"{floor(number * 10) / 10:.1f}:1"


def house(colours: Colours, brand: Brand) -> dict[str, str]:
    """Return the colours of a brand that follow from those of a house style.

    What a house style does not say is derived from what it says, or is the brand's own.
    """
    if colours == Colours():
        return {}
    main, accent = colours.main or brand.outer, _accent(colours, brand)
    paper = brand.paper
    ground = colours.background or _tinted(main, 0.98, _FAINTEST)
    ground = _moved(ground, 1, lambda one: contrast(one, BLACK) >= BRIGHT)
    line = _tinted(main, 0.865, _PALE)
    band = _tinted(accent, 0.91, _FAINT)

    def is_legible(one: str) -> bool:
        surfaces = (ground, paper, band, _mixed(one, ground, _TINT))
        return least_contrast(one, surfaces) >= LETTERS and contrast(one, line) >= SHAPES

    outer = _moved(main, 0, is_legible)
    surfaces = (ground, paper, _mixed(outer, ground, _TINT))

    def is_legible_ink(one: str) -> bool:
        return least_contrast(one, (*surfaces, band)) >= LETTERS

    def is_legible_accent(one: str) -> bool:
        return least_contrast(one, surfaces) >= LETTERS and contrast(one, band) >= SHAPES

    return {
        "ink": _moved(colours.text or _tinted(main, 0.28, _FAINT * 0.6), 0, is_legible_ink),
        "ground": ground,
        "outer": outer,
        "inner": _moved(accent, 0, is_legible_accent),
        "line": line,
        "band": band,
        "fill": main.upper(),
    }


def changes(colours: Colours, brand: Brand) -> Iterator[Change]:
    """Yield the colours of a house style that are used in another shade; `brand` has it laid on."""
    views = (("light", light(brand)), ("dark", dark(brand)))
    for name, part in (("main", "outer"), ("accent", "inner")):
        own = getattr(colours, name)
        for view, palette in views if own is not None else ():
            before = least_contrast(own, palette.surfaces(part))
            used = getattr(palette, part)
            if before < LETTERS:
                after = least_contrast(used, palette.surfaces(part))
                yield Change(name, view, own.upper(), used, before, after)
    for name, part in (("text", "ink"), ("background", "ground")):
        own = getattr(colours, name)
        used = getattr(brand, part)
        if own is not None and own.upper() != used:
            other = brand.ground if name == "text" else BLACK
            yield Change(
                name, "light", own.upper(), used, contrast(own, other), contrast(used, other)
            )


@lru_cache(maxsize=64)
def light(brand: Brand) -> Palette:
    """Return the colours of the light view, on the site and in Word."""
    fill = (brand.fill or brand.outer).upper()
    on_fill = _on(fill, brand.paper, brand.ink)
    return Palette(
        ink=brand.ink.upper(),
        ink_soft=_moved(
            _mixed(brand.ink, brand.ground, 0.78),
            0,
            lambda one: (
                least_contrast(one, (brand.ground, brand.paper, brand.band, _tint(brand)))
                >= LETTERS
            ),
        ),
        ground=brand.ground.upper(),
        paper=brand.paper.upper(),
        outer=brand.outer.upper(),
        on_outer=_on(brand.outer, brand.paper, brand.ink),
        inner=brand.inner.upper(),
        line=brand.line.upper(),
        band=brand.band.upper(),
        tint=_tint(brand),
        fill=fill,
        on_fill=on_fill,
        fill_hover=_away(fill, on_fill),
    )


@lru_cache(maxsize=64)
def dark(brand: Brand) -> Palette:
    """Return the colours of the dark view: the same hues, and another lightness for each."""
    main = brand.fill or brand.outer
    ground = _tinted(brand.ink, 0.21, _FAINT)
    paper = _tinted(brand.ink, 0.255, _FAINT)
    band = _tinted(brand.inner, 0.31, _chroma(brand.inner) * 0.35)
    # Laid on the background, since a dark yellow of its own would be olive.
    tint = _mixed(_tinted(main, 0.83, 1), ground, _DARK_TINT)
    line = _tinted(brand.ink, 0.39, _FAINT)
    surfaces = (ground, paper, band, tint)

    def is_legible(one: str) -> bool:
        return least_contrast(one, surfaces) >= LETTERS and contrast(one, line) >= SHAPES

    outer = _moved(_tinted(main, 0.83, 1), 1, is_legible)
    inner = _moved(_tinted(brand.inner, 0.8, _chroma(brand.inner) * 0.7), 1, is_legible)
    return Palette(
        ink=_mixed(brand.ground, BLACK, 0.92),
        ink_soft=_moved(_mixed(brand.ground, BLACK, 0.76), 1, is_legible),
        ground=ground,
        paper=paper,
        outer=outer,
        on_outer=ground,
        inner=inner,
        line=line,
        band=band,
        tint=tint,
        fill=outer,
        on_fill=ground,
        fill_hover=_away(outer, ground),
    )


def _accent(colours: Colours, brand: Brand) -> str:
    """Return the accent: where only the main colour is given, another lightness of that."""
    if colours.accent is not None or colours.main is None:
        return colours.accent or brand.inner
    lightness = Color(colours.main).convert("oklch")["lightness"]
    return _tinted(colours.main, lightness + (0.16 if lightness < 0.42 else -0.16), 1)


def _tint(brand: Brand) -> str:
    return _mixed(brand.outer, brand.ground, _TINT)


def _on(fill: str, paper: str, ink: str) -> str:
    """Return what letters on a colour are: light, dark, or else the one extreme that is left."""
    for letters in (paper, ink, WHITE, BLACK):
        if contrast(letters, fill) >= LETTERS:
            return letters.upper()
    raise ValueError(f"no letters can be read on {fill}")  # white or black always can


def _away(fill: str, letters: str) -> str:
    """Return a colour a little further away from the letters on it."""
    return _mixed(
        fill, BLACK if contrast(letters, BLACK) > contrast(letters, WHITE) else WHITE, 0.86
    )


def _moved(colour: str, towards: int, fits: Callable[[str], bool]) -> str:
    """Return a colour that fits: itself, or the nearest lightness of it towards 0 or 1."""
    if fits(colour):
        return colour.upper()
    own = Color(colour).convert("oklch")["lightness"]
    near, far = own, float(towards)
    for _ in range(_STEPS):
        middle = (near + far) / 2
        if fits(_tinted(colour, middle, 1)):
            far = middle
        else:
            near = middle
    return _tinted(colour, far, 1)


def _tinted(colour: str, lightness: float, most: float) -> str:
    """Return the hue of a colour in another lightness, with no more chroma than `most`."""
    tinted = Color(colour).convert("oklch")
    tinted["lightness"] = lightness
    tinted["chroma"] = min(tinted["chroma"], most)
    return _written(tinted)


def _chroma(colour: str) -> float:
    return float(Color(colour).convert("oklch")["chroma"])


def _mixed(colour: str, ground: str, strength: float) -> str:
    """Return a colour laid on another one, with this share of it left."""
    return _written(Color(ground).mix(colour, strength, space="oklab"))


def _written(colour: Color) -> str:
    """Return a colour as a screen can show it, with its hue kept."""
    shown = colour.convert("oklch").fit("srgb", method="oklch-chroma").convert("srgb")
    return str(shown.to_string(hex=True)).upper()

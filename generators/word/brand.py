"""The brand in Word: colours, letter and logo become theme, styles, header and footer.

The theme carries the brand: styles name its colours by their place in it. The plain colour
that stands beside each name is for programs that do not read themes.
"""

from functools import lru_cache

from generators.word.markup import Xml, escape
from generators.word.package import base
from handbook.model import Brand
from handbook.palette import light

# How much of a colour is left when it is laid thinly on the paper.
_MUTED, _TINT = 0.76, 0.11


def slots(brand: Brand) -> dict[str, Xml]:
    """Give what the brand fills into the parts of the empty document."""
    colours = {
        "ink": brand.ink,
        "paper": brand.paper,
        "ground": brand.ground,
        "outer": brand.outer,
        "inner": brand.inner,
        "line": brand.line,
        "band": brand.band,
        "muted": _thin(brand.ink, brand.paper, _MUTED),
        "tint": _thin(brand.outer, brand.paper, _TINT),
        "fill": light(brand).fill,
    }
    named = {name: Xml(colour.lstrip("#").upper()) for name, colour in colours.items()}
    return named | {"font": escape(brand.font), "fallback": escape(brand.font_fallback)}


@lru_cache(maxsize=64)
def dressed(path: str, brand: Brand, locale: str) -> str:
    """Give a part of the empty document in this brand and this language."""
    return base(path).substitute(slots(brand), locale=locale)


def _thin(colour: str, paper: str, strength: float) -> str:
    """Lay `colour` thinly on `paper`."""
    mixed = (
        round(int(colour[i : i + 2], 16) * strength + int(paper[i : i + 2], 16) * (1 - strength))
        for i in (1, 3, 5)
    )
    return "#" + "".join(f"{channel:02X}" for channel in mixed)

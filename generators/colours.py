"""The brand's colours and letter as CSS."""

from dataclasses import fields
from pathlib import Path

from handbook.model import Brand
from handbook.palette import Palette, dark, light

_GENERIC = frozenset({"serif", "sans-serif", "system-ui", "ui-serif", "ui-sans-serif"})
_STYLES = {
    "regular": (400, "normal"),
    "bold": (700, "normal"),
    "italic": (400, "italic"),
    "bold_italic": (700, "italic"),
}
FONTS = "assets/fonts"
"""Where the files of the letter stand in the site."""


def colours(brand: Brand) -> str:
    """Return the brand as CSS: its variables, and drawings that follow them.

    Drawings carry literal colours, for Word; on the site they change with light and dark. A
    browser that does not know light-dark() stays light.
    """
    day, night = light(brand), dark(brand)
    names = {field.name: field.name.replace("_", "-") for field in fields(Palette)}
    drawn = ("ink", "ground", "paper", "outer", "inner", "line", "band")
    drawings = "".join(
        f'svg [{paint}="{getattr(day, name)}" i] {{ {paint}: var(--{name}); }}\n'
        for name in drawn
        for paint in ("fill", "stroke")
    )
    return (
        _block(":root", {f"brand-{css}": getattr(day, name) for name, css in names.items()})
        + _block(":root", {f"dark-{css}": getattr(night, name) for name, css in names.items()})
        + _block(":root", {css: f"var(--brand-{css})" for css in names.values()})
        + "@supports (color: light-dark(red, red)) {\n"
        + _block(
            ":root",
            {css: f"light-dark(var(--brand-{css}), var(--dark-{css}))" for css in names.values()},
        )
        + "}\n"
        + drawings
        + _letter(brand)
    )


def _letter(brand: Brand) -> str:
    """Return the letter of the site: what it is called, and the files it is in."""
    if brand.site_font is None:
        return ""
    generic = brand.site_font.lower() in _GENERIC
    name = brand.site_font.lower() if generic else f'"{brand.site_font}"'
    faces = "".join(
        f"@font-face {{ font-family: {name}; font-weight: {weight}; font-style: {style}; "
        f'font-display: swap; src: url("../fonts/{Path(file).name}"); }}\n'
        for kind, (weight, style) in _STYLES.items()
        if (file := getattr(brand.font_files, kind))
    )
    return faces + _block(":root", {"letter": name})


def _block(selector: str, variables: dict[str, str]) -> str:
    lines = "".join(f"  --{name}: {value};\n" for name, value in variables.items())
    return f"{selector} {{\n{lines}}}\n"

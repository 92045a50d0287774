"""The logo: the organisation's own or the method's rings, on the site, in Word and as an icon."""

import re
from base64 import b64encode
from dataclasses import dataclass
from html import escape
from pathlib import Path

import resvg_py

from handbook.model import Brand, Handbook, Language
from handbook.palette import light
from handbook.pictures import size

# A logo between these proportions, of width to height, still says something as an icon.
_SQUARE = (0.7, 1.4)
_ICON = 128
"""Dots: sharp where an icon is shown largest."""
_PART = re.compile(r'(class="(outer|inner)"[^>]*?(?:fill|stroke)=")#[0-9A-Fa-f]{6}')


@dataclass(frozen=True, slots=True)
class SiteLogo:
    """An organisation's logo as the site shows it."""

    file: str
    dark: str | None
    width: int
    height: int
    """Its proportions, so that nothing moves when it has come in."""
    description: str


def rings(project: Path, brand: Brand) -> str:
    """Return the method's own logo as SVG, in the colours of the brand.

    What has the class `outer` or `inner` follows the ring of that name.
    """
    drawn = (project / brand.logo).read_text(encoding="utf-8")
    return _PART.sub(lambda found: found[1] + getattr(brand, found[2]), drawn)


def on_paper(project: Path, brand: Brand) -> Brand:
    """Return the brand as Word wants it: with the logo itself, as SVG, in place of its path."""
    logo = brand.own_logo
    if logo is None:
        return brand.model_copy(update={"logo": rings(project, brand)})
    content = (project / logo.file).read_bytes()
    drawn = content.decode("utf-8-sig") if logo.file.lower().endswith(".svg") else _framed(content)
    return brand.model_copy(update={"logo": drawn, "logo_description": logo.description})


def site_logo(project: Path, brand: Brand, language: Language) -> SiteLogo | None:
    """Return an organisation's own logo, where it has one."""
    logo = brand.own_logo
    if logo is None:
        return None
    width, height = size((project / logo.file).read_bytes())
    return SiteLogo(
        file=f"assets/organisation{Path(logo.file).suffix.lower()}",
        dark=logo.dark and f"assets/organisation-dark{Path(logo.dark).suffix.lower()}",
        width=max(1, round(40 * width / height)),
        height=40,
        description=logo.description[language],
    )


def icon(project: Path, handbook: Handbook, language: Language) -> str:
    """Return the site's icon as SVG: a logo that is about square, initials, or the rings."""
    brand, publisher = handbook.brand, handbook.publication.publisher
    if brand.own_logo is not None:
        content = (project / brand.own_logo.file).read_bytes()
        width, height = size(content)
        if _SQUARE[0] <= width / height <= _SQUARE[1]:
            drawn = on_paper(project, brand).logo
            return drawn if content.lstrip().startswith(b"<") else _small(drawn)
    if publisher is None:
        return rings(project, brand)
    words = re.findall(r"[^\W_]+", publisher[language])
    initials = "".join(word[0].upper() for word in words[:2]) or publisher[language][:1]
    colours = light(brand)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">'
        f'<rect width="64" height="64" rx="12" fill="{colours.fill}"/>'
        f'<text x="32" y="{43 if len(initials) > 1 else 46}" text-anchor="middle" '
        f'font-family="system-ui, sans-serif" font-weight="700" '
        f'font-size="{31 if len(initials) > 1 else 40}" fill="{colours.on_fill}">'
        f"{escape(initials)}</text></svg>\n"
    )


def _framed(png: bytes) -> str:
    """Return a PNG as an SVG that shows it."""
    width, height = size(png)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}">'
        f'<image width="{width:g}" height="{height:g}" '
        f'href="data:image/png;base64,{b64encode(png).decode()}"/></svg>\n'
    )


def _small(svg: str) -> str:
    """Return a drawing that holds a picture, with no more dots than an icon needs."""
    return _framed(resvg_py.svg_to_bytes(svg_string=svg, width=_ICON, skip_system_fonts=True))

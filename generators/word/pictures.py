"""Drawings: SVG made into PNG, sharp on paper, and how Word wants them placed."""

from dataclasses import dataclass, field
from functools import lru_cache
from struct import unpack

import resvg_py
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.shared import Emu, Length
from lxml import etree

from generators.word.markup import Xml, escape

# Dots per inch: sharp in print, and a large drawing still stays well below 100 KB.
_SHARPNESS = 240
# Clear edges turn dark where a program makes them smaller; on the colour of paper they do not.
_GROUND = "#FFFFFF"


def raster(svg: str, *, width: int | None = None, height: int | None = None) -> bytes:
    """Paint `svg` as PNG, `width` or `height` dots large; the other side follows."""
    return _painted(_wordless(svg), width, height)


@lru_cache(maxsize=64)
def _painted(svg: str, width: int | None, height: int | None) -> bytes:
    return resvg_py.svg_to_bytes(
        svg_string=svg, width=width, height=height, background=_GROUND, skip_system_fonts=True
    )


@lru_cache(maxsize=64)
def _wordless(svg: str) -> str:
    """Leave out titles and descriptions, so that one painting serves both languages."""
    try:
        drawing = etree.fromstring(svg.encode(), etree.XMLParser(resolve_entities=False))
    except etree.XMLSyntaxError as error:
        raise ValueError(f"a figure or logo is no SVG: {error}") from error
    if drawing.find(".//{*}text") is not None:
        # Painting letters takes a font, and machines differ in those: letters would be left out.
        raise ValueError(
            "a figure holds letters, which cannot be painted the same everywhere; put the words "
            "in its caption or beside it, or draw the letters as paths"
        )
    etree.strip_elements(drawing, "{*}title", "{*}desc", with_tail=False)
    return etree.tostring(drawing, encoding="unicode")


@dataclass(slots=True)
class Pictures:
    """The pictures of one document; one that occurs twice is stored once."""

    _parts: dict[bytes, Part] = field(default_factory=dict)
    _drawn: int = 0

    def by_width(self, part: Part, svg: str, width: Length, highest: Length, text: str) -> Xml:
        """Draw `svg` in `part`, `width` wide, or smaller where it would be too high."""
        picture = raster(svg, width=round(width.inches * _SHARPNESS))
        across, down = _dots(picture)
        height: Length = Emu(width * down // across)
        if height > highest:
            width, height = Emu(width * highest // height), highest
        return self._draw(part, picture, width, height, text)

    def by_height(self, part: Part, svg: str, height: Length, widest: Length, text: str) -> Xml:
        """Draw `svg` in `part`, `height` high, or smaller where it would be too wide."""
        picture = raster(svg, height=round(height.inches * _SHARPNESS))
        across, down = _dots(picture)
        width: Length = Emu(height * across // down)
        if width > widest:
            width, height = widest, Emu(height * widest // width)
        return self._draw(part, picture, width, height, text)

    def _draw(self, part: Part, picture: bytes, width: Length, height: Length, text: str) -> Xml:
        if not text.strip():
            raise ValueError("a figure has no text alternative; say in words what it shows")
        image = self._parts.setdefault(
            picture,
            Part(
                PackURI(f"/word/media/image{len(self._parts) + 1}.png"),
                "image/png",
                picture,
            ),
        )
        relation = part.relate_to(image, RELATIONSHIP_TYPE.IMAGE)
        self._drawn += 1
        size = f'cx="{int(width)}" cy="{int(height)}"'
        name = f"Figure {self._drawn}"
        return Xml(
            f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent {size}/><wp:docPr id="{self._drawn}" name="{name}" '
            f'descr="{escape(text)}"/><wp:cNvGraphicFramePr>'
            '<a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic>'
            '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
            f'<pic:pic><pic:nvPicPr><pic:cNvPr id="{self._drawn}" name="{name}"/><pic:cNvPicPr/>'
            f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/>'
            "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
            f'<a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
            "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )


def _dots(picture: bytes) -> tuple[int, int]:
    """Read how wide and high a PNG is: the first two numbers of its first chunk."""
    across, down = unpack(">II", picture[16:24])
    return across, down

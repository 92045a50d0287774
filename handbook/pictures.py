"""Files that an organisation brings along: whether its logo is a picture, its letter a font.

They are only looked at, not changed. What is wrong is told as what and remedy, in words.
"""

import re
import struct
import zlib
from functools import lru_cache
from pathlib import Path

from lxml import etree

LARGEST_LOGO = 1_000_000
LARGEST_FONT = 2_000_000
# A picture of more dots takes hundreds of megabytes to open, whatever the size of its file.
_MOST_DOTS = 20_000_000
_PNG = b"\x89PNG\r\n\x1a\n"
_FONTS = {
    ".woff2": (b"wOF2",),
    ".woff": (b"wOFF",),
    ".ttf": (b"\x00\x01\x00\x00", b"true"),
    ".otf": (b"OTTO",),
}
_SVG = "{http://www.w3.org/2000/svg}"
# Inside a picture, only what it holds itself may be shown.
_WITHIN = re.compile(r"#|data:image/(png|jpeg);base64,", re.IGNORECASE)
_CSS_ADDRESS = re.compile(r"@import|url\(\s*['\"]?(?!#|data:image/(?:png|jpeg);)", re.IGNORECASE)

Wrong = tuple[str, str]
"""What is wrong, and what to do about it."""


def logo_mistake(project: Path, file: str) -> Wrong | None:
    """Return what is wrong with a logo, if anything is."""
    suffix = Path(file).suffix.lower()
    if suffix not in (".svg", ".png"):
        return f"{file} is not an SVG or PNG file", "save the logo as SVG, or else as PNG"
    content = _content(project, file, LARGEST_LOGO, "make the picture smaller: 1000 dots is wide")
    if not isinstance(content, bytes):
        return content
    return _svg_mistake(content) if suffix == ".svg" else _png_mistake(content)


def font_mistake(project: Path, file: str) -> Wrong | None:
    """Return what is wrong with the file of a font, if anything is."""
    begins = _FONTS.get(Path(file).suffix.lower())
    if begins is None:
        return f"{file} is not a font for the web", "use a file that ends in .woff2, .ttf or .otf"
    content = _content(project, file, LARGEST_FONT, "use a .woff2 with only the letters you need")
    if not isinstance(content, bytes):
        return content
    if not content.startswith(begins):
        return f"{file} holds no font, whatever its name says", "look for the font file again"
    return None


@lru_cache(maxsize=16)
def drawing(content: bytes) -> etree._Element:
    """Return an SVG as elements; raises `etree.XMLSyntaxError` where it is none."""
    # Nothing is fetched and nothing is multiplied, whatever the file asks for.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    return etree.fromstring(content, parser)


def size(content: bytes) -> tuple[float, float]:
    """Return how wide and how high a sound logo is, in dots or in the units of its drawing."""
    if content.startswith(_PNG):
        width, height = struct.unpack(">II", content[16:24])
        return float(width), float(height)
    root = drawing(content)
    box = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    if len(box) == 4:
        return float(box[2]), float(box[3])
    return _length(root.get("width")) or 1.0, _length(root.get("height")) or 1.0


def _content(project: Path, file: str, largest: int, smaller: str) -> bytes | Wrong:
    path = project / file
    if not path.resolve().is_relative_to(project.resolve()):
        return f"{file} is not in this project", "copy it to the folder organisation"
    if not path.is_file():
        near = _of_the_same_name(project, file)
        remedy = f"did you mean {near}?" if near else "check its name, and put it in this project"
        return f"there is no file {file}", remedy
    if path.stat().st_size > largest:
        megabytes = path.stat().st_size / 1_000_000
        return (
            f"{file} is too large ({megabytes:.1f} MB)",
            f"keep it below {largest // 1_000_000} MB; {smaller}",
        )
    return path.read_bytes()


def _png_mistake(content: bytes) -> Wrong | None:
    again = "save it again as PNG in a drawing program"
    if not content.startswith(_PNG):
        return "this is not a picture, whatever its name says", again
    place, first = len(_PNG), True
    while place + 12 <= len(content):
        length, kind = struct.unpack(">I4s", content[place : place + 8])
        data = content[place + 4 : place + 8 + length]
        check = content[place + 8 + length : place + 12 + length]
        if first and kind == b"IHDR" and len(data) == 17:
            width, height = struct.unpack(">II", data[4:12])
            if not width or not height or width * height > _MOST_DOTS:
                return (
                    f"this picture is {width} by {height} dots",
                    "make it smaller: 1000 dots wide is enough",
                )
        elif first:
            return "this picture is damaged", again
        if check != struct.pack(">I", zlib.crc32(data)):
            return "this picture is damaged", again
        if kind == b"IEND":
            return None
        place, first = place + 12 + length, False
    return "this picture is damaged", again


def _of_the_same_name(project: Path, file: str) -> str | None:
    """Return a file that was put beside the place it is looked for, or is spelt with capitals."""
    for path in (*sorted(project.glob("*.*")), *sorted(project.glob("organisation/**/*.*"))):
        if path.name.lower() == Path(file).name.lower() and path.is_file():
            return path.relative_to(project).as_posix()
    return None


def _svg_mistake(content: bytes) -> Wrong | None:
    designer = "ask for a plain SVG: with shapes only, and letters as outlines"
    if b"<!ENTITY" in content:
        return "this drawing defines words of its own (ENTITY)", designer
    try:
        root = drawing(content)
    except etree.XMLSyntaxError as error:
        line = f" (its line {error.lineno})" if error.lineno else ""
        return f"this is not an SVG drawing{line}", designer
    if root.tag != f"{_SVG}svg":
        return "this is not an SVG drawing", designer
    box = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    measures = box[2:] if len(box) == 4 else [root.get("width"), root.get("height")]
    if not all((_length(measure) or 0) > 0 for measure in measures):
        return "this drawing does not say how large it is", "give it a viewBox"
    for element in (*root.itersiblings(preceding=True), *root.iter()):
        found = _harm(element)
        if found is not None:
            return f"this drawing holds {found}", designer
    return None


def _harm(element: etree._Element) -> str | None:
    """Return what in an element could act, reach outside the file or look different elsewhere."""
    if not isinstance(element.tag, str):
        is_style = isinstance(element, etree._ProcessingInstruction)
        return "a style sheet from elsewhere" if is_style else None
    name = etree.QName(element).localname.lower()
    if name == "script":
        return "a script"
    if name in ("foreignobject", "iframe", "audio", "video", "animate", "set", "handler"):
        return f"<{name}>"
    if name in ("text", "tspan", "textpath"):
        return "letters as text, which look different on each computer"
    if name == "style" and _CSS_ADDRESS.search(element.text or ""):
        return "something from another place"
    for attribute, value in element.attrib.items():
        key = etree.QName(str(attribute)).localname.lower()
        if key.startswith("on"):
            return f"a script ({key})"
        if key in ("href", "src") and not _WITHIN.match(str(value).strip()):
            return "something from another place"
        if _CSS_ADDRESS.search(str(value)):
            return "something from another place"
    return None


def _length(written: str | None) -> float | None:
    found = re.match(r"\s*([0-9]*\.?[0-9]+)\s*(px|pt|mm|cm|in|em)?\s*$", written or "")
    return float(found[1]) if found else None

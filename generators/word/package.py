"""The .docx itself: its parts, how they hang together, and the zip that holds them."""

from functools import cache
from importlib.resources import files
from string import Template

from docx.opc.package import OpcPackage
from docx.opc.packuri import PACKAGE_URI, PackURI
from docx.opc.part import Part

from generators.archive import archive

_CONTENT_TYPES = "[Content_Types].xml"
_DEFAULTS = {
    "png": "image/png",
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
}


class TextPart(Part):
    """A part whose text is known only after what it refers to."""

    def hold(self, text: str) -> None:
        """Set what the part holds."""
        self._blob = text.encode()


def text_part(path: str, content_type: str, text: str = "") -> TextPart:
    """Make a part that holds `text`, or will be told so later."""
    return TextPart(PackURI(f"/{path}"), content_type, text.encode())


@cache
def base(path: str) -> Template:
    """Read one part of the empty document, with its `$slots`."""
    text = files("generators.word").joinpath("base", *path.split("/")).read_text("utf-8")
    return Template(text)


def pack(package: OpcPackage) -> bytes:
    """Zip the package: the same package gives the same bytes, on any day and machine."""
    # python-docx's own save takes the clock's time and the order in which parts were met.
    parts = sorted(package.iter_parts(), key=lambda part: part.partname)
    entries = {
        _CONTENT_TYPES: _content_types(parts),
        PACKAGE_URI.rels_uri.membername: _relations(package),
    }
    for part in parts:
        entries[part.partname.membername] = part.blob
        if part.rels:
            entries[part.partname.rels_uri.membername] = _relations(part)
    return archive(entries)


def _relations(source: OpcPackage | Part) -> bytes:
    text: str | bytes = source.rels.xml
    return text.encode() if isinstance(text, str) else text


def _content_types(parts: list[Part]) -> bytes:
    defaults = "".join(
        f'<Default Extension="{extension}" ContentType="{content_type}"/>'
        for extension, content_type in _DEFAULTS.items()
    )
    overrides = "".join(
        f'<Override PartName="{part.partname}" ContentType="{part.content_type}"/>'
        for part in parts
        if part.content_type != _DEFAULTS.get(part.partname.ext)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f"{defaults}{overrides}</Types>"
    ).encode()

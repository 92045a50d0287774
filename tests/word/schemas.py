"""Where the parts of a Word file break the schemas of ECMA-376.

The schemas are not part of this project: they are looked for beside it, or where OOXML_XSD says.
"""

import os
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

BESIDE_THE_PROJECT = Path(__file__).parents[3] / "shared" / "ooxml-xsd"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WORDPROCESSING = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"

# The schema that knows a root element, by its namespace.
SCHEMAS = {
    WORDPROCESSING: "all.xsd",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "dml-main.xsd",
    "http://schemas.openxmlformats.org/officeDocument/2006/customXml": "all.xsd",
    f"{PACKAGE}content-types": "opc-xsd/opc-contentTypes.xsd",
    f"{PACKAGE}relationships": "opc-xsd/opc-relationships.xsd",
}


def folder() -> Path | None:
    """Give where the schemas are, if they are anywhere."""
    place = Path(os.environ.get("OOXML_XSD", BESIDE_THE_PROJECT))
    return place if (place / "all.xsd").is_file() else None


@cache
def schema(path: Path) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(path))


def violations(files: dict[str, bytes]) -> dict[str, list[str]]:
    """Give, for each file that has any, where its parts break the schemas."""
    place = folder()
    assert place, "there are no schemas to hold the files against"
    found = {name: list(_in_file(content, place)) for name, content in files.items()}
    return {name: lines for name, lines in found.items() if lines}


def _in_file(content: bytes, place: Path):
    with ZipFile(BytesIO(content)) as archive:
        for part in archive.namelist():
            if not part.endswith((".xml", ".rels")):
                continue
            root = plain(etree.fromstring(archive.read(part)))
            known = SCHEMAS.get(etree.QName(root).namespace)
            if known and not (rules := schema(place / known)).validate(root):
                for error in rules.error_log:
                    yield f"{part}:{error.line}: {error.message}"


def plain(root: etree._Element) -> etree._Element:
    """Give a part as a reader sees it that knows no extensions: what Ignorable names is gone."""
    for alternative in list(root.iter(f"{{{MC}}}AlternateContent")):
        fallback = alternative.find(f"{{{MC}}}Fallback")
        parent = alternative.getparent()
        at = parent.index(alternative)
        parent[at : at + 1] = list(fallback) if fallback is not None else []
    ignorable = {root.nsmap[prefix] for prefix in root.get(f"{{{MC}}}Ignorable", "").split()}
    for element in list(root.iter(etree.Element)):
        for attribute in list(element.attrib):
            if etree.QName(attribute).namespace in {MC, *ignorable}:
                del element.attrib[attribute]
    for element in list(root.iter(etree.Element)):
        if etree.QName(element).namespace in ignorable and element.getparent() is not None:
            element.getparent().remove(element)
    # The schemas are checked on the text as it is written, so that the order of namespaces counts.
    return etree.fromstring(etree.tostring(root))

"""Our lint finds what is wrong: one thing is broken in a good file, and it says so."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest

from generators.word.writer import write
from tests.tools import missing
from tests.word import samples
from tests.word.quality import findings
from tests.word.schemas import folder, violations

BODY, HEADER, DATA = "word/document.xml", "word/header.xml", "customXml/item1.xml"
PLAN = write(samples.plan("nl"), samples.BRAND)
FORM = write(samples.form("nl"), samples.BRAND)
ROOM = write(samples.room("en"), samples.BRAND)


def broken(file: bytes, part: str, pattern: str, replacement: str) -> bytes:
    """Give a file with the first match of `pattern` in one of its parts replaced."""
    with ZipFile(BytesIO(file)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    text = parts[part].decode()
    changed = re.sub(pattern, replacement, text, count=1, flags=re.DOTALL)
    assert changed != text, f"{pattern} is not in {part}"
    parts[part] = changed.encode()
    return zipped(parts)


def zipped(parts: dict[str, bytes]) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize("file", [PLAN, FORM, ROOM])
def test_the_unbroken_files_are_good(file):
    assert findings(file) == []


BREAKAGES = {
    "an id that two controls share": (
        PLAN, BODY, r'(<w:id w:val="(\d+)"/>.*?)<w:id w:val="\d+"/>', r'\1<w:id w:val="\2"/>',
        "share the id",
    ),
    "a control without an id": (
        PLAN, HEADER, r'<w:id w:val="\d+"/>', "", "share the id ''",
    ),
    "a placeholder without its building block": (
        PLAN, "word/glossary/document.xml", r'<w:name w:val="PH\w+"/>', '<w:name w:val="PH0"/>',
        "no building block",
    ),
    "a placeholder that comes back with other words": (
        PLAN, "word/glossary/document.xml", r"\[datum\]", "[dag]", "and later '[dag]'",
    ),
    "a binding that leads to no node": (
        PLAN, BODY, r"/k:event\[1\]/k:date\[1\]", "/k:event[1]/k:day[1]", "hits 0 nodes",
    ),
    "a binding that hits all rows": (
        PLAN, BODY, r"/k:item\[1\]/k:what\[1\]", "/k:item/k:what", "hits 6 nodes",
    ),
    "a binding to another blank": (
        PLAN, BODY, r"/k:item\[1\]/k:what\[1\]", "/k:item[2]/k:what[1]",
        "is bound to 'lists.actions.2.what'",
    ),
    "a binding to an unknown data part": (
        PLAN, BODY, r'w:storeItemID="\{\w', 'w:storeItemID="{0', "which is not there",
    ),
    "one row less than the data has": (
        PLAN, DATA, r"(<k:item>.*?</k:item>)", r"\1\1", "6 rows for 7 items",
    ),
    "data that a placeholder hides": (
        PLAN, DATA, r"<k:date></k:date>", "<k:date>2027-03-12</k:date>",
        "shows its placeholder, but its data says '2027-03-12'",
    ),
    "a box that is open though the data says yes": (
        FORM, DATA, r">false<", ">true<", "data says",
    ),
    "a style that does not exist": (
        PLAN, BODY, r'<w:pStyle w:val="Title"/>', '<w:pStyle w:val="Titel"/>',
        "'Titel' does not exist",
    ),
    "a list that does not exist": (
        FORM, BODY, r'<w:numId w:val="\d+"/>', '<w:numId w:val="77"/>', "list 77 does not exist",
    ),
    "a relation that leads nowhere": (
        ROOM, BODY, r'r:embed="rId\d+"', 'r:embed="rId99"', "rId99",
    ),
    "a part that is not there": (
        ROOM, "word/_rels/document.xml.rels", r'"media/image1.png"', '"media/image9.png"',
        "leads to word/media/image9.png",
    ),
    "an extension that older programs stumble over": (
        PLAN, BODY, r'mc:Ignorable="w14 w15"', 'mc:Ignorable="w14"', "uses w15",
    ),
    "two kinds in one control": (
        PLAN, BODY, r"<w:text/>", '<w:richText/><w:text/>', "is of 2 kinds",
    ),
    "properties in the wrong order": (
        PLAN, BODY, r'(<w:alias w:val="[^"]*"/>)(<w:tag w:val="[^"]*"/>)', r"\2\1", "wrong order",
    ),
    "a control without a name": (
        PLAN, BODY, r'<w:alias w:val="[^"]*"/>', "", "0 characters as its alias",
    ),
    "a locked control in a row that must be able to go": (
        PLAN, BODY,
        r'(<w15:repeatingSectionItem/>.*?<w:id w:val="\d+"/>)', r'\1<w:lock w:val="sdtLocked"/>',
        "is locked",
    ),
    "a cell without a paragraph": (
        ROOM, BODY, r"(</w:tcPr>)<w:p>.*?</w:p>(</w:tc>)", r"\1\2", "a cell ends in tcPr",
    ),
    "a table without a caption": (
        ROOM, BODY, r'<w:tblCaption w:val="[^"]*"/>', "", "no caption",
    ),
    "a table without a header row": (
        ROOM, BODY, r"<w:tblHeader/>", "", "disagree",
    ),
    "a cell wider than its column": (
        ROOM, BODY, r'<w:tcW w:w="\d+"', '<w:tcW w:w="99"', "the grid",
    ),
    "a row that may split": (
        ROOM, BODY, r"<w:cantSplit/>", "", "may split",
    ),
    "a picture without words": (
        ROOM, BODY, r'descr="[^"]*"', 'descr=""', "no text alternative",
    ),
    "a logo without words": (
        ROOM, HEADER, r'descr="[^"]*"', "", "no text alternative",
    ),
    "a heading that skips a level": (
        ROOM, BODY, r'"Heading1"', '"Heading2"', "skips from level 0 to 2",
    ),
    "an empty paragraph as room": (
        ROOM, BODY, r"</w:p><w:tbl>", "</w:p><w:p/><w:tbl>", "an empty paragraph",
    ),
    "tables that touch": (
        ROOM, BODY, r"</w:tbl><w:p>.*?</w:p><w:tbl>", "</w:tbl><w:tbl>", "two tables touch",
    ),
    "a table at the very end": (
        ROOM, BODY, r"</w:tbl><w:p>(?!.*</w:tbl>).*?</w:p>", "</w:tbl>", "ends in a table",
    ),
    "a document without a title": (
        ROOM, "docProps/core.xml", r"<dc:title>.*?</dc:title>", "", "title is not set",
    ),
    "a document in two languages": (
        ROOM, "word/styles.xml", r'<w:lang w:val="en-GB"', '<w:lang w:val="nl-NL"',
        "languages differ",
    ),
    "a date in another language": (
        PLAN, BODY, r'<w:lid w:val="nl-NL"/>', '<w:lid w:val="en-GB"/>', "a date is in en-GB",
    ),
    "paper that is not A4": (
        ROOM, BODY, r'<w:pgSz w:w="\d+"', '<w:pgSz w:w="12240"', "not A4",
    ),
    "grey that cannot be read": (
        ROOM, "word/theme.xml", r'(<a:dk2><a:srgbClr val=)"\w+"', r'\1"AAAAAA"', "contrast",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BREAKAGES)
def test_the_lint_finds(name):
    file, part, pattern, replacement, complaint = BREAKAGES[name]
    found = findings(broken(file, part, pattern, replacement))
    assert any(complaint in finding for finding in found), found


def test_the_lint_finds_a_part_that_the_zip_holds_twice():
    with ZipFile(BytesIO(PLAN)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr(DATA, parts[DATA])
    assert findings(buffer.getvalue()) == [f"the zip holds {DATA} 2 times"]


def test_the_lint_finds_a_part_that_nothing_refers_to():
    with ZipFile(BytesIO(PLAN)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    found = findings(zipped(parts | {"customXml/item2.xml": b"<data/>"}))
    assert found == ["customXml/item2.xml: nothing refers to it"]


@pytest.mark.parametrize(
    ("part", "pattern", "replacement"),
    [
        (BODY, r'(<w:alias w:val="[^"]*"/>)(<w:tag w:val="[^"]*"/>)', r"\2\1"),
        (BODY, r"<w:pPr><w:pStyle ([^>]*)/>", r"<w:pPr><w:jc w:val='left'/><w:pStyle \1/>"),
        ("word/styles.xml", r"<w:qFormat/>", "<w:qFormat/><w:basedOn w:val='Normal'/>"),
        ("word/settings.xml", r'<w:zoom w:percent="100"/>', "<w:zoom/><w:zom/>"),
        ("word/numbering.xml", r"<w:start ", "<w:begin "),
        ("word/theme.xml", r"<a:lt1>.*?</a:lt1>", ""),
        ("word/glossary/document.xml", r"<w:behaviors>.*?</w:behaviors>", "<w:behaviour/>"),
    ],
)
def test_the_schemas_find_a_part_that_breaks_them(part, pattern, replacement):
    if not folder():
        missing("the ECMA-376 schemas are not beside the project; OOXML_XSD may say where")
    found = violations({"broken": broken(PLAN, part, pattern, replacement)})
    assert any(line.startswith(part) for line in found["broken"])

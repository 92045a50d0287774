"""What a filled-in file says: the blanks that are still empty, and the text of its letters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from generators.fill.controls import PATH
from generators.fill.names import W, all_in, value
from generators.fill.parts import READ, Parts
from generators.fill.zipped import entries
from handbook.model import Language

SALUTATIONS: dict[Language, str] = {"nl": "Beste ", "en": "Dear "}
"""How a letter begins."""
_SUBJECT_STYLES = ("Title", "Heading1")
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# What is no text of the paragraph in which it stands.
_APART = (_FALLBACK, *all_in(W, "drawing", "pict", "object", "del", "moveFrom", "pPr", "rPr"))
_SIGNS = {f"{W}tab": " ", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}


@dataclass(frozen=True, slots=True)
class Empty:
    """A blank that shows its placeholder."""

    path: str
    label: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as it goes into an e-mail: from its salutation on."""

    subject: str
    text: str


def empties(source: bytes) -> tuple[Empty, ...]:
    """Return the blanks of a file that are still empty, each once, in order."""
    read = Parts(entries(source))
    found: dict[str, Empty] = {}
    for place in read.places(READ):
        for properties in read.tree(place).iter(f"{W}sdtPr"):
            path = value(properties.find(f"{W}tag"))
            if PATH.fullmatch(path) and properties.find(f"{W}showingPlcHdr") is not None:
                label = value(properties.find(f"{W}alias")) or path
                found.setdefault(path, Empty(path, label))
    return tuple(found.values())


def letters(source: bytes, language: Language) -> tuple[Letter, ...]:
    """Return the letters that stand in a file; none where nothing begins with a salutation."""
    read = Parts(entries(source))
    main = read.main()
    body = read.tree(main).find(f"{W}body")
    core = read.named("docProps/core.xml")
    title = core.findtext(_TITLE, "") if core is not None else ""
    numbering = read.related(main, "numbering", "word/numbering.xml")
    blocks = list(_Text(numbering).blocks(body)) if body is not None else []
    found = []
    starts = [at for at, block in enumerate(blocks) if block.text.startswith(SALUTATIONS[language])]
    for number, start in enumerate(starts):
        before = blocks[starts[number - 1] + 1 if number else 0 : start]
        subject = next((block.text for block in reversed(before) if block.is_subject), title)
        end = _end(blocks, start, starts[number + 1]) if start < starts[-1] else len(blocks)
        found.append(Letter(" ".join(subject.split()), _joined(blocks[start:end])))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Block:
    """A paragraph, a line of a list, or a row of a table, as text."""

    text: str
    in_list: bool = False
    is_subject: bool = False
    on_new_page: bool = False


def _end(blocks: list[_Block], start: int, following: int) -> int:
    """Return where a letter ends: before the page, or the heading, of the one that follows."""
    between = range(following, start, -1)
    pages = (at for at in between if blocks[at].on_new_page)
    headings = (at for at in between if blocks[at].is_subject)
    return next(pages, next(headings, following))


def _joined(blocks: list[_Block]) -> str:
    pieces: list[str] = []
    listed = False
    for block in blocks:
        if not block.text:
            continue
        if pieces:
            pieces.append("\n" if listed and block.in_list else "\n\n")
        pieces.append(block.text)
        listed = block.in_list
    return "".join(pieces)


@dataclass(slots=True)
class _Text:
    """Reads a body as text, and counts the lines of its numbered lists."""

    numbering: etree._Element | None
    counted: dict[tuple[str, str], int] = field(default_factory=dict)

    def blocks(self, parent: etree._Element) -> Iterator[_Block]:
        """Yield what stands in a body, a cell or a control."""
        for child in parent.iterchildren(etree.Element):
            if child.tag == f"{W}p":
                yield self.paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from self.table(child)
            elif child.tag == f"{W}sdt":
                content = child.find(f"{W}sdtContent")
                yield from self.blocks(content) if content is not None else ()
            elif child.tag not in (_FALLBACK, *all_in(W, "del", "moveFrom")):
                yield from self.blocks(child)

    def paragraph(self, element: etree._Element) -> _Block:
        """Return one paragraph, with its dash or number if it stands in a list."""
        properties = element.find(f"{W}pPr")
        style = properties.find(f"{W}pStyle") if properties is not None else None
        broken = properties.find(f"{W}pageBreakBefore") if properties is not None else None
        mark = self.mark(properties)
        text = _tidy(_plain(element))
        return _Block(
            f"{mark}{text}" if text else "",
            in_list=bool(mark),
            is_subject=value(style) in _SUBJECT_STYLES and bool(text),
            on_new_page=broken is not None and value(broken) not in ("0", "false", "off"),
        )

    def table(self, element: etree._Element) -> Iterator[_Block]:
        """Yield each row as lines: what its column is called, and what it says."""
        names: list[str] = []
        for row in _rows(element):
            cells = [self.cell(cell) for cell in _cells(row)]
            if not names and row.find(f"{W}trPr/{W}tblHeader") is not None:
                names = cells
                continue
            lines = [
                f"{names[at]}: {said}" if at < len(names) and names[at] else said
                for at, said in enumerate(cells)
            ]
            yield _Block("\n".join(line for line in lines if line))

    def cell(self, element: etree._Element) -> str:
        """Return the text of a cell."""
        return "\n".join(block.text for block in self.blocks(element) if block.text)

    def mark(self, properties: etree._Element | None) -> str:
        """Return what stands before a line of a list."""
        listed = properties.find(f"{W}numPr") if properties is not None else None
        if listed is None:
            return ""
        number = value(listed.find(f"{W}numId"))
        level = value(listed.find(f"{W}ilvl")) or "0"
        form = self.form(number, level)
        if form in ("", "none"):
            return ""
        if form == "bullet":
            return "- "
        self.counted[number, level] = self.counted.get((number, level), 0) + 1
        return f"{self.counted[number, level]}. "

    def form(self, number: str, level: str) -> str:
        """Return the form of a list's numbers at a level, as "bullet" or "decimal"."""
        if self.numbering is None:
            return ""
        for listed in self.numbering.iterchildren(f"{W}num"):
            if listed.get(f"{W}numId") == number:
                abstract = value(listed.find(f"{W}abstractNumId"))
                for known in self.numbering.iterchildren(f"{W}abstractNum"):
                    if known.get(f"{W}abstractNumId") == abstract:
                        for at in known.iterchildren(f"{W}lvl"):
                            if at.get(f"{W}ilvl") == level:
                                return value(at.find(f"{W}numFmt"))
        return ""


def _plain(element: etree._Element) -> str:
    """Return the text in an element, as far as it is its own."""
    pieces = []
    for child in element.iterchildren(etree.Element):
        if child.tag == f"{W}t":
            pieces.append(child.text or "")
        elif child.tag in _SIGNS:
            pieces.append(_SIGNS[child.tag])
        elif child.tag not in _APART:
            pieces.append(_plain(child))
    return "".join(pieces)


def _tidy(text: str) -> str:
    """Return a text without spaces that nobody sees."""
    lines = (re.sub(" +", " ", line).strip(" ") for line in text.split("\n"))
    return "\n".join(lines).strip("\n")


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table.iterchildren(etree.Element):
        if child.tag == f"{W}tr":
            yield child
        elif child.tag in all_in(W, "sdt", "sdtContent"):
            yield from _rows(child)


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    for child in row.iterchildren(etree.Element):
        if child.tag == f"{W}tc":
            yield child
        elif child.tag in all_in(W, "sdt", "sdtContent"):
            yield from _cells(child)

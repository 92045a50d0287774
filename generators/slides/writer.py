"""Blocks to .pptx: every heading of the first level begins a slide, the first one the title slide.

What stands below a heading of a lower level is for whoever speaks: it goes into the notes of the
slide.
"""

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import datetime
from io import BytesIO
from struct import unpack
from textwrap import wrap
from typing import Any, assert_never
from zipfile import ZipFile

from pptx import Presentation
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from generators.archive import archive
from generators.blocks import (
    Blank,
    Block,
    Cards,
    Document,
    Figure,
    Heading,
    Inline,
    LineBreak,
    Link,
    ListOfItems,
    LongAnswer,
    PageBreak,
    Paragraph,
    Table,
    Text,
    TickBox,
    Title,
    WritingLine,
    WritingLines,
)
from generators.slides.base_presentation import LOCALES, empty
from generators.word.pictures import raster
from handbook.model import Brand
from macros.wording import edition_said

_TITLE, _TEXT, _PICTURE, _TABLE = range(4)  # the layouts, as the empty presentation has them
_BOX = "\u2610"
_FOOTER_PLACE, _NUMBER_PLACE = 11, 12
# Dots across a picture: sharp on a projector of 1920 by 1080.
_DOTS_WIDE = 1200
_ROW, _MARGINS = Pt(44), Pt(10)  # of a table: its least height, and the air in a cell
_HEAD, _ON_HEAD, _INK = (
    MSO_THEME_COLOR.ACCENT_1,
    MSO_THEME_COLOR.BACKGROUND_1,
    MSO_THEME_COLOR.TEXT_1,
)
_BANDS = (MSO_THEME_COLOR.ACCENT_5, MSO_THEME_COLOR.BACKGROUND_1)
_TABLE_LETTER = Pt(24)
# Of the master: the letter of a title and of the first level, and the air above a paragraph.
_TITLE_LETTER, _LETTER, _ABOVE = Pt(44), Pt(36), Pt(14)
_TITLE_LINES = 2
# A letter is half as wide as it is high, taken broadly; a line is a quarter higher.
_WIDE, _HIGH = 0.52, 1.22


@dataclass(slots=True)
class _Slide:
    """One slide: its title, what is seen, and what is said."""

    title: tuple[Inline, ...]
    seen: list[Block] = field(default_factory=list)
    said: list[Block] = field(default_factory=list)


def write(document: Document, brand: Brand) -> bytes:
    """Write `document` as a presentation.

    `brand.logo` holds the SVG itself. Raises ValueError, in words, for what no slide can hold.
    The same document and brand give the same bytes.
    """
    first, *others = _slides(document)
    edition = edition_said(document.version, document.edition, document.language)
    footer = f"{_plain(first.title)} · {edition}"
    deck = Presentation(BytesIO(empty(brand, document.language, footer)))
    _title_slide(deck, first)
    for slide in others:
        _write(deck, slide)
    _say_language(deck, LOCALES[document.language])
    _describe(deck, document)
    buffer = BytesIO()
    deck.save(buffer)
    with ZipFile(buffer) as saved:
        # python-pptx takes the clock's time for the parts of the zip.
        return archive({name: saved.read(name) for name in saved.namelist()})


def _slides(document: Document) -> list[_Slide]:
    """Return the slides; the first one is the title slide."""
    slides: list[_Slide] = []
    spoken = False
    for block in document.blocks:
        match block:
            case Heading(level=1):
                slides.append(_Slide(block.content))
                spoken = False
            case _ if not slides:
                raise ValueError("slides begin with a ## heading; write one above all else")
            case Heading():
                # The first lower heading only says that here begins what is said.
                if spoken:
                    slides[-1].said.append(block)
                spoken = True
            case _:
                (slides[-1].said if spoken else slides[-1].seen).append(block)
    if not slides:
        raise ValueError("there is no slide; write a ## heading for each")
    return slides


def _title_slide(deck: Any, slide: _Slide) -> None:
    page = deck.slides.add_slide(deck.slide_layouts[_TITLE])
    page.shapes.title.text = _plain(slide.title)
    if slide.seen:
        page.placeholders[1].text = "\n".join(_lines(slide.seen))
    else:
        _drop(page.placeholders[1])
    page.notes_slide.notes_text_frame.text = "\n".join(_lines(slide.said))


def _write(deck: Any, slide: _Slide) -> None:
    figures = [block for block in slide.seen if isinstance(block, Figure)]
    tables = [block for block in slide.seen if isinstance(block, Table)]
    text = [block for block in slide.seen if not isinstance(block, Figure | Table | PageBreak)]
    title = _plain(slide.title)
    if len(figures) + len(tables) > 1 or (tables and text):
        raise ValueError(
            f'the slide "{title}" holds too much; '
            "give it a table alone, or text with one figure at the most"
        )
    layout = _PICTURE if figures else _TABLE if tables else _TEXT
    page = deck.slides.add_slide(deck.slide_layouts[layout])
    page.shapes.title.text = title
    if _count_lines([title], page.shapes.title.width, _TITLE_LETTER) > _TITLE_LINES:
        raise ValueError(f'the title of the slide "{title}" is too long; shorten it to two lines')
    if tables:
        _add_table(page, tables[0], title)
    elif figures:
        _add_figure(page, figures[0])
        _fill(page.placeholders[2], text, title)
    else:
        _fill(page.placeholders[1], text, title)
    _repeat_furniture(page, deck.slide_layouts[layout])
    for placeholder in page.placeholders:
        if placeholder.has_text_frame and not placeholder.text_frame.text.strip():
            _drop(placeholder)
    page.notes_slide.notes_text_frame.text = "\n".join(_lines(slide.said))


def _drop(placeholder: Any) -> None:
    """Take away an empty placeholder: it would show its prompt to whoever edits the slide."""
    placeholder._element.getparent().remove(placeholder._element)


def _count_lines(texts: Iterable[str], width: float, letter: int) -> int:
    """Return how many lines paragraphs take in a width in EMU: an estimate, rather too many."""
    across = int(width / (letter * _WIDE))
    return sum(max(1, len(wrap(line, across))) for text in texts for line in text.split("\n"))


def _room_for(needed: float, place: Any, title: str) -> None:
    """Raise ValueError where something is higher than its place, so that it would run off."""
    if needed > place.height:
        raise ValueError(
            f'the text of the slide "{title}" does not fit on it; '
            "shorten it, or divide it over two slides"
        )


def _repeat_furniture(page: Any, layout: Any) -> None:
    """Put footer and number on a slide, which shows those of its layout only when asked."""
    for place in layout.placeholders:
        if place.placeholder_format.idx in (_FOOTER_PLACE, _NUMBER_PLACE):
            copy = deepcopy(place._element)
            copy.nvSpPr.cNvPr.set("id", str(max(shape.shape_id for shape in page.shapes) + 1))
            page.shapes._spTree.append(copy)


def _fill(place: Any, blocks: Sequence[Block], title: str) -> None:
    """Write blocks into a place for text; the first level is plain, lists begin at the second."""
    paragraphs = list(_paragraphs(blocks, title))
    texts = [_plain(content) for *_, content in paragraphs]
    lines = _count_lines(texts, place.width, _LETTER)
    _room_for(lines * _LETTER * _HIGH + len(texts) * _ABOVE, place, title)
    frame = place.text_frame
    frame.clear()
    unused = [frame.paragraphs[0]]
    for level, number, content in paragraphs:
        paragraph = unused.pop() if unused else frame.add_paragraph()
        paragraph.level = level
        if number:
            _number(paragraph)
        for piece in content:
            _add(paragraph, piece)


def _paragraphs(
    blocks: Iterable[Block], title: str
) -> Iterator[tuple[int, bool, tuple[Inline, ...]]]:
    """Yield each paragraph with its level, and whether it is numbered."""
    for block in blocks:
        match block:
            case Paragraph(role="quote"):
                yield 0, False, tuple(_italic(piece) for piece in block.content)
            case Paragraph() | Title() | Heading():
                yield 0, False, block.content
            case ListOfItems():
                yield from _items(block, 1)
            case LongAnswer() | WritingLines() | Table() | Figure() | Cards() | PageBreak():
                raise ValueError(
                    f'the slide "{title}" holds cards or lines to write on; '
                    "move them below a ### heading, into the notes"
                )
            case _:
                assert_never(block)


def _items(items: ListOfItems, level: int) -> Iterator[tuple[int, bool, tuple[Inline, ...]]]:
    for item in items.items:
        yield level, items.kind == "number", item.content
        for below in item.children:
            yield from _items(below, min(level + 1, 2))


def _add(paragraph: Any, piece: Inline) -> None:
    match piece:
        case LineBreak():
            paragraph.add_line_break()
        case Link():
            run = paragraph.add_run()
            run.text = _plain(piece.content)
            run.hyperlink.address = piece.address
        case Text():
            run = paragraph.add_run()
            run.text = piece.text
            # None leaves it as the layout has it.
            run.font.bold = piece.bold or None
            run.font.italic = piece.italic or None
        case Blank():
            paragraph.add_run().text = piece.placeholder
        case TickBox():
            paragraph.add_run().text = _BOX
        case WritingLine():
            paragraph.add_run().text = piece.label
        case _:
            assert_never(piece)


def _number(paragraph: Any) -> None:
    """Give a paragraph a number in place of its bullet."""
    properties = paragraph._p.get_or_add_pPr()
    properties.append(properties.makeelement(qn("a:buFont"), {"typeface": "+mj-lt"}))
    properties.append(properties.makeelement(qn("a:buAutoNum"), {"type": "arabicPeriod"}))


def _add_figure(page: Any, figure: Figure) -> None:
    """Put a drawing into the place for a picture, whole, with its text alternative."""
    picture = raster(figure.svg, width=_DOTS_WIDE)
    across, down = unpack(">II", picture[16:24])
    place = page.placeholders[1]
    left, top, width, height = place.left, place.top, place.width, place.height
    shown = place.insert_picture(BytesIO(picture))
    shown.crop_left = shown.crop_right = shown.crop_top = shown.crop_bottom = 0
    scale = min(width / across, height / down)
    shown.width, shown.height = Emu(round(across * scale)), Emu(round(down * scale))
    shown.left = Emu(left + (width - shown.width) // 2)
    shown.top = Emu(top + (height - shown.height) // 2)
    shown._element.nvPicPr.cNvPr.set("descr", figure.description)


def _add_table(page: Any, table: Table, title: str) -> None:
    """Put a table into the place for one; the look is that of the theme."""
    rows = [row for row in (table.header, *table.rows) if row]
    place = page.placeholders[1]
    width = place.width
    heights = [
        max(
            _count_lines(_lines(cell.blocks), width * share, _TABLE_LETTER)
            for cell, share in zip(row, table.widths, strict=True)
        )
        * _TABLE_LETTER
        * _HIGH
        + _MARGINS
        for row in rows
    ]
    _room_for(sum(max(height, _ROW) for height in heights), place, title)
    frame = place.insert_table(rows=len(rows), cols=len(table.widths))
    frame._element.nvGraphicFramePr.cNvPr.set("descr", table.description or table.caption)
    shown = frame.table
    shown.first_row = bool(table.header)
    for column, share in zip(shown.columns, table.widths, strict=True):
        column.width = Emu(round(width * share))
    for number, (row, cells) in enumerate(zip(shown.rows, rows, strict=True)):
        row.height = _ROW
        heads = number == 0 and shown.first_row
        for cell, content in zip(row.cells, cells, strict=True):
            # Not every program knows the styles of tables: the colours are said here.
            cell.fill.solid()
            cell.fill.fore_color.theme_color = _HEAD if heads else _BANDS[number % 2]
            cell.vertical_anchor = MSO_ANCHOR.MIDDLE
            cell.text = "\n".join(_lines(content.blocks))
            for paragraph in cell.text_frame.paragraphs:
                paragraph.font.size = _TABLE_LETTER
                paragraph.font.name = "+mn-lt"
                paragraph.font.bold = heads
                paragraph.font.color.theme_color = _ON_HEAD if heads else _INK


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield blocks as plain lines, for notes and for the cells of a table."""
    for block in blocks:
        match block:
            case Title() | Heading() | Paragraph():
                yield from _plain(block.content).split("\n")
            case ListOfItems():
                yield from _plain_items(block, "")
            case LongAnswer():
                yield _plain(block.caption) or block.blank.label
            case Table():
                for row in (block.header, *block.rows):
                    cells = [" ".join(_lines(cell.blocks)) for cell in row]
                    if any(cells):
                        yield " · ".join(cell for cell in cells if cell)
            case Figure():
                yield _plain(block.caption) or block.description
            case Cards():
                for card in block.cards:
                    yield _plain(card.title)
                    yield from _lines(card.blocks)
            case WritingLines():
                yield block.label
            case PageBreak():
                pass
            case _:
                assert_never(block)


def _plain_items(items: ListOfItems, indent: str) -> Iterator[str]:
    for number, item in enumerate(items.items, start=1):
        mark = f"{number}." if items.kind == "number" else "•"
        yield f"{indent}{mark} {_plain(item.content)}"
        for below in item.children:
            yield from _plain_items(below, f"{indent}   ")


def _plain(content: Iterable[Inline]) -> str:
    words = ""
    for piece in content:
        match piece:
            case Text():
                words += piece.text
            case LineBreak():
                words += "\n"
            case Link():
                words += _plain(piece.content)
            case Blank():
                words += piece.placeholder
            case TickBox():
                words += _BOX
            case WritingLine():
                words += piece.label
            case _:
                assert_never(piece)
    return words


def _italic(piece: Inline) -> Inline:
    return replace(piece, italic=True) if isinstance(piece, Text) else piece


def _say_language(deck: Any, locale: str) -> None:
    """Mark all text of slides and notes with its language, for spelling and reading aloud."""
    for slide in deck.slides:
        for part in (slide, slide.notes_slide):
            for run in part._element.iter(qn("a:r"), qn("a:br"), qn("a:fld")):
                run.get_or_add_rPr().set("lang", locale)


def _describe(deck: Any, document: Document) -> None:
    """Set what the file says about itself; its dates are those of the edition."""
    properties = deck.core_properties
    edition = datetime.fromisoformat(document.edition)
    properties.title = document.title
    properties.subject = document.subject
    properties.identifier = document.identifier
    properties.language = LOCALES[document.language]
    properties.author = document.creator
    properties.last_modified_by = ""
    properties.version = document.version
    properties.created = edition
    properties.modified = edition

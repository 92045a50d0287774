"""The same document for docxtpl: a .docx with Jinja tags where our blanks are.

It carries the text, lists, tables and pictures, and no content controls, since docxtpl has none:
so it has less to do than our writer.
"""

from io import BytesIO
from typing import Any, assert_never

import docx
import resvg_py
from docx.document import Document as WordDocument
from docx.shared import Mm
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

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

Values = dict[str, Any]
_LISTS = {"bullet": "List Bullet", "check": "List Bullet", "number": "List Number"}


def equivalent(document: Document) -> tuple[WordDocument, Values]:
    """Return a docxtpl template with the text of a document, and the values for its tags."""
    word = docx.Document()
    values: Values = {}
    _write_inline(word.sections[0].header.paragraphs[0], document.header, values)
    for block in document.blocks:
        _write(word, block, values)
    return word, values


def _write(place: WordDocument | _Cell, block: Block, values: Values) -> None:
    match block:
        case Title():
            _write_inline(place.add_paragraph(style="Title"), block.content, values)
        case Heading():
            heading = place.add_paragraph(style=f"Heading {block.level}")
            _write_inline(heading, block.content, values)
        case Paragraph():
            _write_inline(place.add_paragraph(), block.content, values)
        case ListOfItems():
            _write_list(place, block, values, 1)
        case LongAnswer():
            _write_inline(place.add_paragraph(), block.caption, values)
            cell = _table(place, 1, 1).cell(0, 0)
            _write_inline(cell.paragraphs[0], (block.blank,), values)
        case Table():
            _write_table(place, block, values)
        case Figure():
            picture = BytesIO(bytes(resvg_py.svg_to_bytes(svg_string=block.svg, width=1200)))
            place.add_paragraph().add_run().add_picture(picture, width=Mm(block.width))
            _write_inline(place.add_paragraph(), block.caption, values)
        case Cards():
            rows = -(-len(block.cards) // block.columns)
            table = _table(place, rows, block.columns)
            for number, card in enumerate(block.cards):
                cell = table.cell(number // block.columns, number % block.columns)
                _write_inline(cell.paragraphs[0], card.title, values)
                for inner in card.blocks:
                    _write(cell, inner, values)
        case WritingLines():
            _write_inline(place.add_paragraph(), block.caption, values)
            _table(place, block.count, 1)
        case PageBreak():
            place.add_paragraph().paragraph_format.page_break_before = True
        case _:
            assert_never(block)


def _write_list(
    place: WordDocument | _Cell, block: ListOfItems, values: Values, level: int
) -> None:
    style = _LISTS[block.kind] + (f" {min(level, 3)}" if level > 1 else "")
    for item in block.items:
        _write_inline(place.add_paragraph(style=style), item.content, values)
        for child in item.children:
            _write_list(place, child, values, level + 1)


def _write_table(place: WordDocument | _Cell, block: Table, values: Values) -> None:
    """Write a table; repeating rows become one row in a loop, as one does in docxtpl."""
    head = [block.header] if block.header else []
    columns = len(block.widths)
    if block.repeating is None:
        lines = [*head, *block.rows]
        table = _table(place, len(lines), columns)
        for row, line in zip(table.rows, lines, strict=True):
            for cell, content in zip(row.cells, line, strict=True):
                for inner in content.blocks:
                    _write(cell, inner, values)
        return
    table = _table(place, len(head) + 3, columns)
    for line in head:
        for cell, content in zip(table.rows[0].cells, line, strict=True):
            for inner in content.blocks:
                _write(cell, inner, values)
    name = f"rows_{len(values)}"
    values[name] = [[" "] * columns for _ in block.rows]
    before, row, after = table.rows[len(head) :]
    before.cells[0].paragraphs[0].add_run(f"{{%tr for row in {name} %}}")
    for number, cell in enumerate(row.cells):
        cell.paragraphs[0].add_run(f"{{{{ row[{number}] }}}}")
    after.cells[0].paragraphs[0].add_run("{%tr endfor %}")


def _write_inline(paragraph: WordParagraph, content: tuple[Inline, ...], values: Values) -> None:
    for inline in content:
        match inline:
            case Text():
                run = paragraph.add_run(inline.text)
                run.bold, run.italic = inline.bold or None, inline.italic or None
            case LineBreak():
                paragraph.add_run().add_break()
            case Link():
                for text in inline.content:
                    paragraph.add_run(text.text)
            case Blank():
                name = f"blank_{len(values)}"
                values[name] = "☐" if inline.kind == "checkbox" else inline.placeholder
                paragraph.add_run(f"{{{{ {name} }}}}")
            case TickBox():
                paragraph.add_run("☐")
            case WritingLine():
                paragraph.add_run(f"{'_' * 20} {inline.label}")
            case _:
                assert_never(inline)


def _table(place: WordDocument | _Cell, rows: int, columns: int) -> Any:
    return place.add_table(rows, columns)

"""Tables as Word wants them: widths in the grid and in each cell, rows that stay whole."""

from itertools import accumulate, pairwise
from typing import Literal

from generators.word.markup import Xml, escape, join

TableStyle = Literal[
    "RuledTable", "CompactTable", "WritingTable", "AnswerBox", "WritingLines", "Cards"
]


_LABEL_EDGE = 34


def columns(shares: tuple[float, ...], width: int) -> tuple[int, ...]:
    """Divide `width` by `shares`, without losing a twip to rounding."""
    edges = [0, *(round(width * edge / sum(shares)) for edge in accumulate(shares))]
    return tuple(right - left for left, right in pairwise(edges))


def cell(width: int, content: Xml, *, middle: bool = False, labelled: bool = False) -> Xml:
    """Give one cell; `content` ends in a paragraph, as Word demands of every cell.

    The text of a `labelled` one keeps to its upper edge, and leaves the room to write.
    """
    margin = f'<w:tcMar><w:top w:w="{_LABEL_EDGE}" w:type="dxa"/></w:tcMar>' if labelled else ""
    centred = '<w:vAlign w:val="center"/>' if middle else ""
    return Xml(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{margin}{centred}</w:tcPr>'
        f"{content}</w:tc>"
    )


def row(cells: Xml, *, header: bool = False, least: int = 0, exactly: int = 0) -> Xml:
    """Give one row that never splits over two pages: `least` high, or `exactly` so high."""
    height = ""
    if exactly:
        height = f'<w:trHeight w:val="{exactly}" w:hRule="exact"/>'
    elif least:
        height = f'<w:trHeight w:val="{least}" w:hRule="atLeast"/>'
    repeated = "<w:tblHeader/>" if header else ""
    return Xml(f"<w:tr><w:trPr><w:cantSplit/>{height}{repeated}</w:trPr>{cells}</w:tr>")


def growing_row(cells: Xml, *, least: int) -> Xml:
    """Give a row that may run on over a page's end: for answers nobody knows the length of."""
    return Xml(
        f'<w:tr><w:trPr><w:trHeight w:val="{least}" w:hRule="atLeast"/></w:trPr>{cells}</w:tr>'
    )


def table(
    style: TableStyle,
    widths: tuple[int, ...],
    rows: Xml,
    *,
    caption: str,
    description: str,
    header_row: bool = False,
    header_column: bool = False,
) -> Xml:
    """Give a whole table; `caption` and `description` are for people who hear it read out."""
    look = (0x0020 if header_row else 0) + (0x0080 if header_column else 0) + 0x0600
    grid = join(Xml(f'<w:gridCol w:w="{width}"/>') for width in widths)
    return Xml(
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{look:04X}" w:firstRow="{int(header_row)}" w:lastRow="0" '
        f'w:firstColumn="{int(header_column)}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escape(caption)}"/>'
        f'<w:tblDescription w:val="{escape(description or caption)}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )

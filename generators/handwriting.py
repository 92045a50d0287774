"""A document to fill in with a pen: the same text, with lines and boxes where its blanks were.

No placeholder shows on paper, so what goes on a line is said in small print behind it, and what
goes in a cell above the room to write: only where the text, the header or the row do not say it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import assert_never

from generators.blocks import (
    Blank,
    Block,
    Card,
    Cards,
    Cell,
    Document,
    Figure,
    Heading,
    Inline,
    LineBreak,
    ListItem,
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
from macros.fields import placeholder

# Lengths of lines in millimetres: enough for a name, a date, a sentence, an address.
_NAME, _DATE, _SENTENCE, _ALONE = 40, 28, 90, 76
_UP_TO_MARGIN = 0
_BESIDE_LOGO = 56
# A line of its own asks for a name or a date; with a longer label it asks for a sentence.
_SHORT_LABEL = 26
# So many letters of options stand in a line; a choice with more of them is answered in writing.
_SHORT_CHOICE = 44
# About the width of a letter, of a box with the room around it, and of the edges of a cell.
_LETTER, _BOX, _EDGES = 1.8, 6.0, 4.0
# The width of the text on a sheet.
_WIDTHS = {"portrait": 164, "landscape": 251}
_WORD = re.compile(r"\w{4,}")


def by_hand(document: Document) -> Document:
    """Return the same document to fill in with a pen; it has no blanks left."""
    width = _WIDTHS[document.paper]
    header = (
        replace(one, length=_BESIDE_LOGO) if isinstance(one, WritingLine) else one
        for one in _in_line(document.header)
    )
    return replace(
        document,
        header=tuple(header),
        blocks=tuple(_block(block, width) for block in document.blocks),
    )


def _block(block: Block, width: float) -> Block:
    match block:
        case Title() | Heading():
            return replace(block, content=tuple(_in_line(block.content)))
        case Paragraph():
            # The words of a quotation end before the margin.
            content = _in_line(block.content, to_margin=block.role != "quote")
            return replace(block, content=tuple(content))
        case ListOfItems():
            return replace(block, items=tuple(_item(item) for item in block.items))
        case LongAnswer(blank, caption):
            return WritingLines(blank.lines, blank.label, tuple(_in_line(caption)))
        case Table():
            return _table(block, width)
        case Figure():
            return replace(block, caption=tuple(_in_line(block.caption)))
        case Cards():
            cards = tuple(_card(card, width / block.columns) for card in block.cards)
            return replace(block, cards=cards)
        case WritingLines() | PageBreak():
            return block
        case _:
            assert_never(block)


def _item(item: ListItem) -> ListItem:
    children = (
        replace(child, items=tuple(_item(one) for one in child.items)) for child in item.children
    )
    return ListItem(tuple(_in_line(item.content, to_margin=True)), tuple(children))


def _card(card: Card, width: float) -> Card:
    blocks = tuple(_block(block, width) for block in card.blocks)
    match card.title:
        case (Blank() as blank,):
            # The rule below the title is the line to write on.
            label = Paragraph((Text(_label(blank)),), "label")
            return Card((Text("\u00a0"),), (label, *blocks))
        case _:
            return Card(tuple(_in_line(card.title)), blocks)


# Lines of text


def _in_line(content: Sequence[Inline], *, to_margin: bool = False) -> Iterable[Inline]:
    """Yield a line of text; a blank at its very end reaches the margin where that is asked."""
    for place, inline in enumerate(content):
        if not isinstance(inline, Blank):
            yield inline
            continue
        if inline.filled:
            yield Text(inline.filled, inline.bold, inline.italic)
            continue
        before = _before(content[:place])
        starts = not place or isinstance(content[place - 1], LineBreak)
        rest = content[place + 1 :]
        match inline.kind:
            case "checkbox":
                yield TickBox()
            case "choice" if _letters(inline) <= _SHORT_CHOICE:
                yield from _options(inline)
            case _:
                yield from _line(inline, before, rest, starts=starts, to_margin=to_margin)


def _before(content: Sequence[Inline]) -> str:
    """Return the text that stands directly before a blank on the same line."""
    text = ""
    for inline in reversed(content):
        if not isinstance(inline, Text):
            break
        text = inline.text + text
    return text


def _line(
    blank: Blank, before: str, rest: Sequence[Inline], *, starts: bool, to_margin: bool
) -> Iterable[Inline]:
    is_last = not rest or isinstance(rest[0], LineBreak)
    label = "" if _is_said(blank, before, rest) else _label(blank)
    if is_last and starts and len(label) <= _SHORT_LABEL:
        yield WritingLine(label, _ALONE)
    elif is_last and to_margin:
        yield WritingLine(label, _UP_TO_MARGIN)
    else:
        asks_sentence = blank.kind == "long" or (is_last and starts)
        yield WritingLine(
            label, _SENTENCE if asks_sentence else _DATE if blank.kind == "date" else _NAME
        )


def _is_said(blank: Blank, before: str, rest: Sequence[Inline]) -> bool:
    """Tell whether the text before a blank says what goes there."""
    if before.rstrip().endswith(":"):
        # Of two blanks after one colon it is not clear which is which.
        return not any(isinstance(one, Blank) for one in _sentence(rest))
    return bool(_words(before[-40:]) & _words(blank.label))


def _sentence(content: Sequence[Inline]) -> Iterable[Inline]:
    """Yield what stands in the same sentence."""
    for inline in content:
        if isinstance(inline, LineBreak) or (
            isinstance(inline, Text) and re.search(r"[.?!](\s|$)", inline.text)
        ):
            return
        yield inline


def _options(blank: Blank) -> Iterable[Inline]:
    """Yield the options of a choice, each behind its box."""
    for place, option in enumerate(blank.options):
        if place:
            yield Text("  ")
        yield TickBox()
        yield Text(f"\u00a0{option.label}")


def _letters(blank: Blank) -> int:
    return sum(len(option.label) for option in blank.options)


def _label(blank: Blank) -> str:
    return placeholder(blank.label).strip("[]")


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}


# Tables


def _table(table: Table, width: float) -> Table:
    widths = [share * width / sum(table.widths) for share in table.widths]
    headers = [_plain(cell) for cell in table.header] or [""] * len(widths)
    above = [""] * len(widths)
    rows = []
    for row in table.rows:
        beside = [_plain(cell) for cell in row]
        cells = []
        for place, cell in enumerate(row):
            answer = _answer(cell)
            if answer is None:
                cells.append(_mixed(cell, widths[place]))
                continue
            label = _cell_label(answer, headers[place], beside)
            is_repeated = _is_own(answer) and label == above[place]
            cells.append(_room(cell, answer, "" if is_repeated else label, widths[place]))
            above[place] = label
        rows.append(tuple(cells))
    header = tuple(_mixed(cell, each) for cell, each in zip(table.header, widths, strict=False))
    return replace(table, header=header, rows=tuple(rows), repeating=None)


def _mixed(cell: Cell, width: float) -> Cell:
    return replace(cell, blocks=tuple(_block(block, width) for block in cell.blocks))


def _answer(cell: Cell) -> Blank | None:
    """Return the blank that fills a cell, other than a box to tick."""
    match cell.blocks:
        case (Paragraph(content=(Blank() as blank,)),) | (LongAnswer(blank=blank, caption=()),):
            return None if blank.kind == "checkbox" or blank.filled else blank
        case _:
            return None


def _cell_label(blank: Blank, header: str, beside: Sequence[str]) -> str:
    """Return what a cell has to say of itself, in a column below `header` and a row of texts."""
    if _words(blank.label) & _words(" ".join((header, *beside))):
        return ""
    if _is_own(blank) and header and beside[0] and " " not in blank.label:
        # The row says what, the column how much; "amount" would add nothing.
        return ""
    return _label(blank)


def _is_own(blank: Blank) -> bool:
    """Tell whether the label of a blank only names it; that of a task says who usually does it."""
    return not blank.path.startswith("tasks.")


def _room(cell: Cell, blank: Blank, label: str, width: float) -> Cell:
    """Return a cell with room to write in, or with the options of a choice."""
    if blank.kind == "choice" and _fits(blank, width):
        return replace(cell, blocks=(Paragraph(tuple(_options(blank))),))
    small = (Text(label),) if label else ()
    if blank.lines > 1:
        return replace(cell, blocks=(WritingLines(blank.lines, blank.label, small),))
    return replace(cell, blocks=(Paragraph(small, "label"),) if label else ())


def _fits(blank: Blank, width: float) -> bool:
    """Tell whether the options of a choice stand in two lines of a cell."""
    longest = max(len(option.label) for option in blank.options) * _LETTER + _BOX
    line = width - _EDGES
    return longest <= line and _letters(blank) * _LETTER + len(blank.options) * _BOX <= 2 * line


def _plain(cell: Cell) -> str:
    """Return what is printed in a cell, without its blanks."""
    return " ".join(
        inline.text
        for block in cell.blocks
        if isinstance(block, Paragraph)
        for inline in block.content
        if isinstance(inline, Text)
    )

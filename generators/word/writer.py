"""Blocks to .docx: what each kind of block becomes in Word."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import TypeGuard, assert_never

from docx.shared import Mm, Twips

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
    ListOfItems,
    LongAnswer,
    PageBreak,
    Paragraph,
    Table,
    Text,
    TickBox,
    Title,
    WritingLines,
)
from generators.word import tables
from generators.word.controls import shown
from generators.word.markup import Xml, join, text_run
from generators.word.package import pack
from generators.word.paper import twips
from generators.word.paragraphs import line, paragraph, reaches_margin
from generators.word.parts import assemble
from generators.word.story import (
    IN_A_CELL,
    IN_A_COMPACT_CELL,
    IN_A_HEADER_CELL,
    NUMBERINGS,
    ON_A_CARD,
    ON_A_LARGE_CARD,
    ON_A_SIGN,
    Role,
    Story,
    begin,
)
from handbook.model import Brand

_HANDWRITING = twips(Mm(10))
_ANSWER_LINE = twips(Mm(7))
_WRITING_LINE = twips(Mm(8))
# An empty cell is one to write in; a label in it leaves room to write below.
_EMPTY, _LABELLED = twips(Mm(9)), twips(Mm(9.5))
# Tables of no more rows stay on one page; longer ones may run on, between two rows.
_SHORT_TABLE = 4
# A paragraph of no more characters announces the table or the words to say below it, and stays
# with them.
_ANNOUNCEMENT = 240
_DEEPEST_LIST = 3
_CARDS = {"nl": "Kaartjes om uit te knippen", "en": "Cards to cut out"}
# At most so many rows of cards on a page, and their letters are larger.
_LARGE_CARDS = 2
# A word of explanation above a page of cards has this much room.
_ABOVE_CARDS = twips(Mm(34))
_CELL_PADDING = 2 * 113
# Room where the style alone does not give it.
_BELOW_LIST, _BETWEEN_IN_CELL, _BETWEEN_ON_LARGE_CARD = 140, 60, 200


_Tabular = Table | Cards | LongAnswer | WritingLines


def write(document: Document, brand: Brand) -> bytes:
    """Write `document` as a Word file.

    `brand.logo` holds the SVG itself. Raises ValueError, in words, for what no Word file can
    hold. The same document and brand give the same bytes.
    """
    try:
        story = begin(document)
        text = _body(story, document.blocks)
        return pack(assemble(document, brand, story, text))
    except ValueError as error:
        raise ValueError(f"{document.identifier} ({document.language}): {error}") from error


def _body(story: Story, blocks: Sequence[Block]) -> Xml:
    pieces: list[Xml] = []
    for block, following in zip_longest(blocks, blocks[1:]):
        if story.opening.below_table and _is_bare_table(block):
            # Word would make one table of two that touch.
            pieces.append(paragraph(story, "AnswerCaption", text_run(_name(story, block))))
        announces = _announces(block, following)
        pieces.append(_block(replace(story, keep_next=True) if announces else story, block))
        if isinstance(block, _Tabular):
            story.opening.below_table = True
    if story.opening.below_table:
        story.opening.new_page = False
        pieces.append(paragraph(story, "AfterTable", Xml("")))
    return join(pieces)


def _announces(block: Block, following: Block | None) -> bool:
    """Tell whether a block is a few words about what comes next, and means little without it."""
    if not isinstance(block, Paragraph) or len(_plain(block.content)) > _ANNOUNCEMENT:
        return False
    match following:
        case Table() | LongAnswer() | WritingLines():
            return True
        case Paragraph(role="quote"):
            return block.role != "quote"
        case _:
            return False


def _is_bare_table(block: Block) -> TypeGuard[_Tabular]:
    """Tell whether a block begins with a table, without a line of text above it."""
    return isinstance(block, Table | Cards) or (
        isinstance(block, LongAnswer | WritingLines) and not block.caption
    )


def _name(story: Story, block: _Tabular) -> str:
    match block:
        case Table():
            return block.caption
        case LongAnswer():
            return block.blank.label
        case WritingLines():
            return block.label
        case Cards():
            return _CARDS[story.language]
        case _:
            assert_never(block)


def _block(story: Story, block: Block) -> Xml:
    match block:
        case Title():
            return _heading(story, "Title", block.content)
        case Heading():
            return _heading(story, f"Heading{block.level}", block.content)
        case Paragraph():
            return _text_paragraph(story, block)
        case ListOfItems():
            return _list(story, block)
        case LongAnswer():
            return _long_answer(story, block)
        case WritingLines():
            return _writing_lines(story, block)
        case Table():
            return _table(story, block)
        case Figure():
            return _figure(story, block)
        case Cards():
            return _cards(story, block)
        case PageBreak():
            _only_on_the_page(story, "a page break")
            story.opening.new_page = True
            return Xml("")
        case _:
            assert_never(block)


def _only_on_the_page(story: Story, what: str) -> None:
    if not story.on_the_page:
        raise ValueError(f"{what} stands inside a table or a card; put it on the page itself")


def _heading(story: Story, style: str, content: tuple[Inline, ...]) -> Xml:
    if not story.on_the_page:
        style = story.styles["heading"]
    return paragraph(
        story,
        style,
        line(story, content),
        to_margin=reaches_margin(content),
        after=story.after,
    )


def _text_paragraph(story: Story, block: Paragraph) -> Xml:
    style = story.styles[block.role]
    match block.content:
        case (Blank(kind="long", bound=False) as blank,) if story.on_the_page:
            # Around the paragraph, so that more of them and bullets fit within.
            alone = paragraph(story, style, shown(blank))
            return story.controls.around(blank, alone, locked=story.locked)
        case (Blank(kind="checkbox") | TickBox(), _, *rest) if TickBox() not in rest:
            checked = _checked(story, block.content)
            return paragraph(story, story.styles["check"], checked, after=story.after)
        case (*_, Text(text=last)) if last.rstrip().endswith(":"):
            keep_next = True
        case _:
            keep_next = False
    return paragraph(
        story,
        style,
        line(story, block.content),
        keep_next=keep_next,
        to_margin=reaches_margin(block.content),
        after=story.after,
    )


# Lists


def _list(story: Story, block: ListOfItems, *, level: int = 0, closing: bool = True) -> Xml:
    """Give a list and the lists in it; room follows below the last line of all when `closing`."""
    if level >= _DEEPEST_LIST:
        raise ValueError(f"a list lies more than {_DEEPEST_LIST} lists deep; make it flatter")
    number = story.lists.start(level) if block.kind == "number" else NUMBERINGS[block.kind]
    numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    below = _BELOW_LIST if story.on_the_page else story.after or 0
    write_line = _checked if block.kind == "check" else line
    pieces: list[Xml] = []
    for index, item in enumerate(block.items):
        last = closing and index == len(block.items) - 1
        pieces.append(
            paragraph(
                story,
                story.styles[block.kind],
                write_line(story, item.content),
                numbering=numbering,
                # The first item does not stay behind alone at the foot of a page.
                keep_next=level == 0 and index == 0 and len(block.items) > 1,
                to_margin=reaches_margin(item.content),
                after=below if last and not item.children else None,
            )
        )
        for child in item.children:
            closes = last and child is item.children[-1]
            pieces.append(_list(story, child, level=level + 1, closing=closes))
    return join(pieces)


def _checked(story: Story, content: Sequence[Inline]) -> Xml:
    """Give a line to tick: its checkbox, a tab, and the text that lines up behind it."""
    match content:
        case (Blank(kind="checkbox") | TickBox() as box, *rest):
            if rest and isinstance(rest[0], Text):
                rest[0] = replace(rest[0], text=rest[0].text.lstrip())
            return Xml(f"{line(story, (box,))}<w:r><w:tab/></w:r>{line(story, rest)}")
        case _:
            raise ValueError("an item of a check list does not begin with its checkbox")


# Tables, boxes and cards


def _long_answer(story: Story, block: LongAnswer) -> Xml:
    if not story.on_the_page:
        caption = _caption(story, story.styles["heading"], block.caption)
        return Xml(caption + _text_paragraph(story, Paragraph((block.blank,))))
    caption = _caption(story, "AnswerCaption", block.caption)
    box = _answer_cell(story, block.blank, story.width, "Answer")
    label = block.blank.label
    return Xml(
        caption
        + tables.table(
            "AnswerBox",
            (story.width,),
            tables.growing_row(box, least=_answer_height(block.blank)),
            caption=label,
            description=label,
        )
    )


def _writing_lines(story: Story, block: WritingLines) -> Xml:
    if not story.on_the_page:
        # The height of the row gives the room; see _row_height.
        return _caption(story, story.styles["label"], block.caption) or _nothing(story)
    # No room below the words above: the first line has its own.
    caption = _caption(story, "AnswerCaption", block.caption, after=0)
    rows = []
    for number in range(1, block.count + 1):
        kept = replace(story, styles=IN_A_CELL, keep_next=number < block.count)
        rows.append(
            tables.row(tables.cell(story.width, _nothing(kept)), exactly=_WRITING_LINE),
        )
    return Xml(
        caption
        + tables.table(
            "WritingLines",
            (story.width,),
            join(rows),
            caption=block.label,
            description=block.label,
        )
    )


def _nothing(story: Story) -> Xml:
    """Give the paragraph that Word wants in an empty cell."""
    return paragraph(story, story.styles["body"], Xml(""))


def _caption(
    story: Story, style: str, content: tuple[Inline, ...], *, after: int | None = None
) -> Xml:
    if not content:
        return Xml("")
    return paragraph(
        story,
        style,
        line(story, content),
        to_margin=reaches_margin(content),
        after=after,
    )


def _answer_height(blank: Blank) -> int:
    return max(_HANDWRITING, blank.lines * _ANSWER_LINE)


def _answer_cell(story: Story, blank: Blank, width: int, style: str) -> Xml:
    """Give a cell that is one answer: rich text lies around the cell, so that lists fit in."""
    if blank.bound:
        return tables.cell(width, paragraph(story, style, line(story, (blank,))))
    cell = tables.cell(width, paragraph(story, style, shown(blank)))
    return story.controls.around(blank, cell, locked=story.locked)


def _table(story: Story, block: Table) -> Xml:
    _only_on_the_page(story, f"the table {block.caption!r}")
    if not block.caption.strip():
        raise ValueError("a table has no caption; say in words what it holds")
    for cells in (block.header, *block.rows):
        if cells and len(cells) != len(block.widths):
            raise ValueError(
                f"the table {block.caption!r} has {len(block.widths)} columns, but a row has "
                f"{len(cells)} cells"
            )
    if not block.rows or not block.widths or min(block.widths) <= 0:
        raise ValueError(f"the table {block.caption!r} has no rows, or a column without width")
    widths = tables.columns(block.widths, story.width)
    styles = IN_A_COMPACT_CELL if block.compact else IN_A_CELL
    inside = replace(story, styles=styles, locked=story.locked and not block.repeating)
    header = Xml("")
    if block.header:
        above = replace(inside, keep_next=True, styles=IN_A_HEADER_CELL)
        header = tables.row(_cells(above, block.header, widths), header=True)
    last = len(block.rows) - 1
    rows = []
    for index, cells in enumerate(block.rows):
        # No row stands alone at the foot of a page, and none at the top of the next.
        kept = last + 1 <= _SHORT_TABLE or index == 0 or index == last - 1
        place = replace(inside, keep_next=kept and index < last)
        rows.append(
            tables.row(
                _cells(place, cells, widths, middle=block.handwriting),
                least=_row_height(block, cells),
            )
        )
    body = join(rows)
    if block.repeating:
        # Locked controls would keep Word from taking a row away again.
        body = story.controls.rows(block.repeating, block.caption, rows)
    to_write = any(_writing_height(cell) for cells in block.rows for cell in cells)
    return tables.table(
        "WritingTable" if to_write else "CompactTable" if block.compact else "RuledTable",
        widths,
        Xml(header + body),
        caption=block.caption,
        description=block.description,
        header_row=bool(block.header),
        header_column=not block.header or all(cells[0].is_header for cells in block.rows),
    )


def _row_height(block: Table, cells: tuple[Cell, ...]) -> int:
    heights = [
        *(_answer_height(answer) for cell in cells if (answer := _answer(cell))),
        *(_writing_height(cell) for cell in cells),
    ]
    height = max(heights, default=0)
    return max(height, _HANDWRITING) if block.handwriting else height


def _writing_height(cell: Cell) -> int:
    match cell.blocks:
        case (WritingLines(count=count),):
            return count * _WRITING_LINE
        case (Paragraph(role="label"),):
            return _LABELLED
        case ():
            return _EMPTY
        case _:
            return 0


def _answer(cell: Cell) -> Blank | None:
    """Give the long answer that fills this cell, if that is what it is for."""
    match cell.blocks:
        case (LongAnswer(blank=blank, caption=()),):
            return blank
        case (Paragraph(content=(Blank(kind="long", bound=False) as blank,)),):
            return blank
        case _:
            return None


def _cells(
    story: Story, cells: tuple[Cell, ...], widths: tuple[int, ...], *, middle: bool = False
) -> Xml:
    return join(
        _cell(story, cell, width, middle=middle) for cell, width in zip(cells, widths, strict=True)
    )


def _cell(story: Story, cell: Cell, width: int, *, middle: bool) -> Xml:
    styles = IN_A_HEADER_CELL if cell.is_header else story.styles
    place = replace(story, width=width, styles=styles, alignment=cell.alignment)
    if answer := _answer(cell):
        return _answer_cell(place, answer, width, styles["body"])
    labelled = bool(cell.blocks and _writing_height(cell))
    return tables.cell(
        width, _stacked(place, cell.blocks), middle=middle and not labelled, labelled=labelled
    )


def _stacked(story: Story, blocks: Sequence[Block], between: int = _BETWEEN_IN_CELL) -> Xml:
    """Give what stands in a cell: some room between its blocks, none below the last."""
    if not blocks:
        return _nothing(story)
    if len(blocks) == 1:
        return _block(story, blocks[0])
    above = replace(story, after=between)
    return join([*(_block(above, block) for block in blocks[:-1]), _block(story, blocks[-1])])


def _cards(story: Story, block: Cards) -> Xml:
    _only_on_the_page(story, "a sheet of cards")
    if not block.cards or block.columns < 1 or block.rows < 1:
        raise ValueError("a sheet of cards has no cards, columns or rows")
    above = 0 if story.opening.at_the_top else _ABOVE_CARDS
    # A hair less than the page: the paragraph that ends the document needs its own line.
    height = (story.paper.text_height - above - twips(Mm(1))) // block.rows
    widths = tables.columns((1,) * block.columns, story.width)
    titled, styles = _card_styles(block)
    # Cards beside each other begin at the same height, whatever stands on them.
    middle = block.columns == 1 or block.size != "text"
    inside = replace(story, styles=styles)
    rows = []
    for index in range(0, len(block.cards), block.columns):
        number = index // block.columns
        if number and number % block.rows == 0:
            story.opening.new_page = True
        beside = block.cards[index : index + block.columns]
        ends_page = number % block.rows == block.rows - 1
        ends_cards = index + block.columns >= len(block.cards)
        place = replace(inside, keep_next=not (ends_page or ends_cards))
        rows.append(
            tables.row(
                join(
                    tables.cell(
                        width,
                        _card(replace(place, width=width), beside[at], titled),
                        middle=middle,
                    )
                    if at < len(beside)
                    else tables.cell(width, _stacked(place, ()))
                    for at, width in enumerate(widths)
                ),
                exactly=height,
            )
        )
    titles = ", ".join(_plain(card.title) for card in block.cards)
    return tables.table(
        "Cards", widths, join(rows), caption=_CARDS[story.language], description=titles
    )


def _card_styles(block: Cards) -> tuple[str, dict[Role, str]]:
    """Give the style of the titles of cards, and the styles of their text."""
    if block.size == "sign":
        return "SignTitle", ON_A_SIGN
    if block.rows <= _LARGE_CARDS:
        return "LargeCardTitle", ON_A_LARGE_CARD
    return "LargeCardTitle" if block.size == "name" else "CardTitle", ON_A_CARD


def _card(story: Story, card: Card, titled: str) -> Xml:
    title = _caption(story, titled, card.title)
    between = _BETWEEN_ON_LARGE_CARD if titled == "LargeCardTitle" else _BETWEEN_IN_CELL
    text = _stacked(story, card.blocks, between) if card.blocks or not card.title else Xml("")
    return Xml(title + text)


def _plain(content: Sequence[Inline]) -> str:
    return "".join(inline.text for inline in content if isinstance(inline, Text))


def _figure(story: Story, block: Figure) -> Xml:
    on_the_page = story.on_the_page
    room = story.width if on_the_page else story.width - _CELL_PADDING
    drawing = story.pictures.by_width(
        story.part,
        block.svg,
        min(Mm(block.width), Twips(room)),
        Twips(story.paper.text_height * 4 // 5),
        block.description,
    )
    centred = replace(story, alignment="centre") if on_the_page else story
    style = "Figure" if on_the_page else story.styles["body"]
    below = "Caption" if on_the_page else story.styles["small"]
    figure = paragraph(centred, style, drawing, keep_next=bool(block.caption))
    return Xml(figure + _caption(centred, below, block.caption))

"""The first sheet of a document in small: a drawing of what really stands on it.

Lengths are in units of 1.25 mm, so that a line of text is 4 units: whole numbers keep the
drawing small, and sharp where it is shown at half a pixel to the unit.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Literal, assert_never

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

_MILLIMETRES = 1.25
_SHEETS = {"portrait": (168, 238), "landscape": (238, 168)}

Kind = Literal[
    "sign",
    "title",
    "heading",
    "bold",
    "text",
    "blank",
    "box",
    "answer",
    "band",
    "rule",
    "line",
    "cut",
    "accent",
    "dot",
    "ring",
]
# What is drawn as an area; all else is a line of a thickness that the style sheet knows.
_AREAS = ("answer", "band", "box", "ring")
_FINE = ("text", "bold", "blank")
# The later over the earlier.
_ORDER: tuple[Kind, ...] = (
    "band",
    "answer",
    "ring",
    "line",
    "rule",
    "cut",
    "accent",
    "text",
    "bold",
    "heading",
    "title",
    "sign",
    "blank",
    "box",
    "dot",
)

_SIDE, _TOP, _BOTTOM = 18, 24, 18
_PADDING = 2
_TICKED, _BULLET = 6, 4
_HANDWRITING, _ANSWER_LINE = 8, 6
_ABOVE_CARDS = 28


@dataclass(frozen=True, slots=True)
class _Mark:
    """One stroke or area, with its place on the sheet."""

    kind: Kind
    x: int
    y: int
    width: int
    height: int = 0


@dataclass(frozen=True, slots=True)
class _Piece:
    """What never splits over two pages: a line of text, a row of a table, a drawing."""

    height: int
    marks: tuple[_Mark, ...] = ()

    def at(self, x: int, y: int) -> Iterator[_Mark]:
        """Yield its marks, moved to a place."""
        return (replace(mark, x=mark.x + x, y=mark.y + y) for mark in self.marks)


@dataclass(frozen=True, slots=True)
class _Letter:
    """How a text is set: the height of its lines, the usual width of a letter, room below."""

    pitch: int
    width: float
    below: int
    kind: Kind = "text"
    above: int = 0


_BODY = _Letter(4, 1.45, 2)
_CELL = _Letter(4, 1.4, 0)
_NAMES: dict[str, _Letter] = {
    "body": _BODY,
    "lead": _Letter(5, 1.7, 3),
    "small": _Letter(4, 1.25, 1),
    "quote": _Letter(6, 1.95, 3),
}
_HEADINGS = {
    1: _Letter(6, 2.05, 1, "heading", above=5),
    2: _Letter(5, 1.75, 1, "heading", above=3),
    3: _Letter(4, 1.6, 1, "bold", above=2),
}
_TITLE = _Letter(8, 3.3, 3, "title")
_CARDS: dict[str, tuple[_Letter, _Letter]] = {
    "text": (_Letter(6, 2.4, 4, "heading"), _Letter(5, 1.95, 1)),
    "name": (_Letter(8, 3.4, 4, "title"), _Letter(5, 1.95, 1)),
    "large": (_Letter(8, 3.4, 4, "title"), _Letter(6, 2.5, 2)),
    "sign": (_Letter(24, 8.5, 8, "sign"), _Letter(12, 4, 4, "title")),
}
# So many rows of cards on a page, or fewer, are set in larger letters.
_LARGE_CARDS = 2


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """A drawing in SVG: what it shows, and the `viewBox` that it fills."""

    view: str
    drawing: str


def thumbnail(document: Document) -> Thumbnail:
    """Return the first sheet of a document in small.

    Lines, columns, boxes and blanks are those of the document; words are strokes. Colours and
    thickness are classes of the style sheet, so that they follow light, dark and the brand.
    """
    width, height = _SHEETS[document.paper]
    paths: dict[Kind, list[str]] = {}
    for mark in [*_head(width), *_first_page(document, width, height), *_foot(width, height)]:
        paths.setdefault(mark.kind, []).append(_drawn(mark))
    drawing = "".join(
        f'<path class="thumbnail__{kind}" d="{"".join(paths[kind])}"/>'
        for kind in _ORDER
        if kind in paths
    )
    return Thumbnail(f"0 0 {width} {height}", drawing)


def _drawn(mark: _Mark) -> str:
    """Return a mark as a part of a path."""
    if mark.kind == "ring":
        radius = mark.width // 2
        arc = f"a{radius} {radius} 0 1 0"
        return f"M{mark.x} {mark.y}{arc} {mark.width} 0{arc}-{mark.width} 0"
    area = f"v{mark.height}h-{mark.width}z" if mark.kind in _AREAS else ""
    down = f"v{mark.height}" if mark.height and not area else ""
    across = f"h{mark.width}" if mark.width or not down else ""
    # A line of letters is 2 units thick: around an odd number it fills whole pixels.
    y = mark.y | 1 if mark.kind in _FINE else mark.y
    return f"M{mark.x} {y}{across}{down}{area}"


def _head(width: int) -> list[_Mark]:
    return [
        _Mark("ring", _SIDE, 11, 6),
        _Mark("blank", width - _SIDE - 34, 11, 34),
        _Mark("rule", _SIDE, 17, width - 2 * _SIDE),
    ]


def _foot(width: int, height: int) -> list[_Mark]:
    return [
        _Mark("text", _SIDE, height - 9, 30),
        _Mark("text", width - _SIDE - 16, height - 9, 16),
    ]


def _first_page(document: Document, width: int, height: int) -> list[_Mark]:
    marks: list[_Mark] = []
    y = _TOP
    for block in document.blocks:
        if isinstance(block, PageBreak):
            break
        room = height - _BOTTOM - _TOP - (0 if y == _TOP else _ABOVE_CARDS)
        for piece in _pieces(block, width - 2 * _SIDE, _BODY, room):
            if y + piece.height > height - _BOTTOM:
                return marks
            marks += piece.at(_SIDE, y)
            y += piece.height
    return marks


def _pieces(block: Block, width: int, letter: _Letter, room: int = 0) -> Iterator[_Piece]:
    """Yield a block from top to bottom; `letter` is that of usual text where it stands."""
    match block:
        case Title():
            yield from _text(block.content, width, _TITLE)
        case Heading():
            yield from _text(block.content, width, _HEADINGS[block.level])
        case Paragraph():
            yield from _paragraph(block, width, letter)
        case ListOfItems():
            yield from _list(block, width, letter)
        case LongAnswer():
            yield from _long_answer(block, width, letter)
        case WritingLines():
            yield from _text(block.caption, width, replace(letter, kind="bold", above=2, below=1))
            for _ in range(block.count):
                yield _Piece(_ANSWER_LINE, (_Mark("line", 0, _ANSWER_LINE, width),))
        case Table():
            yield from _table(block, width)
        case Figure():
            yield _figure(block, width)
            yield from _text(block.caption, width, _NAMES["small"])
        case Cards():
            yield from _cards(block, width, room)
        case PageBreak():
            return
        case _:
            assert_never(block)


def _paragraph(block: Paragraph, width: int, letter: _Letter) -> Iterator[_Piece]:
    if letter is not _BODY:
        yield from _text(block.content, width, letter)
    elif block.role == "quote":
        for piece in _text(block.content, width - 8, _NAMES["quote"]):
            beside = _Mark("accent", 1, 0, 0, piece.height)
            yield _Piece(piece.height, (beside, *piece.at(5, 0)))
    else:
        yield from _text(block.content, width, _NAMES[block.role])


def _list(block: ListOfItems, width: int, letter: _Letter) -> Iterator[_Piece]:
    indent = _TICKED if block.kind == "check" else _BULLET
    within = replace(letter, below=min(letter.below, 1))
    for item in block.items:
        content = item.content[1:] if block.kind == "check" else item.content
        lines = list(_text(content, width - indent, within)) or [_Piece(letter.pitch)]
        sign = _box(0, letter) if block.kind == "check" else _Mark("dot", 1, letter.pitch // 2, 0)
        for index, line in enumerate(lines):
            yield _Piece(line.height, (*((sign,) if index == 0 else ()), *line.at(indent, 0)))
        for child in item.children:
            for piece in _list(child, width - indent, letter):
                yield _Piece(piece.height, tuple(piece.at(indent, 0)))
    if letter.below > 1:
        yield _Piece(letter.below - 1)


def _long_answer(block: LongAnswer, width: int, letter: _Letter) -> Iterator[_Piece]:
    if block.caption:
        yield from _text(block.caption, width, replace(letter, kind="bold", above=2, below=1))
    height = max(_HANDWRITING, block.blank.lines * _ANSWER_LINE)
    label = _Mark("blank", _PADDING, 4, min(18, width - 2 * _PADDING))
    yield _Piece(height + letter.below, (_Mark("answer", 0, 0, width, height), label))


def _table(block: Table, width: int) -> Iterator[_Piece]:
    edges = [0, *(round(width * edge) for edge in accumulate(block.widths))]
    if block.header:
        head = _row(block.header, edges, replace(_CELL, kind="bold"), 0)
        band = _Mark("band", 0, 0, width, head.height)
        yield _Piece(head.height, (band, *head.marks, _Mark("rule", 0, head.height, width)))
    for cells in block.rows:
        row = _row(cells, edges, _CELL, _HANDWRITING if block.handwriting else 0)
        yield _Piece(row.height, (*row.marks, _Mark("line", 0, row.height, width)))
    yield _Piece(3)


def _row(cells: Sequence[Cell], edges: Sequence[int], letter: _Letter, least: int) -> _Piece:
    marks: list[_Mark] = []
    height = least
    for cell, left, right in zip(cells, edges, edges[1:], strict=False):
        own = replace(letter, kind="bold") if cell.is_header else letter
        room = max(1, right - left - 2 * _PADDING)
        piece = _stacked([one for block in cell.blocks for one in _pieces(block, room, own)])
        marks += piece.at(left + _PADDING, 1)
        height = max(height, piece.height + 2)
    return _Piece(height + height % 2, tuple(marks))


def _cards(block: Cards, width: int, room: int) -> Iterator[_Piece]:
    height = room // block.rows
    edges = [round(width * place / block.columns) for place in range(block.columns + 1)]
    large = block.size == "text" and block.rows <= _LARGE_CARDS
    letters = _CARDS["large" if large else block.size]
    for first in range(0, min(len(block.cards), block.columns * block.rows), block.columns):
        marks = [_Mark("cut", 0, y, width) for y in (0, height)]
        marks += [_Mark("cut", edge, 0, 0, height) for edge in edges]
        for card, left, right in zip(block.cards[first:], edges, edges[1:], strict=False):
            marks += _card(card, right - left - 10, letters, height).at(left + 5, 0)
        yield _Piece(height, tuple(marks))


def _card(card: Card, width: int, letters: tuple[_Letter, _Letter], height: int) -> _Piece:
    """Return what stands on a card, halfway its height."""
    title = _stacked(_text(card.title, width, letters[0]))
    line = _Mark("accent", 0, title.height - letters[0].below + 1, width)
    text = [piece for block in card.blocks for piece in _pieces(block, width, letters[1])]
    whole = _stacked([replace(title, marks=(*title.marks, line)), *text])
    return _Piece(height, tuple(whole.at(0, max(2, (height - whole.height) // 2))))


def _figure(block: Figure, width: int) -> _Piece:
    """Return the room that a drawing takes."""
    across, down = (float(size) for size in _VIEW.findall(block.svg)[0])
    wide = min(width, round(block.width / _MILLIMETRES))
    high = round(wide * down / across)
    return _Piece(high + 4, (_Mark("band", (width - wide) // 2, 0, wide, high),))


_VIEW = re.compile(r'viewBox="\S+ \S+ (\S+) (\S+)"')


def _stacked(pieces: Iterable[_Piece]) -> _Piece:
    marks: list[_Mark] = []
    y = 0
    for piece in pieces:
        marks += piece.at(0, y)
        y += piece.height
    return _Piece(y, tuple(marks))


def _text(content: Iterable[Inline], width: int, letter: _Letter) -> Iterator[_Piece]:
    """Yield the lines of a text as they fall in this width."""
    lines = _lines(content, width, letter)
    for index, line in enumerate(lines):
        above = letter.above if index == 0 else 0
        below = letter.below if index == len(lines) - 1 else 0
        middle = above + letter.pitch // 2
        marks = tuple(replace(mark, y=mark.y + middle) for mark in line)
        yield _Piece(above + letter.pitch + below, marks)


def _lines(content: Iterable[Inline], width: int, letter: _Letter) -> list[list[_Mark]]:
    lines: list[list[_Mark]] = [[]]
    x = 0.0
    for kind, word in _words(content, letter.kind):
        length = _TICKED if kind == "box" else len(word) * letter.width
        if kind is None or (x and x + length > width):
            lines.append([])
            x = 0.0
        if kind is None:
            continue
        line = lines[-1]
        end = min(width, round(x + length))
        if kind == "box":
            line.append(_box(round(x), letter, middle=True))
        elif line and line[-1].kind == kind:
            line[-1] = replace(line[-1], width=max(1, end - line[-1].x))
        else:
            line.append(_Mark(kind, round(x), 0, max(1, end - round(x))))
        x += length + letter.width
    return [line for line in lines if line] if any(lines) else []


def _words(content: Iterable[Inline], usual: Kind) -> Iterator[tuple[Kind | None, str]]:
    """Yield the words of a text with their kinds; a new line has none."""
    for inline in content:
        match inline:
            case Text():
                kind: Kind = "bold" if inline.bold and usual == "text" else usual
                yield from ((kind, word) for word in inline.text.split())
            case Link():
                yield from ((usual, word) for text in inline.content for word in text.text.split())
            case Blank() if inline.kind == "checkbox":
                yield "box", ""
            case Blank() if inline.filled:
                yield from ((usual, word) for word in inline.filled.split())
            case Blank():
                shown = "blank" if usual in ("text", "bold") else usual
                yield from ((shown, word) for word in inline.placeholder.split())
            case TickBox():
                yield "box", ""
            case WritingLine():
                yield "blank", "_" * 20
            case LineBreak():
                yield None, ""
            case _:
                assert_never(inline)


def _box(x: int, letter: _Letter, *, middle: bool = False) -> _Mark:
    """Return a box to tick, in a line whose top, or else whose middle, is at 0."""
    return _Mark("box", x, -2 if middle else letter.pitch // 2 - 2, 4, 4)

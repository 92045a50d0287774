"""The blanks of a document, in reading order."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from generators.blocks import (
    Blank,
    Block,
    Cards,
    Figure,
    Heading,
    Inline,
    ListItem,
    ListOfItems,
    LongAnswer,
    PageBreak,
    Paragraph,
    Table,
    Title,
    WritingLines,
)


def blanks(blocks: Iterable[Block]) -> Iterator[Blank]:
    """Yield every blank in some blocks, as often as it stands there."""
    for block in blocks:
        match block:
            case Title() | Heading() | Paragraph():
                yield from _inline(block.content)
            case ListOfItems():
                for item in block.items:
                    yield from _item(item)
            case LongAnswer():
                yield from _inline(block.caption)
                yield block.blank
            case WritingLines():
                yield from _inline(block.caption)
            case Table():
                for row in (block.header, *block.rows):
                    for cell in row:
                        yield from blanks(cell.blocks)
            case Figure():
                yield from _inline(block.caption)
            case Cards():
                for card in block.cards:
                    yield from _inline(card.title)
                    yield from blanks(card.blocks)
            case PageBreak():
                pass
            case _:
                assert_never(block)


def _item(item: ListItem) -> Iterator[Blank]:
    yield from _inline(item.content)
    yield from blanks(item.children)


def _inline(content: Iterable[Inline]) -> Iterator[Blank]:
    yield from (inline for inline in content if isinstance(inline, Blank))

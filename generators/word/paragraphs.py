"""Paragraphs, and what stands in a line of text."""

from collections.abc import Sequence
from typing import assert_never
from urllib.parse import urlsplit

from docx.opc.constants import RELATIONSHIP_TYPE

from generators.blocks import Alignment, Blank, Inline, LineBreak, Link, Text
from generators.word.markup import Xml, escape, join, text_run
from generators.word.story import Opening, Story

_SCHEMES = ("https", "http", "mailto", "tel")
_JUSTIFIED: dict[Alignment, str] = {"left": "left", "centre": "center", "right": "right"}
# Room between a table and what follows it; these styles bring room above them of their own.
_BELOW_TABLE = 240
_SPACED = ("Title", "Heading1", "Heading2", "Heading3", "AnswerCaption", "AfterTable")


def paragraph(
    story: Story,
    style: str,
    content: Xml,
    *,
    numbering: str = "",
    keep_next: bool = False,
    after: int | None = None,
) -> Xml:
    """Give one paragraph, its properties in the order that the schema fixes."""
    opening = story.opening.take()
    properties = [] if style == "Normal" else [f'<w:pStyle w:val="{style}"/>']
    if keep_next or story.keep_next:
        properties.append("<w:keepNext/>")
    if opening.new_page:
        properties.append("<w:pageBreakBefore/>")
    properties.append(numbering)
    properties.append(_spacing(opening, style, after))
    if story.alignment != "left":
        properties.append(f'<w:jc w:val="{_JUSTIFIED[story.alignment]}"/>')
    described = "".join(properties)
    return Xml(f"<w:p>{f'<w:pPr>{described}</w:pPr>' if described else ''}{content}</w:p>")


def _spacing(opening: Opening, style: str, after: int | None) -> str:
    """Give the room around a paragraph, where it is not that of its style."""
    before = None
    if opening.new_page:
        before = 0 if style in _SPACED else None
    elif opening.below_table and style not in _SPACED:
        before = _BELOW_TABLE
    if before is None and after is None:
        return ""
    above = "" if before is None else f' w:before="{before}"'
    below = "" if after is None else f' w:after="{after}"'
    return f"<w:spacing{above}{below}/>"


def line(story: Story, content: Sequence[Inline]) -> Xml:
    """Give the pieces of one line of text."""
    return join(_inline(story, inline) for inline in content)


def _inline(story: Story, inline: Inline) -> Xml:
    match inline:
        case Text():
            return text_run(inline.text, bold=inline.bold, italic=inline.italic)
        case LineBreak():
            return Xml("<w:r><w:br/></w:r>")
        case Link():
            return _link(story, inline)
        case Blank():
            return story.controls.within_line(inline, locked=story.locked)
        case _:
            assert_never(inline)


def _link(story: Story, link: Link) -> Xml:
    escape(link.address)
    if urlsplit(link.address).scheme not in _SCHEMES:
        raise ValueError(
            f"the link to {link.address!r} leads nowhere from a Word file; write a whole "
            "address, like https://example.org/"
        )
    relation = story.part.relate_to(link.address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    runs = join(
        text_run(text.text, bold=text.bold, italic=text.italic, link=True) for text in link.content
    )
    return Xml(f'<w:hyperlink r:id="{relation}" w:history="1">{runs}</w:hyperlink>')

"""Paragraphs, and what stands in a line of text."""

from collections.abc import Sequence
from typing import assert_never
from urllib.parse import urlsplit

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Mm

from generators.blocks import Alignment, Blank, Inline, LineBreak, Link, Text, TickBox, WritingLine
from generators.word.controls import open_box
from generators.word.markup import Xml, escape, join, text_run
from generators.word.paper import twips
from generators.word.story import Opening, Story

_SCHEMES = ("https", "http", "mailto", "tel")
_JUSTIFIED: dict[Alignment, str] = {"left": "left", "centre": "center", "right": "right"}
# A line up to the margin is at least so long, in millimetres, or it begins on a new line.
_SHORTEST = 28
# A line is made of these: every program keeps them together, and none drops them at a line's end.
_STROKE = "_"
# About the width of a letter of a label, in twips.
_LETTER = 75
# The width of one in twips, in Calibri at the size of the style WritingLine; in another letter
# lines become a little longer or shorter.
_STROKE_WIDTH = 107
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
    to_margin: bool = False,
    after: int | None = None,
) -> Xml:
    """Give one paragraph, its properties in the order that the schema fixes.

    `to_margin` is for text that holds a line to write on up to the right margin.
    """
    opening = story.opening.take()
    properties = [] if style == "Normal" else [f'<w:pStyle w:val="{style}"/>']
    if keep_next or story.keep_next:
        properties.append("<w:keepNext/>")
    if opening.new_page:
        properties.append("<w:pageBreakBefore/>")
    properties.append(numbering)
    if to_margin:
        properties.append(
            f'<w:tabs><w:tab w:val="right" w:leader="underscore" w:pos="{story.room}"/></w:tabs>'
        )
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


def reaches_margin(content: Sequence[Inline]) -> bool:
    """Tell whether a line of text holds a line to write on that ends at the margin."""
    return any(isinstance(inline, WritingLine) and not inline.length for inline in content)


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
        case TickBox():
            return open_box()
        case WritingLine():
            return _writing_line(story, inline)
        case _:
            assert_never(inline)


def _writing_line(story: Story, line: WritingLine) -> Xml:
    """Give a line to write on, and its label behind it."""
    length = min(twips(Mm(line.length or _SHORTEST)), story.room)
    if not story.on_the_page and length + len(line.label) * _LETTER > story.room:
        length = story.room  # the label then stands below, as a whole
    strokes = _STROKE * int(length / _STROKE_WIDTH)
    reach = "" if line.length else "<w:tab/>"
    ruled = Xml(
        '<w:r><w:rPr><w:rStyle w:val="WritingLine"/></w:rPr>'
        f'<w:t xml:space="preserve">{strokes}</w:t>{reach}</w:r>'
    )
    return Xml(ruled + _label(story, line.label))


def _label(story: Story, text: str) -> Xml:
    if not text:
        return Xml("")
    # On the page it stays beside its line; a cell may be too narrow for the two.
    space = "\u00a0" if story.on_the_page else " "
    return Xml(
        '<w:r><w:rPr><w:rStyle w:val="WritingLabelText"/></w:rPr>'
        f'<w:t xml:space="preserve">{space}{escape(text)}</w:t></w:r>'
    )


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

"""HTML of a template page to blocks.

What a visitor reads on the page is what stands in the document; guidance boxes and the modes
that were not chosen stay out.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from html import unescape
from typing import cast

from lxml.html import HtmlElement, fragment_fromstring

from generators.blocks import (
    Alignment,
    Blank,
    BlankKind,
    Block,
    Card,
    Cards,
    Cell,
    Figure,
    Heading,
    Inline,
    LineBreak,
    Link,
    ListItem,
    ListOfItems,
    LongAnswer,
    Option,
    PageBreak,
    Paragraph,
    Table,
    Text,
)
from macros.calendar_names import LONG_DATE


class UnreadableError(Exception):
    """The page holds something that cannot become part of a document; says what to write."""


def read(html: str, tabs: Mapping[str, bool], title: str) -> tuple[Block, ...]:
    """Return the blocks of a page.

    `tabs` says for each label of a tab whether its text is kept; `title` names tables that
    stand before the first heading. Raises `UnreadableError` for what has no place in Word.
    """
    # The HTML parser writes attribute names in small letters; SVG needs its viewBox as it is.
    drawings: list[str] = []

    def set_aside(match: re.Match[str]) -> str:
        drawings.append(match[0])
        return f'<svg-drawing data-number="{len(drawings) - 1}"></svg-drawing>'

    marked = re.sub(r"<svg\b.*?</svg>", set_aside, html, flags=re.DOTALL)
    root = fragment_fromstring(marked, create_parent="div")
    return tuple(_Reader(tabs, drawings, title).blocks(root))


class _Reader:
    """Reads one page; remembers the last heading, to name tables by it."""

    def __init__(self, tabs: Mapping[str, bool], drawings: list[str], title: str) -> None:
        self.tabs = tabs
        self.drawings = drawings
        self.heading = title
        self.widths: tuple[float, ...] = ()
        self.handwriting = False

    def blocks(self, parent: HtmlElement) -> Iterator[Block]:
        """Yield the blocks below an element, loose text as a paragraph."""
        loose: list[Inline] = list(_text(parent.text))
        for element in parent:
            if not isinstance(element.tag, str):
                loose += _text(element.tail)
                continue
            if _is_inline(element):
                loose += [*self.inline(element), *_text(element.tail)]
                continue
            yield from _paragraph(loose)
            loose = list(_text(element.tail))
            yield from self.block(element)
        yield from _paragraph(loose)

    def block(self, element: HtmlElement) -> Iterator[Block]:
        """Yield what one block-level element holds."""
        classes = element.classes
        match element.tag:
            case "h1" | "h2" | "h3" | "h4":
                content = _trimmed(self.content(element))
                self.heading = _plain(content)
                yield Heading(max(1, int(element.tag[1]) - 1), content)
            case "p":
                role = "lead" if "lead" in classes else "small" if "small" in classes else "body"
                yield from _paragraph(self.content(element), role)
            case "ul" | "ol":
                yield self.list_of_items(element)
            case "blockquote":
                for child in self.blocks(element):
                    match child:
                        case Paragraph():
                            yield Paragraph(child.content, "quote")
                        case ListOfItems():
                            # Questions to ask aloud: each is a line of its own.
                            yield from (Paragraph(item.content, "quote") for item in child.items)
                        case _:
                            yield child
            case "table":
                yield self.table(element)
            case "figure":
                yield self.figure(element)
            case "hr" | "input" | "style" | "script":
                return
            case "pre":
                raise UnreadableError(_no_place(element))
            case _ if "admonition" in classes or element.tag == "details":
                return  # guidance for whoever fills it in: on the site only
            case _ if "page-break" in classes:
                yield PageBreak()
            case _ if "widths" in classes:
                self.widths = tuple(
                    float(share) / 100 for share in element.get("data-widths", "").split()
                )
                self.handwriting = element.get("data-rows") == "handwriting"
            case _ if "tabbed-set" in classes:
                yield from self.chosen_tab(element)
            case _ if "long-answer" in classes:
                yield self.long_answer(element)
            case _ if "cards" in classes:
                yield self.cards(element)
            case _ if "pictured" in classes:
                yield self.pictured(element)
            case _:
                yield from self.blocks(element)

    def chosen_tab(self, element: HtmlElement) -> Iterator[Block]:
        """Yield the text of the tab whose mode was chosen."""
        labels = [
            " ".join(label.text_content().split())
            for label in element.xpath("./div[contains(@class, 'tabbed-labels')]/label")
        ]
        contents = element.xpath("./div[contains(@class, 'tabbed-content')]/div")
        for label, content in zip(labels, contents, strict=True):
            if label not in self.tabs:
                raise UnreadableError(
                    f'the tab "{label}" is not a mode; write its label with {{{{ mode("…") }}}}'
                )
            if self.tabs[label]:
                yield from self.blocks(content)

    def list_of_items(self, element: HtmlElement) -> ListOfItems:
        """Return a list; one whose items all begin with a box to tick is a check list."""
        items = tuple(self.list_item(item) for item in element if item.tag == "li")
        is_check = bool(items) and all(
            item.content
            and isinstance(item.content[0], Blank)
            and item.content[0].kind == "checkbox"
            for item in items
        )
        kind = "check" if is_check else "number" if element.tag == "ol" else "bullet"
        return ListOfItems(items, kind)  # type: ignore[arg-type]

    def list_item(self, element: HtmlElement) -> ListItem:
        """Return one item: its paragraphs as lines of one, the lists below it as children."""
        content: list[Inline] = []
        children: list[ListOfItems] = []
        for block in self.blocks(element):
            match block:
                case ListOfItems():
                    children.append(block)
                case Paragraph():
                    content += [LineBreak(), *block.content] if content else block.content
                case _:
                    raise UnreadableError(
                        "a list item holds more than text and lists; put the rest below the list"
                    )
        return ListItem(tuple(content), tuple(children))

    def table(self, element: HtmlElement) -> Table:
        """Return a table, with its widths from the mark before it or from its columns."""
        lines = [
            tuple(self.cell(cell) for cell in line if cell.tag in ("th", "td"))
            for line in element.iter("tr")
        ]
        has_header = bool(element.xpath("./thead"))
        header, rows = (lines[0], lines[1:]) if has_header else ((), lines)
        count = max(len(line) for line in lines)
        columns = [
            float(match[1]) / 100
            for column in element.iter("col")
            if (match := re.search(r"width: ([\d.]+)%", column.get("style", "")))
        ]
        widths = self.widths or tuple(columns) or (1 / count,) * count
        handwriting = self.handwriting or "handwriting" in element.classes
        self.widths, self.handwriting = (), False
        if len(widths) != count:
            raise UnreadableError(
                f"the table has {count} columns but {len(widths)} widths; make them equal"
            )
        captions = element.xpath("./caption")
        caption = captions[0].text_content().strip() if captions else self.heading
        titles = [_plain_cell(cell) for cell in header]
        return Table(
            header=header,
            rows=tuple(rows),
            widths=widths,
            caption=caption,
            description=" · ".join(titles),
            repeating=element.get("data-list"),
            handwriting=handwriting,
            compact="compact" in element.classes,
        )

    def cell(self, element: HtmlElement) -> Cell:
        """Return one cell of a table."""
        style = element.get("style", "") or ""
        alignment: Alignment = (
            "right" if "right" in style else "centre" if "center" in style else "left"
        )
        return Cell(tuple(self.blocks(element)), alignment, element.tag == "th")

    def long_answer(self, element: HtmlElement) -> LongAnswer:
        """Return a long answer, with the label above it."""
        (span,) = element.xpath(".//span[@data-path]")
        (label,) = element.xpath("./p")
        return LongAnswer(_blank(span), _trimmed(self.content(label)))

    def figure(self, element: HtmlElement) -> Figure:
        """Return a drawing with its description and its caption."""
        (drawing,) = element.iter("svg-drawing")
        svg = self.drawings[int(drawing.get("data-number", "0"))]
        described = re.search(r"<desc[^>]*>(.*?)</desc>", svg, flags=re.DOTALL)
        description = unescape(described[1]) if described else ""
        captions = element.xpath("./figcaption")
        caption = _trimmed(self.content(captions[0])) if captions else ()
        return Figure(svg, description, float(element.get("data-width", "160")), caption)

    def cards(self, element: HtmlElement) -> Cards:
        """Return cards to cut out: each heading begins one."""
        cards: list[Card] = []
        for block in self.blocks(element):
            if isinstance(block, Heading):
                cards.append(Card(block.content, ()))
            elif not cards:
                raise UnreadableError("cards begin with text; begin each card with a heading")
            else:
                cards[-1] = Card(cards[-1].title, (*cards[-1].blocks, block))
        columns, rows = (int(n) for n in element.get("data-grid", "2x4").split("x"))
        classes = element.classes
        size = "sign" if "signs" in classes else "name" if "names" in classes else "text"
        return Cards(tuple(cards), columns, rows, size)  # type: ignore[arg-type]

    def pictured(self, element: HtmlElement) -> Table:
        """Return pictures with a paragraph beside each, as the rows of a table."""
        blocks = list(self.blocks(element))
        pictures, texts = blocks[::2], blocks[1::2]
        if len(pictures) != len(texts) or not all(isinstance(one, Figure) for one in pictures):
            raise UnreadableError(
                "a picture and a paragraph do not alternate; write one paragraph for each picture"
            )
        return Table(
            header=(),
            rows=tuple(
                (Cell((picture,)), Cell((text,)))
                for picture, text in zip(pictures, texts, strict=True)
            ),
            widths=(0.14, 0.86),
            caption=self.heading,
        )

    def content(self, element: HtmlElement) -> list[Inline]:
        """Return the inline content of an element."""
        found: list[Inline] = list(_text(element.text))
        for child in element:
            if isinstance(child.tag, str):
                found += self.inline(child)
            found += _text(child.tail)
        return found

    def inline(self, element: HtmlElement) -> list[Inline]:
        """Return what one inline element stands for."""
        if element.get("data-path"):
            return [_blank(element)]
        content = self.content(element)
        match element.tag:
            case "br":
                return [LineBreak()]
            case "strong" | "b":
                return [_styled(one, bold=True) for one in content]
            case "em" | "i":
                return [_styled(one, italic=True) for one in content]
            case "a" if (address := element.get("href", "")).startswith(("http", "mailto:")):
                texts = tuple(one for one in content if isinstance(one, Text))
                return [Link(texts, address)]
            case tag if tag in _INLINE:
                return content
            case _:
                raise UnreadableError(_no_place(element))


_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "br",
        "code",
        "em",
        "i",
        "label",
        "mark",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "svg-drawing",
    ]
)


_UNREADABLE = frozenset(["audio", "iframe", "img", "object", "svg", "video"])


def _no_place(element: HtmlElement) -> str:
    return f"<{element.tag!s}> has no place in a Word file; write text, or use a macro"


def _is_inline(element: HtmlElement) -> bool:
    return element.tag in _INLINE or element.tag in _UNREADABLE


def _text(text: str | None) -> Iterable[Text]:
    if text:
        yield Text(re.sub(r"[ \t\r\n]+", " ", text))


def _blank(element: HtmlElement) -> Blank:
    path, label = element.get("data-path", ""), element.get("data-label", "")
    options: dict[str, str] = json.loads(element.get("data-options", "{}"))
    shown = " ".join(element.text_content().split())
    placeholder = element.get("data-placeholder")
    return Blank(
        path=path,
        kind=cast(BlankKind, element.get("data-kind")),
        label=label,
        placeholder=placeholder or shown,
        filled=shown if placeholder else "",
        bound=element.get("data-bound") != "false",
        options=tuple(Option(value, shown) for value, shown in options.items()),
        lines=int(element.get("data-lines", "1")),
        format=element.get("data-format", LONG_DATE),
    )


def _styled(inline: Inline, *, bold: bool = False, italic: bool = False) -> Inline:
    match inline:
        case Text():
            return Text(inline.text, inline.bold or bold, inline.italic or italic)
        case Link():
            texts = tuple(
                Text(one.text, one.bold or bold, one.italic or italic) for one in inline.content
            )
            return Link(texts, inline.address)
        case Blank():
            return replace(inline, bold=inline.bold or bold, italic=inline.italic or italic)
        case _:
            return inline


def _paragraph(content: list[Inline], role: str = "body") -> Iterator[Paragraph]:
    trimmed = _trimmed(content)
    if trimmed:
        yield Paragraph(trimmed, role)  # type: ignore[arg-type]


def _trimmed(content: list[Inline]) -> tuple[Inline, ...]:
    """Return inline content as it reads: no space at its edges, beside a new line, or twice."""
    kept: list[Inline] = []
    for inline in content:
        if isinstance(inline, Text):
            text = inline.text
            if not kept or isinstance(kept[-1], LineBreak) or _ends_in_space(kept[-1]):
                text = text.lstrip(" ")
            if text:
                kept.append(Text(text, inline.bold, inline.italic))
        else:
            if isinstance(inline, LineBreak):
                _strip_end(kept)
            kept.append(inline)
    while kept and isinstance(kept[-1], LineBreak):
        kept.pop()
    _strip_end(kept)
    return tuple(kept)


def _ends_in_space(inline: Inline) -> bool:
    return isinstance(inline, Text) and inline.text.endswith(" ")


def _strip_end(kept: list[Inline]) -> None:
    while kept and isinstance(last := kept[-1], Text) and last.text.endswith(" "):
        kept.pop()
        if text := last.text.rstrip(" "):
            kept.append(Text(text, last.bold, last.italic))


def _plain(content: Iterable[Inline]) -> str:
    parts = []
    for inline in content:
        match inline:
            case Text():
                parts.append(inline.text)
            case Link():
                parts += [one.text for one in inline.content]
            case Blank():
                parts.append(inline.placeholder)
            case LineBreak():
                parts.append(" ")
    return "".join(parts)


def _plain_cell(cell: Cell) -> str:
    return " ".join(_plain(block.content) for block in cell.blocks if isinstance(block, Paragraph))

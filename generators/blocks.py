"""What a document is made of: a small flat union of frozen dataclasses.

Blocks are plain data. They know neither HTML, where they come from (`reader.py`),
nor Word, where they go to (`word/writer.py`).
"""

from dataclasses import dataclass
from typing import Literal

from macros.calendar_names import LONG_DATE

BlankKind = Literal["text", "long", "date", "choice", "checkbox"]
Alignment = Literal["left", "centre", "right"]


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of text in one style."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line within a paragraph."""


@dataclass(frozen=True, slots=True)
class Link:
    """Text that leads to an absolute address."""

    content: tuple[Text, ...]
    address: str


@dataclass(frozen=True, slots=True)
class Option:
    """One possible answer to a choice: the value that is stored, the label that is shown."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Blank:
    """A place where somebody fills something in.

    `path` names the value in the data part: `event.date` for a registry field,
    `lists.actions.2.what` for column `what` of the second row (rows count from 1) of the
    list `actions`, `local.heard` for a blank of this template alone.
    A `long` blank that is not `bound` holds rich text: it grows and takes bullets.
    """

    path: str
    kind: BlankKind
    label: str
    placeholder: str
    bound: bool = True
    options: tuple[Option, ...] = ()
    lines: int = 1
    filled: str = ""
    """What is filled in already, in a `text` blank; emptied, the placeholder comes back."""
    bold: bool = False
    """Whether what is filled in is bold, as the words around it; a placeholder never is."""
    italic: bool = False
    format: str = LONG_DATE
    """How a `date` is written, as a pattern of Word."""


@dataclass(frozen=True, slots=True)
class TickBox:
    """A box to tick with a pen."""


@dataclass(frozen=True, slots=True)
class WritingLine:
    """A line to write on with a pen, `length` millimetres long, or up to the margin at 0.

    `label` says behind it, in small print, what goes there; it is empty where the text does.
    """

    label: str = ""
    length: float = 0


Inline = Text | LineBreak | Link | Blank | TickBox | WritingLine


@dataclass(frozen=True, slots=True)
class Title:
    """The visible title of the document, at its top."""

    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1, 2 or 3 below the title."""

    level: int
    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `lead` is the larger first one, `small` a note, `quote` words to say aloud.

    A `label` says in small print what is to be written below it.
    """

    content: tuple[Inline, ...]
    role: Literal["body", "lead", "small", "quote", "label"] = "body"


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list: its line, and what hangs below it."""

    content: tuple[Inline, ...]
    children: tuple["ListOfItems", ...] = ()


@dataclass(frozen=True, slots=True)
class ListOfItems:
    """A bulleted or numbered list, or a check list whose items begin with a checkbox Blank."""

    items: tuple[ListItem, ...]
    kind: Literal["bullet", "number", "check"] = "bullet"


@dataclass(frozen=True, slots=True)
class LongAnswer:
    """A blank that takes a box of its own, `blank.lines` lines high when empty."""

    blank: Blank
    caption: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class WritingLines:
    """Ruled lines below each other to write on with a pen; `label` names what goes there."""

    count: int
    label: str
    caption: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: its paragraphs or lists, in order; never empty of blocks in Word."""

    blocks: tuple["Block", ...]
    alignment: Alignment = "left"
    is_header: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row, or none when `header` is empty.

    `widths` are shares of the text width, one for each column, together 1.
    `description` is for screen readers; `repeating` names the list whose rows Word's own
    "+" extends. `handwriting` rows are at least 9 mm high; a `compact` table is a long list in
    small print.
    """

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    caption: str
    description: str = ""
    repeating: str | None = None
    handwriting: bool = False
    compact: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing (SVG with literal colours) with its text alternative and width in millimetres."""

    svg: str
    description: str
    width: float
    caption: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """One card to cut out: a short title and what stands on it."""

    title: tuple[Inline, ...]
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards to cut out, `columns` beside each other and `rows` on a page.

    `size` says from how far they are read: `text` in the hand, `name` across a table, `sign`
    from the other end of a corridor.
    """

    cards: tuple[Card, ...]
    columns: int = 2
    rows: int = 4
    size: Literal["text", "name", "sign"] = "text"


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Block = (
    Title
    | Heading
    | Paragraph
    | ListOfItems
    | LongAnswer
    | WritingLines
    | Table
    | Figure
    | Cards
    | PageBreak
)


@dataclass(frozen=True, slots=True)
class Document:
    """One document, ready for a writer.

    `title` always names the document (its properties, its footer); `blocks` holds a `Title`
    only where the title is also to be seen. `loose` documents (letters, reports) may be
    reworded freely: no control in them is locked. `header` stands beside the logo, usually the
    organisation's name as a bound blank; `edition` is the date of the texts as ISO 8601,
    in the footer and for the fixed created and modified dates; `version` is the edition, as in
    "0.1.0". `reader` says who reads it: the footer of what customers get names only its kit.
    """

    identifier: str
    title: str
    subject: str
    language: Literal["nl", "en"]
    version: str
    edition: str
    header: tuple[Inline, ...]
    paper: Literal["portrait", "landscape"]
    loose: bool
    blocks: tuple[Block, ...]
    creator: str = ""
    """The organisation whose document it is, for its properties."""
    reader: Literal["customer", "team", "everyone"] = "team"
    kit: str = "Klantarena"
    """What the kit is called that it belongs to."""
    numbered: bool = True
    """Whether its sheets have numbers: letters that go out one by one have not."""
    choices: tuple[tuple[str, str], ...] = ()
    """The choices that the text depends on, each with the mode that it is written for."""

"""Where blocks are written: the state of one part of a document, and of one place within it."""

from dataclasses import dataclass, field
from typing import Literal

from docx.opc.constants import CONTENT_TYPE

from generators.blocks import Alignment, Document
from generators.word.controls import Controls
from generators.word.markup import Xml, join
from generators.word.package import TextPart, text_part
from generators.word.paper import PAPERS, Paper
from generators.word.pictures import Pictures

Language = Literal["nl", "en"]
LOCALES: dict[Language, str] = {"nl": "nl-NL", "en": "en-GB"}
Role = Literal["body", "lead", "small", "quote", "label", "heading", "bullet", "number", "check"]

# The paragraph styles of base/word/styles.xml, by where a paragraph stands.
ON_THE_PAGE: dict[Role, str] = {
    "body": "Normal",
    "lead": "Lead",
    "small": "SmallPrint",
    "quote": "Quote",
    "label": "WritingLabel",
    "heading": "Heading3",
    "bullet": "ListBullet",
    "number": "ListNumber",
    "check": "ListCheck",
}
IN_A_CELL: dict[Role, str] = {
    "body": "TableText",
    "lead": "TableLead",
    "small": "TableSmall",
    "quote": "TableQuote",
    "label": "WritingLabel",
    "heading": "TableHeading",
    "bullet": "TableBullet",
    "number": "TableNumber",
    "check": "TableCheck",
}
IN_A_COMPACT_CELL: dict[Role, str] = IN_A_CELL | {"body": "TableCompact"}
IN_A_HEADER_CELL: dict[Role, str] = IN_A_CELL | {
    "body": "TableHeading",
    "lead": "TableHeading",
}
ON_A_CARD: dict[Role, str] = IN_A_CELL | {
    "body": "CardText",
    "lead": "CardText",
    "quote": "CardText",
    "heading": "CardText",
    "bullet": "CardBullet",
    "number": "CardNumber",
    "check": "CardCheck",
}
ON_A_LARGE_CARD: dict[Role, str] = ON_A_CARD | {
    "body": "LargeCardText",
    "lead": "LargeCardText",
    "quote": "LargeCardText",
    "heading": "LargeCardText",
    "bullet": "LargeCardBullet",
}
ON_A_SIGN: dict[Role, str] = ON_A_CARD | {
    "body": "SignText",
    "lead": "SignText",
    "quote": "SignText",
    "heading": "SignText",
}
_IN_CELLS = (IN_A_CELL, IN_A_COMPACT_CELL, IN_A_HEADER_CELL)
# What base/word/styles.xml leaves free at either side within a cell, and on a card.
CELL_EDGE, CARD_EDGE = 113, 284
# The abstract lists of base/word/numbering.xml; those that count start anew in each list.
NUMBERINGS = {"bullet": 1, "number": 2, "check": 3}


@dataclass(slots=True)
class Lists:
    """The numbered lists of one document: each counts from its own beginning."""

    _levels: list[int] = field(default_factory=list)

    def start(self, level: int) -> int:
        """Give the number of a new list that counts at `level`."""
        self._levels.append(level)
        return len(NUMBERINGS) + len(self._levels)

    def xml(self) -> Xml:
        """Give the lists for the numbering part."""
        return join(
            Xml(
                f'<w:num w:numId="{number}"><w:abstractNumId w:val="{NUMBERINGS["number"]}"/>'
                f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>'
                "</w:num>"
            )
            for number, level in enumerate(self._levels, start=len(NUMBERINGS) + 1)
        )


@dataclass(slots=True)
class Opening:
    """What the next paragraph, whichever it is, has to begin with."""

    first: bool = True
    new_page: bool = False
    below_table: bool = False

    @property
    def at_the_top(self) -> bool:
        """Whether the next paragraph stands at the top of a page."""
        return self.first or self.new_page

    def take(self) -> "Opening":
        """Hand over what is to be done; the paragraph after that has nothing to do."""
        taken = Opening(self.first, self.new_page, self.below_table)
        self.first = self.new_page = self.below_table = False
        return taken


@dataclass(frozen=True, slots=True)
class Story:
    """Where blocks are written: one part of the document, and a place within it."""

    part: TextPart
    language: Language
    controls: Controls
    pictures: Pictures
    lists: Lists
    opening: Opening
    paper: Paper
    locked: bool
    width: int
    styles: dict[Role, str] = field(default_factory=lambda: ON_THE_PAGE)
    alignment: Alignment = "left"
    keep_next: bool = False
    after: int | None = None
    """The room below the last paragraph of a block, where it is not that of its style."""

    @property
    def on_the_page(self) -> bool:
        """Whether blocks stand on the page itself, not in a cell or on a card."""
        return self.styles is ON_THE_PAGE

    @property
    def room(self) -> int:
        """The width of a line of text: that of the page, or within the edges of a cell or card."""
        if self.on_the_page:
            return self.width
        return self.width - 2 * (CELL_EDGE if self.styles in _IN_CELLS else CARD_EDGE)


def begin(document: Document) -> Story:
    """Give the story of a document's body, at its very beginning."""
    paper = PAPERS[document.paper]
    return Story(
        part=text_part("word/document.xml", CONTENT_TYPE.WML_DOCUMENT_MAIN),
        language=document.language,
        controls=Controls(LOCALES[document.language]),
        pictures=Pictures(),
        lists=Lists(),
        opening=Opening(),
        paper=paper,
        locked=not document.loose,
        width=paper.text_width,
    )

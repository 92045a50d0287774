"""The texts that come with a filled kit: each letter as an e-mail, and what is still to fill in.

`overrides/assets/javascripts/kit-texts.js` writes the same, sentence for sentence.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lxml import etree

from generators.fill.days import shown_day
from generators.fill.names import W, all_in, value
from generators.letters import Piece
from handbook.event import Values
from handbook.model import Handbook, Language
from handbook.values import one_line
from macros.calendar_names import LONG_DATE
from macros.event_data import kit_words
from macros.event_words import kit_texts

Subjects = Sequence[Sequence[Piece]]

BETWEEN_LETTERS = "\n\n* * *\n\n"
# More numbers than this say less than how many there are.
MOST_NUMBERS = 8
# Windows takes a text without it for one in an old encoding.
_BYTE_ORDER_MARK = "\ufeff"
# What only lies around blocks or words, and says nothing itself.
_AROUND = all_in(
    W,
    *("sdt", "sdtContent", "customXml", "ins", "moveTo"),
    *("smartTag", "hyperlink", "fldSimple", "r"),
)
_SIGNS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": " ", f"{W}noBreakHyphen": "-"}


@dataclass(frozen=True, slots=True)
class Filled:
    """What came of one template: of letters, the first."""

    number: int
    folder: str
    """Its number and name, without its choices."""
    labels: Mapping[str, str]
    """What it asks for: how each path is called, in order."""
    values: Mapping[str, str]
    is_letter: bool
    """Whether it goes to a guest as a letter, with a subject."""


def text_file(text: str) -> bytes:
    """Return a text as a file that every editor opens well."""
    return f"{_BYTE_ORDER_MARK}{text}".replace("\n", "\r\n").encode()


# A letter as an e-mail


@dataclass(frozen=True, slots=True)
class _Block:
    """A paragraph, or a row of a table, as text."""

    text: str
    is_address: bool = False
    is_heading: bool = False
    is_item: bool = False
    is_new: bool = False
    """Whether it begins a page."""


def mail(
    body: etree._Element,
    subjects: Subjects,
    title: str,
    values: Mapping[str, str],
    language: Language,
) -> str:
    """Return the letters of a document as e-mails: the subject, and the text from its salutation.

    `body` is the w:body of a document that is filled in; a letter that `subjects` lacks has its
    `title`.
    """
    letters: list[list[_Block]] = [[]]
    for element, in_control in _parts(body, all_in(W, "p", "tbl")):
        blocks = _rows(element) if element.tag == f"{W}tbl" else [_paragraph(element, in_control)]
        if blocks and blocks[0].is_new and len(subjects) > 1:
            letters.append([])
        letters[-1] += blocks
    word = kit_texts(language)["mail_subject"]
    written = []
    for number, blocks in enumerate(letters):
        pieces = subjects[number] if number < len(subjects) else [title]
        said = "".join(_subject(piece, values, language) for piece in pieces)
        written.append(f"{word}: {said}\n\n{_joined(_without_head(blocks))}\n")
    return BETWEEN_LETTERS.join(written)


def _without_head(blocks: Sequence[_Block]) -> list[_Block]:
    """Return a letter without the address and the heading, which the subject makes superfluous."""
    told = [block for block in blocks if block.text]
    while told and told[0].is_address:
        told.pop(0)
    return told[1:] if told and told[0].is_heading else told


def _joined(blocks: Sequence[_Block]) -> str:
    pieces = []
    for number, block in enumerate(blocks):
        listed = block.is_item and number > 0 and blocks[number - 1].is_item
        gap = "" if not number else "\n" if listed else "\n\n"
        pieces.append(f"{gap}{'- ' if block.is_item else ''}{block.text}")
    return "".join(pieces)


def _subject(piece: Piece, values: Mapping[str, str], language: Language) -> str:
    if isinstance(piece, str):
        return piece
    given = values.get(piece["path"])
    if given is None:
        return piece["empty"]
    if piece["kind"] == "date":
        return shown_day(date.fromisoformat(given), LONG_DATE, language)
    return one_line(given)


def _parts(
    node: etree._Element, names: Sequence[str], in_control: bool = False
) -> Iterator[tuple[etree._Element, bool]]:
    """Yield the elements of these names, looking through what lies around them."""
    for child in node.iterchildren(etree.Element):
        if child.tag in names:
            yield child, in_control
        elif child.tag in _AROUND:
            yield from _parts(child, names, in_control or child.tag == f"{W}sdt")


def _said(node: etree._Element, *, typed: bool = False) -> str:
    """Return what a paragraph says; `typed` leaves out what stands in controls."""
    pieces = []
    for child in node.iterchildren(etree.Element):
        if child.tag == f"{W}t":
            pieces.append("".join(child.itertext(with_tail=False)))
        elif child.tag in _SIGNS:
            pieces.append(_SIGNS[child.tag])
        elif child.tag in _AROUND and not (typed and child.tag == f"{W}sdt"):
            pieces.append(_said(child, typed=typed))
    return "".join(pieces)


def _lines(text: str) -> str:
    return "\n".join(line.strip(" ") for line in text.split("\n"))


def _paragraph(element: etree._Element, in_control: bool) -> _Block:
    held = element.find(f"{W}pPr")
    style = value(held.find(f"{W}pStyle")) if held is not None else ""
    within = next(element.iter(f"{W}sdt"), None) is not None
    breaks = (mark.get(f"{W}type") == "page" for mark in element.iter(f"{W}br"))
    return _Block(
        text=_lines(_said(element)).strip("\n"),
        is_address=in_control or (within and not _said(element, typed=True).strip()),
        is_heading=style.startswith(("Heading", "Title")),
        is_item=style.startswith("List") or _has(held, "numPr"),
        is_new=_has(held, "pageBreakBefore") or any(breaks),
    )


def _has(held: etree._Element | None, name: str) -> bool:
    return held is not None and held.find(f"{W}{name}") is not None


def _rows(table: etree._Element) -> list[_Block]:
    """Return the rows of a table: each a few lines, "Where: ...", since telephones are narrow."""
    names: list[str] = []
    found = []
    for row, _ in _parts(table, all_in(W, "tr")):
        cells = [_cell(cell) for cell, _ in _parts(row, all_in(W, "tc"))]
        if row.find(f"{W}trPr/{W}tblHeader") is not None:
            names = cells
            continue
        lines = (
            f"{names[at]}: {cell}" if at < len(names) and names[at] else cell
            for at, cell in enumerate(cells)
            if cell
        )
        found.append(_Block("\n".join(lines)))
    return found


def _cell(cell: etree._Element) -> str:
    texts = (
        _lines(_said(paragraph)).replace("\n", " ").strip()
        for paragraph, _ in _parts(cell, all_in(W, "p"))
    )
    return " ".join(filter(None, texts))


# What is still to fill in


def to_fill(
    handbook: Handbook, language: Language, made: Sequence[Filled], guests: Sequence[Values]
) -> str:
    """Return the list of blanks that are still empty: asked for once, of guests, in letters."""
    known = kit_words(handbook, language)
    words: Mapping[str, str] = known["words"]
    listed = {
        "to_fill_once": _asked_once(made, known["labels"], words["to_fill_many"]),
        "to_fill_guests": _of_guests(made, guests, known["guest_labels"], words["guest_number"]),
        "to_fill_letters": _in_letters(made),
    }
    sections = [
        f"{words[name]}\n" + "".join(f"- {item}\n" for item in items)
        for name, found in listed.items()
        if (items := list(found))
    ]
    return f"{words['to_fill_title']}\n\n" + "\n".join(sections or [f"{words['to_fill_none']}\n"])


def _asked_once(made: Sequence[Filled], labels: Mapping[str, str], many: str) -> Iterator[str]:
    """Yield the blanks of the registry that are empty, with the numbers of their files."""
    empty: dict[str, set[int]] = {}
    for one in made:
        for path in one.labels:
            if path in labels and path not in one.values:
                empty.setdefault(path, set()).add(one.number)
    for path, label in labels.items():
        if numbers := empty.get(path):
            each = ", ".join(f"{number:02}" for number in sorted(numbers))
            places = many.format(count=len(numbers)) if len(numbers) > MOST_NUMBERS else each
            yield f"{label} ({places})"


def _of_guests(
    made: Sequence[Filled], guests: Sequence[Values], labels: Mapping[str, str], unnamed: str
) -> Iterator[str]:
    """Yield what letters ask of each guest, and what is not known."""
    asked = {"guest.name", "guest.salutation"}
    asked |= {path for one in made for path in one.labels if path.startswith("guest.")}
    for number, guest in enumerate(guests, start=1):
        lacking = [
            label
            for column, label in labels.items()
            if f"guest.{column}" in asked and guest.get(column, "false") == "false"
        ]
        if lacking:
            name = one_line(guest.get("name", "")) or unnamed.format(number=number)
            yield f"{name}: {', '.join(lacking)}"


def _in_letters(made: Sequence[Filled]) -> Iterator[str]:
    """Yield the blanks that only one letter has, and that a customer would read."""
    for one in made:
        if one.is_letter:
            empty = dict.fromkeys(
                label
                for path, label in one.labels.items()
                if path.startswith("local.") and path not in one.values
            )
            if empty:
                yield f"{one.folder}: {'; '.join(empty)}"

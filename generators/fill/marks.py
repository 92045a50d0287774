"""From a tree to pieces: marks that are put into the tree, and found again in its text.

A control is there three times, as it was, emptied and filled in, with a mark before each; so all
three are written with the names of elements and the prefixes that hold in their place.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from lxml import etree

from generators.fill.pieces import Answer, Held, Hole, Piece, Pieces, Repeated, Rows, Slot, Tick

_HOLES = {
    "text": Hole.TEXT,
    "day": Hole.DAY,
    "row": Hole.ROW,
    "identifier": Hole.IDENTIFIER,
    "filled": Hole.FILLED,
}


@dataclass(frozen=True, slots=True)
class Place:
    """What is known of a control before its text is."""

    path: str
    answer: Answer
    usual: str


@dataclass(slots=True)
class Marks:
    """The marks in the tree of one part."""

    name: str
    """A word that stands nowhere in the part."""
    places: list[Place] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    """Paths and names of lists that marks speak of."""

    def mark(self, word: str) -> etree._ProcessingInstruction:
        """Return a mark, to be put between elements."""
        return etree.ProcessingInstruction(self.name, word)

    def noted(self, name: str) -> int:
        """Return the number by which a mark speaks of a path or a list."""
        self.names.append(name)
        return len(self.names) - 1

    def hole(self, name: str) -> str:
        """Return a mark that stands within a text."""
        return f"{self.name}:{name}"

    def pieces(self, root: etree._Element) -> Pieces:
        """Return a marked tree as pieces."""
        text = etree.tostring(root.getroottree(), encoding="unicode")
        text = text.replace(f' filled="{self.hole("filled")}"', self.hole("filled"))
        pattern = rf"<\?{self.name} ([a-z]+)(?: ([0-9]+))?\?>|{self.name}:([a-z]+)"
        return _Reading(self, _tokens(text, pattern)).until()


def unused_name(text: str) -> str:
    """Return a word that stands nowhere in a text."""
    return next(name for number in count() if (name := f"klantarena{number}") not in text)


@dataclass(frozen=True, slots=True)
class _Token:
    """A mark between elements, with its number if it has one; or a hole; or text."""

    word: str = ""
    number: int = 0
    hole: str = ""
    text: str = ""


def _tokens(text: str, pattern: str) -> Iterator[_Token]:
    end = 0
    for match in re.finditer(pattern, text):
        if match.start() > end:
            yield _Token(text=text[end : match.start()])
        word, number, hole = match.groups()
        yield _Token(hole=hole) if hole else _Token(word, int(number or 0))
        end = match.end()
    yield _Token(text=text[end:])


class _Reading:
    """Reads marked text from front to back."""

    def __init__(self, marks: Marks, tokens: Iterator[_Token]) -> None:
        self.marks = marks
        self.tokens = tokens
        self.stopped_at = ""

    def until(self, *words: str) -> Pieces:
        """Return the pieces before the next mark that is one of `words`, or before the end."""
        pieces: list[Piece] = []
        for token in self.tokens:
            self.stopped_at = token.word
            if token.word in words:
                break
            if token.text:
                pieces.append(token.text.encode())
            elif token.hole:
                pieces.append(_HOLES[token.hole])
            elif token.word == "slot":
                pieces.append(self._slot(self.marks.places[token.number]))
            elif token.word == "held":
                pieces.append(Held(self.marks.names[token.number], self.until("end")))
            elif token.word == "lines":
                pieces.append(Repeated(self.until("between"), self.until("end")))
            elif token.word == "rows":
                pieces.append(self._rows(self.marks.names[token.number]))
        return tuple(pieces)

    def _slot(self, place: Place) -> Slot:
        kept, reset = self.until("reset"), self.until("filled")
        answer = place.answer
        if isinstance(answer, Tick):
            answer = Tick(self.until("ticked"))
        filled = self.until("end")
        return Slot(place.path, answer, kept, reset, filled, place.usual)

    def _rows(self, name: str) -> Rows:
        items = []
        self.until("item")
        while self.stopped_at == "item":
            items.append(self.until("item", "spare"))
        return Rows(name, tuple(items), self.until("end"))

"""A compiled part: text that stays, places that change, and how they are put together."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import assert_never
from xml.sax.saxutils import escape

from generators.fill.days import iso_day, shown_day
from handbook.model import Language
from handbook.values import clean, one_line


class Hole(Enum):
    """Where something of one line or one character comes."""

    TEXT = auto()
    """What is filled in."""
    DAY = auto()
    """The day, as ISO 8601."""
    ROW = auto()
    """The number of a row that is added."""
    IDENTIFIER = auto()
    """A number that no other control has."""
    FILLED = auto()
    """The attribute that names the paths that are filled in."""


@dataclass(frozen=True, slots=True)
class Line:
    """A text on one line."""


@dataclass(frozen=True, slots=True)
class Lines:
    """A text of several lines, in one paragraph."""


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """A text of which every line is a paragraph."""


@dataclass(frozen=True, slots=True)
class Day:
    """A date, by a pattern of Word."""

    pattern: str
    language: Language


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few answers: what is shown for each."""

    labels: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Tick:
    """A box to tick: how its control reads when it is open."""

    open: "Pieces"


Answer = Line | Lines | Paragraphs | Day | Choice | Tick


@dataclass(frozen=True, slots=True)
class Repeated:
    """What is written once for each line, and what comes between two."""

    each: "Pieces"
    between: "Pieces"


@dataclass(frozen=True, slots=True)
class Slot:
    """A control: how it reads as it was, emptied, and filled in."""

    path: str
    """In a row that is added, with a star for the row's number."""
    answer: Answer
    kept: "Pieces"
    """Without any pieces in a row that is added: nothing was there."""
    reset: "Pieces"
    filled: "Pieces"
    usual: str
    """What its data holds when it is emptied."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a list: those that are there, and one to add."""

    name: str
    items: tuple["Pieces", ...]
    spare: "Pieces"


@dataclass(frozen=True, slots=True)
class Held:
    """A node of the data part: its path, and what it held."""

    path: str
    kept: "Pieces"


Piece = str | Hole | Repeated | Slot | Rows | Held
Pieces = tuple[Piece, ...]


@dataclass(slots=True)
class Writing:
    """One file being filled in: what is known, and what has been written so far."""

    values: Mapping[str, str]
    rows: Mapping[str, int]
    """How many rows each list has in `values`."""
    earlier: frozenset[str]
    """The paths that were filled in before."""
    identifiers: Iterator[int]
    out: list[str] = field(default_factory=list)
    changed: bool = False
    filled: set[str] = field(default_factory=set)
    """The paths that are filled in now."""
    data: dict[str, str] = field(default_factory=dict)
    """What the data part has to hold, by path."""
    text: str = ""
    lines: list[str] = field(default_factory=list)
    day: str = ""
    row: str = ""

    def write(self, pieces: Pieces) -> None:
        """Write pieces behind what is there."""
        for piece in pieces:
            if isinstance(piece, str):
                self.out.append(piece)
                continue
            match piece:
                case Slot():
                    self._slot(piece)
                case Hole():
                    self.out.append(self._hole(piece))
                case Repeated():
                    self._repeated(piece)
                case Rows():
                    self._rows(piece)
                case Held():
                    self._held(piece)
                case _:
                    assert_never(piece)

    def _slot(self, slot: Slot) -> None:
        path = self._path(slot.path)
        value = self.values.get(path, "")
        held = self._usable(slot, value) if value else ""
        if held:
            self.changed = True
            self.filled.add(path)
            self.data.setdefault(path, held)
            ticked = slot.answer.open if isinstance(slot.answer, Tick) and held == "false" else None
            self.write(slot.filled if ticked is None else ticked)
        elif path in self.earlier or not slot.kept:
            self.changed = True
            self.data.setdefault(path, slot.usual)
            self.write(slot.reset)
        else:
            self.write(slot.kept)

    def _usable(self, slot: Slot, value: str) -> str:
        """Return what the data part holds for a value, and prepare what is shown; "" for none."""
        answer = slot.answer
        match answer:
            case Line():
                text = one_line(clean(value))
                self.text = escape(text)
                return text
            case Lines():
                text = clean(value)
                self.lines = text.split("\n")
                return text
            case Paragraphs():
                text = clean(value)
                self.lines = [line for line in text.split("\n") if line.strip(" ")]
                return text
            case Day():
                day = iso_day(value)
                if day is None:
                    return ""
                self.day = value
                self.text = escape(shown_day(day, answer.pattern, answer.language))
                return value
            case Choice():
                self.text = escape(answer.labels.get(value, ""))
                return value if value in answer.labels else ""
            case Tick():
                return value if value in ("true", "false") else ""
            case _:
                assert_never(answer)

    def _repeated(self, repeated: Repeated) -> None:
        for number, line in enumerate(self.lines):
            if number:
                self.write(repeated.between)
            if line:
                self.text = escape(line)
                self.write(repeated.each)

    def _rows(self, rows: Rows) -> None:
        for item in rows.items:
            self.write(item)
        for row in range(len(rows.items) + 1, self.rows.get(rows.name, 0) + 1):
            self.changed = True
            self.row = str(row)
            self.write(rows.spare)

    def _held(self, node: Held) -> None:
        held = self.data.get(self._path(node.path))
        if held is None:
            self.write(node.kept)
        else:
            self.out.append(escape(held))

    def _path(self, path: str) -> str:
        return path.replace("*", self.row) if "*" in path else path

    def _hole(self, hole: Hole) -> str:
        match hole:
            case Hole.TEXT:
                return self.text
            case Hole.DAY:
                return self.day
            case Hole.ROW:
                return self.row
            case Hole.IDENTIFIER:
                return str(next(self.identifiers))
            case Hole.FILLED:
                return f' filled="{" ".join(sorted(self.filled))}"' if self.filled else ""
            case _:
                assert_never(hole)

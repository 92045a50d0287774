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


Piece = bytes | Hole | Repeated | Slot | Rows | Held
Pieces = tuple[Piece, ...]
"""Text is UTF-8 already: what stays is encoded once, when a file is compiled."""


@dataclass(slots=True)
class Writing:
    """One file being filled in: what is known, and what has been written so far."""

    values: Mapping[str, str]
    rows: Mapping[str, int]
    """How many rows each list has in `values`."""
    earlier: frozenset[str]
    """The paths that were filled in before."""
    identifiers: Iterator[int]
    out: list[bytes] = field(default_factory=list)
    changed: bool = False
    filled: set[str] = field(default_factory=set)
    """The paths that are filled in now."""
    data: dict[str, bytes] = field(default_factory=dict)
    """What the data part has to hold, by path, as it stands in XML."""
    text: bytes = b""
    lines: list[bytes] = field(default_factory=list)
    day: bytes = b""
    row: str = ""

    def write(self, pieces: Pieces) -> None:
        """Write pieces behind what is there."""
        put = self.out.append
        for piece in pieces:
            # Half the time of filling is spent here: what comes most often is asked first.
            if isinstance(piece, bytes):
                put(piece)
                continue
            match piece:
                case Hole():
                    put(self.text if piece is Hole.TEXT else self._hole(piece))
                case Slot():
                    self._slot(piece)
                case Held():
                    self._held(piece)
                case Repeated():
                    self._repeated(piece)
                case Rows():
                    self._rows(piece)
                case _:
                    assert_never(piece)

    def _slot(self, slot: Slot) -> None:
        path = self._path(slot.path)
        value = self.values.get(path, "")
        held = self._usable(slot.answer, value) if value else b""
        if held:
            self.changed = True
            self.filled.add(path)
            self.data.setdefault(path, held)
            if held == b"false" and isinstance(slot.answer, Tick):
                self.write(slot.answer.open)
            else:
                self.write(slot.filled)
        elif path in self.earlier or not slot.kept:
            self.changed = True
            self.data.setdefault(path, _in_xml(slot.usual))
            self.write(slot.reset)
        else:
            self.write(slot.kept)

    def _usable(self, answer: Answer, value: str) -> bytes:
        """Return what the data part holds for a value, and prepare what is shown; b"" for none."""
        match answer:
            case Line():
                self.text = _in_xml(one_line(clean(value)))
                return self.text
            case Lines():
                text = _in_xml(clean(value))
                self.lines = text.split(b"\n")
                return text
            case Paragraphs():
                text = _in_xml(clean(value))
                self.lines = [line for line in text.split(b"\n") if line.strip(b" ")]
                return text
            case Day():
                day = iso_day(value)
                if day is None:
                    return b""
                self.day = value.encode()
                self.text = _in_xml(shown_day(day, answer.pattern, answer.language))
                return self.day
            case Choice():
                if value not in answer.labels:
                    return b""
                self.text = _in_xml(answer.labels[value])
                return _in_xml(value)
            case Tick():
                return value.encode() if value in ("true", "false") else b""
            case _:
                assert_never(answer)

    def _repeated(self, repeated: Repeated) -> None:
        for number, line in enumerate(self.lines):
            if number:
                self.write(repeated.between)
            if line:
                self.text = line
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
            self.out.append(held)

    def _path(self, path: str) -> str:
        return path.replace("*", self.row) if "*" in path else path

    def _hole(self, hole: Hole) -> bytes:
        match hole:
            case Hole.TEXT:
                return self.text
            case Hole.DAY:
                return self.day
            case Hole.ROW:
                return self.row.encode()
            case Hole.IDENTIFIER:
                return b"%d" % next(self.identifiers)
            case Hole.FILLED:
                names = " ".join(sorted(self.filled))
                return f' filled="{names}"'.encode() if names else b""
            case _:
                assert_never(hole)


def _in_xml(text: str) -> bytes:
    return escape(text).encode()
